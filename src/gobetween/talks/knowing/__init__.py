"""Who knows of what, whose it is, and who reaches whom."""
