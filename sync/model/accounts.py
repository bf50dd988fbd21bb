"""Accounts of a unit's officers: what entries of kind ``account`` say, folded into who may log in.

An entry says one change of one account: the fields it leaves out stay as they were. Of each field the change
that is last in order counts: the greatest height (1 + the greatest height of the account its writer had
seen), then node, incarnation, seq and digest, as of shared settings. So two desks that changed one account
while apart agree on one state after both have exchanged, and an account that one desk made inactive does not
become active again because another desk changed its password.

An account is never erased: its id stands in what the officer did.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from sync.model.bodies import Unreadable, number, officer_in, text
from sync.model.dossier import Officer

RECEPTION: Final = "reception"
PROCESSING: Final = "processing"
LEADER: Final = "leader"
RECORDS: Final = "records"
ADMINISTRATOR: Final = "administrator"
AUDITOR: Final = "auditor"
ROLES: Final = (RECEPTION, PROCESSING, LEADER, RECORDS, ADMINISTRATOR, AUDITOR)
"""What an officer of a unit may be; one may be several."""
LOGIN: Final = re.compile(r"[a-z][a-z0-9._-]{2,39}\Z")
"""A log-in name. It never changes."""
ID: Final = re.compile(r"[0-9a-f]{16}\Z")
"""An account's id: 8 random bytes in hex, and the id of the officer it belongs to."""
MAX_NAME: Final = 120
MAX_VERIFIER: Final = 400
"""Characters of a PHC string: an argon2id one has about 110."""
_DOUBLE: Final = "~"
"""Before the number of a log-in name that two desks gave to two people; in no name that is typed."""

Order = tuple[Any, ...]
"""(height, node, incarnation, seq, digest): what stands later counts."""


@dataclass(frozen=True, slots=True)
class Account:
    """An officer who may log in. `verifier` is a PHC string (argon2id), empty before the first password;
    `temporary`: the password was set by another person and must be changed before anything else."""

    id: str
    login: str
    name: str
    roles: frozenset[str]
    active: bool
    verifier: str = ""
    temporary: bool = False

    @property
    def officer(self) -> Officer:
        """The officer as entries name them."""
        return Officer(self.id, self.name)

    @property
    def usable(self) -> bool:
        """Whether somebody can log in with it."""
        return self.active and bool(self.verifier)


@dataclass(frozen=True, slots=True)
class AccountChange:
    """One change of an account. `fields` holds what it changed: login, name, roles, active, verifier,
    temporary; `why` is one word: added, changed, password, reset, code, first."""

    id: str
    fields: Mapping[str, Any]
    height: int
    why: str
    by: Officer


@dataclass(frozen=True, slots=True)
class Accounts:
    """The accounts of a unit by id. `on` once an account was an administrator's and had a password: nothing
    turns it back, so that no order of changes leaves a unit's desks open to everybody."""

    by_id: Mapping[str, Account]
    heights: Mapping[str, int]
    on: bool

    def of_login(self, login: str) -> Account | None:
        """The account of a log-in name, in whatever case it was typed."""
        wanted = login.strip().lower()
        return next((one for one in self.by_id.values() if one.login == wanted), None)

    def administrators(self) -> list[Account]:
        """Those who can log in and administrate."""
        return [one for one in self.by_id.values() if one.usable and ADMINISTRATOR in one.roles]


NO_ACCOUNTS: Final = Accounts({}, {}, on=False)
"""Of a unit that is open."""


def account_change_in(body: Mapping[str, Any]) -> AccountChange:
    """The change of an ``account`` body. Raises `Unreadable`; unknown roles and fields are left out."""
    identity = text(body, "id", None)
    if not ID.match(identity):
        raise Unreadable("id: not an account's")
    fields: dict[str, Any] = {}
    if "login" in body:
        fields["login"] = text(body, "login", None)
        if not LOGIN.match(fields["login"]):
            raise Unreadable("login: not a log-in name")
    for name, longest in (("name", MAX_NAME), ("verifier", MAX_VERIFIER)):
        if name in body:
            fields[name] = text(body, name, None)
            if not 0 < len(fields[name]) <= longest:
                raise Unreadable(f"{name}: too long or empty")
    for name in ("active", "temporary"):
        if name in body:
            if not isinstance(body[name], bool):
                raise Unreadable(f"{name}: not true or false")
            fields[name] = body[name]
    if "roles" in body:
        roles = body["roles"]
        if not isinstance(roles, list) or not all(isinstance(one, str) for one in roles):
            raise Unreadable("roles: not a list of words")
        fields["roles"] = frozenset(roles) & frozenset(ROLES)
    return AccountChange(identity, fields, number(body, "height"), text(body, "why"), officer_in(body))


def fold_accounts(changes: Iterable[tuple[AccountChange, Order]]) -> Accounts:
    """The accounts that changes make, whatever order they come in.

    A log-in name that two desks gave to two people stays with the account of the lower id; the other has it
    with ``~2`` behind it, until an administrator adds that person anew. What has no login or name yet (its
    first change is still on its way) is not among them.
    """
    told: dict[str, dict[str, tuple[Order, Any]]] = {}
    heights: dict[str, int] = {}
    administrators: set[str] = set()
    secured: set[str] = set()
    for change, order in changes:
        fields = told.setdefault(change.id, {})
        heights[change.id] = max(heights.get(change.id, 0), change.height)
        for name, value in change.fields.items():
            if name not in fields or order > fields[name][0]:
                fields[name] = order, value
        if ADMINISTRATOR in change.fields.get("roles", ()):
            administrators.add(change.id)
        if change.fields.get("verifier"):
            secured.add(change.id)
    found = {
        identity: Account(
            identity,
            fields["login"][1],
            fields["name"][1],
            fields["roles"][1] if "roles" in fields else frozenset(),
            fields["active"][1] if "active" in fields else True,
            fields["verifier"][1] if "verifier" in fields else "",
            fields["temporary"][1] if "temporary" in fields else False,
        )
        for identity, fields in sorted(told.items())
        if "login" in fields and "name" in fields
    }
    return Accounts(_apart(found), heights, bool(administrators & secured))


def _apart(found: Mapping[str, Account]) -> dict[str, Account]:
    """The same accounts, each log-in name once."""
    times: dict[str, int] = {}
    apart: dict[str, Account] = {}
    for identity, one in found.items():
        times[one.login] = times.get(one.login, 0) + 1
        nth = times[one.login]
        apart[identity] = one if nth == 1 else replace(one, login=f"{one.login}{_DOUBLE}{nth}")
    return apart
