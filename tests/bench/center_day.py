"""A day's dossiers sent to a center by all its desks while its staff look at pages, over real HTTP."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from sync.identity.keys import NodeKeys
from sync.journal.own import Draft, OwnJournals
from sync.model import kinds
from sync.model.bodies import intake_out, officer_out, pack
from sync.model.entry import DOSSIER_BYTES
from sync.model.moment import day_of, iso_minute
from sync.protocol.ports import EXCHANGE_PATH, MEDIA_TYPE
from tests.bench import samples
from tests.bench.center_pages import Known, Look, Pace, browse, fetch
from tests.bench.center_place import Person, Place, Sizes, Used, used
from tests.bench.country import AT_ONCE, Session
from tests.bench.country_center import now, unit_code
from tests.bench.timing import percentile

EACH = 5
"""Dossiers that a desk has new when it exchanges: about what it receives in an hour."""
ENTRIES = 2
"""Of each dossier: received, passed on to be processed."""
SAMPLES = 500
_DESK_NUMBERS = 1000


class Desk(Session):
    """A desk in memory that receives dossiers of its own commune, today, under its own numbers."""

    def __init__(self, number: int, desk: int, center: NodeKeys, root: str) -> None:
        super().__init__(number, desk, center, root)
        self.unit, self.desk = unit_code(number), desk
        self.serial = self.desk * _DESK_NUMBERS
        self.place = number * 7 + desk
        self.new: list[tuple[bytes, str]] = []

    def receive(self, place: int, count: int) -> None:
        """The next dossiers, each received and passed on; `place`: where in the samples."""
        at = now().replace(second=0, microsecond=0)
        drafts = []
        for n in range(count):
            self.serial += 1
            sample = samples.dossiers(SAMPLES)[(place + n) % SAMPLES]
            number = f"{self.unit}-{at:%y%m%d}-{self.serial:04d}"
            due = at + (sample.due_at - sample.received_at)
            intake = replace(
                sample, number=number, received_at=at, due_at=due, unit=self.unit, desk=self.desk
            )
            name = os.urandom(DOSSIER_BYTES)
            passed = {"at": iso_minute(at), "to": "processing", "by": officer_out(intake.officer)}
            drafts += [Draft(kinds.RECEIVED, intake_out(intake), name)]
            drafts += [Draft(kinds.STATUS, pack(passed), name)]
            self.new.append((name, number))
        with self.store.transaction() as ledger:
            OwnJournals(ledger, self.keys, os.urandom).append(self.channel, drafts, day_of(at).toordinal())

    def acknowledged(self, known: Known) -> None:
        """The center has all: whoever looks may find it."""
        known.add(self.unit, self.new)
        self.new = []


@dataclass(frozen=True, slots=True)
class Day:
    """What was measured: seconds each, sorted or by page; `before` and `after` of the processes; `driver`:
    processor time of the desks and people themselves, who share the machine."""

    entries: int
    seconds: float
    exchanges: Sequence[float]
    pages: Sequence[tuple[Look, float]]
    before: Used
    after: Used
    driver: float

    @property
    def p95(self) -> float:
        """Milliseconds of all pages."""
        return percentile(sorted(spent for _look, spent in self.pages), 95) * 1e3

    @property
    def note(self) -> str:
        """What it cost."""
        center = self.after.center - self.before.center
        told = f"{self.entries / self.seconds:,.0f} entries/s; the center's CPU {center:.1f} s"
        if self.after.database_memory or self.after.database:
            database = self.after.database - self.before.database
            told += f", its database's {database:.1f} s ({self.after.database_memory:.0f} MiB)"
        return (
            f"{told} of {self.seconds:.0f} s, {self.after.memory:.0f} MiB; desks and browsers, on the same"
            f" machine, {self.driver:.1f} s"
        )


def day(
    place: Place, served: tuple[str, int], desks: Sequence[Desk], people: Sequence[Person], known: Known,
    sizes: Sizes,
) -> Day:  # fmt: skip
    """The dossiers of `sizes`, evenly over its seconds, from each desk in turn; people look meanwhile.

    An exchange's time runs from when its desk had sealed it, and longer if the desk could not come when it
    was due because the one before was not answered yet.
    """
    address, pid = served
    pace = Pace(sizes.think, sizes.evenly)
    exchanges = -(-sizes.dossiers // EACH)
    each = sizes.seconds / exchanges
    before, own, start = used(place, pid), time.process_time(), time.perf_counter()
    until = start + sizes.seconds

    def carry(lane: int) -> list[float]:
        found = []
        for turn in range(exchanges):
            at = turn % len(desks)
            if at % AT_ONCE == lane:
                count = min(EACH, sizes.dossiers - turn * EACH)
                found.append(_exchanged(address, desks[at], count, start + turn * each, known))
        return found

    with ThreadPoolExecutor(AT_ONCE + len(people)) as pool:
        lanes = [pool.submit(carry, lane) for lane in range(AT_ONCE)]
        looking = [
            pool.submit(browse, address, one, known, until, pace, seed) for seed, one in enumerate(people)
        ]
        taken = sorted(spent for one in lanes for spent in one.result())
        seconds = time.perf_counter() - start
        pages = [one for person in looking for one in person.result()]
    driver = time.process_time() - own
    return Day(ENTRIES * sizes.dossiers, seconds, taken, pages, before, used(place, pid), driver)


def _exchanged(address: str, desk: Desk, count: int, due: float, known: Known) -> float:
    time.sleep(max(0.0, due - time.perf_counter()))
    late = time.perf_counter() - due
    desk.place += count
    desk.receive(desk.place, count)
    question = desk.ask()
    began = time.perf_counter()
    answer = fetch(address, "POST", EXCHANGE_PATH, question.sealed, **{"Content-Type": MEDIA_TYPE})
    spent = time.perf_counter() - began
    assert desk.hear(question, answer) == 0, "not everything was acknowledged"
    desk.acknowledged(known)
    return late + spent
