"""Whether words are the names of people, as far as their letters tell."""

from __future__ import annotations

import re

from bulletin_tui.importers.tidy.gazetteer import BY_BARE_NAME
from bulletin_tui.text.fold import fold

_MOST_NAMES = 6
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+){0,2}\.?")
_PARTICLES = frozenset("de la del der van von den di da du dos bin ibn al el".split())
"""What stands in small letters inside a name."""
_ACRONYM = re.compile(r"[A-Z]{3,}\b")
_DEGREE = re.compile(
    r"(?:(?:(?:PGS|GS|TS|TSKH|Ths|ThS|THS|BSCKI{1,2}|BS\.?CK\w{0,3}|BS|CKI{1,2}|DS|KS|KTS|CN|NGƯT"
    r"|NGND|NSƯT|NSND|LS|LM|Th\.S|Bs|Ts|Đ/c|đ/c|CTV|PV|BTV|Phóng viên|Cộng tác viên"
    r"|Dr|Mr|Mrs|Ms|Prof)[.:]?\s?[,-]?\s?){1,4}"
    r"|(?:(?:[Đđ]ồng chí|Cô|Thầy|[Bb]ác sĩ|[Tt]hạc sĩ|[Tt]iến sĩ|(?:Phó )?[Gg]iáo sư"
    r"|[Nn]hà (?:báo|văn|thơ|giáo|nghiên cứu|sử học)|[Ll]uật (?:sư|gia)|[Kk]ỹ sư|[Kk]iến trúc sư"
    r"|[Dd]ược sĩ|[Cc]ử nhân|[Đđ]iều dưỡng|Linh mục|Thượng tọa|Đại đức|Bạn đọc"
    r"|(?:Đại|Thượng|Trung|Thiếu) (?:tá|úy|tướng|sĩ)),?\s){1,3})"
)
_SURNAMES = frozenset(
    """nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dao dinh
    trinh mai luong lam truong ha ta to doan nong luu vuong trieu chu cao phung
    quach thai kieu ton tang lo quang cam giang ma hua than chau kim thach son diep
    dau khuat sung thao vang luc tong thieu vi bach lai mac nghiem hau nhu""".split()
)
_NOT_OF_NAMES = frozenset(
    """ủy uỷ ubnd sở phòng huyện xã tỉnh phố hội trường báo cổng các và của về tin bài ảnh
    viết mới khác trang chủ giới thiệu liên hệ bản thông chuyên mục sự kiện nghị
    quyết hoạt động video thư viện nổi bật tiêu điểm nóng đọc truy cập thống kê lịch
    tìm kiếm quản dịch vụ đối tượng bộ cục bệnh mttq hđnd ub đảng đoàn home news
    contact the of and for in on at by to report notes list chương mục điều phần
    khoản nước không một những được khi nghiệp tế nghề tập trung tâm công tác kết
    quả giải pháp nhiệm kế hoạch chính trị xã ban đội trạm phường thị thành khu ấp
    thôn tổ nhóm xem thêm trước sau tiếp about all my new page site web online email
    words text image photo more less latest read menu search see view all next previous
    bởi par from trưởng tịch giám đốc theo hộp bí đài tạp lên trên xuống dưới
    economic development education health environment climate culture society
    politics business sport sports science technology human rights peace security women affairs
    global world local national international opinion travel food arts press release
    print share day time no yes officer writer editor reporter correspondent director manager
    economist specialist adviser advisor coordinator professor researcher analyst consultant
    institute university college foundation association society centre center agency
    council commission committee department ministry office network group company trust bank
    fund union federation times gazette courier
    head president senior chief staff deputy programme program""".split()
)
_ALSO_NAMES = frozenset(
    "thị thành công trung tâm thiệu tế lịch hội điểm thông đoàn bản động".split()
)
_ALSO_GIVEN = frozenset("tâm trung thành thiệu trang trường thư".split())
"""Of the words that names have not, those that a name without a surname may end with."""
_ALSO_FIRST = frozenset("trung thành công".split())
"""Those that one may begin with, unless the word behind makes another word of it."""
_NOT_BEHIND_THEM = frozenset(
    "tâm ương quốc phố viên an nghệ dân văn ty trình tác chức lập thành công trung tích".split()
)
_NOBODY = re.compile(
    r"\w{0,20}admin(?:istrator)?\w{0,5}|quan tri.{0,20}|root|host|webmaster|super ?user|user|editor"
    r"|system(?: account)?|unknown(?: author)?|python-docx|suu tam|khuyet danh|internet|anonymous"
    r"|wordpress|joomla.{0,30}|drupal.{0,10}|vnpt.{0,20}|vn ?portal|liferay|nukeviet"
    r"|microsoft.{0,20}"
    r"|cong ty .{0,40}phan mem.{0,30}|(?:cong|trang) thong tin.{0,60}"
    r"|(?:nhieu|khong ro) tac gia|dang cap nhat"
)
_LAST_INITIAL = re.compile(r"[^\W\d_]{2} [A-ZĐ]\.$")
_SEPARATOR = re.compile(r"\s*(?:,\s(?:and|và)\s|[,;/&+]|\s[–—-]+\s|\s(?:và|and|et|-)\s)\s*")
_NOTE = re.compile(r"\s*\([^()]{1,80}\)")
_SENTENCE = re.compile(r"[^\W\d_]\w* (?=[^\W\d_])(?P<second>\w)")
_OFFICE = re.compile(
    r",\s(?:Văn phòng|Sở|Phòng|Ban|Hội|Chánh|Trung tâm|Trường|Đài|Báo|Công ty|Khoa|Viện"
    r"|Bệnh viện|Bộ"
    r"|UBND|Đoàn|Công an|Trạm|Trưởng|Phó|Giám đốc|Chủ tịch|Bí thư)\s.{2,80}$"
)
_INSTITUTION = re.compile(
    r",\s(?:the\s)?(?:[A-Z][\w.&'’-]*\s){0,5}(?:Institute|University|College|School|Foundation"
    r"|Association|Society|Cent(?:er|re)|Agency|Council|Commission|Department|Ministry|Office|Network"
    r"|Group|Trust|Bank|Fund|Union|Federation)(?:\s(?:of|for|in|at)\s.{2,60})?$"
)
_WHAT_THEY_ARE = re.compile(
    r",\s(?:an?\s|the\s)?(?!all\s|no\s)[a-z][a-z -]{2,40}(?=,|;|$|\sand\s[A-Z])"
)
"""In small letters behind each of several names."""
_JOINED = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_]+\s)")
_VIETNAMESE = re.compile(r"[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_GLUED = re.compile(r"(?<=[a-z\u1ea0-\u1ef9])(?=[A-ZĐ][^\W\d_A-Z]+\s)")
_ROLE = re.compile(
    r"/(?:[A-Z][A-Z.]+[0-9]?|Báo|Đài|Tạp chí|Cổng|Trang|Trung tâm)(?:[ -][^/,;]{2,30})?$"
    r"|\s(?:ghi|thực hiện|tổng hợp|lược ghi|biên soạn|biên dịch|lược dịch|dịch"
    r"|sưu tầm(?: và giới thiệu)?"
    r"|(?:lược )?dịch (?:từ|theo) .{2,40}"
    r"|ghi chép|viết|phỏng vấn|trả lời|tư vấn|giải đáp)$|\s(?:thường trú )?tại [A-ZĐ][^,;]{2,30}$"
    r"|,\s(?:for\s.{3,40}|[A-Z]{2,}\b.{0,40})$|\sin\s[A-Z]\w+$|\s\|\s(?:Reporter|Editor|Correspondent|Writer)$"
    r"|\s[–—-]\s(?!.*[0-9]:[0-9]).{3,100}$"
    r"|,\s(?:(?:[Ss]enior|[Cc]hief|[Ss]taff|[Dd]eputy|[Aa]ssistant|[Aa]ssociate)\s)?(?:\w{3,20}\s){0,2}"
    r"(?:[Oo]fficer|[Ww]riter|[Ee]ditor|[Rr]eporter|[Cc]orrespondent|[Dd]irector|[Mm]anager|[Ee]conomist"
    r"|[Ss]pecialist|[Aa]dvis[eo]r|[Cc]oordinator|[Pp]rofessor|[Rr]esearcher|[Aa]nalyst|[Cc]onsultant"
    r"|[Hh]ead|[Pp]resident)\b.{0,80}$"
)


def is_name(text: str, *, bare_ok: bool = True) -> bool:
    """Whether this could be one person's name: two to five words that begin with capitals."""
    tokens = text.split()
    if len(tokens) > 2:
        tokens = [token for token in tokens if token not in _PARTICLES]
    if not 2 <= len(tokens) <= 5 or not all(map(_is_token, tokens)):
        return False
    if not text.isupper() and any(map(_is_acronym, tokens)):
        return False
    words = [token.strip(".").lower() for token in tokens]
    if fold(text) in BY_BARE_NAME:
        return False
    if has_surname(text):
        given = words[1:-1] if words[-1] in _ALSO_GIVEN else words[1:]
        return not set(given) & _NOT_OF_NAMES - _ALSO_NAMES
    given = words[:-1] if words[-1] in _ALSO_GIVEN else words
    if len(words) > 2 and words[1] == "thị":
        given = given[:1] + given[2:]
    if len(words) == 2 and words[0] in _ALSO_FIRST and words[1] not in _NOT_BEHIND_THEM:
        given = words[1:]
    return bare_ok and len(tokens) <= 4 and not set(given) & _NOT_OF_NAMES


def has_surname(text: str) -> bool:
    """Whether the first word is one of the surnames that most Vietnamese have."""
    return fold(text.split(" ", 1)[0]) in _SURNAMES


def plain_name(text: str) -> str:
    """A name without degrees before it."""
    text = _stripped(text)
    degree = _DEGREE.match(text)
    return _stripped(text[degree.end() :]) if degree else text


def _stripped(text: str) -> str:
    """The text without the signs around it; the stop of an initial at its end stays."""
    text = text.strip(" ,:;-–*~_").lstrip(" .")
    return text if _LAST_INITIAL.search(text) else text.rstrip(" .,:;-–*~_")


def people(text: str, *, bare_ok: bool = True) -> tuple[str, ...]:
    """The people that a text names and nothing else but roles; none if it is anything else."""
    text = _stripped(text)
    if len(text) > 120:
        return ()
    if text[:1] in "([" and text[-1:] in ")]":
        text = text[1:-1]
    if _begins_a_sentence(text):
        return ()
    text = _WHAT_THEY_ARE.sub("", plain_name(_INSTITUTION.sub("", _OFFICE.sub("", text))))
    if text.count(" ") >= 2:
        text = _between_names(text)
    without_notes = _NOTE.sub("", text)
    for candidate in dict.fromkeys((text, without_notes, _ROLE.sub("", without_notes))):
        pieces = [plain_name(piece) for piece in _SEPARATOR.split(candidate) if piece.strip(" .-")]
        if 0 < len(pieces) <= _MOST_NAMES and all(
            is_name(piece, bare_ok=bare_ok) for piece in pieces
        ):
            known = [piece for piece in pieces if has_surname(piece)]
            return tuple(dict.fromkeys(known if known and "/" in candidate else pieces))
    return ()


def _between_names(text: str) -> str:
    """The text with a dash between two whole names that have a small one between them, or none."""
    for between in (_JOINED, _GLUED) if _VIETNAMESE.search(text) else (_GLUED,):
        halves = between.split(text)
        if len(halves) == 2 and all(map(is_name, halves)):
            return " - ".join(halves)
    return text


def is_nobody(name: str) -> bool:
    """Whether a name is that of an account or a program, not of whoever wrote."""
    return bool(_NOBODY.fullmatch(fold(name)))


def _begins_a_sentence(text: str) -> bool:
    """Whether no name is at the beginning, as is soon seen: its second word is a small one."""
    words = _SENTENCE.match(text)
    return bool(
        words
        and not words["second"].isupper()
        and not _DEGREE.match(text)
        and text[words.start("second") :].split(" ", 1)[0] not in _PARTICLES
    )


def _is_acronym(token: str) -> bool:
    return bool(_ACRONYM.match(token))


def _is_token(token: str) -> bool:
    return token[0].isupper() and bool(_TOKEN.fullmatch(token))
