"""A file that is no export, or a hostile one, is refused in words and harms nothing."""

from __future__ import annotations

import io
import json
import zlib
from base64 import b64encode
from typing import TYPE_CHECKING, Any

import pytest

from bulletin_tui.errors import BulletinError, NotAnExportError
from bulletin_tui.services.annotating import undo
from bulletin_tui.services.exporting import Shape, export
from bulletin_tui.services.interchange import json_text, kept_texts
from bulletin_tui.services.restoring import read_bounded, restore
from bulletin_tui.services.taking_up import Outcome
from bulletin_tui.text.forbidden import FORBIDDEN
from bulletin_tui.text.hashing import text_digest
from unit.store.samples import ARTICLE, BEES, highlight, marks

if TYPE_CHECKING:
    from bulletin_tui.services.workspace import Workspace

EVIL = "\x1b]52;c;cGF3bmVk\x07\x9b31m\u202e\x00\ud800 chữ"

NO_EXPORTS = {
    "nothing": b"",
    "blank": b" \n\n",
    "prose": "Hôm nay trời mưa.\n".encode(),
    "another text encoding": "nghị quyết".encode("utf-16"),
    "bytes": bytes(range(256)),
    "other JSON": b'{"a": [1, 2, 3]}',
    "an empty list": b"[]",
    "a cut off document": b'{"format": "bulletin-annotations", "version": 2, "articles": [{"id"',
    "deep lists": b"[" * 100_000,
    "deep records": b'{"a":' * 100_000,
    "a long number": b"[" + b"9" * 10_000 + b"]",
    "another table": b"name,price\nong,3\n",
    "a future version of JSON": b'{"format": "bulletin-annotations", "version": 3}',
    "a huge version of JSON": b'{"format": "bulletin-annotations", "version": 1e400}',
    "JSON-LD without annotations": b'{"@context": "http://www.w3.org/ns/anno.jsonld"}',
    "a future version of JSON-LD": (
        b'{"@context": "http://www.w3.org/ns/anno.jsonld", "bulletin:version": 2, "items": []}'
    ),
}


@pytest.mark.parametrize("data", NO_EXPORTS.values(), ids=NO_EXPORTS.keys())
def test_what_is_no_export_is_said_to_be_none(workspace: Workspace, data: bytes) -> None:
    with pytest.raises(NotAnExportError) as caught:
        restore(workspace, data)
    assert str(caught.value).startswith("The file ")
    assert undo(workspace) is None


def test_a_file_of_another_format_than_was_said_is_refused(workspace: Workspace) -> None:
    with pytest.raises(NotAnExportError, match="not in the format “csv”"):
        restore(workspace, export(workspace, Shape("json")).encode(), "csv")
    with pytest.raises(NotAnExportError, match="not in the format “jsonld”"):
        restore(workspace, export(workspace, Shape("json")).encode(), "jsonld")


def test_a_file_of_any_length_is_read_only_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bulletin_tui.services.restoring.LARGEST_FILE", 10)
    assert read_bounded(io.BytesIO(b"a" * 10)) == b"a" * 10
    with pytest.raises(BulletinError, match="too large"):
        read_bounded(io.BytesIO(b"a" * 11))


def test_more_values_than_memory_would_hold_are_not_built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_text, "MOST_VALUES", 100)
    with pytest.raises(NotAnExportError, match="more in it"):
        json_text.load("[" + "{}," * 100 + "{}]")


def item(**changes: object) -> dict[str, Any]:
    """A good annotation in JSON-LD, but for the changes."""
    return {
        "id": "urn:bulletin:annotation:abc",
        "type": "Annotation",
        "motivation": "highlighting",
        "created": "2026-02-01T08:00:00Z",
        "modified": "2026-02-01T08:00:00Z",
        "body": [],
        "target": target("mô hình nuôi ong"),
        **changes,
    }


