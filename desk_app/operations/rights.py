"""Who may do what now: the one who is logged in, against the table of rights."""

from __future__ import annotations

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import MACHINE, RIGHTS, rights_of
from desk_app.operations.account_table import accounts_now
from desk_app.operations.desk import Desk

_NOBODY = "Chưa có ai đăng nhập ở quầy này."
_TO_LOG_IN = "Đăng nhập bằng tài khoản của mình; dòng lệnh: --officer TÊN và MOTCUA_PASSWORD."


class RightRefused(DeskError):
    """Not permitted to the one who is logged in, or to nobody; `right` is what was needed."""

    def __init__(self, right: str, title: str, advice: str) -> None:
        super().__init__(title, advice)
        self.right = right


def rights_now(desk: Desk) -> frozenset[str]:
    """What may be done at the desk now. An open desk: everything; nobody logged in: what needs nobody."""
    held = accounts_now(desk)
    if not held.on:
        return frozenset(RIGHTS)
    session = desk.session
    if session is None:
        return frozenset({MACHINE})
    account = held.by_id.get(session.officer.id)
    if account is None or not account.active or session.must_change:
        return frozenset({MACHINE})
    return rights_of(account.roles)


def may(desk: Desk, right: str) -> bool:
    """Whether the one who is logged in may do what needs `right`; everybody may at an open desk."""
    return right in rights_now(desk)


def why_not(desk: Desk, *rights: str) -> str:
    """Why none of `rights` is held now, in words for a page that offers it greyed; empty: one is."""
    return "" if rights_now(desk).intersection(rights) else refusal(desk, rights[0]).title


def require(desk: Desk, right: str) -> None:
    """Raises `RightRefused` (a `DeskError`) unless `right` is held now."""
    if right not in RIGHTS:
        raise ValueError(f"no such right: {right}")
    if right in rights_now(desk):
        return
    raise refusal(desk, right)


def refusal(desk: Desk, right: str) -> RightRefused:
    """Why `right` is not held, in words."""
    session = desk.session
    if session is None:
        return RightRefused(right, _NOBODY, _TO_LOG_IN)
    if session.must_change:
        return RightRefused(
            right,
            "Mật khẩu hiện tại do người khác đặt nên phải đổi trước khi làm việc.",
            "Đổi mật khẩu của mình (dòng lệnh: motcua account password) rồi làm lại.",
        )
    account = accounts_now(desk).by_id.get(session.officer.id)
    if account is None or not account.active:
        return RightRefused(
            right, "Tài khoản này đã ngừng dùng.", "Liên hệ quản trị viên của đơn vị nếu cần mở lại."
        )
    return RightRefused(
        right,
        f"Tài khoản “{session.login}” không có quyền {RIGHTS[right]}.",
        "Đăng nhập bằng tài khoản có quyền này, hoặc nhờ quản trị viên của đơn vị giao thêm vai trò.",
    )
