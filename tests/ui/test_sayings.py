"""Sentences matched whole, by template and in parts; what is not known stays, and is never half changed."""

from __future__ import annotations

import pytest

from desk_app.ui.sayings import Sayings

WORDS = {
    "Đang xử lý": "In progress",
    "Hồ sơ đang là “{0}”.": "The dossier is “{0}”.",
    "Quá hạn từ {0}": "Overdue since {0}",
    "; đã hẹn lại một lần.": "; put off once already.",
    " cho {0}": " to {0}",
    "Bàn giao{0}": "Handed over{0}",
    "Hẹn trả {0}.": "Due {0}.",
    "Hẹn trả kết quả: {0}.": "Result due: {0}.",
    "{0} lúc {1} máy {2}": "Machine {2}, {1}: {0}",
    "Cổng {0}": "Port {0}",
    "ngày làm việc": "working days",
    "1 ngày làm việc": "1 working day",
    "thứ Hai": "Monday",
    "Chủ nhật": "Sunday",
    "tuổi": "years old",
    "bản chính": "original",
}
SAYINGS = Sayings([one for one in WORDS if "{" in one or one[0] in ",; "], lambda text: WORDS.get(text, ""))


@pytest.mark.parametrize(
    ("vietnamese", "english"),
    [
        ("Đang xử lý", "In progress"),
        ("đang xử lý", "in progress"),
        ("Đang xử lý.", "In progress."),
        ("Hồ sơ đang là “Đang xử lý”.", "The dossier is “In progress”."),
        ("Hồ sơ đang là “Khác”.", "The dossier is “Khác”."),
        ("Quá hạn từ 23/11; đã hẹn lại một lần.", "Overdue since 23/11; put off once already."),
        ("Hẹn trả kết quả: 17:00 thứ Hai 23/11/2026.", "Result due: 17:00 Monday 23/11/2026."),
        ("Bàn giao cho Tư pháp", "Handed over to Tư pháp"),
        ("A lúc 8:00 máy 2", "Machine 2, 8:00: A"),
        ("1 ngày làm việc", "1 working day"),
        ("12 ngày làm việc", "12 working days"),
        ("Đang xử lý. Hẹn trả 23/11. Bà Tư đã gọi.", "In progress. Due 23/11. Bà Tư đã gọi."),
        ("Đang xử lý\nĐang xử lý", "In progress\nIn progress"),
        ("Đang xử lý – công dân xin rút", "In progress – công dân xin rút"),
        ("Tờ khai: 1 bản chính", "Tờ khai: 1 original"),
        ("thứ Hai, Chủ nhật", "Monday, Sunday"),
    ],
)
def test_what_is_known_is_said_in_the_other_language(vietnamese: str, english: str) -> None:
    assert SAYINGS.of(vietnamese) == english


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Nguyễn Văn Mẫu",
        "Thôn 1, xã Ví Dụ",
        "Nhà cô; đã hẹn lại một lần.",
        "Cổng dịch vụ công quốc gia",
        "H15.50.05.13-261123-0001",
        "thứ Hai, sinh hoạt",
        "✓ 17:00 · 5.000 đ",
    ],
)
def test_what_is_not_known_is_not_changed(words: str) -> None:
    assert SAYINGS.of(words) == words


def test_a_sentence_looked_up_once_is_kept_but_never_all_that_ever_was() -> None:
    asked: list[str] = []

    def look_up(text: str) -> str:
        asked.append(text)
        return WORDS.get(text, "")

    sayings = Sayings([], look_up)
    assert sayings.of("Đang xử lý") == sayings.of("Đang xử lý") == "In progress"
    assert len(asked) == 1
    for at in range(5_000):
        sayings.of(f"chữ {at}")
    assert len(sayings._kept) < 4_100
