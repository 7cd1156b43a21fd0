"""How many packages there are, exactly or between bounds."""
