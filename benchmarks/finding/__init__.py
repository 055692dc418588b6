"""The parts of the search benchmark, a section or a peer each."""
