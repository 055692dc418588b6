"""The version of what the parsers make of a file; known without loading them."""

PARSER_VERSION = 1
"""Grows with every change that gives any file another canonical text."""
