"""Whatever is done to marks in whatever order, the database says what a simple model says."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from bulletin_tui.model.annotation import HighlightColor
from bulletin_tui.services.annotating import add_highlight, edit_note, recolor, redo, remove, undo
from bulletin_tui.services.stacks import MemoryStacks
from bulletin_tui.services.workspace import Workspace
from bulletin_tui.settings import Settings
from bulletin_tui.store.store import open_store
from bulletin_tui.text.words import word_spans
from unit.store.samples import ARTICLE, NOW, make_paths, marks

if TYPE_CHECKING:
    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.model.article import Span

Marks: TypeAlias = "dict[str, Annotation]"

PASSAGES = st.sampled_from(word_spans(ARTICLE.text)[:5])
COLORS = st.sampled_from(HighlightColor)
NOTES = st.sampled_from(["", "một", "hai", "ba dòng\n\ncó trống"])


def content(annotation: Annotation) -> Annotation:
    """The annotation without what every revision has of its own, and what the clock says."""
    return replace(annotation, revision=0, created_at=NOW, updated_at=NOW)


class Marking(RuleBasedStateMachine):
    """The model is every state so far and which of them is today's."""

    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.place = Path(self.folder.name) / "first"
        self.now = NOW
        self.workspace = self.open()
        self.states: list[Marks] = [{}]
        self.today = 0
        self.purged: set[str] = set()

    def open(self) -> Workspace:
        """The workspace on what is in the folder now, with the clock of this test."""
        paths = make_paths(self.place)
        store = open_store(paths, now=lambda: self.now)
        return Workspace(paths, Settings(), MemoryStacks((ARTICLE,)), store)

    @property
    def marks(self) -> Marks:
        """Today's marks by id."""
        return self.states[self.today]

    def act(self, after: Marks) -> None:
        """An act that leads to `after` ends what could be redone; one without effect does not."""
        if after != self.marks:
            self.states[self.today + 1 :] = [after]
            self.today += 1

    @rule(target=ids, span=PASSAGES, color=COLORS)
    def highlight(self, span: Span, color: HighlightColor) -> str:
        """A passage that is highlighted already takes the colour."""
        made = add_highlight(self.workspace, ARTICLE, span, color)
        known = self.marks.get(made.id)
        assert (known is not None) == any(mark.span == span for mark in self.marks.values())
        wanted = replace(known, color=color) if known is not None else content(made)
        self.act({**self.marks, made.id: wanted})
        return made.id

    @rule(name=ids, note=NOTES)
    def write(self, name: str, note: str) -> None:
        """A note brings back a mark that was removed or undone."""
        if name in self.purged:
            return
        edited = edit_note(self.workspace, name, note)
        self.act({**self.marks, name: content(edited)})
        assert edited.note == note

    @rule(name=ids, color=COLORS)
    def recolor(self, name: str, color: HighlightColor) -> None:
        """Only what is there takes a colour."""
        if name in self.marks:
            recolor(self.workspace, name, color)
            self.act({**self.marks, name: replace(self.marks[name], color=color)})

    @rule(names=st.lists(ids, unique=True, max_size=3))
    def remove(self, names: list[str]) -> None:
        """Several go at once."""
        remove(self.workspace, [name for name in names if name not in self.purged])
        self.act({name: mark for name, mark in self.marks.items() if name not in names})

    @rule()
    def undo(self) -> None:
        """One state back."""
        assert (undo(self.workspace) is None) == (self.today == 0)
        self.today = max(0, self.today - 1)

    @rule()
    def redo(self) -> None:
        """One state on."""
        last = len(self.states) - 1
        assert (redo(self.workspace) is None) == (self.today == last)
        self.today = min(last, self.today + 1)

    @rule()
    def reopen(self) -> None:
        """Nothing changes, not even what can be undone."""
        self.workspace.close()
        self.workspace = self.open()

    @invariant()
    def the_database_says_what_the_model_says(self) -> None:
        """Mark by mark, and no row is damaged."""
        assert {mark.id: content(mark) for mark in marks(self.workspace)} == self.marks
        assert self.workspace.store.damaged_rows(check_all=True) == ()

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.workspace.close()
        self.folder.cleanup()


Marking.TestCase.settings = settings(max_examples=30, stateful_step_count=20, deadline=None)
test_marking = Marking.TestCase
