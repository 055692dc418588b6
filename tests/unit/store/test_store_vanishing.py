"""A database that is taken away while it is open: that is said, and nothing is lost by it."""

from __future__ import annotations

import os
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import NotSavedError
from bulletin_tui.store.store import open_store
from unit.store.samples import make_annotation, make_article

if TYPE_CHECKING:
    from collections.abc import Callable

    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.paths import Paths
    from bulletin_tui.store.store import Store

ARTICLE = make_article()
MARK, OTHER = make_annotation(ARTICLE), make_annotation(ARTICLE, mark_id="other")


def save(store: Store, mark: Annotation) -> None:
    """Add the annotation."""
    with store.act() as act:
        act.add(ARTICLE, mark)


@pytest.mark.parametrize(
    ("happens", "reason"),
    [
        (Path.unlink, "the database was removed or replaced while it was open"),
        (partial(os.truncate, length=0), "the database has lost what was in it"),
    ],
)
def test_a_database_that_vanishes_while_it_is_open_is_said_and_comes_back_with_a_start(
    paths: Paths, happens: Callable[[Path], None], reason: str
) -> None:
    with closing(open_store(paths)) as store:
        save(store, MARK)
        happens(paths.state_db)
        with pytest.raises(NotSavedError, match=f"not saved: {reason}") as raised:
            save(store, OTHER)
        assert "start the program again" in raised.value.advice
    with closing(open_store(paths)) as store:
        assert store.annotations() == (MARK,)
