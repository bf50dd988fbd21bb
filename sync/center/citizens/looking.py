"""Looking a dossier up by its number or its slip's QR code: its state and its due time, and nothing else.

Whatever is asked, the same work is done and the same words are said of all that is not shown: an unknown
number, a wrong one, one that two dossiers bear, a slip that is not genuine. How often one address may ask
is limited over all processes together.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import select

from sync.center.staff.tries import Rate, tried
from sync.center.store import tables
from sync.center.store.opening import Center
from sync.center.store.rows import CenterRows
from sync.center.units.tree import center_rows
from sync.center.work.listing import AT_HOME
from sync.identity.keys import NotGenuine
from sync.journal.ledger import Ledger
from sync.model.dossier import Dossier
from sync.model.number import NumberRefused, parse_number
from sync.model.slip_code import CONTEXT, MAX_DIGITS, SlipCodeError, SlipRecord, decode, signed_bytes
from sync.model.status import CLOCK_ENDED, Status

RATE: Final = Rate("lookup", 20, 600)
"""Twenty questions from one address in ten minutes: a family's slips, and no list of a commune's day."""
MAX_ASKED: Final = 2 * MAX_DIGITS
_NOBODYS: Final = ("", None)
ANNULLED: Final = "annulled"


class AskedTooOften(Exception):
    """One address asked more often than `RATE`."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a citizen is told: `state` is a status or `ANNULLED`; `due_at` None: no time limit runs."""

    number: str
    state: str
    due_at: datetime | None


def look_up(center: Center, asked: str, address: str) -> Shown | None:
    """What is told of a number or a slip's digits; None: nothing is. Raises `AskedTooOften`."""
    if not tried(center, RATE, address):
        raise AskedTooOften
    number, record = _read(asked)
    with center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        found = _found(rows, number, record)
        dossier = ledger.dossier(*found) if found is not None else None
        if dossier is None or not (record is None or _genuine(ledger, asked)):
            return None
        return _shown(dossier)


def _shown(dossier: Dossier) -> Shown:
    state = ANNULLED if dossier.annulled is not None else str(dossier.status)
    waits = dossier.status in (Status.SUPPLEMENT, Status.FEE_DUE)
    ended = dossier.status in CLOCK_ENDED or dossier.annulled is not None
    return Shown(dossier.number, state, None if ended or waits else dossier.due_at)


def _read(asked: str) -> tuple[str, SlipRecord | None]:
    text = "".join(asked[:MAX_ASKED].split())
    try:
        record = decode(text)[0]
        return record.number, record
    except SlipCodeError:
        pass
    try:
        return str(parse_number(text.upper())), None
    except NumberRefused:
        return _NOBODYS


def _found(rows: CenterRows, number: str, record: SlipRecord | None) -> tuple[str, bytes] | None:
    t = tables.dossiers.c
    query = select(t.channel, t.id).where(t.number == number, AT_HOME).limit(3)
    places = [(str(channel), bytes(one)) for channel, one in rows.connection.execute(query)]
    if record is not None:
        places = [one for one in places if one[1] == record.dossier]
    return places[0] if len(places) == 1 and number else None


def _genuine(ledger: Ledger, asked: str) -> bool:
    record, signature = decode("".join(asked[:MAX_ASKED].split()))
    signer = ledger.rows.node(record.node)
    if signer is None:
        return False
    try:
        signer.keys.verify(CONTEXT, signed_bytes(record), signature)
    except NotGenuine:
        return False
    return True
