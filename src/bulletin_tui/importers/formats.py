"""What can be parsed, and the version of what becomes of it; known without loading the parsers."""

from __future__ import annotations

import unicodedata

PARSER_VERSION = 2
"""Grows with every change that gives any file another canonical text."""

MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
TEXT_SUFFIXES = frozenset({".txt"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
EPUB_SUFFIXES = frozenset({".epub"})
SUFFIXES = MARKDOWN_SUFFIXES | TEXT_SUFFIXES | HTML_SUFFIXES | EPUB_SUFFIXES
"""Of the file names that can be parsed, in lower case."""


def reading_version() -> str:
    """What a text read today depends on: on this program, and on what it reads with.

    A file that was read under another version may have another canonical text, or other metadata.
    """
    from importlib.metadata import version  # only who builds an index asks

    libraries = (f"{name} {version(name)}" for name in ("markdown-it-py", "PyYAML"))
    return f"{PARSER_VERSION}, {', '.join(libraries)}, Unicode {unicodedata.unidata_version}"
