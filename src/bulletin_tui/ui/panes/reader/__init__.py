"""The reading pane: moving through a text, marking it, and opening one after another."""

from bulletin_tui.ui.panes.reader.pane import ReaderPane

__all__ = ["ReaderPane"]
