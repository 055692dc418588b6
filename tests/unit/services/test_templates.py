"""Marks in a shape of one's own: fields in braces, and nothing else that a template could do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import UsageError
from bulletin_tui.services.annotating import add_highlight
from bulletin_tui.services.exporting import Shape, export
from bulletin_tui.services.interchange.template import MARK_FIELDS, parse_template
from unit.store.samples import ARTICLE, BEES, GREEN, ROAD

if TYPE_CHECKING:
    from bulletin_tui.services.workspace import Workspace

LOGSEQ = """\
tags:: đọc
%% article
- [[{title}]] ({count})
%% mark
  - {quote:line} {tags:#}
    {note}
    {paragraph} {heading}
"""


def set_in(workspace: Workspace, template: str) -> str:
    """What the template makes of the marks."""
    return export(workspace, Shape(template=parse_template(template)))


def test_each_article_and_each_mark_has_its_part(workspace: Workspace) -> None:
    add_highlight(workspace, ARTICLE, BEES, GREEN, "hỏi thêm\nvề chè", ("nuôi ong", "xã"))
    add_highlight(workspace, ARTICLE, ROAD, GREEN)
    assert set_in(workspace, LOGSEQ) == (
        "tags:: đọc\n"
        "- [[Tổ kiểm tra về xã vùng cao]] (2)\n"
        "  - mô hình nuôi ong #nuôi-ong #xã\n"
        "    hỏi thêm\n"
        "    về chè\n"
        "    2 \n"
        "  - Đường vào bản \n"
        "    3 \n"
    )


def test_without_parts_all_of_it_is_for_each_mark(workspace: Workspace) -> None:
    add_highlight(workspace, ARTICLE, BEES, GREEN)
    add_highlight(workspace, ARTICLE, ROAD, GREEN)
    template = "{quote} {{{color}}} {created}"
    assert set_in(workspace, template) == (
        "mô hình nuôi ong {green} 2026-03-01\nĐường vào bản {green} 2026-03-01\n"
    )


def test_words_stay_words_in_markdown(workspace: Workspace) -> None:
    evil = '# <script>\n[x](javascript:1) "q"'
    add_highlight(workspace, ARTICLE, BEES, GREEN, evil, ["<b>", "a b"])
    lines = set_in(workspace, "{note}\n{note:>}\n{note:line}\n{tags:#}\n{note:json}").splitlines()
    assert lines == [
        "\\# \\<script\\>",
        '\\[x\\](javascript:1) "q"',
        "> \\# \\<script\\>",
        '> \\[x\\](javascript:1) "q"',
        '\\# \\<script\\> \\[x\\](javascript:1) "q"',
        "#\\<b\\> #a-b",
        '"# <script>\\n[x](javascript:1) \\"q\\""',
    ]
    assert set_in(workspace, "{note:raw}") == evil + "\n"


def test_every_field_can_be_asked_for(workspace: Workspace) -> None:
    add_highlight(workspace, ARTICLE, BEES, GREEN)
    template = "|".join(f"{{{name}:raw}}" for name in MARK_FIELDS)
    values = dict(zip(MARK_FIELDS, set_in(workspace, template)[:-1].split("|"), strict=True))
    assert values["command"] == "bulletin show xa-vung-cao"
    assert (values["kind"], values["state"], values["paragraph"]) == ("highlight", "kept", "2")


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{quote", "brace without its other half"),
        ("quote}", "brace without its other half"),
        ("{}", "no field “”"),
        ("{0}", "no field “0”"),
        ("{quote.__class__}", "no field “quote.__class__”"),
        ("{quote[0]}", "no field “quote[0]”"),
        ("{quote!r}", "no field “quote!r”"),
        ("{quote:>999999999}", "no form “>999999999”"),
        ("{quote:{note}}", "no form “{note}”"),
        ("%% article\n{quote}", "no field “quote”"),
    ],
)
def test_what_a_template_cannot_have_is_named(template: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_template(template)
    assert message in str(caught.value)
