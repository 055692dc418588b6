"""What made-up reports are about: sentences with blanks, and words to fill them.

Most of a report says the same of one commune after another, so its paragraphs resemble each other
as those of real reports do.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """The sentences of one kind of report; blanks are named after the lists of `BLANKS`."""

    headings: tuple[str, ...]
    openings: tuple[str, ...]
    sentences: tuple[str, ...]
    refrains: tuple[str, ...]
    """Sentences that one report has several times, word for word."""


BLANKS: dict[str, tuple[str, ...]] = {
    "xa": tuple(
        "Mường Sại,Nậm Ét,Chiềng Khay,Phình Hồ,Tà Xùa,Lũng Pù,Khâu Vai,Sủng Trà,Pải Lủng,Bản Díu,"
        "Nàn Ma,Cốc Rế,Thèn Phàng,Quảng Nguyên,Xín Chải,Lao Chải,Hồ Thầu,Bản Péo".split(",")
    ),
    "nguoi": tuple(
        "bà Lò Thị Mến,ông Giàng A Páo,chị Vàng Thị Sua,anh Tẩn Láo Tả,ông Hoàng Văn Khìn,"
        "bà Nông Thị Bẩy,anh Lầu Mí Chá,chị Phàn Mùi Ghển".split(",")
    ),
    "co_quan": tuple(
        "hội nông dân,đoàn thanh niên,ban quản lý dự án,tổ khuyến nông,trạm thú y,ban giám hiệu,"
        "hội khuyến học,tổ công tác,phòng chuyên môn,hội cựu chiến binh".split(",")
    ),
    "thang": tuple(f"tháng {month}" for month in range(1, 13)),
    "so": tuple(str(number) for number in (7, 12, 18, 24, 31, 46, 58, 73, 90, 115, 140, 268, 352)),
    "phan": tuple(
        f"{whole},{part}%" for whole, part in ((4, 5), (9, 2), (61, 8), (78, 3), (93, 6))
    ),
    "muc": ("khá", "chậm", "vượt kế hoạch", "đúng tiến độ", "thấp hơn cùng kỳ", "cao nhất cụm"),
}

FARMING = Theme(
    headings=(
        "Kết quả sản xuất",
        "Chăn nuôi và thú y",
        "Thủy lợi nội đồng",
        "Khó khăn, vướng mắc",
        "Việc phải làm trong quý tới",
        "Kết quả sản xuất",
    ),
    openings=(
        "Báo cáo nhanh của {co_quan} về vụ {thang} trên địa bàn cụm {xa}",
        "Vụ này {co_quan} theo dõi {so} hộ tại {xa} và {xa}, ghi chép theo từng tuần.",
    ),
    sentences=(
        "Tại {xa}, {co_quan} đã hướng dẫn {so} hộ gieo lại lúa nương, đạt {phan} diện tích.",
        "Tại {xa}, {co_quan} đã hướng dẫn {so} hộ trồng xen đậu tương, đạt {phan} diện tích.",
        "Đàn trâu bò của {xa} tăng {so} con so với {thang}, tiêm phòng {muc}.",
        "Đàn lợn của {xa} giảm {so} con so với {thang}, tiêm phòng {muc}.",
        "Theo {nguoi}, kho giống ở {xa} còn “{so} bao” – đủ cho vụ sau nếu mưa đến sớm.",
        "Tuyến mương {xa} dài {so} m đã được nạo vét {muc}, nước về ruộng trước {thang}.",
        "{nguoi} đề nghị {co_quan} hỗ trợ thêm {so} kg hạt giống vì đợt rét {thang} kéo dài.",
        "Giá ngô tại chợ {xa} nhích lên {phan}, bà con bán được {so} tấn ngay trong {thang}.",
        "So với {thang}, sản lượng chè búp tươi của {xa} {muc}, ước {so} tấn.",
        "Có {so} hộ ở {xa} chuyển sang nuôi dê, {co_quan} cho vay vốn với lãi suất {phan}.",
        "Mạ của {xa} bị chuột phá {so} sào; {co_quan} đã cấp bẫy và cử người trực đêm.",
        "Ở {xa}, {so} ha rừng sản xuất được giao cho các nhóm hộ, nghiệm thu {muc}.",
    ),
    refrains=(
        "Đề nghị các xã báo cáo số liệu trước ngày 20 hằng tháng.",
        "Những nơi làm chưa tốt phải kiểm điểm và có cam kết khắc phục.",
        "Số liệu trên chưa gồm các hộ mới tách.",
    ),
)

SCHOOLING = Theme(
    headings=(
        "I. Tình hình trường lớp",
        "II. Đội ngũ nhà giáo",
        "III. Bữa ăn bán trú",
        "Tồn tại và nguyên nhân",
        "Kiến nghị",
        "Tồn tại và nguyên nhân",
    ),
    openings=(
        "Tổng hợp của {co_quan} sau đợt đi thực tế các điểm trường thuộc {xa}",
        "Trong {thang}, {co_quan} đến {so} điểm trường, từ {xa} đến {xa}, nghe từng thầy cô nói.",
    ),
    sentences=(
        "Điểm trường {xa} có {so} học sinh, đi học chuyên cần {phan}, {muc}.",
        "Điểm trường {xa} có {so} học sinh, ăn ở bán trú {phan}, {muc}.",
        "{nguoi} cho biết lớp ghép ở {xa} vẫn thiếu {so} bộ bàn ghế từ {thang}.",
        "Nhà công vụ của {xa} được sửa {so} gian, tiền do {co_quan} vận động, hoàn thành {muc}.",
        "Bếp ăn {xa} nấu {so} suất mỗi ngày – gạo do phụ huynh góp, thức ăn mua theo {thang}.",
        "Bếp ăn {xa} nấu {so} suất mỗi ngày – củi do phụ huynh góp, rau trồng tại vườn.",
        "Qua khảo sát {so} em lớp ba tại {xa}, {phan} đọc trôi chảy, kết quả {muc}.",
        "Qua khảo sát {so} em lớp năm tại {xa}, {phan} làm được phép chia, kết quả {muc}.",
        "Thư viện lưu động về {xa} hai lần trong {thang}, cho mượn “{so} cuốn”, trả đủ.",
        "{co_quan} tặng {xa} {so} áo ấm; {nguoi} thay mặt phụ huynh nhận tại sân trường.",
        "Đường tới {xa} sạt {so} m, thầy cô phải gửi xe và đi bộ suốt {thang}.",
        "Tỷ lệ giáo viên đạt chuẩn của {xa} là {phan}, tăng {so} người so với {thang}.",
        "Nước sạch ở {xa} chỉ đủ dùng {so} ngày, {co_quan} hứa lắp thêm bể trước {thang}.",
    ),
    refrains=(
        "Phòng sẽ kiểm tra lại vào đầu học kỳ sau.",
        "Kinh phí lấy từ nguồn xã hội hóa, thu chi công khai.",
        "Các trường rút kinh nghiệm chung, không để lặp lại.",
    ),
)

CLINICS = Theme(
    headings=(
        "1. Khám và chữa bệnh",
        "2. Tiêm chủng mở rộng",
        "3. Thuốc và vật tư",
        "Hạn chế",
        "Đề xuất với trung tâm huyện",
        "Hạn chế",
    ),
    openings=(
        "Ghi nhanh của {co_quan} sau {so} ngày theo chân các y sĩ vùng {xa}",
        "Đoàn ghé lần lượt các trạm từ {xa} tới {xa}; phần dưới xếp theo thứ tự đã đi.",
    ),
    sentences=(
        "Trạm y tế {xa} khám {so} lượt trong {thang}, chuyển tuyến {phan}, sổ sách ghi {muc}.",
        "Trạm y tế {xa} khám {so} lượt trong {thang}, sinh tại trạm {phan}, sổ sách ghi {muc}.",
        "Lịch tiêm ở {xa} dời sang {thang} do mưa lũ, còn {so} trẻ chưa đủ mũi.",
        "Lịch tiêm ở {xa} giữ nguyên trong {thang} dù mưa lũ, còn {so} trẻ chưa đủ mũi.",
        "Tủ thuốc {xa} thiếu “{so} vỉ” hạ sốt – {nguoi} phải mượn của trạm bên.",
        "{nguoi} đi bộ {so} km đến {xa} để đo huyết áp cho người già, tối mới về.",
        "Cô đỡ thôn bản ở {xa} theo dõi {so} thai phụ, {phan} khám đủ bốn lần.",
        "Muỗi truyền bệnh tại {xa} tăng từ {thang}; {co_quan} tẩm màn cho {so} nhà.",
        "Máy siêu âm của {xa} hỏng {so} ngày, thợ hẹn sửa trước {thang}.",
        "Bảo hiểm y tế phủ {phan} dân {xa}, {muc}, còn {so} người chưa có thẻ.",
        "Bảo hiểm y tế phủ {phan} dân {xa}, {muc}, còn {so} thẻ sai tên.",
        "Nhà tiêu hợp vệ sinh ở {xa} xây thêm {so} cái, {co_quan} góp xi măng.",
        "Bữa cháo dinh dưỡng {xa} có {so} mẹ dự, {nguoi} đứng bếp từ {thang}.",
    ),
    refrains=(
        "Trung tâm sẽ cấp bù trong đợt phát kế tiếp.",
        "Ai bỏ trực phải giải trình bằng văn bản.",
        "Con số này do trạm tự khai, chưa đối chiếu.",
    ),
)
