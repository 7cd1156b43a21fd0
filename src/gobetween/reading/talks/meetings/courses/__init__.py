"""Talks as a thing with a course: rounds that begin, stall and end, are put off or called off."""
