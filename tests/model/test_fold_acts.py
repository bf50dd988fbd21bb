"""The counter's acts in the fold: what each means, and what holds where two desks did not see each other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import permutations
from typing import Any

import pytest

from sync.model import kinds
from sync.model.act_bodies import rating_in, setting_in, shift_in
from sync.model.bodies import Unreadable, pack, person_out
from sync.model.dossier import Dossier, Person
from sync.model.entry import Entry
from sync.model.fold import fold
from sync.model.moment import VIETNAM
from sync.model.status import Status
from tests.model.test_fold import (
    CENTER,
    DESK,
    DOSSIER,
    INTAKE,
    OTHER,
    RECEIVED,
    ROLES,
    entry,
    move,
    same_in_any_order,
    to,
)  # fmt: skip

S = Status
AT = datetime(2026, 11, 23, 14, 0, tzinfo=VIETNAM)
BINH = Person("Trần Văn Bình", "001079012345", "citizen_card")


def say(kind: str, seen: Sequence[Entry], node: bytes = DESK, seq: int = 2, **fields: Any) -> Entry:
    """An act of two o'clock."""
    body = {"at": "2026-11-23T14:00+07:00", "by": ["cb1", "Hạnh"], **fields}
    return entry(node, seq, kind, pack(body), seen)


def undo(target: Entry, seen: Sequence[Entry], node: bytes = DESK, seq: int = 9) -> Entry:
    return say(kinds.UNDONE, seen, node, seq, entry=target.digest.hex(), reason="Bấm nhầm")


def done_here() -> list[Entry]:
    return [RECEIVED, move(S.DONE, [RECEIVED])]


# -- each act ------------------------------------------------------------------------------------


def test_a_payment_adds_up_and_names_its_way() -> None:
    first = say(kinds.PAYMENT, [RECEIVED], amount=8_000, way="cash", payer="Ông Bình", lines=["Phí"])
    second = say(kinds.PAYMENT, [first], seq=3, amount=2_000, way="vietqr", proof="FT123")
    dossier = same_in_any_order([RECEIVED, first, second])
    assert (dossier.paid, dossier.flags) == (10_000, ())
    assert [(one.amount, one.way, one.at) for one in dossier.payments] == [
        (8_000, "cash", AT),
        (2_000, "vietqr", AT),
    ]
    assert dossier.history[1].text == "Thu 8.000 đ (tiền mặt, người nộp Ông Bình)"
    assert dossier.history[2].text == "Thu 2.000 đ (VietQR) – FT123"


def test_a_payment_settles_the_demand_it_has_seen_and_moves_the_due_time() -> None:
    asked = move(S.FEE_DUE, [RECEIVED])
    wanted = entry(DESK, 2, kinds.STATUS, to(S.FEE_DUE, amount=10_000), [RECEIVED])  # type: ignore[arg-type]
    due = "2026-12-01T10:00+07:00"
    half = say(kinds.PAYMENT, [wanted], seq=3, amount=4_000, way="cash")
    rest = say(kinds.PAYMENT, [half], seq=4, amount=6_000, way="cash", due=due)
    assert fold(DOSSIER, [RECEIVED, wanted, half], ROLES).status is S.FEE_DUE
    dossier = same_in_any_order([RECEIVED, wanted, half, rest])
    assert (dossier.status, dossier.demanded) == (S.PROCESSING, 10_000)
    assert dossier.due_at == datetime(2026, 12, 1, 10, 0, tzinfo=VIETNAM)
    unseen = say(kinds.PAYMENT, [RECEIVED], OTHER, 1, amount=4_000, way="cash")
    assert same_in_any_order([RECEIVED, asked, unseen]).status is S.FEE_DUE


def test_the_papers_are_where_the_last_word_says() -> None:
    handed = say(kinds.HANDOVER, [RECEIVED], to="Tư pháp", receiver="Lê Hai", moves="processing")
    placed = say(kinds.LOCATED, [handed], seq=3, place="Tủ 2, ngăn 1")
    sent = say(kinds.FORWARDED, [placed], seq=4, name="Trung tâm Ví Dụ", papers=["Tờ khai"])
    one = same_in_any_order([RECEIVED, handed, placed])
    assert (one.status, one.holder, one.place) == (S.PROCESSING, "Lê Hai", "Tủ 2, ngăn 1")
    away = same_in_any_order([RECEIVED, handed, placed, sent])
    assert (away.holder, away.place) == ("Trung tâm Ví Dụ", "")
    old = say(kinds.HANDOVER, [RECEIVED], to="Tư pháp")  # as it was written before: no status with it
    assert fold(DOSSIER, [RECEIVED, old], ROLES).status is S.RECEIVED


