"""A package, or the best packages by an objective: multipliers, bounds, and search depth first."""
