"""Working on a dossier by steps: what each act asks for, what it says, and what holds between two who
act at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations
from typing import Any

import pytest

from sync.acts import counter, moves, steps
from sync.acts.move import Made
from sync.acts.step_time import (
    APOLOGISE,
    APOLOGY_LATE,
    LATE,
    STEP_LATE,
    STEP_SOON,
    UNANSWERED,
    UNASSIGNED,
    step_warnings,
)
from sync.acts.steps import Signature
from sync.model import flag_words as flags
from sync.model.control_sheet import EARLY, ON_TIME, control_sheet
from sync.model.control_sheet import LATE as TOO_LATE
from sync.model.dossier import Dossier, Officer
from sync.model.entry import Entry
from sync.model.fold import fold
from sync.model.status import Status
from sync.model.work import after_move
from tests.acts.test_acts import CALENDAR
from tests.acts.working import (
    BA,
    CENTER,
    DOSSIER,
    HAI,
    HANH,
    HERE,
    LONG,
    MORNING,
    OTHER,
    RECEIVED,
    ROLES,
    SHORT,
    TU,
    Writer,
    appraised,
    approved,
    assigned,
    finished,
    sealed,
    through,
)


def fields_of(made: Made) -> list[str]:
    assert isinstance(made, tuple), made
    return [one.field for one in made]


def same_in_any_order(entries: list[Entry]) -> Dossier:
    """The fold, having seen that no order of arrival changes it."""
    some = list(permutations(entries)) if len(entries) < 6 else [entries, entries[::-1]]
    assert len({repr(fold(DOSSIER, order, ROLES)) for order in some}) == 1
    return fold(DOSSIER, entries, ROLES)


# -- one after the other -------------------------------------------------------------------------


def test_a_dossier_goes_through_five_steps_and_each_line_says_where_it_went() -> None:
    writer = through(Writer())
    dossier = writer.dossier
    assert (dossier.status, dossier.flags, dossier.work.step) == (Status.DONE, (), "return")
    assert [event.text for event in dossier.history[1:]] == [
        "Phân công cho Hai, bước Thẩm định, hạn 08:00 30/11/2026",
        "Thẩm định: đủ điều kiện giải quyết – Đạt; chuyển bước Phê duyệt cho Ba, hạn 16:00 23/11/2026",
        "Phê duyệt: Ba ký; chuyển bước Đóng dấu cho Tư, hạn 08:00 25/11/2026",
        "Đóng dấu, phát hành số 15/XN-UBND ngày 23/11/2026; chuyển bước Trả kết quả, hạn 08:30 25/11/2026",
        "Đã xử lý xong",
    ]
    assert [(run.step, run.officer, run.ended_by) for run in dossier.work.runs] == [
        ("appraise", HAI, "appraised"),
        ("approve", BA, "approved"),
        ("seal", TU, "sealed"),
        ("return", None, ""),
    ]


def test_three_steps_are_settled_and_signed_at_one() -> None:
    writer = Writer(process=SHORT)
    assigned(writer)
    assert writer.dossier.work.step == "resolve"
    appraised(writer)
    assert (writer.dossier.work.step, writer.dossier.work.officer) == ("resolve", BA)
    approved(writer, None)
    assert writer.dossier.work.step == "return"
    sealed(writer, "1/CT")
    finished(writer)
    assert writer.dossier.flags == ()


def test_the_processing_begins_with_the_first_act_and_the_process_is_frozen_once() -> None:
    writer = Writer()
    first = assigned(writer)
    assert (writer.dossier.status, writer.dossier.work.process) == (Status.PROCESSING, LONG)
    assert b'"process"' in (first.text or b"")
    writer.process = replace(LONG, basis="QĐ mới")
    second = appraised(writer)
    assert b'"process"' not in (second.text or b"")
    assert writer.dossier.work.process == LONG


def test_a_dossier_assigned_at_its_last_step_stays_there() -> None:
    writer = Writer()
    assigned(writer, TU, step="return")
    assert (writer.dossier.status, writer.dossier.work.step) == (Status.PROCESSING, "return")
    assert writer.dossier.work.officer == TU


def test_another_unit_begins_anew_with_its_own_process() -> None:
    writer = Writer()
    assigned(writer)
    appraised(writer)
    writer.write(counter.forward(writer.dossier, "", "Trung tâm", officer=HANH, now=writer.now))
    assert (writer.dossier.work.officer, writer.dossier.work.step) == (None, "approve")
    there = Writer(CENTER, HERE, list(writer.held), seq=50)
    there.write(steps.take_delivery(there.dossier, "UBND xã", ["Đơn"], [], there.ground()))
    work = there.dossier.work
    assert (work.step, work.process, work.officer) == ("appraise", HERE, None)


@pytest.mark.parametrize(
    ("to", "more", "field"),
    [
        (Officer("", ""), {}, "to"),
        (Officer("2", "\0"), {}, "to"),
        (BA, {"step": "nowhere"}, "step"),
        (BA, {"why": "mood"}, "why"),
        (BA, {"office": "x" * 300}, "office"),
    ],
)
def test_a_wrong_assignment_names_its_field(to: Officer, more: dict[str, str], field: str) -> None:
    writer = Writer()
    assert field in fields_of(steps.assign(writer.dossier, to, writer.ground(), **more))


def test_a_dossier_is_taken_from_somebody_only_with_a_reason_and_gets_no_new_limit() -> None:
    writer = Writer()
    assigned(writer)
    due = writer.dossier.work.due
    writer.now += timedelta(hours=5)
    assert fields_of(steps.assign(writer.dossier, BA, writer.ground())) == ["why"]
    assert fields_of(steps.assign(writer.dossier, HAI, writer.ground())) == ["to"]
    assigned(writer, BA, why="absence", note="Nghỉ ốm")
    assert (writer.dossier.work.officer, writer.dossier.work.due) == (BA, due)
    assert writer.dossier.history[-1].text == (
        "Phân công lại cho Ba (người trước vắng mặt), bước Thẩm định, hạn 08:00 30/11/2026 – Nghỉ ốm"
    )


def test_each_act_waits_for_its_step() -> None:
    writer = Writer()
    ground = writer.ground()
    assert set(fields_of(steps.approve(writer.dossier, Signature(), ground))) == {"step", "proposal"}
    assert set(fields_of(steps.seal(writer.dossier, "1", ground))) == {"step", "approval"}
    assert fields_of(steps.rework(writer.dossier, "x", ground)) == ["step"]
    assigned(writer)
    assert fields_of(steps.rework(writer.dossier, "", ground)) == ["reason", "step"]
    appraised(writer)
    assert fields_of(steps.appraise(writer.dossier, "grant", "", ground)) == ["step"]
    approved(writer)
    assert fields_of(steps.seal(writer.dossier, "", ground, copies=0, dated=date(2027, 1, 1))) == [
        "date", "copies", "number",
    ]  # fmt: skip
    sealed(writer)
    assert fields_of(steps.seal(writer.dossier, "2", ground)) == ["number"]
    finished(writer)
    for made in (
        steps.assign(writer.dossier, BA, ground, why="load"),
        steps.take_delivery(writer.dossier, "", [], [], ground),
        steps.consult(writer.dossier, "Công an", "?", 1, ground),
    ):
        assert fields_of(made) == ["status"]


@pytest.mark.parametrize(
    ("signature", "field"),
    [
        (Signature(capacity="PP."), "capacity"),
        (Signature(capacity="KT."), "instead_of"),
        (Signature(capacity="TUQ.", instead_of="Chủ tịch"), "basis"),
        (Signature(dated=date(2026, 11, 24)), "date"),
        (Signature(signer="x" * 300), "signer"),
    ],
)
def test_a_signature_says_in_which_right(signature: Signature, field: str) -> None:
    writer = Writer()
    assigned(writer)
    appraised(writer)
    assert fields_of(steps.approve(writer.dossier, signature, writer.ground())) == [field]


@pytest.mark.parametrize(
    ("capacity", "words"),
    [
        ("", "Phê duyệt: Lê Văn Ký ký, số 3/QĐ"),
        ("KT.", "Phê duyệt: Lê Văn Ký ký thay Chủ tịch, số 3/QĐ"),
        ("TUQ.", "Phê duyệt: Lê Văn Ký ký thừa ủy quyền Chủ tịch, số 3/QĐ"),
        ("TL.", "Phê duyệt: Lê Văn Ký ký thừa lệnh Chủ tịch, số 3/QĐ"),
    ],
)
def test_who_signed_for_whom_stands_in_the_history(capacity: str, words: str) -> None:
    writer = Writer()
    assigned(writer)
    appraised(writer)
    approved(
        writer, signer="Lê Văn Ký", capacity=capacity, instead_of="Chủ tịch", basis="01/GUQ", number="3/QĐ",
        dated=date(2026, 11, 23),
    )  # fmt: skip
    assert writer.dossier.history[-1].text.startswith(words)
    signed = writer.dossier.work.approval
    assert signed is not None
    assert (signed.by, signed.signer, signed.basis) == (BA, "Lê Văn Ký", "01/GUQ")


def test_silence_is_not_consent_and_an_answer_belongs_to_its_question() -> None:
    writer = Writer()
    assigned(writer)
    ground = writer.ground()
    assert fields_of(steps.consult(writer.dossier, "", "", 0, ground)) == ["days", "office", "question"]
    first = writer.write(steps.consult(writer.dossier, "Công an xã", "Cư trú?", 2, ground))
    second = writer.write(steps.consult(writer.dossier, "Địa chính", "Thửa đất?", 5, ground))
    assert fields_of(steps.appraise(writer.dossier, "grant", "", ground)) == ["despite"]
    assert fields_of(steps.answer(writer.dossier, "", "agree", "", ground)) == ["entry"]
    writer.write(steps.answer(writer.dossier, first.digest.hex(), "disagree", "Không cư trú", ground))
    assert [one.office for one in writer.dossier.work.unanswered] == ["Địa chính"]
    assert fields_of(steps.answer(writer.dossier, first.digest.hex(), "agree", "", ground)) == ["entry"]
    assert fields_of(steps.answer(writer.dossier, "", "other", "", ground)) == ["text"]
    writer.write(steps.answer(writer.dossier, second.digest.hex()[:16], "agree", "", ground, number="5/CV"))
    assert writer.dossier.work.unanswered == ()
    assert [event.text for event in writer.dossier.history[-4:]] == [
        "Lấy ý kiến Công an xã, trước 08:00 26/11/2026 – Cư trú?",
        "Lấy ý kiến Địa chính, trước 08:00 01/12/2026 – Thửa đất?",
        "Ý kiến của Công an xã: không đồng ý – Không cư trú",
        "Ý kiến của Địa chính: đồng ý",
    ]
    appraised(writer)


def test_rework_goes_back_to_whoever_had_the_step_and_takes_the_signature_off() -> None:
    writer = Writer()
    assigned(writer, office="Tư pháp")
    appraised(writer)
    approved(writer)
    assert fields_of(steps.rework(writer.dossier, "Sai", writer.ground(), step="return")) == ["step"]
    writer.write(steps.rework(writer.dossier, "Sai họ tên", writer.ground(TU), step="appraise"))
    work = writer.dossier.work
    assert (work.step, work.officer, work.office, work.approval) == ("appraise", HAI, "Tư pháp", None)
    assert work.proposal is not None
    assert writer.dossier.history[-1].text.startswith(
        "Trả lại để làm lại – Sai họ tên; chuyển bước Thẩm định cho Hai, Tư pháp"
    )


def test_a_step_waits_with_the_citizen_and_begins_anew_when_all_is_there() -> None:
    writer = Writer(process=replace(LONG, supplement="EXTEND"))
    assigned(writer)
    due = writer.dossier.due_at
    ask: dict[str, Any] = {"officer": HAI, "now": writer.now}
    writer.write(moves.ask_supplement(writer.dossier, ["Bản sao"], "Thiếu", **ask))
    assert (writer.dossier.work.paused, writer.dossier.work.officer, writer.dossier.work.due) == (
        True,
        HAI,
        None,
    )
    assert fields_of(steps.appraise(writer.dossier, "grant", "", writer.ground())) == ["status"]
    assigned(writer, BA, why="transfer")  # a person may change meanwhile
    assert (writer.dossier.work.officer, writer.dossier.work.paused) == (BA, True)
    writer.now += timedelta(days=2)
    back: dict[str, Any] = {"officer": HANH, "now": writer.now}
    writer.write(moves.take_supplement(writer.dossier, CALENDAR, "RESTART", **back))
    work = writer.dossier.work
    assert (work.paused, work.officer, work.since) == (False, BA, writer.now)
    assert work.due is not None
    assert work.due > writer.now
    assert due is not None
    assert writer.dossier.due_at == due + timedelta(days=1)  # EXTEND: one working day waited, the 24th is off
    assert writer.dossier.history[-1].details["rule"] == "EXTEND"
    appraised(writer)


def test_a_result_sent_back_by_the_desk_is_with_whoever_worked_on_it() -> None:
    writer = through(Writer())
    writer.write(counter.reopen(writer.dossier, "Sai tên", officer=HANH, now=writer.now))
    work = writer.dossier.work
    assert (writer.dossier.status, work.step, work.officer) == (Status.PROCESSING, "appraise", HAI)
    assert (work.approval, work.sealing) == (None, None)
    bare = replace(work, runs=(), step="return")
    assert after_move(bare, Status.DONE, Status.PROCESSING, MORNING, "status").step == "appraise"


def test_papers_that_did_not_come_are_flagged_until_they_do() -> None:
    writer = Writer()
    take = steps.take_delivery
    writer.write(take(writer.dossier, "Một cửa", ["Đơn"], ["Bản sao", "Ảnh"], writer.ground(), listed="12"))
    dossier = writer.dossier
    assert (dossier.flags, dossier.work.missing) == ((flags.PAPERS_MISSING,), ("Bản sao", "Ảnh"))
    assert dossier.history[-1].text == (
        "Nhận bàn giao hồ sơ từ Một cửa theo danh sách 12; THIẾU: Bản sao, Ảnh; chuyển bước Thẩm định, "
        "hạn 08:00 30/11/2026"
    )
    assert dossier.holder == "Hai"
    assigned(writer, BA)
    writer.write(take(writer.dossier, "Một cửa", ["Bản sao", "Ảnh"], [], writer.ground()))
    assert (writer.dossier.flags, writer.dossier.work.officer) == ((), BA)


# -- two who did not see each other --------------------------------------------------------------


def both(first: Writer, other: Writer) -> Dossier:
    """What everybody sees once all has come together."""
    first.hears(other)
    return same_in_any_order(first.held)


@pytest.mark.parametrize("node", [OTHER, CENTER])
def test_of_two_assignments_the_first_stands_and_a_person_is_told(node: bytes) -> None:
    first = Writer()
    other = first.twin(node)
    one, two = assigned(first, HAI), assigned(other, BA)
    dossier = both(first, other)
    winner = min((one, two), key=lambda entry: entry.order)
    assert dossier.work.officer == (HAI if winner is one else BA)
    assert set(dossier.flags) == {"conflict", flags.ASSIGNED_TWICE}
    assert [event.effective for event in dossier.history] == [True, True, False]


def test_of_two_different_acts_the_one_nearer_to_the_result_holds() -> None:
    first = Writer()
    assigned(first)
    other = first.twin()
    assigned(other, BA, why="load")
    appraised(first)
    dossier = both(first, other)
    assert (dossier.work.step, dossier.work.proposal is not None) == ("approve", True)
    assert set(dossier.flags) == {"conflict", flags.WORK_CROSSED}


def test_a_signature_holds_against_a_return_for_rework_nobody_had_seen() -> None:
    first = Writer()
    assigned(first)
    appraised(first)
    other = first.twin()
    other.write(steps.rework(other.dossier, "Sai", other.ground(BA)))
    approved(first)
    dossier = both(first, other)
    assert (dossier.work.step, dossier.work.approval is not None) == ("seal", True)
    assert flags.WORK_CROSSED in dossier.flags


def test_of_two_signatures_and_of_two_appraisals_the_first_counts() -> None:
    first = Writer()
    assigned(first)
    twin = first.twin()
    appraised(first)
    appraised(twin)
    assert set(both(first, twin).flags) == {"conflict", flags.WORKED_TWICE}
    one = Writer()
    assigned(one)
    appraised(one)
    other = one.twin()
    approved(one)
    approved(other)
    assert set(both(one, other).flags) == {"conflict", flags.APPROVED_TWICE}


def test_a_withdrawal_holds_against_a_signature_whichever_is_read_first() -> None:
    for late in (True, False):
        first = Writer()
        assigned(first)
        appraised(first)
        other = first.twin()
        other.write(counter.withdraw(other.dossier, "Đổi ý", officer=HANH, now=other.now))
        if late:
            first.write(counter.note(first.dossier, "x", officer=BA, now=first.now))
        approved(first)
        dossier = both(first, other)
        assert (dossier.status, dossier.work.step, dossier.work.officer) == (Status.WITHDRAWN, "", None)
        assert {"conflict", flags.SIGNED_TOO_LATE} <= set(dossier.flags)


def test_an_appraisal_beside_a_supplement_is_kept_and_said() -> None:
    first = Writer()
    assigned(first)
    other = first.twin()
    ask: dict[str, Any] = {"officer": HANH, "now": other.now}
    other.write(moves.ask_supplement(other.dossier, ["Bản sao"], "Thiếu", **ask))
    appraised(first)
    dossier = both(first, other)
    assert (dossier.status, dossier.flags) == (Status.SUPPLEMENT, (flags.WORKED_MEANWHILE,))
    assert (dossier.work.step, dossier.work.paused) == ("approve", True)


def test_what_either_of_two_counted_in_is_there() -> None:
    first = Writer()
    other = first.twin()
    first.write(steps.take_delivery(first.dossier, "", ["A"], ["B", "C"], first.ground()))
    other.write(steps.take_delivery(other.dossier, "", ["A", "B"], ["C", "D"], other.ground()))
    dossier = both(first, other)
    assert (dossier.work.missing, dossier.flags) == (("C",), (flags.PAPERS_MISSING,))


def test_of_two_answers_the_first_stands() -> None:
    first = Writer()
    assigned(first)
    first.write(steps.consult(first.dossier, "Công an", "?", 1, first.ground()))
    other = first.twin()
    first.write(steps.answer(first.dossier, "", "agree", "", first.ground()))
    other.write(steps.answer(other.dossier, "", "disagree", "Không", other.ground()))
    dossier = both(first, other)
    assert dossier.flags == (flags.ANSWERED_TWICE,)
    assert len([event for event in dossier.history if not event.effective]) == 1


def test_what_was_assigned_is_undone_but_not_what_was_signed() -> None:
    writer = Writer()
    assigned(writer)
    undo: dict[str, Any] = {"officer": HAI, "now": writer.now}
    writer.write(counter.undo(writer.dossier, writer.node, "Nhầm", **undo))
    assert (writer.dossier.status, writer.dossier.work.runs) == (Status.RECEIVED, ())
    assigned(writer)
    appraised(writer)
    approved(writer)
    assert isinstance(counter.undo(writer.dossier, writer.node, "Nhầm", **undo), tuple)


# -- warnings, and the sheet that writes itself ----------------------------------------------------


def warned(writer: Writer) -> list[str]:
    return [one.kind for one in step_warnings(writer.dossier, CALENDAR, writer.now)]


def test_a_step_is_warned_of_before_it_is_late_and_the_apology_a_day_before_the_end() -> None:
    writer = Writer()
    assert warned(writer) == []
    assigned(writer)
    assert warned(writer) == []
    due = writer.dossier.work.due
    assert due is not None
    writer.now = due - timedelta(hours=1)
    assert warned(writer) == [APOLOGISE, STEP_SOON]
    writer.now = due + timedelta(minutes=1)
    assert warned(writer) == [APOLOGISE, STEP_LATE]
    writer.write(counter.forward(writer.dossier, "", "Trung tâm", officer=HANH, now=writer.now))
    assert warned(writer) == [APOLOGISE]
    last = writer.dossier.due_at
    assert last is not None
    writer.now = last - timedelta(minutes=5)
    assert warned(writer) == [APOLOGY_LATE]
    writer.now = last + timedelta(minutes=5)
    assert warned(writer) == [LATE]
    finished(writer)
    assert warned(writer) == []


def test_nobodys_step_and_an_opinion_that_does_not_come_are_warned_of() -> None:
    writer = Writer()
    writer.write(steps.take_delivery(writer.dossier, "", ["A"], [], writer.ground()))
    assert warned(writer) == [UNASSIGNED]
    assigned(writer)
    writer.write(steps.consult(writer.dossier, "Công an", "?", 1, writer.ground()))
    assert warned(writer) == []
    writer.now += timedelta(days=2, minutes=1)
    assert warned(writer) == [UNANSWERED]
    ask: dict[str, Any] = {"officer": HANH, "now": writer.now}
    writer.write(moves.ask_supplement(writer.dossier, ["B"], "Thiếu", **ask))
    assert warned(writer) == [UNANSWERED]  # the clock stands, the question does not


def test_the_control_sheet_writes_itself_from_the_steps() -> None:
    writer = Writer()
    writer.write(counter.note(writer.dossier, "x", officer=HANH, now=writer.now))
    assigned(writer, office="Phòng Tư pháp")
    writer.now += timedelta(days=8)
    writer.write(steps.consult(writer.dossier, "Công an xã", "?", 1, writer.ground()))
    writer.write(steps.answer(writer.dossier, "", "agree", "", writer.ground()))
    appraised(writer)
    writer.now = writer.dossier.work.due or writer.now
    approved(writer)
    sealed(writer)
    finished(writer)
    sheet = control_sheet(writer.dossier)
    assert [(row.giver, row.taker, row.result, row.note) for row in sheet.rows] == [
        ("Bộ phận tiếp nhận và trả kết quả", "Hai, Phòng Tư pháp", "", ""),
        ("Hai, Phòng Tư pháp", "Ba", TOO_LATE, "Đã thẩm định"),
        ("Ba", "Tư", ON_TIME, "Đã phê duyệt"),
        ("Tư", "Trả kết quả", EARLY, "Đã đóng dấu"),
    ]
    assert (sheet.resolver, sheet.partners) == ("Phòng Tư pháp", "Công an xã")
    assert control_sheet(fold(DOSSIER, [RECEIVED], ROLES)).rows == ()
