"""How a citizen rates a service: five levels, and reasons from the contents citizens are asked about.

Levels as SIPAS has them; the reasons are those of Nghị định 61/2018/NĐ-CP Điều 31 khoản 1, in short words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

LEVELS: Final[Mapping[int, str]] = {
    5: "Rất hài lòng",
    4: "Hài lòng",
    3: "Bình thường",
    2: "Không hài lòng",
    1: "Rất không hài lòng",
}
"""Level -> its words, the best first."""

REASONS: Final[Mapping[str, str]] = {
    "time": "Thời gian trả kết quả",
    "agencies": "Số cơ quan phải liên hệ",
    "visits": "Số lần phải đi lại",
    "information": "Thông tin công khai",
    "attitude": "Thái độ của cán bộ",
    "cost": "Kết quả và chi phí",
    "answers": "Giải trình phản ánh, kiến nghị",
    "online": "Dịch vụ công trực tuyến",
    "other": "Nội dung khác",
}
"""Code of a reason -> its words."""
