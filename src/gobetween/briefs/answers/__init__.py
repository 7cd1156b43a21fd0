"""Answers of the engine to what somebody asks of a case: made of a scene alone, so that each says no more than its audience may see."""
