"""Frozen dataclasses that every layer passes around; they know nobody."""
