"""Toasts of one kind, one at a time: one above the other they would cover the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.notifications import Notification, Notify

if TYPE_CHECKING:
    from textual.message_pump import MessagePump
    from textual.notifications import SeverityLevel

LASTS_S = 10.0


class LatestToast:
    """The last toast of its kind; the next one takes its place."""

    def __init__(self, severity: SeverityLevel) -> None:
        self._severity = severity
        self._shown: Notification | None = None

    def show(self, app: MessagePump, words: str) -> None:
        """Show these words, as they are."""
        self.drop()
        self._shown = Notification(words, severity=self._severity, timeout=LASTS_S)
        app.post_message(Notify(self._shown))

    def drop(self) -> None:
        """Have it go when the next one comes, or another screen: what it is about is being done."""
        if self._shown is not None:
            self._shown.timeout = 0.0
