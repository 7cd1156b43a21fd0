"""Slips of the pen in YAML: found where the parser stops, told with a remedy that was tried."""
