"""Files whose content is not what their name says, told by how they begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping

_PDF, _ZIP = b"%PDF-", b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BEGINNINGS: Mapping[bytes, str] = {
    _PDF: N_("a PDF document"),
    _ZIP: N_("a ZIP archive, such as an EPUB or a Word document"),
    _OLD_OFFICE: N_("a document of an old Office program, or one with a password"),
    b"\x89PNG\r\n": N_("a picture"),
    b"\xff\xd8\xff": N_("a picture"),
    b"GIF8": N_("a picture"),
    b"{\\rtf": N_("an RTF document"),
    b"From: <Saved by": N_("a web archive (MHTML)"),
}
_EXPECTED = {".pdf": _PDF, ".epub": _ZIP, ".docx": _ZIP}
_FARTHEST = 1024
"""In bytes: readers of PDF look that far for its beginning."""


def check_content(data: bytes, suffix: str) -> None:
    """Raise ArticleUnreadableError if the file is plainly of another kind than `suffix` says."""
    expected = _EXPECTED.get(suffix)
    if expected is not None and expected in data[:_FARTHEST]:
        return
    for beginning, name in _BEGINNINGS.items():
        if data.startswith(beginning) and (expected or suffix not in {".txt", ".md", ".markdown"}):
            sentence = _("The file is {kind}, though its name ends in “{suffix}”.")
            raise ArticleUnreadableError(
                sentence.format(kind=_(name), suffix=suffix),
                advice=_("Give it the ending of what it is."),
            )
    if expected is not None:
        sentence = _(
            "The file is not what its name says: it does not begin like a “{suffix}” file."
        )
        raise ArticleUnreadableError(
            sentence.format(suffix=suffix), advice=_("It may be damaged; fetch it again.")
        )
