"""Articles and annotations for the tests of the store and of what is built on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import (
    Annotation,
    AnnotationKind,
    HighlightColor,
    TextVersion,
)
from bulletin_tui.model.article import (
    Article,
    ArticleSummary,
    Block,
    BlockKind,
    Document,
    Evidence,
    Metadata,
    Provenance,
    Span,
)
from bulletin_tui.paths import Paths
from bulletin_tui.services.annotating import add_highlight, list_annotations, toggle_bookmark
from bulletin_tui.services.stacks import MemoryStacks
from bulletin_tui.services.workspace import Workspace
from bulletin_tui.settings import Settings
from bulletin_tui.store.store import open_store
from bulletin_tui.text.hashing import text_digest, text_hash
from bulletin_tui.text.quoting import describe

if TYPE_CHECKING:
    from pathlib import Path

PARAGRAPHS = (
    "Tổ kiểm tra về xã vùng cao",
    "Sáng thứ ba, tổ công tác đi xem các mô hình nuôi ong và trồng chè của bà con trong xã.",
    "Đường vào bản mới được rải đá, xe chở hàng không còn phải chờ nước suối rút.",
    "Cán bộ ghi lại từng ý kiến và hẹn trả lời trước cuối tháng.",
)
YELLOW, GREEN = HighlightColor.YELLOW, HighlightColor.GREEN
NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def make_paths(folder: Path) -> Paths:
    """Every folder of the program below `folder`."""
    return Paths(folder / "articles", folder / "data", folder / "cache", folder / "config")


def make_article(
    article_id: str = "xa-vung-cao",
    paragraphs: tuple[str, ...] = PARAGRAPHS,
    *,
    title: str = "Tổ kiểm tra về xã vùng cao",
) -> Article:
    """An article of one block a paragraph."""
    blocks: list[Block] = []
    start = 0
    for paragraph in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(paragraph)))
        start += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    summary = ArticleSummary(
        id=article_id,
        title=title,
        source="Bản tin vùng cao",
        place=None,
        authors=(),
        published=None,
        updated=None,
        language="vi",
        documents=(),
        portal=None,
        paths=(f"/bao-cao/{article_id}.md",),
        words=len(text.split()),
    )
    return Article(summary, Document(text, tuple(blocks)), text_hash(text))


def make_workspace(folder: Path, *articles: Article) -> Workspace:
    """The articles with a database below `folder`, the same one every time."""
    paths = make_paths(folder)
    store = open_store(paths, now=lambda: NOW)
    return Workspace(paths, Settings(), MemoryStacks(articles), store)


def span_of(article: Article, words: str) -> Span:
    """Where `words` stand for the first time."""
    start = article.text.index(words)
    return Span(start, start + len(words))


def make_annotation(
    article: Article, words: str = "mô hình nuôi ong", *, mark_id: str = "mark", note: str = ""
) -> Annotation:
    """The first revision of a highlight of `words`."""
    span = span_of(article, words)
    return Annotation(
        id=mark_id,
        revision=1,
        article_id=article.id,
        kind=AnnotationKind.HIGHLIGHT,
        span=span,
        quote=describe(article.text, span),
        version=TextVersion(article.text_hash, 1),
        color=HighlightColor.YELLOW,
        note=note,
        tags=("kinh tế",),
        created_at=NOW,
        updated_at=NOW,
        text_digest=text_digest(article.text),
    )


ARTICLE = make_article()
OTHER = make_article(
    "ben-ca", ("Bến cá buổi sớm", "Thuyền về lúc bốn giờ, cá xếp đầy khoang."), title="Bến cá"
)
BEES = span_of(ARTICLE, "mô hình nuôi ong")
ROAD = span_of(ARTICLE, "Đường vào bản")


def highlight(workspace: Workspace, span: Span = BEES, note: str = "") -> Annotation:
    """A yellow highlight in the first article."""
    return add_highlight(workspace, ARTICLE, span, YELLOW, note)


def bookmark(workspace: Workspace, article: Article, offset: int) -> Annotation:
    """A new bookmark of the block that holds the offset."""
    made = toggle_bookmark(workspace, article, offset)
    assert made is not None
    return made


def marks(workspace: Workspace) -> list[Annotation]:
    """Everything marked, the one made last first."""
    return [placed.annotation for placed in list_annotations(workspace)]


FILED = replace(
    ARTICLE,
    summary=replace(ARTICLE.summary, authors=("Lò Thị Mây",)),
    document=replace(
        ARTICLE.document,
        metadata=Metadata(
            title=ARTICLE.summary.title,
            source=ARTICLE.summary.source,
            language="vi",
            authors=("Lò Thị Mây",),
        ),
        provenance=Provenance(evidence=(Evidence("authors", "Lò Thị Mây", "byline", 0.97),)),
    ),
)
"""An article that says of itself what is known about it."""
