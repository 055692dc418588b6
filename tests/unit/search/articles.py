"""Small articles to search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.article import (
    Article,
    ArticleSummary,
    Block,
    BlockKind,
    Document,
    Metadata,
    Span,
)
from bulletin_tui.services.searching import Searcher
from bulletin_tui.text.dates import parse_printed_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.model.search import Hit, SearchResult


def article(
    title: str,
    *paragraphs: str,
    source: str | None = None,
    place: str | None = None,
    author: str = "",
    documents: tuple[str, ...] = (),
    published: str = "",
) -> Article:
    """An article of one block a paragraph; its id is its title."""
    blocks: list[Block] = []
    start = 0
    for paragraph in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(paragraph)))
        start += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    summary = ArticleSummary(
        id=title,
        title=title,
        source=source,
        place=place,
        authors=(author,) if author else (),
        published=parse_printed_date(published),
        updated=None,
        language="vi",
        documents=documents,
        portal=None,
        paths=(f"/bao-cao/{title}.md",),
        words=len(text.split()),
    )
    known = Metadata(
        title=title,
        source=source,
        place=place,
        authors=summary.authors,
        published=summary.published,
        language="vi",
        documents=documents,
    )
    return Article(summary, Document(text, tuple(blocks), metadata=known), text_hash="")


def titles(result: SearchResult) -> list[str]:
    """What was found, best first."""
    return [hit.article.title for hit in result.hits]


def shown(text: str, spans: Sequence[Span]) -> list[str]:
    """The words that the spans cover."""
    return [text[span.start : span.end] for span in spans]


SCHOOLS = article(
    "Thêm trường mới ở vùng cao",
    "Hội đồng đã ra nghị quyết xây ba ngôi trường trong năm nay.",
    "Thầy cô giáo và học trò mong ngày khai giảng; nghị quyết được bà con ủng hộ.",
    "Văn bản 12-NQ/HU nói rõ nguồn vốn.",
    source="Huyện ủy Mường Khương",
    place="Lào Cai",
    author="Lò Thị Mây",
    documents=("12-NQ/HU",),
    published="18/10/2018",
)
BRIDGE = article(
    "Cây cầu treo qua suối Nậm",
    "Cầu dài bốn mươi mét nối hai bản, học trò khỏi lội suối khi nước lớn.",
    "Hòa vốn sau hai năm nhờ chở nông sản; việc sửa chữa do thôn lo.",
    source="Đài truyền thanh xã",
    published="2023",
)
TEA = article(
    "Vụ chè xuân được mùa",
    "Nương chè cho búp sớm. Giá thu mua tăng, người trồng phấn khởi.",
    "Hợp tác xã nghị bàn với xưởng sấy; sổ sách công khai, ai cũng quyết giữ nghề.",
)
ALL = (SCHOOLS, BRIDGE, TEA)
SEARCHER = Searcher.over(ALL)


def only(typed: str) -> Hit:
    """The single hit among the three articles."""
    (hit,) = SEARCHER.find(typed).hits
    return hit
