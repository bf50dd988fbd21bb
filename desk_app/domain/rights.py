"""What each role of a unit may do at its desks: one table, in which everything not named is refused.

Sources: the roles of the work at a commune (receiving, processing, leading, records; NĐ 61/2018, NĐ
118/2025), and separation of duties: who administers accounts and machines does not read dossiers for it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from sync.model import kinds
from sync.model.accounts import ADMINISTRATOR, AUDITOR, LEADER, PROCESSING, RECEPTION, RECORDS

READ: Final = "read"
RECEIVE: Final = "receive"
COUNTER: Final = "counter"
WORK: Final = "work"
APPROVE: Final = "approve"
SEAL: Final = "seal"
ATTACH: Final = "attach"
PRINT: Final = "print"
MONEY: Final = "money"
QUEUE: Final = "queue"
DEVICES: Final = "devices"
FIGURES: Final = "figures"
EXPORT: Final = "export"
AUDIT: Final = "audit"
SETTINGS: Final = "settings"
BACKUP: Final = "backup"
PURGE: Final = "purge"
ACCOUNTS: Final = "accounts"
RESET: Final = "reset"
MACHINE: Final = "machine"
PRESENT: Final = "present"

RIGHTS: Final[Mapping[str, str]] = {
    READ: "xem hồ sơ",
    RECEIVE: "tiếp nhận hồ sơ",
    COUNTER: "làm việc với hồ sơ tại quầy",
    WORK: "xử lý hồ sơ",
    APPROVE: "ký duyệt hồ sơ",
    SEAL: "vào sổ và đóng dấu kết quả",
    ATTACH: "đính kèm tệp vào hồ sơ",
    PRINT: "in giấy tờ của hồ sơ",
    MONEY: "thu tiền và chốt ca",
    QUEUE: "gọi số thứ tự",
    DEVICES: "chọn máy in, máy quét",
    FIGURES: "xem số liệu và danh mục",
    EXPORT: "xuất dữ liệu và lập sổ có tên người dân",
    AUDIT: "xem nhật ký và kiểm tra sổ gốc",
    SETTINGS: "đổi cài đặt của quầy",
    BACKUP: "sao lưu, khôi phục và quản lý máy",
    PURGE: "hủy hồ sơ hết thời hạn bảo quản",
    ACCOUNTS: "quản lý tài khoản",
    RESET: "đặt lại mật khẩu cho người khác",
    MACHINE: "",
    PRESENT: "dùng máy khi chưa đăng nhập",
}
"""Each right as a refusal names it. `MACHINE` needs nobody: what the desk does by itself while nobody is
logged in (exchange, backups, the public screen), and what logging in needs. `PRESENT` needs any log-in."""

_OFFICER = frozenset({PRESENT, READ, PRINT, ATTACH, DEVICES, FIGURES})
ROLE_RIGHTS: Final[Mapping[str, frozenset[str]]] = {
    RECEPTION: _OFFICER | {RECEIVE, COUNTER, MONEY, QUEUE, EXPORT},
    PROCESSING: _OFFICER | {WORK},
    LEADER: _OFFICER | {WORK, APPROVE, EXPORT, AUDIT, RESET},
    RECORDS: _OFFICER | {SEAL, EXPORT, PURGE},
    ADMINISTRATOR: frozenset({PRESENT, FIGURES, DEVICES, SETTINGS, BACKUP, PURGE, ACCOUNTS, RESET, AUDIT}),
    AUDITOR: frozenset({PRESENT, READ, FIGURES, EXPORT, AUDIT}),
}
"""What each role may; an officer of several roles may what any of them may."""

_WORKING: Final = frozenset({COUNTER, WORK, APPROVE, SEAL})
KIND_RIGHTS: Final[Mapping[str, frozenset[str]]] = {
    kinds.RECEIVED: frozenset({RECEIVE}),
    kinds.REFUSED: frozenset({RECEIVE}),
    kinds.CORRECTED: frozenset({RECEIVE, COUNTER}),
    kinds.ANNULLED: frozenset({RECEIVE, COUNTER}),
    kinds.REBUILT: frozenset({RECEIVE, COUNTER, BACKUP}),
    kinds.STATUS: _WORKING,
    kinds.APOLOGY: frozenset({COUNTER, WORK, APPROVE}),
    kinds.HANDOVER: _WORKING,
    kinds.PAYMENT: frozenset({MONEY}),
    kinds.SHIFT: frozenset({MONEY}),
    kinds.LOCATED: _WORKING,
    kinds.FORWARDED: frozenset({COUNTER, WORK, SEAL}),
    kinds.ARRIVED: frozenset({COUNTER, SEAL}),
    kinds.ACCEPTED: frozenset({COUNTER, WORK, SEAL}),
    kinds.CALLED: _WORKING,
    kinds.NOTED: _WORKING,
    kinds.UNDONE: _WORKING | {RECEIVE, MONEY},
    kinds.DELIVERED: frozenset({COUNTER, WORK, SEAL}),
    kinds.ASSIGNED: frozenset({COUNTER, WORK, APPROVE}),
    kinds.APPRAISED: frozenset({WORK}),
    kinds.CONSULTED: frozenset({WORK, APPROVE}),
    kinds.ANSWERED: frozenset({WORK, APPROVE}),
    kinds.APPROVED: frozenset({APPROVE}),
    kinds.REWORKED: frozenset({WORK, APPROVE, SEAL}),
    kinds.SEALED: frozenset({SEAL}),
    kinds.ATTACHED: frozenset({ATTACH}),
    kinds.DETACHED: frozenset({ATTACH}),
    kinds.SETTING: frozenset({SETTINGS}),
    kinds.SUBJECT_REQUEST: frozenset({COUNTER, EXPORT}),
    kinds.SUBJECT_ANSWER: frozenset({EXPORT}),
    kinds.READ: frozenset({PRESENT}),
    kinds.PURGE: frozenset({PURGE}),
    kinds.ACCOUNT: frozenset({ACCOUNTS, RESET}),
    kinds.RATING: frozenset({MACHINE}),
    kinds.CLOCK: frozenset({PRESENT}),
    kinds.JOURNAL: frozenset({MACHINE}),
    kinds.REKEY: frozenset({MACHINE}),
}
"""Entries by any one of which rights they may be written at a desk; a kind not named is refused."""


def rights_of(roles: Collection[str]) -> frozenset[str]:
    """All rights of some roles, and `MACHINE`, which everybody has."""
    return frozenset({MACHINE}).union(*(ROLE_RIGHTS.get(role, frozenset()) for role in roles))
