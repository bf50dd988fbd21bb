"""The one place that says which catalogue is in force at a center on a day: what ships, and the releases.

Read once for each state of the center's own channel, in which its releases are, and day.
"""

from __future__ import annotations

from datetime import date

from sync.catalogue.catalogue import Catalogue, load_shipped
from sync.catalogue.chain import Chain
from sync.catalogue.published import published_over
from sync.center.store.opening import Center
from sync.center.store.released import chain_in
from sync.center.units.tree import center_rows
from sync.journal.ledger import Ledger
from sync.model.heads import root_of
from sync.model.moment import day_of

_MOST_KEPT = 8
_chains: dict[bytes, Chain] = {}
_kept: dict[tuple[bytes, date], Catalogue] = {}
"""By the heads of the channel."""


def chain_of(center: Center, ledger: Ledger | None = None) -> Chain:
    """The releases published at this center; `ledger` where a transaction is open."""
    if ledger is None:
        with center.store.snapshot() as reading:
            return chain_of(center, reading)
    tip = root_of(ledger.heads(center.channel))
    found = _chains.get(tip)
    if found is None:
        found = chain_in(center_rows(ledger), center.channel)
        if len(_chains) >= _MOST_KEPT:
            _chains.clear()
        _chains[tip] = found
    return found


def catalogue_of(center: Center, ledger: Ledger | None = None, day: date | None = None) -> Catalogue:
    """The catalogue in force on a day, of today where none is said."""
    if ledger is None:
        with center.store.snapshot() as reading:
            return catalogue_of(center, reading, day)
    on, tip = day or day_of(center.clock()), root_of(ledger.heads(center.channel))
    found = _kept.get((tip, on))
    if found is None:
        found = published_over(load_shipped(), chain_of(center, ledger).releases, on)
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        _kept[tip, on] = found
    return found
