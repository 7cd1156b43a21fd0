"""Where a party stands: what it demands, offers, accepts, refuses, and on what condition."""
