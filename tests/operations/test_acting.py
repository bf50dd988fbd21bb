"""Acts at the counter: each an entry, each refused in words where the law or the status does not allow it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.acting import ACTS, act_on
from desk_app.operations.checking import verify
from desk_app.operations.desk import Desk
from desk_app.operations.find import find, show
from desk_app.operations.receive import receive
from desk_app.operations.slips import slip_pdf_of
from sync.acts import moves
from sync.acts.move import Move
from sync.model.bodies import intake_in, unpack
from sync.model.dossier import Dossier, Paper, Person, Shown
from sync.model.moment import VIETNAM
from sync.model.status import Status
from tests.offices import OFFICER, MovedClock, new_desk, request


@pytest.fixture
def desk(tmp_path: Path, clock: MovedClock) -> Iterator[Desk]:
    """A desk with one dossier."""
    opened = new_desk(tmp_path, clock)
    receive(opened, [request()], OFFICER)
    yield opened
    assert verify(opened)["problems"] == []
    opened.close()


NUMBER = "H99.99.001-261123-0001"


def act(desk: Desk, name: str, given: object = None) -> Dossier:
    """Does an act."""
    return act_on(desk, NUMBER, name, {} if given is None else given, OFFICER).value


def test_a_supplement_is_asked_once_and_restarts_the_clock(desk: Desk, clock: MovedClock) -> None:
    asked = act(desk, "supplement", {"items": ["Bản án ly hôn"], "reason": "Thiếu giấy tờ"})
    assert asked.status is Status.SUPPLEMENT
    assert asked.history[-1].details["items"] == ["Bản án ly hôn"]
    clock.forward(days=2)
    given = act(desk, "supplemented")
    assert given.status is Status.RECEIVED
    assert given.due_at == datetime(2026, 11, 30, 9, 15, tzinfo=VIETNAM)  # 25/11 and three working days
    with pytest.raises(DeskError, match="một lần"):
        act(desk, "supplement", {"items": ["Thêm nữa"]})


def test_an_apology_appoints_anew_once_only(desk: Desk) -> None:
    first = act(desk, "apology", {"reason": "Chờ xác minh của xã khác", "days": 3})
    assert first.due_at == datetime(2026, 12, 2, 9, 15, tzinfo=VIETNAM)
    assert first.renewed is not None
    assert first.history[-1].details.get("late") is False
    with pytest.raises(DeskError, match="một lần"):
        act(desk, "apology", {"reason": "Lại chậm", "days": 1})
    assert find(desk, NUMBER)[0].due_at == first.due_at


def test_an_apology_on_the_last_day_is_marked_late(desk: Desk, clock: MovedClock) -> None:
    clock.forward(days=3, hours=3)
    assert act(desk, "apology", {"reason": "Chậm", "days": 1}).history[-1].details["late"] is True


def test_a_refusal_after_reception_is_processed_with_the_result_refused(desk: Desk) -> None:
    refused = act(desk, "refuse", {"reasons": ["Không thuộc thẩm quyền", "Đã đăng ký kết hôn"]})
    assert (refused.status, refused.result) == (Status.DONE, "refused")
    assert refused.ended_at is not None


def test_stopping_ends_the_dossier(desk: Desk) -> None:
    assert act(desk, "stop", {"reason": "Công dân đề nghị", "by_request": True}).status is Status.STOPPED
    with pytest.raises(DeskError):
        act(desk, "supplement", {"items": ["Gì đó"]})
    with pytest.raises(DeskError):
        act(desk, "apology", {"reason": "x", "days": 1})


def test_handing_over_begins_the_processing_and_is_a_line_of_history(desk: Desk) -> None:
    kept = act(desk, "handover", {"to": "Văn thư", "begins": "no"})
    assert (kept.status, kept.holder) == (Status.RECEIVED, "Văn thư")
    handed = act(desk, "handover", {"to": "Công chức tư pháp – hộ tịch", "receiver": "Lê Thị Hai"})
    assert (handed.status, handed.holder) == (Status.PROCESSING, "Lê Thị Hai")
    assert "Công chức tư pháp" in handed.history[-1].text


def test_a_correction_freezes_a_new_intake_and_reissues_the_slip(desk: Desk, clock: MovedClock) -> None:
    before = show(desk, NUMBER).dossier
    first_slip = slip_pdf_of(desk, before)
    clock.forward(hours=1)
    changes = {"applicant": {"full_name": "Nguyễn Văn Mậu"}, "procedure": "1.001193"}
    after = act(desk, "reissue", {"reason": "Ghi sai tên và thủ tục", "changes": changes})
    assert after.intake is not None
    assert before.intake is not None
    assert after.issue == 1
    assert after.number == before.number
    assert after.intake.applicant.full_name == "Nguyễn Văn Mậu"
    assert after.intake.applicant.id_number == before.intake.applicant.id_number
    assert after.intake.procedure.code == "1.001193"
    assert after.intake.received_at == before.intake.received_at
    assert after.due_at == datetime(2026, 11, 23, 17, 0, tzinfo=VIETNAM)
    assert slip_pdf_of(desk, after) != first_slip
    assert [row.owner for row in find(desk, "mậu")] == ["Nguyễn Văn Mậu"]
    assert act(desk, "reissue", {"reason": "Phiếu bị rách"}).issue == 2


def test_papers_and_all_five_roles_are_corrected_by_an_entry(desk: Desk) -> None:
    before = show(desk, NUMBER).dossier
    company = {"full_name": "Công ty TNHH Ví Dụ", "kind": "organisation", "id_number": "0109999999"}
    agency = {"full_name": "Trường Tiểu học Ví Dụ", "kind": "agency"}
    changes: dict[str, object] = {
        "owner": company,
        "representative": {"full_name": "Lê Thị Hai", "phone": "0900000002"},
        "payer": agency,
        "collector": {"full_name": "Phạm Văn Ba"},
        "representation": "introduced",
        "shown": [{"role": "representative", "paper": "introduction"}],
        "papers": [{"name": "Đơn đề nghị", "originals": 1}, {"name": "Sổ hộ tịch cũ", "copies": 2}],
    }
    after = act(desk, "reissue", {"reason": "Ghi thiếu người và giấy tờ", "changes": changes})
    intake = after.intake
    assert intake is not None
    assert before.intake is not None
    assert intake == replace(
        before.intake,
        owner=Person("Công ty TNHH Ví Dụ", "0109999999", "tax_code", "organisation"),
        representative=Person("Lê Thị Hai", phone="0900000002"),
        payer=Person("Trường Tiểu học Ví Dụ", kind="agency"),
        collector=Person("Phạm Văn Ba"),
        representation="introduced",
        shown=(Shown("representative", "introduction"),),
        papers=(Paper("Đơn đề nghị", 1), Paper("Sổ hộ tịch cũ", copies=2)),
    )
    assert (after.issue, after.due_at, after.history[0].effective) == (1, before.due_at, True)
    assert [row.owner for row in find(desk, "ví dụ")] == ["Công ty TNHH Ví Dụ"]
    nobody = {"owner": None, "representative": None, "payer": None, "collector": None}
    alone = act(desk, "reissue", {"reason": "Ghi nhầm hồ sơ", "changes": nobody}).intake
    assert alone == replace(before.intake, papers=intake.papers)


def test_a_correction_of_people_and_papers_keeps_what_the_reception_promised(desk: Desk) -> None:
    dossier = show(desk, NUMBER).dossier
    before = dossier.intake
    assert before is not None
    after = replace(before.applicant, phone="0900000009")
    asked = replace(moves.as_request(before), applicant=after, papers=())
    terms = replace(desk.settings.terms, policy="P3", form_set="TT 01/2018")
    how = {"calendar": desk.calendar, "terms": terms, "officer": OFFICER, "now": desk.clock()}
    made = moves.correct(dossier, asked, "Sai điện thoại", None, **how)  # type: ignore[arg-type]
    assert isinstance(made, Move)
    body = unpack(made.body)
    now = intake_in({**body, "at": body["received"], "by": body["received_by"]})
    assert now == replace(before, applicant=after, owner=after, papers=())
    other = replace(asked, channel="post")
    gone = moves.correct(dossier, other, "Gửi qua bưu chính", None, **how)  # type: ignore[arg-type]
    assert not isinstance(gone, Move)
    assert [one.field for one in gone] == ["procedure"]


@pytest.mark.parametrize(
    ("name", "given", "field"),
    [
        ("reissue", {"reason": "x", "changes": {"applicant": None}}, "changes.applicant"),
        ("reissue", {"reason": "x", "changes": {"owner": "Mẫu"}}, "changes.owner"),
        ("reissue", {"reason": "x", "changes": {"payer": {"phone": 1}}}, "changes.payer.phone"),
        ("reissue", {"reason": "x", "changes": {"payer": {"phone": "0900000001"}}}, "payer.full_name"),
        ("reissue", {"reason": "x", "changes": {"papers": "Đơn"}}, "changes.papers"),
        ("reissue", {"reason": "x", "changes": {"papers": [{"name": ""}]}}, "papers[0].name"),
        (
            "reissue",
            {"reason": "x", "changes": {"papers": [{"name": "Đơn", "copies": "2"}]}},
            "changes.papers[0].copies",
        ),
        (
            "reissue",
            {"reason": "x", "changes": {"shown": [{"role": "owner", "paper": "?"}]}},
            "shown[0].paper",
        ),
        ("reissue", {"reason": "x", "changes": {"representation": "friend"}}, "representation"),
        ("reissue", {"reason": "x", "changes": {"sets": True}}, "changes.sets"),
        ("reissue", {"reason": "x", "changes": {"owner": {"born": "1"}}}, "changes.owner.born"),
        ("note", {"text": "x", "texts": "y"}, "texts"),
        ("supplement", {"items": []}, "items"),
        ("supplement", {"items": ["", "x"]}, "items[0]"),
        ("supplement", {"items": 5}, "items"),
        ("refuse", {}, "reasons"),
        ("apology", {"reason": "x", "days": 0}, "days"),
        ("apology", {"reason": "", "days": 1}, "reason"),
        ("apology", {"reason": "x", "days": "1"}, "days"),
        ("stop", {}, "reason"),
        ("handover", {}, "to"),
        ("reissue", {}, "reason"),
        ("reissue", {"reason": "x", "changes": {"number": "1"}}, "changes.number"),
        ("reissue", {"reason": "x", "changes": {"applicant": {"full_name": ""}}}, "applicant.full_name"),
        ("reissue", {"reason": "x", "changes": {"procedure": "0.000000"}}, "procedure"),
        ("supplemented", {}, "status"),
        ("supplement", [], ""),
    ],
)
def test_a_wrong_act_names_its_field_and_writes_nothing(
    desk: Desk, name: str, given: object, field: str
) -> None:
    before = show(desk, NUMBER).dossier
    with pytest.raises(DeskError) as caught:
        act(desk, name, given)
    assert field in [one.field for one in caught.value.mistakes]
    assert show(desk, NUMBER).dossier == before


def test_an_unknown_act_names_those_there_are(desk: Desk) -> None:
    with pytest.raises(DeskError) as caught:
        act(desk, "burn")
    assert all(name in caught.value.advice for name in ACTS)
