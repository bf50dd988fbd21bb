"""Handing a notice over: what came of it, as far as it can be known, and nothing about people in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

SECONDS: Final = 15.0
"""For a connection, and for each answer."""


class Outcome(StrEnum):
    """What came of handing over.

    `LATER`: surely not taken, it may be tried again. `REFUSED`: surely not taken, and it never would be.
    `DOUBTFUL`: it may have been taken; only a person tries again.
    """

    SENT = "sent"
    LATER = "later"
    REFUSED = "refused"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Handed:
    """`problem` is a word of `PROBLEMS`, empty when it was taken; `reached`: somebody answered at all."""

    outcome: Outcome
    problem: str = ""
    reached: bool = True


@dataclass(frozen=True, slots=True)
class Message:
    """What goes out: to whom, and the text; a mail has a subject and a name of its own (`name`)."""

    to: str
    text: str
    subject: str = ""
    name: str = ""


PROBLEMS: Final = {
    "unreachable": "Không kết nối được máy gửi; chưa gửi.",
    "tls": "Kết nối mã hóa với máy gửi không thành (chứng thư); chưa gửi.",
    "no-key": "Chưa có mật khẩu, khóa trong biến môi trường của máy chủ; chưa gửi.",
    "login": "Máy gửi không nhận tài khoản hoặc khóa; chưa gửi.",
    "busy": "Máy gửi đang bận; sẽ gửi lại.",
    "refused": "Máy gửi từ chối địa chỉ hoặc nội dung.",
    "unanswered": "Máy gửi không trả lời sau khi đã nhận; có thể đã gửi.",
    "cut": "Máy chủ dừng trong lúc gửi; có thể đã gửi.",
    "past": "Hồ sơ đã qua bước này; không gửi nữa.",
    "old": "Việc đã quá lâu; không gửi nữa.",
    "no-address": "Hồ sơ không còn số điện thoại, thư điện tử dùng được.",
    "off": "Đã ngừng gửi cho hồ sơ này.",
    "restored": "Trung tâm vừa được khôi phục từ bản sao lưu; có thể đã gửi.",
}
"""What went wrong, in words for staff."""
