"""Every family of made-up pages."""

from __future__ import annotations

from made_pages.layouts import (
    asp_net,
    dated_prefix,
    english,
    liferay,
    newspaper,
    nuke_viet,
    plain,
    share_point,
    wrapped,
)
from made_pages.other_texts import (
    diary,
    legal,
    note,
    page_without_name,
    photo_page,
    shopping_list,
    source_code,
    verse,
)

PAGES = (liferay, asp_net, nuke_viet, share_point, plain, dated_prefix, wrapped, english)
OTHERS = (legal, photo_page, page_without_name, note, diary, shopping_list, verse, source_code)
FAMILIES = (*PAGES, *OTHERS, newspaper)
"""The last one was never tuned on."""
