"""Reading records one by one: a record that is refused is reported, and the rest goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from bulletin_tui.services.interchange.fields import Fields, RefusedError
from bulletin_tui.services.interchange.incoming import Incoming, Refusal
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bulletin_tui.services.interchange.incoming import IncomingArticle, IncomingMark

_Record = TypeVar("_Record")


def read_each(
    records: Iterable[tuple[str, _Record]], read: Callable[[str, _Record], IncomingMark]
) -> Incoming:
    """The marks of records, each with where it stands; `read` raises RefusedError."""
    marks: list[IncomingMark] = []
    refusals: list[Refusal] = []
    for where, record in records:
        try:
            mark = read(where, record)
        except RefusedError as error:
            refusals.append(Refusal(where, str(error)))
            continue
        if mark.quote.exact.strip():
            marks.append(mark)
        else:
            refusals.append(Refusal(where, _("it quotes nothing")))
    return Incoming(tuple(marks), tuple(refusals))


def marks_of(
    articles: Iterable[object],
    read: Callable[[Fields], IncomingArticle],
    name: str,
    refusals: list[Refusal],
) -> Iterator[tuple[str, tuple[IncomingArticle, object]]]:
    """Every mark that stands under `name` in an article, with its place in the file.

    `read` raises RefusedError: such an article joins the `refusals`, and its marks are left out.
    """
    count = 0
    for number, value in enumerate(articles, start=1):
        try:
            record = Fields.of(value)
            article = read(record)
        except RefusedError as error:
            where = _("article {number}").format(number=number)
            refusals.append(Refusal(where, str(error)))
            continue
        for mark in record.items(name):
            count += 1
            yield _("mark {number}").format(number=count), (article, mark)


def numbered(records: Iterable[_Record]) -> Iterable[tuple[str, _Record]]:
    """Records with their places in the file, counted from 1."""
    for number, record in enumerate(records, start=1):
        yield _("mark {number}").format(number=number), record
