"""What is said of the talks: meetings, delegations, positions, sticking points, judgements, pressure, acts."""
