"""What parties do and mean to do at the talks: accords, steps, vows, answers that wait, leaving the table."""
