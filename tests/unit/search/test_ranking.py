"""What comes first of what was found."""

from __future__ import annotations

from bulletin_tui.model.search import Tier
from bulletin_tui.search.weights import SCATTERED_FIRST
from bulletin_tui.services.searching import Searcher
from unit.search.articles import SCHOOLS, SEARCHER, TEA, article, titles


def test_words_in_a_row_come_before_scattered_ones() -> None:
    assert titles(SEARCHER.find("nghi quyet")) == [SCHOOLS.id, TEA.id]


def test_bare_words_that_are_scattered_come_below_marked_words_in_a_row() -> None:
    in_a_row = article("Một", "Trạm y tế đặt ở trung tâm xã.")
    scattered = article("Hai", "Ông Trung chờ ba giờ. Đến tam quan mới gặp.")
    assert titles(Searcher.over([scattered, in_a_row]).find("trung tam")) == ["Một", "Hai"]


def test_a_title_weighs_most() -> None:
    in_title = article("Mùa nước nổi", "Bà con chuẩn bị ghe xuồng.")
    in_text = article("Ghe xuồng", "Mùa nước nổi đã về. Mùa nước nổi năm nay sớm.")
    assert titles(Searcher.over([in_text, in_title]).find("nước nổi")) == [
        "Mùa nước nổi",
        "Ghe xuồng",
    ]


def test_of_two_titles_with_the_words_the_shorter_comes_first() -> None:
    short = article("Chè Shan", "Tin ngắn.")
    long = article("Chè Shan và những người giữ rừng già", "Tin ngắn.", published="2024")
    assert titles(Searcher.over([long, short]).find("chè shan ")) == [short.id, long.id]


def test_an_article_that_keeps_coming_back_to_a_word_comes_first() -> None:
    often = article("Một", "Đồng muối vào vụ.", "Muối bán được giá.", "Xe chở muối về xuôi.")
    once = article("Hai", "Đồng muối vào vụ.", "Gạo bán được giá.", published="2024")
    assert titles(Searcher.over([once, often]).find("muối ")) == [often.id, once.id]


def test_the_rarer_word_tells_which_passage_is_shown_first() -> None:
    report = article("Một", *["Xã họp sớm."] * 12, "Kênh đào xong.")
    (hit,) = Searcher.over([report]).find("xã kênh ").hits
    assert [passage.snippet.text for passage in hit.passages][:2] == [
        "Kênh đào xong.",
        "Xã họp sớm.",
    ]


def test_a_row_in_another_tone_is_on_the_first_screen_before_many_scattered_words() -> None:
    scattered = [article(f"Rải rác {n}", "Chợ họp.", "Trời mưa.", "Nổi trống.") for n in range(9)]
    row = article("Hàng", "Chợ nỗi họp.")
    found = titles(Searcher.over([row, *scattered]).find("chợ nổi "))
    assert found.index("Hàng") == SCATTERED_FIRST


def test_many_words_in_a_row_with_one_corrected_come_before_words_scattered_over_a_text() -> None:
    scattered = article("Rải rác", "Chợ họp sớm.", "Trống nổi lên.", "Ghe qua sông.", "Cái bầu.")
    row = article("Hàng", "Bên chợ nỗi ghe bầu đậu dày.")
    found = Searcher.over([scattered, row]).find("chợ nổi ghe bầu ")
    assert titles(found) == ["Hàng", "Rải rác"]


def test_many_words_in_the_title_in_any_order_come_before_a_row_with_one_corrected() -> None:
    in_title = article("Ghe bầu về chợ nổi", "Trời mưa.")
    row = article("Hàng", "Bên chợ nỗi ghe bầu đậu dày.")
    found = Searcher.over([row, in_title]).find("chợ nổi ghe bầu ")
    assert titles(found) == ["Ghe bầu về chợ nổi", "Hàng"]


def test_newer_articles_break_ties() -> None:
    articles = [
        article(title, "Tin về đê điều.", published=date)
        for title, date in (("Năm cũ", "2016"), ("Năm mới", "3/2021"), ("Năm nào", ""))
    ]
    assert titles(Searcher.over(articles).find("đê điều ")) == ["Năm mới", "Năm cũ", "Năm nào"]


