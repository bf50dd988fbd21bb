"""The record of what staff did that is no entry of a dossier: log-ins, accounts, dossiers and scans opened.

It names accounts, dossiers' numbers and units, never a citizen. It is only ever added to.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import insert, select

from sync.center.store import staff_tables as tables
from sync.center.store.opening import Center
from sync.center.store.rows import CenterRows
from sync.center.units.tree import center_rows
from sync.model.moment import iso_minute

PAGE = 100
ACTS = {
    "login": "Đăng nhập",
    "login-half": "Nhập đúng mật khẩu, chờ mã xác nhận",
    "login-refused": "Đăng nhập không được",
    "locked": "Tài khoản tạm khóa",
    "logout": "Đăng xuất",
    "password": "Đổi mật khẩu",
    "proved": "Xác nhận lại trước việc quan trọng",
    "sessions-ended": "Đăng xuất nơi khác",
    "staff-sessions-ended": "Kết thúc các phiên của tài khoản",
    "factor-on": "Bật xác nhận hai bước",
    "factor-off": "Tắt xác nhận hai bước",
    "factor-reset": "Đặt lại xác nhận hai bước của tài khoản",
    "factor-codes": "Lập mã khôi phục mới",
    "factor-code-used": "Dùng một mã khôi phục",
    "factor-rule": "Đặt ai phải có xác nhận hai bước",
    "staff-reset": "Đặt lại tài khoản tại máy chủ",
    "log-exported": "Tải nhật ký",
    "exposed-read": "Xem danh sách hồ sơ trên máy mất",
    "exposed-exported": "Tải danh sách hồ sơ trên máy mất",
    "first-administrator": "Tạo quản trị viên đầu tiên",
    "staff-added": "Thêm tài khoản",
    "staff-changed": "Sửa tài khoản",
    "staff-disabled": "Ngừng tài khoản",
    "staff-enabled": "Dùng lại tài khoản",
    "link": "Cấp liên kết đặt mật khẩu",
    "account-code": "Đọc mã đặt lại mật khẩu cho cán bộ xã",
    "dossier-opened": "Mở hồ sơ",
    "scan-opened": "Xem bản chụp",
    "decided": "Chuyển trạng thái hồ sơ",
    "forwarded": "Chuyển hồ sơ",
    "worked": "Giải quyết hồ sơ",
    "worked-many": "Giải quyết nhiều hồ sơ",
    "delivered": "Nhận bàn giao theo danh sách",
    "handed-over": "Bàn giao hồ sơ của một người",
    "process": "Đặt quy trình",
    "release-drafted": "Soạn bản công bố danh mục",
    "release-dropped": "Bỏ bản soạn danh mục",
    "release-published": "Công bố danh mục",
    "report-exported": "Tải báo cáo",
    "unit-saved": "Thêm hoặc sửa đơn vị",
    "units-merged": "Sáp nhập đơn vị",
    "unit-split": "Tách đơn vị",
    "purged": "Hủy hồ sơ hết thời hạn bảo quản",
    "invited": "Lập thư mời",
    "withdrawn": "Thu lại thư mời",
    "revoked": "Thu hồi máy",
    "message-sent": "Gửi thông báo, chỉ đạo cho đơn vị",
    "notice-again": "Gửi lại thông báo",
    "notice-off": "Ngừng thông báo cho hồ sơ",
    "notice-on": "Thông báo tiếp cho hồ sơ",
    "notice-words": "Sửa mẫu thông báo",
    "notice-ways": "Đặt cách gửi thông báo",
    "admitted": "Cho tính dữ liệu cách ly",
    "api-key-added": "Cấp khóa cho hệ thống khác",
    "api-key-revoked": "Thu hồi khóa của hệ thống khác",
    "api-read": "Hệ thống khác đọc hồ sơ đầy đủ",
    "api-imported": "Nhận hồ sơ từ hệ thống khác",
}
"""Every act that is recorded, in words."""
GROUPS: dict[str, tuple[str, tuple[str, ...]]] = {
    "login": ("Đăng nhập, đăng xuất", ("login", "login-half", "logout", "proved", "factor-code-used")),
    "refused": ("Đăng nhập không được, bị khóa", ("login-refused", "locked")),
    "accounts": (
        "Tài khoản, đặt lại, xác nhận hai bước, khóa hệ thống",
        (
            *("password", "first-administrator", "link", "staff-reset", "sessions-ended"),
            *("staff-added", "staff-changed", "staff-disabled", "staff-enabled", "staff-sessions-ended"),
            *("factor-on", "factor-off", "factor-reset", "factor-codes", "factor-rule"),
            *("api-key-added", "api-key-revoked"),
        ),
    ),
    "reads": (
        "Xem hồ sơ, bản chụp, dữ liệu có người",
        ("dossier-opened", "scan-opened", "exposed-read", "api-read"),
    ),
    "exports": ("Tải về, xuất tệp", ("report-exported", "log-exported", "exposed-exported")),
    "machines": (
        "Máy quầy, đơn vị",
        ("revoked", "admitted", "invited", "withdrawn", "unit-saved", "units-merged"),
    ),
}
"""Acts by what an auditor looks for."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the record; `at` is ISO 8601 to the minute."""

    id: int
    at: str
    login: str
    act: str
    what: str

    @property
    def words(self) -> str:
        """The act in Vietnamese."""
        return ACTS.get(self.act, self.act)


def record(center: Center, rows: CenterRows, staff: int, login: str, act: str, what: str = "") -> None:
    """Adds a line inside an open transaction."""
    values = {
        "at": iso_minute(center.clock()),
        "staff": staff,
        "login": login[:60],
        "act": act,
        "what": what[:200],
    }
    rows.execute(insert(tables.staff_log), values)


@dataclass(frozen=True, slots=True)
class Sought:
    """Which lines: of an account, of a group of acts (`GROUPS`), of the days from and to (ISO 8601, both
    included); what is empty does not matter."""

    login: str = ""
    group: str = ""
    since: str = ""
    until: str = ""


def lines(
    center: Center,
    *,
    login: str = "",
    before: int | None = None,
    sought: Sought | None = None,
    most: int = PAGE,
) -> list[Line]:
    """The newest lines (of one account), at most `most` and those before the line `before`."""
    t, sought = tables.staff_log.c, sought or Sought(login)
    login = sought.login
    query = select(t.id, t.at, t.login, t.act, t.what).order_by(t.id.desc()).limit(most)
    if before is not None:
        query = query.where(t.id < before)
    if sought.group in GROUPS:
        query = query.where(t.act.in_(GROUPS[sought.group][1]))
    if sought.since:
        query = query.where(t.at >= sought.since)
    if sought.until:
        query = query.where(t.at < sought.until + "U")  # behind every time of that day: they go on with T
    with center.store.snapshot() as ledger:
        connection = center_rows(ledger).connection
        if login:
            s = tables.staff.c
            staff = connection.scalar(select(s.id).where(s.login == login))
            query = query.where(t.staff == (-1 if staff is None else staff))
        return [Line(int(row.id), row.at, row.login, row.act, row.what) for row in connection.execute(query)]
