"""Screens wire panes together; they decide nothing."""
