"""Trouble with a backup in the officer's words: what happened, what is still there, what to do next."""

from __future__ import annotations

import errno
from pathlib import Path

from desk_app.domain.mistakes import DeskError
from desk_app.store.driver import StoreTrouble

_KINDS = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "big",
    errno.EROFS: "readonly",
    errno.EACCES: "readonly",
    errno.EPERM: "readonly",
}
_WORDS: dict[str, tuple[str, str]] = {
    "full": (
        "Ổ sao lưu “{0}” đã đầy; bản mới chưa tạo được, các bản trước còn nguyên.",
        "Xóa bớt tệp không cần trên ổ đó hoặc chọn ổ khác, rồi sao lưu lại.",
    ),
    "big": (
        "Ổ sao lưu “{0}” không nhận tệp lớn như vậy; các bản trước còn nguyên.",
        "Dùng ổ định dạng exFAT hoặc NTFS.",
    ),
    "readonly": (
        "Nơi sao lưu “{0}” chỉ cho đọc, không ghi được; các bản trước còn nguyên.",
        "Mở khóa chống ghi của USB hoặc xin quyền ghi, rồi sao lưu lại.",
    ),
    "gone": (
        "Không thấy nơi sao lưu “{0}”; các bản đã có ở đó không bị thay đổi.",
        "Cắm lại USB hoặc ổ đĩa, hoặc chọn nơi khác ở Cài đặt – Sao lưu.",
    ),
    "io": (
        "Ổ sao lưu “{0}” báo lỗi hoặc đã bị rút ra; bản mới chưa tạo được, các bản trước còn nguyên.",
        "Cắm lại rồi sao lưu lại; nếu còn lỗi, thay ổ khác.",
    ),
    "own": (
        "Dữ liệu của quầy có sai lệch nên bản sao lưu mới không được giữ; các bản trước còn nguyên.",
        "Đừng xóa gì; chạy “motcua verify” và báo người phụ trách kỹ thuật.",
    ),
    "kept-badly": (
        "Ổ sao lưu “{0}” không giữ đúng những gì đã ghi; các bản trước còn nguyên.",
        "Thay ổ khác: ổ này có thể sắp hỏng.",
    ),
}


def backup_trouble(kind: str, place: Path) -> DeskError:
    """The sentence of a kind of trouble at a place."""
    title, advice = _WORDS[kind]
    return DeskError(title.format(place), advice)


def trouble_at(error: OSError | StoreTrouble, place: Path) -> DeskError:
    """What the system or the database said while writing to a place, in words."""
    if isinstance(error, StoreTrouble):
        kind = {"full": "full", "readonly": "readonly", "corrupt": "own"}.get(error.kind, "io")
    else:
        kind = _KINDS.get(error.errno or 0, "io")
    if kind == "io" and not place.exists():
        kind = "gone"
    return backup_trouble(kind, place)
