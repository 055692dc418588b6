"""What takes the place of an article that was imported, and what must not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.services.importing.importing import ImportOptions, import_files
from bulletin_tui.services.importing.report import Outcome
from bulletin_tui.services.workspace import open_workspace, reload_library
from bulletin_tui.settings import Settings
from unit.services.importing.taking_in import REPORT, take_in

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.paths import Paths
    from bulletin_tui.services.workspace import Workspace


def test_a_newer_version_takes_the_place_of_the_one_that_is_there(
    workspace: Workspace, inbox: Path
) -> None:
    file = inbox / "nuoc.txt"
    file.write_text(REPORT)
    (first,) = take_in(workspace, file).files
    file.write_text(REPORT + " Xã thứ 12 nối đường ống cuối cùng trong tháng tới.")
    (second,) = take_in(workspace, file).files
    assert second.outcome is Outcome.UPDATED
    assert second.kept_path == first.kept_path
    assert first.article is not None
    assert second.other is not None
    assert second.other.id == first.article.id
    assert len(workspace.library) == 1


def test_a_newer_version_is_reported_as_the_article_before_it_was_corrected(
    workspace: Workspace, inbox: Path
) -> None:
    file = inbox / "nuoc.txt"
    file.write_text(REPORT)
    (first,) = take_in(workspace, file).files
    assert first.article is not None
    file.write_text(REPORT + " Xã thứ 12 nối đường ống cuối cùng trong tháng tới.")
    corrections = {first.article.id: {"title": "Nước về"}}
    folder, how = workspace.paths.imported, ImportOptions()
    report = import_files(workspace.stacks, folder, [file], how, corrections=corrections)
    assert [done.article and done.article.summary.title for done in report.files] == ["Nước về"]


def test_another_text_of_the_same_name_is_another_article(
    workspace: Workspace, inbox: Path
) -> None:
    file = inbox / "bao-cao.txt"
    file.write_text(REPORT)
    take_in(workspace, file)
    file.write_text("Lớp học bơi mùa hè\n\nBốn mươi em nhỏ học bơi ở hồ của huyện mỗi sáng.")
    (other,) = take_in(workspace, file).files
    assert other.outcome is Outcome.ADDED
    assert len(workspace.library) == 2


def write_page(path: Path, title: str, report: str) -> None:
    """A page of a site, with the menu and the footer that all of them have."""
    menu = "".join(f'<li><a href="/{n}">Chuyên mục {n}</a></li>' for n in range(40))
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        f"<html><head><title>{title}</title></head><body><nav><ul>{menu}</ul></nav>"
        f"<article><h1>{title}</h1><p>{report}</p></article>"
        "<footer><p>Bản quyền thuộc về Trang tin huyện. Giấy phép số 12/GP-TTĐT.</p>"
        "<p>Điện thoại: 024 3456 7890 - Email: toasoan@trangtin.example</p></footer></body></html>"
    )


@pytest.mark.parametrize(("title", "length"), [("Bản tin huyện", 6), ("Bản tin về {subject}", 1)])
def test_pages_of_one_site_are_articles_of_their_own(
    workspace: Workspace, inbox: Path, title: str, length: int
) -> None:
    for number, subject in enumerate(("học sinh vùng cao", "vụ lúa mùa", "đường liên xã")):
        report = "</p><p>".join(
            f"Hôm nay huyện bàn về {subject} lần thứ {number * 10 + at}, và {subject} sẽ được "
            f"{at * 7 + number} người của các xã bàn tiếp sau Tết, khi mọi người đã về đủ."
            for at in range(length)
        )
        write_page(inbox / str(number) / "index.html", title.format(subject=subject), report)
    pages = sorted(inbox.iterdir())
    (first,) = take_in(workspace, pages[0]).files
    others = take_in(workspace, *pages[1:]).files
    assert [file.outcome for file in (first, *others)] == [Outcome.ADDED] * 3
    assert len(workspace.library) == 3


def test_only_one_file_of_an_import_takes_an_older_ones_place(
    workspace: Workspace, inbox: Path
) -> None:
    (inbox / "nuoc.txt").write_text(REPORT)
    take_in(workspace, inbox / "nuoc.txt")
    for folder, ending in (("a", "Đã xong."), ("b", "Còn ba xã nữa.")):
        (inbox / folder).mkdir()
        (inbox / folder / "nuoc.txt").write_text(f"{REPORT} {ending}")
    for only_tries in (True, False):
        report = take_in(workspace, inbox / "a", inbox / "b", only_tries=only_tries)
        assert [file.outcome for file in report.files] == [Outcome.UPDATED, Outcome.ADDED]
    assert len(workspace.library) == 2


def test_a_text_whose_place_was_just_taken_comes_back_as_another_article(
    workspace: Workspace, inbox: Path
) -> None:
    (inbox / "nuoc.txt").write_text(REPORT)
    take_in(workspace, inbox / "nuoc.txt")
    (inbox / "nuoc.txt").write_text(f"{REPORT} Đã xong.")
    (inbox / "nuoc-cu.txt").write_text(REPORT)
    for only_tries in (True, False):
        wanted = (inbox / "nuoc.txt", inbox / "nuoc-cu.txt")
        report = take_in(workspace, *wanted, only_tries=only_tries)
        assert [file.outcome for file in report.files] == [Outcome.UPDATED, Outcome.ADDED]
    assert len(workspace.library) == 2


def test_a_like_name_with_another_title_needs_more_of_the_text(
    workspace: Workspace, inbox: Path
) -> None:
    sentences = REPORT.split("\n\n")[1].split(". ")
    (inbox / "nuoc.txt").write_text(REPORT)
    take_in(workspace, inbox / "nuoc.txt")
    half = ". ".join([*sentences[:7], "Phần còn lại của văn bản này thì không giống chút nào"])
    (inbox / "nuoc.txt").write_text(f"Điện về bản Mường\n\n{half}")
    (other,) = take_in(workspace, inbox / "nuoc.txt").files
    assert other.outcome is Outcome.ADDED
    (inbox / "nuoc.txt").write_text(f"Nước sạch về xã An Bình\n\n{half}")
    (newer,) = take_in(workspace, inbox / "nuoc.txt").files
    assert newer.outcome is Outcome.UPDATED


def test_the_place_of_a_file_that_has_changed_since_is_not_taken(
    workspace: Workspace, inbox: Path
) -> None:
    (inbox / "nuoc.txt").write_text(REPORT)
    take_in(workspace, inbox)
    folder = workspace.paths.imported
    kept: list[Path | None] = []
    for ending in ("Đã xong.", "Còn ba xã nữa."):
        (inbox / "nuoc.txt").write_text(f"{REPORT} {ending}")
        report = import_files(workspace.stacks, folder, [inbox], ImportOptions())
        kept += [file.kept_path for file in report.files]
    assert len(set(kept)) == 2
    assert len(reload_library(workspace)) == 2


MONTHLY = """Báo cáo công tác tháng

