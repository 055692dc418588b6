"""A file is one idea and a function one step: neither outgrows a reader's eye."""

from __future__ import annotations

import ast

from architecture.sources import ROOT, functions, parsed, python_files

EVERY_FILE = python_files("src", "tests", "benchmarks")
BLOCKS = (
    ast.If | ast.For | ast.AsyncFor | ast.While | ast.With | ast.AsyncWith | ast.Try | ast.Match
)


def test_a_file_has_at_most_300_lines() -> None:
    lengths = {
        str(path): len((ROOT / path).read_text(encoding="utf-8").splitlines())
        for path in EVERY_FILE
    }
    assert {path: lines for path, lines in lengths.items() if lines > 300} == {}


def test_a_function_has_at_most_40_lines() -> None:
    lengths = {
        f"{path}:{function.name}": (function.end_lineno or 0) - function.lineno + 1
        for path in EVERY_FILE
        for function in functions(path)
    }
    assert {name: lines for name, lines in lengths.items() if lines > 40} == {}


def test_blocks_nest_at_most_four_deep() -> None:
    depths = {
        f"{path}:{function.name}": _depth(function)
        for path in EVERY_FILE
        for function in functions(path)
    }
    assert {name: depth for name, depth in depths.items() if depth > 4} == {}


def test_no_except_swallows_whatever_comes() -> None:
    broad = [
        f"{path}:{handler.lineno}"
        for path in EVERY_FILE
        for handler in ast.walk(parsed(path))
        if isinstance(handler, ast.ExceptHandler)
        and _catches_everything(handler)
        and not _raises_again(handler)
    ]
    assert broad == []


def _depth(node: ast.AST) -> int:
    """Blocks inside blocks below `node`; an `elif` is no deeper than its `if`."""
    return max((_depth_of_child(node, child) for child in ast.iter_child_nodes(node)), default=0)


def _depth_of_child(node: ast.AST, child: ast.AST) -> int:
    is_elif = isinstance(node, ast.If) and isinstance(child, ast.If) and [child] == node.orelse
    return _depth(child) + (isinstance(child, BLOCKS) and not is_elif)


def _catches_everything(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(ast.unparse(name) in {"Exception", "BaseException"} for name in caught)


def _raises_again(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None
