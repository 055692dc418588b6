"""Web pages: from their markup to blocks over one canonical text, and what their heads declare."""
