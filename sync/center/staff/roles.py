"""The roles of the center's staff. A person may have several; what a role may do stands in one table
(`sync.center.web.rights`)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Role(StrEnum):
    """What somebody is at the center; the order is that of lists on screen."""

    RECEPTION = "reception"
    SPECIALIST = "specialist"
    LEADER = "leader"
    RECORDS = "records"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"

    @property
    def label(self) -> str:
        """In Vietnamese."""
        return _WORDS[self][0]

    @property
    def explained(self) -> str:
        """What the role is for, in a sentence."""
        return _WORDS[self][1]


_WORDS = {
    Role.RECEPTION: ("Bộ phận một cửa", "Xem hồ sơ, chuyển hồ sơ đến đơn vị giải quyết."),
    Role.SPECIALIST: ("Chuyên viên", "Xem và giải quyết hồ sơ, chuyển đơn vị."),
    Role.LEADER: ("Lãnh đạo", "Xem, quyết định hồ sơ; xem tình hình các đơn vị và máy quầy."),
    Role.RECORDS: ("Văn thư", "Xem hồ sơ, chuyển hồ sơ đã đóng dấu."),
    Role.ADMINISTRATOR: ("Quản trị", "Quản lý tài khoản, đơn vị, máy quầy; không đọc hồ sơ."),
    Role.AUDITOR: ("Kiểm tra", "Xem hồ sơ, máy quầy và nhật ký; không sửa gì."),
}


def roles_in(text: str) -> frozenset[Role]:
    """The roles of a row; words of a newer program are left out."""
    known = {str(one) for one in Role}
    return frozenset(Role(word) for word in text.split() if word in known)


def roles_out(roles: Iterable[Role]) -> str:
    """The inverse of `roles_in`, in the order of the enum."""
    chosen = set(roles)
    return " ".join(one for one in Role if one in chosen)
