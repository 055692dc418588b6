"""The sidebar: the library as a tree, or what fits a filter."""

from bulletin_tui.ui.panes.sidebar.pane import SidebarPane

__all__ = ["SidebarPane"]
