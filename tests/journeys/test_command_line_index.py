"""`bulletin index`: built while one waits, said in words, and looked at by the doctor."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

from bulletin_tui.services import lagging
from bulletin_tui.workers.build_order import BuildOrder
from bulletin_tui.workers.builder_lock import builder_lock
from unit.workers.folders import build_half, write_articles

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from journeys.conftest import CommandLine


SHORT_OF_MEMORY = """
import sys
from bulletin_tui.workers import build_index, full_text
from bulletin_tui.workers.answers import Refusal
from bulletin_tui.workers.pool import Answer

class OutOfMemory(full_text.Pool):
    def take(self, timeout_s):
        return Answer("", Refusal("", is_passing=True))

full_text.SHORT = 0
full_text.Pool = OutOfMemory
build_index.main(sys.argv[1:])
"""


def index_path(bulletin: CommandLine) -> Path:
    """Where the index of this person is kept."""
    return bulletin.home / "cache" / "bulletin" / "index.db"


def findings(bulletin: CommandLine) -> list[str]:
    """What the doctor says of the index, each sentence with its health."""
    said = bulletin("doctor", "--json").json["findings"]
    return [f"{each['health']}: {each['sentence']}" for each in said if each["topic"] == "index"]


def test_the_index_is_built_and_summed_up(bulletin: CommandLine) -> None:
    answer = bulletin("index")
    assert (answer.status, answer.out) == (0, "3 articles in the index · 3 files changed\n")
    assert answer.err == ""
    assert bulletin("index").out == "3 articles in the index · 0 files changed\n"
    assert bulletin("index", "--rebuild").out == "3 articles in the index · 3 files changed\n"


def test_the_summary_is_there_as_json(bulletin: CommandLine) -> None:
    summary = bulletin("index", "--json").json
    assert summary.pop("size") == index_path(bulletin).stat().st_size
    assert summary == {
        "folders": [str(bulletin.articles)],
        "index": str(index_path(bulletin)),
        "articles": 3,
        "files": 3,
        "changed": 3,
        "damage": "",
        "problems": [],
    }


def test_files_that_cannot_be_read_are_named_each_time(bulletin: CommandLine) -> None:
    empty = bulletin.articles / "rong.md"
    empty.write_text("")
    for _time in range(2):
        answer = bulletin("index")
        assert answer.status == 1
        assert f"{empty}: There is no text in the file." in answer.err
        assert answer.out.startswith("3 articles")


def test_a_place_that_cannot_be_written_is_said_and_does_no_harm(bulletin: CommandLine) -> None:
    bulletin.home.mkdir()
    (bulletin.home / "cache").write_text("")
    answer = bulletin("index")
    assert (answer.status, answer.out) == (1, "")
    assert "cannot be kept" in answer.err
    assert findings(bulletin)[0].startswith("warning: The search index cannot be kept in")
    assert bulletin("search", "nuoc sach").status == 0


def test_another_builder_is_not_disturbed(bulletin: CommandLine) -> None:
    with builder_lock(index_path(bulletin)):
        answer = bulletin("index")
    assert answer.status == 1
    assert "already" in answer.err


def test_the_doctor_knows_how_the_index_is(bulletin: CommandLine) -> None:
    assert findings(bulletin) == ["ok: There is no search index; few articles need none."]
    bulletin("index")
    (sound,) = findings(bulletin)
    assert sound.startswith("ok: 3 articles in the search index (1 MB, version ")
    path = index_path(bulletin)
    path.write_bytes(path.read_bytes()[:8192] + bytes(path.stat().st_size - 8192))
    assert findings(bulletin)[0].startswith(("warning: The search index", "problem: The search"))
    answer = bulletin("index")
    assert answer.status == 0
    assert "The search index was damaged and has been built anew: " in answer.err
    (again,) = findings(bulletin)
    # The minute it was built in may be the next one by now.
    assert again.partition(", complete on ")[:2] == sound.partition(", complete on ")[:2]


def test_a_search_says_how_much_of_an_unfinished_index_it_looked_at(
    bulletin: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lagging, "MOST_KEPT_UP", 3)
    folder = tmp_path / "bao-cao"
    write_articles(folder, 4)
    bulletin("add", str(folder))
    index_path(bulletin).unlink()
    build_half(index_path(bulletin), BuildOrder((folder,)))
    by_title = bulletin("search", "phiên lần thứ 2")
    assert "Phiên chợ thứ 2" in by_title.out
    assert by_title.status == 0
    assert "Searched so far: 0 of 4 articles; of the others, titles and names." in by_title.err
    by_text = bulletin("search", "tờ mờ sáng")
    assert by_text.status == 1
    assert "Nothing found yet." in by_text.err
    bulletin("index")
    assert bulletin("search", "tờ mờ sáng").status == 0


def test_articles_whose_words_could_not_be_found_are_said_to_be_put_off(
    bulletin: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "builder_short_of_memory.py").write_text(SHORT_OF_MEMORY)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), *sys.path]))
    monkeypatch.setattr("bulletin_tui.services.indexing.BUILDER", "builder_short_of_memory")
    answer = bulletin("index")
    assert (answer.status, answer.out) == (1, "3 articles in the index · 3 files changed\n")
    assert "3 articles are found only by their titles until the index is built again" in answer.err
    monkeypatch.undo()


def test_another_folder_has_an_index_of_its_own(bulletin: CommandLine, tmp_path: Path) -> None:
    write_articles(tmp_path / "bao-cao", 4)
    summary = bulletin("index", str(tmp_path / "bao-cao"), "--json").json
    assert (summary["articles"], summary["folders"]) == (4, [str(tmp_path / "bao-cao")])
    assert summary["index"] != str(index_path(bulletin))
    assert not index_path(bulletin).exists()
    answer = bulletin("index", str(tmp_path / "khong-co"))
    assert answer.status == 1
    assert "There is no such folder." in answer.err


def test_ctrl_c_ends_the_builder_too(bulletin: CommandLine) -> None:
    write_articles(bulletin.articles, 400)
    command = subprocess.Popen(
        (sys.executable, "-m", "bulletin_tui", "index", str(bulletin.articles), "--json"),
        stdout=subprocess.PIPE,
    )
    with command:
        while not list(bulletin.home.rglob("index.db")):
            assert command.poll() is None
        command.send_signal(signal.SIGINT)
        assert command.communicate()[0] == b""
    assert command.returncode == 130
    (path,) = bulletin.home.rglob("index.db")
    with builder_lock(path) as is_mine:
        assert is_mine


def test_the_doctor_does_not_take_a_link_to_nowhere_for_no_index(bulletin: CommandLine) -> None:
    path = index_path(bulletin)
    path.parent.mkdir(parents=True)
    path.symlink_to("khong-co")
    (said,) = findings(bulletin)
    assert said.startswith("warning: A link that leads nowhere is in the place of the search index")
