"""Passing things on: previews, relays, routes, plans and ledgers."""
