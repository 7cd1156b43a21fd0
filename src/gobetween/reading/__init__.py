"""Documents to evidence: cleaned text with offsets, dates, figures, who said what, meetings, positions; knows no case."""
