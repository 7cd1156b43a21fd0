"""Rules that find accounts which do not fit together; each gives its reason, and prefers a miss to a false alarm."""
