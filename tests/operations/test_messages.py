"""Messages of a real center to real desks: there with the next exchange, read once, and the center knows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.desk import Desk
from desk_app.operations.messages import mark_read, unread
from sync.acts.messages import tell
from sync.acts.move import Move
from sync.center.notices.messages import Wanted, send, told
from sync.center.units.tree import add_unit
from sync.model import kinds
from sync.model.dossier import Officer
from sync.model.messages import MAX_TEXT
from sync.model.moment import day_of
from tests.offices import OFFICER, UNIT, another_writes
from tests.operations.communes import Commune

LEADER = Officer("chi.ba", "Trần Thị Ba")
OTHER = "H99.99.002"


@pytest.fixture
def commune(tmp_path: Path) -> Iterator[Commune]:
    made = Commune(tmp_path)
    add_unit(made.center, OTHER, "Xã Láng Giềng")
    yield made
    made.close()


def written(commune: Commune, name: str, *units: str, title: str = "Trực lễ", days: int = 3) -> None:
    due = day_of(commune.clock.now) + timedelta(days=days) if days else None
    text = "Các đơn vị gửi lịch trực.\n\nTrước 17 giờ."
    assert send(
        commune.center, LEADER, None, Wanted(name * 32, "instruction", title, text, due, units)
    ) == len(units)


def titles(desk: Desk) -> list[str]:
    return [one.title for one in unread(desk)]


def test_a_message_is_read_at_one_desk_and_the_others_and_the_center_know(commune: Commune) -> None:
    first, second = commune.desks
    written(commune, "a", UNIT, OTHER)
    for desk in commune.desks:
        assert titles(desk) == []
        commune.sync(desk)
    [one] = unread(second)
    assert (one.sort, one.title, one.by) == ("instruction", "Trực lễ", LEADER)
    assert one.text == "Các đơn vị gửi lịch trực.\n\nTrước 17 giờ."
    commune.forward(minutes=5)
    assert mark_read(first, one.name, OFFICER).value == ()
    assert titles(first) == []
    with pytest.raises(DeskError):
        mark_read(first, one.name, OFFICER)
    for desk in (first, second):
        commune.sync(desk)
    assert titles(second) == []
    [seen] = told(commune.center, None)
    assert seen.units == [UNIT, OTHER]
    assert list(seen.read) == [UNIT]
    assert (seen.read[UNIT].by, seen.read[UNIT].desk) == (OFFICER, 1)
    assert seen.late(day_of(commune.clock.now) + timedelta(days=3)) == []
    assert seen.late(day_of(commune.clock.now) + timedelta(days=4)) == [OTHER]
    assert told(commune.center, frozenset({OTHER}))[0].units == [OTHER]


def test_two_desks_without_a_line_read_it_both_and_the_first_counts(commune: Commune) -> None:
    written(commune, "a", UNIT)
    for desk in commune.desks:
        commune.sync(desk)
    commune.forward(minutes=5)
    mark_read(commune.desks[1], "a" * 32, Officer("2", "Người thứ hai"))
    commune.forward(minutes=5)
    mark_read(commune.desks[0], "a" * 32, OFFICER)
    for _round in range(2):
        for desk in commune.desks:
            commune.sync(desk)
    assert len(commune.roots()) == 1
    assert told(commune.center, None)[0].read[UNIT].by.name == "Người thứ hai"


def test_what_is_due_first_is_shown_first(commune: Commune) -> None:
    for name, days in (("a", 0), ("b", 9), ("c", 2)):
        written(commune, name, UNIT, title=name, days=days)
    commune.sync(commune.desks[0])
    assert titles(commune.desks[0]) == ["c", "b", "a"]


def test_a_form_sent_twice_is_one_message(commune: Commune) -> None:
    written(commune, "a", UNIT)
    again = Wanted("a" * 32, "message", "Trực lễ", "", None, [UNIT])
    assert send(commune.center, LEADER, None, again) == 0
    commune.sync(commune.desks[0])
    assert len(unread(commune.desks[0])) == 1


def test_a_desk_enrolled_later_has_what_nobody_has_read(commune: Commune) -> None:
    written(commune, "a", UNIT, title="chưa đọc", days=200)
    commune.forward(days=100)
    desk = commune.enrolled(3)
    commune.desks.append(desk)
    commune.sync(desk)
    assert titles(desk) == ["chưa đọc"]


def test_only_a_center_tells_and_only_a_desk_has_read(commune: Commune) -> None:
    desk = commune.desks[0]
    another_writes(desk, kinds.MESSAGE, name="a" * 32, title="Giả", text=["x"])
    another_writes(desk, kinds.MESSAGE, role="hub", name="b" * 32, title="Giả", text=["x"])
    another_writes(desk, kinds.MESSAGE, role="center", name="ngắn", title="Hỏng", text=["x"])
    another_writes(desk, kinds.MESSAGE, role="center", name="c" * 32, title="Hỏng", text="x")
    another_writes(desk, kinds.MESSAGE, role="center", name="d" * 32, title="Thật", sort="gì đó", later=1)
    another_writes(desk, kinds.READ, role="hub", name="d" * 32)
    assert titles(desk) == ["Thật"]
    another_writes(desk, kinds.READ, name="d" * 32, desk=2)
    assert titles(desk) == []


def test_what_is_wrong_with_a_message_is_said_by_field(commune: Commune) -> None:
    now = commune.clock.now
    good = tell("a" * 32, "message", "Trực lễ", "x", None, officer=LEADER, now=now)
    assert isinstance(good, Move)
    for field, made in (
        ("sort", tell("a" * 32, "", "T", "x", None, officer=LEADER, now=now)),
        ("title", tell("a" * 32, "message", " ", "x", None, officer=LEADER, now=now)),
        ("text", tell("a" * 32, "message", "T", "x" * (MAX_TEXT + 1), None, officer=LEADER, now=now)),
        ("text", tell("a" * 32, "message", "T", "x\n" * 300, None, officer=LEADER, now=now)),
        (
            "due",
            tell("a" * 32, "message", "T", "", day_of(now) - timedelta(days=1), officer=LEADER, now=now),
        ),
    ):
        assert isinstance(made, tuple)
        assert made[0].field == field
    long = tell("a" * 32, "message", "Đ" * 200, "ữ" * MAX_TEXT, None, officer=LEADER, now=now)
    assert isinstance(long, Move)
    assert len(long.body) < 16 * 1024 - 64
