"""Events go through a log and come out as they were; whatever else is in it is left out."""

from __future__ import annotations

import json
import random
import zlib
from dataclasses import replace

import pytest

from bulletin_tui.model.article import Span
from bulletin_tui.store import log_lines
from bulletin_tui.store.documents import known_as
from bulletin_tui.store.events import DeviceEvent, MarkEvent, TextEvent, record_of
from bulletin_tui.store.log_lines import MOST_LINE_BYTES, LineReader, lines_of
from bulletin_tui.store.revisions import Revision
from bulletin_tui.text.hashing import text_digest
from unit.store.samples import ARTICLE, make_annotation

DEVICE = "0123456789abcdef"
MARK = replace(make_annotation(ARTICLE, note="Hỏi lại\n\ntrưởng bản"), revision=0)
EVENT = MarkEvent(Revision(MARK, DEVICE, 7, (f"{DEVICE}-6",)), known_as(ARTICLE))
LONG = " ".join(f"chữ{number}" for number in range(40_000))


def read(*lines: bytes) -> tuple[list[object], int]:
    """The events in the lines, and how many of the lines are bad."""
    reader = LineReader()
    return list(reader.events(line.rstrip(b"\n") for line in lines)), reader.bad


def line_with(**fields: object) -> bytes:
    """A sound line whose event has other values."""
    record = json.dumps({**record_of(EVENT), **fields}).encode()
    return b"%08x %s\n" % (zlib.crc32(record), record)


@pytest.mark.parametrize(
    "event",
    [EVENT, TextEvent(text_digest(LONG), LONG), DeviceEvent(DEVICE, "máy bàn")],
    ids=["mark", "text", "device"],
)
def test_an_event_comes_out_as_it_went_in(event: MarkEvent | TextEvent | DeviceEvent) -> None:
    assert read(*lines_of(event)) == ([event], 0)


def test_no_line_is_longer_than_a_log_may_have() -> None:
    letters = random.Random(1)
    note = "".join(chr(letters.randrange(0x1EA0, 0x1EF9)) for _letter in range(100_000))
    long = replace(EVENT, revision=replace(EVENT.revision, annotation=replace(MARK, note=note)))
    lines = lines_of(long)
    assert len(lines) > 1
    assert max(map(len, lines)) <= MOST_LINE_BYTES
    assert read(*lines) == ([long], 0)


def test_an_event_in_parts_waits_for_its_last_part() -> None:
    reader = LineReader()
    *first, last = lines_of(TextEvent(text_digest(LONG), LONG))
    assert list(reader.events(line.rstrip(b"\n") for line in first)) == []
    assert reader.is_amid_parts
    assert len(list(reader.events([last.rstrip(b"\n")]))) == 1
    assert not reader.is_amid_parts


def test_a_line_that_was_changed_is_left_out() -> None:
    (line,) = lines_of(EVENT)
    changed = line.replace(b"0123456789abcdef", b"0123456789abcdee", 1)
    assert read(changed, line[:-20], b"", b"khong phai\n", line) == ([EVENT], 3)


@pytest.mark.parametrize(
    "fields",
    [
        {"clock": 1 << 60},
        {"clock": 0},
        {"clock": True},
        {"device": "máy tôi"},
        {"id": "../../etc"},
        {"start": 9, "end": 3},
        {"start": -1},
        {"start": 10**30},
        {"kind": "film"},
        {"color": "black"},
        {"tags": "một"},
        {"tags": [1]},
        {"note": None},
        {"created_at": "hôm qua"},
        {"created_at": "2026-03-01T09:30:00"},
        {"document": []},
        {"parents": ["x"]},
        {"parents": [f"{DEVICE}-7"]},
        {"text_digest": "abc"},
        {"parser_version": 10**30},
        {"created_at": "0001-01-01T00:00:00+14:00"},
        {"updated_at": "9999-12-31T23:59:59-14:00"},
        {"op": 3},
    ],
)
def test_an_event_that_cannot_be_is_a_bad_line(fields: dict[str, object]) -> None:
    assert read(line_with(**fields)) == ([], 1)


def test_what_only_a_newer_version_says_is_no_bad_line() -> None:
    assert read(line_with(op="chưa có")) == ([], 0)


def test_a_text_that_is_not_the_one_named_is_a_bad_line() -> None:
    assert read(*lines_of(TextEvent(text_digest(LONG), "khác"))) == ([], 1)


def test_strings_of_other_devices_are_cleaned() -> None:
    forged = line_with(note="Hỏi \x1b]0;x\x07lại", tags=["một\nhai \u202e"])
    ((event,), bad) = read(forged)
    assert isinstance(event, MarkEvent)
    mark = event.revision.annotation
    assert (mark.note, mark.tags, bad) == ("Hỏi lại", ("một hai ␦",), 0)


def test_deeply_nested_lines_are_bad_lines() -> None:
    record = b"[" * 200_000
    assert read(b"%08x %s\n" % (zlib.crc32(record), record)) == ([], 1)


@pytest.mark.parametrize("filling", [[[]] * 600_000, [""] * 600_000], ids=["lists", "strings"])
def test_a_few_lines_that_would_fill_the_memory_are_bad_lines(
    monkeypatch: pytest.MonkeyPatch, filling: list[object]
) -> None:
    record = record_of(EVENT)
    monkeypatch.setattr(log_lines, "record_of", lambda _event: {**record, "more": filling})
    lines = lines_of(EVENT)
    assert sum(map(len, lines)) < 20_000
    assert read(*lines) == ([], 1)


def test_a_text_may_be_full_of_quotes() -> None:
    quoted = TextEvent(text_digest(text := 'Nói: "\\" [có], {không}\n' * 100_000), text)
    assert read(*lines_of(quoted)) == ([quoted], 0)


def test_the_span_may_be_anywhere_in_a_text_that_is_not_known_here() -> None:
    ((event,), _bad) = read(line_with(start=5, end=70_000_000))
    assert isinstance(event, MarkEvent)
    assert event.revision.annotation.span == Span(5, 70_000_000)
