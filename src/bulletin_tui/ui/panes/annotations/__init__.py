"""The list of marks over all articles: filtered, grouped, changed many at once."""

from bulletin_tui.ui.panes.annotations.pane import AnnotationsPane

__all__ = ["AnnotationsPane"]
