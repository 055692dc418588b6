"""Searching articles as a reader does: by half-remembered words, typed any way."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.model.search import Tier
from bulletin_tui.services.searching import Searcher, match_label
from unit.search.articles import article, shown, titles

if TYPE_CHECKING:
    from bulletin_tui.model.search import Hit

SCHOOLS = article(
    "Thêm trường mới ở vùng cao",
    "Hội đồng đã ra nghị quyết xây ba ngôi trường trong năm nay.",
    "Thầy cô giáo và học trò mong ngày khai giảng; nghị quyết được bà con ủng hộ.",
    "Văn bản 12-NQ/HU nói rõ nguồn vốn.",
    source="Huyện ủy Mường Khương",
    place="Lào Cai",
    author="Lò Thị Mây",
    documents=("12-NQ/HU",),
    published="18/10/2018",
)
BRIDGE = article(
    "Cây cầu treo qua suối Nậm",
    "Cầu dài bốn mươi mét nối hai bản, học trò khỏi lội suối khi nước lớn.",
    "Hòa vốn sau hai năm nhờ chở nông sản; việc sửa chữa do thôn lo.",
    source="Đài truyền thanh xã",
    published="2023",
)
TEA = article(
    "Vụ chè xuân được mùa",
    "Nương chè cho búp sớm. Giá thu mua tăng, người trồng phấn khởi.",
    "Hợp tác xã nghị bàn với xưởng sấy; sổ sách công khai, ai cũng quyết giữ nghề.",
)
ALL = (SCHOOLS, BRIDGE, TEA)


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    """Over the three articles."""
    return Searcher(ALL)


def only(searcher: Searcher, typed: str) -> Hit:
    """The single hit."""
    (hit,) = searcher.find(typed).hits
    return hit


@pytest.mark.parametrize(
    "typed", ["nghị quyết xây", "NGHỊ QUYẾT XÂY", "nghi\u0323 quyê\u0301t xây"]
)
def test_words_as_they_stand_are_an_exact_hit(searcher: Searcher, typed: str) -> None:
    hit = only(searcher, typed)
    assert (hit.article.title, hit.tier, hit.why) == (SCHOOLS.id, Tier.EXACT, "")


@pytest.mark.parametrize("typed", ["nghi quyet xay", "nghị quyet xay", "nghi quyêt xay"])
def test_a_bare_letter_matches_any_marked_form(searcher: Searcher, typed: str) -> None:
    hits = searcher.find(typed).hits
    assert hits[0].article.id == SCHOOLS.id
    assert hits[0].tier is (Tier.FOLDED if "ê" not in typed else Tier.TONE)


def test_each_letter_decides_for_itself(searcher: Searcher) -> None:
    assert only(searcher, "đuọc bà con ").tier is Tier.TONE
    assert only(searcher, "đươc bà con ").tier is Tier.TONE
    assert only(searcher, "đuoc bà con ").tier is Tier.FOLDED
    assert only(searcher, "được bà con ").tier is Tier.EXACT


@pytest.mark.parametrize("typed", ["hòa vốn", "hoà vốn"])
def test_where_the_tone_is_written_does_not_matter(searcher: Searcher, typed: str) -> None:
    assert only(searcher, typed).tier is Tier.EXACT


def test_another_tone_is_found_below_and_said(searcher: Searcher) -> None:
    hit = only(searcher, "nghỉ quyết xây")
    assert hit.tier is Tier.TONE
    assert hit.why == "“nghị” for “nghỉ”"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("ngih quyet xay", "“nghị” for “ngih”"),
        ("khai giang hoc trof", "“trò” for “trof”"),
        ("nghij quyeets xaay", "“nghị” for “nghij”, “quyết” for “quyeets”, “xây” for “xaay”"),
        ("nghi5 quye61t xa6y", "“nghị” for “nghi5”, “quyết” for “quye61t”, “xây” for “xa6y”"),
        ("khaigiang", "“khai giảng” for “khaigiang”"),
        ("banghi quyet", ""),
    ],
)
def test_slips_keystrokes_and_joined_words_are_corrected_and_said(
    searcher: Searcher, typed: str, why: str
) -> None:
    hits = searcher.find(typed).hits
    assert [(hit.article.id, hit.tier, hit.why) for hit in hits[:1]] == (
        [(SCHOOLS.id, Tier.CORRECTED, why)] if why else []
    )


def test_a_scattered_correction_never_stands_beside_a_hit_as_typed(searcher: Searcher) -> None:
    result = searcher.find("nghi quyet")
    assert [hit.tier for hit in result.hits] == [Tier.FOLDED, Tier.FOLDED]


def test_words_in_a_row_come_before_scattered_ones(searcher: Searcher) -> None:
    assert titles(searcher.find("nghi quyet")) == [SCHOOLS.id, TEA.id]


def test_bare_words_that_are_scattered_come_below_marked_words_in_a_row() -> None:
    in_a_row = article("Một", "Trạm y tế đặt ở trung tâm xã.")
    scattered = article("Hai", "Ông Trung chờ ba giờ. Đến tam quan mới gặp.")
    assert titles(Searcher([scattered, in_a_row]).find("trung tam")) == ["Một", "Hai"]


def test_a_title_weighs_most() -> None:
    in_title = article("Mùa nước nổi", "Bà con chuẩn bị ghe xuồng.")
    in_text = article("Ghe xuồng", "Mùa nước nổi đã về. Mùa nước nổi năm nay sớm.")
    assert titles(Searcher([in_text, in_title]).find("nước nổi")) == ["Mùa nước nổi", "Ghe xuồng"]


def test_newer_articles_break_ties() -> None:
    articles = [
        article(title, "Tin về đê điều.", published=date)
        for title, date in (("Năm cũ", "2016"), ("Năm mới", "3/2021"), ("Năm nào", ""))
    ]
    assert titles(Searcher(articles).find("đê điều ")) == ["Năm mới", "Năm cũ", "Năm nào"]


def test_every_word_must_be_there(searcher: Searcher) -> None:
    assert titles(searcher.find("học trò suối ")) == [BRIDGE.id]
    assert titles(searcher.find("học trò ngoại ngữ ")) == []


def test_words_may_stand_in_title_data_and_text(searcher: Searcher) -> None:
    assert titles(searcher.find("vùng cao lào cai khai giảng ")) == [SCHOOLS.id]


def test_an_unfinished_word_stands_for_words_that_begin_so(searcher: Searcher) -> None:
    assert only(searcher, "khai giả").tier is Tier.EXACT
    assert all(hit.tier > Tier.FOLDED for hit in searcher.find("khai giả ").hits)


def test_whole_words_come_before_those_that_only_begin_so() -> None:
    begun = article("Bang hội", "Bang hội có banh, có bang chủ.")
    whole = article("Chợ phiên", "Ở chợ có ban quản lý.")
    assert titles(Searcher([begun, whole]).find("ban")) == ["Chợ phiên", "Bang hội"]
    assert titles(Searcher([begun, whole]).find("ba")) == ["Bang hội", "Chợ phiên"]


def test_a_phrase_stands_in_a_row_and_as_typed(searcher: Searcher) -> None:
    assert titles(searcher.find('"nghi quyet"')) == [SCHOOLS.id]
    assert titles(searcher.find('"nghỉ quyết"')) == []
    assert titles(searcher.find('"quyết nghị"')) == []


def test_a_phrase_may_reach_over_a_comma() -> None:
    assert titles(Searcher([article("Chợ", "Rau, quả, trứng.")]).find('"rau quả trứng"')) == ["Chợ"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("học trò -cầu", [SCHOOLS.id]),
        ("-nghị", [BRIDGE.id]),
        ("chè|cầu ", [TEA.id, BRIDGE.id]),
        ("title:chè", [TEA.id]),
        ("title:nương", []),
        ("source:huyen", [SCHOOLS.id]),
        ("author:may", [SCHOOLS.id]),
        ('place:"lao cai"', [SCHOOLS.id]),
        ("place:mường", []),
        ("doc:12", [SCHOOLS.id]),
        ("doc:12-NQ/HU", [SCHOOLS.id]),
        ("after:2018", [BRIDGE.id, SCHOOLS.id]),
        ("after:19/10/2018", [BRIDGE.id]),
        ("before:19/10/2018", [SCHOOLS.id]),
        ("after:6/2023", [BRIDGE.id]),
        ("after:2024", []),
        ("%", []),
        (";", [SCHOOLS.id, BRIDGE.id, TEA.id]),
    ],
)
def test_the_syntax_narrows_what_is_found(searcher: Searcher, typed: str, found: list[str]) -> None:
    assert sorted(titles(searcher.find(typed))) == sorted(found)


@pytest.mark.parametrize(
    "typed",
    ["12-NQ/HU", "12 nq hu", "nq12", "nq 12", "NQ-12", "12-nq", "12/NQ-HU", "nqhu12", "doc:nq12"],
)
def test_a_document_is_found_by_any_spelling_of_its_symbol(searcher: Searcher, typed: str) -> None:
    assert titles(searcher.find(typed)) == [SCHOOLS.id]


def test_a_symbol_with_its_year_is_found_without_it() -> None:
    decree = article("Nghị định", "Theo Nghị định 45/2019/NĐ-CP thì khác.")
    assert titles(Searcher([decree]).find("nđ45")) == ["Nghị định"]
    assert titles(Searcher([decree]).find("nq45")) == []


def test_matches_are_all_listed_in_reading_order(searcher: Searcher) -> None:
    hit = only(searcher, "nghị quyết xây")
    assert shown(SCHOOLS.text, hit.matches) == ["nghị quyết xây", "nghị quyết"]
    assert list(hit.matches) == sorted(hit.matches)


def test_title_matches_count_in_the_title(searcher: Searcher) -> None:
    assert shown(TEA.summary.title, only(searcher, "che xuan ").title_matches) == ["chè xuân"]


def test_passages_are_blocks_best_first(searcher: Searcher) -> None:
    hit = only(searcher, "nghi quyet bà con ")
    first, second = hit.passages
    assert shown(SCHOOLS.text, first.matches) == ["nghị quyết", "bà con"]
    assert shown(SCHOOLS.text, [second.span]) == [SCHOOLS.text.split("\n\n")[0]]
    assert shown(first.snippet.text, first.snippet.matches) == ["nghị quyết", "bà con"]


def test_an_article_found_by_its_data_has_no_passage(searcher: Searcher) -> None:
    hit = only(searcher, "mường khương")
    assert (hit.passages, hit.matches, hit.title_matches) == ((), (), ())


def test_the_open_article_is_searched_by_its_text_alone(searcher: Searcher) -> None:
    (hit,) = searcher.find("nghị", article_id=SCHOOLS.id).hits
    assert shown(SCHOOLS.text, hit.matches) == ["nghị", "nghị"]
    assert titles(searcher.find("lào cai", article_id=SCHOOLS.id)) == []
    assert titles(searcher.find("chè", article_id=SCHOOLS.id)) == []


def test_nothing_is_corrected_in_the_open_article(searcher: Searcher) -> None:
    assert titles(searcher.find("nghỉ", article_id=SCHOOLS.id)) == []
    assert titles(searcher.find("ngih", article_id=SCHOOLS.id)) == []


def test_the_limit_leaves_the_total(searcher: Searcher) -> None:
    result = searcher.find("nam ", limit=1)
    assert (len(result.hits), result.total) == (1, 2)


def test_nothing_typed_finds_nothing(searcher: Searcher) -> None:
    assert searcher.find(" ").hits == ()


def test_a_cancelled_search_finds_nothing(searcher: Searcher) -> None:
    assert searcher.find("nghị", is_cancelled=lambda: True).hits == ()


def test_a_search_asks_between_articles_whether_it_is_cancelled() -> None:
    asked: list[None] = []

    def is_cancelled() -> bool:
        asked.append(None)
        return len(asked) > 1

    assert Searcher(ALL).find("ngih quyet", is_cancelled=is_cancelled).total == 0
    assert len(asked) == 2


def test_the_hint_of_a_query_comes_with_its_result(searcher: Searcher) -> None:
    assert searcher.find("is:unread chè").query.hint


def test_corrections_are_loaded_when_they_are_first_needed() -> None:
    program = (
        "import sys; from bulletin_tui.services.searching import Searcher;"
        "Searcher([]).find('nghị quyết'); sys.exit('rapidfuzz' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize(
    ("typed", "matches"),
    [
        ("", []),
        ("nghi", ["Nghị"]),
        ("trien khai", ["Triển", "khai"]),
        ("qu ng", ["Ng", "qu"]),
        ("quyết", ["quyết"]),
        ("quyế", ["quyế"]),
        ("n nghị", ["Nghị"]),
    ],
)
def test_labels_are_matched_at_the_beginnings_of_words(typed: str, matches: list[str]) -> None:
    label = "Triển khai Nghị quyết"
    assert shown(label, match_label(typed, label) or ()) == matches
    assert match_label(typed, label) is not None


@pytest.mark.parametrize("typed", ["uyet", "nghỉ", "nghi quyet moi", "đ"])
def test_a_label_that_lacks_a_word_is_no_match(typed: str) -> None:
    assert match_label(typed, "Triển khai Nghị quyết") is None
