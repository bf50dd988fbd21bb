"""Refusing at reception: recorded before it is printed, without a dossier, listed and printed again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.domain.print_job import Step
from desk_app.operations.checking import verify
from desk_app.operations.desk import Desk
from desk_app.operations.drafts import load_drafts, save_draft
from desk_app.operations.find import find
from desk_app.operations.forms import make_form
from desk_app.operations.officer_work import work_between
from desk_app.operations.printing import REFUSAL, advance, document_of, enqueue
from desk_app.operations.receive import receive
from desk_app.operations.refusals import is_refusal, refusals, refuse
from sync.acts.refusing import RefusalRequest
from sync.acts.requests import IntakeRequest
from sync.model.dossier import Person
from tests.offices import MAU, OFFICER, THU, MovedClock, another_writes, new_desk, reopened, request

REASONS = ("Thửa đất không thuộc địa bàn xã.", "Thẩm quyền thuộc cơ quan cấp tỉnh.")


def asked(
    person: Person = MAU, procedure: str = "1.004873", reasons: tuple[str, ...] = REASONS
) -> RefusalRequest:
    return RefusalRequest(request(person, procedure), reasons)


@pytest.fixture
def desk(tmp_path: Path, clock: MovedClock) -> Iterator[Desk]:
    made = new_desk(tmp_path / "desk", clock)
    yield made
    assert verify(made)["problems"] == []
    made.close()


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def test_a_refusal_is_recorded_by_its_own_name_and_makes_no_dossier(desk: Desk, clock: MovedClock) -> None:
    [done] = refuse(desk, [asked()], OFFICER).value
    assert is_refusal(done.id)
    assert find(desk, "") == []
    [kept] = refusals(desk, clock.now.date(), clock.now.date())
    assert kept == done
    assert (kept.applicant.full_name, kept.procedure.code, kept.reasons) == (
        MAU.full_name,
        "1.004873",
        REASONS,
    )
    assert (kept.at, kept.by, kept.desk) == (clock.now, OFFICER, 1)
    [received] = receive(desk, [request()], OFFICER).value
    assert received.number.endswith("0001"), "a refusal takes no number"


def test_its_paper_is_printed_from_the_record_after_a_restart_and_marked_when_printed_again(
    tmp_path: Path, clock: MovedClock
) -> None:
    desk = new_desk(tmp_path / "other", clock)
    [done] = refuse(desk, [asked()], OFFICER).value
    desk.close()
    with reopened(tmp_path / "other", clock) as again:
        for reprint in (0, 1):
            job = enqueue(again, REFUSAL, OFFICER, title=done.id).value
            assert job.reprint == reprint
            said = text_of(document_of(again, job))
            assert "PHIẾU TỪ CHỐI TIẾP NHẬN" in said
            assert MAU.full_name in said
            assert all(reason in said for reason in REASONS)
            assert "Mã hồ sơ" not in said
            assert done.id in said, "the paper names the record it was printed from"
            assert ("in lại" in said) == bool(reprint)
            for step in (Step.RENDER, Step.SEND, Step.TAKE):
                advance(again, job.id, step)
        assert make_form(again, "refusal", done.id.lower())


def test_the_newest_refusal_comes_first_and_other_days_are_left_out(desk: Desk, clock: MovedClock) -> None:
    first = clock.now.date()
    refuse(desk, [asked(), asked(THU)], OFFICER)
    clock.forward(hours=1)
    refuse(desk, [asked(replace(MAU, full_name="Lê Văn Ví"))], OFFICER)
    names = [one.applicant.full_name for one in refusals(desk, first, first)]
    assert names == ["Lê Văn Ví", THU.full_name, MAU.full_name]
    clock.forward(days=1)
    assert refusals(desk, clock.now.date(), clock.now.date()) == []


def test_another_desks_refusal_is_listed_and_one_nobody_can_read_is_not(
    desk: Desk, clock: MovedClock
) -> None:
    today = clock.now.date()
    sound: dict[str, Any] = {
        "id": "TC-ABCDEFGH",
        "desk": 2,
        "procedure": {"code": "1.004873", "name": "Cấp giấy xác nhận"},
        "applicant": {"full_name": THU.full_name},
        "reasons": ["Không thuộc thẩm quyền."],
    }
    another_writes(desk, "refused", **sound)
    another_writes(desk, "refused", **{**sound, "reasons": []})
    another_writes(desk, "refused", role="hub", **{**sound, "id": "TC-HUBHUBHU"})
    assert [one.id for one in refusals(desk, today, today)] == ["TC-ABCDEFGH"]
    assert "Không thuộc thẩm quyền." in text_of(make_form(desk, "refusal", "TC-ABCDEFGH"))


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (asked(reasons=()), "reasons"),
        (asked(reasons=("Được.", " ")), "reasons[1]"),
        (asked(replace(MAU, full_name="")), "applicant.full_name"),
        (asked(procedure="9.999999"), "procedure"),
        (RefusalRequest(IntakeRequest("1.004873", MAU, subject="x" * 600), REASONS), "subject"),
    ],
)
def test_what_is_missing_is_named_and_nothing_is_recorded(
    desk: Desk, clock: MovedClock, given: RefusalRequest, field: str
) -> None:
    with pytest.raises(DeskError) as refused:
        refuse(desk, [given], OFFICER)
    assert [one.field for one in refused.value.mistakes] == [field]
    with pytest.raises(DeskError) as refused:
        refuse(desk, [asked(), given], OFFICER)
    assert [one.field for one in refused.value.mistakes] == [f"[1].{field}"]
    assert refusals(desk, clock.now.date(), clock.now.date()) == []


def test_the_draft_goes_with_the_refusal_and_stays_when_there_was_none(desk: Desk) -> None:
    save_draft(desk, "intake", {"note": "a"})
    with pytest.raises(DeskError):
        refuse(desk, [asked(reasons=())], OFFICER, drafts=["intake"])
    assert load_drafts(desk)
    refuse(desk, [asked()], OFFICER, drafts=["intake"])
    assert load_drafts(desk) == []


def test_refusals_count_as_the_officers_work(desk: Desk, clock: MovedClock) -> None:
    receive(desk, [request()], OFFICER)
    refuse(desk, [asked(), asked(THU)], OFFICER)
    [work] = work_between(desk, clock.now, clock.now)
    assert (work.acts, work.received, work.refused) == (3, 1, 2)


def test_a_name_nobody_gave_is_told_so(desk: Desk) -> None:
    with pytest.raises(DeskError, match="TC-AAAAAAAA"):
        make_form(desk, "refusal", "TC-AAAAAAAA")
