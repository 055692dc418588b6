"""The provinces and cities of Vietnam: the 63 until June 2025, and what is left of them since.

The 34 units since July 2025 all bear one of the old names, but for Huế.
"""

from __future__ import annotations

from bulletin_tui.text.fold import fold

PROVINCES = tuple(
    """An Giang|Bà Rịa - Vũng Tàu|Bạc Liêu|Bắc Giang|Bắc Kạn|Bắc Ninh|Bến Tre|Bình Dương|Bình Định
Bình Phước|Bình Thuận|Cà Mau|Cao Bằng|Cần Thơ|Đà Nẵng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|Đồng Tháp
Gia Lai|Hà Giang|Hà Nam|Hà Nội|Hà Tĩnh|Hải Dương|Hải Phòng|Hậu Giang|Hòa Bình|Hồ Chí Minh|Hưng Yên
Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lạng Sơn|Lào Cai|Lâm Đồng|Long An|Nam Định|Nghệ An|Ninh Bình
Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi|Quảng Ninh|Quảng Trị|Sóc Trăng|Sơn La
Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|Thừa Thiên Huế|Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh Long
Vĩnh Phúc|Yên Bái|Huế""".replace("\n", "|").split("|")
)
BY_BARE_NAME = {
    **{fold(name): name for name in PROVINCES},
    "ba ria-vung tau": "Bà Rịa - Vũng Tàu",
    "thua thien - hue": "Thừa Thiên Huế",
    "dak lak": "Đắk Lắk",
    "dac lac": "Đắk Lắk",
    "daklak": "Đắk Lắk",
    "dak nong": "Đắk Nông",
    "dac nong": "Đắk Nông",
    "bac can": "Bắc Kạn",
    "tphcm": "Hồ Chí Minh",
}
"""The name in bare letters, also as some write it, to the name."""
