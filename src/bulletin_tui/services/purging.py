"""Removing annotations for good: no undo brings them back, and nothing else that can be helped."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.errors import BulletinError, NothingFoundError
from bulletin_tui.services.drafting import drop_drafts_of
from bulletin_tui.services.syncing import plan, put_there
from bulletin_tui.store.purging import knows, purge_everywhere
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import _

if TYPE_CHECKING:
    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.services.workspace import Workspace
    from bulletin_tui.store.purging import Purged


def find_annotation(workspace: Workspace, annotation_id: str) -> Annotation | None:
    """The annotation with this id, removed perhaps; None if none of it can be read."""
    store = workspace.store
    for mark in (*store.annotations(), *store.removed_annotations()):
        if mark.id == annotation_id:
            return mark
    return None


def check_known(workspace: Workspace, annotation_id: str) -> None:
    """Raises NothingFoundError for an id that no annotation ever had, and NotSavedError."""
    workspace.store.check_keeping()
    if not knows(workspace.paths, annotation_id):
        raise _not_found(annotation_id)


def purge(workspace: Workspace, annotation_id: str) -> Purged:
    """Remove an annotation from the database, the journal and the backups of this device.

    Raises NothingFoundError, and NotSavedError.
    """
    workspace.store.check_keeping()
    purged = purge_everywhere(workspace.paths, annotation_id)
    if purged is None:
        raise _not_found(annotation_id)
    drop_drafts_of(workspace, annotation_id)
    return _take_from_shared_folder(workspace, purged)


def _not_found(annotation_id: str) -> NothingFoundError:
    message = _("There is no mark with the id “{id}”.")
    return NothingFoundError(
        message.format(id=clean_line(annotation_id)),
        advice=_("`bulletin annotations --json` names every mark."),
    )


def _take_from_shared_folder(workspace: Workspace, purged: Purged) -> Purged:
    """Put our log, which has the mark no longer, in the place of the one that other devices see."""
    errand = plan(workspace)
    if errand is None:
        return purged
    try:
        put_there(errand)
    except BulletinError:
        return replace(purged, left=[*purged.left, errand.folder])
    return purged
