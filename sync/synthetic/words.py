"""The words names are made of, with how often they are met (rough shares of the population).

Surnames after the published shares of Vietnamese surnames; given names by the fashion of three generations.
The lists also hold the rare names that bring in every letter of the alphabet (Mỵ, Lẻ, Sẵn, Đỡ, Khẳng …).
"""

from __future__ import annotations

from typing import Final

from sync.synthetic.pools import pool

_COMMON: Final = """Nguyễn 315, Trần 109, Lê 89, Phạm 59, Phan 28, Trương 22, Bùi 21, Đặng 19, Đỗ 19,
Ngô 17, Hồ 15, Dương 14, Đinh 11, Đoàn 9, Lâm 8, Mai 8, Trịnh 8, Đào 8, Cao 8, Lý 7, Hà 7, Lưu 6,
Lương 6, Thái 5, Châu 5, Tạ 5, Phùng 5, Tô 4, Vương 4, Tăng 3, Quách 3, Lại 3, Hứa 2, Diệp 2, Từ 2,
Chu 3, La 2, Đàm 2, Tống 2, Giang 2, Chung 2, Triệu 2, Kiều 2, Đồng 2, Ninh 2, Khổng, Nghiêm, Phí, Bạch,
Âu, Ông, Ứng, Ưng, Ân, Sử, Mạc, Mẫn, Viên, Thân, Khương, Doãn, Cù, Ngụy, Thẩm, Nhữ, Ôn,
Quản"""
SURNAMES: Final = {
    "north": pool(_COMMON + ", Hoàng 45, Vũ 52, Võ 3, Nông 3, Vi 3, Bế, Ma 2, Lò 3, Quàng 2, Bàn 2"),
    "middle": pool(_COMMON + ", Hoàng 28, Võ 36, Huỳnh 14, Văn 3, Tôn 2, Ngũ, Hồ 8"),
    "south": pool(_COMMON + ", Huỳnh 52, Võ 50, Thạch 3, Danh 2, Sơn 2, Kim 2, Lư 2, Trầm, Mã, Ngũ"),
}
"""Surnames by region."""

MIDDLE_MEN: Final = (
    pool(
        """Văn 62, Đức 6, Hữu 6, Công 5, Đình 6, Quang 5, Xuân 5, Bá 3, Ngọc 4, Thanh 4, Minh 3,
        Trọng 3, Viết 2, Duy 2, Sỹ 2, Như, Danh, Khắc 2, Thế 2, Tấn 3, Phước, Chí 2, Ích, Kế, Cảnh,
        Hồng, Tiến, Huy, Đăng"""
    ),
    pool(
        """Văn 42, Đức 8, Hữu 6, Công 5, Đình 6, Quang 6, Xuân 4, Bá 2, Ngọc 5, Thanh 6, Minh 6,
        Trọng 4, Viết 2, Duy 4, Thế 4, Tuấn 4, Anh 4, Hoàng 4, Quốc 5, Mạnh 4, Tiến 4, Hồng 3, Trung 3,
        Chí 3, Tấn 3, Việt 2"""
    ),
    pool(
        """Văn 14, Đức 9, Hữu 5, Công 4, Đình 5, Quang 8, Ngọc 4, Thanh 5, Minh 14, Trọng 3, Duy 6,
        Thế 4, Tuấn 7, Anh 7, Hoàng 8, Quốc 7, Mạnh 4, Tiến 4, Gia 10, Bảo 6, Nhật 6, Trung 4, Thành 5,
        Hải 3, Khánh, Thiên 2"""
    ),
)
"""Men's middle names by generation (born before 1965, before 1995, later)."""

MIDDLE_WOMEN: Final = (
    pool(
        """Thị 84, Thị Kim 2, Thị Thanh 2, Thị Ngọc 2, Thị Minh, Thị Hồng 2, Kim 2, Ngọc 2, Tuyết, Mỹ,
        Thị Bích"""
    ),
    pool(
        """Thị 46, Thị Thu 7, Thị Thanh 6, Thị Ngọc 6, Thị Hồng 5, Thị Kim 5, Thị Minh 3, Thị Thúy 4,
        Thị Thuỳ 2, Thị Bích 3, Thị Phương 3, Thị Mỹ 2, Thị Tuyết 2, Thị Ánh, Thu 3, Ngọc 3, Thanh 3,
        Kim 3, Mai 2, Hồng 2"""
    ),
    pool(
        """Thị 18, Thị Thu 5, Thị Thanh 4, Thị Ngọc 6, Thị Hồng 3, Thị Kim 3, Thị Minh 3, Thị Thúy 2,
        Thị Phương 4, Thị Khánh 3, Ngọc 8, Phương 7, Thùy 5, Khánh 6, Minh 6, Bảo 6, Hoài 3, Mai 4,
        Hà 4, Gia 4, Diễm 2, Mỹ 3, Thanh 5, Tú 2, Quỳnh 5, Hồng 3, Yến 2, Thảo 3, Ánh 2, Tường 2, Cẩm 2,
        Huyền 2, Kỳ, Tuệ 2"""
    ),
)
"""Women's middle names by generation."""

