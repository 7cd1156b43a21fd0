"""Case folders and reports on disk: YAML to a case, evidence kept as JSON, reports found, a skeleton to begin with."""
