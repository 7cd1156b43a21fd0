"""What is negotiated in a drafted case: phrases about one matter, issues with options, links between them."""
