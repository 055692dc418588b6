"""Documents cited: symbols such as 29-NQ/TW and 04/2015/NĐ-CP, each once, in their order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bulletin_tui.importers.tidy.lines import Line
from bulletin_tui.importers.tidy.seen import Seen
from bulletin_tui.model.article import Evidence, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bulletin_tui.model.article import Block

MOST_CITED = 50
_LETTERS = r"[A-ZĐƯ][A-ZĐƯa-z]{0,9}(?:&[A-ZĐƯ]{1,6})?(?:[0-9]{1,2})?"
_SYMBOL = re.compile(
    rf"(?<![\w/.-])(?P<symbol>[0-9]{{1,5}}(?:/[12][0-9]{{3}})?[-/]{_LETTERS}(?:[-/]{_LETTERS}){{0,4}})(?![\w/])"
)
_HINT = re.compile(r"[0-9][-/][A-ZĐ]")
_KNOWN = re.compile(
    r"(?:NQ|QĐ|QD|CT|KL|TT|NĐ|ND|KH|CTr|CTR|TB|BC|CV|HD|QC|QH|TTr|TTLT|VBHN|SL|L|PL|ĐA|QyĐ|GM|PA"
    r"|CĐ|TW|TU|HU|[BS](?:GD|NV|TC|YT|CT|XD|KH|TP|VH|LĐ|QP|GTVT|TNMT|TTTT)(?=[&ĐC-]|$)"
    r"|TTg|CP|UBND|HĐND|BTC)(?![a-z])"
)


def cited(lines: Iterable[Seen]) -> list[tuple[str, Span]]:
    """The symbols in these lines, each with the span of the first line that has it."""
    found: dict[str, Span] = {}
    for seen in lines:
        if not ("/" in seen.text or "-" in seen.text) or not _HINT.search(seen.text):
            continue
        for match in _SYMBOL.finditer(seen.text):
            symbol = match["symbol"]
            if symbol not in found and _KNOWN.search(symbol) and len(found) < MOST_CITED:
                found[symbol] = Span(seen.line.start, seen.line.end)
    return list(found.items())


def cited_in(text: str, blocks: Sequence[Block]) -> list[tuple[str, Span]]:
    """The symbols in a text that no rules have looked at."""
    lines = (Line(block.start, block.end, text[block.start : block.end]) for block in blocks)
    return cited(Seen(line, line.text, bare="", words=0) for line in lines)


def citing_evidence(found: Iterable[tuple[str, Span]]) -> list[Evidence]:
    """Where each symbol is from."""
    return [Evidence("documents", symbol, "symbol", 0.95, span) for symbol, span in found]
