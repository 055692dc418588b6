"""Panes decide: each owns one part of the screen and meets the others through messages."""
