"""The command line over a small library of its own, with an empty home."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from bulletin_tui.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

ARTICLES = {
    "ve-nguon/cap-nuoc.md": """---
id: cap-nuoc-2024
title: Mười năm cấp nước sạch về các xã
source: Phòng Kinh tế huyện Bình Giang
place: Bình Giang
published: 2024-05-06 07:30
---

Đến nay mười hai xã đã có nước sạch. Huyện đầu tư ba trạm bơm mới.

## Số liệu

| Năm | Số hộ |
| --- | --- |
| 2014 | 1.200 |
| 2024 | 9.850 |

- Trạm bơm số một phục vụ bốn xã.
- Nước sạch đã về tới thôn xa nhất.
""",
    "ve-nguon/doc-sach.md": """---
id: doc-sach-2021
title: Ngày hội đọc sách
source: Thư viện tỉnh Tiền Châu
published: 2021-04-21
---

Thư viện mở cửa cả ngày chủ nhật. Bạn đọc nhỏ tuổi mượn sách nhiều nhất.
""",
    "khong-ro.md": """---
id: cap-dien
title: Thắp sáng đường quê
---

Đường quê sáng hơn nhờ điện mặt trời.
""",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command came to."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The one JSON document on stdout."""
        document: dict[str, Any] = json.loads(self.out)
        return document

    @property
    def rows(self) -> list[list[str]]:
        """The lines of stdout, cut at tabs."""
        return [line.split("\t") for line in self.out.splitlines()]


@dataclass(frozen=True, slots=True)
class CommandLine:
    """Runs `bulletin` in this process."""

    articles: Path
    home: Path
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *argv: str) -> Answer:
        self.capsys.readouterr()
        status = main(argv)
        captured = self.capsys.readouterr()
        return Answer(status, captured.out, captured.err)


@pytest.fixture
def bulletin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> CommandLine:
    """The command line of a person who has just installed the program."""
    folder, home = tmp_path / "articles", tmp_path / "home"
    for name, text in ARTICLES.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    monkeypatch.setattr("bulletin_tui.paths.bundled_articles", lambda: folder)
    for kind in ("DATA", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    monkeypatch.setenv("LANGUAGE", "en")
    return CommandLine(folder, home, capsys)
