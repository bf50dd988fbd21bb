"""A forgotten password resolved by the center, over the telephone: nothing is lost and no line is needed.

The desk shows a question, the officer reads it out, the center's answer lets a new password be set
(`sync.identity.phone_codes`). One question stands at a time, in the database, and five wrong answers end it.
"""

from __future__ import annotations

from typing import Any, Final

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import MACHINE
from desk_app.operations.account_table import accounts_now
from desk_app.operations.accounts import password_by_code
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.outcome import NOTHING, Outcome
from desk_app.store.tables import tables_of
from sync.identity.keys import PublicKeys
from sync.identity.phone_codes import answer_to, is_answer, new_question
from sync.model.accounts import Account

_SETTING: Final = "account_question"
TRIES: Final = 5


@needs(MACHINE)
def ask_center(desk: Desk, login: str) -> Outcome[str]:
    """The question to read out to the center, new each time. Raises `DeskError` where no center knows the
    desk. It says nothing of whether there is such an account."""
    _center(desk)
    question = new_question(desk.keys.node, desk.entropy)
    with desk.writing() as ledger:
        kept = {"login": login.strip().lower(), "question": question, "left": TRIES}
        tables_of(ledger).put_setting(_SETTING, kept)
    return Outcome(question, NOTHING)


@needs(MACHINE)
def answer_center(desk: Desk, login: str, code: str, password: str) -> Outcome[Account]:
    """Sets the account's new password with the center's answer. Where nobody is left who administrates the
    unit's accounts, the account also becomes one that does. Raises `DeskError`."""
    center, name = _center(desk), login.strip().lower()
    with desk.writing() as ledger:
        tables = tables_of(ledger)
        kept: dict[str, Any] = tables.setting(_SETTING) or {}
        asked = kept.get("login") == name and kept.get("left", 0) > 0
        if asked:
            tables.put_setting(_SETTING, kept | {"left": kept["left"] - 1})
    if not asked:
        raise DeskError(
            "Chưa có câu hỏi nào đang chờ mã của trung tâm cho tên đăng nhập này.",
            "Lấy mã hỏi mới (motcua account ask) rồi gọi trung tâm.",
        )
    right = answer_to(kept["question"], name, desk.keys, center.seal, desk.keys.node)
    account = accounts_now(desk).of_login(name)
    if account is None or not is_answer(code, right):
        raise DeskError(
            "Mã của trung tâm không đúng cho máy và tên đăng nhập này.",
            f"Đọc lại từng nhóm; còn {kept['left'] - 1} lần, sau đó phải lấy mã hỏi mới.",
        )
    done = password_by_code(desk, account.id, password)
    with desk.writing() as ledger:
        tables_of(ledger).put_setting(_SETTING, None)
    return done


def _center(desk: Desk) -> PublicKeys:
    center = desk.trust().center
    if center is None:
        raise DeskError(
            "Quầy này chưa nối với trung tâm nào nên không xin mã được.",
            "Nhờ một quản trị viên hoặc lãnh đạo của đơn vị đặt lại mật khẩu.",
        )
    return center
