"""What lies between the sides: points that block an agreement, and facts that one side denies."""
