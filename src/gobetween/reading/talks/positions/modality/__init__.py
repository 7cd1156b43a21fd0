"""What only may, must, would or will be: conditions, moods, threats, wishes, and when a stand was taken."""