Trong kỳ, bộ phận một cửa tiếp {0} lượt dân, trả kết quả đúng hẹn cho {1} hồ sơ đất đai.
Đoàn thanh niên sửa được {2} mét đường liên thôn bằng tiền quỹ do chính bà con góp lại.
Trạm y tế khám cho {3} cụ già ở hai bản xa, phát thuốc và dặn dò từng nhà về nước uống.
Trường mầm non giữ đủ sĩ số, bếp ăn nhận {4} cân rau sạch của tổ phụ nữ trồng sau đình.
"""


@pytest.mark.parametrize(("figures", "outcome"), [(40, Outcome.ADDED), (0, Outcome.UPDATED)])
def test_the_report_of_another_month_takes_no_place(
    workspace: Workspace, inbox: Path, figures: int, outcome: Outcome
) -> None:
    file = inbox / "bao-cao.txt"
    file.write_text(MONTHLY.format(*range(120, 125)))
    take_in(workspace, file)
    file.write_text(MONTHLY.format(*range(120 + figures, 125 + figures)) + "Hết báo cáo.")
    (other,) = take_in(workspace, file).files
    assert other.outcome is outcome


def test_a_file_name_that_says_nothing_does_not_make_a_newer_version(
    workspace: Workspace, inbox: Path
) -> None:
    _title, report = REPORT.split("\n\n")
    for title, name, outcome in (
        ("Nước sạch về xã An Bình", "index.txt", Outcome.ADDED),
        ("Nước về bản", "index.txt", Outcome.ADDED),
        ("Nước sạch", "nuoc.txt", Outcome.ADDED),
        ("Nước mát", "nuoc.txt", Outcome.UPDATED),
    ):
        (inbox / name).write_text(f"{title}\n\n{report}")
        (file,) = take_in(workspace, inbox / name).files
        assert file.outcome is outcome


def test_a_file_in_a_folder_of_the_reader_is_not_written_over(
    paths: Paths, inbox: Path, tmp_path: Path
) -> None:
    own, file = tmp_path / "0" / "nuoc.txt", inbox / "nuoc.txt"
    own.parent.mkdir()
    with open_workspace(replace(paths, articles=own.parent), Settings()) as workspace:
        file.write_text(REPORT)
        take_in(workspace, file)
        own.write_text(REPORT)
        reload_library(workspace)
        file.write_text(REPORT + " Xã thứ 12 nối đường ống cuối cùng trong tháng tới.")
        (newer,) = take_in(workspace, file).files
    assert newer.outcome is Outcome.UPDATED
    assert own.read_text() == REPORT
