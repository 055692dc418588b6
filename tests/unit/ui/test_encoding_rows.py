"""The encodings to choose from, as rows: the likely one first, the way back behind it."""

from __future__ import annotations

from bulletin_tui.services.encodings import Encodings, Proposal
from bulletin_tui.ui.rendering.encoding_rows import current_words, encoding_rows

LINES = (("B¸o c¸o cña x·", "Báo cáo của xã"),)
TCVN3 = Proposal("tcvn3", "TCVN3", is_likely=True, lines=LINES)
VNI = Proposal("vni", "VNI", is_likely=False, lines=LINES)
UNICODE = Proposal("utf-8", "Unicode", is_likely=False, lines=LINES)


def test_the_likely_encoding_comes_first_and_says_so() -> None:
    rows = encoding_rows(Encodings("utf-8", None, (TCVN3, VNI), automatic=None))
    assert [(row.key, row.detail) for row in rows] == [("tcvn3", "likely"), ("vni", "")]


def test_a_choice_can_be_taken_back_which_is_not_offered_twice() -> None:
    automatic = Proposal("auto", "Unicode", is_likely=False, lines=LINES)
    found = Encodings("vni", "vni", (TCVN3, UNICODE), automatic)
    rows = encoding_rows(found)
    assert [row.key for row in rows] == ["tcvn3", "auto"]
    assert rows[1].label == "As Bulletin finds out: Unicode"
    assert current_words(found).endswith("as you chose")


def test_lines_are_cut_to_begin_shortly_before_what_differs() -> None:
    start = "Mot cau rat dai ma khong co dau nao o trong do ca, "
    lines = ((f"{start}cña x·", f"{start}của xã"),)
    proposal = Proposal("tcvn3", "TCVN3", is_likely=True, lines=lines)
    (row,) = encoding_rows(Encodings("utf-8", None, (proposal,), automatic=None))
    ((before, after),) = row.lines
    assert before.text.startswith("…")
    assert before.text.endswith("cña x·")
    assert after.text.endswith("của xã")
