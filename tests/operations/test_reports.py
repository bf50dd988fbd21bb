"""A commune's reports at its desk: the center's figures, the list behind each number, files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations import reports
from desk_app.operations.acting import act_on
from desk_app.operations.checking import verify
from desk_app.operations.desk import Desk, refold_step
from desk_app.operations.find import Filters, find
from desk_app.operations.receive import receive
from desk_app.operations.unit_words import rate
from desk_app.store import figures as counted
from sync.center.units.tree import center_rows
from sync.center.work import figures
from sync.center.work.refolding import refold_some
from sync.model.dossier import Officer
from sync.reports.asking import REPORTS, built
from sync.reports.periods import Period, between, month_of, named, quarter_of, week_of, year_of
from sync.reports.report import Line
from tests.offices import MONDAY, OFFICER, UNIT, MovedClock, new_desk, reopened, request
from tests.operations.communes import Commune
from tests.store.older import as_of_schema

SHARED = [one for one in REPORTS if one.of != "unit"]
MONTH = month_of(MONDAY.date())
OTHER = Officer("2", "Người thứ hai")


def act(desk: Desk, number: str, name: str, **given: Any) -> None:
    act_on(desk, number, name, given, OFFICER)


def a_week_of(desk: Desk, clock: Any) -> None:
    """Dossiers that ended early, late, without a result, wait, run; ratings. `clock` moves the time on."""
    found = receive(desk, [request() for _ in range(6)], OFFICER).value
    found += receive(desk, [request(procedure="1.001193"), request(procedure="2.000635")], OTHER).value
    early, stopped, waiting, late, annulled, *_left = [one.number for one in found]
    act(desk, annulled, "annul", reason="Trùng")
    clock.forward(days=1)
    act(desk, early, "finish")
    act(desk, stopped, "withdraw", reason="Công dân xin rút")
    act(desk, waiting, "supplement", items=["Bản án"])
    rate(desk, "Hộ tịch", 5)
    rate(desk, "Chứng thực", 2)
    clock.forward(days=9)
    act(desk, late, "finish")
    receive(desk, [request()], OTHER)


@pytest.fixture
def desk(tmp_path: Path, clock: MovedClock) -> Iterator[Desk]:
    opened = new_desk(tmp_path, clock)
    a_week_of(opened, clock)
    yield opened
    assert verify(opened)["problems"] == []
    opened.close()


def lines(found: tuple[Line, ...]) -> dict[str, tuple[object, ...]]:
    return {one.name: one.cells for one in found}


def test_desk_and_center_say_the_same_of_the_same_dossiers(commune: Commune) -> None:
    commune.cut = False
    for desk in commune.desks:
        a_week_of(desk, commune)
    for desk in commune.desks * 2:
        commune.sync(desk)
    while refold_some(commune.center, 100):
        pass
    now = commune.clock()
    with commune.center.store.snapshot() as ledger:
        kept = figures.Kept(center_rows(ledger).connection, frozenset({UNIT}), now)
        for kind in SHARED:
            for period in (MONTH, year_of(2026)):
                for desk in commune.desks:
                    here = reports.report_of(desk, kind.code, period).report
                    names = reports._names(desk, kind)
                    officer = kind.of == "officer"
                    there = built(
                        kind, period, kept, (lambda code: figures.officer_in(code)[1]) if officer else names
                    )
                    assert (here.title, here.period, here.heads) == (there.title, there.period, there.heads)
                    assert lines(here.lines) == lines(there.lines), kind.code
                    assert here.total == there.total
                    assert here.picture.series == there.picture.series
                    assert here.total is not None
                    assert here.total.cells[0], f"{kind.code} says something"


def test_every_number_leads_to_as_many_dossiers(desk: Desk) -> None:
    looked_at = 0
    for kind in SHARED:
        for period in (MONTH, year_of(2026)):
            made = reports.report_of(desk, kind.code, period)
            assert made.report.total is not None
            found = [(one.cells, one.code) for one in made.report.lines]
            for cells, code in [*found, (made.report.total.cells, None)]:
                for column, cell in enumerate(cells):
                    one = (
                        reports.total_behind(made, column)
                        if code is None
                        else reports.behind(made, code, column)
                    )
                    if one is not None:
                        looked_at += 1
                        for text in ("", "Mẫu"):  # what words find is narrowed the same way
                            rows = find(desk, text, 50, None, Filters(behind=one))
                            assert len(rows) == cell, (kind.code, code, column, text)
    assert looked_at > 100


def test_a_day_and_a_week_are_counted_by_field_too(desk: Desk) -> None:
    monday = MONDAY.date()
    day = reports.report_of(desk, "can-bo", between(monday, monday)).report
    assert lines(day.lines) == {
        OFFICER.name: (5, 0, 0, 0, 0, None),
        OTHER.name: (2, 0, 0, 0, 0, None),
    }
    week = reports.report_of(desk, "linh-vuc", week_of(monday)).report
    assert week.total is not None
    assert week.total.cells[:2] == (7, 2)
    assert week.period == "từ 23/11/2026 đến 29/11/2026"


def test_a_store_of_an_earlier_program_is_counted_after_its_start(tmp_path: Path, clock: MovedClock) -> None:
    desk = new_desk(tmp_path, clock)
    a_week_of(desk, clock)
    wanted = reports.report_of(desk, "linh-vuc", year_of(2026)).report
    as_of_schema(desk, 12)
    desk.close()
    with reopened(tmp_path, clock) as again:
        while refold_step(again, 3):
            pass
        assert reports.report_of(again, "linh-vuc", year_of(2026)).report == wanted


def test_a_month_is_read_along_the_indexes_alone(desk: Desk) -> None:
    """However many dossiers there are: no table is gone through."""
    seen: list[str] = []
    connection = desk.store.reader()

    class Told:
        def execute(self, query: str, values: Any) -> Any:
            plan = connection.execute(f"EXPLAIN QUERY PLAN {query}", values).fetchall()
            seen.extend(str(one[3]) for one in plan if " d " in f"{one[3]} ")
            return connection.execute(query, values)

    for of in ("field", "procedure", "officer", "day"):
        counted.flows(Told(), of, frozenset({UNIT}), MONTH.first, MONTH.last)
    assert len(seen) == 8
    assert all("COVERING INDEX dossiers_counted" in one and "_at>? AND" in one for one in seen), seen


def test_periods_are_offered_and_named() -> None:
    offered = dict(reports.periods_offered(date(2026, 1, 5)))
    assert offered["Tháng trước"].words == "tháng 12/2025"
    assert offered["Quý trước"].words == "quý 4/2025"
    assert offered["Tuần này"].first == date(2026, 1, 5)
    assert reports.period_named("2026-Q4") == quarter_of(date(2026, 11, 1)) == named("2026-Q4")
    assert between(date(2026, 10, 1), date(2026, 12, 31)).words == "quý 4/2026"
    for wrong in ("2026-13", "hôm qua", "2026-Q5"):
        with pytest.raises(DeskError, match="Không hiểu thời gian"):
            reports.period_named(wrong)


def test_what_is_no_report_is_said(desk: Desk) -> None:
    with pytest.raises(DeskError, match="Không có báo cáo"):
        reports.report_of(desk, "don-vi", MONTH)
    with pytest.raises(DeskError, match="Ngày đầu sau ngày cuối"):
        reports.report_of(desk, "linh-vuc", Period(MONTH.last, MONTH.first, "", ""))


def test_a_report_becomes_a_file_of_three_kinds(desk: Desk) -> None:
    made = reports.report_of(desk, "hai-long-quay", MONTH)
    assert lines(made.report.lines) == {"Quầy 1": (2, 0, 1, 0, 0, 1, 50.0)}
    assert reports.file_name(made, "csv") == "bao-cao-hai-long-quay-2026-11.csv"
    beginnings = {"csv": b"\xef\xbb\xbfQu\xe1\xba\xa7y;", "xlsx": b"PK", "pdf": b"%PDF"}
    for ending, beginning in beginnings.items():
        assert reports.file_of(desk, made, ending).startswith(beginning)
    with pytest.raises(DeskError, match="Không ghi được"):
        reports.file_of(desk, made, "docx")
