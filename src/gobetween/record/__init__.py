"""The record of talks: entries with audiences, a book for each audience, hash chains and checkpoints; pure."""
