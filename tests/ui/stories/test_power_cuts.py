"""The power goes in the middle of each step of the day: what was shown as done is there, nothing is doubled.

Each step is cut twice in the same office, by a process that is really killed: first while its transaction is
still open, then (the officer having done it again) when it was just committed and nothing more. Then the
window opens once more, and goes on.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desk_app.domain.print_job import JobState
from desk_app.operations.acting import act_on
from desk_app.operations.desk import Desk, open_desk
from desk_app.operations.drafts import load_drafts
from desk_app.operations.find import find, show
from desk_app.operations.officers import officers
from desk_app.operations.printing import jobs
from desk_app.operations.receive import receive
from desk_app.operations.unit_words import cash_to_count, shifts
from sync.model.moment import day_of
from sync.model.status import Status
from tests.ui.results import COPY, MAU, asked, day, desk_of, returning
from tests.ui.steps import NINE_FIFTEEN, Counter, press
from tests.ui.stories.power import AFTER, BEFORE, NOTE, PAPER, PLACE, STEPS

REPOSITORY = Path(__file__).resolve().parents[3]
PATIENCE = 180
FEE = 8000


def prepare(desk: Desk, step: str) -> None:
    """What the step needs to stand on."""
    if step in ("draft", "intake"):
        return
    officer = officers(desk)[0]
    [one] = receive(desk, [asked(COPY, MAU)], officer).value
    if step == "return":
        act_on(desk, one.number, "handover", {"to": "Tư pháp", "begins": "yes"}, officer)
        act_on(desk, one.number, "finish", {"result": "approved"}, officer)
    if step == "shift":
        act_on(desk, one.number, "payment", {"amount": FEE, "way": "cash"}, officer)


def done(desk: Desk, step: str) -> int:
    """How often the step is held as done."""
    if step == "draft":
        return sum(draft["note"] == NOTE for _, draft in load_drafts(desk))
    if step == "shift":
        today = day_of(NINE_FIFTEEN)
        return len(shifts(desk, today, today))
    found = [show(desk, row.id).dossier for row in find(desk, "")]
    if step == "intake":
        return len(found)
    [dossier] = found
    if step == "payment":
        return len(dossier.payments)
    if step == "return":
        return sum(one.details.get("to") == Status.RETURNED for one in dossier.history)
    if step == "act":
        return sum(PLACE in str(one.details) for one in dossier.history)
    return sum(job.state in (JobState.TAKEN, JobState.PRINTED) for job in jobs(desk, dossier=dossier.id))


def cut_off_in(step: str, folder: Path, when: str) -> None:
    """A window that is killed in the step, having shown nothing of it as done."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.ui.stories.power", str(folder), step, when],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert ended.returncode == -9, ended.stderr
    assert ended.stdout == "", "shown as done before it was durable"


@pytest.fixture
def begun(office: Path) -> Callable[[str], Path]:
    def prepared(step: str) -> Path:
        desk = open_desk(office, lambda: NINE_FIFTEEN)
        prepare(desk, step)
        desk.close()
        return office

    return prepared


def held(office: Path, step: str) -> int:
    desk = open_desk(office, lambda: NINE_FIFTEEN)
    try:
        return done(desk, step)
    finally:
        desk.close()


@pytest.mark.skipif(sys.platform == "win32", reason="the cut is a SIGKILL")
@pytest.mark.parametrize("step", [one for one in STEPS if one != "print"])
def test_a_power_cut_in_a_step_loses_nothing_shown_and_doubles_nothing(
    step: str, begun: Callable[[str], Path], opened: Callable[..., Counter]
) -> None:
    office = begun(step)
    cut_off_in(step, office, BEFORE)
    assert held(office, step) == 0, "half of a step is none of it"
    cut_off_in(step, office, AFTER)
    assert held(office, step) == 1
    counter = opened(office)
    counter.until(lambda: counter.running.session is not None)
    assert done(desk_of(counter), step) == 1
    STANDS[step](counter)


def the_draft_is_open(counter: Counter) -> None:
    counter.until(lambda: counter.intake.form.note.toPlainText() == NOTE)


def the_page_is_empty(counter: Counter) -> None:
    """What was received is not offered for receiving a second time; the next citizen has the next number."""
    counter.until(counter.intake.form.procedure.search.hasFocus)
    assert counter.intake.form.untouched
    desk = desk_of(counter)
    assert load_drafts(desk) == []
    [first] = [row.number for row in find(desk, "")]
    [second] = receive(desk, [asked()], officers(desk)[0]).value
    assert int(second.number[-4:]) == int(first[-4:]) + 1, "no number twice"
    assert done(desk, "intake") == 2


def the_fee_is_paid(counter: Counter) -> None:
    [row] = find(desk_of(counter), "")
    assert show(desk_of(counter), row.id).dossier.paid == FEE
    assert cash_to_count(desk_of(counter)).expected == FEE


def the_result_is_out(counter: Counter) -> None:
    press(Qt.Key.Key_F4)
    counter.until(returning(counter).search.hasFocus)
    [row] = find(desk_of(counter), "")
    assert show(desk_of(counter), row.id).dossier.status is Status.RETURNED


def the_paper_lies_there(counter: Counter) -> None:
    [row] = find(desk_of(counter), "")
    assert show(desk_of(counter), row.id).dossier.place == PLACE


def the_drawer_is_counted(counter: Counter) -> None:
    press(Qt.Key.Key_F5)
    counter.until(lambda: day(counter)._today is not None)
    assert cash_to_count(desk_of(counter)).expected == 0


STANDS: dict[str, Callable[[Counter], None]] = {
    "draft": the_draft_is_open,
    "intake": the_page_is_empty,
    "payment": the_fee_is_paid,
    "return": the_result_is_out,
    "act": the_paper_lies_there,
    "shift": the_drawer_is_counted,
}


@pytest.mark.skipif(sys.platform == "win32", reason="the cut is a SIGKILL")
@pytest.mark.parametrize("when", [BEFORE, AFTER])
def test_a_print_cut_off_is_in_doubt_and_never_printed_again_by_itself(
    when: str, begun: Callable[[str], Path], opened: Callable[..., Counter]
) -> None:
    office = begun("print")
    cut_off_in("print", office, when)
    paper = office.parent / PAPER
    assert paper.exists() == (when == AFTER)
    counter = opened(office).ready()
    desk = desk_of(counter)
    counter.until(lambda: [one.state for one in jobs(desk, unsettled=True)] == [JobState.DOUBTFUL])
    assert done(desk, "print") == 0, "nobody claims a paper that nobody saw"
    press(Qt.Key.Key_F3)
    counter.until(counter.finding.rows.rowCount)
    press(Qt.Key.Key_Return)
    page = counter.finding.dossier
    answer = "Giấy đã ra đủ" if when == AFTER else "In lại giấy này"
    counter.until(lambda: answer in [one.text() for one in page.printed.offers])
    assert counter.printed == [], "the officer looks first"
    next(one for one in page.printed.offers if one.text() == answer).click()
    counter.until(lambda: jobs(desk, unsettled=True) == [])
    assert len(counter.printed) == (when == BEFORE)
    assert done(desk, "print") == 1
