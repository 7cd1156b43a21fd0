"""What can be agreed, what cannot and why: exact answers from demands alone, and from preferences where there are some."""
