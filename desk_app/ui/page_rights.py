"""Which pages are offered to whom. The operations behind them refuse whatever was not to be offered."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from desk_app.domain.rights import (
    APPROVE,
    COUNTER,
    FIGURES,
    PRESENT,
    QUEUE,
    READ,
    RECEIVE,
    SEAL,
    WORK,
)

NEEDS: Final = {
    "F2": frozenset({RECEIVE}),
    "F3": frozenset({READ}),
    "F4": frozenset({COUNTER, WORK, APPROVE, SEAL}),
    "F5": frozenset({READ}),
    "F6": frozenset({FIGURES}),
    "F7": frozenset({QUEUE}),
    "F8": frozenset({PRESENT}),
    "F10": frozenset({PRESENT}),
    "F11": frozenset({PRESENT}),
}
"""Any one of which rights a page is offered by."""


def may_open(rights: Collection[str]) -> frozenset[str]:
    """The keys of the pages that some rights open."""
    return frozenset(key for key, needed in NEEDS.items() if not needed.isdisjoint(rights))
