"""Processes of their own, started by command: they talk in JSON lines and never open `state.db`."""
