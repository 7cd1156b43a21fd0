"""Live talks: the use cases by which actors act, and what each audience's record comes to."""
