"""Saved pages with a careful reading beside them, scored like made-up ones."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bulletin_tui.importers.parsing import parse
from bulletin_tui.text.dates import iso_printed_date
from bulletin_tui.text.fold import fold
from made_pages.scoring import Score

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from bulletin_tui.model.article import Document

_SHOWN = frozenset(
    {"body", "lead", "caption", "title", "dateline", "byline", "breadcrumb", "subheading"}
)


def score_folder(folder: Path) -> dict[str, Score]:
    """The score of each page in the folder, by its name."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return {each["id"]: _score(folder / each["file"], each) for each in gold["documents"]}


def _score(path: Path, gold: dict[str, Any]) -> Score:
    document = parse(path.read_bytes(), path.name)
    known, result = document.metadata, Score()
    found = {
        "title": known.title,
        "published": iso_printed_date(known.published) if known.published else None,
        "updated": iso_printed_date(known.updated) if known.updated else None,
        "authors": " ".join(known.authors),
        "source": known.source,
        "place": known.place,
    }
    publisher = gold.get("publisher") or {}
    is_named = publisher.get("confidence", 1) == 1 and publisher.get("organisation")
    wanted = {
        "title": gold["title"],
        "published": gold["published"],
        "updated": gold["updated"],
        "authors": " ".join(gold["authors"]),
        "source": publisher["organisation"] if is_named else found["source"],
        "place": (gold.get("place") or {}).get("province"),
    }
    columns = {"published": "date", "updated": "date", "authors": "byline", "source": "publisher"}
    for name, value in wanted.items():
        is_right = fold(value or "") == fold(found[name] or "")
        result.count(columns.get(name, name), right=is_right)
        if not is_right:
            result.wrong.append((f"{gold['id']} {name}", str(found[name]), str(value)))
    _score_lines(path, gold, document, result)
    return result


def _score_lines(path: Path, gold: dict[str, Any], document: Document, result: Score) -> None:
    classes = {number: name for name, lines in gold["line_classes"].items() for number in lines}
    folded = [(block.start, block.end) for block in document.blocks if block.is_folded]
    at = 0
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.strip() and number in classes:
            is_folded = any(start < at + len(line) and at < end for start, end in folded)
            is_shown = classes[number] in _SHOWN
            column = "text shown" if is_shown else "page folded"
            result.count(column, right=is_folded != is_shown)
            if is_folded == is_shown:
                result.wrong.append((f"{gold['id']} line {number}", classes[number], line[:60]))
        at += len(line) + 1
    result.count("nothing lost", right=document.text == path.read_text(encoding="utf-8"))
