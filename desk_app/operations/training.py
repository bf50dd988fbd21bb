"""The desk to practise at: a folder, keys and numbers of its own; nothing there is genuine.

What makes it one is its unit, `TRAINING_UNIT`, which no real desk can be set up or enrolled with: every form
is marked "MẪU" (`Office.training`), it never enrols or exchanges, and a real desk that scans its slips does
not know them. Its first dossiers are invented (`sync.synthetic`).
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from desk_app.domain.mistakes import DeskError
from desk_app.operations.acting import act_on
from desk_app.operations.desk import Clock, Desk, create_desk, open_desk
from desk_app.operations.founding import give_up_desk
from desk_app.operations.officers import add_officer
from desk_app.operations.receive import receive
from desk_app.paths import DeskPaths
from sync.model.dossier import Officer
from sync.model.moment import VIETNAM, day_of
from sync.model.number import TRAINING_UNIT
from sync.synthetic.places import sample_commune
from sync.synthetic.requests import intake_request

ENDING: Final = "-tap"
UNIT_NAME: Final = "Ủy ban nhân dân xã Tập Dùng"
SAMPLES: Final = ("1.001193", "1.004873", "1.000894", "2.000815", "2.000884", "1.013225")
"""The procedures of the invented dossiers, as far as the catalogue has them."""
PER_DAY: Final = 4
_SEED = 20251122


def training_folder(data: Path) -> Path:
    """Where the desk to practise at lies that belongs to a desk's folder."""
    return data if data.name.endswith(ENDING) else data.with_name(data.name + ENDING)


def open_training(data: Path, clock: Clock, officers: Sequence[str] = ()) -> Desk:
    """The desk to practise at beside the folder `data`, made with invented dossiers the first time.

    `officers` are the names it starts with. Raises `DeskError`.
    """
    folder = training_folder(data)
    if DeskPaths(folder).identity.exists():
        desk = open_desk(folder, clock)
        if not desk.settings.training:
            desk.close()
            raise DeskError(
                "Thư mục để tập lại chứa một quầy thật.", "Báo người phụ trách kỹ thuật; đừng xóa gì."
            )
        return desk
    commune = sample_commune()
    values: dict[str, object] = {
        "unit": TRAINING_UNIT,
        "unit_name": UNIT_NAME,
        "desk": 1,
        "upstream_title": commune.upstream_title,
        "place": "Tập Dùng",
        "address": commune.address,
        "phone": commune.phone,
    }
    names = list(officers) or [one.name for one in commune.officers[:1]]
    days = _days_before(clock())
    desk = create_desk(folder, values, names[0], lambda: days[0], lease=True)
    for name in names[1:]:
        add_officer(desk, name)
    _receive_some(desk, days)
    desk.clock = clock
    return desk


def reset_training(data: Path, kept: Sequence[str] = ()) -> None:
    """Removes the desk to practise at; the next `open_training` makes a new one. Close its window first.

    `kept` are names of files that stay (a lock that is held).

    Raises `DeskError` for a folder that is not one's.
    """
    folder = training_folder(data)
    paths = DeskPaths(folder)
    if not folder.exists():
        return
    if paths.identity.exists():
        desk = open_desk(folder, _long_ago)
        training = desk.settings.training
        desk.close()
        if not training:
            raise DeskError(
                "Thư mục để tập lại chứa một quầy thật.", "Báo người phụ trách kỹ thuật; đừng xóa gì."
            )
    elif paths.database.exists() and not paths.founding.exists():
        raise DeskError("Không rõ thư mục để tập chứa gì.", "Báo người phụ trách kỹ thuật; đừng xóa gì.")
    try:
        if paths.identity.exists():
            give_up_desk(paths)  # half removed it is nobody's, and may be removed again
        for one in folder.iterdir():
            if one.is_dir():
                shutil.rmtree(one)
            elif one.name not in kept:
                one.unlink()
    except OSError as error:
        raise DeskError(
            "Chưa xóa hết dữ liệu tập.", "Đóng cửa sổ tập và các tệp đang mở rồi thử lại."
        ) from error


def _standing(moment: datetime) -> Clock:
    """A clock that stands."""
    return lambda: moment


def _long_ago() -> datetime:
    """Nothing is written where this clock is used."""
    return datetime.min.replace(tzinfo=VIETNAM)


def _days_before(now: datetime) -> list[datetime]:
    """Moments of the last working days of the week before, in order, the last of them before `now`."""
    days = [now - timedelta(days=back) for back in range(9, 0, -1)]
    return [one.replace(hour=8, minute=30, second=0, microsecond=0) for one in days if one.weekday() < 5]


def _receive_some(desk: Desk, days: Sequence[datetime]) -> None:
    """Invented dossiers of the last days: some late, some with a result that waits, most over."""
    chance, officer = random.Random(_SEED), desk.tables.officers()[0]
    known = [one for code in SAMPLES if (one := desk.catalogue.get(code)) is not None]
    for at, morning in enumerate(days):
        moment = morning
        for turn in range(PER_DAY):
            moment += timedelta(minutes=17 + int(40 * chance.random()))
            desk.clock = _standing(moment)
            procedure = known[(at * PER_DAY + turn) % len(known)]
            request = intake_request(chance, procedure, received=moment)
            [received] = receive(desk, [request], officer).value
            if turn and received.due_at < days[-1]:
                _finish(desk, received.number, officer, handed_out=turn > 1)


def _finish(desk: Desk, number: str, officer: Officer, *, handed_out: bool) -> None:
    """The result came; where `handed_out` its citizen has it already."""
    act_on(desk, number, "arrive", {"date": day_of(desk.clock()).isoformat()}, officer)
    if handed_out:
        act_on(desk, number, "return", {}, officer)
