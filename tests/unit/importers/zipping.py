"""Archives made for a test: books and documents as their programs would write them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

CONTAINER = """<?xml version="1.0"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>
<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>"""
METADATA = """<dc:title>Truyện làng</dc:title><dc:creator>Đỗ Hương</dc:creator>
<dc:creator>Trần An</dc:creator><dc:publisher>Nhà xuất bản Xã</dc:publisher>
<dc:date>2019-05-06</dc:date><dc:language>vi-VN</dc:language><dc:subject>Văn học</dc:subject>"""


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """An archive of these members, compressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def book(
    chapters: Mapping[str, str],
    *,
    contents: str = "",
    others: Mapping[str, str | bytes] = {},
    metadata: str = METADATA,
) -> bytes:
    """An EPUB of these bodies of chapters, in the order of the mapping."""
    items = "".join(
        f'<item id="i{number}" href="{name}" media-type="application/xhtml+xml"/>'
        for number, name in enumerate(chapters)
    )
    refs = "".join(f'<itemref idref="i{number}"/>' for number in range(len(chapters)))
    package = f"""<?xml version="1.0" encoding="utf-8"?>
    <package xmlns="http://www.idpf.org/2007/opf" version="3.0">
    <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata>
    <manifest>{items}<item id="nav" href="nav.xhtml" properties="nav" media-type="x"/></manifest>
    <spine>{refs}</spine></package>"""
    nav = f'<nav xmlns="http://www.w3.org/1999/xhtml"><ol>{contents}</ol></nav>'
    members: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": package,
        "OEBPS/nav.xhtml": nav,
    }
    members |= {f"OEBPS/{name}": chapter(body) for name, body in reversed(list(chapters.items()))}
    return zipped({**members, **others})


def chapter(body: str) -> str:
    """A page of a book."""
    return f"""<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml">
    <head><title/></head><body>{body}</body></html>"""
