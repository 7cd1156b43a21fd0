"""Agreements, and what follows from them."""
