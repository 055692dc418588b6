"""A folder of files that nobody would want in a library, each made by a line of code."""

from __future__ import annotations

import os
import socket
from contextlib import chdir
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Trạm bơm xã Tân An chạy suốt đêm.\n"
ESC, RLO, ZWSP, COMBINING = "\x1b", "\u202e", "\u200b", "\u0301"
_BOMB = 20_000

NOT_TEXT = "The file is not text."
NO_TEXT = "There is no text in the file."
SPECIAL = "It is a pipe, a socket or a device, not a file of text."
TOO_LARGE = "The file is too large: 100 MB, and at most 64 MB are read."
NOWHERE = "The link leads nowhere."
OUTSIDE = "The link leads out of the folder."

REFUSED: dict[str, tuple[bytes, str]] = {
    "anh.md": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\6\0\0\0", NOT_TEXT),
    "chuong-trinh.txt": (b"\x7fELF\2\1\1" + bytes(range(32)) * 8, NOT_TEXT),
    "toan-so-khong.txt": (b"\0" * 4096, NOT_TEXT),
    "rong.txt": (b"", NO_TEXT),
    "toan-dau-vo-hinh.txt": ((ZWSP * 99).encode(), NO_TEXT),
}
"""By name: what is in the file, and why there is no article in it."""

READ: dict[str, bytes] = {
    "thuong.txt": TEXT.encode(),
    "utf-16-khong-dau.txt": ("a " + TEXT).encode("utf-16-le"),
    "hong.txt": ("b " + TEXT).encode() * 3 + b"\xed\xa0\x80\xed\xb0\x80\xff",
    "dieu-khien.txt": ("c " + TEXT).encode() * 9 + b"\0\x07\x08\x9b31m",
    "thoat.txt": f"{ESC}]0;x\x07{ESC}[2J{ESC}]52;c;eA==\x07 d {TEXT}".encode(),
    "hai-chieu.md": f"# e {RLO}cod.exe\n\n{TEXT}".encode(),
    "vo-hinh.txt": f"f{ZWSP}g{TEXT}".encode(),
    "trieu-dau.txt": ("e" + COMBINING * 1_000_000 + TEXT).encode(),
    "mot-dong.txt": ("h " + TEXT.strip()).encode() * 20_000,
    "trich-dan.md": b">" * _BOMB + b" i",
    "ngoac.md": b"[" * _BOMB + b" k",
    "ma.md": b" ".join(b"`" * length for length in range(1, 1400)),
    "bang.md": b"|a" * 2000 + b"|\n" + b"|-" * 2000 + b"|\n",
    "yaml.md": b"---\na: &a [" + b"[" * _BOMB + b"\n---\nl " + TEXT.encode(),
    "toml.md": b"+++\na = " + b"[" * _BOMB + b"\n+++\nm " + TEXT.encode(),
    "so.md": b"---\ndate: " + b"9" * 100_000 + b"\n---\nn " + TEXT.encode(),
    f"ten-{ESC}[31m.txt": b"o " + TEXT.encode(),
    "ten-\n-hai-dong.txt": b"p " + TEXT.encode(),
    f"ten-{RLO}txt.md": b"q " + TEXT.encode(),
}


@dataclass(frozen=True, slots=True)
class HostileFolder:
    """What was written, and what is to be said of it."""

    path: Path
    problems: dict[str, str]
    """Reasons by the names of the files that are refused."""


def write_hostile_folder(folder: Path) -> HostileFolder:
    """Write every kind of bad file that a name can be given to."""
    folder.mkdir()
    problems = {name: reason for name, (_data, reason) in REFUSED.items()}
    refused = {name: data for name, (data, _reason) in REFUSED.items()}
    for name, data in (refused | READ).items():
        (folder / name).write_bytes(data)
    problems |= _write_odd_entries(folder)
    return HostileFolder(folder, problems)


def _write_odd_entries(folder: Path) -> dict[str, str]:
    os.mkfifo(folder / "ong.md")
    with chdir(folder), socket.socket(socket.AF_UNIX) as listening:  # names of sockets are short
        listening.bind("cam.md")
    (folder / "vong.md").symlink_to("vong.md")
    (folder / "nhu-thu-muc").symlink_to(folder, target_is_directory=True)
    (folder / "ngoai.md").symlink_to("/etc/passwd")
    (folder / "thiet-bi.md").symlink_to("/dev/zero")
    with (folder / "tram-mb.txt").open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    return {
        "ong.md": SPECIAL,
        "cam.md": SPECIAL,
        "vong.md": NOWHERE,
        "ngoai.md": OUTSIDE,
        "thiet-bi.md": OUTSIDE,
        "tram-mb.txt": TOO_LARGE,
    }
