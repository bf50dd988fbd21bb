"""Exchanging with the center: blocking, so it runs in the sync thread or on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desk_app.domain.mistakes import DeskError
from desk_app.operations.desk import Desk
from desk_app.operations.outcome import Changes, Outcome
from desk_app.operations.receipts import SyncState, sync_state
from desk_app.operations.troubles import in_words, link_in_words, problem_in_words
from desk_app.store.driver import StoreTrouble
from sync.protocol.ports import Post

__all__ = ["SyncReport", "SyncState", "http_post_to", "sync_state", "synchronise"]


@dataclass(frozen=True, slots=True)
class SyncReport:
    """One synchronisation, counted in entries. `problem` says in words why it did not (wholly) work.

    `retry_after` seconds is the center's own wish, where it said one.
    """

    reached: bool
    sent: int = 0
    received: int = 0
    acknowledged: int = 0
    pending: int = 0
    problem: str = ""
    retry_after: float | None = None


def http_post_to(address: str, pins: Sequence[bytes] = ()) -> Post:
    """The way to a center's address, to TLS keys of these pins alone where there are any.

    requests is loaded here and not before.
    """
    from sync.links.http import HttpLink

    return HttpLink(address, pins=pins).post


PACE = "pace"
"""Note: bytes of entries the line last carried in one message, for the next run, of whichever process."""


def _pace_of(desk: Desk) -> int:
    with desk.reading() as ledger:
        raw = ledger.rows.note(PACE) or b""
    from sync.protocol import limits

    return min(limits.MAX_BUDGET, max(limits.MIN_BUDGET, int(raw))) if raw.isdigit() else limits.FIRST_BUDGET


def synchronise(desk: Desk, post: Post | None = None) -> Outcome[SyncReport]:
    """Exchanges until nothing more is to be said. Being offline is a report, not an error.

    Raises `DeskError` when the desk is not enrolled or its store is in trouble.
    """
    from sync.protocol.engine import Pace, drain

    settings = desk.trust()
    center = settings.center
    if center is None:
        raise DeskError(
            "Quầy này chưa ghi danh với trung tâm nào.", "Xin thư mời của trung tâm rồi chạy “motcua enrol”."
        )
    before = _pace_of(desk)
    pace = Pace(before)
    way = post or http_post_to(settings.center_address, settings.center_pins)
    try:
        done = drain(desk.store, desk.keys, center, way, desk.clock, pace)
    except StoreTrouble as trouble:
        raise in_words(trouble) from trouble
    failure = done.failure
    problem = link_in_words(failure) if failure else problem_in_words(done.problem)
    with desk.writing() as ledger:
        ledger.rows.put_note("sync-problem", problem.encode("utf-8") or None)
        if pace.size != before:
            ledger.rows.put_note(PACE, str(pace.size).encode("ascii"))
    report = SyncReport(
        reached=done.reached,
        sent=done.sent,
        received=done.received,
        acknowledged=done.acknowledged,
        pending=done.pending,
        problem=problem,
        retry_after=failure.retry_after if failure else None,
    )
    return Outcome(report, Changes(dossiers=bool(done.received or done.acknowledged), sync=True))
