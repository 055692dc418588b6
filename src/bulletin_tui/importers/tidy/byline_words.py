"""The words that pages put before the names of those who wrote, took pictures or translated."""

from __future__ import annotations

import re

LABELS = (
    (
        4,
        (
            r"(?:nhom )?(?:dong )?tac gia(?: bai viet)?|authors?(?:\(s\))?"
            r"|nguoi (?:viet|thuc hien|bien soan)(?: bai| tin)?"
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
_WORKS = r"but ky|ghi chep|tan van|tuy but|truyen ngan|tho|tap but|ky su|phong su(?: anh)?"
BEFORE_NAMES = re.compile(
    r"(?:(?P<source>theo)"
    r"|(?P<people>(?:bai|tin)(?:,? anh|,? bai| va anh|/anh)?|translated(?: from .{3,20})? by"
    r"|traduit .{0,20}par|(?:compiled|prepared|drafted|contributed) by|propos recueillis par"
    r"|(?:an? )?(?:guest )?(?:post|article|essay|column|opinion|analysis|commentary|feature"
    r"|interview|report|profile) by"
    rf"|texte(?: et photos?)? (?:de|par)|par|{_WORKS})(?! cua )"
    r"|by|(?:posted|written|reported|reporting|writing|text|story|words|text and photos"
    r"|words and (?:pictures|photos)|story and photos) by"
    rf"|(?:duoc )?(?:viet|dang|gui) boi|(?:{_WORKS}|truyen|ky|bai viet|bai) cua"
    r"|tac gia|nguoi viet|thuc hien|author|words) (?P<who>\S.{2,80})"
)
"""Without a colon; behind some of them stand people, or they are other words."""
_DID_MORE = (
    r"(?:photo[a-z]*|pictures|images|illustrat[a-z]+|translated(?: from .{3,20})?"
    r"|edit(?:ed|ing)) by"
)
OTHER_CREDIT = re.compile(
    r"(?:\s{0,3}[;,|/–-]\s{0,3}|\.?\s{1,3})(?:(?:hình )?ảnh|ảnh chụp|đồ họa|thiết kế|trình bày"
    r"|kỹ thuật|minh họa|video|clip|dựng phim|quay phim|photos?|pictures?|images?|illustrations?"
    r"|graphics|design|nguồn|dịch|biên dịch|người dịch)\s?:"
    rf"|\s?[;,|/–-]\s?(?:ảnh|traduit)\s|[;,.|/–-]?\s(?:and\s)?{_DID_MORE}\s"
    r"|\s(?:photos|photographs|pictures|images)\s"
    r"|\s[,;–-]?\s?[^-–,;()]{4,40}\((?:dịch|biên dịch|lược dịch|chuyển ngữ|ảnh)\)$",
    re.IGNORECASE,
)
"""Where those begin who did something else for a report than to write it."""
BEHIND_NAMES = re.compile(
    r"\s(?:[|•·-]\s)?(?:(?:published|updated|posted|[0-9]{1,2} min[a-z]* read)\b.*"
    r"|(?:ngay(?: dang)?|cap nhat|date|luot xem|nguon|source) ?:.*"
    r"|xem them|chia se|theo doi|follow|share|in bai(?: viet)?|luu bai|gui email)$"
)
"""What a page prints behind the names, in bare letters."""
OFFICE_OF_A_SIGNATURE = re.compile(
    r"\(?da ky\)?|(?:(?:kt|tm|t/m|tl|tuq|q)\b[./ ]{0,3})?(?:pho |quyen |tong )?"
    r"(?:giam doc|chu tich|bi thu"
    r"|chu nhiem|hieu truong|(?:bo|thu|cuc|vien|vu|chi cuc|doan|khoa|phong) truong|chanh .{3,20}"
    r"|truong (?:ban|phong|doan|khoa))(?: .{2,40})?",
)
"""What stands above the name of an official below a document."""
UNITS = re.compile(r"(?:van phong|phong|ban|khoa|to) .{3,60}")
"""Of an office: reports of its own site end with their names."""
DESK = re.compile(
    r"(?:bbt|ban bien tap|admin|administrator|quan tri(?: vien)?|toa soan|ban tin"
    r"|(?:nhom )?(?:p\.?v|phong vien))"
    r"|(?:to|phong|bo phan|nhom) (?:bien tap|bien soan|truyen thong|thong tin|noi dung)"
    r"(?: .{2,40})?"
    r"|(?:nhom )?pv [^\W\d_]+(?: [^\W\d_]+){0,3}|bbt [^\W\d_]+(?: [^\W\d_]+){0,2}|pv/[a-z]{2,8}"
)
"""Whoever writes for a paper without a name."""
REGION = re.compile(r" (?:tay bac|dong bac|tay nguyen|mien (?:bac|nam|trung|tay|dong))$")
"""Which a desk is of."""
WHEN = re.compile(r",?\s(?:(?:vao\s)?(?:luc|ngay)|at|on)\s[^a-z]{0,12}[0-9].{0,40}$")
"""Behind names: when they wrote."""
