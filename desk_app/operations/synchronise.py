"""Exchanging with the center: blocking, so it runs in the sync thread or on the command line."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk_app.domain.mistakes import DeskError
from desk_app.operations.desk import Desk
from desk_app.operations.outcome import Changes, Outcome
from desk_app.operations.receipts import SyncState, proof_in_words, sync_state
from desk_app.operations.troubles import in_words, link_in_words, problem_in_words
from desk_app.store.driver import StoreTrouble
from sync.protocol.ports import Post

if TYPE_CHECKING:
    from sync.links.carrying import Wire

__all__ = ["SyncReport", "SyncState", "http_post_to", "sync_state", "synchronise"]


@dataclass(frozen=True, slots=True)
class SyncReport:
    """One synchronisation, counted in entries. `problem` says in words why it did not (wholly) work.

    `proofs`: what the comparison with the center found damaged and put right, day by day, in words.
    `retry_after` seconds is the center's own wish, where it said one. `scans_pending` scans of this desk are
    not confirmed; `scans_problem` says in words why some could not travel now.
    """

    reached: bool
    sent: int = 0
    received: int = 0
    acknowledged: int = 0
    pending: int = 0
    problem: str = ""
    proofs: tuple[str, ...] = ()
    retry_after: float | None = None
    scans_sent: int = 0
    scans_pending: int = 0
    scans_problem: str = ""


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


def synchronise(desk: Desk, post: Post | None = None, wire: Wire | None = None) -> Outcome[SyncReport]:
    """Exchanges until nothing more is to be said. Being offline is a report, not an error.

    `post` and `wire` carry messages and scans in place of the center's address; with a `post` alone scans
    stay where they are. Raises `DeskError` when the desk is not enrolled or its store is in trouble.
    """
    from desk_app.operations.scan_sync import drain_all, scans_pending
    from sync.protocol.proving import proof_news, refold_marked
    from sync.protocol.retry import Pace

    settings = desk.trust()
    center = settings.center
    if center is None:
        raise DeskError(
            "Quầy này chưa ghi danh với trung tâm nào.", "Xin thư mời của trung tâm rồi chạy “motcua enrol”."
        )
    before = _pace_of(desk)
    pace = Pace(before)
    if post is None:
        from sync.links.tus import ScanLink

        link = ScanLink(settings.center_address, pins=settings.center_pins)
        post, wire = link.post, wire or link.request
    with desk.reading() as ledger:
        told = proof_news(ledger)
    try:
        done, carried = drain_all(desk, center, post, wire, pace, time.monotonic)
        refold_marked(desk.store)
    except StoreTrouble as trouble:
        raise in_words(trouble) from trouble
    failure = done.failure
    problem = link_in_words(failure) if failure else problem_in_words(done.problem)
    with desk.writing() as ledger:
        ledger.rows.put_note("sync-problem", problem.encode("utf-8") or None)
        if pace.size != before:
            ledger.rows.put_note(PACE, str(pace.size).encode("ascii"))
        found = [one for one in proof_news(ledger) if one not in told]
    report = SyncReport(
        reached=done.reached,
        sent=done.sent,
        received=done.received,
        acknowledged=done.acknowledged,
        pending=done.pending,
        problem=problem,
        proofs=tuple(proof_in_words(one) for one in found),
        retry_after=failure.retry_after if failure else None,
        scans_sent=carried.sent,
        scans_pending=scans_pending(desk),
        scans_problem=link_in_words(carried.failure) if carried.failure else "",
    )
    news = done.received or done.acknowledged or carried.sent or carried.fetched
    return Outcome(report, Changes(dossiers=bool(news), sync=True))
