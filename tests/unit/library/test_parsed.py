"""What was parsed is kept for the next start, and a damaged keep is as good as none."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.importers.parsing import parse
from bulletin_tui.library.parsed import keep_documents, load_documents
from bulletin_tui.model.article import Document, Metadata, Precision, PrintedDate

if TYPE_CHECKING:
    from pathlib import Path

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
    keep_documents(path, "1", {"a": document})
    assert load_documents(path, "1") == {"a": document}


def test_every_kind_of_metadata_comes_back(tmp_path: Path) -> None:
    date = PrintedDate(datetime(2019, 6, 1), Precision.MONTH)  # noqa: DTZ001 - as printed
    data = Metadata(
        "i", "t", "s", "p", ("a", "b"), date, date, "vi", ("29-NQ/TW",), "w", "c", ("x",)
    )
    path = tmp_path / "parsed.json"
    keep_documents(path, "1", {"a": Document("", (), (), data)})
    assert load_documents(path, "1")["a"].metadata == data


def test_another_version_of_the_parsers_starts_anew(tmp_path: Path, document: Document) -> None:
    path = tmp_path / "parsed.json"
    keep_documents(path, "1", {"a": document})
    assert load_documents(path, "2") == {}


def test_a_document_with_warnings_is_parsed_each_time(tmp_path: Path) -> None:
    path = tmp_path / "parsed.json"
    keep_documents(path, "1", {"a": Document("x", (), warnings=("Một câu.",))})
    assert load_documents(path, "1") == {}


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"version": "1"}',
        b'{"version": "1", "documents": {"a": 5}}',
        b'{"version": "1", "documents": {"a": [1, 2, 3, 4, 5, 6]}}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_file_holds_nothing(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "parsed.json"
    path.write_bytes(damage)
    assert load_documents(path, "1") == {}


def test_a_block_outside_its_text_is_not_believed(tmp_path: Path, document: Document) -> None:
    path = tmp_path / "parsed.json"
    keep_documents(path, "1", {"a": document})
    kept = json.loads(path.read_bytes())
    kept["documents"]["a"][1][0][2] = 10**6
    path.write_text(json.dumps(kept))
    assert load_documents(path, "1") == {}


def test_a_folder_that_cannot_be_written_to_is_no_matter(
    tmp_path: Path, document: Document
) -> None:
    (tmp_path / "cache").write_text("a file")
    keep_documents(tmp_path / "cache" / "parsed.json", "1", {"a": document})
    assert load_documents(tmp_path / "cache" / "parsed.json", "1") == {}
