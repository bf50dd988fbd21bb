"""Officers with accounts for tests, and passwords that cost no time."""

from __future__ import annotations

from desk_app.operations.accounts import add_account, first_administrator
from desk_app.operations.desk import Desk
from desk_app.operations.login import LoginSession, log_in
from sync.model.accounts import Account
from sync.model.dossier import Officer

PASSWORD = "một câu dài dễ nhớ"
OWN = "một câu của riêng mình"


def quick_passwords(monkeypatch: object) -> None:
    """A verifier is the password itself behind a mark: the true ones cost a sixth of a second each."""
    put = monkeypatch.setattr  # type: ignore[attr-defined]
    put("desk_app.operations.accounts.verifier_of", lambda password: f"$plain${password}")
    put("desk_app.operations.login.is_password", lambda password, kept: kept == f"$plain${password}")


def add(desk: Desk, login: str, *roles: str, name: str = "Lê Văn Thử") -> Account:
    """An account that was added by the one who is logged in; its password is `PASSWORD`, temporary."""
    by = desk.session.officer if desk.session else Officer("1", "Cán bộ tiếp nhận")
    return add_account(desk, f"{name} {login}", login, roles, PASSWORD, by).value


def in_use(desk: Desk, login: str, *roles: str) -> LoginSession:
    """An officer of those roles, logged in, with a password of their own."""
    from desk_app.operations.accounts import change_own_password

    if not desk.session:
        first_administrator(desk, "Trần Thị Quản", "quan", PASSWORD)
        log_in(desk, "quan", PASSWORD)
    add(desk, login, *roles)
    log_in(desk, login, PASSWORD)
    change_own_password(desk, PASSWORD, OWN)
    assert desk.session is not None
    return desk.session
