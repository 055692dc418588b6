"""ARCHITECTURE.md's map of the program names what is there, all of it and nothing else."""

from __future__ import annotations

import re

from architecture.sources import PACKAGE, ROOT, python_files

HEADING = "## Map"
ENTRY = re.compile(r"(?P<indent> *)(?P<name>\S+)")


def test_the_map_names_every_module_of_the_program() -> None:
    modules = {str(path) for path in python_files("src") if path.name != "__init__.py"}
    assert modules - set(mapped_paths()) == set()


def test_the_map_names_every_package_of_the_program() -> None:
    packages = {str(path.parent.relative_to(ROOT)) for path in PACKAGE.rglob("__init__.py")}
    assert packages - set(mapped_paths()) == set()


def test_everything_on_the_map_is_there() -> None:
    assert [path for path in mapped_paths() if not any(ROOT.glob(path))] == []


def test_nothing_is_on_the_map_twice() -> None:
    paths = mapped_paths()
    assert sorted(set(paths)) == sorted(paths)


def mapped_paths() -> list[str]:
    """The paths in the first code block under the heading: one a line, folders by indentation."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    block = text.partition(f"\n{HEADING}\n")[2].partition("```")[2].partition("```")[0]
    assert block, f"no code block under {HEADING}"
    paths: list[str] = []
    folders: list[tuple[int, str]] = []
    for entry in filter(None, map(ENTRY.match, block.splitlines()[1:])):
        indent = len(entry["indent"])
        while folders and folders[-1][0] >= indent:
            folders.pop()
        path = "/".join([*(name for _, name in folders), entry["name"].rstrip("/")])
        folders.append((indent, entry["name"].rstrip("/")))
        paths.append(path)
    return paths
