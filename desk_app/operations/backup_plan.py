"""Where backups go, how often, how many stay, and how old the last good one is.

The plan is a setting of this desk. What came of it stands in a file beside the store, so that a restored desk
does not believe it had been backed up.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import BACKUP, MACHINE
from desk_app.operations.backup_copies import Copy
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.outcome import Changes, Outcome
from desk_app.store.store import write_atomically
from desk_app.store.tables import tables_of
from sync.model.moment import iso_minute

_SETTING: Final = "backup"
TRY_AGAIN: Final = timedelta(minutes=15)
"""After trouble, and while a stick is out."""


@dataclass(frozen=True, slots=True)
class Plan:
    """`places` as folders; `hours` between two backups while the desk is open; how many `days`, `weeks` and
    `months` keep their newest one; after `warn_days` without a good one the officer is warned."""

    places: tuple[str, ...] = ()
    hours: int = 4
    days: int = 7
    weeks: int = 4
    months: int = 12
    warn_days: int = 2


_BOUNDS: Final = {
    "hours": (1, 24),
    "days": (1, 31),
    "weeks": (0, 52),
    "months": (0, 60),
    "warn_days": (1, 30),
}


@dataclass(frozen=True, slots=True)
class Kept:
    """How backups at one place stand: the last good one, and what went wrong since (empty: nothing)."""

    at: datetime | None = None
    tried: datetime | None = None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """The plan and what came of it, by place."""

    plan: Plan
    kept: dict[str, Kept] = field(default_factory=dict)

    @property
    def last(self) -> datetime | None:
        """When the newest good backup was made, wherever."""
        return max((one.at for one in self.kept.values() if one.at), default=None)

    @property
    def trouble(self) -> str:
        """What went wrong last at a place of the plan; empty where each has its backup."""
        found = (self.kept[place].trouble for place in self.plan.places if place in self.kept)
        return next((one for one in found if one), "")

    def due(self, now: datetime) -> bool:
        """Whether a place of the plan wants a backup. One dated later than now, by a clock that jumped, is
        none to rely on."""
        return any(self._due(self.kept.get(place, Kept()), now) for place in self.plan.places)

    def _due(self, kept: Kept, now: datetime) -> bool:
        if kept.tried and kept.trouble and timedelta(0) <= now - kept.tried < TRY_AGAIN:
            return False
        return kept.at is None or not timedelta(0) <= now - kept.at < timedelta(hours=self.plan.hours)

    def too_old(self, now: datetime) -> bool:
        """Whether the officer is to be warned."""
        return self.last is None or now - self.last > timedelta(days=self.plan.warn_days)


@needs(MACHINE)
def plan_of(desk: Desk) -> Plan:
    """The plan; the usual one where nothing was set."""
    raw: dict[str, Any] = desk.tables.setting(_SETTING) or {}
    known = {one.name: raw[one.name] for one in fields(Plan) if one.name in raw}
    return Plan(**{**known, "places": tuple(known.get("places", ()))})


@needs(BACKUP)
def set_plan(desk: Desk, plan: Plan) -> Outcome[None]:
    """Keeps the plan. Raises `DeskError` for a number out of its bounds."""
    names = {"hours": "Số giờ", "days": "Số ngày", "weeks": "Số tuần", "months": "Số tháng"}
    for name, (least, most) in _BOUNDS.items():
        if not least <= getattr(plan, name) <= most:
            raise DeskError(f"{names.get(name, 'Số ngày nhắc')} phải từ {least} đến {most}.")
    with desk.writing() as ledger:
        tables_of(ledger).put_setting(_SETTING, asdict(plan))
    return Outcome(None, Changes(settings=True))


@needs(MACHINE)
def standing(desk: Desk) -> Standing:
    """The plan and what came of it."""
    kept: dict[str, Kept] = {}
    for place, raw in _read(desk).items():
        at, tried = raw.get("at"), raw.get("tried")
        kept[place] = Kept(
            datetime.fromisoformat(at) if at else None,
            datetime.fromisoformat(tried) if tried else None,
            str(raw.get("trouble", "")),
        )
    return Standing(plan_of(desk), kept)


@needs(MACHINE)
def note_made(desk: Desk, place: Path, copy: Copy, own: Mapping[str, int]) -> None:
    """A good backup stands at the place; `own`: how far the desk's own journals go in it."""
    at = copy.manifest.made_at
    _note(desk, place, {"at": at, "tried": at, "trouble": "", "own": dict(own)})


def covered_by_backup(desk: Desk) -> dict[str, int]:
    """How far each own journal stands in a proved backup at a place of the plan."""
    found: dict[str, int] = {}
    places = plan_of(desk).places
    for place, raw in _read(desk).items():
        own = raw.get("own") if place in places else None
        for name, seq in own.items() if isinstance(own, dict) else ():
            found[name] = max(seq, found.get(name, 0))
    return found


@needs(MACHINE)
def note_trouble(desk: Desk, place: Path, trouble: DeskError) -> None:
    """There is none from now; the last one is as old as it was."""
    _note(desk, place, {"tried": iso_minute(desk.clock()), "trouble": trouble.sentence})


def _note(desk: Desk, place: Path, news: Mapping[str, object]) -> None:
    notes = _read(desk)
    notes[str(place)] = {**notes.get(str(place), {}), **news}
    try:
        write_atomically(desk.paths.backup_notes, json.dumps(notes, ensure_ascii=False).encode())
    except OSError as error:
        raise DeskError("Không ghi được thư mục dữ liệu.", "Kiểm tra ổ đĩa và quyền ghi.") from error


def _read(desk: Desk) -> dict[str, dict[str, Any]]:
    """The notes; none where they cannot be read: a backup is then due, which harms nothing."""
    try:
        raw = json.loads(desk.paths.backup_notes.read_bytes())
    except (OSError, ValueError):
        return {}
    return raw if isinstance(raw, dict) else {}


def age_words(last: datetime | None, now: datetime) -> str:
    """How old the last good backup is."""
    if last is None:
        return "Chưa sao lưu"
    minutes = int((now - last).total_seconds()) // 60
    if minutes < 0:
        return f"Sao lưu lúc {last:%H:%M %d/%m/%Y}"
    if minutes < 60:
        return "Vừa sao lưu" if minutes < 5 else f"Sao lưu {minutes} phút trước"
    if minutes < 24 * 60:
        return f"Sao lưu {minutes // 60} giờ trước"
    return f"Sao lưu {minutes // (24 * 60)} ngày trước"


def warning_words(standing: Standing, now: datetime) -> str:
    """What the officer is told at the head of the day; empty while backups are as they should be."""
    if not standing.plan.places:
        return "Chưa chọn nơi sao lưu: ổ đĩa hỏng là mất hồ sơ chưa gửi. Chọn ở Cài đặt (F10), phần Sao lưu."
    if not standing.too_old(now):
        return ""
    last = standing.last
    begin = f"Bản sao lưu tốt gần nhất từ {last:%H:%M %d/%m/%Y}." if last else "Chưa có bản sao lưu nào."
    return f"{begin} {standing.trouble or 'Kiểm tra ở Cài đặt (F10), phần Sao lưu.'}"