def target(exact: object, start: object = BEES.start, end: object = BEES.end) -> dict[str, Any]:
    """Where an annotation stands."""
    return {
        "source": f"urn:bulletin:article:{ARTICLE.id}",
        "selector": [
            {"type": "TextQuoteSelector", "exact": exact},
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }


def document(*items: object, **more: object) -> bytes:
    """A collection of annotations."""
    context = "http://www.w3.org/ns/anno.jsonld"
    return json.dumps({"@context": context, "items": items, **more}).encode()


BAD_ITEMS = {
    "a number": 7,
    "a text": "chữ",
    "null": None,
    "no target": item(target=None),
    "a target that is a text": item(target="http://example.org"),
    "no quote": item(target=target("")),
    "a blank quote": item(target=target(" \n")),
    "a quote that is a number": item(target=target(12)),
    "a quote of controls alone": item(target=target("\x1b[2J\u202e"[:4])),
    "a selector that is a list": item(target={"source": "a", "selector": [[[]]]}),
    "a source that is a list": item(target={**target("a"), "source": [["a"]]}),
    "a note that is a record": item(body={"value": {"a": 1}}),
    "a tag that is a number": item(body={"purpose": "tagging", "value": 4}),
    "a body that is a number": item(body=[3.5]),
    "an id that is a list": item(id=["a"]),
}


@pytest.mark.parametrize("bad", BAD_ITEMS.values(), ids=BAD_ITEMS.keys())
def test_a_mark_that_is_refused_is_named_and_the_rest_goes_on(
    workspace: Workspace, bad: object
) -> None:
    restored = restore(workspace, document(bad, item()))
    assert [refusal.where for refusal in restored.refusals] == ["mark 1"]
    assert [mark.id for mark in marks(workspace)] == ["abc"]


ODD_PLACES = [
    (-1, 5), (5, 5), (9, 3), (0, 10**400), (10**9, 10**9 + 16), (2**63, 2**64), (0, 10**6),
    (1.5, 2.5), ("1", "2"), (None, None), (True, False), ([], {}),
]  # fmt: skip


@pytest.mark.parametrize(("start", "end"), ODD_PLACES)
def test_a_mark_whose_place_cannot_be_is_placed_by_its_words(
    workspace: Workspace, start: object, end: object
) -> None:
    data = document(item(target=target("mô hình nuôi ong", start, end)))
    assert restore(workspace, data).outcomes == {Outcome.ADDED: 1}
    assert [mark.span for mark in marks(workspace)] == [BEES]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"a": ' + b"9" * 100_000 + b"}", "The file has a longer number than any export."),
        (b'{"a":\n 1,, }', "The file is not whole JSON: line 2, column 4."),
    ],
)
def test_what_python_cannot_read_is_told_in_the_language_of_the_reader(
    workspace: Workspace, data: bytes, reason: str
) -> None:
    with pytest.raises(NotAnExportError) as caught:
        restore(workspace, data)
    assert str(caught.value) == reason


@pytest.mark.parametrize(
    "instant", ["", "hôm qua", "0001-01-01T00:00:00+14:00", "9" * 999, 12, None, [], "2026-02-30"]
)
def test_a_mark_with_a_time_that_is_none_is_kept(workspace: Workspace, instant: object) -> None:
    restore(workspace, document(item(created=instant, modified=instant)))
    (mark,) = marks(workspace)
    assert mark.created_at.utcoffset() is not None


@pytest.mark.parametrize("form", ["jsonld", "json", "csv", "readwise", "clippings", "koreader"])
def test_nothing_that_steers_a_terminal_comes_in(workspace: Workspace, form: str) -> None:
    data = export_evil(form)
    restored = restore(workspace, data)
    assert restored.refusals == ()
    (mark,) = marks(workspace)
    known = workspace.store.find_document(mark.article_id)
    assert known is not None
    texts = (
        mark.id, mark.article_id, mark.quote.exact, mark.quote.prefix, mark.quote.suffix,
        mark.note, *mark.tags, known.title, known.source or "", *known.paths,
    )  # fmt: skip
    assert "chữ" in mark.note
    assert [text for text in texts if FORBIDDEN.search(text)] == []


