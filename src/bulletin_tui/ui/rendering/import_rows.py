"""What an import came to, or would come to, as rows of two lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.services.describing import meta_line
from bulletin_tui.services.importing.report import Outcome
from bulletin_tui.text.clean import clean_line
from bulletin_tui.ui.rendering.list_rows import ListRow, Role, RowLine
from bulletin_tui.words import _, ngettext

if TYPE_CHECKING:
    from bulletin_tui.model.article import Article
    from bulletin_tui.services.importing.report import ImportedFile, ImportReport

LINES = 2
"""Of a row."""
_SIGNS = {
    Outcome.ADDED: "+",
    Outcome.UPDATED: "↻",
    Outcome.DUPLICATE: "=",
    Outcome.SKIPPED: "×",
}


def in_order(report: ImportReport) -> tuple[ImportedFile, ...]:
    """The files, those first that come to something; pictures and the like last."""
    order = tuple(Outcome)
    return tuple(
        sorted(report.files, key=lambda file: (file.is_no_article, order.index(file.outcome)))
    )


def warnings_of(file: ImportedFile) -> str:
    """What is not certain about a file, a line each; its row only counts them."""
    return "" if file.article is None else "\n".join(file.article.document.warnings)


def import_row(file: ImportedFile, _width: int) -> ListRow:
    """The article with what is known of it, or the file with the reason why there is none."""
    sign = _SIGNS[file.outcome]
    if file.article is None:
        name = clean_line(file.path.rpartition("/")[2])
        lines = (RowLine(f"{sign} {name}", Role.MUTED), RowLine(f"  {file.reason}", Role.WARNING))
        return ListRow(lines)
    is_new = file.outcome in (Outcome.ADDED, Outcome.UPDATED)
    title = RowLine(f"{sign} {file.article.summary.title}", Role.TITLE if is_new else Role.MUTED)
    return ListRow((title, RowLine(f"  {_facts(file, file.article)}", Role.MUTED)))


def _facts(file: ImportedFile, article: Article) -> str:
    folded = sum(block.is_folded for block in article.document.blocks)
    lines = ngettext("{count} line folded", "{count} lines folded", folded).format(count=folded)
    other = ""
    if file.outcome is Outcome.DUPLICATE and file.other is not None:
        other = _("the same text as “{title}”").format(title=file.other.title)
    elif file.outcome is Outcome.UPDATED:
        other = _("a newer version; marks go along")
    warnings = len(article.document.warnings)
    doubts = ngettext("! {count} warning", "! {count} warnings", warnings).format(count=warnings)
    facts = (
        doubts if warnings else "",
        other,
        meta_line(article.summary),
        lines if folded else "",
    )
    return " · ".join(filter(None, facts))
