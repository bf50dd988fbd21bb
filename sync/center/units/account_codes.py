"""A code that lets an officer of a commune set a new password, read out by telephone: no line is needed.

The staff asks who is calling, as they would before handing out a key, and types the letters that stand on the
officer's screen; the answer works at that machine, for that account, once. What was answered is recorded.
"""

from __future__ import annotations

from dataclasses import dataclass

from sync.center.staff.record import record
from sync.center.store.opening import Center
from sync.center.store.trouble import CenterError
from sync.center.units.restored import nodes_of
from sync.center.units.revoking import is_revoked
from sync.center.units.tree import center_rows, read_units
from sync.identity.phone_codes import NoQuestion, answer_to, clean_question, desk_of
from sync.model import kinds
from sync.model.text import nfc_line


@dataclass(frozen=True, slots=True)
class AccountCode:
    """The answer, and of which desk the question was."""

    unit: str
    desk: int
    login: str
    code: str


def account_code(center: Center, question: str, login: str, by: str, staff: int = 0) -> AccountCode:
    """The answer to a desk's question for an account. `by`: who decided it, after knowing the caller.

    Raises `CenterError` for letters that are no question, or a desk that is unknown or revoked.
    """
    try:
        asked, prefix = clean_question(question), desk_of(question)
    except NoQuestion as wrong:
        raise CenterError(
            "Mã trên màn hình của quầy không đúng.", "Đọc lại từng nhóm bốn chữ rồi nhập lại."
        ) from wrong
    name, person = login.strip().lower()[:40], nfc_line(by)
    if not name or not person:
        raise CenterError("Cần tên đăng nhập của người xin mã và họ tên người quyết định.")
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        known = [one for unit in read_units(rows) for one in nodes_of(rows, unit.code)]
        found = [one for one in known if one.node.startswith(prefix) and one.role == kinds.DESK]
        found = [one for one in found if not is_revoked(rows, one.node)]
        if len(found) != 1:
            raise CenterError(
                "Không có quầy nào của trung tâm này hỏi mã đó.",
                "Kiểm tra quầy đã ghi danh với trung tâm này và chưa bị thu hồi (motcua center nodes).",
            )
        desk = found[0]
        code = answer_to(asked, name, center.keys, desk.keys.seal, desk.node)
        what = f"{name} – {desk.unit}, quầy {desk.desk}, người quyết định: {person}"
        record(center, rows, staff, "", "account-code", what)
    return AccountCode(desk.unit, desk.desk, name, code)
