"""What can be parsed, and the version of what becomes of it; known without loading the parsers."""

from __future__ import annotations

import unicodedata
from contextlib import suppress

PARSER_VERSION = 7
"""Grows with every change that gives any file another canonical text."""
RULES_VERSION = 11
"""Grows with every change of what the same canonical text is read as: its blocks, its metadata."""

MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
TEXT_SUFFIXES = frozenset({".txt"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
EPUB_SUFFIXES = frozenset({".epub"})
DOCX_SUFFIXES = frozenset({".docx"})
PDF_SUFFIXES = frozenset({".pdf"})
ENCODED_SUFFIXES = MARKDOWN_SUFFIXES | TEXT_SUFFIXES | HTML_SUFFIXES
"""Of files that are text, in an encoding that can be another one."""
SUFFIXES = ENCODED_SUFFIXES | EPUB_SUFFIXES | DOCX_SUFFIXES | PDF_SUFFIXES
"""Of the file names that can be parsed, in lower case; some need a library of an extra."""
_LIBRARIES = ("markdown-it-py", "mdit-py-plugins", "PyYAML")
_EXTRA_LIBRARIES = {"pypdf": "pypdf", "python-docx": "docx"}
"""Of formats that are read only where these are installed, and the modules that they are."""


def rules_version() -> str:
    """What a text read today depends on of this program; known within a moment."""
    from importlib.util import find_spec

    extras = [name for name, module in _EXTRA_LIBRARIES.items() if find_spec(module)]
    return f"{PARSER_VERSION}.{RULES_VERSION} {'+'.join(extras)}"


def reading_version() -> str:
    """What a text read today depends on: on this program, and on what it reads with.

    A file that was read under another version may have another canonical text, or other metadata.
    """
    from importlib.metadata import PackageNotFoundError, version  # only who builds an index asks

    libraries = [f"{name} {version(name)}" for name in _LIBRARIES]
    for name in _EXTRA_LIBRARIES:
        with suppress(PackageNotFoundError):
            libraries.append(f"{name} {version(name)}")
    return f"{rules_version()}, {', '.join(libraries)}, Unicode {unicodedata.unidata_version}"
