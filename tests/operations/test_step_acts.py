"""A commune's own dossiers worked on by steps at its desk, and what the center's staff did as the desk
sees it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.acting import act_on
from desk_app.operations.checking import verify
from desk_app.operations.desk import Desk
from desk_app.operations.find import show
from desk_app.operations.forms import make_form
from desk_app.operations.processes import process_for
from desk_app.operations.receive import receive
from sync.center.work.acting import act
from sync.center.work.processes import ProcessSet, set_process
from sync.center.work.rights import Actor
from sync.model.dossier import Dossier, Officer
from sync.model.process import default_process
from sync.model.status import Status
from tests.documents.pages import said
from tests.offices import OFFICER, UNIT, MovedClock, new_desk, request
from tests.operations.communes import Commune

NUMBER = "H99.99.001-261123-0001"
Given = tuple[tuple[str, dict[str, Any]], ...]
ANYBODY = Actor(Officer("hai", "Lê Văn Hai"), frozenset(), unbound=True)


@pytest.fixture
def desk(tmp_path: Path, clock: MovedClock) -> Iterator[Desk]:
    """A desk with a dossier."""
    opened = new_desk(tmp_path, clock)
    receive(opened, [request()], OFFICER)
    yield opened
    opened.close()


def do(desk: Desk, name: str, **given: Any) -> Dossier:
    return act_on(desk, NUMBER, name, given, OFFICER).value


def test_a_commune_works_by_steps_at_the_desk_and_its_sheet_writes_itself(
    desk: Desk, clock: MovedClock
) -> None:
    do(desk, "assign", to="Lê Thị Tư pháp", office="Công chức tư pháp – hộ tịch")
    clock.forward(hours=1)
    do(desk, "consult", office="Công an xã", question="Nơi cư trú", days=1)
    do(desk, "answer", opinion="agree")
    do(desk, "appraise", outcome="grant", text="Đủ điều kiện", to="Trần Chủ tịch")
    do(desk, "approve", signer="Trần Chủ tịch", title="Chủ tịch", number="12/XN", to="Văn thư Bốn")
    do(desk, "seal")
    done = do(desk, "finish", result="12/XN")
    assert (done.status, done.flags, done.ready_at is not None) == (Status.DONE, (), True)
    assert [run.name for run in done.work.runs] == ["Thẩm định", "Phê duyệt", "Đóng dấu", "Trả kết quả"]
    sheet = said(make_form(desk, "control-sheet", NUMBER))
    for words in (
        "Cơ quan phối hợp giải quyết hồ sơ: Công an xã", "2. Nhận: Lê Thị Tư pháp, Công chức tư pháp",
        "1. Giao: Lê Thị Tư pháp", "2. Nhận: Trần Chủ tịch", "Trước hạn", "Đã thẩm định",
    ):  # fmt: skip
        assert words in sheet, sheet
    assert verify(desk)["ok"]


def test_what_may_not_be_done_says_why_by_its_field(desk: Desk) -> None:
    for name, field, more in (
        ("approve", "step", {}),
        ("assign", "to", {}),
        ("assign", "why", {"to": "A", "why": "mood"}),
        ("seal", "colour", {"colour": "red"}),
        ("dance", "", {}),
    ):
        with pytest.raises(DeskError) as refused:
            do(desk, name, **more)
        assert not field or refused.value.mistakes[0].field == field
    assert show(desk, NUMBER).dossier.work.runs == ()


def test_the_process_of_the_nearer_counts_and_reaches_the_desk_with_the_next_exchange(
    commune: Commune,
) -> None:
    desk, _ = commune.desks
    commune.cut = False
    limit = "3 ngày làm việc"
    assert process_for(desk, "1.004873", limit) == default_process(limit, UNIT)
    admin = Actor(Officer("q", "Quản trị"), frozenset({"administrator"}))
    raw = {"steps": [{"kind": kind, "limit": "2 giờ"} for kind in ("receive", "resolve", "return")]}
    for basis, place in (("1", {"below": True}), ("2", {"unit": UNIT})):
        made = set_process(commune.center, admin, "", {**raw, "basis": basis}, **place)
        assert isinstance(made, ProcessSet)
        commune.sync(desk)
        found = process_for(desk, "1.004873", limit)
        assert (found.basis, found.unit, len(found.steps)) == (basis, UNIT, 3)
    wrong = {**raw, "steps": []}
    assert isinstance(set_process(commune.center, admin, "", wrong), tuple)


def test_the_desk_shows_what_the_center_did_and_prints_the_form_that_goes_with_it(commune: Commune) -> None:
    desk, _ = commune.desks
    commune.cut = False
    number, other = commune.received(desk, 2)
    for one in (number, other):
        act_on(desk, one, "forward", {"name": "Trung tâm"}, OFFICER)
    commune.sync(desk)
    to = {"id": "hai", "name": "Lê Văn Hai"}
    first: Given = (
        ("take", {}),
        ("assign", {"to": to, "office": "Phòng Tư pháp"}),
        ("supplement", {"items": ["Bản sao giấy khai sinh"], "reason": "Thiếu"}),
    )
    second: Given = (
        ("take", {}),
        ("apology", {"reason": "Chờ xác minh", "days": 2}),
        ("stop", {"reason": "Người nộp đề nghị", "by_request": True}),
    )
    for one, acts in ((number, first), (other, second)):
        for verb, given in acts:
            assert act(commune.center, ANYBODY, one, verb, given).done
    commune.sync(desk)
    here = show(desk, number).dossier
    assert (here.status, here.work.officer, here.work.paused) == (
        Status.SUPPLEMENT,
        Officer("hai", "Lê Văn Hai"),
        True,
    )
    assert "Bản sao giấy khai sinh" in said(make_form(desk, "supplement", number))
    assert "Chờ xác minh" in said(make_form(desk, "apology", other))
    assert "Người nộp đề nghị" in said(make_form(desk, "stopping", other))
    assert "2. Nhận: Lê Văn Hai, Phòng Tư pháp" in said(make_form(desk, "control-sheet", number))
    with pytest.raises(DeskError, match="xử lý ở đó"):
        act_on(desk, number, "consult", {"office": "A", "question": "?", "days": 1}, OFFICER)
    act_on(desk, number, "supplemented", {}, OFFICER)
    commune.sync(desk)
    back = act(commune.center, ANYBODY, number, "appraise", {"text": "Đủ"})
    assert back.done, back.mistakes
    assert commune.roots() is not None
    assert verify(desk)["ok"]
