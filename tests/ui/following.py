"""An office with dossiers to follow, and an officer's keys on a dossier's page and on the list."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desk_app.domain.intake import IntakeRequest
from desk_app.operations.acting import act_on
from desk_app.operations.desk import open_desk
from desk_app.operations.find import show
from desk_app.operations.officers import officers
from desk_app.operations.receive import receive
from desk_app.ui.act_pane import ActPane
from desk_app.ui.dossier_page import DossierPage
from sync.model.dossier import Dossier, Person
from tests.ui.steps import NINE_FIFTEEN, UNIT, Counter, focus, press, type_in

MARRIAGE = "1.004873"
"""Three working days, a fee of the province's."""
FIRST = f"{UNIT}-261123-0001"


def received(office: Path, count: int = 1, procedure: str = MARRIAGE) -> Path:
    """Dossiers of that many citizens, received at a quarter past nine."""
    desk = open_desk(office, lambda: NINE_FIFTEEN)
    people = [
        Person(f"Nguyễn Thị {at}", id_number=f"9901990000{at:02d}", phone=f"09000000{at:02d}")
        for at in range(1, count + 1)
    ]
    receive(desk, [IntakeRequest(procedure, person) for person in people], officers(desk)[0])
    desk.close()
    return office


def acted(office: Path, name: str, given: dict[str, object], number: str = FIRST) -> Path:
    """An act done before the window opens."""
    desk = open_desk(office, lambda: NINE_FIFTEEN)
    act_on(desk, number, name, given, officers(desk)[0])
    desk.close()
    return office


def chord(key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier) -> None:
    """Two keys at once."""
    QTest.keyClick(focus(), key, with_)


def opened_list(counter: Counter) -> Counter:
    """F3, with the rows read."""
    press(Qt.Key.Key_F3)
    counter.until(counter.finding.rows.rowCount)
    return counter


def opened_page(counter: Counter) -> DossierPage:
    """The first dossier of the list, opened by keys."""
    opened_list(counter)
    press(Qt.Key.Key_Return)
    page = counter.finding.dossier
    counter.until(page.reprint.hasFocus)
    return page


def ask_for(counter: Counter, pane: ActPane, name: str) -> None:
    """Ctrl+M, the act's name typed without diacritics, Enter."""
    chord(Qt.Key.Key_M)
    counter.until(pane.list.search.hasFocus)
    type_in(name)
    press(Qt.Key.Key_Return)
    counter.until(lambda: pane.form.isVisible() or pane.said.isVisible())
    if pane.form.isVisible():
        assert pane.form.isAncestorOf(focus()), "the next key goes to the form"


def write(text: str) -> None:
    """Types over what stands in the field."""
    chord(Qt.Key.Key_A)
    type_in(text)


def do(counter: Counter, page: DossierPage) -> None:
    """Ctrl+Enter, and the answer."""
    chord(Qt.Key.Key_Return)
    counter.until(lambda: page.said.text().startswith("✓"))
    counter.until(lambda: not page.pane.isVisible())


def now(counter: Counter, number: str = FIRST) -> Dossier:
    """The dossier as it is in the journal."""
    assert counter.running.desk is not None
    return show(counter.running.desk, number).dossier


def words(page: DossierPage) -> str:
    """Every word on a dossier's page."""
    return "\n".join(label.text() for label in page.findChildren(QLabel))
