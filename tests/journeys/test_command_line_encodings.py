"""The encoding of a file from the command line: previewed, chosen, and found out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from old_encodings.storing import STORAGES

if TYPE_CHECKING:
    from journeys.conftest import CommandLine

STORE = {storage.name: storage.store for storage in STORAGES}
TEXT = "Báo cáo của xã\nCác trường trong huyện đã được sửa chữa, nước sạch đã về."
SHOWN = STORE["UTF-8 of TCVN3"](TEXT).decode().replace("\xad", "")


@pytest.fixture
def article_id(bulletin: CommandLine) -> str:
    """A report in TCVN3 that was copied off a screen."""
    (bulletin.articles / "cu.txt").write_bytes(STORE["UTF-8 of TCVN3"](TEXT))
    return next(row[0] for row in bulletin("list").rows if row[3] == SHOWN.splitlines()[0])


def test_a_report_that_looks_wrong_is_shown_as_it_is_with_what_would_help(
    bulletin: CommandLine, article_id: str
) -> None:
    answer = bulletin("show", article_id, "--plain")
    assert answer.out == f"{SHOWN}\n"
    assert "`bulletin edit ID --encoding tcvn3`" in answer.err


def test_another_encoding_is_tried_without_choosing_it(
    bulletin: CommandLine, article_id: str
) -> None:
    tried = bulletin("show", article_id, "--plain", "--encoding", "abc")
    assert (tried.status, tried.out) == (0, f"{TEXT}\n")
    assert "TCVN3" in tried.err
    assert bulletin("show", article_id, "--plain").out == f"{SHOWN}\n"


def test_encodings_are_listed_with_what_they_would_change(
    bulletin: CommandLine, article_id: str
) -> None:
    lines = bulletin("show", article_id, "--encodings").out.splitlines()
    assert lines[0].startswith("utf-8\t")
    assert lines[1].startswith("tcvn3")
    assert lines[2:4] == [f"  - {SHOWN.splitlines()[0]}", f"  + {TEXT.splitlines()[0]}"]
    found = bulletin("show", article_id, "--encodings", "--json").json
    assert (found["current"], found["chosen"]) == ("utf-8", None)
    assert found["proposals"][0]["lines"][0]["after"] == TEXT.splitlines()[0]


def test_a_choice_lasts_until_it_is_taken_back(bulletin: CommandLine, article_id: str) -> None:
    chosen = bulletin("edit", article_id, "--encoding", "tcvn3", "--json")
    assert "TCVN3" in chosen.err
    converted_id = chosen.json["id"]
    assert bulletin("show", converted_id, "--plain").out == f"{TEXT}\n"
    assert "Unicode (UTF-8)" in bulletin("edit", converted_id, "--encoding", "auto").err
    assert bulletin("show", article_id, "--plain").out == f"{SHOWN}\n"


def test_an_unknown_encoding_is_wrong_usage(bulletin: CommandLine, article_id: str) -> None:
    for verb in ("show", "edit"):
        answer = bulletin(verb, article_id, "--encoding", "ebcdic")
        assert (answer.status, answer.out) == (2, "")
        assert "viscii" in answer.err


def test_nothing_is_chosen_when_something_else_was_mistyped(
    bulletin: CommandLine, article_id: str
) -> None:
    answer = bulletin("edit", article_id, "--encoding", "tcvn3", "--published", "hôm qua")
    assert answer.status == 2
    assert bulletin("show", article_id, "--plain").out == f"{SHOWN}\n"


def test_a_choice_is_backed_up_at_once(bulletin: CommandLine, article_id: str) -> None:
    bulletin("edit", article_id, "--encoding", "tcvn3")
    assert len(list(bulletin.home.rglob("state-*.db"))) == 1
