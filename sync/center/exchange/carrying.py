"""Carrying between units at a center: entries into each other's channels, and the scans they name.

It has a transaction of its own after the one that admitted the entries: the channels of all that is carried
are locked in sorted order, which an exchange, that has one of them locked already, could not do.
"""

from __future__ import annotations

import logging
from collections.abc import Collection

from sync.center.exchange.scans import share_scans
from sync.center.store.log import log
from sync.center.store.opening import Center
from sync.center.units.tree import center_rows, read_units
from sync.journal.carriage import AT_ONCE, carry
from sync.journal.own import OwnJournals
from sync.journal.travelling import set_aside, to_be_carried
from sync.model.moment import day_of


def carry_waiting(center: Center) -> int:
    """Carries all that waits between units; how many dossiers were looked at. A hub carries nothing.

    What a crash left waiting is carried the next time this is called, whoever comes by. A dossier that
    cannot be carried is set aside and named in the log: it stops no other.
    """
    if center.upstream is not None:
        return 0
    done = 0
    while True:
        with center.store.snapshot() as ledger:
            waiting = to_be_carried(ledger.rows)[:AT_ONCE]
        if not waiting:
            return done
        try:
            _carry(center, waiting)
        except ValueError:
            for one in waiting:
                _carry_or_set_aside(center, one)
        done += len(waiting)


def _carry(center: Center, dossiers: Collection[bytes]) -> None:
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        known = {one.code for one in read_units(rows)}
        own = OwnJournals(ledger, center.keys, center.entropy)
        carry(own, day_of(center.clock()).toordinal(), known.__contains__, dossiers)
        for dossier in dossiers:
            share_scans(center, rows, dossier)


def _carry_or_set_aside(center: Center, dossier: bytes) -> None:
    try:
        _carry(center, [dossier])
    except ValueError as error:
        log("not carried", level=logging.ERROR, problem=dossier.hex()[:8], error=type(error).__name__)
        with center.store.transaction() as ledger:
            set_aside(ledger.rows, dossier)
