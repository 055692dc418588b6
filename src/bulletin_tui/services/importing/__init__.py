"""Importing: files from anywhere become articles of the library, which keeps their bytes."""
