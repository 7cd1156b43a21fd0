"""Events: what the other items say happened, in the codes of the field."""
