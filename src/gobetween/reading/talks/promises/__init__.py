"""What was undertaken, by whom and to whom, and whether it was done."""
