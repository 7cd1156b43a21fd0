"""Readers of other tools' scenario files, one module a format; each says what it takes a file's numbers to mean."""
