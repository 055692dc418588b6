"""A line to type a path into, which begins in the home unless another beginning is typed."""

from __future__ import annotations

from bulletin_tui.ui.widgets.text_fields import LineField

_WHOLE = ("/", "~", "'", '"', "file:")
"""What a path begins with that is not one below the home."""


class PathField(LineField):
    """Holds the beginning of a path, which a whole path takes the place of."""

    def __init__(self, start: str) -> None:
        super().__init__(start)
        self._start = start

    def replace(self, text: str, start: int, end: int) -> None:
        """Put `text` in the place of a range; a whole path behind the first text replaces that."""
        super().replace(text, start, end)
        rest = self.value.removeprefix(self._start).lstrip()
        if self._start and self.value.startswith(self._start) and rest.startswith(_WHOLE):
            self._start = ""
            self.value = rest
            self.cursor_position = len(rest)
