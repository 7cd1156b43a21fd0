"""What is told in confidence, and the permission to pass it on."""
