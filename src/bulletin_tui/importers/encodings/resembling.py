"""How much a text resembles Vietnamese: by frequent syllables, and by how syllables are spelt."""

from __future__ import annotations

import re
from collections import Counter

from bulletin_tui.text.clean import clean
from bulletin_tui.text.fold import fold
from bulletin_tui.text.telex import is_syllable

FLOOR = 0.08
"""Texts of other languages stay below it, whatever table they are read by."""
SURE = 0.15
_SAMPLE = 2_048
"""In code points, at each of three places."""
_FREQUENT = frozenset(
    (
        "và là các có được của những một người với đã để về tại đến từ này năm khi như phải vào"
        " cũng đó ở sẽ trên việc làm nhiều nhà nước tỉnh thành phố huyện xã đảng bộ hành ủy nghị"
        " quyết hội đồng nhân dân tác tổ chức thực hiện phát triển tế giáo dục đào tạo quốc chính"
        " phủ trường lớp học sinh viên dạy nghề độ đầu cấp sở đất số thể mới mỗi bị bằng cần chỉ"
        " còn cùng đi đổi động đường giữa gửi hai hết hơn kết lại lên lời mà mở mình một ngày"
        " nghiệp người nhất nói quá quản lý quan rất sau sự thời thôn tiếp tiền tới trước trở vấn"
        " vì việt xây yêu điều điện đưa địa định đời đại diện bảo cả cao chị chủ chương cho gồm giá"
        " gì giải hàng hóa họ khác không kế khu lượng luôn mạnh mẹ nếu ngoài nhận nhờ những ông"
        " phần quý sản sử tất tháng theo thì thị thuộc toàn trẻ trình trị tự tuổi vẫn văn vốn vùng"
    ).split()
)
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = frozenset(
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz"
)


def sample(text: str) -> str:
    """What of a long text is looked at: its beginning, middle and end."""
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = (len(text) - _SAMPLE) // 2
    return "\n".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))


def resemblance(text: str) -> float:
    """The share of frequent syllables with marks, times that of marked words spelt as syllables.

    Vietnamese has .11 and more. 0 for a text whose frequent words all have letters of Western
    Europe alone: the French write “là” as well.
    """
    words = _WORD.findall(clean(text).lower())
    marked = [word for word in words if not word.isascii()]
    frequent = [word for word in marked if word in _FREQUENT]
    if all(_is_western(word) for word in frequent):
        return 0.0
    counts = Counter(marked)
    spelt = sum(count for word, count in counts.items() if _is_spelt(word))
    return len(frequent) / len(words) * spelt / len(marked)


def _is_spelt(word: str) -> bool:
    return _LETTERS.issuperset(word) and is_syllable(fold(word))


def _is_western(word: str) -> bool:
    return max(word) <= "\xff"
