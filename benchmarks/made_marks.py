"""A folder of made-up reports, and a database with any number of marks on them."""

from __future__ import annotations

import random
import secrets
from datetime import UTC, datetime, timedelta
from itertools import islice, product
from typing import TYPE_CHECKING

from generated import SYLLABLES, generated_document

from bulletin_tui.model.annotation import Annotation, AnnotationKind, HighlightColor
from bulletin_tui.model.article import Span
from bulletin_tui.services.placing import version_of
from bulletin_tui.services.workspace import open_workspace
from bulletin_tui.settings import Settings
from bulletin_tui.store.store import open_store
from bulletin_tui.text.quoting import describe
from bulletin_tui.text.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bulletin_tui.model.article import Article
    from bulletin_tui.paths import Paths

CHARACTERS = 9_000
TAGS = ("kinh tế", "giáo dục", "cần hỏi lại", "số liệu", "trích dẫn", "đã dùng", "vùng cao")
BEGAN = datetime(2024, 1, 8, 7, tzinfo=UTC)


def make_reports(folder: Path, count: int) -> None:
    """Write so many reports of a few pages each."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        text = generated_document(CHARACTERS, seed=number).text
        head = f'---\nid: "bao-cao-{number:04}"\ntitle: "Báo cáo số {number} của xã"\n---\n\n'
        (folder / f"bao-cao-{number:04}.md").write_text(head + text + "\n", encoding="utf-8")


def make_marks(paths: Paths, count: int) -> None:
    """Put so many marks on the reports, as one act."""
    chance = random.Random(4)
    with open_workspace(paths, Settings()) as workspace:
        articles = workspace.stacks.articles
    store = open_store(paths)
    with store.act() as act:
        for number, (article, span) in enumerate(islice(_passages(articles), count)):
            act.add(article, _mark(chance, article, span, number))
    store.close()


def _passages(articles: tuple[Article, ...]) -> Iterator[tuple[Article, Span]]:
    """Sentences, the first ones of every article before the second ones of any."""
    sentences = {
        article.id: [
            span
            for block in article.document.blocks
            for span in sentence_spans(article.text, Span(block.start, block.end))
        ]
        for article in articles
    }
    for number, article in product(range(CHARACTERS), articles):
        if number < len(sentences[article.id]):
            yield article, sentences[article.id][number]


def _mark(chance: random.Random, article: Article, span: Span, number: int) -> Annotation:
    is_bookmark = chance.random() < 0.1
    made_at = BEGAN + timedelta(minutes=61 * number)
    return Annotation(
        id=secrets.token_hex(8),
        revision=1,
        article_id=article.id,
        kind=AnnotationKind.BOOKMARK if is_bookmark else AnnotationKind.HIGHLIGHT,
        span=span,
        quote=describe(article.text, span),
        version=version_of(article),
        color=None if is_bookmark else chance.choice(tuple(HighlightColor)),
        note=" ".join(chance.choices(SYLLABLES, k=12)) if chance.random() < 0.4 else "",
        tags=tuple(chance.sample(TAGS, chance.choice((0, 0, 1, 2)))),
        created_at=made_at,
        updated_at=made_at,
    )
