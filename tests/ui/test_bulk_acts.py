"""Many dossiers at once: picked by keys, acted on in one go, each answered for in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desk_app.ui.act_forms import BULK
from sync.model.status import Status
from tests.ui.following import FIRST, acted, ask_for, chord, now, opened_list, received
from tests.ui.steps import UNIT, Counter, focus, press, type_in

SPACE, DOWN = Qt.Key.Key_Space, Qt.Key.Key_Down
SECOND, THIRD = f"{UNIT}-261123-0002", f"{UNIT}-261123-0003"


@pytest.fixture
def counter(office: Path, opened: Callable[..., Counter]) -> Counter:
    """Three dossiers; the first was withdrawn."""
    received(office, 3)
    acted(office, "withdraw", {"reason": "Công dân đổi ý"})
    return opened_list(opened(office).ready())


def all_picked(counter: Counter) -> None:
    """The cursor in the list, everything picked."""
    counter.finding.table.setFocus()
    chord(Qt.Key.Key_A)
    assert len(counter.finding.rows.marks) == 3


def outcome(counter: Counter) -> list[str]:
    shown = counter.finding.pane.outcome
    counter.until(shown.isVisible)
    return [shown.list.item(at).text() for at in range(shown.list.count())]


def done_in_bulk(counter: Counter, name: str, *texts: str) -> list[str]:
    """The act done on everything that was picked; the outcome's rows."""
    ask_for(counter, counter.finding.pane, name)
    for at, text in enumerate(texts):
        if at:
            press(Qt.Key.Key_Tab)
        type_in(text)
    chord(Qt.Key.Key_Return)
    return outcome(counter)


def test_rows_are_picked_by_space_and_told_without_colour(counter: Counter) -> None:
    page = counter.finding
    chord(SPACE)  # from the line one types in
    press(DOWN)
    chord(SPACE)
    assert list(page.rows.marks.values()) == [THIRD, SECOND]
    assert page.picked.words.text() == "Đã chọn 2 hồ sơ"
    page.table.setFocus()
    press(SPACE)
    assert list(page.rows.marks.values()) == [THIRD]
    state = page.rows.index(0, 0).data(Qt.ItemDataRole.CheckStateRole)
    assert state == Qt.CheckState.Checked
    press(Qt.Key.Key_Escape)
    assert page.rows.marks == {}
    assert not page.picked.isVisible()


def test_shift_and_the_arrows_pick_a_stretch(counter: Counter) -> None:
    counter.finding.table.setFocus()
    chord(DOWN, Qt.KeyboardModifier.ShiftModifier)
    chord(DOWN, Qt.KeyboardModifier.ShiftModifier)
    assert set(counter.finding.rows.marks.values()) == {FIRST, SECOND, THIRD}


def test_a_click_on_the_box_picks_a_row(counter: Counter) -> None:
    table = counter.finding.table
    place = table.visualRect(counter.finding.rows.index(1, 0))
    box = QPoint(place.left() + 16, place.center().y())
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, box)
    assert list(counter.finding.rows.marks.values()) == [SECOND]


def test_what_was_picked_stays_picked_through_another_search(counter: Counter) -> None:
    page = counter.finding
    chord(SPACE)
    type_in("nguyen 2")
    counter.until(lambda: page.rows.rowCount() == 1)
    chord(SPACE)
    assert set(page.rows.marks.values()) == {SECOND, THIRD}


def test_a_selection_is_offered_the_acts_that_suit_many(counter: Counter) -> None:
    all_picked(counter)
    chord(Qt.Key.Key_M)
    assert counter.finding.pane.list.names == list(BULK)
    assert "3 hồ sơ" in counter.finding.pane.title.text()


@pytest.mark.parametrize(
    ("name", "texts", "status", "done"),
    [
        ("ban giao", ("Tư pháp", "Lê Thị Hai"), Status.PROCESSING, 2),
        ("chuyen len", ("Trung tâm",), Status.PROCESSING, 2),
        ("nhan ket qua", ("15/UBND",), Status.DONE, 2),
        ("ghi noi de", ("Tủ 2",), Status.RECEIVED, 2),
        ("ghi chu", ("Chuyển cùng đợt",), Status.RECEIVED, 3),
    ],
)
def test_each_bulk_act_answers_for_every_dossier_in_words(
    counter: Counter, name: str, texts: tuple[str, ...], status: Status, done: int
) -> None:
    all_picked(counter)
    rows = done_in_bulk(counter, name, *texts)
    assert len(rows) == 3
    assert sum(row.startswith("✓") for row in rows) == done
    if done == 2:
        assert rows[0].startswith(f"✕ {FIRST}\nChưa làm: ")
        assert "1 hồ sơ chưa làm được" in counter.finding.pane.outcome.count.text()
    assert now(counter, THIRD).status is status
    assert now(counter, THIRD).history[-1].effective


def test_a_hand_over_list_of_those_handed_over_is_printed(counter: Counter) -> None:
    all_picked(counter)
    done_in_bulk(counter, "ban giao", "Tư pháp")
    assert focus() is counter.finding.pane.outcome.print
    assert len(counter.finding.pane.outcome.done) == 2
    press(SPACE)
    counter.until(lambda: counter.printed)
    assert counter.printed[0][0] == "Phiếu bàn giao"
    assert counter.printed[0][1].startswith(b"%PDF")


def test_an_empty_field_is_told_before_anything_is_done(counter: Counter) -> None:
    all_picked(counter)
    ask_for(counter, counter.finding.pane, "ban giao")
    chord(Qt.Key.Key_Return)
    box = counter.finding.pane.form.boxes[0]
    assert box.mistake.text() == "✕ Cần ghi nơi nhận hồ sơ."
    assert focus() is box.editor
    assert now(counter, THIRD).status is Status.RECEIVED


def test_the_pane_goes_by_escape_and_the_list_has_the_keys_again(counter: Counter) -> None:
    all_picked(counter)
    done_in_bulk(counter, "ghi chu", "Xong")
    press(Qt.Key.Key_Escape)
    assert not counter.finding.pane.isVisible()
    assert counter.finding.table.hasFocus()
