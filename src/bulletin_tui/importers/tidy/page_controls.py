"""What one could do with a page, told by its words: buttons, links for sharing, offers.

All in bare letters, as `fold` gives them, so that marks and their places make no difference.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bulletin_tui.importers.tidy.seen import Seen

_CONTROLS = re.compile(
    r"chia se(?: (?:bai|tin|trang|len|qua|tren|noi dung|lien ket|facebook|voi ban be"
    r"|mang).{0,30})?|(?:ban )?in(?: (?:bai viet|bai|trang(?: nay)?|an|tin|ra|van ban))?"
    r"|gui (?:e?mail|bai viet|bai|cho ban be|tin|link)(?: .{0,25})?|top|down|len (?:top|dau"
    r"|dau trang)"
    r"|(?:ve|len|tro ve|quay lai|cuon len) (?:dau trang|trang truoc|dau)|quay lai(?: .{0,20})?"
    r"|(?:tro|quay) (?:lai|ve)(?: .{0,20})?|dong(?: lai)?"
    r"|(?:tong |trung binh )*(?:so )?diem (?:cua|cho) (?:bai|tin).{0,60}|xep hang ?:.{0,40}"
    r"|(?:click|bam|nhan|chon) .{0,20}(?:danh gia|cham diem).{0,40}|(?:hay )?danh gia(?: .{0,30})?"
    r"|phien (?:dang nhap|lam viec|truy cap) .{0,30}(?:het|gia han|ket thuc).{0,60}"
    r"|(?:ban|quy khach) .{0,20}khong (?:hoat dong|thao tac|su dung) .{0,12}(?:site|trang|phien)"
    r".{0,100}|(?:ban|quy khach) .{0,90}(?:duy tri|gia han) .{0,20}(?:dang nhap|phien).{0,40}"
    r"|ban can (?:dang nhap|dang ky).{0,80}|ma (?:bao mat|xac nhan|an toan).{0,20}|facebook"
    r"|twitter|zalo"
    r"|youtube|like|share|print|e?mail|tweet|google\+?|pin it|pinterest"
    r"|linkedin|luu(?: bai| tin| lai)?"
    r"|tai ve"
    r"|nghe (?:bai|doc|noi dung|audio)(?: .{0,20})?|doc bai(?: viet)?"
    r"|(?:co chu|font size|text size) ?:?(?: .{0,10})?|print (?:article|page)"
    r"|\(?(?:bam|nhan|click) vao day(?: de)? .{0,30}\)?"
    r"|phong to|thu nho"
    r"|a ?\+|a ?-|aa|a|xem tiep|chi tiet|xem chi tiet|next|prev(?:ious)?|back|trang (?:truoc|sau"
    r"|dau|cuoi)"
    r"|sau|truoc|dau|cuoi|send|submit|tim|gui|tim kiem|go|ok|huy|x|download|copy(?: link)?"
    r"|sao chep .{0,20}"
    r"|share (?:this|on|via)(?: .{0,25})?|print this .{0,20}|send to .{0,20}|back to top"
    r"|scroll to top"
    r"|(?:giam|tang) co chu|tuong phan|mac dinh|theo doi(?: .{0,25})?|follow|subscribe|reply"
    r"|tra loi"
    r"|(?:ho ?va ?ten|ho ten|noi dung|tieu de|dien thoai|email)(?: cua ban)?(?: ?\(?\*\)?){1,2}"
    r"|your browser does not support .{0,60}|trinh duyet .{0,40}khong ho tro.{0,60}"
    r"|(?:close|open) (?:menu|search|dialog)|toggle .{0,20}|play|pause|mute|fullscreen"
    r"|loading\.{0,3}"
    r"|(?:a ?[+-] ?){1,3}(?: ?\S.{0,40})?|dang tai\.{0,3}|javascript .{0,60}"
)
_BRACKETED = re.compile(r"\[([^\[\]]{1,40})\]")
_IN_BRACKETS = re.compile(r"(?:\[[^\[\]]{1,40}\][ |,·-]{0,3}){1,8}")
_SHARING = re.compile(
    r"(?:(?:like(?: this)?|tweet|pin(?: it)?|share|save|facebook|twitter|zalo|google ?\+1?|email"
    r"|print|linkedin|reddit|whatsapp|telegram|chia se|thich)(?: [0-9]{1,6})?[ :|,·/]{1,3}){1,8}"
    r"(?:like(?: this)?|tweet|pin(?: it)?|share|save|facebook|twitter|zalo|google ?\+1?|email"
    r"|print|linkedin|reddit|whatsapp|telegram|chia se|thich)(?: [0-9]{1,6})?"
)
_OF_A_BLOG = re.compile(
    r"(?:posted|filed) (?:in|under)\b.{0,60}|tagged(?: with)?\b.{0,120}"
    r"|(?:post|posts) navigation"
    r"|dieu huong (?:bai viet|trang)|(?:thich|like) (?:bai )?(?:nay|this)"
    r"|(?:thich|like) (?:dang tai|loading)\.{0,3}|(?:thich|like)(?: ?\(?[0-9]{1,5}\)?)?"
    r"|thich ?[0-9]{1,5} tra loi.{0,30}"
    r"|email cua ban se khong duoc (?:hien thi|cong bo).{0,80}"
    r"|your e-?mail address will not be published.{0,60}|proudly powered .{0,40}"
)
_OFFERS = re.compile(
    r"(?:download|tai)"
    r"(?: (?:the |full |this )?(?:report|brief|paper|publication|dataset|file|pdf|tep|document"
    r"|van ban|ve may|xuong)){1,2}"
    r"(?: .{0,20})?"
    r"|tai (?:tep|file) (?:dinh kem|ve)|(?:tep|file|tai lieu) dinh kem|attachments?"
    r"|(?:xuat ban|xuat|export) pdf|quang cao"
    r"|advertisement|(?:story|article) continues below.{0,20}|(?:doc|xem) ngay|tang sao"
    r"|chuyen sao tang.{0,40}|toi da ?:? ?[0-9]{2,5} ky tu"
    r"|(?:sign up|subscribe)(?: here| (?:for|to)\b.{0,60})?|google news"
    r"|(?:like|follow) us .{0,60}|back to .{0,20}|our standards ?:.{0,60}"
    r"|acquire licensing rights"
    r"|get (?:our|the|more) .{0,40}(?:inbox|e-?mail|newsletter)|save(?: (?:article|for later))?"
    r"|bai viet (?:nay )?co huu ich.{0,20}|was this (?:page|article|information) helpful.{0,10}"
    r"|(?:this page in|read (?:this )?in|available in|also available in|languages?) ?:.{2,80}"
    r"|[0-9]{1,3} ?%|(?:(?:giam|tang|kich|xem voi) )?co chu(?: .{0,12})?|(?:mau|kieu) chu"
    r"|[0-9]{1,4} lien quan|xem them (?:binh luan|y kien).{0,10}|(?:xem|hien) tat ca"
    r"|ban phai dang nhap .{0,40}|log in to .{0,30}"
    r"|tai ve(?: (?:file|tep|van ban|bieu mau).{0,20})?"
    r"|(?:reading time ?: ?)?[0-9]{1,3} (?:min(?:ute)?s?(?: read)?|phut doc)|shares"
    r"|printer-friendly .{0,20}"
    r"|download (?:the|our) app.{0,40}|(?:receive|get) .{0,30}(?:updates|news|alerts)\b.{0,60}"
    r"|view (?:this )?(?:e-?mail )?in (?:your|a) browser|unsubscribe.{0,60}"
    r"|you are receiving this .{0,80}"
    r"|nghe audio|giong (?:nu|nam)(?: mien .{0,10})?|dat lich(?: kham| hen)?"
    r"|dong su kien ?:.{0,60}"
)
_HASHTAGS = re.compile(r"#[^\s#][^#]{0,40}(?:[ ,]{0,2}#[^\s#][^#]{0,40}){0,9}")
_IN_LETTERS = re.compile(
    r"(?:Nhãn ?:|Đăng trong |(?:Được )?[Gg]ắn thẻ ).{1,120}"
    r"|Mời (?:(?:quý )?(?:bạn đọc|độc giả|vị|khán giả)|các bạn) .{0,60}"
    r"(?:chuyên mục|các tin,? bài|chương trình|kênh|trang).{0,80}"
)
"""What other marks would make words of a text of."""
_MOST_WORDS_OF_AN_OFFER = 20


def is_button(seen: Seen, bare: str) -> bool:
    """Whether a line, `bare` without its edges, is the words of a button or of several."""
    if seen.bare == "tra loi:":
        return False
    return bool(_CONTROLS.fullmatch(bare)) or _are_controls(seen.bare)


def is_offer(seen: Seen, bare: str) -> bool:
    """Whether a line says what one could do with the page, or files it under something."""
    if seen.text[:1] == "#" and _HASHTAGS.fullmatch(seen.text):
        return True
    if _IN_LETTERS.fullmatch(seen.text):
        return True
    is_short = seen.words <= _MOST_WORDS_OF_AN_OFFER
    return bool(_OF_A_BLOG.fullmatch(bare) or (is_short and _OFFERS.fullmatch(bare)))


def _are_controls(bare: str) -> bool:
    """Whether a line is several buttons: each in brackets, or bare words of sharing."""
    in_brackets = _IN_BRACKETS.fullmatch(bare) and _BRACKETED.findall(bare)
    if in_brackets:
        return all(_CONTROLS.fullmatch(words.strip()) for words in in_brackets)
    return bool(_SHARING.fullmatch(bare))
