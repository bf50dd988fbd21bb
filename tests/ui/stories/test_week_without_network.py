"""A week without network: the counter works as ever, says what waits and since when, and loses nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desk_app.operations.find import find, show
from desk_app.operations.receipts import sync_state
from sync.center.work.checking import verify
from sync.center.work.deciding import decide
from sync.center.work.listing import dossiers
from sync.model.status import Status
from tests.ui.centers import WiredCenter
from tests.ui.results import desk_of, digits, do, returning
from tests.ui.steps import CARD, OTHER_CARD, Counter, press, scan, type_in

DAYS = 5
CITIZENS = 2


@pytest.fixture
def center(tmp_path: Path, office: Path) -> Iterator[WiredCenter]:
    made = WiredCenter(tmp_path / "center")
    made.adopt(office)
    yield made
    made.close()


def receive_by(counter: Counter, card: str) -> None:
    """A card, a procedure by its initials, F9."""
    form, before = counter.intake.form, len(counter.printed)
    counter.go(Qt.Key.Key_F2)
    counter.until(form.procedure.search.hasFocus)
    scan(card)
    counter.until(lambda: not form.applicant.empty)
    type_in("dkks")
    counter.until(lambda: form.procedure.search.open)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F9)
    counter.until(lambda: len(counter.printed) == before + 1)
    counter.until(lambda: form.untouched)


def return_first_of_the_day(counter: Counter, number: str) -> None:
    """The result is there; its slip is scanned and it is given out."""
    dossier = show(desk_of(counter), number).dossier
    do(counter, dossier, "handover", to="Tư pháp", begins="yes")
    do(counter, dossier, "finish", result="approved")
    scan(digits(counter, dossier))
    page = returning(counter)
    counter.until(lambda: page.part.found is not None and page.part.found.dossier.number == number)
    press(Qt.Key.Key_F9)
    counter.until(lambda: show(desk_of(counter), number).dossier.status is Status.RETURNED)
    counter.until(lambda: page.said.text().startswith("✓"))


def says(counter: Counter, words: str) -> bool:
    return counter.window.status.sync.text().startswith(words)


def exchange(counter: Counter) -> None:
    assert counter.running.worker is not None
    counter.running.worker.request()


def test_a_week_without_network_is_sent_whole_and_decisions_come_back(
    office: Path, center: WiredCenter, opened: Callable[..., Counter]
) -> None:
    center.cut = True
    counter = opened(office, post=center.post).ready()
    monday = counter.now
    numbers: list[str] = []
    said = counter.window.status.sync
    for day in range(DAYS):
        counter.now = monday + timedelta(days=day)
        for card in (CARD, OTHER_CARD):
            receive_by(counter, card)
        today = {row.number for row in find(desk_of(counter), "")} - set(numbers)
        numbers += sorted(today)
        return_first_of_the_day(counter, numbers[-CITIZENS])
        exchange(counter)
        since = " từ 23/11/2026" if day else ""
        wait = f"Ngoại tuyến – {CITIZENS * (day + 1)} hồ sơ chờ gửi{since},"
        counter.until(partial(says, counter, wait))
    assert len(numbers) == len(set(numbers)) == DAYS * CITIZENS
    assert dossiers(center.center) == []
    oldest = sync_state(desk_of(counter)).oldest_pending
    assert oldest is not None
    assert oldest.date() == monday.date()

    center.center.clock.now = counter.now  # type: ignore[attr-defined]
    center.cut = False
    press(Qt.Key.Key_F8)
    press(Qt.Key.Key_Space)
    total = DAYS * CITIZENS
    counter.until(lambda: f"đã nhận {total}/{total} hồ sơ" in said.text())
    assert sync_state(desk_of(counter)).pending == 0
    there = {row["number"]: row["status"] for row in dossiers(center.center)}
    assert set(there) == set(numbers)
    assert sum(one == "returned" for one in there.values()) == DAYS
    assert verify(center.center)["ok"]
    assert len(counter.printed) == len({title for title, _ in counter.printed}) + DAYS, (
        "a slip each, and a receipt for each result given out"
    )

    waiting = numbers[1]
    decide(center.center, waiting, "processing", "Giao công chức tư pháp")
    exchange(counter)
    counter.until(lambda: show(desk_of(counter), waiting).dossier.status is Status.PROCESSING)
