"""Files as they are imported into a library, and what becomes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.services.importing.importing import ImportOptions, import_files
from bulletin_tui.services.workspace import reload_library

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.services.importing.report import ImportReport, Outcome
    from bulletin_tui.services.workspace import Workspace


REPORT = "Nước sạch về xã An Bình\n\n" + " ".join(
    f"Xã thứ {number} đã nối đường ống chính và có {number * 37} hộ dùng nước sạch hằng ngày."
    for number in range(1, 12)
)


def take_in(workspace: Workspace, *wanted: Path, **options: object) -> ImportReport:
    folder, how = workspace.paths.imported, ImportOptions(**options)  # type: ignore[arg-type]
    chosen = workspace.store.encodings.all()
    report = import_files(workspace.stacks, folder, wanted, how, encodings=chosen)
    reload_library(workspace)
    return report


def outcomes(report: ImportReport) -> list[tuple[str, Outcome]]:
    return [(file.path.rpartition("/")[2], file.outcome) for file in report.files]