GIVEN_MEN: Final = (
    pool(
        """Hùng 9, Dũng 8, Thành 9, Minh 9, Bình 9, Sơn 8, Hải 7, Tâm 6, Quang 5, Long 5, Phúc 4,
        Thắng 7, Lợi 5, Hòa 7, Hoà 2, Nam 5, Tiến 6, Chính 4, Hồng 5, Đức 5, Cường 6, Tư 3, Năm 2,
        Sáu 2, Bảy 3, Tám 2, Mười 2, Ba 3, Hai 2, Út 3, Khoái, Luật, Lạc, Khẩn, Nghĩa 3, Sửu 2, Dần 2,
        Mão, Thìn 2, Tỵ 2, Ngọ 2, Mùi 2, Thân 2, Dậu 2, Tuất, Hợi, Tý 2, Cử, Thới, Đời, Đỡ, Nhỏ, Sẵn,
        Khẳng, Tổng, Phổ, Lự, Kỷ, Kỵ, Chẩn, Rạng, Tỏ, Hổ, Bổn, Nỗ, Cẩn 2, Hẳn, Khởi, Tạo, Xử, Dự,
        Hiển 2, Trụ, Gặp, Vẽ, Ngãi, Sĩ, Chỉ, Quý 4, Thọ 4, Lộc 4, Toản 2, Ẩn, Hóa 2, Phó, Khoẻ, Nghị, Mừng,
        Vượng 2, Kiểm, Truyền, Phấn, Đệ, Ngữ, Lũy, Quỳ, Ấm, Ước, Chè"""
    ),
    pool(
        """Tuấn 10, Anh 6, Hùng 9, Dũng 9, Cường 9, Hải 8, Sơn 7, Nam 7, Thắng 7, Tùng 6, Hiếu 6,
        Trung 6, Long 6, Minh 6, Đức 6, Quân 5, Kiên 4, Mạnh 5, Hoàng 5, Phong 4, Việt 5, Thành 6,
        Huy 5, Vinh 4, Toàn 4, Tú 4, Linh 2, Duy 4, Khánh 3, Hưng 5, Tiến 4, Thịnh 3, Lâm 3, Phương 3,
        Đạt 4, Tài 4, Lực, Tâm 3, Nghĩa 3, Bảo 2, Chiến 3, Công 2, Điệp 2, Đông 3, Giang 3, Hậu 3,
        Khoa 2, Luân 2, Nhân 2, Phú 3, Quyết 2, Thuận 2, Trường 3, Vũ 3, Xuân, Đăng, Ngọc 2, Lượng,
        Hiệp 2, Thái 2, Bằng 2, Sỹ, Trãi, Nhã, Chuẩn, Huỳnh, Nhật, Trọng 2"""
    ),
    pool(
        """Bảo 6, Khang 6, Minh 8, Huy 8, Khoa 5, Đăng 4, Khôi 4, Phúc 6, Anh 8, Long 6, Quân 6, Đạt 6,
        Nam 5, Hiếu 5, Kiệt 4, Thịnh 4, Phong 4, Hoàng 5, Dũng 4, Nguyên 4, Duy 4, Tuấn 4, Sơn 3, Hải 3,
        Trung 3, Việt 3, Tùng 3, An 4, Lâm 3, Thiện 3, Tiến 2, Phát 3, Nhân 3, Hưng 4, Tài 3, Lộc 2,
        Trí 3, Vinh 2, Đức 4, Quang 2, Kiên 2, Bách 2, Thái 2, Hậu 2, Cường 2, Sang 2, Ân, Tín 2, Vỹ,
        Hào 2, Thông, Khải 2, Ngãi, Lãm, Vũ 3, Phước 2"""
    ),
)
"""Men's given names by generation."""

