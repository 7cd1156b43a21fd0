"""Who may see what: the view of one audience, built by adding what is allowed, never by deleting what is forbidden."""
