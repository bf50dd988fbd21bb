"""Changes of an officer's account: the entry of kind ``account``, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sync.acts.move import Checked, Made, written
from sync.model import kinds
from sync.model.accounts import LOGIN, MAX_NAME, ROLES
from sync.model.dossier import Officer


def change_account(  # noqa: PLR0913 - one for each field
    identity: str,
    height: int,
    why: str,
    *,
    officer: Officer,
    now: datetime,
    login: str | None = None,
    name: str | None = None,
    roles: Collection[str] | None = None,
    active: bool | None = None,
    verifier: str | None = None,
    temporary: bool | None = None,
) -> Made:
    """A change of the account `identity` (16 hex digits); what is None stays. `height`: 1 + the greatest
    known of this account; `verifier` a PHC string; `why`: added, changed, password, reset, code or first."""
    say = Checked()
    fields: dict[str, Any] = {}
    if login is not None:
        fields["login"] = login.strip().lower()
        if not LOGIN.match(fields["login"]):
            say.wrong(
                "login", "Tên đăng nhập gồm 3–40 chữ thường không dấu, số, dấu . _ -; bắt đầu bằng chữ."
            )
    if name is not None:
        fields["name"] = say.line(name, "name", "Cần ghi họ và tên.", MAX_NAME)
    if roles is not None:
        wrong = sorted(set(roles) - set(ROLES))
        if wrong:
            say.wrong("roles", f"Không có vai trò “{wrong[0][:40]}”; các vai trò: {', '.join(ROLES)}.")
        elif not roles:
            say.wrong("roles", "Chọn ít nhất một vai trò.")
        fields["roles"] = [one for one in ROLES if one in roles]
    fields |= {
        key: value
        for key, value in (("active", active), ("verifier", verifier), ("temporary", temporary))
        if value is not None
    }
    return say.mistakes or written(kinds.ACCOUNT, officer, now, id=identity, height=height, why=why, **fields)
