"""What part of the center somebody sees: everything, or a unit, those below it and those merged into it."""

from __future__ import annotations

from collections.abc import Iterable

from sync.center.store.rows import CenterRows
from sync.center.units.tree import Unit, read_units
from sync.model.dossier import Dossier

Scope = frozenset[str] | None
"""Codes of units; None: all of them."""


def scope_of(rows: CenterRows, unit: str) -> Scope:
    """The scope of somebody of `unit` (empty: of the whole center)."""
    return below(read_units(rows), unit) if unit else None


def below(units: Iterable[Unit], unit: str) -> frozenset[str]:
    """A unit, all that stand under it, and all that were merged into one of these."""
    known, found = list(units), {unit}
    while True:
        more = {one.code for one in known if (one.parent in found or one.successor in found)} - found
        if not more:
            return frozenset(found)
        found |= more


def sees(scope: Scope, dossier: Dossier) -> bool:
    """Whether a dossier was received in the scope, or is to be had there."""
    return scope is None or dossier.unit in scope or any(unit in scope for unit in dossier.sent_to)
