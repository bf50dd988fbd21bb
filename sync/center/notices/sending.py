"""Sending: each notice is claimed in a transaction, handed over outside of one, and noted in another.

What was claimed and never noted may have left: it becomes doubtful, and only a person sends it again. Any
number of processes may send at once.
"""

from __future__ import annotations

import logging
import os
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select, update
from sqlalchemy.exc import DBAPIError

from sync.center.notices.gateway import send_sms
from sync.center.notices.handing import Handed, Message, Outcome
from sync.center.notices.mail import send_mail
from sync.center.notices.ways import MAIL_KEY, SMS_KEY, mail_way, sms_way
from sync.center.notices.wording import values_of, wording_of
from sync.center.store.log import log
from sync.center.store.notice_tables import citizen_notices, citizen_notices_off
from sync.center.store.noticing import Ways, resting, ways_of
from sync.center.store.occasions import AGES, EMAIL, SMS, address_of, masked, occasions
from sync.center.store.opening import Center
from sync.center.store.rows import CenterRows
from sync.center.store.store import SetBack
from sync.center.units.tree import center_rows, read_units
from sync.journal.ledger import Ledger
from sync.model.moment import iso_minute
from sync.model.text import without_marks

EVERY_SECONDS: Final = 30.0
STALE_SECONDS: Final = 900
"""A notice claimed that long ago and not noted: whoever claimed it is gone."""
MAX_TRIES: Final = 10
_FIRST_WAIT: Final = 60
_LONGEST_WAIT: Final = 3600
_END_SECONDS: Final = 40.0
_AT_ONCE: Final = 50

Send = Callable[[Message, datetime], Handed]


@dataclass
class Sent:
    """What a run came to: how many by state; `resting`: the center was restored, somebody must turn it on."""

    states: Counter[str] = field(default_factory=Counter)
    resting: bool = False


@dataclass(frozen=True, slots=True)
class _Claimed:
    id: int
    way: str
    tries: int
    message: Message


def senders(ways: Ways, environment: Mapping[str, str] = os.environ) -> dict[str, Send]:
    """What hands over by each way in use."""
    made: dict[str, Send] = {}
    if ways.mail:
        mail = mail_way(ways.mail)
        made[EMAIL] = lambda message, now: send_mail(mail, environment.get(MAIL_KEY, ""), message, now)
    if ways.sms:
        sms = sms_way(ways.sms)
        made[SMS] = lambda message, _now: send_sms(sms, environment.get(SMS_KEY, ""), message)
    return made


def send_some(center: Center, most: int = _AT_ONCE, *, going: Callable[[], bool] = lambda: True) -> Sent:
    """Sends what is due, at most `most` notices; stops between two when `going` says so.

    A way that nobody answers on is left alone for the rest of the run.
    """
    done = Sent()
    with center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        ways, now = ways_of(rows), int(center.clock().timestamp())
        done.resting = resting(rows, ways)
        left = bool(_abandoned(rows, now))
        ids = _due(rows, now, most) if ways.on and not done.resting else []
    if left:
        done.states["doubtful"] += _doubt(center)
    send, dead = senders(ways), set[str]()
    for one in ids:
        if not going():
            break
        claimed = _claim(center, one, ways, dead)
        if isinstance(claimed, str):
            done.states[claimed] += claimed != ""
            continue
        handed = send[claimed.way](claimed.message, center.clock())
        if not handed.reached:
            dead.add(claimed.way)
        done.states[_note(center, claimed, handed)] += 1
    return done


def _abandoned(rows: CenterRows, now: int) -> list[int]:
    t = citizen_notices.c
    query = select(t.id).where(t.state == "sending", t.claimed < now - STALE_SECONDS)
    return [int(one) for one in rows.connection.scalars(query)]


def _due(rows: CenterRows, now: int, most: int) -> list[int]:
    t = citizen_notices.c
    query = select(t.id).where(t.state == "waiting", t.due <= now).order_by(t.due, t.id).limit(most)
    return [int(one) for one in rows.connection.scalars(query)]


def _doubt(center: Center) -> int:
    with center.store.transaction() as ledger:
        rows, now = center_rows(ledger), center.clock()
        left = _abandoned(rows, int(now.timestamp()))
        for one in left:
            _set(rows, one, state="doubtful", problem="cut", at=iso_minute(now))
        return len(left)


