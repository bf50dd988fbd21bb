"""A commune that does not exist, with a day's work on its desk: what the screenshots show."""

from __future__ import annotations

import os
import random
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from desk_app.domain.mistakes import DeskError
from sync.model.moment import VIETNAM

if TYPE_CHECKING:
    from collections.abc import Callable

    from desk_app.operations.desk import Desk
    from desk_app.operations.first_start import Answers
    from sync.model.dossier import Officer

NOW: Final = datetime(2026, 11, 23, 9, 15, tzinfo=VIETNAM)
"""A Monday morning."""
_SEED: Final = 20261123
_CODES: Final = ("1.001193", "1.000894", "1.004873", "2.000815", "1.001193", "2.000635")
_COUNT: Final = 24
_ACTS: Final[tuple[tuple[int, str, dict[str, Any]], ...]] = (
    (1, "supplement", {"items": ["Giấy xác nhận tình trạng hôn nhân"], "reason": "Thiếu giấy tờ"}),
    (2, "handover", {"to": "Công chức tư pháp – hộ tịch", "note": "1 bộ"}),
    (2, "arrive", {"from": "Công chức tư pháp – hộ tịch", "note": "Bản chính kết quả"}),
    (4, "call", {"outcome": "reached", "text": "Chiều đến lấy", "phone": "0900000004"}),
    (5, "locate", {"place": "Tủ A, ngăn 3"}),
    (7, "note", {"text": "Công dân xin nhận vào buổi chiều"}),
)
"""Place in the list, act, what is given; an act that does not fit where a dossier stands is left out."""


def keys_under(home: Path) -> None:
    """Keys, marks and the machine's settings of the sample lie in its own folder."""
    os.environ["MOTCUA_KEYS"] = str(home / "keys")
    os.environ["MOTCUA_STATE"] = str(home / "state")


def answers() -> Answers:
    """What the commune's officer would answer at the first start."""
    from desk_app.operations.first_start import ALONE, Answers

    return Answers(
        way=ALONE,
        name="Ủy ban nhân dân xã Ví Dụ",
        code="000.01.06.H99",
        address="Thôn 1, xã Ví Dụ",
        phone="0900 000 000",
        place="Ví Dụ",
        officers=("Trần Thị Thử", "Lê Văn Kiểm"),
    )


def found_sample(home: Path) -> Path:
    """The sample's data folder below `home`, made when it is not there yet."""
    from desk_app.operations.desk import set_up
    from desk_app.operations.officers import add_officer, officers

    keys_under(home)
    data = home / "desk"
    if data.exists():
        return data
    time = [NOW - timedelta(days=5, hours=1)]
    desk = set_up(
        data,
        unit="000.01.06.H99",
        name="Ủy ban nhân dân xã Ví Dụ",
        officer="Trần Thị Thử",
        upstream_title="",
        place="Ví Dụ",
        address="Thôn 1, xã Ví Dụ",
        phone="0900 000 000",
        clock=lambda: time[0],
    )
    try:
        add_officer(desk, "Lê Văn Kiểm")
        _work(desk, officers(desk)[0], time)
    finally:
        desk.close()
    return data


def _work(desk: Desk, officer: Officer, time: list[datetime]) -> None:
    from desk_app.operations.acting import act_on
    from desk_app.operations.bank import choose_account
    from desk_app.operations.queue import call_next, take
    from desk_app.operations.receive import receive
    from sync.synthetic.requests import intake_request

    chance = random.Random(_SEED)
    choose_account(desk, "970436", "0123456789", "UBND XA VI DU")
    numbers = []
    for at in range(_COUNT):
        procedure = desk.catalogue.get(_CODES[at % len(_CODES)])
        if procedure is None:
            continue
        time[0] += timedelta(minutes=41) if at % 8 else timedelta(hours=19)
        request = intake_request(chance, procedure, received=time[0])
        [received] = receive(desk, [request], officer).value
        numbers.append(received.number)
    time[0] = NOW - timedelta(minutes=20)
    for place, act, given in _ACTS:
        number = numbers[-place]
        _if_it_fits(lambda number=number, act=act, given=given: act_on(desk, number, act, given, officer))  # type: ignore[misc]
    _put_one_away(desk)
    for _ in range(5):
        take(desk)
    call_next(desk)


def _put_one_away(desk: Desk) -> None:
    from desk_app.operations.waiting import put_waiting

    who = ("Nguyễn Thị Mẫu", "990099000123", "0900000123")
    put_waiting(desk, {}, who, "Đăng ký khai sinh", ["Giấy chứng sinh"])


def _if_it_fits(act: Callable[[], object]) -> None:
    try:
        act()
    except DeskError as trouble:
        if not trouble.mistakes:
            raise
