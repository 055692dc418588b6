"""A mark is made, its file is edited: the command line says how the mark stands, and loses none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.conftest import CommandLine

REPORT = """Xã Lâm Thượng đầu tư ba trạm bơm mới cho các thôn vùng cao trong năm nay.

Tổ công tác của huyện về từng bản, ghi lại số hộ thiếu nước và hẹn ngày trả lời.

Đến cuối quý hai, hai phần ba số hộ đã có nước sạch dùng quanh năm.

Phần kinh phí còn thiếu được chuyển sang kế hoạch của năm sau.

Cán bộ thôn mở sổ theo dõi, mỗi tháng báo một lần về xã.
"""
QUOTE = "hai phần ba số hộ đã có nước sạch dùng quanh năm"


@pytest.fixture
def report(bulletin: CommandLine) -> Path:
    """A report without an id of its own, with a mark on its third paragraph."""
    file = bulletin.articles / "cap-nuoc-lam-thuong.txt"
    file.write_text(REPORT, encoding="utf-8")
    listed = bulletin("list", "--json").json["articles"]
    (article_id,) = [one["id"] for one in listed if str(file) in one["paths"]]
    assert bulletin("annotate", article_id, "--quote", QUOTE, "--note", "hỏi lại").status == 0
    return file


def state(bulletin: CommandLine) -> tuple[str, str]:
    """How the one mark stands, and its note."""
    (mark,) = bulletin("annotations", "--json").json["annotations"]
    return mark["state"], mark["note"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Tổ công tác", "Đoạn mới thêm vào.\n\nTổ công tác", "moved"),
        ("hai phần ba số hộ đã có", "gần hai phần ba số hộ nay đã có đủ", "changed"),
        (f"Đến cuối quý hai, {QUOTE}.\n\n", "", "orphan"),
        ("\n\n", "\n\n\n\n", "kept"),
    ],
    ids=["moved", "changed", "orphan", "kept"],
)
def test_an_edited_file_keeps_its_mark(
    bulletin: CommandLine, report: Path, old: str, new: str, expected: str
) -> None:
    report.write_text(REPORT.replace(old, new), encoding="utf-8")
    assert state(bulletin) == (expected, "hỏi lại")
    report.write_text(REPORT, encoding="utf-8")
    assert state(bulletin) == ("kept", "hỏi lại")


def test_a_file_that_is_renamed_and_edited_keeps_its_mark(
    bulletin: CommandLine, report: Path
) -> None:
    moved = report.parent / "luu-tru" / report.name
    moved.parent.mkdir()
    report.rename(moved)
    assert state(bulletin) == ("kept", "hỏi lại")
    moved.write_text(f"Đầu bài mới.\n\n{REPORT}", encoding="utf-8")
    assert state(bulletin) == ("moved", "hỏi lại")


def test_a_file_that_is_gone_leaves_its_mark(bulletin: CommandLine, report: Path) -> None:
    report.unlink()
    assert state(bulletin) == ("orphan", "hỏi lại")
