"""An empty name, as an unset variable of a script leaves it, never means the folder one is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from journeys.conftest import CommandLine


@pytest.mark.parametrize(
    "typed",
    ["add", "remove", "import", "index", "sync", "restore", "export --into", "export -o"],
)
@pytest.mark.parametrize("name", ["", " "])
def test_an_empty_name_is_refused(bulletin: CommandLine, typed: str, name: str) -> None:
    answer = bulletin(*typed.split(), name)
    assert (answer.status, answer.out) == (2, "")
    assert "an empty name stands for no file or folder" in answer.err


@pytest.mark.parametrize("query", ["", "  "])
def test_an_empty_query_is_refused(bulletin: CommandLine, query: str) -> None:
    answer = bulletin("search", query)
    assert (answer.status, answer.out) == (2, "")
    assert "the query is empty" in answer.err
