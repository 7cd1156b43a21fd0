"""Journeys and stays that serve the talks."""