def test_whole_words_come_before_those_that_only_begin_so() -> None:
    begun = article("Bang hội", "Bang hội có banh, có bang chủ.")
    whole = article("Chợ phiên", "Ở chợ có ban quản lý.")
    assert titles(Searcher.over([begun, whole]).find("ban")) == ["Chợ phiên", "Bang hội"]
    assert titles(Searcher.over([begun, whole]).find("ba")) == ["Bang hội", "Chợ phiên"]


def test_another_tone_is_never_above_what_fits_as_typed() -> None:
    typed = article("Một", "Chợ nổi họp sớm. Trời mưa. Ghe bầu chở dưa.")
    corrected = article("Chợ nỗi ghe bàu", "Chợ nổi ghe bàu.")
    result = Searcher.over([corrected, typed]).find("chợ nổi ghe bầu ")
    assert titles(result) == ["Một", "Chợ nỗi ghe bàu"]
    assert [hit.tier for hit in result.hits] == [Tier.EXACT, Tier.TONE]


def test_other_tones_come_only_with_their_words_together_below_what_fits() -> None:
    fits = article("Một", "Hạ Long vào thu.")
    scattered = article("Hai", "Hà mã ăn cỏ.", "Lòng sông cạn.")
    assert titles(Searcher.over([scattered, fits]).find("hạ long ")) == ["Một"]
    assert titles(Searcher.over([scattered]).find("hạ long ")) == ["Hai"]


def test_other_tones_need_a_row_too_where_one_stands_as_typed() -> None:
    row = article("Có hàng", "Trường bán trú có gạo.")
    other = article("Dấu khác", "Bạn tru tréo.")
    scattered = article("Rải rác", "Ban chấp hành họp trong một trụ sở, tru.")
    found = Searcher.over([scattered, other, row]).find("bán trú ")
    assert titles(found) == ["Có hàng", "Dấu khác"]


def test_frequent_words_are_weighed_beside_the_rarest() -> None:
    crowd = ["Xã lo việc xã, thôn lo việc thôn."] * 40
    beside = article("Một", *crowd, "Việc xã giao cho tổ hoà giải.")
    words = "Tổ trưởng giao việc; hoà giải sau.", "Giải xã."
    apart = article("Hai", *crowd, *words, published="2024")
    searcher = Searcher.over([apart, beside])
    assert titles(searcher.find("việc xã giao ")) == ["Một", "Hai"]


def test_all_matches_are_shown_however_many_there_are() -> None:
    crowd = article("Một", *["Thôn lo việc thôn."] * 300)
    (hit,) = Searcher.over([crowd]).find("thôn ").hits
    assert len(hit.matches) == 600


def open_first(typed: str, *, reading: str) -> list[str]:
    in_title = article("Mùa nước nổi", "Bà con chuẩn bị ghe xuồng.")
    in_text = article("Ghe xuồng", "Mùa nước nổi đã về.")
    scattered = article("Đồng xa", "Nước lên.", "Cỏ nổi.", "Mùa gặt.")
    searcher = Searcher.over([in_text, in_title, scattered])
    found = searcher.find_strict(typed, reading=reading)
    assert {*titles(found)} == {"Mùa nước nổi", "Ghe xuồng", "Đồng xa"}
    assert titles(searcher.find_more(found, reading=reading))[: len(found.hits)] == titles(found)
    return titles(found)


def test_the_article_that_is_open_comes_first_where_the_words_stand_together_in_it() -> None:
    assert open_first("nước nổi", reading="Ghe xuồng")[0] == "Ghe xuồng"
    assert open_first("nước nổi", reading="Đồng xa")[0] == "Mùa nước nổi"
    assert open_first("nước nổi", reading="Nơi khác")[0] == "Mùa nước nổi"


def test_words_at_both_ends_of_a_long_paragraph_do_not_stand_together() -> None:
    far = article("Xa", f"Chợ họp sớm. {'Trời mưa to. ' * 40}Nổi trống lên.")
    near = article("Gần", "Chợ nổi họp sớm.")
    assert titles(Searcher.over([far, near]).find_strict("chợ nổi ", reading="Xa"))[0] == "Gần"


def test_what_is_open_is_found_as_everything_else_is() -> None:
    open_one = article("Ghe xuồng", "Mùa nước nổi đã về.")
    searcher = Searcher.over([open_one, article("Mùa nước nổi", "Bà con chờ.")])
    assert titles(searcher.find_strict("title:nổi", reading=open_one.id)) == ["Mùa nước nổi"]
    assert titles(searcher.find_strict("nước -về", reading=open_one.id)) == ["Mùa nước nổi"]
