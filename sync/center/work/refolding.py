"""After an update of the program: rows that an older fold wrote are written anew, a few at a time."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import select, tuple_
from sqlalchemy.exc import DBAPIError

from sync.center.store import tables
from sync.center.store.log import log
from sync.center.store.opening import Center
from sync.center.store.recounting import count_ratings_once
from sync.center.store.rows import CenterRows
from sync.center.store.store import SetBack
from sync.center.units.tree import center_rows
from sync.model.fold import FOLD_VERSION
from sync.reports.facts import FACTS_VERSION

_NOTE = "refolded"
_DONE = b"done"
_VERSION = f"{FOLD_VERSION}.{FACTS_VERSION}"
"""Of the fold, and of what figures count."""
_REST_SECONDS = 0.02
"""Between two transactions, so that exchanges and pages come in."""


@contextmanager
def refolding(center: Center) -> Iterator[None]:
    """While the block lasts, rows of an older fold are written anew in the background, as long as there
    are any."""
    ended = threading.Event()
    thread = threading.Thread(target=_refold_all, args=(center, ended), name="refold", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def is_counting(rows: CenterRows) -> bool:
    """Whether dossiers of an older program are not in the figures yet."""
    return _place(rows.note(_NOTE)) is not None


def _refold_all(center: Center, ended: threading.Event) -> None:
    try:
        while not ended.is_set() and refold_some(center):
            ended.wait(_REST_SECONDS)
    except (DBAPIError, SetBack) as error:  # the next start goes on
        log("not refolded", level=logging.ERROR, error=type(error).__name__)


def refold_some(center: Center, limit: int = 200) -> int:
    """Looks at up to `limit` dossiers after the last one looked at and folds anew those an older fold
    wrote; how many it looked at (0: none is left). Where it got to is a note, so it may be cut off
    anywhere and run beside the server, by any number of processes: what is folded twice is the same.
    """
    t = tables.dossiers.c
    with center.store.snapshot() as ledger:
        if _place(ledger.rows.note(_NOTE)) is None:
            return 0
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        place = _place(rows.note(_NOTE))
        if place is None:
            return 0
        count_ratings_once(rows)
        query = select(t.channel, t.id, t.fold_version, t.counted).order_by(t.channel, t.id).limit(limit)
        found = rows.connection.execute(query.where(tuple_(t.channel, t.id) > place)).all()
        old: dict[str, list[bytes]] = {}
        for channel, one, version, counted in found:
            if version != FOLD_VERSION or counted not in (0, FACTS_VERSION):
                old.setdefault(channel, []).append(bytes(one))
        for channel in sorted(old):
            rows.lock(channel)
            ledger.refold(channel, old[channel])
        rows.put_note(_NOTE, _note(found[-1][0], bytes(found[-1][1])) if len(found) == limit else _end())
        return len(found)


def _end() -> bytes:
    return _VERSION.encode() + b" " + _DONE


def _note(channel: str, dossier: bytes) -> bytes:
    return f"{_VERSION} {dossier.hex()} {channel}".encode()


def _place(raw: bytes | None) -> tuple[str, bytes] | None:
    """After which row to go on: the first one for a new version; None when all is done."""
    version, _, rest = (raw or b"0 ").decode("utf-8").partition(" ")
    if version != _VERSION:
        return "", b""
    if rest.encode() == _DONE:
        return None
    dossier, _, channel = rest.partition(" ")
    return channel, bytes.fromhex(dossier)
