"""Who meets whom, how and when, and who is sent."""
