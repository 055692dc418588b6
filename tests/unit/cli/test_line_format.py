"""Formats of lines: what they mean, and what is refused."""

from __future__ import annotations

import pytest

from bulletin_tui.cli.line_format import FIELDS, parse_format
from bulletin_tui.errors import UsageError

VALUES: dict[str, str | int | float] = {**dict.fromkeys(FIELDS, ""), "id": "ben-ca", "offset": 7}


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("{id}:{offset}", "ben-ca:7"),
        ("{offset:03}|{id:<8}|{id:>8}|{offset:^3}", "007|ben-ca  |  ben-ca| 7 "),
        ('{{"id": "{id}"}}', '{"id": "ben-ca"}'),
        ("{{id}}", "{id}"),
        ("", ""),
        ("không có gì", "không có gì"),
    ],
)
def test_names_become_values_and_doubled_braces_braces(typed: str, line: str) -> None:
    assert parse_format(typed).line(VALUES) == line


@pytest.mark.parametrize(
    "typed", ["{nơi}", "{0}", "{}", "{id.upper}", "{id[0]}", "{id!r}", "{ id}"]
)
def test_what_is_no_field_is_named_along_with_the_fields(typed: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_format(typed)
    assert f"“{typed[1:-1]}”" in str(refused.value)
    assert all(f"{{{name}}}" in refused.value.advice for name in FIELDS)


@pytest.mark.parametrize("typed", ["{id", "id}", "{id}}", "{"])
def test_a_single_brace_is_refused_with_the_way_to_write_it(typed: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_format(typed)
    assert "{{ }}" in refused.value.advice


@pytest.mark.parametrize("typed", ["{offset:q}", "{id:99999}", "{id:{offset}}", "{offset:x}"])
def test_only_widths_of_a_sane_size_can_follow_a_colon(typed: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_format(typed)
    assert "{offset:6}" in refused.value.advice
