"""The record in one SQLite file: the default store."""
