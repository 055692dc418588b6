"""What can be parsed, and the version of what becomes of it; known without loading the parsers."""

PARSER_VERSION = 1
"""Grows with every change that gives any file another canonical text."""

MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
TEXT_SUFFIXES = frozenset({".txt"})
SUFFIXES = MARKDOWN_SUFFIXES | TEXT_SUFFIXES
"""Of the file names that can be parsed, in lower case."""
