"""Export, wipe, restore: the annotations are what they were; and no file, whatever it holds, harms.

Through the real store, over texts with whatever clean texts may have in them.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_tui.errors import BulletinError, NotAnExportError
from bulletin_tui.model.annotation import HighlightColor
from bulletin_tui.model.article import Span
from bulletin_tui.services.annotating import add_highlight, edit_note, remove, toggle_bookmark
from bulletin_tui.services.exporting import Shape, export
from bulletin_tui.services.interchange.formats import READABLE
from bulletin_tui.services.restoring import restore
from bulletin_tui.services.taking_up import Outcome
from bulletin_tui.text.clean import clean
from bulletin_tui.text.forbidden import FORBIDDEN
from unit.store.samples import ARTICLE, make_article, make_workspace, marks

if TYPE_CHECKING:
    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.model.article import Article
    from bulletin_tui.services.workspace import Workspace

PIECES = st.sampled_from(
    [*"aâ \n\t'\"=-+@\\,;{}[]<>`#.\u0301\u0323\u00a0—“", "ong xã ", "👩\u200d🔬"]
)
WORDS = st.lists(PIECES, max_size=20).map("".join)
PARAGRAPH = WORDS.map(lambda text: " ".join(clean(f"Đoạn {text} văn").split()))
PARAGRAPHS = st.lists(PARAGRAPH, min_size=1, max_size=4).map(tuple)
TITLE = "Bản tin"
_Marking: TypeAlias = "tuple[int, int, HighlightColor | None, str, list[str], bool]"
MARKINGS = st.lists(
    st.tuples(
        st.integers(0, 200),
        st.integers(1, 60),
        st.sampled_from([None, *HighlightColor]),
        WORDS,
        st.lists(WORDS, max_size=2),
        st.booleans(),
    ),
    max_size=4,
)


def make_marks(workspace: Workspace, article: Article, markings: list[_Marking]) -> None:
    """Mark what can be marked."""
    for start, length, color, note, tags, is_removed in markings:
        try:
            if color is None:
                made = toggle_bookmark(workspace, article, start)
            else:
                span = Span(start, start + length)
                made = add_highlight(workspace, article, span, color, "", tags)
        except BulletinError:  # a passage without words
            continue
        if made is not None:
            edit_note(workspace, made.id, note)
            remove(workspace, [made.id] if is_removed else [])


def by_id(workspace: Workspace) -> dict[str, tuple[Annotation, str | None]]:
    """The annotations with the texts that they were made on."""
    return {
        mark.id: (mark, workspace.store.find_text(mark.text_digest)) for mark in marks(workspace)
    }


@settings(max_examples=25, deadline=None)
@given(then=PARAGRAPHS, now=st.none() | PARAGRAPHS, markings=MARKINGS)
def test_what_is_exported_wiped_and_restored_is_what_it_was(
    then: tuple[str, ...], now: tuple[str, ...] | None, markings: list[_Marking]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        article = make_article(paragraphs=then, title=TITLE)
        with make_workspace(Path(folder, "before"), article) as before:
            make_marks(before, article, markings)
            data = export(before, Shape("jsonld")).encode()
            expected = by_id(before)
        today = [make_article(paragraphs=now, title=TITLE)] if now is not None else []
        with make_workspace(Path(folder, "after"), *today) as after:
            first = restore(after, data)
            assert first.outcomes == ({Outcome.ADDED: len(expected)} if expected else {})
            assert by_id(after) == expected
            again = restore(after, data)
            assert set(again.outcomes) <= {Outcome.ALREADY_THERE}
            assert first.refusals == again.refusals == ()
            assert by_id(after) == expected


@settings(max_examples=25, deadline=None)
@given(then=PARAGRAPHS, markings=MARKINGS, form=st.sampled_from(READABLE))
def test_marks_that_never_left_are_found_again_in_every_format(
    then: tuple[str, ...], markings: list[_Marking], form: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        article = make_article(paragraphs=then, title=TITLE)
        with make_workspace(Path(folder), article) as workspace:
            make_marks(workspace, article, [(*marking[:3], "", [], False) for marking in markings])
            before = by_id(workspace)
            try:
                restored = restore(workspace, export(workspace, Shape(form)).encode())
            except NotAnExportError:  # clippings without highlights are an empty file
                assert form == "clippings"
                return
            assert set(restored.outcomes) <= {Outcome.ALREADY_THERE}
            assert by_id(workspace) == before


KEYS = st.sampled_from(
    """@context first items target source selector type exact prefix suffix start end body value
    purpose id created modified bulletin:version bulletin:articles bulletin:texts bulletin:revision
    articles annotations quote note tags made_on text_hash kind color revision title paths
    rows uri document text updated entries documents author time digest encoding""".split()
)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["xa-vung-cao", "mô hình nuôi ong", "2026-01-01", "highlight"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=30,
)
ENVELOPES = st.sampled_from(
    [
        lambda value: {"@context": "http://www.w3.org/ns/anno.jsonld", "items": value},
        lambda value: {"format": "bulletin-annotations", "version": 1, "articles": value},
        lambda value: {"rows": [{"uri": "a", "target": value}], "total": 1},
        lambda value: {"title": "Bản tin", "entries": [value]},
        lambda value: value,
    ]
)


@settings(max_examples=80, deadline=None)
@given(value=JSON, envelope=ENVELOPES)
def test_any_json_is_taken_up_or_refused_and_nothing_foul_is_kept(
    value: object, envelope: object
) -> None:
    assert callable(envelope)
    check_harmless(json.dumps(envelope(value)).encode())


@settings(max_examples=80, deadline=None)
@given(
    head=st.sampled_from([
        "quote,article_id,note,tags,start,end,kind\n", "Highlight,Title,Note,Date\n",
        "Bản tin (x)\n- Your Highlight on Location 1-2 | Added\n\nong\n==========\n", "",
    ]),
    rest=st.text(st.sampled_from("a,\"'\n\r=|-()\x1b\x00 0ộ") | st.characters()),
)  # fmt: skip
def test_any_text_is_taken_up_or_refused_and_nothing_foul_is_kept(head: str, rest: str) -> None:
    check_harmless((head + rest).encode("utf-8", "surrogatepass"))


def check_harmless(data: bytes) -> None:
    """Restore a file on an empty store; only marks that are clean may be there afterwards."""
    with tempfile.TemporaryDirectory() as folder, make_workspace(Path(folder), ARTICLE) as opened:
        try:
            restore(opened, data)
        except NotAnExportError:
            assert marks(opened) == []
            return
        for mark in marks(opened):
            quote = mark.quote
            texts = (mark.id, mark.article_id, quote.exact, quote.prefix, quote.suffix, mark.note)
            assert not FORBIDDEN.search(" ".join((*texts, *mark.tags)).replace("\n", " "))
            assert 0 <= mark.span.start < mark.span.end
            assert quote.exact.strip()
