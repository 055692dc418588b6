"""EPUB books: the chapters in their order, each read like a page of its own."""
