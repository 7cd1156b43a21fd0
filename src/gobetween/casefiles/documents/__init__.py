"""What each kind of case file holds: the case, what a party entrusted, assumed preferences."""
