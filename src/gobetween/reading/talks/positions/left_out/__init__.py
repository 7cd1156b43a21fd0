"""What looks like a position and is none, or is told already: everyday needs, newspapers, headlines, reasons."""
