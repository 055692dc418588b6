"""Made-up official prose: sentences, paragraphs, titles, captions, names and dates."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

PLACES = (
    ("huyện Bình Liêu", "Quảng Ninh"),
    ("huyện Như Xuân", "Thanh Hóa"),
    ("thị xã Kỳ Anh", "Hà Tĩnh"),
    ("huyện Krông Pắc", "Đắk Lắk"),
    ("huyện Cù Lao Dung", "Sóc Trăng"),
    ("huyện Bát Xát", "Lào Cai"),
    ("thành phố Sa Đéc", "Đồng Tháp"),
    ("huyện Tiên Phước", "Quảng Nam"),
)
_WHO = (
    "Ủy ban nhân dân xã",
    "Ban Chỉ đạo phòng chống thiên tai",
    "Hội Nông dân huyện",
    "Trạm Y tế thị trấn",
    "Phòng Giáo dục và Đào tạo",
    "Đoàn Thanh niên cơ sở",
    "Ban Quản lý chợ trung tâm",
    "Hợp tác xã dịch vụ nông nghiệp",
    "Đồng chí Lê Thị Hòa, Phó Chủ tịch UBND huyện,",
    "Hội Liên hiệp Phụ nữ",
)
_DID = (
    "đã phối hợp với các đơn vị rà soát lại toàn bộ danh sách hộ cần hỗ trợ",
    "tổ chức lớp tập huấn về kỹ thuật trồng rau trong nhà lưới cho bà con",
    "ra quân dọn dẹp vệ sinh dọc các tuyến đường liên thôn",
    "trao tặng 120 suất quà cho học sinh có hoàn cảnh khó khăn",
    "kiểm tra tiến độ xây dựng trạm bơm và hệ thống kênh dẫn nước",
    "khám, cấp thuốc miễn phí cho 350 người cao tuổi trên địa bàn",
    "đề nghị các thôn sớm hoàn thành việc thu gom rác thải nhựa",
    "giới thiệu mô hình nuôi cá lồng đã cho thu nhập 85 triệu đồng mỗi năm",
)
_HOW = (
    "với sự tham gia của đông đảo cán bộ và nhân dân",
    "trong khuôn khổ chương trình xây dựng nông thôn mới giai đoạn 2021-2025",
    "theo Kế hoạch số 45/KH-UBND ngày 12/02/2021 của UBND huyện",
    "nhằm chuẩn bị tốt cho mùa mưa bão sắp tới",
    "góp phần nâng cao đời sống của các hộ ở vùng sâu, vùng xa",
    "đạt 92,5% so với mục tiêu đề ra từ đầu năm",
    "và được bà con đồng tình ủng hộ",
)
_THEN = (
    "Trước đó, ngày 15/3/2019, đoàn công tác cũng đã đến thăm một số gia đình.",
    "Đến nay đã có 38/42 thôn hoàn thành.",
    "Việc làm này sẽ còn được nhân rộng trong thời gian tới.",
    "Nhiều hộ cho biết sẽ tiếp tục mở rộng diện tích.",
    "Thời gian qua, công tác này được quan tâm đúng mức.",
)
_TITLES = (
    "Ra quân nạo vét kênh mương trước mùa mưa ở {place}",
    "{Place}: Trao sinh kế cho hộ nghèo vùng ven biển",
    "Hiệu quả từ những mô hình kinh tế tập thể tại {place}",
    "Khai giảng lớp dạy nghề cho lao động nông thôn năm {year}",
    "Hội nghị sơ kết công tác dân vận 6 tháng đầu năm {year}",
    "Chủ động phòng chống sạt lở, bảo vệ tài sản của nhân dân",
    "Ngày hội đọc sách thu hút hơn 500 học sinh tham gia",
    "Tập huấn chuyển đổi số cho cán bộ thôn, bản",
    "Đưa nước sạch về với đồng bào vùng cao",
    "Sôi nổi giải bóng chuyền nông dân lần thứ XII",
)
_CAPTIONS = (
    "Toàn cảnh buổi lễ ra quân",
    "Bà con thu hoạch rau trong nhà lưới ở thôn Đông",
    "Các đại biểu tham quan mô hình nuôi cá lồng trên sông",
    "Học sinh trường tiểu học nhận quà từ các nhà hảo tâm",
    "Đoàn viên thanh niên dọn rác dọc bờ kè sáng chủ nhật",
    "Ảnh: Trạm bơm mới đưa vào sử dụng",
)
_SURNAMES = "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Ngô Dương Lý Hà Mai".split()
_MIDDLES = "Văn Thị Minh Thanh Quốc Ngọc Đức Thu Hồng".split()
_GIVEN = (
    "An Bình Chi Dũng Hạnh Hương Khánh Lan Long Mai Nam Phương Quân Sơn Thảo Tuấn Vân Yến".split()
)
WEEKDAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")


def sentence(chance: Random) -> str:
    """A sentence of 15 to 45 words."""
    first = f"{chance.choice(_WHO)} {chance.choice(_DID)} {chance.choice(_HOW)}"
    if chance.random() < 0.4:
        day = f"{chance.randint(1, 28)}/{chance.randint(1, 12)}"
        first = f"Sáng ngày {day}, {first[0].lower()}{first[1:]}"
    return first + "."


def paragraph(chance: Random) -> str:
    """One to five sentences."""
    parts = [sentence(chance) for _each in range(chance.randint(1, 4))]
    if chance.random() < 0.5:
        parts.append(chance.choice(_THEN))
    if len(" ".join(parts).split()) < 27:
        parts.append(sentence(chance))
    return " ".join(parts)


def title(chance: Random, place: str, year: int) -> str:
    """A title, now and then with the place in it."""
    local = place[0].upper() + place[1:]
    return chance.choice(_TITLES).format(place=place, Place=local, year=year)


def captions(chance: Random, count: int) -> list[str]:
    """Different captions."""
    return chance.sample(_CAPTIONS, count)


def name(chance: Random) -> str:
    """A person's name, or a pen name of two words."""
    given = chance.choice(_GIVEN)
    if chance.random() < 0.5:
        other = chance.choice([each for each in _GIVEN if each != given])
        return f"{other} {given}"
    if chance.random() < 0.3:
        return f"{chance.choice(_SURNAMES)} {given}"
    return f"{chance.choice(_SURNAMES)} {chance.choice(_MIDDLES)} {given}"


def moment(chance: Random) -> datetime:
    """A minute of the years that pages are from."""
    start = datetime(2011, 1, 1)  # noqa: DTZ001 - printed dates have no zone
    return start + timedelta(minutes=chance.randrange(14 * 365 * 24 * 60))
