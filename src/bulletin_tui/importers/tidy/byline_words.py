"""The words that pages put before the names of those who wrote, took pictures or translated."""

from __future__ import annotations

import re

LABELS = (
    (
        4,
        (
            r"(?:nhom )?(?:dong )?tac gia(?: bai viet)?|nguoi viet|authors?(?:\(s\))?"
            r"|(?:co-?)?auteure?s?|written by|by|thuc hien|nhom pv|nguyen tac"
            r"|phong vien|nguoi (?:dua|viet) tin"
            r"|p\.?v|ctv|cong tac vien|nhom phong vien"
        ),
    ),
    (
        3,
        (
            r"(?!(?:anh|clip|video)(?: minh hoa)? ?:)(?:tin|bai|anh|clip|video|phong su|noi dung)"
            r"(?:(?: ?[,/&+-] ?| va | )(?:tin|bai|anh|clip|video|hinh anh|viet|anh chup|do hoa))*"
            r"|tin bai|bai viet|tin anh|(?:text|story|words|reporting|texte|recit)"
            r"(?: (?:and|&|et) (?:photos?|pictures?))?|(?:tong hop|bien soan|suu tam)|thuc hien"
        ),
    ),
    (2, r"bbt|ban bien tap|bien tap|nguoi bien tap|editor|bien tap vien|btv"),
    (
        1,
        (
            r"nguoi (?:dang|gui|dang tin)|dang boi|posted by"
            r"|(?:anh|hinh anh|photos?|clip|video)(?: minh hoa)?"
        ),
    ),
    (0, r"nguon(?: tin| bai| bai viet)?|source|theo(?: nguon)?"),
)
"""By what the names behind them are worth: 4 for an author, 0 for a source."""
LABELS_OF_PEOPLE = (
    (3, r"but ky|ghi chep|tan van|tuy but|truyen ngan|tho|ky su|t ?/ ?h|th|bai,? tho"),
    (3, r"propos recueillis par|interview(?:ed)?(?: by)?|phong van|hoc sinh|sinh vien|ban doc"),
    (2, r"nguoi dich|bien dich|luoc dich|chuyen ngu|dich|translat(?:ed by|ion|or)|traduction"),
)
"""As common before other words, so that they are labels before people alone."""
BEFORE_NAMES = re.compile(
    r"(?:(?P<source>theo)"
    r"|(?P<people>(?:bai|tin)(?:,? anh|,? bai| va anh|/anh)?|translated(?: from .{3,20})? by"
    r"|traduit .{0,20}par|(?:interview|compiled|prepared|drafted) by|propos recueillis par"
    r"|texte(?: et photos?)? (?:de|par)|par)"
    r"|by|(?:posted|written|reported|reporting|writing|text|story|words|text and photos"
    r"|words and (?:pictures|photos)|story and photos) by"
    r"|(?:duoc )?(?:viet|dang|gui) boi|(?:but ky|ghi chep|tan van|tuy but"
    r"|truyen(?: ngan)?|phong su|tho|bai viet|bai) cua"
    r"|tac gia|nguoi viet|thuc hien|author|words) (?P<who>\S.{2,60})"
)
"""Without a colon; behind some of them stand people, or they are other words."""
OTHER_CREDIT = re.compile(
    r"(?:\s{0,3}[;,|/–-]\s{0,3}|\.?\s{1,3})(?:(?:hình )?ảnh|ảnh chụp|đồ họa|thiết kế|trình bày"
    r"|kỹ thuật|minh họa|video|clip|dựng phim|quay phim|photos?|pictures?|images?|illustrations?"
    r"|graphics|design|nguồn|dịch|biên dịch|người dịch)\s?:"
    r"|\s?[;,|/–-]\s?(?:ảnh|photos by|pictures by|translated (?:from .{3,20})?by|traduit)\s",
    re.IGNORECASE,
)
"""Where those begin who did something else for a report than to write it."""
DESK = re.compile(
    r"(?:bbt|ban bien tap|admin|administrator|quan tri(?: vien)?|toa soan|ban tin"
    r"|(?:nhom )?(?:p\.?v|phong vien))"
    r"|(?:nhom )?pv (?:[^\W\d_]+ ?){1,4}|bbt (?:[^\W\d_]+ ?){1,3}|pv/[a-z]{2,8}"
)
"""Whoever writes for a paper without a name."""
WHEN = re.compile(r",?\s(?:(?:vao\s)?(?:luc|ngay)|at|on)\s[^a-z]{0,12}[0-9].{0,40}$")
"""Behind names: when they wrote."""