GIVEN_WOMEN: Final = (
    pool(
        """Lan 9, Hoa 9, Hồng 7, Hương 5, Mai 6, Cúc 5, Đào 4, Huệ 4, Liên 6, Sen 2, Thơm 2, Bưởi,
        Mận 2, Chanh, Na, Nở 2, Lý 3, Tuyết 5, Nguyệt 4, Nga 5, Loan 4, Phượng 4, Oanh 2, Yến 3, Én,
        Bé 3, Gái 3, Lụa 2, Nhàn 3, Êm, Vẻ, Lẻ 2, Mỵ, Hè, Hẹn 2, Khẽ, Nữ 2, Thỏa 2, Chỉ, Xuân 4, Thu 4,
        Hạnh 4, Minh 2, Bình 3, Hòa 3, Tâm 3, Thanh 3, Sáu 2, Bảy 2, Tám, Mười 2, Tư 2, Năm, Út 3,
        Hiền 3, Lành 2, Tẻo, Dậu, Tý 2, Sửu, Mùi 2, Tị, Thìn, Vãng, Ngần, Ngoãn, Kỉnh, Hĩm, Cỏn, Xoan,
        Đẹp 2, Rảnh, Bướm, Rồi, Nhẫn, Mẫn, Hợi, Chắt, Lượm, Bền"""
    ),
    pool(
        """Hương 9, Hà 8, Lan 6, Thảo 7, Trang 7, Thủy 8, Thuỷ 2, Hằng 7, Nga 5, Hạnh 6, Nhung 5,
        Linh 7, Phương 7, Ngọc 6, Thu 4, Hiền 6, Huyền 6, Yến 5, Vân 6, Dung 5, Loan 4, Tâm 3, Oanh 3,
        Tuyết 3, Hồng 4, Liên 3, Thúy 5, Ngân 4, Giang 3, Mai 5, Hoa 4, Nguyệt 2, Bích 2, Diệp 2,
        Quyên 3, Thơ, Duyên 3, Lệ 2, Hảo 2, Xuân 2, Lý, Trinh 2, My 2, Sương 2, Thắm 2, Đào, Phượng 3,
        Kiều 2, Trúc 2, Chi 3, Minh 2, Anh 3, Ánh 2, Ái, Lựu, Cẩm"""
    ),
    pool(
        """Anh 11, Linh 9, Chi 5, Trang 7, Nhi 6, My 5, Ngọc 6, Hân 5, Vy 6, Ngân 5, Thư 5, Trâm 4,
        Quỳnh 4, Như 5, Châu 3, Khánh 2, Diệp 2, Hà 4, Phương 6, Thảo 5, Huyền 4, Mai 3, Uyên 3, Yến 3,
        Vân 2, Giang 3, Hương 3, Thùy, Tiên 3, Trúc 3, Duyên 2, Ly 3, Nhung 2, Lan 2, An 3, Ánh 2,
        Dương 2, Tú 2, Đan 2, Bích, Thủy 2, Hằng 2, Mỹ"""
    ),
)
"""Women's given names by generation."""

HIGHLAND: Final = {
    "Nam": (
        pool(
            """Giàng A 6, Sùng A 4, Vàng A 4, Thào A 4, Mùa A 3, Lầu A 2, Cứ A 2, Lò Văn 8, Quàng Văn 5,
            Cầm Văn 2"""
        ),
        pool(
            """Páo 3, Chứ 3, Dơ, Sình 2, Pó 2, Tủa 2, Lử 3, Sở 2, Vừ, Dế, Chu, Phử 2, Thái 2, Ánh, Tỉnh,
            Biên, Xôm"""
        ),
    ),
    "Nữ": (
        pool("""Giàng Thị 6, Sùng Thị 4, Vàng Thị 4, Thào Thị 4, Mùa Thị 3, Lò Thị 8, Quàng Thị 5,
        Cầm Thị 2"""),
        pool(
            """Mỷ 3, Dợ 3, Xua 2, Máy 2, Sua 2, Dí, Pàng 2, Mỵ 2, Chá, Nhịa, Ỉn, Hặc, Ươi, Phảng, Ún,
            Xuyến, Ỏn"""
        ),
    ),
}
"""Northern highlands: surname with its middle word, and given names."""

EDE: Final = {
    "Nam": ("Y", pool("Bhăm, Thim, Khăm, Djuang, Moan, Wơr, Blă, Quynh, Krông, Nguyên, Thịnh, Bliêm")),
    "Nữ": ("H’", pool("Hen, Lan, Nuôn, Blê, Mai, Yuin, Ngơ, Bia, Rina, Zuan, Juên, Wiên, Thủy, Linh")),
}
"""Central highlands: the word before the given name; `CLANS` come last."""
CLANS: Final = pool("Niê 5, Êban 3, Kbuôr 2, Byă 2, Mlô 3, Ayun 2, Ksơr 2, Knul, Bkrông, Hwing, Adrơng")
