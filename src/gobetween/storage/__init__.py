"""Where records are kept: SQLite and PostgreSQL, keys, snapshots, backups."""
