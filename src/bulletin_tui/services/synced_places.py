"""Whether the reader's database lies where a synchroniser would copy it while it is being written.

Such a copy is damaged more often than not, and the newest of two devices' files wipes out the
other's marks: logs are what may be synchronised.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_tui.paths import is_there
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import _

if TYPE_CHECKING:
    from bulletin_tui.paths import Paths

_MARKERS = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".sync_journal.db": "Nextcloud",
    "_sync_journal.db": "Nextcloud",
    ".git": "git",
}
"""What a synchroniser leaves in a folder that it looks after."""
_NAMES = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "nextcloud": "Nextcloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "com~apple~clouddocs": "iCloud",
    "mobile documents": "iCloud",
    "yandex.disk": "Yandex.Disk",
    "megasync": "MEGA",
    "pclouddrive": "pCloud",
}


def find_synchroniser(paths: Paths) -> str | None:
    """What would copy the database about; None when nothing does, as far as can be seen."""
    place = paths.data.absolute()
    for folder in (place, *place.parents):
        if folder.name.lower() in _NAMES:
            return _NAMES[folder.name.lower()]
        for marker, name in _MARKERS.items():
            # A home folder under git has its settings there, not everything below it.
            if is_there(folder / marker) and not (marker == ".git" and folder == Path.home()):
                return name
    return None


def sync_warning(paths: Paths) -> str:
    """What to tell a reader whose database is copied about; empty when it is not."""
    name = find_synchroniser(paths)
    if name is None:
        return ""
    sentence = _(
        "{name} copies your notes in {path} while they are written, which damages them: move that"
        " folder elsewhere, and let `bulletin sync FOLDER` carry your marks."
    )
    return sentence.format(name=name, path=clean_line(str(paths.data)))
