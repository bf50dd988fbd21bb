"""The audit log's words: what an entry says was done, and what it changed, before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sync.model import kinds
from sync.model.dossier import Dossier
from sync.model.words import dong

KIND_WORDS: Final[Mapping[str, str]] = {
    kinds.JOURNAL: "Mở sổ gốc mới",
    kinds.CERTIFICATE: "Trung tâm cấp chứng nhận cho máy",
    kinds.LEASE: "Trung tâm cấp dải số hồ sơ",
    kinds.REVOCATION: "Trung tâm thu hồi máy",
    kinds.ADMITTED: "Cho phép tính lại phần ghi của máy đã thu hồi",
    kinds.REKEY: "Xin đổi khóa của máy",
    kinds.CLOCK: "Xác nhận ngày giờ của máy",
    kinds.RECEIVED: "Tiếp nhận hồ sơ",
    kinds.IMPORTED: "Nhận hồ sơ từ nơi khác",
    kinds.STATUS: "Chuyển trạng thái hồ sơ",
    kinds.APOLOGY: "Xin lỗi và hẹn lại ngày trả",
    kinds.HANDOVER: "Bàn giao hồ sơ",
    kinds.CORRECTED: "Đính chính hồ sơ, cấp lại phiếu",
    kinds.REBUILT: "Dựng lại hồ sơ từ phiếu",
    kinds.PAYMENT: "Thu tiền",
    kinds.LOCATED: "Ghi nơi để hồ sơ",
    kinds.FORWARDED: "Chuyển hồ sơ đi",
    kinds.ARRIVED: "Nhận kết quả về quầy",
    kinds.ACCEPTED: "Nhận hồ sơ chuyển đến",
    kinds.CARRIED: "Nhận phần ghi của nơi khác",
    kinds.RECALLED: "Không tính phần ghi của máy đã thu hồi",
    kinds.CALLED: "Gọi cho người dân",
    kinds.NOTED: "Ghi chú",
    kinds.ANNULLED: "Hủy tiếp nhận",
    kinds.UNDONE: "Rút lại một việc đã ghi",
    kinds.RATING: "Người dân đánh giá",
    kinds.SHIFT: "Kết ca",
    kinds.REFUSED: "Từ chối tiếp nhận",
    kinds.SUBJECT_REQUEST: "Ghi yêu cầu về dữ liệu cá nhân",
    kinds.SUBJECT_ANSWER: "Trả lời yêu cầu về dữ liệu cá nhân",
    kinds.SETTING: "Đổi cài đặt chung",
    kinds.ACCOUNT: "Đổi tài khoản",
    kinds.UNIT: "Trung tâm đổi danh sách đơn vị",
    kinds.RELEASE: "Trung tâm ban hành danh mục",
    kinds.MESSAGE: "Trung tâm gửi thông báo",
    kinds.READ: "Đọc thông báo",
    kinds.PURGE: "Xóa nội dung theo quy định",
    kinds.ATTACHED: "Đính kèm tệp",
    kinds.DETACHED: "Gỡ tệp đính kèm",
    kinds.DELIVERED: "Nhận bàn giao hồ sơ",
    kinds.ASSIGNED: "Phân công",
    kinds.APPRAISED: "Thẩm định",
    kinds.CONSULTED: "Lấy ý kiến",
    kinds.ANSWERED: "Ghi ý kiến đã trả lời",
    kinds.APPROVED: "Phê duyệt",
    kinds.REWORKED: "Trả lại để làm lại",
    kinds.SEALED: "Đóng dấu, phát hành",
}
"""Each kind, without anybody's name. A test holds that none is left out."""
UNKNOWN: Final = "Việc do phiên bản phần mềm mới hơn ghi"
PURGED: Final = "nội dung đã được xóa theo quy định"
ACCESS_WORDS: Final = {"shown": "Xem hồ sơ", "printed": "In giấy tờ", "exported": "Xuất dữ liệu"}
LOGIN_WORDS: Final = {
    "in": "Đăng nhập",
    "wrong": "Đăng nhập sai mật khẩu",
    "locked": "Đăng nhập sai mật khẩu, phải chờ",
    "waiting": "Thử đăng nhập khi còn phải chờ",
    "freed": "Cho một tên đăng nhập thử lại ngay",
}
_WHY_WORDS: Final = {
    "added": "thêm",
    "changed": "sửa",
    "password": "tự đổi mật khẩu",
    "reset": "đặt lại mật khẩu",
    "code": "đặt lại mật khẩu bằng mã của trung tâm",
    "first": "quản trị viên đầu tiên",
}
STATUS, DUE, FEE, PAID, ASSIGNED = "Trạng thái", "Hạn trả", "Phí, lệ phí", "Đã thu", "Người xử lý"


@dataclass(frozen=True, slots=True)
class Change:
    """What was one thing before and another after; empty: nothing was there."""

    what: str
    before: str
    after: str

    @property
    def words(self) -> str:
        """``Hạn trả: 17:00 27/11/2026 → 17:00 30/11/2026``."""
        return f"{self.what}: {self.before or '–'} → {self.after or '–'}"


def changes_between(before: Dossier | None, after: Dossier) -> tuple[Change, ...]:
    """What of status, due time, fee, money taken and assignment is not as it was."""
    old, new = _standing(before), _standing(after)
    return tuple(
        Change(what, old.get(what, ""), said) for what, said in new.items() if old.get(what, "") != said
    )


def _standing(dossier: Dossier | None) -> dict[str, str]:
    if dossier is None or dossier.intake is None:
        return {}
    officer = dossier.work.officer
    return {
        STATUS: dossier.label,
        DUE: f"{dossier.due_at:%H:%M %d/%m/%Y}" if dossier.due_at else "",
        FEE: dong(dossier.intake.fee) if dossier.intake.fee else "",
        PAID: dong(dossier.paid) if dossier.paid else "",
        ASSIGNED: officer.name if officer else "",
    }


def kind_words(kind: str) -> str:
    """What such an entry does, in words without people."""
    return KIND_WORDS.get(kind, UNKNOWN)


def unit_act_words(kind: str, body: Mapping[str, Any]) -> tuple[str, str]:
    """An entry about no dossier: its subject (a code, never a person) and its words."""
    words = kind_words(kind)
    if kind == kinds.SETTING:
        return _short(body.get("key")), f"{words}: {_short(body.get('key'))}"
    if kind == kinds.ACCOUNT:
        why = _WHY_WORDS.get(str(body.get("why")), "")
        login = _short(body.get("login"))
        return login or _short(body.get("id")), f"{words}{f': {why}' if why else ''}{_of_account(body)}"
    if kind == kinds.SHIFT:
        said = (body.get("expected"), body.get("counted"))
        sums: Sequence[str] = [dong(one) for one in said if isinstance(one, int)]
        return "", f"{words}: sổ ghi {sums[0]}, đếm được {sums[1]}" if len(sums) == 2 else words
    if kind in (kinds.REFUSED, kinds.SUBJECT_REQUEST, kinds.SUBJECT_ANSWER):
        return _short(body.get("id")), words
    return "", words


def _of_account(body: Mapping[str, Any]) -> str:
    said = []
    roles = body.get("roles")
    if isinstance(roles, list):
        said.append(f"vai trò {', '.join(_short(one) for one in roles)}")
    if isinstance(body.get("active"), bool):
        said.append("mở" if body["active"] else "ngừng dùng")
    return f" ({'; '.join(said)})" if said else ""


def _short(value: object) -> str:
    return value[:60] if isinstance(value, str) else ""
