"""What was parsed is kept for the next start, and a damaged keep is as good as none."""

from __future__ import annotations

import errno
from datetime import datetime
from pathlib import Path

import pytest

from bulletin_tui.importers.parsing import parse
from bulletin_tui.library.parsed import keep_documents, load_documents
from bulletin_tui.model.article import Document, Metadata, Precision, PrintedDate

TEXT = """---
id: hop-thon-2024
title: Họp thôn đầu năm
authors: [Vũ An, Lò Bình]
date: 2024-02-03 08:15
documents: [29-NQ/TW]
---

# Họp thôn

Bà con **nhất trí** với *ba* việc.

- Đường vào bản
  1. Xe chở đá

| Việc | Công |
|---|---:|
| Đắp nền | 120 |

> Làm ngay sau Tết.
"""


@pytest.fixture
def document() -> Document:
    return parse(TEXT.encode(), "hop.md")


def test_a_document_comes_back_as_it_was(tmp_path: Path, document: Document) -> None:
    path = tmp_path / "cache" / "parsed.json"
    kept: dict[str, Document | str] = {"a": document, "b": "It holds no text."}
    keep_documents(path, "1", kept)
    assert load_documents(path, "1") == kept


def test_every_kind_of_metadata_comes_back(tmp_path: Path) -> None:
    date = PrintedDate(datetime(2019, 6, 1), Precision.MONTH)  # noqa: DTZ001 - as printed
    data = Metadata(
        "i", "t", "s", "p", ("a", "b"), date, date, "vi", ("29-NQ/TW",), "w", "c", ("x",)
    )
    path = tmp_path / "parsed.json"
    keep_documents(path, "1", {"a": Document("", (), (), data)})
    document = load_documents(path, "1")["a"]
    assert isinstance(document, Document)
    assert document.metadata == data


def test_another_version_of_the_parsers_starts_anew(tmp_path: Path, document: Document) -> None:
    path = tmp_path / "parsed.json"
    keep_documents(path, "1", {"a": document})
    assert load_documents(path, "2") == {}


def test_a_file_that_is_cut_short_or_empty_holds_nothing(
    tmp_path: Path, document: Document
) -> None:
    path = tmp_path / "parsed.json"
    keep_documents(path, "1", {"a": document})
    whole = path.read_bytes()
    for length in (0, 1, whole.index(b"\n") + 1, len(whole) - 1):
        path.write_bytes(whole[:length])
        assert load_documents(path, "1") == {}


@pytest.mark.parametrize(
    ("kept", "damaged"),
    [
        (b"Jan", b"Jam"),
        (b"Jan", rb"\u001b[31m"),
        (b'"Jan"', b"5"),
        (b"[[[1, 0, 3]]", b"[[[1, 9, 3]]"),
    ],
    ids=["another letter", "an escape", "another type", "another place"],
)
def test_a_damaged_file_holds_nothing(tmp_path: Path, kept: bytes, damaged: bytes) -> None:
    path = tmp_path / "parsed.json"
    keep_documents(path, "1", {"a": parse(b"Jan", "a.txt")})
    whole = path.read_bytes()
    assert kept in whole
    path.write_bytes(whole.replace(kept, damaged))
    assert load_documents(path, "1") == {}


def test_a_full_disk_leaves_nothing_behind(
    tmp_path: Path, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half_written(path: Path, data: bytes) -> int:
        with path.open("wb") as file:
            file.write(data[:100])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", half_written)
    keep_documents(tmp_path / "parsed.json", "1", {"a": document})
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_to_is_no_matter(
    tmp_path: Path, document: Document
) -> None:
    (tmp_path / "cache").write_text("a file")
    keep_documents(tmp_path / "cache" / "parsed.json", "1", {"a": document})
    assert load_documents(tmp_path / "cache" / "parsed.json", "1") == {}
