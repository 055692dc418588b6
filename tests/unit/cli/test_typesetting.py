"""A text printed as plain lines keeps its structure."""

from __future__ import annotations

from bulletin_tui.cli.typesetting import cells, plain_text, typeset
from bulletin_tui.model.article import (
    Article,
    ArticleSummary,
    Block,
    BlockKind,
    Boilerplate,
    Document,
    Span,
)


def article_of(text: str, *blocks: Block) -> Article:
    """An article with these blocks."""
    summary = ArticleSummary("a", "", None, None, (), None, None, None, (), None, ("a.md",), 0)
    return Article(summary, Document(text, blocks), "")


def lines(
    text: str, *blocks: Block, width: int | None = None, with_folded: bool = False
) -> list[str]:
    """The lines of an article with these blocks, without their styles."""
    pieces = typeset(article_of(text, *blocks), width, with_folded=with_folded)
    return [piece if isinstance(piece, str) else piece[0] for piece in pieces]


def table(text: str) -> Block:
    """A table block over lines of cells with a tab between them."""
    rows, start = [], 0
    for line in text.split("\n"):
        row = []
        for cell in line.split("\t"):
            row.append(Span(start, start + len(cell)))
            start += len(cell) + 1
        rows.append(tuple(row))
    return Block(BlockKind.TABLE, 0, len(text), rows=tuple(rows))


def test_blocks_are_set_apart_by_a_blank_line_and_headings_by_their_depth() -> None:
    shown = lines(
        "Kết quả\nTrường đạt chuẩn.",
        Block(BlockKind.HEADING, 0, 7, level=2),
        Block(BlockKind.PARAGRAPH, 8, 25),
    )
    assert shown == ["## Kết quả", "", "Trường đạt chuẩn."]


def test_list_items_stand_together_behind_their_markers() -> None:
    shown = lines(
        "một\nhai\nba",
        Block(BlockKind.LIST_ITEM, 0, 3, marker="1."),
        Block(BlockKind.LIST_ITEM, 4, 7, level=1, marker="•"),
        Block(BlockKind.LIST_ITEM, 8, 10, marker="2."),
    )
    assert shown == ["1. một", "  • hai", "2. ba"]


def test_a_wrapped_list_item_hangs_under_its_first_word() -> None:
    item = Block(BlockKind.LIST_ITEM, 0, 22, marker="•")
    assert lines("mở lớp bồi dưỡng hè ha", item, width=12) == ["• mở lớp bồi", "  dưỡng hè", "  ha"]


def test_a_word_longer_than_the_page_stays_whole() -> None:
    paragraph = Block(BlockKind.PARAGRAPH, 0, 20)
    assert lines("a 388/SGD&ĐT-GDCN bb", paragraph, width=8) == ["a", "388/SGD&ĐT-GDCN", "bb"]


def test_without_a_width_a_paragraph_is_one_line() -> None:
    text = "từ " * 99 + "hết"
    assert lines(text, Block(BlockKind.PARAGRAPH, 0, len(text))) == [text]


def test_lines_that_a_margin_broke_are_one() -> None:
    block = Block(BlockKind.PARAGRAPH, 0, 14, reflows=True)
    assert lines("một hai\nba bốn", block) == ["một hai ba bốn"]


def test_a_quote_carries_its_mark_on_every_line() -> None:
    quote = Block(BlockKind.QUOTE, 0, 11)
    assert lines("học\nđể hành", quote, width=20) == ["> học", "> để hành"]


def test_a_table_has_its_columns_aligned() -> None:
    text = "Nội dung\tSố\nTrường\t45/51"
    assert lines(text, table(text), width=40) == ["Nội dung │ Số", "Trường   │ 45/51"]


def test_a_table_wider_than_the_page_names_each_cell_by_its_column() -> None:
    text = "Nội dung\tSố lượng\nTrường đạt chuẩn\t45/51"
    assert lines(text, table(text), width=24) == [
        "• Nội dung: Trường đạt",
        "  chuẩn",
        "  Số lượng: 45/51",
    ]


def test_code_is_never_wrapped() -> None:
    text = "make   check && make bench"
    assert lines(text, Block(BlockKind.CODE, 0, len(text)), width=10) == [f"    {text}"]


def test_cells_count_what_a_terminal_shows() -> None:
    assert [cells("Nghị"), cells("漢字"), cells("o\u0323\u0302")] == [4, 4, 1]


PAGE = "Đoạn một.\n\nBản quyền\nLên đầu"
PAGE_BLOCKS = (
    Block(BlockKind.PARAGRAPH, 0, 9),
    Block(BlockKind.PARAGRAPH, 11, 20, boilerplate=Boilerplate.FOOTER, is_folded=True),
    Block(BlockKind.PARAGRAPH, 21, 28, boilerplate=Boilerplate.CONTROL, is_folded=True),
)


def test_a_run_of_folded_blocks_is_one_line_unless_all_is_asked_for() -> None:
    assert lines(PAGE, *PAGE_BLOCKS) == ["Đoạn một.", "", "▸ 2 lines folded: footer, buttons"]
    full = lines(PAGE, *PAGE_BLOCKS, with_folded=True)
    assert full == ["Đoạn một.", "", "Bản quyền", "Lên đầu"]


def test_the_plain_text_has_one_line_for_a_folded_run_too() -> None:
    article = article_of(PAGE, *PAGE_BLOCKS)
    assert plain_text(article) == "Đoạn một.\n\n▸ 2 lines folded: footer, buttons"
    assert plain_text(article, with_folded=True) == PAGE
