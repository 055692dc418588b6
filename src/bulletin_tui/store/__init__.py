"""Everything precious: the only package that opens `state.db`."""
