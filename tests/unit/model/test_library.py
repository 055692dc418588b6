"""The library's snapshot answers by position, by id and by group, however large it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.model.library import Entry, Library
from bulletin_tui.model.packed import PackedStrings

NAMES = st.sampled_from([None, "Báo Lào Cai", "báo Hà Giang", "Đài xã"])
YEARS = st.sampled_from([None, "2019", "2023"])
ENTRIES = st.lists(
    st.builds(Entry, st.text(min_size=1, max_size=4), st.text(max_size=8), NAMES, NAMES, YEARS),
    unique_by=lambda entry: entry.id,
    max_size=40,
)


@given(st.lists(st.text()))
def test_packed_strings_come_back_as_they_went_in(strings: list[str]) -> None:
    packed = PackedStrings(strings)
    assert [packed[position] for position in range(len(packed))] == strings


@given(ENTRIES)
def test_every_entry_is_found_at_its_position_and_by_its_id(entries: list[Entry]) -> None:
    library = Library(entries)
    assert [library.entry_at(position) for position in range(len(library))] == entries
    assert [library.find_position(entry.id) for entry in entries] == list(range(len(entries)))
    assert [library.find_entry(entry.id) for entry in entries] == entries


@given(ENTRIES)
def test_every_article_is_in_the_group_of_its_source(entries: list[Entry]) -> None:
    sources = {group.name: list(group.positions) for group in Library(entries).sources}
    assert sorted(position for group in sources.values() for position in group) == list(
        range(len(entries))
    )
    for name, positions in sources.items():
        assert positions == [at for at, entry in enumerate(entries) if entry.source == name]


@given(ENTRIES, st.text(max_size=2))
def test_ids_are_found_by_their_beginning(entries: list[Entry], prefix: str) -> None:
    expected = sorted(entry.id for entry in entries if entry.id.startswith(prefix))
    assert list(Library(entries).ids_beginning(prefix, 2)) == expected[:2]


def test_years_come_as_the_articles_do_and_the_undated_last() -> None:
    years = ["2023", "2023", "2021", None, ""]
    library = Library(Entry(str(at), "", None, None, year) for at, year in enumerate(years))
    groups = [(group.name, list(group.positions)) for group in library.years]
    assert groups == [("2023", [0, 1]), ("2021", [2]), (None, [3, 4])]
    assert Library().years == ()


def test_groups_come_by_name_and_the_nameless_last() -> None:
    names = ["Đài xã", None, "báo Hà Giang", "Báo Lào Cai", ""]
    library = Library(Entry(str(at), "", name, name) for at, name in enumerate(names))
    by_name = ["báo Hà Giang", "Báo Lào Cai", "Đài xã"]
    assert [group.name for group in library.sources] == [*by_name, None]
    assert [group.name for group in library.places] == by_name


def test_positions_of_ids_are_in_order_and_strangers_passed_over() -> None:
    library = Library(Entry(name, "", None, None) for name in "dacb")
    assert list(library.positions_of({"b", "d", "x"})) == [0, 3]
    assert "x" not in library
