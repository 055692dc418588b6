"""An article's file is read whole, or refused with a sentence that says why."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.library import files
from bulletin_tui.library.files import read_article_bytes


def test_a_file_is_read_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.md"
    path.write_bytes(b"\xff\x00\r\nx")
    assert read_article_bytes(path) == b"\xff\x00\r\nx"


def test_a_link_is_followed_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("một")
    (tmp_path / "link.md").symlink_to(tmp_path / "a.md")
    assert read_article_bytes(tmp_path / "link.md") == "một".encode()


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    assert "not there" in refusal(tmp_path / "gone.md")


def test_a_folder_with_an_articles_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.md").mkdir()
    assert "folder" in refusal(tmp_path / "x.md")


def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.md")
    assert "pipe" in refusal(tmp_path / "x.md")


def test_a_device_is_refused() -> None:
    assert "device" in refusal(Path("/dev/zero"))


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the names of sockets are short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("x.md")
        assert "a socket" in refusal(tmp_path / "x.md")


def test_a_link_that_leads_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.md").symlink_to("x.md")
    assert "cannot be read" in refusal(tmp_path / "x.md")


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "x.md").open("wb") as file:
        file.truncate(files.LARGEST_FILE + 1)
    assert "65 MB" in refusal(tmp_path / "x.md")


def test_the_largest_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST_FILE", 3)
    (tmp_path / "x.md").write_bytes(b"abc")
    assert read_article_bytes(tmp_path / "x.md") == b"abc"


def test_permission_denied_is_said_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deny(*_arguments: object) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "x.md").touch()
    monkeypatch.setattr(os, "open", deny)
    with pytest.raises(ArticleUnreadableError, match="permission denied") as caught:
        read_article_bytes(tmp_path / "x.md")
    assert caught.value.advice


def test_a_file_that_changes_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.md"
    path.write_text("một")
    really_read = os.fstat

    def write_then_stat(descriptor: int) -> os.stat_result:
        status = really_read(descriptor)
        path.write_text("một hai")
        return status

    monkeypatch.setattr(os, "fstat", write_then_stat)
    assert "changed" in refusal(path)


def refusal(path: Path) -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(ArticleUnreadableError) as caught:
        read_article_bytes(path)
    return str(caught.value)
