"""Proposals and answers, mandates and decisions, positions."""