def export_evil(form: str) -> bytes:
    """A mark with escape sequences in every string."""
    if form == "jsonld":
        mark = item(
            id=EVIL,
            body=[EVIL, {"purpose": "tagging", "value": EVIL}],
            target={
                "source": EVIL,
                "selector": {
                    "type": "TextQuoteSelector", "exact": EVIL, "prefix": EVIL, "suffix": EVIL,
                },
            },
        )  # fmt: skip
        article = {"id": EVIL, "title": EVIL, "source": EVIL, "paths": [EVIL], "textHash": EVIL}
        return document(mark, **{"bulletin:articles": [article]})
    if form == "json":
        fields = ("id", "quote", "prefix", "suffix", "note", "created_at", "color")
        mark = {**dict.fromkeys(fields, EVIL), "tags": [EVIL]}
        article = {"id": EVIL, "title": EVIL, "source": EVIL, "paths": [EVIL]}
        articles = [{**article, "annotations": [mark]}]
        return json.dumps(
            {"format": "bulletin-annotations", "version": 1, "articles": articles}
        ).encode()
    if form == "koreader":
        entry = {"text": EVIL, "note": EVIL, "color": EVIL, "time": 1e300}
        return json.dumps({"title": EVIL, "author": EVIL, "entries": [entry]}).encode()
    evil = EVIL.replace("\ud800", "").replace("\x00", "")
    if form == "clippings":
        clipping = f"{evil} ({evil})\n- Your {{}} on Location 3-7 | {evil}\n\n{evil}\n==========\n"
        return (clipping.format("Highlight") + clipping.format("Note")).encode()
    names = {
        "csv": "id,quote,prefix,suffix,note,tags,article_id,title,source",
        "readwise": "highlight,title,author,note,location,date",
    }[form]
    return f"{names}\n{','.join([evil] * len(names.split(',')))}\n".encode()


def test_an_id_that_stands_twice_is_one_mark(workspace: Workspace) -> None:
    later = item(modified="2026-02-03T08:00:00Z", body="sau")
    restored = restore(workspace, document(later, item(body="trước"), later))
    assert restored.outcomes == {
        Outcome.ADDED: 1, Outcome.NEWER_HERE: 1, Outcome.ALREADY_THERE: 1
    }  # fmt: skip
    assert [mark.note for mark in marks(workspace)] == ["sau"]


def kept(value: str, *, digest: str = "", encoding: str = "zlib+base64") -> dict[str, object]:
    """A text that comes along."""
    digest = digest or text_digest(ARTICLE.text)
    return {"bulletin:texts": [{"digest": digest, "encoding": encoding, "value": value}]}


BOMB = b64encode(zlib.compress(b"a" * 5_000_000)).decode()
BAD_TEXTS = {
    "no base64": kept("%%%"),
    "not ASCII": kept("chữ"),
    "no zlib": kept(b64encode(b"chu").decode()),
    "cut off": kept(kept_texts.packed(ARTICLE.text)[:-40]),
    "not UTF-8": kept(b64encode(zlib.compress(b"\xff\xfe")).decode()),
    "a bomb": kept(BOMB),
    "another text": kept(kept_texts.packed("khác")),
    "another packing": kept(kept_texts.packed(ARTICLE.text), encoding="gzip"),
    "escape sequences": kept(kept_texts.packed("\x1b[2J"), digest=text_digest("\x1b[2J")),
    "no record": {"bulletin:texts": ["chữ"]},
}


@pytest.mark.parametrize("texts", BAD_TEXTS.values(), ids=BAD_TEXTS.keys())
def test_a_text_that_is_not_what_it_says_is_left_out(
    workspace: Workspace, texts: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_texts, "MOST_BYTES", 1_000_000)
    restored = restore(workspace, document(item(), **texts))
    assert [refusal.where for refusal in restored.refusals] == ["text 1"]
    assert [mark.span for mark in marks(workspace)] == [BEES]


def test_a_file_cannot_put_words_into_an_article_that_is_here(workspace: Workspace) -> None:
    made = highlight(workspace)
    articles = [{"id": f"urn:bulletin:article:{ARTICLE.id}", "title": "giả", "paths": ["/etc"]}]
    restore(workspace, document(item(), **{"bulletin:articles": articles}))
    known = workspace.store.find_document(made.article_id)
    assert known is not None
    assert (known.title, known.paths) == (ARTICLE.summary.title, ARTICLE.summary.paths)
