"""Exchanging with the center: blocking, so it runs in the sync thread or on the command line."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import MACHINE
from desk_app.operations.clear_papers import clear_papers
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.hubs import Hub, hub_of
from desk_app.operations.outcome import Changes, Outcome
from desk_app.operations.receipts import (
    FORGED,
    TRIED,
    SyncState,
    complete_since,
    forged_in_words,
    proof_in_words,
    sync_state,
)
from desk_app.operations.rekeying import go_on_under_next_key
from desk_app.operations.releases import apply_releases
from desk_app.operations.shared_facts import apply_shared
from desk_app.operations.troubles import in_words, link_in_words, problem_in_words
from desk_app.store.driver import StoreTrouble
from sync.identity.keys import PublicKeys
from sync.journal.ledger import Ledger
from sync.model.moment import day_of, iso_minute, parse_moment
from sync.protocol.ports import Post
from sync.protocol.retry import Pace

if TYPE_CHECKING:
    from desk_app.operations.scan_sync import Carried
    from sync.links.carrying import Wire
    from sync.protocol.draining import Drained
    from sync.protocol.receipts import Pending

__all__ = ["SyncReport", "SyncState", "http_post_to", "sync_state", "synchronise"]


@dataclass(frozen=True, slots=True)
class SyncReport:
    """One synchronisation, counted in entries. `problem` says in words why it did not (wholly) work.

    `via`: who was reached, ``hub`` or ``center``; `by_hub`: the hub answered, the center asked besides or
    not. `acknowledged` and `pending` are by the center's receipts alone. `proofs`: what the comparison with
    the center found damaged and put right, day by day, in words.
    `retry_after` seconds is the center's own wish, where it said one. `scans_pending` scans of this desk are
    not confirmed, `scans_to_hub` were given to the hub now; `scans_problem` says in words why some could not
    travel now. `complete_since`: dossiers older than that are still to come; `filling`: the next exchange may
    bring some at once.
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
    via: str = ""
    by_hub: bool = False
    scans_to_hub: int = 0
    complete_since: date | None = None
    filling: bool = False


def http_post_to(address: str, pins: Sequence[bytes] = ()) -> Post:
    """The way to a center's address, to TLS keys of these pins alone where there are any.

    requests is loaded here and not before.
    """
    from sync.links.http import HttpLink

    return HttpLink(address, pins=pins).post


def ways_to(address: str, pins: Sequence[bytes] = ()) -> tuple[Post, Wire]:
    """The ways of messages and of scans to an address."""
    from sync.links.tus import ScanLink

    link = ScanLink(address, pins=pins)
    return link.post, link.request


PACE, HUB_PACE = "pace", "pace-hub"
"""Notes: bytes of entries the line last carried in one message, for the next run, of whichever process."""
TRY_EVERY = timedelta(minutes=5)
HUB, CENTER = "hub", "center"
HUB_PATIENCE = timedelta(minutes=15)
"""What waits longer for the center's word is sent to the center itself, hub or no hub."""
HUB_SILENCE = timedelta(hours=1)
"""The center is asked itself when the hub has brought no receipt for so long."""


def _pace_of(desk: Desk, note: str) -> int:
    with desk.reading() as ledger:
        raw = ledger.rows.note(note) or b""
    from sync.protocol import limits

    return min(limits.MAX_BUDGET, max(limits.MIN_BUDGET, int(raw))) if raw.isdigit() else limits.FIRST_BUDGET


def _tried_lately(ledger: Ledger, now: datetime) -> bool:
    """Whether the center was asked besides the hub less than `TRY_EVERY` ago."""
    raw = ledger.rows.note(TRIED)
    return raw is not None and timedelta(0) <= now - parse_moment(raw.decode("ascii")) < TRY_EVERY


