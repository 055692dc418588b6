"""From a page as it was saved to a report: what its lines are, and what they say of it."""
