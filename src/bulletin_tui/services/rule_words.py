"""The rules by which values are found and lines are folded, in words for readers."""

from __future__ import annotations

from bulletin_tui.words import N_, _

_RULES = {
    "above_title": N_("stands above the title"),
    "address": N_("in the address of the page's footer"),
    "below_footer": N_("stands below the page's footer"),
    "below_navigation": N_("stands below a menu"),
    "below_related": N_("stands among other reports"),
    "below_related_heading": N_("stands among other reports"),
    "below_widget": N_("stands below a box of the page"),
    "breadcrumb": N_("the way through the site to the page"),
    "byline": N_("names after a label"),
    "contact": N_("an address or a telephone number"),
    "contents": N_("among the contents"),
    "control": N_("the words of a button"),
    "copyright": N_("whose copyright it is"),
    "counter": N_("a counter with its number"),
    "counter_label": N_("the words before a counter"),
    "date_of_today": N_("the date in the page's header"),
    "dated_title": N_("a title with a date, below the text"),
    "dateline": N_("a line with a date"),
    "dateline_after_names": N_("a date behind other words"),
    "debris": N_("left behind by a program"),
    "excerpt": N_("a beginning that is cut off"),
    "footer": N_("in the page's footer"),
    "header": N_("in the page's header"),
    "html:lang": N_("declared by the page"),
    "in_aside": N_("beside the text on the page"),
    "in_footer": N_("in the page's footer"),
    "in_form": N_("in a form"),
    "in_header": N_("in the page's header"),
    "in_navigation": N_("in a menu"),
    "letters": N_("by its letters and commonest words"),
    "link": N_("a link"),
    "markup": N_("declared by the page"),
    "menu": N_("a short line among those of a menu"),
    "names_above": N_("names above the text"),
    "names_after_date": N_("names behind the date"),
    "names_at_the_end": N_("names at the end of the text"),
    "names_before_date": N_("names before the date"),
    "names_below": N_("names below the text"),
    "navigation": N_("the words of a menu"),
    "note_date": N_("a date in the first lines"),
    "number": N_("a number beside the counters or the date"),
    "office": N_("the office that issued the document"),
    "office_or_date": N_("the office or the date of the document"),
    "organisation": N_("the name of an organisation, above the title"),
    "owner": N_("who answers for the site"),
    "place_and_date": N_("the place and date of the document"),
    "publisher": N_("in the name of the publisher"),
    "related_heading": N_("a heading of other reports"),
    "repeated": N_("said already above"),
    "running_head": N_("stands at the same place on page after page"),
    "site_name": N_("the name of the site"),
    "symbol": N_("the number of a document"),
    "tags": N_("the page's tags"),
    "text": N_("named in the text"),
    "text_above_title": N_("a text above the title"),
    "text_below_page": N_("a text below the page"),
    "time": N_("declared by the page"),
    "title": N_("in the title"),
    "title_again": N_("the title once more"),
    "token": N_("left behind by a program"),
    "widget": N_("the name of a box of the page"),
}
_TITLE = N_("the line most like a title")
_SAID_BY = {
    "meta": N_("declared by the page"),
    "json-ld": N_("declared by the page"),
    "core": N_("in the properties of the file"),
    "pdf": N_("in the properties of the file"),
    "dc": N_("in the properties of the book"),
}
"""By what stands before the colon of a rule."""


def rule_words(field: str, rule: str) -> str:
    """What a rule looked at for a field, in a few words; an unknown rule is left as it is."""
    if (field, rule) == ("title", "title"):
        return _(_TITLE)
    words = _RULES.get(rule) or _SAID_BY.get(rule.partition(":")[0])
    return _(words) if words else rule
