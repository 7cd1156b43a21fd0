"""Solution concepts, one a file."""
