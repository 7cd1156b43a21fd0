"""Drafting a case from what was read of reports: every entry with its words, marked as a draft, to be accepted or struck."""
