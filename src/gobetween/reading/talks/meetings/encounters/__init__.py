"""Verbs by which those who talk meet: they gather, sit, receive, call, sign."""
