"""The encoding that a page declares; only a hint, for many old pages declare the wrong one."""

from __future__ import annotations

import re

_FARTHEST = 4096
"""In bytes; browsers look at the first 1,024, but some pages begin with long comments."""
_CHARSET = re.compile(
    rb"""<(?: meta\b[^>]{0,500}? \bcharset | \?xml\b[^>]{0,100}? \bencoding )
    \s{0,9} = \s{0,9} ["']? \s{0,9} ([a-z0-9_:.-]{2,40})""",
    re.VERBOSE | re.IGNORECASE,
)


def declared_charset(data: bytes) -> str | None:
    """The name as it is written; None if the page names none."""
    found = _CHARSET.search(data[:_FARTHEST])
    return found[1].decode("ascii") if found else None
