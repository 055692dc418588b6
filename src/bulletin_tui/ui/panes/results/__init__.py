"""The results: what was found, and searching as one types."""

from bulletin_tui.ui.panes.results.pane import ResultsPane

__all__ = ["ResultsPane"]
