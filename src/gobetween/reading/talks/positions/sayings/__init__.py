"""What a party says of its own side, of an issue, and of the others."""
