"""Words for a time, and the days that they mean."""