def test_a_result_is_ready_when_it_is_at_the_desk_not_when_the_center_is_done() -> None:
    sent = say(kinds.FORWARDED, [RECEIVED], name="Trung tâm")
    done = move(S.DONE, [sent], CENTER, 1)
    here = say(kinds.ARRIVED, [done], seq=3, number="15/QĐ", date="2026-11-23", source="x")
    away = same_in_any_order([RECEIVED, sent, done])
    assert (away.ready_at, away.holder) == (None, "Trung tâm")
    back = same_in_any_order([RECEIVED, sent, done, here])
    assert back.arrived is not None
    assert (back.ready_at, back.holder, back.arrived.number) == (AT, "", "15/QĐ")
    assert fold(DOSSIER, done_here(), ROLES).ready_at == AT
    straight = same_in_any_order([RECEIVED, sent, say(kinds.ARRIVED, [sent], seq=3)])
    assert (straight.status, straight.ready_at) == (S.DONE, AT)
    reopened = move(S.PROCESSING, [here], seq=4)
    assert fold(DOSSIER, [RECEIVED, sent, done, here, reopened], ROLES).arrived is None


def test_the_returning_says_who_collected_and_how() -> None:
    entries = done_here()
    body = {
        "at": "2026-11-23T15:00+07:00", "by": ["cb1", "Hạnh"], "to": "returned", "relation": "lost-slip",
        "collector": person_out(BINH), "checked": "Căn cước", "slip": "lost", "reason": "Mất phiếu",
        "signed": "paper", "originals_back": 2,
    }  # fmt: skip
    out = entry(DESK, 3, kinds.STATUS, pack(body), entries)
    dossier = same_in_any_order([*entries, out])
    assert dossier.returned is not None
    assert (dossier.returned.collector, dossier.returned.relation) == (BINH, "lost-slip")
    assert (dossier.returned.originals_back, dossier.returned.slip) == (2, "lost")
    assert dossier.history[-1].text == "Đã trả kết quả – Mất phiếu cho Trần Văn Bình (mất phiếu)"
    assert fold(DOSSIER, [*entries, move(S.RETURNED, entries, seq=3)], ROLES).returned is not None


def test_calls_and_notes_are_lines_of_the_history_and_nothing_else() -> None:
    called = say(kinds.CALLED, [RECEIVED], phone="0900000001", to="Ông Bình", outcome="no-answer")
    noted = say(kinds.NOTED, [called], seq=3, text="Hẹn chiều")
    dossier = same_in_any_order([RECEIVED, called, noted])
    assert [event.text for event in dossier.history[1:]] == [
        "Gọi điện Ông Bình 0900000001 – không nghe máy",
        "Ghi chú: Hẹn chiều",
    ]
    assert (dossier.status, dossier.flags) == (S.RECEIVED, ())


def test_an_annulled_intake_keeps_its_number_and_takes_no_more_acts() -> None:
    off = say(kinds.ANNULLED, [RECEIVED], reason="Nhập trùng", instead_of="H15.50.05.13-261123-0002")
    later = move(S.PROCESSING, [off], CENTER, 1)
    dossier = same_in_any_order([RECEIVED, off, later])
    assert dossier.annulled is not None
    assert (dossier.number, dossier.label, dossier.ended_at) == (INTAKE.number, "Đã hủy tiếp nhận", AT)
    assert (dossier.status, dossier.flags) == (S.RECEIVED, ("not-permitted",))
    entries = done_here()
    out = move(S.RETURNED, entries, seq=3)
    late = say(kinds.ANNULLED, [out], seq=4, reason="Trùng")
    kept = same_in_any_order([*entries, out, late])
    assert (kept.annulled, kept.status, kept.flags) == (None, S.RETURNED, ("not-permitted",))


# -- two desks that did not see each other -------------------------------------------------------


