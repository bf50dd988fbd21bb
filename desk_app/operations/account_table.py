"""The unit's accounts as this desk knows them, folded from the journals.

The small table repeats the fold without the passwords' verifiers, because every operation asks it; it follows
from the entries and is written in the transaction that brings one, or after the exchange that did.
"""

from __future__ import annotations

from typing import Any, Final

from desk_app.operations.desk import Desk
from desk_app.store.tables import rows_of, tables_of
from sync.journal.ledger import Ledger
from sync.model import kinds
from sync.model.accounts import (
    NO_ACCOUNTS,
    ROLES,
    Account,
    AccountChange,
    Accounts,
    Order,
    account_change_in,
    fold_accounts,
)
from sync.model.bodies import Unreadable, unpack

ACCOUNTS: Final = "accounts"
"""The setting that repeats the fold: {on, accounts: [{id, login, name, roles, active, password (bool),
temporary}]}."""
_LAST_DAY: Final = 3_652_059
"""Ordinal of the last date there is."""


def fold_held(ledger: Ledger, channel: str) -> Accounts:
    """The accounts that the channel's entries make, with their passwords' verifiers."""
    roles = kinds.KINDS[kinds.ACCOUNT].roles
    changes: list[tuple[AccountChange, Order]] = []
    for entry in rows_of(ledger).unit_entries(channel, kinds.ACCOUNT, 0, _LAST_DAY):
        if entry.text is None or ledger.roles.get(entry.journal.node) not in roles:
            continue
        try:
            change = account_change_in(unpack(entry.text))
        except Unreadable:
            continue  # kept, passed on, without effect
        changes.append((change, (change.height, *entry.order[1:])))
    return fold_accounts(changes)


def accounts_now(desk: Desk) -> Accounts:
    """The accounts as every operation asks for them: without verifiers, of which only whether there is one
    is said (`Account.usable`)."""
    desk.held = _repeated(desk.tables.setting(ACCOUNTS))
    return desk.held


def put_accounts(ledger: Ledger, held: Accounts) -> bool:
    """Writes the table anew in an open transaction; whether anything changed."""
    tables, plain = tables_of(ledger), _plain(held)
    before = tables.setting(ACCOUNTS)
    if before == plain or (before is None and not held.by_id):
        return False
    if before and before["on"] and not held.on:
        return False  # a desk that asks for a log-in goes on asking, whatever its journals lost
    tables.put_setting(ACCOUNTS, plain)
    return True


def apply_accounts(desk: Desk) -> bool:
    """Puts the accounts that came in with an exchange in force here; whether anything changed."""
    with desk.reading() as ledger:
        held, before = fold_held(ledger, desk.settings.channel), desk.tables.setting(ACCOUNTS)
    changed = bool(held.by_id) and before != _plain(held)
    if changed:
        with desk.writing() as ledger:
            changed = put_accounts(ledger, fold_held(ledger, desk.settings.channel))
    accounts_now(desk)
    return changed


def _plain(held: Accounts) -> dict[str, Any]:
    return {
        "on": held.on,
        "accounts": [
            {
                "id": one.id,
                "login": one.login,
                "name": one.name,
                "roles": [role for role in ROLES if role in one.roles],
                "active": one.active,
                "password": bool(one.verifier),
                "temporary": one.temporary,
            }
            for one in held.by_id.values()
        ],
    }


def _repeated(raw: Any) -> Accounts:
    if not raw:
        return NO_ACCOUNTS
    found = {
        row["id"]: Account(
            row["id"],
            row["login"],
            row["name"],
            frozenset(row["roles"]),
            row["active"],
            "*" if row["password"] else "",
            row["temporary"],
        )
        for row in raw["accounts"]
    }
    return Accounts(found, {}, raw["on"])
