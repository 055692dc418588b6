"""The texts that marks were made on, compressed to travel with them."""

from __future__ import annotations

import binascii
import zlib
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING

from bulletin_tui.services.interchange.fields import RefusedError
from bulletin_tui.text.clean import guard
from bulletin_tui.text.hashing import text_digest
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bulletin_tui.services.interchange.incoming import Refusal

ENCODING = "zlib+base64"
MOST_BYTES = 256 * 1024 * 1024
"""Of all texts of a file together, once they are unpacked."""


def packed(text: str) -> str:
    """The text in ASCII."""
    return b64encode(zlib.compress(text.encode("utf-8", "surrogatepass"))).decode("ascii")


class UnpackedTexts:
    """The texts of a file by their digests; `refusals` collects what was wrong with the others."""

    def __init__(self) -> None:
        self.refusals: list[Refusal] = []
        self._texts: dict[str, str] = {}
        self._room = MOST_BYTES

    def find(self, digest: str) -> str:
        """The text, which is clean; empty when it is not there."""
        return self._texts.get(digest, "")

    def digests(self) -> Iterable[str]:
        """Of what is there."""
        return self._texts.keys()

    def add(self, digest: str, encoding: str, packed_text: str) -> None:
        """Unpack one. Raises RefusedError when it is not the text of this digest."""
        if encoding != ENCODING:
            raise RefusedError(_("it is packed in a way that is not known here"))
        text = self._unpack(packed_text)
        if text_digest(text) != digest:
            raise RefusedError(_("it is not the text that was marked"))
        if guard(text, keep="\n") != text:
            raise RefusedError(_("it has signs that no text here would have"))
        self._texts[digest] = text

    def _unpack(self, packed_text: str) -> str:
        """As much as there is room for, whatever it says it would become."""
        unpacking = zlib.decompressobj()
        try:
            data = unpacking.decompress(b64decode(packed_text, validate=True), self._room + 1)
            if len(data) > self._room:
                raise RefusedError(_("it is larger than all texts together may be"))
            if not unpacking.eof:
                raise RefusedError(_("it is cut off"))
            self._room -= len(data)
            return data.decode()
        except (binascii.Error, zlib.error, ValueError) as error:
            raise RefusedError(_("it cannot be unpacked")) from error
