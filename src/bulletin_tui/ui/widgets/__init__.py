"""Widgets show what they are given."""
