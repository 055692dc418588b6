"""What programs left in a page: names of picture files, ids of portlets, code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bulletin_tui.importers.tidy.guesses import Guess, LineClass

if TYPE_CHECKING:
    from bulletin_tui.importers.tidy.seen import Seen

_PICTURE = r"\.(?:jpe?g|png|gif|bmp|webp|tiff?|svg|emf|wmf)"
_DEBRIS = re.compile(
    rf"""
      description\s?:\s?.{{0,250}}{_PICTURE}
    | (?:description\s?:\s?)?[a-z]:\\.{{0,250}}
    | [\w\-.()%&+=,@~ ]{{1,150}}{_PICTURE}
    | image\s(?:advertisement|banner|library)
    | null(?:\s.{{0,20}})?
    | .{{0,60}}(?:_instance_|portlet_|portletid).{{0,120}}
    | .{{0,40}}\[links?\([0-9]{{1,4}}\)\].{{0,80}}
    | .{{0,80}}(?:allowfullscreen|"transparent"|frameborder|\$\{{|<!\[cdata|/\*\s?<|javascript:)
      .{{0,200}}
    | (?:function\s?\(|var\s\w{{1,30}}\s?=|\$\(|window\.|document\.).{{0,250}}
    | \{{\{{.{{0,100}}\}}\}}
    """,
    re.VERBOSE,
)
_HINT = re.compile(
    r"\.(?:jp|pn|gi|bm|we|ti|sv|em|wm)|[\\_${\"(<\[]|null|image |var |javascript|window|document"
    r"|allow"
    r"|frameb"
)
_BEGINNINGS = (
    *("description", "image", "null", "function", "var", "$(", "window.", "document."),
    "{{",
)
_ENDINGS = (
    *(".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp", ".tif", ".tiff"),
    ".svg",
    ".emf",
    ".wmf",
)
_SIGNS = re.compile(r"[_\\\[$<*]")
_TOKEN = re.compile(r"[a-z][a-z0-9_]{7,40}")


def as_debris(seen: Seen) -> Guess | None:
    """A line that no person wrote."""
    if not _may_be_debris(seen.bare):
        return None
    if seen.bare and _HINT.search(seen.bare) and _DEBRIS.fullmatch(seen.bare):
        return Guess(LineClass.DEBRIS, 0.95, "debris")
    return None


def _may_be_debris(bare: str) -> bool:
    """Whether there is anything of what all debris has; the pattern takes long over prose."""
    return (
        bool(_SIGNS.search(bare))
        or bare.startswith(_BEGINNINGS)
        or bare.endswith(_ENDINGS)
        or "allowf" in bare
        or "frameb" in bare
        or "javascript:" in bare
        or "portletid" in bare
        or '"transp' in bare
    )


def is_token(seen: Seen) -> bool:
    """Whether the line is one small unmarked word that no language has, as names of files are."""
    return seen.words == 1 and bool(_TOKEN.fullmatch(seen.text))
