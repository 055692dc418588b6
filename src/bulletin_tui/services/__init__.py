"""The journeys: the only door through which the interface reaches files and rows."""
