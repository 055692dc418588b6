"""Why an article is read as it is: where each value comes from, and what is folded."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bulletin_tui.cli.output import Style
from bulletin_tui.model.article import BOILERPLATE_FIELD
from bulletin_tui.services.folds import kind_name
from bulletin_tui.services.known_fields import LABELS, known_fields
from bulletin_tui.services.rule_words import rule_words
from bulletin_tui.text.by_hand import BY_HAND, SET_ASIDE
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bulletin_tui.cli.output import Output
    from bulletin_tui.model.article import Article, Document, Evidence

INDENT = "    "
_LONGEST_QUOTE = 100
"""In code points, of the line that a value is from."""
_LABELS = {**LABELS, "portal": N_("Site")}


def write_reasons(out: Output, article: Article) -> None:
    """Each value, how it was found and how surely; then what is folded, by class and why."""
    evidence = article.document.provenance.evidence
    apart = {BOILERPLATE_FIELD, SET_ASIDE}
    known = [each for each in evidence if apart.isdisjoint((each.field, each.rule))]
    origins = {each.field: each.origin for each in known_fields(article)}
    for each in known:
        label = _(_LABELS[each.field]) if each.field in _LABELS else each.field
        out.line((f"{label}: ", Style.DIM), (clean_line(each.value) or "–", Style.STRONG))
        is_by_hand = each.rule == BY_HAND
        reasons = [origins[each.field]] if is_by_hand else _reasons(article.text, each)
        out.line(INDENT + ", ".join(reasons))
    if not known:
        out.line(_("Nothing was inferred from the text or its page."))
    lines = list(_folded_lines(article.document))
    count = sum(block.is_folded for block in article.document.blocks)
    folded = ngettext("{count} line is folded.", "{count} lines are folded.", count)
    out.line(folded.format(count=count))
    for line in lines:
        out.line(INDENT + line)


def _reasons(text: str, evidence: Evidence) -> Iterator[str]:
    yield rule_words(evidence.field, evidence.rule)
    yield _("confidence {percent} %").format(percent=round(evidence.confidence * 100))
    if evidence.span:
        end = min(evidence.span.end, evidence.span.start + _LONGEST_QUOTE)
        quote = clean_line(text[evidence.span.start : end])
        more = "…" if end < evidence.span.end else ""
        line = text.count("\n", 0, evidence.span.start) + 1
        yield _("line {number}: “{quote}”").format(number=line, quote=quote + more)


def _folded_lines(document: Document) -> Iterator[str]:
    """How many lines of each class are folded, and the rules that told them."""
    rules: dict[str, list[str]] = {}
    for each in document.provenance.evidence:
        if each.field == BOILERPLATE_FIELD:
            rules.setdefault(each.value, []).append(rule_words(each.field, each.rule))
    counts = Counter(
        block.boilerplate for block in document.blocks if block.is_folded and block.boilerplate
    )
    for boilerplate, count in counts.most_common():
        name = kind_name(boilerplate)
        label = f"{count} × {name}"
        told = "; ".join(dict.fromkeys(rules.get(boilerplate, ())))
        yield f"{label} ({told})" if told else label
