"""The officers of a desk."""

from __future__ import annotations

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import MACHINE, PRESENT, SETTINGS
from desk_app.operations.accounts import accounts, accounts_on
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.outcome import Changes, Outcome
from desk_app.operations.rights import refusal
from desk_app.store.tables import DeskTables, tables_of
from sync.model.dossier import Officer
from sync.model.text import TextRefused, nfc_line

MAX_NAME = 120
_CHANGES = Changes(settings=True)


@needs(MACHINE)
def officers(desk: Desk) -> list[Officer]:
    """The officers, in the order they were added; not those who left. With accounts on: those in use, and
    none while nobody is logged in, for a list of names is half of what a stranger needs."""
    if not accounts_on(desk):
        return desk.tables.officers()
    return [one.officer for one in accounts(desk) if one.active] if desk.session else []


@needs(MACHINE)
def officer_named(desk: Desk, wanted: str | None) -> Officer:
    """The officer of an id or a name; the first when none is named. Raises `DeskError`."""
    if accounts_on(desk):
        return _acting(desk, wanted)
    known = desk.tables.officers()
    for officer in known:
        if wanted in (None, "", officer.id, officer.name):
            return officer
    names = ", ".join(f"{one.id} – {one.name}" for one in known)
    raise DeskError(f"Không có cán bộ “{(wanted or '')[:40]}”.", f"Chọn một trong: {names}.")


def _acting(desk: Desk, wanted: str | None) -> Officer:
    """The one who is logged in; with accounts nobody acts in another's name."""
    session = desk.session
    if session is None:
        raise refusal(desk, PRESENT)
    if wanted in (None, "", session.officer.id, session.officer.name, session.login):
        return session.officer
    raise DeskError("Chỉ làm được bằng tài khoản đang đăng nhập.", "Đăng nhập đúng tài khoản rồi làm lại.")


def officer_line(name: str) -> str:
    """An officer's name as it is kept. Raises `DeskError` for one that cannot be."""
    try:
        line = nfc_line(name)
    except TextRefused as error:
        raise DeskError(error.title, error.advice) from error
    if not line or len(line) > MAX_NAME:
        raise DeskError("Tên cán bộ phải có từ 1 đến 120 ký tự.")
    return line


@needs(SETTINGS)
def add_officer(desk: Desk, name: str) -> Outcome[Officer]:
    """A new officer. Raises `DeskError` for an empty or doubled name."""
    line = officer_line(name)
    _refuse_with_accounts(desk)
    with desk.writing() as ledger:
        tables = tables_of(ledger)
        _refuse_double(tables, line)
        officer = tables.add_officer(line)
    return Outcome(officer, _CHANGES)


@needs(SETTINGS)
def rename_officer(desk: Desk, identity: str, name: str) -> Outcome[Officer]:
    """Another name for an officer; entries and papers made before keep the old one. Raises `DeskError`."""
    line = officer_line(name)
    _refuse_with_accounts(desk)
    with desk.writing() as ledger:
        tables = tables_of(ledger)
        _refuse_unknown(tables, identity)
        _refuse_double(tables, line, but=identity)
        tables.rename_officer(identity, line)
    return Outcome(Officer(identity, line), _CHANGES)


@needs(SETTINGS)
def retire_officer(desk: Desk, identity: str) -> Outcome[None]:
    """An officer who left is offered no more. Raises `DeskError` for the last one."""
    _refuse_with_accounts(desk)
    with desk.writing() as ledger:
        tables = tables_of(ledger)
        _refuse_unknown(tables, identity)
        if len(tables.officers()) == 1:
            raise DeskError("Quầy phải còn ít nhất một cán bộ.", "Thêm người thay trước rồi cho thôi.")
        tables.retire_officer(identity)
    return Outcome(None, _CHANGES)


def _refuse_with_accounts(desk: Desk) -> None:
    if accounts_on(desk):
        raise DeskError(
            "Đơn vị đang dùng tài khoản nên cán bộ là các tài khoản.",
            "Thêm hoặc sửa tài khoản (motcua account add, motcua account change).",
        )


def _refuse_unknown(tables: DeskTables, identity: str) -> None:
    if identity not in (held.id for held in tables.officers()):
        raise DeskError("Cán bộ này không còn trong danh sách.", "Mở lại trang Cài đặt rồi chọn lại.")


def _refuse_double(tables: DeskTables, line: str, but: str = "") -> None:
    if line in (held.name for held in tables.officers() if held.id != but):
        raise DeskError(f"Đã có cán bộ tên “{line}”.", "Thêm chữ đệm hoặc chức danh để phân biệt.")
