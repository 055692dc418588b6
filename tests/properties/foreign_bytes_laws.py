"""What holds of any bytes, whoever makes them up: hypothesis in the suite, or a fuzzer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.importers.decode import decode
from bulletin_tui.importers.encodings.choices import CHOICES
from bulletin_tui.importers.formats import SUFFIXES
from bulletin_tui.importers.parsing import parse
from bulletin_tui.text.clean import clean
from bulletin_tui.text.forbidden import FORBIDDEN
from properties.document_laws import check_document

if TYPE_CHECKING:
    from bulletin_tui.importers.decode import Decoded

ENCODINGS = (None, *CHOICES)
KINDS = tuple(sorted(SUFFIXES))


def check_bytes(data: bytes, encoding: str | None, suffix: str) -> None:
    """They are read or refused with a sentence, and what is read is fit for a terminal."""
    decoded = find_decoded(data, encoding)
    if decoded is not None:
        assert encoding is None or decoded.encoding == encoding
        assert decoded.proposal is None or decoded.proposal in CHOICES
        assert FORBIDDEN.search(clean(decoded.text).replace("\n", "")) is None
    try:
        document = parse(data, f"a{suffix}", encoding)
    except ArticleUnreadableError as error:
        assert str(error)  # noqa: PT017 - both ends are fine, and nothing else may happen
    else:
        check_document(document)
        assert document.provenance.encoding in CHOICES


def find_decoded(data: bytes, encoding: str | None) -> Decoded | None:
    """The text, or None if the bytes are none."""
    try:
        return decode(data, encoding)
    except ArticleUnreadableError:
        return None
