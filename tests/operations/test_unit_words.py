"""What the unit's desks say that is about no dossier: shared settings, ratings, counted cash."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.acting import act_on, record_payment
from desk_app.operations.checking import verify
from desk_app.operations.desk import Desk
from desk_app.operations.receive import receive
from desk_app.operations.unit_words import (
    cash_to_count,
    close_shift,
    rate,
    ratings,
    share_setting,
    shared_settings,
    shifts,
)
from sync.acts.counter import Taken
from sync.model.dossier import Officer
from tests.offices import OFFICER, MovedClock, another_writes, new_desk, request

NUMBER = "H99.99.001-261123-0001"


@pytest.fixture
def desk(tmp_path: Path, clock: MovedClock) -> Iterator[Desk]:
    """A desk with one dossier."""
    opened = new_desk(tmp_path, clock)
    receive(opened, [request()], OFFICER)
    yield opened
    assert verify(opened)["problems"] == []
    opened.close()


def test_a_shared_setting_is_the_last_one_said(desk: Desk) -> None:
    assert shared_settings(desk) == {}
    share_setting(desk, "opening", {"mon": ["07:30", "11:30"]}, OFFICER)
    share_setting(desk, "leaders", [1, 2], OFFICER)
    share_setting(desk, "opening", {"mon": ["08:00", "11:30"]}, OFFICER)
    share_setting(desk, "leaders", None, OFFICER)
    assert shared_settings(desk) == {"opening": {"mon": ["08:00", "11:30"]}, "leaders": None}


def test_a_setting_that_knew_more_holds_whoever_said_it(desk: Desk) -> None:
    for value in ("a", "b"):
        share_setting(desk, "opening", value, OFFICER)
    another_writes(desk, "setting", key="opening", value="of old", height=1)
    assert shared_settings(desk)["opening"] == "b"
    share_setting(desk, "opening", "c", OFFICER)
    assert shared_settings(desk)["opening"] == "c"


def test_a_setting_nobody_can_read_or_may_write_changes_nothing(desk: Desk) -> None:
    share_setting(desk, "opening", "a", OFFICER)
    another_writes(desk, "setting", role="hub", key="opening", value="hub", height=9)
    assert shared_settings(desk) == {"opening": "a"}
    with pytest.raises(DeskError):
        share_setting(desk, "Giờ mở cửa", 1, OFFICER)


def test_a_rating_is_counted_by_day_and_names_nobody(desk: Desk, clock: MovedClock) -> None:
    rate(desk, "Hộ tịch", 5, ("Nhanh",), "1.004873")
    rate(desk, "Đất đai", 2)
    day = clock.now.date()
    assert [(one.field, one.level, one.desk) for one in ratings(desk, day, day)] == [
        ("Hộ tịch", 5, 1),
        ("Đất đai", 2, 1),
    ]
    assert ratings(desk, day.replace(day=1), day.replace(day=2)) == []
    with pytest.raises(DeskError):
        rate(desk, "Hộ tịch", 6)
    with desk.reading() as ledger:
        bodies = [row[0] for row in ledger.rows.connection.execute("SELECT body FROM entries") if row[0]]  # type: ignore[attr-defined]
    said = [body for body in bodies if "Hộ tịch".encode() in body and b'"level"' in body]
    assert len(said) == 1
    assert OFFICER.name.encode() not in said[0]
    assert b"T09:15" not in said[0]


def test_the_cash_to_count_is_what_was_taken_since_the_last_count(desk: Desk, clock: MovedClock) -> None:
    record_payment(desk, NUMBER, Taken(8_000), OFFICER)
    record_payment(desk, NUMBER, Taken(50_000, "transfer", proof="FT1", lines=()), OFFICER)
    assert (cash_to_count(desk).expected, cash_to_count(desk).payments) == (8_000, 1)
    with pytest.raises(DeskError, match="lệch"):
        close_shift(desk, 7_000, OFFICER)
    assert close_shift(desk, 7_000, OFFICER, "Trả lại nhầm").value.expected == 8_000
    record_payment(desk, NUMBER, Taken(3_000), Officer("2", "Chiều"))  # within the very minute of the count
    assert cash_to_count(desk).expected == 3_000
    clock.forward(hours=3)
    record_payment(desk, NUMBER, Taken(2_000), OFFICER)
    act_on(desk, NUMBER, "undo", {"reason": "Gõ sai"}, OFFICER)
    assert cash_to_count(desk).expected == 3_000
    close_shift(desk, 3_000, OFFICER)
    assert cash_to_count(desk).expected == 0
    day = clock.now.date()
    assert [(one.expected, one.counted) for one in shifts(desk, day, day)] == [(8_000, 7_000), (3_000, 3_000)]
