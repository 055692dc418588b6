"""Whatever folders are added, inside one another or linked to, each file is found once."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.library.shelf import find_article_files

NAMES = st.sampled_from(["a", "b", ".kin", "c"])
PLACES = st.lists(NAMES, max_size=4).map(tuple)
SUFFIXES = frozenset({".md"})


@given(
    files=st.sets(PLACES, max_size=8),
    folders=st.lists(PLACES, min_size=1, max_size=5),
    linked=st.booleans(),
)
def test_any_folders_list_each_file_below_them_once(
    files: set[tuple[str, ...]], folders: list[tuple[str, ...]], linked: bool
) -> None:
    with TemporaryDirectory() as made:
        root = Path(made).resolve() / "goc"
        for place in (*files, *folders):
            root.joinpath(*place).mkdir(parents=True, exist_ok=True)
        for place in files:
            root.joinpath(*place, "bai.md").write_text("Một bài.", encoding="utf-8")
        added = [root.joinpath(*place) for place in folders]
        if linked:
            (root.parent / "loi-tat").symlink_to(added[0])
            added.append(root.parent / "loi-tat")
        found = [Path(file.path).resolve() for file in find_article_files(added, SUFFIXES).files]
        expected = {
            root.joinpath(*file, "bai.md")
            for file in files
            for folder in folders
            if file[: len(folder)] == folder
            and not any(name.startswith(".") for name in file[len(folder) :])
        }
        assert sorted(found) == sorted(expected)
