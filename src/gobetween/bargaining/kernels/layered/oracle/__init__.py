"""Whether requirements can be met together, asked again and again, and all conflicts and openings from that."""
