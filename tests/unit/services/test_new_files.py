"""A file is written whole or not at all, and what was there before is kept."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from bulletin_tui.services.new_files import write_file


def test_a_full_disk_keeps_the_file_that_was_to_be_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "bulletin.md"
    mine.write_text("bản cũ")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_file(mine, "bản mới", replace=True)
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [
        ("bulletin.md", "bản cũ")
    ]


def test_a_file_that_is_replaced_keeps_its_rights_and_the_links_to_it(tmp_path: Path) -> None:
    mine, link = tmp_path / "bulletin.md", tmp_path / "link.md"
    mine.write_text("bản cũ")
    mine.chmod(0o600)
    link.symlink_to(mine)
    write_file(link, "bản mới", replace=True)
    assert (mine.read_text(), mine.stat().st_mode & 0o777) == ("bản mới", 0o600)
    assert link.is_symlink()


def test_a_device_is_written_to_never_replaced() -> None:
    device = Path(os.devnull)
    write_file(device, "bản mới", replace=True)
    assert not device.is_file()
