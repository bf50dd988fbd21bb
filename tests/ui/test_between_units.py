"""Phi địa giới at the counter: the unit is chosen by keys, the pages say where the dossier is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desk_app.ui.act_fields import UnitBox
from desk_app.ui.dossier_cards import FLAGS
from sync.center.units.revoking import revoke
from tests.operations.two_units import NAMES, A, B, TwoUnits
from tests.ui.following import ask_for, do, opened_list, opened_page, words
from tests.ui.steps import BIRTH, CARD, Counter, press, scan, type_in

Open = Callable[..., Counter]


@pytest.fixture
def two(tmp_path: Path) -> Iterator[TwoUnits]:
    made = TwoUnits(tmp_path)
    yield made
    made.close()


def on(opened: Open, two: TwoUnits, unit: str) -> Counter:
    """A window on a commune's desk, at the clock of both, with a line to the center."""
    counter = opened(two.folder / unit, post=two.post)
    counter.now = two.clock.now
    return counter.ready()


def test_a_dossier_is_received_for_another_unit_by_keys(opened: Open, two: TwoUnits) -> None:
    counter = on(opened, two, A)
    form = counter.intake.form
    type_in(BIRTH)
    counter.until(lambda: form.procedure.search.rows)
    press(Qt.Key.Key_Return)
    counter.until(lambda: form.procedure.procedure is not None)
    scan(CARD)
    counter.until(lambda: not form.applicant.empty)
    form.unfold_channel()
    line = form.channel.unit
    line.setFocus(Qt.FocusReason.TabFocusReason)
    type_in("binh minh")
    counter.until(lambda: [one.title for one in line.rows] == [NAMES[B]] and line.open)
    press(Qt.Key.Key_Return)
    assert (line.text(), line.value) == (NAMES[B], B)
    assert form.request().for_unit == B
    draft = form.draft()
    form.clear()
    assert form.channel.unit.value == ""
    assert form.channel.isHidden()
    form.restore(draft, lambda _code: None)
    assert (form.channel.unit.text(), form.channel.unit.value) == (NAMES[B], B)
    assert not form.channel.isHidden()


def test_the_pages_say_where_the_dossier_is(opened: Open, two: TwoUnits) -> None:
    two.received(two.desk_a)
    two.sync()
    counter = on(opened, two, A)
    page = opened_page(counter)
    ask_for(counter, page.pane, "chuyen len")
    box = page.pane.form.boxes[0]
    assert isinstance(box, UnitBox)
    counter.until(box.line.hasFocus)
    type_in("binh")
    counter.until(lambda: [one.title for one in box.line.rows] == [NAMES[B]] and box.line.open)
    press(Qt.Key.Key_Return)
    assert box.value() == B
    do(counter, page)
    counter.until(lambda: "Đã chuyển đến UBND xã Bình Minh" in page.state.text())
    assert "chờ nơi đó nhận" in words(page)


def test_the_other_unit_reads_whose_dossier_it_is_and_since_when_it_has_it(
    opened: Open, two: TwoUnits
) -> None:
    number = two.received(two.desk_a)
    two.act(two.desk_a, number, "forward", to=B)
    two.sync()
    two.clock.forward(hours=1)
    two.act(two.desk_b, number, "accept")
    page = opened_page(on(opened, two, B))
    assert page.title.text() == number
    assert "Đang ở UBND xã Bình Minh từ 10:15" in page.state.text()
    assert A in words(page)


def test_the_list_says_where_the_dossier_is(opened: Open, two: TwoUnits) -> None:
    number = two.received(two.desk_a)
    two.act(two.desk_a, number, "forward", to=B)
    two.sync()
    two.clock.forward(hours=1)
    two.act(two.desk_b, number, "accept")
    two.sync()
    counter = opened_list(on(opened, two, A))
    rows = counter.finding.rows
    counter.until(lambda: "Ở xã Bình Minh từ 10:15" in str(rows.index(0, 5).data()).replace("\n", " "))
    assert rows.index(0, 0).data() == number


def test_the_page_says_what_of_a_revoked_machine_does_not_count(opened: Open, two: TwoUnits) -> None:
    number = two.received(two.desk_a)
    two.act(two.desk_a, number, "forward", to=B)
    two.sync()
    with two.center.store.snapshot() as ledger:
        heads = ledger.heads(f"unit:{A}").items()
        last = {
            one.incarnation.hex(): max(tip.seq for tip in tips)
            for one, tips in heads
            if one.node == two.desk_a.keys.node
        }
    two.act(two.desk_a, number, "note", text="của kẻ trộm")
    two.sync()
    revoke(two.center, f"{A}/1", "Lê Văn Quản", "máy bị mất", last=last)
    two.sync(2, two.desk_b)
    counter = on(opened, two, B)
    page = opened_page(counter)
    counter.until(lambda: FLAGS["recalled"] in words(page))
    assert f"Máy {A}/1 đã bị thu hồi: 1 ghi nhận của máy đó tạm không được tính – máy bị mất" in words(page)
    assert "của kẻ trộm" not in words(page)
