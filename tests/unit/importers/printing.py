"""PDF documents made for a test: lines of text on pages, in any letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEIGHT, _TOP, _LEADING = 800, 780, 14


class At(NamedTuple):
    """A line with its place on the page, in points from the top and from the left."""

    words: str
    depth: float
    left: float = 60
    size: float = 12
    is_askew: bool = False
    ends_line: bool = False
    """Whether the file says that a line ends behind it, as some programs do behind each word."""
    late: str = ""
    """The letters that the file draws behind the others of the line, in another font."""


def set_lines(
    *lines: str, depth: float = 80, leading: float = 14, left: float = 60, size: float = 12
) -> list[At]:
    """Lines one below the other."""
    return [
        At(line, depth + leading * number, left, size) for number, line in enumerate(lines) if line
    ]


def printed(
    pages: Sequence[Sequence[str | At]],
    *,
    title: str = "",
    extra: bytes = b"",
    font: str = "Letters",
) -> bytes:
    """A document of these lines; the letters of its one font are half as wide as high."""
    placed = [[_at(number, line) for number, line in enumerate(page)] for page in pages]
    letters = sorted({letter for page in placed for line in page for letter in line.words})
    codes = {letter: number for number, letter in enumerate(letters, start=1)}
    contents = [_content(page, codes) for page in placed]
    first_page = 6
    kids = " ".join(f"{first_page + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} /ToUnicode 4 0 R /FirstChar 1 "
        f"/LastChar {len(letters)} /Widths [{' '.join(['500'] * len(letters))}] >>".encode(),
        _stream(_to_unicode(codes)),
        b"<< /Title <" + title.encode("utf-16").hex().encode() + b"> " + extra + b">>",
    ]
    for number, content in enumerate(contents):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] "
            b"/Resources << /Font << /F 3 0 R /G 3 0 R >> >> "
            + f"/Contents {first_page + 2 * number + 1} 0 R >>".encode()
        )
        objects.append(_stream(content))
    return _file(objects)


def _at(number: int, line: str | At) -> At:
    return At(line, _HEIGHT - _TOP + _LEADING * number) if isinstance(line, str) else line


def _content(page: Sequence[At], codes: dict[str, int]) -> bytes:
    lines = []
    for line in page:
        if line.late:
            lines.append(_drawn_font_by_font(line, codes))
        elif line.words:
            shown = "".join(f"{codes[letter]:02x}" for letter in line.words)
            turn = "0.7 0.7 -0.7 0.7" if line.is_askew else "1 0 0 1"
            place = f"{turn} {line.left} {_HEIGHT - line.depth} Tm"
            end = " 14 TL T*" if line.ends_line else ""
            lines.append(f"/F {line.size} Tf {place} <{shown}> Tj{end}")
    return ("BT " + "\n".join(lines) + " ET").encode()


def _drawn_font_by_font(line: At, codes: dict[str, int]) -> str:
    """A text of its own for the line, as LibreOffice draws it: with gaps for the late letters."""
    height = _HEIGHT - line.depth
    is_late = [letter in line.late for letter in line.words]
    first, last = is_late.index(True), len(is_late) - is_late[::-1].index(True)
    shown = [f"<{codes[letter]:02x}>" for letter in line.words]
    early = " ".join("-500" if late else at for at, late in zip(shown, is_late, strict=True))
    behind = " ".join(at if late else "-500" for at, late in zip(shown, is_late, strict=True))
    late = " ".join(behind.split()[first:last])
    left = line.left + first * line.size / 2
    return (
        f"ET BT {line.left} {height} Td /F {line.size} Tf [{early}] TJ "
        f"1 0 0 1 {left} {height} Tm /G {line.size} Tf [{late}] TJ ET BT"
    )


def _to_unicode(codes: dict[str, int]) -> bytes:
    pairs = "\n".join(
        f"<{code:02x}> <{letter.encode('utf-16-be').hex()}>" for letter, code in codes.items()
    )
    return (
        "/CIDInit /ProcSet findresource begin begincmap\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{pairs}\nendbfchar\nendcmap end"
    ).encode()


def _stream(data: bytes) -> bytes:
    return f"<< /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _file(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    size = len(objects) + 1
    out += f"trailer << /Size {size} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{table}\n%%EOF".encode()
    return bytes(out)
