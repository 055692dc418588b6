"""Small XML documents as trees, without entities, outside references or deep recursion."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_NODES = 200_000


class XmlRefusedError(ValueError):
    """The document is broken, declares entities, or has too many elements."""


@dataclass(slots=True)
class Node:
    """An element, or words, which have no name; names are without their namespaces."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)
    words: str = ""

    @property
    def text(self) -> str:
        """All words in it; not clean."""
        return "".join(node.words for node in self.walk())

    def walk(self) -> Iterator[Node]:
        """The node and all nodes inside it, in the order of the document."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))

    def all(self, *names: str) -> list[Node]:
        """The nodes of these names, itself among them, in the order of the document."""
        return [node for node in self.walk() if node.name in names]


def read_xml(data: bytes) -> Node:
    """The document's outermost element. Raises XmlRefusedError."""
    return _Reader().read(data)


class _Reader:
    def __init__(self) -> None:
        self._root = Node("")
        self._open = [self._root]
        self._count = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.EntityDeclHandler = self._refuse_entity

    def read(self, data: bytes) -> Node:
        try:
            self._parser.Parse(data, True)
        except (expat.ExpatError, LookupError) as error:
            raise XmlRefusedError(str(error)) from error
        return self._root.children[0]

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST_NODES:
            raise XmlRefusedError("too many elements")
        node = Node(_local(name), {_local(key): value for key, value in attributes.items()})
        self._open[-1].children.append(node)
        self._open.append(node)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        self._open[-1].children.append(Node("", words=text))

    def _refuse_entity(self, *_declaration: object) -> None:
        raise XmlRefusedError("entities are declared")


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
