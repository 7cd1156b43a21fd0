"""Who takes part in a drafted case: actors with all their names, sides and mediators, persons with their posts, who reaches whom."""
