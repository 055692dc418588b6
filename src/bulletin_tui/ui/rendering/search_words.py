"""What is said about a search: how much was found, how it was read, what else could be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.search import Tier
from bulletin_tui.services.coverage import coverage_words
from bulletin_tui.services.decoded_keys import read_as
from bulletin_tui.services.looser_searches import looser_words
from bulletin_tui.text.dates import parse_printed_date
from bulletin_tui.words import _, grouped, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.model.search import Decoded, SearchResult


def count_words(result: SearchResult) -> str:
    """How many articles and own marks were found; empty while there may still be some."""
    if result.query.is_empty:
        return ""
    parts = []
    if result.hits and not result.query.in_notes:
        parts.append(_articles(result))
    if result.notes:
        count = len(result.notes)
        words = ngettext("{count} own mark", "{count} own marks", count)
        parts.append(words.format(count=grouped(count)))
    if not parts and result.is_complete:
        parts.append(_("nothing found"))
    return " · ".join(parts)


def _articles(result: SearchResult) -> str:
    shown, total = len(result.hits), max(result.total, len(result.hits))
    count = grouped(total) + ("+" if result.is_cut else "")
    if shown == total:
        at_least = total + result.is_cut
        return ngettext("{count} article", "{count} articles", at_least).format(count=count)
    words = ngettext("{shown} of {total} article", "{shown} of {total} articles", total)
    return words.format(shown=grouped(shown), total=count)


def place_words(number: int | None, count: int) -> str:
    """Which match of an article one stands on, or how many there are."""
    if number is None:
        return ngettext("{count} match", "{count} matches", count).format(count=grouped(count))
    return _("{number} of {count}").format(number=grouped(number), count=grouped(count))


def remark(result: SearchResult, key: str) -> str:
    """What the reader should know of the answer; `key` asks for the words as they are spelt here.

    A hint about the query comes first, then what was not searched. Empty when there is nothing to
    say.
    """
    if result.query.hint:
        return result.query.hint
    if coverage := coverage_words(result):
        return coverage
    counts = {tier: result.count(tier) for tier in Tier}
    if counts[Tier.EXACT] or not (counts[Tier.TONE] or counts[Tier.CORRECTED]):
        return ""
    sorts = {
        Tier.FOLDED: _("{count} without accents"),
        Tier.TONE: _("{count} with other accents"),
        Tier.CORRECTED: _("{count} corrected"),
    }
    parts = [sorts[tier].format(count=grouped(counts[tier])) for tier in sorts if counts[tier]]
    words = _("No exact hits: {parts}").format(parts=", ".join(parts))
    if not result.respelt or not key:
        return words
    offer = _("{key} takes “{words}”").format(key=key, words=result.respelt)
    return f"{words} · {offer}"


def empty_words(result: SearchResult, *, in_article: bool) -> str:
    """What to say in the place of the hits."""
    if result.query.is_empty:
        return _("Type some words, with or without accents.")
    sentence = _("Nothing found for “{typed}”. Fewer words, or half of one, may find more.")
    if result.looser is not None and not (result.unsearched or in_article):
        return looser_words(result.looser, result.query.typed)
    if not result.query.terms:
        sentence = _("Nothing here answers “{typed}”.")
    elif _is_date(result.query.typed):
        sentence = _("No text has “{typed}”; after:{typed} finds what is dated since then.")
    if result.unsearched:
        sentence = _("Nothing found for “{typed}” yet: not every article is searched so far.")
    if in_article:
        sentence = _("“{typed}” is not in this article. F2 searches everything.")
    if result.query.in_notes:
        sentence = _("No mark of your own has “{typed}”.")
        if not result.query.terms:
            sentence = _("None of your marks answers “{typed}”.")
    return sentence.format(typed=result.query.typed)


def _is_date(typed: str) -> bool:
    """Whether it is a date that may stand behind a name and a colon as it is."""
    return " " not in typed and parse_printed_date(typed) is not None


def decoded_words(decoded: Sequence[Decoded]) -> str:
    """The words that keys were read as, and by which input method's rules."""
    words = read_as(decoded)
    return f"→ {words}" if words else ""
