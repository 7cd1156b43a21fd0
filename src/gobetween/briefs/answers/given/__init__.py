"""What answers give to programs: values with exact numbers, made of the engine's results, one file a question."""
