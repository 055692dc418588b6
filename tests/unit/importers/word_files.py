"""Word documents made for a test: their markup, and the parts that python-docx does not write."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from bulletin_tui.importers.archives import Archive
from unit.importers.zipping import zipped

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SEPARATOR = '<w:{kind} w:id="-1" w:type="separator"><w:p><w:r><w:t>—</w:t></w:r></w:p></w:{kind}>'


def noted(body: str, **notes: dict[int, str]) -> bytes:
    """A document of this body, with notes by their kinds and ids."""
    import docx

    written = docx.Document()
    written.add_paragraph("MARK")
    data = rewritten(saved(written), "<w:p><w:r><w:t>MARK</w:t></w:r></w:p>", body)
    archive = Archive(data)
    members = {name: archive.find(name) or b"" for name in archive.names}
    for kind, contents in notes.items():
        inner = "".join(
            f'<w:{kind} w:id="{number}">{content}</w:{kind}>'
            for number, content in contents.items()
        )
        members[f"word/{kind}s.xml"] = (
            f"<w:{kind}s {NAMESPACES}>{SEPARATOR.format(kind=kind)}{inner}</w:{kind}s>"
        ).encode()
        relation = f'<Relationship Id="x{kind}" Type="{OFFICE}/{kind}s" Target="{kind}s.xml"/>'
        relations = members["word/_rels/document.xml.rels"].decode()
        members["word/_rels/document.xml.rels"] = relations.replace(
            "</Relationships>", f"{relation}</Relationships>"
        ).encode()
        types = members["[Content_Types].xml"].decode()
        override = f'<Override PartName="/word/{kind}s.xml" ContentType="application/xml"/>'
        members["[Content_Types].xml"] = types.replace("</Types>", f"{override}</Types>").encode()
    return zipped(members)


def paragraph(*runs: str) -> str:
    """The markup of a paragraph: words, or the markup of runs."""
    return "<w:p>" + "".join(run if "<" in run else said(run) for run in runs) + "</w:p>"


def said(words: str, properties: str = "") -> str:
    """The markup of a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def citing(kind: str, number: int, more: str = "") -> str:
    """The markup of a run that cites a note."""
    return f'<w:r><w:{kind}Reference w:id="{number}" {more}/></w:r>'


def picture(words: str) -> str:
    """The markup of a picture with these words for it."""
    inner = f'<wp:inline {NAMESPACES}><wp:docPr descr="{words}"/></wp:inline>'
    return f"<w:r><w:drawing>{inner}</w:drawing></w:r>"


def saved(document: WordDocument) -> bytes:
    """The bytes of a document's file."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def rewritten(data: bytes, old: str, new: str, *, member: str = "word/document.xml") -> bytes:
    """The document with a piece of its markup replaced."""
    archive = Archive(data)
    members = {name: archive.find(name) or b"" for name in archive.names}
    body = members[member].decode()
    assert old in body
    members[member] = body.replace(old, new).encode()
    return zipped(members)


def restyled(data: bytes, style: str, font: str) -> bytes:
    """The document with this font in its style of paragraphs, or as its default font."""
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    archive = Archive(data)
    members = {name: archive.find(name) or b"" for name in archive.names}
    styles = members["word/styles.xml"].decode()
    if style == "default":
        start, end = styles.index("<w:rPrDefault>"), styles.index("</w:rPrDefault>")
        styles = f"{styles[:start]}<w:rPrDefault>{fonts}{styles[end:]}"
    else:
        styles = styles.replace(f'<w:name w:val="{style}"/>', f'<w:name w:val="{style}"/>{fonts}')
    members["word/styles.xml"] = styles.encode()
    return zipped(members)