@pytest.mark.parametrize(("first", "second"), [(DESK, OTHER), (OTHER, DESK)])
def test_what_the_citizen_has_in_hand_holds_against_an_annulment(first: bytes, second: bytes) -> None:
    done = move(S.DONE, [RECEIVED])
    out = move(S.RETURNED, [done], first, 3)
    off = say(kinds.ANNULLED, [done], second, 4, reason="Trùng")
    dossier = same_in_any_order([RECEIVED, done, out, off])
    assert (dossier.status, dossier.annulled, dossier.flags) == (S.RETURNED, None, ("conflict",))
    tall = say(kinds.NOTED, [off], second, 5, text="x")
    assert same_in_any_order([RECEIVED, done, out, off, tall]).annulled is None


@pytest.mark.parametrize(("first", "second"), [(DESK, OTHER), (OTHER, DESK)])
@pytest.mark.parametrize("status", [S.WITHDRAWN, S.STOPPED, S.DONE])
def test_an_annulment_holds_against_what_ended_the_dossier_unseen(
    status: Status, first: bytes, second: bytes
) -> None:
    ended = move(status, [RECEIVED], first, 3)
    off = say(kinds.ANNULLED, [RECEIVED], second, 4, reason="Trùng")
    dossier = same_in_any_order([RECEIVED, ended, off])
    assert dossier.annulled is not None
    assert "conflict" in dossier.flags


def test_a_result_given_out_twice_is_flagged_and_the_first_in_order_stands() -> None:
    entries = done_here()
    one, other = move(S.RETURNED, entries, DESK, 3), move(S.RETURNED, entries, OTHER, 1)
    dossier = same_in_any_order([*entries, one, other])
    assert (dossier.status, dossier.flags) == (S.RETURNED, ("conflict",))
    assert [event.effective for event in dossier.history] == [True, True, True, False]


@pytest.mark.parametrize("status", [S.WITHDRAWN, S.STOPPED])
def test_a_result_given_out_holds_against_a_withdrawal_and_a_stop(status: Status) -> None:
    processing = move(S.PROCESSING, [RECEIVED])
    done = move(S.DONE, [processing], seq=3)
    out = move(S.RETURNED, [done], seq=4)
    against = move(status, [processing], OTHER, 1)
    dossier = same_in_any_order([RECEIVED, processing, done, out, against])
    assert (dossier.status, dossier.flags) == (S.RETURNED, ("conflict",))


def test_the_same_fee_taken_at_two_desks_is_counted_twice_and_flagged() -> None:
    one = say(kinds.PAYMENT, [RECEIVED], amount=8_000, way="cash", lines=["Phí"])
    two = say(kinds.PAYMENT, [RECEIVED], OTHER, 1, amount=8_000, way="cash", lines=["Phí"])
    other = say(kinds.PAYMENT, [RECEIVED], OTHER, 1, amount=5_000, way="cash", lines=["Lệ phí"])
    twice = same_in_any_order([RECEIVED, one, two])
    assert (twice.paid, twice.flags) == (16_000, ("paid-twice",))
    assert "đã thu ở quầy khác" in twice.history[2].text
    assert same_in_any_order([RECEIVED, one, other]).flags == ()


def test_papers_sent_on_after_the_end_nobody_knew_of_change_nothing() -> None:
    over = move(S.WITHDRAWN, [RECEIVED], OTHER, 1)
    sent = say(kinds.FORWARDED, [RECEIVED], name="Trung tâm", seq=3)
    later = say(kinds.NOTED, [over], OTHER, 2, text="x")
    late = say(kinds.FORWARDED, [later], OTHER, 3, name="Trung tâm")
    assert same_in_any_order([RECEIVED, over, later, late]).flags == ("not-permitted",)
    dossier = same_in_any_order([RECEIVED, over, sent])
    assert dossier.status is S.WITHDRAWN


# -- undoing -------------------------------------------------------------------------------------


def test_an_undone_act_stays_in_the_history_without_effect() -> None:
    stopped = move(S.STOPPED, [RECEIVED], reason="Nhầm hồ sơ")
    dossier = same_in_any_order([RECEIVED, stopped, undo(stopped, [stopped])])
    assert (dossier.status, dossier.flags, dossier.ended_at) == (S.RECEIVED, (), None)
    assert [event.effective for event in dossier.history] == [True, False, True]
    assert dossier.history[1].text == "Dừng xử lý – Nhầm hồ sơ (đã hoàn tác)"


