"""`bulletin PATH` reads that folder or file and leaves the library alone."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from terminal.pty_kit import start

if TYPE_CHECKING:
    from pathlib import Path

BULLETIN = [sys.executable, "-m", "bulletin_tui"]


@pytest.mark.parametrize(("name", "typed"), [("Báo cáo xã", "Báo cáo xã"), ("list", "./list")])
def test_a_folder_is_read_without_being_added(tmp_path: Path, name: str, typed: str) -> None:
    (tmp_path / name).mkdir()
    text = "---\ntitle: Sửa đường\n---\n\nĐường liên thôn đã thông xe.\n"
    (tmp_path / name / "duong.md").write_text(text, encoding="utf-8")
    with start([*BULLETIN, typed], home=tmp_path) as program:
        program.wait_for_text("Đường liên thôn đã thông xe.")
        program.send("q")
        assert program.wait_for_exit() == 0
    with start(BULLETIN, home=tmp_path) as program:
        program.wait_for_text("min left")
        assert "Sửa đường" not in program.text
        program.send("q")
        assert program.wait_for_exit() == 0


def test_a_single_file_is_read_alone(tmp_path: Path) -> None:
    (tmp_path / "đường.txt").write_text("Sửa đường\n\nĐường liên thôn đã thông xe.")
    (tmp_path / "khac.txt").write_text("Bài khác\n\nKhông ai hỏi tới.")
    with start([*BULLETIN, "đường.txt"], home=tmp_path) as program:
        program.wait_for_text("Đường liên thôn đã thông xe.")
        assert "Bài khác" not in program.text
        program.send("q")
        assert program.wait_for_exit() == 0