def _set(rows: CenterRows, one: int, **values: Any) -> None:
    rows.execute(update(citizen_notices).where(citizen_notices.c.id == one).values(**values))


def _claim(center: Center, one: int, ways: Ways, dead: set[str]) -> _Claimed | str:
    """What to hand over; else the state it came to instead (empty: another process has it, or it waits)."""
    with center.store.transaction() as ledger:
        rows, now = center_rows(ledger), center.clock()
        t = citizen_notices.c
        row = rows.connection.execute(
            select(citizen_notices).where(t.id == one, t.state == "waiting")
        ).first()
        if row is None or row.way in dead:
            return ""
        why, message, way = _message(center, ledger, row, ways)
        if message is None:
            _set(rows, one, state="dropped", problem=why, at=iso_minute(now))
            return "dropped"
        if way in dead:
            return ""
        claimed = int(now.timestamp())
        _set(rows, one, state="sending", way=way, address=masked(message.to), claimed=claimed)
        return _Claimed(one, way, int(row.tries), message)


def _message(center: Center, ledger: Ledger, row: Any, ways: Ways) -> tuple[str, Message | None, str]:
    """(why not, the message, by which way) of a notice as its dossier stands at this moment."""
    rows, now = center_rows(ledger), center.clock()
    off = citizen_notices_off.c
    stopped = select(off.at).where(off.channel == row.channel, off.dossier == row.dossier)
    if rows.connection.scalar(stopped) is not None:
        return "off", None, ""
    dossier = ledger.dossier(row.channel, bytes(row.dossier))
    at = occasions(dossier).get(row.occasion) if dossier is not None else None
    if dossier is None or at is None:
        return "past", None, ""
    if now - at > AGES[row.occasion]:
        return "old", None, ""
    way, address = next(((w, a) for w in ways.on if (a := address_of(dossier, w))), ("", ""))
    if not address:
        return "no-address", None, ""
    names = {one.code: one.name for one in read_units(rows)}
    values = values_of(dossier, names.get(dossier.unit, dossier.unit), ways.lookup)
    wording = wording_of(center, ledger)
    if way == SMS:
        text = wording.said(row.occasion, "sms", values)
        plain = sms_way(ways.sms).plain
        return "", Message(address, without_marks(text) if plain else text), way
    name = f"{bytes(row.dossier).hex()}.{row.occasion}"
    subject, text = (wording.said(row.occasion, part, values) for part in ("subject", "mail"))
    return "", Message(address, text, subject, name), way


def _note(center: Center, one: _Claimed, handed: Handed) -> str:
    """Notes what came of it; the state it is in now."""
    now, tries = center.clock(), one.tries + 1
    state = {Outcome.SENT: "sent", Outcome.REFUSED: "failed", Outcome.DOUBTFUL: "doubtful"}.get(
        handed.outcome, "waiting" if tries < MAX_TRIES else "failed"
    )
    wait = min(_FIRST_WAIT * 2 ** min(tries - 1, 10), _LONGEST_WAIT)
    with center.store.transaction() as ledger:
        _set(
            center_rows(ledger),
            one.id,
            state=state,
            problem=handed.problem,
            at=iso_minute(now),
            tries=tries,
            due=int(now.timestamp()) + wait,
        )
    return state


@contextmanager
def noticing(center: Center) -> Iterator[None]:
    """While the block lasts, notices that are due go out in the background. A hub sends none."""
    if center.upstream is not None:
        yield
        return
    ended = threading.Event()
    thread = threading.Thread(target=_send_on, args=(center, ended), name="notices", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join(_END_SECONDS)


def _send_on(center: Center, ended: threading.Event) -> None:
    while not ended.is_set():
        try:
            done = send_some(center, going=lambda: not ended.is_set())
            if done.states.total():
                log("notices", sent=done.states["sent"], refused=done.states["failed"])
        except SetBack as error:
            log("notices ended", level=logging.ERROR, error=type(error).__name__)
            return
        except (DBAPIError, OSError) as error:  # nothing is lost: the next run goes on
            log("notices", level=logging.ERROR, error=type(error).__name__)
        ended.wait(EVERY_SECONDS)
