"""Article files: found, opened safely, read."""
