"""Laws of the wrap table: nothing is lost, nothing is too wide, every offset finds its way back."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.model.article import Block, BlockKind, Boilerplate, Document, Span
from bulletin_tui.ui.rendering.cells import cell_width, cluster_end, clusters
from bulletin_tui.ui.rendering.folds import Folds
from bulletin_tui.ui.rendering.wrap import WrapTable
from unit.rendering.documents import document_of, table_document

LETTERS = "aạđượỷ   \n\u00a0.,-日한🙂e\u0302\u200d\ufe0fß"
TEXTS = st.text(LETTERS, min_size=1, max_size=60)
WIDTHS = st.integers(1, 50)
KINDS = st.sampled_from([kind for kind in BlockKind if kind is not BlockKind.TABLE])
BLOCKS = st.builds(
    lambda kind, level, marker, text: (Block(kind, 0, 0, level=level, marker=marker), text),
    KINDS,
    st.integers(0, 4),
    st.sampled_from(["", "•", "12.", "日."]),
    TEXTS,
)
FLOWS = st.lists(BLOCKS, min_size=1, max_size=4).map(lambda parts: document_of(*parts))
CELLS = st.text("aạđượỷ  0123,%日🙂", max_size=30)
TABLES = st.integers(1, 4).flatmap(
    lambda count: st.lists(st.tuples(*[CELLS] * count), min_size=1, max_size=4)
)
DOCUMENTS = st.one_of(FLOWS, TABLES.map(lambda rows: table_document(*rows)))

PARTLY_FOLDED = st.lists(
    st.tuples(BLOCKS, st.booleans()).map(lambda pair: _with_fold(*pair)), min_size=1, max_size=8
).map(lambda parts: document_of(*parts))


def _with_fold(part: tuple[Block, str], is_folded: bool) -> tuple[Block, str]:
    kind = Boilerplate.RELATED if is_folded else None
    return replace(part[0], boilerplate=kind, is_folded=is_folded), part[1]


def wrapped(document: Document, width: int) -> WrapTable:
    table = WrapTable(document, width)
    assert table.advance(len(document.text) + len(document.blocks))
    return table


def shown_offsets(table: WrapTable) -> list[int]:
    return [
        offset
        for number in range(len(table))
        for piece in table.row(number).pieces
        for offset in range(piece.start, piece.end)
    ]


def visible_offsets(document: Document) -> list[int]:
    spans = [
        cell if block.rows else Span(block.start, block.end)
        for block in document.blocks
        for cells in block.rows or ((Span(0, 0),),)
        for cell in cells
    ]
    return [
        offset
        for span in spans
        for offset in range(span.start, span.end)
        if document.text[offset] not in " \n"
    ]


def cells_of_letter(table: WrapTable, row: int, offset: int) -> int:
    return next(
        cells
        for piece in table.row(row).pieces
        for start, end, cells in clusters(table.document.text, piece.start, piece.end)
        if start <= offset < end
    )


@given(DOCUMENTS, WIDTHS)
def test_every_visible_letter_is_on_exactly_one_row(document: Document, width: int) -> None:
    shown = [
        offset for offset in shown_offsets(wrapped(document, width))
        if document.text[offset] not in " \n"
    ]  # fmt: skip
    assert sorted(shown) == visible_offsets(document)


@given(DOCUMENTS, WIDTHS)
def test_no_row_is_wider_than_the_column_unless_one_letter_is(
    document: Document, width: int
) -> None:
    table = wrapped(document, width)
    for number in range(len(table)):
        for piece in table.row(number).pieces:
            end = piece.x + cell_width(document.text, piece.start, piece.end)
            is_one_letter = cluster_end(document.text, piece.start, piece.end) == piece.end
            assert end <= width or is_one_letter


@given(DOCUMENTS, WIDTHS, st.data())
def test_an_offset_finds_its_cell_and_the_cell_finds_the_offset(
    document: Document, width: int, data: st.DataObject
) -> None:
    table = wrapped(document, width)
    shown = shown_offsets(table)
    if not shown:
        return
    offset = data.draw(st.sampled_from(shown))
    row, x = table.place(offset)
    found = table.cluster_at(row, x)
    assert found.start <= offset < found.end or cells_of_letter(table, row, offset) == 0


@given(DOCUMENTS, WIDTHS, st.integers(0, 300))
def test_every_offset_has_a_place_and_none_is_beyond_it(
    document: Document, width: int, offset: int
) -> None:
    table = wrapped(document, width)
    row, _x = table.place(offset)
    assert 0 <= row < len(table)
    assert min(piece.start for piece in table.row(row).pieces) <= max(offset, 0)


@given(FLOWS, WIDTHS)
def test_later_letters_never_stand_higher(document: Document, width: int) -> None:
    table = wrapped(document, width)
    places = [table.place(offset) for offset in range(len(document.text) + 1)]
    assert places == sorted(places)


@given(DOCUMENTS, WIDTHS, st.integers(1, 40))
def test_wrapping_in_slices_gives_the_same_rows(document: Document, width: int, step: int) -> None:
    whole, sliced = wrapped(document, width), WrapTable(document, width)
    while not sliced.advance(step):
        pass
    assert len(sliced) == len(whole)
    assert [sliced.row(n) for n in range(len(sliced))] == [whole.row(n) for n in range(len(whole))]


@given(DOCUMENTS, WIDTHS)
def test_the_first_offset_of_a_row_is_on_that_row_or_the_next_with_text(
    document: Document, width: int
) -> None:
    table = wrapped(document, width)
    for number in range(len(table)):
        if table.row(number).pieces and table.first_offset(number) < len(document.text):
            assert table.place(table.first_offset(number))[0] == number


@given(DOCUMENTS, WIDTHS, st.data())
def test_the_rows_of_a_span_hold_all_of_it(
    document: Document, width: int, data: st.DataObject
) -> None:
    table = wrapped(document, width)
    ends = st.integers(0, len(document.text))
    start, end = sorted((data.draw(ends), data.draw(ends)))
    rows = table.rows_of(Span(start, end))
    for number in range(len(table)):
        for piece in table.row(number).pieces:
            if piece.start < end and start < piece.end:
                assert number in rows


@given(DOCUMENTS, WIDTHS)
def test_what_is_painted_before_the_text_never_covers_it(document: Document, width: int) -> None:
    table = wrapped(document, width)
    for number in range(len(table)):
        row = table.row(number)
        assert all(cell_width(row.lead) <= piece.x for piece in row.pieces)


def folds_of(document: Document, data: st.DataObject) -> Folds:
    starts = [run.span.start for run in Folds.of(document).runs]
    opened = data.draw(st.sets(st.sampled_from(starts))) if starts else set()
    return Folds.of(document, frozenset(opened))


@given(PARTLY_FOLDED, WIDTHS, st.data())
def test_runs_opened_and_closed_one_by_one_stand_as_if_they_always_had(
    document: Document, width: int, data: st.DataObject
) -> None:
    table = WrapTable(document, width, folds_of(document, data))
    table.advance(data.draw(st.integers(0, len(document.text))))
    for _turn in range(3):
        table.set_folds(folds_of(document, data))
    table.finish()
    fresh = WrapTable(document, width, table.folds)
    fresh.finish()
    assert [table.row(n) for n in range(len(table))] == [fresh.row(n) for n in range(len(fresh))]


@given(PARTLY_FOLDED, WIDTHS, st.data())
def test_only_the_letters_of_closed_runs_are_not_shown(
    document: Document, width: int, data: st.DataObject
) -> None:
    folds = folds_of(document, data)
    table = WrapTable(document, width, folds)
    table.finish()
    hidden = {at for run in folds.closed for at in range(run.span.start, run.span.end)}
    shown = [at for at in shown_offsets(table) if document.text[at] not in " \n"]
    assert shown == [at for at in visible_offsets(document) if at not in hidden]


@given(PARTLY_FOLDED, WIDTHS, st.data())
def test_a_place_of_a_closed_run_is_its_row_and_its_row_leads_back_into_it(
    document: Document, width: int, data: st.DataObject
) -> None:
    folds = folds_of(document, data)
    table = WrapTable(document, width, folds)
    table.finish()
    places = [table.place(offset) for offset in range(len(document.text) + 1)]
    assert places == sorted(places)
    for run in folds.closed:
        number, x = places[run.span.start]
        assert table.row(number).fold == run
        assert table.first_offset(number) == table.cluster_at(number, x).start == run.span.start
