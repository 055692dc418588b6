"""Tables as CSV that no spreadsheet takes for formulas, and such tables read again.

A cell that would begin a formula gets an apostrophe in front, which is taken away when it is read:
https://owasp.org/www-community/attacks/CSV_Injection
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from bulletin_tui.errors import NotAnExportError
from bulletin_tui.services.interchange.fields import Fields
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
"""Cells that already have such apostrophes get one more, so that what is read is what was there."""
_SHIELDED = re.compile("'+[=+\\-@\t\r\n＝＋－＠]")
_LONGEST_CELL = 2**31 - 1


def set_in_table(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """The whole table, the names of the columns first; every cell in quotation marks."""
    table = io.StringIO()
    writer = csv.writer(table, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_shielded(row.get(name, "")) for name in columns] for row in rows)
    return table.getvalue()


def column_names(text: str) -> list[str]:
    """The names in the first line, in lower case."""
    first = next(iter(text.splitlines()), "")
    csv.field_size_limit(_LONGEST_CELL)
    try:
        names = next(csv.reader([first]), [])
    except csv.Error:
        return []
    return [name.strip().lower() for name in names]


def read_table(text: str) -> Iterator[tuple[str, Fields]]:
    """The rows by the names of their columns, in lower case, each with where it stands.

    Raises NotAnExportError for what is no table.
    """
    names = column_names(text)
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        next(reader, None)
        line = reader.line_num + 1
        for row in reader:
            cells = [_bare(cell) for cell in row]
            if any(cells):
                fields = Fields(dict(zip(names, cells, strict=False)))
                yield _("line {number}").format(number=line), fields
            line = reader.line_num + 1
    except csv.Error as error:
        sentence = _("The file is no table of comma-separated values: {reason}.")
        raise NotAnExportError(sentence.format(reason=error)) from error


def _shielded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _bare(cell: str) -> str:
    return cell[1:] if _SHIELDED.match(cell) else cell
