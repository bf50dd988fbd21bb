"""The list of papers: one procedure's rows serve the next, and nothing of the one is left in the other."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from desk_app.ui.fields import CountBox
from desk_app.ui.papers_part import PapersPart
from sync.model.dossier import Paper
from sync.model.procedure import RequiredPaper

LONG = [
    RequiredPaper("Tờ khai"),
    RequiredPaper("Giấy báo tử"),
    RequiredPaper("Văn bản ủy quyền", required=False),
]
SHORT = [RequiredPaper("Đơn đề nghị", required=False), RequiredPaper("Bản vẽ")]


def shown(qtbot: QtBot) -> PapersPart:
    part = PapersPart()
    qtbot.addWidget(part)
    part.show()
    return part


def boxes(part: PapersPart) -> list[CountBox]:
    return [box for box in part.findChildren(CountBox) if box.isVisible()]


def test_the_next_procedure_is_asked_for_afresh(qtbot: QtBot) -> None:
    part = shown(qtbot)
    part.put(LONG)
    boxes(part)[0].setValue(4)
    part.add.click()
    names = [line for line in part.findChildren(QLineEdit) if line.accessibleName() == "Tên giấy tờ thêm"]
    names[0].setText("Giấy khác")
    assert part.papers() == (Paper("Tờ khai", 4), Paper("Giấy báo tử", 1), Paper("Giấy khác", 1))
    part.put(SHORT)
    assert part.papers() == (Paper("Bản vẽ", 1),)
    assert part.missing() == ()
    part.put(LONG)
    assert part.papers() == (Paper("Tờ khai", 1), Paper("Giấy báo tử", 1))


def test_rows_that_serve_again_are_called_by_their_new_papers(qtbot: QtBot) -> None:
    part = shown(qtbot)
    part.put(LONG)
    part.put(SHORT)
    ticks = [tick.accessibleName() for tick in part.findChildren(QCheckBox) if tick.isVisible()]
    assert sorted(ticks) == ["Có: Bản vẽ", "Có: Đơn đề nghị"]
    assert {box.accessibleName().partition(": ")[2] for box in boxes(part)} == {"Bản vẽ", "Đơn đề nghị"}
    assert [
        tick.isChecked() for tick in part.findChildren(QCheckBox) if "Bản vẽ" in tick.accessibleName()
    ] == [True]


def test_a_day_of_procedures_makes_no_more_rows_than_the_longest_has(qtbot: QtBot) -> None:
    part = shown(qtbot)
    part.put(LONG)
    made = set(part.findChildren(CountBox))
    for _ in range(3):
        for papers in (SHORT, (), LONG):
            part.put(papers)
    assert set(part.findChildren(CountBox)) == made
