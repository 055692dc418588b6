"""What a module, a class or a function is for can be read without reading its body."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, TypeAlias

from architecture.sources import parsed, python_files

if TYPE_CHECKING:
    from collections.abc import Iterator

HOOKS = re.compile(r"_|compose$|render|on_|watch_|validate_|compute_|get_content_")
"""Names that are private, or that Textual gives a meaning to."""


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        str(path)
        for path in python_files("src", "tests", "benchmarks")
        if not ast.get_docstring(parsed(path))
    ]
    assert silent == []


def test_a_module_docstring_has_at_most_five_lines() -> None:
    long = [
        str(path)
        for path in python_files("src")
        if len((ast.get_docstring(parsed(path)) or "").splitlines()) > 5
    ]
    assert long == []


def test_every_public_class_and_function_says_what_it_is_for() -> None:
    silent = [
        f"{path}:{definition.lineno} {definition.name}"
        for path in python_files("src")
        for definition in _public(parsed(path))
        if not ast.get_docstring(definition)
    ]
    assert silent == []


Definition: TypeAlias = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def _public(node: ast.Module | ast.ClassDef) -> Iterator[Definition]:
    """The definitions other modules may use: module level, and members of public classes."""
    for child in node.body:
        if isinstance(child, Definition) and not HOOKS.match(child.name) and not _is_setter(child):
            yield child
            if isinstance(child, ast.ClassDef):
                yield from _public(child)


def _is_setter(definition: Definition) -> bool:
    """Whether it is the writing half of a property, which the reading half explains."""
    return any(ast.unparse(name).endswith(".setter") for name in definition.decorator_list)
