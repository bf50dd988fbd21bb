"""A center of the country's communes: `python -m tests.bench.country_center FOLDER UNITS [URL]`.

Its units and the certificates of their desks are there from the beginning; keys follow from the desk's
number, so that whoever plays the desks knows them too. URL is a PostgreSQL's; without it the database is an
encrypted file.
"""

from __future__ import annotations

import sys
import time
from datetime import datetime
from hashlib import sha512
from pathlib import Path

from sqlalchemy import insert

from sync.center.api.serving import serve
from sync.center.store import tables
from sync.center.store.dialect import postgres_engines, sqlite_engines
from sync.center.store.opening import Center, introduce
from sync.center.store.store import CenterStore
from sync.center.units.tree import center_rows
from sync.identity.certificates import Certificate, sign_certificate
from sync.identity.keys import NodeKeys
from sync.journal.port import NodeRecord
from sync.model import kinds
from sync.model.moment import VIETNAM, iso_minute

DESKS = 3
ROOT = "H99"
START = datetime(2026, 11, 23, 9, 15, tzinfo=VIETNAM)


def keys_of(name: str) -> NodeKeys:
    """The same keys in every process."""
    return NodeKeys(sha512(name.encode()).digest())


CENTER = keys_of("center")


def unit_code(number: int) -> str:
    """The identifier of a commune."""
    return f"{ROOT}.{10 + number // 900}.{100 + number % 900}"


def record_of(number: int, desk: int, center: NodeKeys = CENTER, root: str = ROOT) -> NodeRecord:
    """A desk of a commune, certified by the center of that unit."""
    unit, keys = unit_code(number), keys_of(f"{number}/{desk}")
    reads, writes = (f"unit:{unit}", f"all:{root}"), (f"unit:{unit}",)
    certificate = sign_certificate(
        center,
        Certificate(keys.public, unit, kinds.DESK, desk, reads, writes, center.node, iso_minute(START)),
    )
    return NodeRecord(keys.public, kinds.DESK, unit, desk, reads, writes, certificate)


def now() -> datetime:
    """The machine's clock."""
    return datetime.fromtimestamp(time.time(), VIETNAM)


def main() -> None:
    """Serves until it is killed; prints its address."""
    folder, units = Path(sys.argv[1]), int(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    engines = (
        postgres_engines(sys.argv[3])
        if len(sys.argv) > 3
        else sqlite_engines(folder / "center.db", bytes(range(32)))
    )
    lock = folder / "center.lock" if engines.is_sqlite else None
    store = CenterStore(engines, {CENTER.node: CENTER.public}, lock=lock)
    store.migrate()
    center = Center(folder, ROOT, "Trung tâm", CENTER, store, now)
    introduce(center)
    with store.transaction() as ledger:
        rows = center_rows(ledger)
        codes = [unit_code(number) for number in range(units)]
        rows.execute(insert(tables.units), [{"code": one, "name": one, "parent": ""} for one in codes])
        for number in range(units):
            for desk in range(1, DESKS + 1):
                ledger.rows.save_node(record_of(number, desk))
    serve(center, port=0, ready=lambda address: print(address, flush=True))


if __name__ == "__main__":
    main()
