"""What is kept under seal: answers, bids, pooled numbers."""
