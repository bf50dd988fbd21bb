"""Where backups go, how often, how many stay, and how old the last good one is.

The plan is a setting of this desk. What came of it stands in a file beside the store, so that a restored desk
does not believe it had been backed up.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import BACKUP, MACHINE
from desk_app.operations.backup_copies import Copy, desk_folder
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
    """How backups at one place stand: the last good one, and what went wrong since (empty: nothing);
    `gone`: the place was not there."""

    at: datetime | None = None
    tried: datetime | None = None
    trouble: str = ""
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """The plan and what came of it, by place. `sticks`: those that are plugged in and were given this desk's
    folder once, whether or not the plan names them under that letter; `back`: places that were gone at the
    last try and are there again."""

    plan: Plan
    kept: dict[str, Kept] = field(default_factory=dict)
    sticks: tuple[str, ...] = ()
    back: frozenset[str] = frozenset()

    @property
    def wanted(self) -> tuple[str, ...]:
        """Where backups go now: the places of the plan, and sticks beside them."""
        return tuple(dict.fromkeys((*self.plan.places, *self.sticks)))

    @property
    def on_stick(self) -> bool:
        """Whether the newest good backup lies on a stick that is plugged in."""
        made = [(one.at, place) for place, one in self.kept.items() if one.at is not None]
        return bool(made) and max(made)[1] in self.sticks

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
        return any(self._due(place, self.kept.get(place, Kept()), now) for place in self.wanted)

    def _due(self, place: str, kept: Kept, now: datetime) -> bool:
        if place in self.back:
            return True
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
def standing(desk: Desk, sticks: Sequence[Path] = ()) -> Standing:
    """The plan and what came of it; `sticks` are the drives plugged in now (`drives.drives`)."""
    kept: dict[str, Kept] = {}
    for place, raw in _read(desk).items():
        at, tried = raw.get("at"), raw.get("tried")
        kept[place] = Kept(
            datetime.fromisoformat(at) if at else None,
            datetime.fromisoformat(tried) if tried else None,
            str(raw.get("trouble", "")),
            bool(raw.get("gone", False)),
        )
    ours = tuple(str(one) for one in sticks if (one / desk_name(desk)).is_dir())
    back = frozenset(
        place
        for place, one in kept.items()
        if one.gone and any(Path(place).is_relative_to(stick) for stick in sticks)
        if (Path(place) / desk_name(desk)).is_dir()
    )
    return Standing(plan_of(desk), kept, ours, back)


@needs(MACHINE)
def desk_name(desk: Desk) -> str:
    """The name of the desk's folder at a place. Raises `DeskError` where the desk's page cannot be read."""
    try:
        raw: Any = json.loads(desk.paths.identity.read_bytes())
        return desk_folder(Path(), str(raw["desk"])).name
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DeskError("Không đọc được tệp nhận dạng của quầy (desk.json).", "Kiểm tra ổ đĩa.") from error


@needs(MACHINE)
def note_made(desk: Desk, place: Path, copy: Copy, own: Mapping[str, int]) -> None:
    """A good backup stands at the place; `own`: how far the desk's own journals go in it."""
    at = copy.manifest.made_at
    _note(desk, place, {"at": at, "tried": at, "trouble": "", "gone": False, "own": dict(own)})


@needs(MACHINE)
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
    gone = not (place / desk_name(desk)).is_dir()
    _note(desk, place, {"tried": iso_minute(desk.clock()), "trouble": trouble.sentence, "gone": gone})


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


def age_words(last: datetime | None, now: datetime, on_stick: bool = False) -> str:
    """How old the last good backup is; one made just now says that it lies on the stick."""
    if last is None:
        return "Chưa sao lưu"
    minutes = int((now - last).total_seconds()) // 60
    if minutes < 0:
        return f"Sao lưu lúc {last:%H:%M %d/%m/%Y}"
    if minutes < 60:
        if minutes < 5:
            return "Vừa sao lưu ra USB, rút được" if on_stick else "Vừa sao lưu"
        return f"Sao lưu {minutes} phút trước"
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
