"""A province's center under load: a day in ten minutes, five million dossiers stored, projections anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sync.center.staff.accounts import Member
from sync.model.dossier import Intake
from tests.bench import samples
from tests.bench.center_day import ENTRIES, SAMPLES, Day, Desk, day
from tests.bench.center_pages import LOOKS, Known, alone
from tests.bench.center_place import Place, Sizes, hire, logged_in, settle
from tests.bench.center_rows import pattern_intakes, raw_copy, rebuilt, store_rows
from tests.bench.country import Round, exchanged
from tests.bench.country_center import DESKS
from tests.bench.figures import Goal, Row
from tests.bench.registry import Run, bench
from tests.bench.stored import own_places
from tests.bench.timing import percentile

PAGE = Goal(300)
EXCHANGE = Goal(500)
FLOORS = {"SQLite": "executemany of the same rows", "PostgreSQL": "COPY of the same rows"}


@bench("center load on SQLite", apart=True)
def on_sqlite(run: Run) -> Iterator[Row]:
    """An encrypted file."""
    with own_places(run):
        yield from _loaded(Place(run.scratch / "center", ""), Sizes.of(run))


@bench("center load on PostgreSQL", slow=True, apart=True)
def on_postgres(run: Run) -> Iterator[Row]:
    """A server of this run's own, whose commits wait for the disk. It lies in the temporary folder."""
    from tests.center.databases import postgres_cluster

    with own_places(run), postgres_cluster(durable=True) as url:
        yield from _loaded(Place(run.scratch / "center", url), Sizes.of(run))


def _loaded(place: Place, sizes: Sizes) -> Iterator[Row]:
    with place.open() as center:
        settle(center, sizes.communes)
        desks = [
            Desk(number, desk, center.keys, center.unit)
            for desk in range(1, DESKS + 1)
            for number in range(sizes.communes)
        ]
        members = hire(center, sizes.staff, sizes.communes)
        people = logged_in(center, members)
    known = Known(sizes.communes, tuple(one.owner.full_name for one in _received(sizes)))
    with place.served() as server:
        assert server.process is not None
        served = server.address, server.process.pid
        for desk in desks:
            desk.receive(desk.place, sizes.at_first)
        burst = exchanged(*served, desks, ENTRIES * sizes.at_first * len(desks))
        for desk in desks:
            desk.acknowledged(known)
        alone(server.address, people[0], known, 1)  # a center that runs has shown every page
        under_load = day(place, served, desks, people, known, sizes)
        server.stop()
    with place.open() as center:
        entries, floor = raw_copy(center)
        made, seconds = rebuilt(center)
    yield _burst_row(place, burst, floor / entries)
    yield from _day_rows(place, under_load, sizes)
    yield Row(
        f"center on {place.database}: a dossier's projection made anew from its journal",
        "ms",
        seconds / made * 1e3,
        note=f"{made / seconds:,.0f} dossiers/s, {made:,} in {seconds:.1f} s, sums recounted and right",
    )
    yield from _stored_rows(place, desks, members, known, sizes)


def _received(sizes: Sizes) -> tuple[Intake, ...]:
    """What the desks receive, and what stored rows are made after."""
    return samples.dossiers(SAMPLES) + pattern_intakes(sizes.stored)


def _burst_row(place: Place, burst: Round, floor: float) -> Row:
    p50, p95, p99 = (percentile(burst.latencies, share) * 1e3 for share in (50, 95, 99))
    return Row(
        f"center on {place.database}, {burst.exchanges:,} desks at once for the first time: an entry",
        "ms",
        burst.seconds / burst.entries * 1e3,
        floor * 1e3,
        FLOORS[place.database],
        note=f"{burst.entries / burst.seconds:,.0f} entries/s, an exchange p50 {p50:.0f} ms, p95 {p95:.0f},"
        f" p99 {p99:.0f}, the center's CPU {burst.cpu / burst.exchanges * 1e3:.1f} ms each; with chains,"
        " seals and signatures checked, folded, indexed",
    )


def _words(place: Place, sizes: Sizes, stored: int) -> str:
    behind = f", {stored:,} stored" if stored else ""
    return f"center on {place.database}{behind}, {sizes.dossiers:,} dossiers in {sizes.seconds} s"


def _day_rows(place: Place, found: Day, sizes: Sizes, stored: int = 0) -> Iterator[Row]:
    """Rows of a day; with `stored` one for each page, else one for each kind of page."""
    words = _words(place, sizes, stored)
    p50, p95, p99 = (percentile(found.exchanges, share) * 1e3 for share in (50, 95, 99))
    told = f"{len(found.exchanges):,} exchanges, p50 {p50:.0f} ms, p99 {p99:.0f}; {found.note}"
    yield Row(f"{words}: p95 of an exchange", "ms", p95, goal=EXCHANGE, note=told)
    told = f"{len(found.pages):,} pages, {sizes.staff} people"
    yield Row(f"{words}: p95 of a page", "ms", found.p95, goal=PAGE, note=told)
    center = found.after.center - found.before.center
    each = (center + found.after.database - found.before.database) / found.entries
    told = "the center's and its database's; pages included"
    yield Row(f"{words}: CPU an entry", "ms", each * 1e3, note=told)
    yield Row(f"{words}: memory of the center", "MiB", found.after.memory)
    for one in dict.fromkeys(look.name if stored else look.group for look in LOOKS):
        times = [spent for look, spent in found.pages if one in (look.name, look.group)]
        if times:
            p50, p95 = (percentile(sorted(times), share) * 1e3 for share in (50, 95))
            told = f"{len(times):,} times, p50 {p50:.0f} ms"
            yield Row(f"{words}: {one}, p95", "ms", p95, goal=PAGE, note=told)


def _stored_rows(
    place: Place, desks: list[Desk], members: list[Member], known: Known, sizes: Sizes
) -> Iterator[Row]:
    """The same load, half as long, with many dossiers stored."""
    with place.open() as center:
        seconds = store_rows(center, sizes.stored, sizes.communes)
        people = logged_in(center, members)
    half = replace(
        sizes, dossiers=max(1, sizes.dossiers // 2), seconds=max(1, sizes.seconds // 2), evenly=True
    )
    with place.served() as server:
        assert server.process is not None
        served = server.address, server.process.pid
        quiet = alone(server.address, people[0], known, sizes.rounds)
        found = day(place, served, desks, people, known, half)
        server.stop()
    note = f"{sizes.stored / seconds:,.0f} a second, indexes built after the rows, sums with them"
    yield Row(f"center on {place.database}: putting in {sizes.stored:,} dossiers", "s", seconds, note=note)
    yield from _day_rows(place, found, half, sizes.stored)
    slowest = sorted(quiet, key=quiet.__getitem__, reverse=True)
    words = f"center on {place.database}, {sizes.stored:,} stored, one person alone"
    yield Row(
        f"{words}: slowest of {len(quiet)} pages",
        "ms",
        quiet[slowest[0]] * 1e3,
        goal=PAGE,
        note=", ".join(f"{one} {quiet[one] * 1e3:.0f}" for one in slowest[:6]),
    )
