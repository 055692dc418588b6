"""The door: from the lines of a page, and what its head declares, to what it reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.importers.tidy.lines import LineReading, Tidied
from bulletin_tui.model.article import Metadata

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.importers.tidy.lines import Line
    from bulletin_tui.model.article import Evidence


def tidy(
    lines: Sequence[Line],
    declared: Metadata = Metadata(),  # noqa: B008 - frozen
    declared_evidence: Sequence[Evidence] = (),
) -> Tidied:
    """What each line is, and what is known of the report.

    `declared` is what is said of the page outside its lines, such as `og:title`, one evidence for
    each value; it is weighed with what the lines say. A value that nothing speaks for is None: a
    title too, which is then for the importer to choose.
    """
    readings = tuple(LineReading() for _line in lines)
    return Tidied(readings, declared, tuple(declared_evidence))