@needs(MACHINE)
def synchronise(
    desk: Desk,
    post: Post | None = None,
    wire: Wire | None = None,
    *,
    hub_post: Post | None = None,
    hub_wire: Wire | None = None,
    direct: bool = False,
) -> Outcome[SyncReport]:
    """Exchanges until nothing more is to be said. Being offline is a report, not an error.

    Where the commune has a hub it is asked first, and the center itself only when `direct` says so, the hub
    is silent, what it carries has not been confirmed for long, or scans wait. `post` and `wire`, `hub_post`
    and `hub_wire` are the ways in place of those over the network; with a post alone scans stay where they
    are. Raises `DeskError` when the desk is not enrolled or its store is in trouble.
    """
    settings = desk.trust()
    if settings.training:
        raise DeskError("Đây là quầy để tập nên không đồng bộ.", "Mở quầy thật để đồng bộ.")
    if settings.center is None:
        raise DeskError(
            "Quầy này chưa ghi danh với trung tâm nào.", "Xin thư mời của trung tâm rồi chạy “motcua enrol”."
        )
    clear_papers(desk.paths, desk.clock())
    with desk.reading() as ledger:
        desk.reload_keys(ledger)
    run = _Run(desk, settings.center)
    hub = hub_of(desk)
    if hub is not None and run.ask_hub(hub, hub_post, hub_wire) and not direct and not run.center_is_due():
        return run.told()
    if post is None:
        post, found = ways_to(settings.center_address, settings.center_pins)
        wire = wire or found
    run.ask_center(post, wire)
    return run.told()