def test_acts_are_undone_one_after_the_other_from_the_last() -> None:
    handed = say(kinds.HANDOVER, [RECEIVED], to="Tư pháp", moves="processing")
    paid = say(kinds.PAYMENT, [handed], seq=3, amount=5, way="cash")
    first = undo(paid, [paid], seq=4)
    second = undo(handed, [first], seq=5)
    one = same_in_any_order([RECEIVED, handed, paid, first])
    assert (one.status, one.paid) == (S.PROCESSING, 0)
    both = same_in_any_order([RECEIVED, handed, paid, first, second])
    assert (both.status, both.holder, both.flags) == (S.RECEIVED, "", ())


def test_what_rests_on_an_act_keeps_it_from_being_undone() -> None:
    done = move(S.DONE, [RECEIVED])
    out = move(S.RETURNED, [done], OTHER, 1)
    unseen, seen = undo(done, [done]), undo(done, [out])
    apart = same_in_any_order([RECEIVED, done, out, unseen])
    assert (apart.status, apart.flags) == (S.RETURNED, ("conflict",))
    known = same_in_any_order([RECEIVED, done, out, seen])
    assert (known.status, known.flags) == (S.RETURNED, ("not-permitted",))


def test_nobody_undoes_another_writers_act_or_what_it_has_not_seen_or_what_is_not_to_be_undone() -> None:
    stopped = move(S.STOPPED, [RECEIVED])
    apology = say(kinds.APOLOGY, [RECEIVED], before="2026-11-26T12:00+07:00", due="2026-11-30T12:00+07:00")
    for target, wish in (
        (stopped, undo(stopped, [stopped], OTHER, 1)),
        (stopped, undo(stopped, [RECEIVED])),
        (apology, undo(apology, [apology])),
        (RECEIVED, undo(RECEIVED, [RECEIVED])),
    ):
        entries = list({one.digest: one for one in (RECEIVED, target, wish)}.values())
        dossier = same_in_any_order(entries)
        assert "not-permitted" in dossier.flags
        assert all(event.effective for event in dossier.history if event.entry == target.digest.hex())


def test_a_returning_is_undone_on_the_same_day_only() -> None:
    entries = done_here()
    out = move(S.RETURNED, entries, seq=3)
    again = undo(out, [out], seq=4)
    assert same_in_any_order([*entries, out, again]).status is S.DONE
    from sync.model.entry import new_entry

    tomorrow = new_entry(
        again.journal, None, kind=kinds.UNDONE, body=bytes(16) + (again.text or b""), day=again.day + 1,
        flags=again.flags, dossier=DOSSIER, seen=[out.digest], height=out.height + 1,
    )  # fmt: skip
    late = same_in_any_order([*entries, out, tomorrow])
    assert (late.status, late.flags) == (S.RETURNED, ("not-permitted",))


def test_two_undoings_of_one_act_undo_it_once() -> None:
    stopped = move(S.STOPPED, [RECEIVED])
    first, second = undo(stopped, [stopped], seq=3), undo(stopped, [stopped], seq=4)
    dossier = same_in_any_order([RECEIVED, stopped, first, second])
    assert (dossier.status, dossier.flags) == (S.RECEIVED, ())


