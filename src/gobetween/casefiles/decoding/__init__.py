"""From the text of a case file to values: nodes with their lines, readers of single keys, and every fault at once."""