class _Run:
    """One synchronisation: whom it reached, what came of it."""

    def __init__(self, desk: Desk, center: PublicKeys) -> None:
        from sync.protocol.proving import proof_news

        self.desk, self.center = desk, center
        self.by_hub: Drained | None = None
        self.by_center: Drained | None = None
        self.carried: Carried | None = None
        self.at_hub: Carried | None = None
        self.hub = b""
        with desk.reading() as ledger:
            self.known = proof_news(ledger)
        self.pending = self.against_center()
        self.covered = self.pending.covered

    def against_center(self) -> Pending:
        """Our own entries against the center's receipt in force; counted again after each exchange."""
        from sync.protocol.receipts import pending_entries

        with self.desk.reading() as ledger:
            return pending_entries(ledger, self.desk.keys.node, self.center.node)

    def ask_hub(self, hub: Hub, post: Post | None, wire: Wire | None) -> bool:
        """Exchanges with the hub, scans after the entries; whether it was reached."""
        from desk_app.operations.hub_scans import drain_hub

        if post is None:
            post, found = ways_to(hub.address)
            wire = wire or found
        desk, before = self.desk, _pace_of(self.desk, HUB_PACE)
        pace = Pace(before)
        try:
            done, self.at_hub, self.hub = drain_hub(desk, hub.keys, post, wire, pace, time.monotonic)
        except StoreTrouble as trouble:
            raise in_words(trouble) from trouble
        self._keep_pace(HUB_PACE, before, pace)
        self.pending = self.against_center()
        self.by_hub = done if done.reached else None
        return done.reached

    def ask_center(self, post: Post, wire: Wire | None) -> None:
        """Exchanges with the center itself, scans after the entries."""
        from desk_app.operations.scan_sync import drain_all
        from sync.protocol.proving import refold_marked

        before = _pace_of(self.desk, PACE)
        pace = Pace(before)
        try:
            self.by_center, self.carried = drain_all(
                self.desk, self.center, post, wire, pace, time.monotonic, hub=self.hub
            )
            refold_marked(self.desk.store)
        except StoreTrouble as trouble:
            raise in_words(trouble) from trouble
        self._keep_pace(PACE, before, pace)
        self.pending = self.against_center()
        if wire is not None and self.by_center.reached and not self.pending.entries:
            self._send_copy(wire)

    def _send_copy(self, wire: Wire) -> None:
        """Last of all the backup, where the administrator wants it at the center and one is due."""
        from desk_app.operations.center_copies import is_due, try_to_send

        if is_due(self.desk):
            try_to_send(self.desk, wire)

    def center_is_due(self) -> bool:
        """Whether the center is asked besides the hub; at most so often, for the line may be down."""
        from desk_app.operations.scan_sync import scans_pending, scans_wanted

        pending, now = self.pending, self.desk.clock()
        late = pending.oldest_at is not None and now - pending.oldest_at > HUB_PATIENCE
        silent = pending.as_of is None or now - pending.as_of > HUB_SILENCE
        with self.desk.reading() as ledger:
            older = complete_since(ledger, self.desk.settings.channel) is not None
        if older and not late and not silent:
            return True  # only the center has what is older, and it answers
        if not late and not silent and not scans_pending(self.desk) and not scans_wanted(self.desk):
            return False
        with self.desk.reading() as ledger:
            if _tried_lately(ledger, now):
                return False
        with self.desk.writing() as ledger:
            if _tried_lately(ledger, now):  # by another process, just now
                return False
            ledger.rows.put_note(TRIED, iso_minute(now).encode("ascii"))
        return True

    def told(self) -> Outcome[SyncReport]:
        """The report, and the trouble kept for whoever asks next."""
        from desk_app.operations.purge_traces import sweep_purged
        from desk_app.operations.scan_sync import scans_pending
        from sync.protocol.proving import proof_news

        runs = [one for one in (self.by_hub, self.by_center) if one is not None]
        last = self.by_center
        failure = last.failure if last is not None and self.by_hub is None else None
        problem = link_in_words(failure) if failure else problem_in_words(runs[-1].problem)
        with self.desk.reading() as ledger:
            noted = (ledger.rows.note("sync-problem") or b"").decode("utf-8")
            found = [one for one in proof_news(ledger) if one not in self.known]
            since = complete_since(ledger, self.desk.settings.channel)
        if noted != problem:  # beside a hub this runs every few seconds: no write where nothing changed
            with self.desk.writing() as ledger:
                ledger.rows.put_note("sync-problem", problem.encode("utf-8") or None)
        forged = self._forged()
        sweep_purged(self.desk)
        if go_on_under_next_key(self.desk):
            self.pending = self.against_center()
        pending, carried = self.pending, self.carried
        both = [one for one in (self.at_hub, carried) if one is not None]
        stopped = next((one.failure for one in reversed(both) if one.failure is not None), None)
        reached = CENTER if last is not None and last.reached else HUB if self.by_hub is not None else ""
        report = SyncReport(
            reached=bool(reached),
            sent=sum(one.sent for one in runs),
            received=sum(one.received for one in runs),
            acknowledged=max(0, pending.covered - self.covered),
            pending=pending.entries,
            problem=problem,
            proofs=(*(proof_in_words(one) for one in found), *([forged] if forged else [])),
            retry_after=failure.retry_after if failure else None,
            scans_sent=carried.sent if carried is not None else 0,
            scans_to_hub=self.at_hub.sent if self.at_hub is not None else 0,
            scans_pending=scans_pending(self.desk),
            scans_problem=link_in_words(stopped) if stopped else "",
            via=reached,
            by_hub=self.by_hub is not None,
            complete_since=since,
            filling=last is not None and last.filling and bool(last.received) and last.failure is None,
        )
        moved = sum(one.fetched + one.sent for one in both)
        news = report.received or report.acknowledged or moved
        applied = bool(report.received) and apply_shared(self.desk)
        published = bool(report.received) and apply_releases(self.desk)
        common = applied or published  # a shared setting may be a fee
        changed = Changes(dossiers=bool(news), catalogue=common, sync=True, settings=common)
        return Outcome(report, changed)

    def _forged(self) -> str:
        """What was refused because no seal of its writer proves it, in words; kept for the sync page."""
        for source, run in ((HUB, self.by_hub), (CENTER, self.by_center)):
            if run is None or not any(one.startswith(("segment:", "seal:")) for one in run.refusals.values()):
                continue
            day = day_of(self.desk.clock())
            with self.desk.writing() as ledger:
                ledger.rows.put_note(FORGED, f"{day.isoformat()} {source}".encode("ascii"))
            return forged_in_words(day, by_hub=source == HUB)
        return ""

    def _keep_pace(self, note: str, before: int, pace: Pace) -> None:
        if pace.size != before:
            with self.desk.writing() as ledger:
                ledger.rows.put_note(note, str(pace.size).encode("ascii"))
