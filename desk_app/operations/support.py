"""What a technician needs to know of a desk, as one text that the officer reads before it is given away.

Counts, kinds, versions and times only: no person, no number of a dossier, no free text of anybody.
"""

from __future__ import annotations

import platform
import sys
from pathlib import Path
from typing import Final

from desk_app.domain.rights import PRESENT
from desk_app.operations.backup_plan import standing
from desk_app.operations.desk import Desk
from desk_app.operations.disk_room import room_of
from desk_app.operations.doors import needs
from desk_app.operations.receipts import sync_state
from desk_app.store.driver import SQLITE_VERSION
from desk_app.store.places import MiB
from desk_app.store.tables import connection_of
from sync.journal.own import PROGRAM
from sync.model.moment import iso_minute

LOG_LINES: Final = 200
_COUNTED: Final = ("dossiers", "entries", "print_jobs", "scans", "drafts", "quarantine")


@needs(PRESENT)
def support_text(desk: Desk, log: Path | None = None) -> str:
    """The text, in Vietnamese, one fact a line; `log` is the program's log, of which the end is added."""
    settings = desk.settings
    backups, state = standing(desk), sync_state(desk)
    last = iso_minute(backups.last) if backups.last else "chưa có"
    lines = [
        "GÓI HỖ TRỢ – Một cửa. Đọc hết trước khi gửi: không có tên, số giấy tờ hay mã hồ sơ của ai.",
        f"lập lúc: {iso_minute(desk.clock())}",
        f"chương trình: {PROGRAM}",
        f"hệ điều hành: {platform.system()} {platform.release()} {platform.machine()}",
        f"python: {sys.version.split()[0]}, sqlite: {SQLITE_VERSION}",
        f"đơn vị: {settings.unit}, quầy {settings.desk}, cách tính {settings.policy}",
        f"quầy tập: {settings.training}",
        f"trung tâm: {'đã ghi danh' if settings.enrolled else 'chưa ghi danh'}",
        f"đồng bộ: {_plain(state)}",
        f"mốc ngoài: {desk.store.mark_state().value}, ghi mốc lỗi: {desk.store.marks_fail}",
        _disk(desk),
        f"sao lưu: {len(backups.plan.places)} nơi, bản cuối {last}",
        *_counts(desk),
        "nhật ký lỗi (loại lỗi và dòng mã, không có nội dung):",
        *_tail(log),
    ]
    return "\n".join(lines) + "\n"


def _disk(desk: Desk) -> str:
    room = room_of(desk)
    return f"ổ đĩa: còn {room.free // MiB} MB, dự phòng: {room.ballast}" if room else "ổ đĩa: không rõ"


def _plain(state: object) -> str:
    """Numbers and times of the state of synchronisation, whatever fields it has."""
    fields = getattr(state, "__dataclass_fields__", {})
    kept = {name: getattr(state, name) for name in fields}
    said = {name: value for name, value in kept.items() if isinstance(value, (bool, int, float))}
    return ", ".join(f"{name} {value}" for name, value in said.items()) or "chưa có"


def _counts(desk: Desk) -> list[str]:
    with desk.reading() as ledger:
        connection = connection_of(ledger)
        there = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        return [
            f"số dòng {table}: {connection.execute(f'SELECT count(*) FROM {table}').fetchone()[0]}"
            for table in _COUNTED
            if table in there
        ]


def _tail(log: Path | None) -> list[str]:
    if log is None or not log.is_file():
        return ["(trống)"]
    with open(log, encoding="utf-8", errors="replace") as file:
        return [f"  {line.rstrip()}" for line in file.readlines()[-LOG_LINES:]]
