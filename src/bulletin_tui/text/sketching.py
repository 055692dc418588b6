"""Sketches of texts: how much of one stands in another, told without having the texts at hand.

Of the hashes of all rows of three words the smallest stand for the text, as in A. Broder, On the
resemblance and containment of documents (1997).
"""

from __future__ import annotations

from hashlib import blake2b

from bulletin_tui.text.fold import strict

_ROW = 3
_MOST = 256
_LENGTH = 500_000
_BYTES = 8


def sketch(text: str) -> bytes:
    """At most 2 KB, the same on every machine; how a text is set makes no difference.

    Of a longer text the first half million code points count.
    """
    words = strict(text[:_LENGTH]).split()
    rows = {" ".join(words[at : at + _ROW]) for at in range(max(len(words) - _ROW + 1, 1))}
    hashes = {
        blake2b(row.encode("utf-8", "surrogatepass"), digest_size=_BYTES).digest() for row in rows
    }
    return b"".join(sorted(hashes)[:_MOST])


def size(sketched: bytes) -> int:
    """How many rows of three words a sketch is of, up to those that it can hold."""
    return len(sketched) // _BYTES


def kept_share(old: bytes, new: bytes) -> float:
    """How much of the text with the sketch `old` stands in the one with `new`, 0 to 1."""
    kept = _hashes(new)
    # A row of the old text beyond the last hash of a full sketch may stand in the new text or not.
    last = max(kept) if len(kept) == _MOST else None
    asked = [one for one in _hashes(old) if last is None or one <= last]
    return sum(one in kept for one in asked) / len(asked) if asked else 0.0


def _hashes(sketched: bytes) -> set[bytes]:
    return {sketched[at : at + _BYTES] for at in range(0, len(sketched), _BYTES)}
