"""Stories of refusing at reception, by the keyboard: recorded, Mẫu 03 printed, printed again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk_app.operations.drafts import load_drafts
from desk_app.operations.find import find
from desk_app.operations.refusals import refusals
from sync.model.act_bodies import Refused
from tests.ui.steps import CARD, NINE_FIFTEEN, Counter, focus, press, scan, type_in


def keys(counter: Counter, sequence: str) -> None:
    QTest.keySequence(counter.window, sequence)


def choose(counter: Counter, text: str) -> None:
    type_in(text)
    counter.until(lambda: counter.intake.form.procedure.search.open)
    press(Qt.Key.Key_Return)
    counter.until(lambda: counter.intake.form.procedure.procedure is not None)


def recorded(counter: Counter) -> list[Refused]:
    desk = counter.running.desk
    assert desk is not None
    return refusals(desk, NINE_FIFTEEN.date(), NINE_FIFTEEN.date())


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(document[0].get_textpage().get_text_range().split())


def refuse(counter: Counter, reasons: str) -> None:
    """From the form to the paper."""
    before, papers = len(recorded(counter)), len(counter.printed)
    keys(counter, "Ctrl+R")
    pane = counter.intake.panes.refusing
    assert pane is not None
    assert focus() is pane.reasons.text
    type_in(reasons)
    press(Qt.Key.Key_F9)
    counter.until(lambda: counter.intake.panes.on_form)
    counter.until(lambda: len(recorded(counter)) == before + 1)
    counter.until(lambda: len(counter.printed) == papers + 1)


def test_a_citizen_is_refused_by_keyboard_and_the_paper_is_printed_again_after_a_restart(
    office: Path, opened: Callable[..., Counter]
) -> None:
    first = opened(office).ready()
    scan(CARD)
    first.until(lambda: not first.intake.form.applicant.empty)
    choose(first, "dkks")
    first.until(first.intake.form.papers.refusal.isVisible)
    refuse(first, "Không thuộc thẩm quyền của xã.")
    [one] = recorded(first)
    assert (one.applicant.full_name, one.reasons) == ("Nguyễn Văn Mẫu", ("Không thuộc thẩm quyền của xã.",))
    text = text_of(first.printed[0][1])
    assert "PHIẾU TỪ CHỐI TIẾP NHẬN" in text
    assert "Không thuộc thẩm quyền của xã." in text
    form = first.intake.form
    assert form.untouched
    assert form.procedure.search.hasFocus()
    assert first.intake.said.text().startswith("Đã từ chối tiếp nhận của Nguyễn Văn Mẫu")
    desk = first.running.desk
    assert desk is not None
    assert find(desk, "") == []
    assert load_drafts(desk) == []
    first.close()
    second = opened(office).ready()
    keys(second, "Ctrl+R")
    pane = second.intake.panes.refusing
    assert pane is not None
    second.until(lambda: pane.list.count() == 1)
    assert one.id in pane.list.item(0).text()
    keys(second, "Ctrl+P")
    second.until(lambda: second.printed)
    assert "in lại" in text_of(second.printed[0][1])
    press(Qt.Key.Key_Escape)
    assert second.intake.panes.on_form


def test_nothing_is_refused_without_a_reason_a_procedure_and_a_name(counter: Counter) -> None:
    keys(counter, "Ctrl+R")
    pane = counter.intake.panes.refusing
    assert pane is not None
    press(Qt.Key.Key_F9)
    assert pane.reasons.mistake.text().endswith("Cần ghi lý do từ chối.")
    type_in("Không thuộc thẩm quyền.")
    press(Qt.Key.Key_F9)
    counter.until(lambda: "Chưa chọn thủ tục" in pane.reasons.mistake.text())
    press(Qt.Key.Key_Escape)
    choose(counter, "dkks")
    keys(counter, "Ctrl+R")
    press(Qt.Key.Key_F9)
    counter.until(lambda: "Chưa có họ và tên" in pane.reasons.mistake.text())
    assert pane.send.isEnabled()
    scan(CARD)
    counter.until(lambda: counter.intake.panes.on_form)
    assert recorded(counter) == []
    keys(counter, "Ctrl+R")
    assert "Nguyễn Văn Mẫu" in pane.who.text()
    assert pane.reasons.value() == ["Không thuộc thẩm quyền."], "kept while the name was mended"
    press(Qt.Key.Key_F9)
    counter.until(lambda: len(recorded(counter)) == 1)


def test_a_dossier_set_aside_stays_when_another_of_the_same_citizen_is_refused(counter: Counter) -> None:
    scan(CARD)
    counter.until(lambda: not counter.intake.form.applicant.empty)
    choose(counter, "dkks")
    keys(counter, "Ctrl+N")
    choose(counter, "2.000815")
    refuse(counter, "Bản chính đã bị tẩy xóa.")
    form = counter.intake.form
    assert [one.procedure.code for one in recorded(counter)] == ["2.000815"]
    assert form.procedure.procedure is not None
    assert form.procedure.procedure.code == "1.001193"
    assert form.matters.matters == ()
    assert form.applicant.person().full_name == "Nguyễn Văn Mẫu"
