"""Every number that decides what is found first, with its reason."""

from __future__ import annotations

from bulletin_tui.model.search import Tier

HANDFUL = 5
"""Words are corrected only when fewer articles than this have them as they were typed."""
MANY_WORDS = 4
"""So many words that stand in a row were meant so; elsewhere in a text they may be by chance."""
MUCH_RARER = 20
"""While something is found, a correction must be this many times commoner than what was typed."""
TOGETHER_WITHIN = 400
"""Code points within which words of a block are about the same thing; a block may be a page."""
SCATTERED_FIRST = 7
"""Articles with few words scattered that may be listed before a row with a word corrected."""
GUESSED_TOGETHER = 2 / 3
"""The share of the words that must stand together where some were guessed at."""

TIER_COSTS = {Tier.EXACT: 0.0, Tier.FOLDED: 0.01, Tier.TONE: 0.2, Tier.CORRECTED: 0.2}
"""What a match loses of its worth, 1: a bare letter only breaks ties, another tone is a mistake."""
PREFIX_COST = 0.1
"""A word that only begins as it was typed may be another one than is meant."""
JOINED_COST = 0.1
"""A missing space is a small slip; keys of Telex or VNI are none and cost nothing more."""
SLIP_COST = 0.2
"""A key too many, too few, beside the right one or before its turn."""

TITLE_RUN = 4.0
"""The words in a row in the title: this is the article that was meant."""
TITLE_SHARE = 2.0
"""A title says what an article is about, whatever the order of its words."""
TITLE_FOCUS = 0.5
"""Of two titles that have the words, the shorter is more about them."""
RUN = 3.0
"""The words in a row in the text: a phrase, though nobody put it in quotes."""
TOGETHER = 2.0
"""The words in one block, which is then about all of them."""
WHOLE = 6.0
"""Unfinished words that stand there as they are come before those that only begin so."""
OFTEN = 1.0
"""An article that keeps coming back to the words."""
OFTEN_ENOUGH = 16
"""Matches of a word; more of them say nothing more."""
DATA = 0.5
"""A publisher, place or author of that name: less than being written about."""
