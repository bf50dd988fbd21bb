"""An hour at a busy counter: forty citizens, one after the other, and nothing lost or printed twice."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Sequence
from datetime import timedelta

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk_app.operations.drafts import load_drafts
from desk_app.operations.find import find, show
from desk_app.operations.printing import jobs
from desk_app.operations.unit_words import cash_to_count, shifts
from sync.model.moment import day_of
from tests.ui.results import COPY, day, desk_of
from tests.ui.steps import BIRTH, NINE_FIFTEEN, UNIT, Counter, focus, press, scan, type_in

CITIZENS = 40
EVERY = timedelta(seconds=90)
MATTERS: Sequence[tuple[str, str]] = (
    ("dkks", BIRTH),
    ("ctbs", COPY),
    ("dkks", BIRTH),
    ("xntthn", "1.004873"),
)
"""Initials, and the procedure they stand for; every fourth citizen brings the same."""
GIVEN = ("An", "Bình", "Cường", "Dũng", "Giang", "Hải", "Khánh", "Long", "Minh", "Phúc")
LAG = 3
FEE = 5000
"""Three pages copied."""


def card(citizen: int) -> str:
    name = f"Nguyễn {('Văn', 'Đình', 'Xuân', 'Hữu')[citizen % 4]} {GIVEN[citizen // 4]}"
    return f"9900990001{citizen:02d}||{name}|01021999|Nam|Thôn {citizen}, Xã Ví Dụ|15062021"


def receive_citizen(counter: Counter, citizen: int) -> None:
    """One citizen: card, initials, three pages and cash where that is the matter, F9."""
    form, (initials, procedure) = counter.intake.form, MATTERS[citizen % len(MATTERS)]
    scan(card(citizen))
    counter.until(lambda: form.applicant.person().id_number == f"9900990001{citizen:02d}")
    counter.until(form.procedure.search.hasFocus)
    type_in(initials)
    counter.until(lambda: form.procedure.search.open)
    press(Qt.Key.Key_Return)
    assert form.procedure.procedure is not None
    assert form.procedure.procedure.code == procedure
    if procedure == COPY:
        form.fee.pages.setFocus()
        form.fee.pages.selectAll()
        type_in("3")
        counter.until(lambda: counter.intake.look.fee == FEE)
        QTest.keySequence(counter.window, "Ctrl+T")
        counter.until(form.pay.isVisible)
    QTest.keyClick(focus(), Qt.Key.Key_F9)
    counter.until(lambda: form.untouched and form.procedure.search.hasFocus())
    # The printer may lag behind the officer, but not for long.
    counter.until(lambda: len(counter.printed) > citizen - LAG)


def words_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return str(document[0].get_textpage().get_text_range())


def test_forty_citizens_in_an_hour_get_forty_slips_with_consecutive_numbers(counter: Counter) -> None:
    for citizen in range(CITIZENS):
        receive_citizen(counter, citizen)
        counter.now += EVERY
    assert counter.now - NINE_FIFTEEN == timedelta(hours=1)
    desk = desk_of(counter)
    counter.until(lambda: len(counter.printed) == CITIZENS)
    counter.until(lambda: jobs(desk, unsettled=True) == [])

    found = [show(desk, row.id).dossier for row in reversed(find(desk, "", CITIZENS + 1))]
    wanted = [f"{UNIT}-261123-{at:04d}" for at in range(1, CITIZENS + 1)]
    assert [one.number for one in found] == wanted, "consecutive, none lost, none twice"
    assert Tally(number for number, _ in counter.printed) == Tally(wanted), "each slip came out once"
    for number, pdf in counter.printed:
        said = words_of(pdf)
        assert "GIẤY TIẾP NHẬN" in said
        assert number in said

    for citizen, dossier in enumerate(found):
        intake = dossier.intake
        assert intake is not None
        assert intake.applicant.id_number == f"9900990001{citizen:02d}", "nobody has another's slip"
        assert intake.procedure.code == MATTERS[citizen % len(MATTERS)][1]
        assert intake.received_at == (NINE_FIFTEEN + citizen * EVERY).replace(second=0)
    paid = [(one.amount, one.way) for dossier in found for one in dossier.payments]
    assert paid == [(FEE, "cash")] * 10
    assert load_drafts(desk) == []

    close_the_shift(counter, FEE * 10)


def close_the_shift(counter: Counter, cash: int) -> None:
    """The drawer agrees with the hour."""
    page = day(counter)
    press(Qt.Key.Key_F5)
    counter.until(lambda: page._today is not None)
    QTest.keyClick(counter.window, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    counter.until(lambda: "shift" in page._panes and page._panes["shift"].counted.hasFocus())
    counter.until(page._panes["shift"].expected.text)
    type_in(str(cash))
    counter.until(lambda: page._panes["shift"].difference.text() == "✓ Khớp với sổ")
    press(Qt.Key.Key_F9)
    counter.until(lambda: "Đã kết ca" in page.said.text())
    today = day_of(counter.now)
    [shift] = shifts(desk_of(counter), today, today)
    assert (shift.expected, shift.counted) == (cash, cash)
    assert cash_to_count(desk_of(counter)).expected == 0
