"""Who works on dossiers in one unit: those a dossier can be given to, and those who still have some."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from sync.center.staff.accounts import member_of
from sync.center.staff.roles import Role
from sync.center.store import staff_tables as tables
from sync.center.store.opening import Center
from sync.center.units.tree import center_rows

_WORKING = frozenset({Role.RECEPTION, Role.SPECIALIST, Role.LEADER, Role.RECORDS})


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of a unit, by log-in name. `active`: the account may be used."""

    login: str
    name: str
    roles: frozenset[Role]
    active: bool

    @property
    def words(self) -> str:
        """The name with what the person is."""
        told = ", ".join(one.label.lower() for one in Role if one in self.roles)
        return f"{self.name} – {told}" + ("" if self.active else " (đã ngừng tài khoản)")


def colleagues(center: Center, unit: str, *, former: bool = False) -> tuple[Colleague, ...]:
    """Who works on dossiers in exactly this unit (empty: the center's own offices), by name; `former`:
    also those whose account was closed or whose role was taken away."""
    t = tables.staff
    with center.store.snapshot() as ledger:
        rows = center_rows(ledger).connection.execute(select(t).where(t.c.unit == unit)).all()
    found = [Colleague(one.login, one.name, one.roles, one.active) for one in map(member_of, rows)]
    fit = [one for one in found if former or (one.active and one.roles & _WORKING)]
    return tuple(sorted(fit, key=lambda one: (not one.active, one.name, one.login)))
