"""Words that are one key away from each other, found by what both become with a letter less.

Wolf Garbe's symmetric deletes (SymSpell, 2012): only deletions of either word are compared.
"""

from __future__ import annotations

SHORTEST = 2
LONGEST = 24
"""Letters of the words that are kept for corrections."""


def shortenings(word: str) -> set[str]:
    """What is left of a word without one of its letters; nothing unless it is letters only."""
    if not (SHORTEST <= len(word) <= LONGEST and word.isalpha()):
        return set()
    return {word[:at] + word[at + 1 :] for at in range(len(word))}
