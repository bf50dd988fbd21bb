"""A desk with many dossiers stored, built once through the store's own writing and kept for later runs."""

from __future__ import annotations

import gc
import hashlib
import json
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path

from desk_app.operations.desk import Desk, open_desk, set_up
from desk_app.store import projections, schema
from desk_app.store.rows import SqliteRows
from sync.journal.own import Draft
from sync.model.entry import DOSSIER_BYTES
from sync.model.fold import FOLD_VERSION
from sync.model.moment import VIETNAM
from sync.synthetic.intakes import intakes
from sync.synthetic.places import sample_commune
from tests.bench import samples
from tests.bench.registry import Run

START = date(2018, 1, 2)
LAST = date(2026, 9, 30)
NOW = datetime(2026, 10, 1, 9, 0, tzinfo=VIETNAM)
"""When the measurements take place: nothing later is in the store."""
_BATCH = 10_000
"""Dossiers in a transaction of the building: an index of random digests is touched all over by each."""


def stored_count(run: Run) -> int:
    """How many dossiers are stored: a million, or what the quick slice can build."""
    return int(os.environ.get("MOTCUA_BENCH_STORED", "0")) or (3_000 if run.quick else 1_000_000)


@contextmanager
def own_places(run: Run) -> Iterator[None]:
    """Keys, settings and marks under the output folder, not in the home of whoever measures."""
    home = run.out / "home"
    places = {"MOTCUA_KEYS": str(home / "keys"), "XDG_STATE_HOME": str(home / "state")}
    places["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    before = {name: os.environ.get(name) for name in places}
    os.environ.update(places)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def clock_from(moment: datetime) -> Callable[[], datetime]:
    """A clock that stands still until it is asked, then goes on by a second."""
    seconds = iter(range(10**9))
    return lambda: moment + timedelta(seconds=next(seconds))


def stored_desk(run: Run, count: int) -> Desk:
    """The desk with `count` dossiers, built anew when the store's first shape has changed; for `own_places`.

    Later migrations it goes through when it is opened, as an office's store does.
    """
    first = " ".join(schema.STEPS[0].split())
    shape = json.dumps([first, FOLD_VERSION, projections.COLUMNS, count]).encode()
    data = run.out / "stored" / f"desk-{count}-{hashlib.sha256(shape).hexdigest()[:12]}"
    whole = data / "whole.txt"
    if not whole.is_file():
        shutil.rmtree(data, ignore_errors=True)
        began = time.perf_counter()
        _build(data, count)
        whole.write_text(f"{count} dossiers in {time.perf_counter() - began:.0f} s\n", encoding="utf-8")
    return open_desk(data, clock_from(NOW))


def new_desk(data: Path, clock: Callable[[], datetime]) -> Desk:
    """An empty stand-alone desk of the sample commune."""
    where = sample_commune()
    return set_up(
        data,
        unit=where.code,
        name=where.title,
        officer=where.officers[0].name,
        upstream_title=where.upstream_title,
        place=where.name,
        address=where.address,
        phone=where.phone,
        clock=clock,
    )


def _build(data: Path, count: int) -> None:
    """Whole lives of dossiers, thousands in a transaction, through the desk's own journal."""
    days = (LAST - START).days * 5 // 7
    desk = new_desk(data, clock_from(datetime(2018, 1, 1, 8, 0, tzinfo=VIETNAM)))
    channel = desk.settings.channel
    source = intakes(
        1, count, samples.procedures(), calendar=samples.calendar(), start=START, per_day=-(-count // days)
    )
    with desk.store.transaction() as ledger:
        # The building only: indexes of random digests outgrow the desk's own 16 MB of cache.
        assert isinstance(ledger.rows, SqliteRows)
        ledger.rows.connection.execute("PRAGMA cache_size = -800000")
    done = 0
    with few_collections():
        while some := list(islice(source, _BATCH)):
            drafts = []
            for intake in some:
                dossier = os.urandom(DOSSIER_BYTES)
                drafts += [Draft(kind, body, dossier) for kind, body in samples.bodies_of(intake, NOW)]
            with desk.store.transaction() as ledger:
                desk.own(ledger).append(channel, drafts, some[-1].received_at.toordinal())
                ledger.rows.put_note("clock", some[-1].received_at.isoformat().encode("ascii"))
            done += len(some)
            if done % 50_000 == 0:
                print(f"  stored {done:,} of {count:,}", file=sys.stderr, flush=True)
    desk.close()


@contextmanager
def few_collections() -> Iterator[None]:
    """A hundred thousand objects live until each COMMIT, none of them garbage: looking costs a third."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(1_000_000, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
