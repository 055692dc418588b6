"""Looking at WordprocessingML: names without their namespaces, and values of attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

LARGEST_NUMBER = 32767
_OFF = frozenset({"0", "false", "none", "off"})


def tag(node: BaseOxmlElement) -> str:
    """The name of an element; empty for comments and the like."""
    name = node.tag
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def child(node: BaseOxmlElement, *path: str) -> BaseOxmlElement | None:
    """The first child of the first name, its first child of the next one, and so on."""
    for name in path:
        found = next((each for each in node if tag(each) == name), None)
        if found is None:
            return None
        node = found
    return node


def value(node: BaseOxmlElement, name: str = "val") -> str:
    """An attribute by its name without the namespace; empty if it is not there."""
    for key, text in node.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(text)
    return ""


def is_on(node: BaseOxmlElement | None) -> bool:
    """Whether a property that needs no value is set."""
    return node is not None and value(node) not in _OFF


def is_on_by(node: BaseOxmlElement, name: str) -> bool:
    """Whether an attribute that is to be on or off is on; without it, it is off."""
    said = value(node, name)
    return said != "" and said not in _OFF


def whole_number(node: BaseOxmlElement | None, name: str = "val", otherwise: int = 0) -> int:
    """An attribute that is to be a whole number, none above `LARGEST_NUMBER`."""
    said = value(node, name) if node is not None else ""
    return min(int(said[:9]), LARGEST_NUMBER) if said.isdecimal() else otherwise