# -- bodies nobody can use -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (kinds.PAYMENT, {"amount": 0, "way": "cash"}),
        (kinds.PAYMENT, {"amount": -5, "way": "cash"}),
        (kinds.PAYMENT, {"amount": 10**12 + 1, "way": "cash"}),
        (kinds.PAYMENT, {"amount": True, "way": "cash"}),
        (kinds.PAYMENT, {"amount": 5, "way": "gold"}),
        (kinds.PAYMENT, {"amount": 5, "way": "cash", "lines": [5]}),
        (kinds.PAYMENT, {"amount": 5, "way": "cash", "due": "soon"}),
        (kinds.LOCATED, {"place": 5}),
        (kinds.FORWARDED, {"papers": "x"}),
        (kinds.ARRIVED, {"date": "yesterday"}),
        (kinds.NOTED, {}),
        (kinds.CALLED, {"phone": [1]}),
        (kinds.ANNULLED, {}),
        (kinds.ANNULLED, {"reason": "x", "instead_of": 5}),
        (kinds.UNDONE, {"entry": "xyz", "reason": "x"}),
        (kinds.UNDONE, {"entry": "ab", "reason": "x"}),
        (kinds.UNDONE, {"entry": RECEIVED.digest.hex()}),
        (kinds.STATUS, {"to": "returned", "relation": "neighbour"}),
        (kinds.STATUS, {"to": "returned", "collector": "ông Bình"}),
        (kinds.STATUS, {"to": "fee_due", "amount": -1}),
        (kinds.HANDOVER, {"to": "x", "moves": 5}),
    ],
)
def test_an_unreadable_act_has_no_effect_at_all(kind: str, fields: dict[str, Any]) -> None:
    before = fold(DOSSIER, done_here(), ROLES)
    after = fold(DOSSIER, [*done_here(), say(kind, done_here(), seq=3, **fields)], ROLES)
    assert after.flags == ("unreadable",)
    assert _standing(after) == _standing(before)


def _standing(dossier: Dossier) -> tuple[object, ...]:
    return (
        dossier.status, dossier.payments, dossier.place, dossier.holder, dossier.arrived, dossier.ready_at,
        dossier.annulled, dossier.returned, dossier.due_at, dossier.ended_at,
    )  # fmt: skip


@pytest.mark.parametrize("kind", [kinds.ARRIVED, kinds.ANNULLED])
def test_a_center_neither_takes_results_in_nor_annuls(kind: str) -> None:
    by_center = say(kind, [RECEIVED], CENTER, 1, reason="x")
    dossier = fold(DOSSIER, [RECEIVED, by_center], ROLES)
    assert (dossier.flags, dossier.status, dossier.annulled) == (("role",), S.RECEIVED, None)


def test_the_units_own_entries_are_read_or_refused() -> None:
    body: dict[str, object] = {"day": "2026-11-23", "desk": 1, "field": "Hộ tịch", "level": 5}
    assert rating_in({**body, "reasons": ["Nhanh"], "dossier": "x", "at": "x"}).reasons == ("Nhanh",)
    for wrong in ({"level": 6}, {"level": "5"}, {"day": "x"}, {"field": 5}, {"desk": -1}, {"reasons": "x"}):
        with pytest.raises(Unreadable):
            rating_in({**body, **wrong})
    head = {"at": "2026-11-23T17:00+07:00", "by": ["1", "A"]}
    span = {"from": "2026-11-23T07:30+07:00", "to": "2026-11-23T17:00+07:00"}
    counted = shift_in({**head, **span, "desk": 1, "expected": 5, "counted": 4})
    assert (counted.counted, counted.end - counted.begin) == (4, timedelta(hours=9.5))
    assert setting_in({**head, "key": "a", "height": 1}).value is None
    for wrong in ({"key": ""}, {"key": 5}, {"height": -1}, {"height": 2**60}, {"by": "x"}):
        with pytest.raises(Unreadable):
            setting_in({**head, "key": "a", "height": 1, **wrong})


def test_no_order_of_arrival_changes_a_life_at_two_desks() -> None:
    """A long life, shuffled by rotations: every act of both desks, some of them blind to one another."""
    handed = say(kinds.HANDOVER, [RECEIVED], to="Tư pháp", moves="processing")
    paid = say(kinds.PAYMENT, [handed], seq=3, amount=5, way="cash")
    twice = say(kinds.PAYMENT, [handed], OTHER, 1, amount=5, way="cash")
    back = undo(twice, [twice], OTHER, 2)
    done = move(S.DONE, [paid], seq=4)
    off = say(kinds.ANNULLED, [back], OTHER, 3, reason="Trùng")
    entries = [RECEIVED, handed, paid, twice, back, done, off]
    folds = {repr(fold(DOSSIER, order, ROLES)) for order in permutations(entries)}
    assert len(folds) == 1
    dossier = fold(DOSSIER, entries, ROLES)
    assert dossier.annulled is not None
    assert (dossier.paid, dossier.status, dossier.flags) == (5, S.DONE, ("conflict",))
