"""Many dossiers as rows alone, without journals: what lists are read from."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert

from sync.center.store import tables
from sync.center.store.dialect import write_many
from sync.model.moment import iso_minute
from sync.model.status import CLOCK_ENDED, Status
from sync.model.text import fold

NAMES = (
    "Nguyễn Thị Đào",
    "Trần Văn Hùng",
    "Lê Thị Quỳnh Như",
    "Nguyễn Văn An",
    "Hoàng Đức Bình",
    "Đỗ Thị Mai",
)


def row(number: int, unit: str, at: datetime, chance: random.Random) -> dict[str, Any]:
    """The row of one dossier; the older, the likelier it is done with."""
    owner = chance.choice(NAMES)
    name = f"{unit}-{at:%y%m%d}-{number % 10_000:04d}"
    status = chance.choice(list(Status)) if chance.random() < 0.1 else Status.RETURNED
    return {
        "channel": f"unit:{unit}",
        "id": chance.randbytes(16),
        "number": name,
        "status": str(status),
        "unit": unit,
        "applicant": owner,
        "owner": owner,
        "procedure": "1.004873",
        "procedure_name": "Cấp Giấy xác nhận",
        "received_at": iso_minute(at),
        "due_at": iso_minute(at + timedelta(days=3)),
        "ended_at": iso_minute(at) if status in CLOCK_ENDED else "",
        "officer": "Bình",
        "desk": 1,
        "flags": "conflict" if chance.random() < 0.01 else "",
        "search": fold(f"{name} {owner} 1.004873 Cấp Giấy xác nhận"),
        "height": 1,
        "fold_version": 1,
    }


def fill(
    connection: Connection, units: list[str], count: int, until: datetime, seed: int = 1
) -> list[dict[str, Any]]:
    """Inserts `count` dossiers received in the minutes up to `until`; gives them back, the oldest first."""
    chance = random.Random(seed)
    made = [
        row(one, chance.choice(units), until - timedelta(minutes=7 * (count - one)), chance)
        for one in range(count)
    ]
    write_many(connection, insert(tables.dossiers), made)
    return made
