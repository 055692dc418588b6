"""Parsed documents, kept from one start to the next so that nothing is parsed twice.

The file is rebuildable: its first line has the version of the parsers and the digest of the rest,
and with another one the documents are parsed again.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING, TypeAlias

from bulletin_tui.model.article import Document
from bulletin_tui.model.packing import (
    PACKING_VERSION,
    Layout,
    PackedMetadata,
    PackedProvenance,
    pack_layout,
    pack_metadata,
    pack_provenance,
    unpack_layout,
    unpack_metadata,
    unpack_provenance,
)
from bulletin_tui.paths import make_private

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PackedDocument: TypeAlias = tuple[str, Layout, PackedMetadata, PackedProvenance]


def load_documents(path: Path, version: str) -> dict[str, Document | str]:
    """The documents kept by this version of the parsers; none unless the file is as it was kept.

    Where a file cannot be read there is the reason instead.
    """
    try:
        head, _newline, body = path.read_bytes().partition(b"\n")
    except OSError:
        return {}
    if head != _head(version, body):
        return {}
    documents: dict[str, PackedDocument | str] = json.loads(body)
    return {digest: _unpacked(packed) for digest, packed in documents.items()}


def keep_documents(path: Path, version: str, documents: Mapping[str, Document | str]) -> None:
    """Keep these and no others; a folder that is full is no matter."""
    packed = {digest: _packed(document) for digest, document in documents.items()}
    body = json.dumps(packed).encode("ascii")
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        make_private(path.parent)
        beside.write_bytes(b"\n".join((_head(version, body), body)))
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()


def _head(version: str, body: bytes) -> bytes:
    return f"{version} {PACKING_VERSION} {sha256(body).hexdigest()}".encode()


def _packed(document: Document | str) -> PackedDocument | str:
    if isinstance(document, str):
        return document
    layout = pack_layout(document.blocks, document.inlines)
    provenance = pack_provenance(document)
    return document.text, layout, pack_metadata(document.metadata), provenance


def _unpacked(packed: PackedDocument | str) -> Document | str:
    if isinstance(packed, str):
        return packed
    text, layout, metadata, provenance = packed
    blocks, inlines = unpack_layout(layout)
    read, warnings = unpack_provenance(provenance)
    return Document(text, blocks, inlines, unpack_metadata(metadata), warnings, read)
