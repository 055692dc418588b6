"""Bulletin: an offline reader for reports and bulletins in the terminal."""

__version__ = "0.1.0"
