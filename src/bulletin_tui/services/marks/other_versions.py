"""What another version of a note is called: by the device that wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.words import _

if TYPE_CHECKING:
    from bulletin_tui.model.annotation import OtherNote


def version_label(other: OtherNote, device: str) -> str:
    """Which version it is; `device` is this one."""
    if other.device == device:
        return _("other version from this device")
    return _("other version from {device}").format(device=other.short_device)
