"""What is done or threatened beside the talks."""
