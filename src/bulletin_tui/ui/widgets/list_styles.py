"""How the parts of a list look by default; themes give the colours."""

from __future__ import annotations

LIST_CSS = """
VirtualList {
    overflow-x: hidden;
    overflow-y: auto;
    scrollbar-gutter: stable;
    scrollbar-size-vertical: 1;

    & > .virtual-list--cursor { background: $foreground 8%; }
    &:focus > .virtual-list--cursor { background: $primary 25%; }
    & > .virtual-list--title { text-style: bold; }
    & > .virtual-list--muted { color: $foreground 65%; }
    & > .virtual-list--match { color: $accent; text-style: bold underline; }
    & > .virtual-list--section { color: $secondary; text-style: bold; }
    & > .virtual-list--warning { color: $warning; }
    & > .virtual-list--old { color: $error; text-style: strike; }
    & > .virtual-list--new { color: $success; text-style: bold underline; }
    & > .virtual-list--yellow { color: #b89a00; }
    & > .virtual-list--green { color: #3f9c4b; }
    & > .virtual-list--blue { color: #3b82c4; }
    & > .virtual-list--pink { color: #d0589b; }
    & > .virtual-list--orange { color: #d97a24; }
}
"""
