"""The fold: a function of the set of entries, total, and fair between writers who did not see each other."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.model import kinds
from sync.model.bodies import UNKNOWN_PERSON, Unreadable, intake_in, intake_out, pack, unpack
from sync.model.dossier import Dossier, Intake, Officer, Person, ProcedureRef
from sync.model.entry import MUST_UNDERSTAND, PERSONAL, Entry, JournalId, Tip, new_entry
from sync.model.fold import STEPS, fold
from sync.model.fold_state import CONFLICT_RANK
from sync.model.moment import VIETNAM
from sync.model.slip_code import SlipRecord, encode
from sync.model.status import PERMITTED, Status

CHANNEL = "unit:H15.50.05.13"
DOSSIER = bytes(15) + b"\1"
DESK, OTHER, CENTER, THIRD = (bytes([n]) * 16 for n in (1, 2, 3, 4))
ROLES = {DESK: kinds.DESK, OTHER: kinds.DESK, CENTER: kinds.CENTER, THIRD: kinds.DESK}
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=VIETNAM)
PERSON = Person("Trần Văn Bình", "001079012345", "citizen_card")
INTAKE = Intake(
    number="H15.50.05.13-261123-0001",
    received_at=NOON,
    due_at=NOON + timedelta(days=3),
    procedure=ProcedureRef("1.004873", "Xác nhận tình trạng hôn nhân"),
    owner=PERSON,
    applicant=PERSON,
    officer=Officer("cb1", "Hạnh"),
    desk=1,
    unit="H15.50.05.13",
)
S = Status


def entry(
    node: bytes,
    seq: int,
    kind: str,
    body: bytes,
    seen: Sequence[Entry] = (),
    flags: int = PERSONAL,
) -> Entry:
    """An entry whose writer had seen `seen`."""
    height = 1 + max((one.height for one in seen), default=0)
    salt = bytes(16) if flags & PERSONAL else b""
    journal = JournalId(node, CHANNEL, b"incarn-1")
    last = Tip(seq - 1, bytes([seq]) * 32) if seq > 1 else None
    return new_entry(
        journal, last, kind=kind, body=salt + body, day=739_943, flags=flags,
        dossier=DOSSIER, seen=[one.digest for one in seen], height=height,
    )  # fmt: skip


def to(status: Status, by: str = "cb1", **more: str) -> bytes:
    return pack({"at": "2026-11-23T14:00+07:00", "by": [by, "Tên"], "to": status.value, **more})


RECEIVED = entry(DESK, 1, kinds.RECEIVED, intake_out(INTAKE))
SLIP = SlipRecord(
    dossier=DOSSIER,
    number=INTAKE.number,
    procedure=INTAKE.procedure.code,
    received_at=INTAKE.received_at,
    due_at=INTAKE.due_at,
    node=DESK,
    issue=0,
    head=RECEIVED.digest[:8],
)


def move(status: Status, seen: Sequence[Entry], node: bytes = DESK, seq: int = 2, **more: str) -> Entry:
    return entry(node, seq, kinds.STATUS, to(status, **more), seen)


def same_in_any_order(entries: Sequence[Entry]) -> Dossier:
    """The fold, having seen that no order of arrival changes it."""
    folds = {repr(fold(DOSSIER, order, ROLES)) for order in permutations(entries)}
    assert len(folds) == 1
    return fold(DOSSIER, entries, ROLES)


# -- what it says --------------------------------------------------------------------------------


def test_a_received_dossier_is_what_its_entry_froze() -> None:
    dossier = fold(DOSSIER, [RECEIVED], ROLES)
    assert (dossier.status, dossier.intake, dossier.flags) == (S.RECEIVED, INTAKE, ())
    assert (dossier.number, dossier.due_at, dossier.unit) == (INTAKE.number, INTAKE.due_at, INTAKE.unit)
    [event] = dossier.history
    assert (event.act, event.officer, event.effective) == ("received", INTAKE.officer, True)
    assert (dossier.tips, dossier.height) == ((RECEIVED.digest,), 1)


def test_moves_follow_one_another() -> None:
    processing = move(S.PROCESSING, [RECEIVED], CENTER, 1)
    done = move(S.DONE, [processing], CENTER, 2, result="cấp", reason="đủ điều kiện")
    returned = move(S.RETURNED, [done])
    dossier = same_in_any_order([RECEIVED, processing, done, returned])
    assert (dossier.status, dossier.result, dossier.flags) == (S.RETURNED, "cấp", ())
    assert dossier.ended_at == datetime(2026, 11, 23, 14, 0, tzinfo=VIETNAM)
    assert [event.effective for event in dossier.history] == [True] * 4
    assert dossier.tips == (returned.digest,)


def test_the_limit_ends_with_the_result_however_late_the_citizen_comes_for_it() -> None:
    processing = move(S.PROCESSING, [RECEIVED], CENTER, 1)
    done = move(S.DONE, [processing], CENTER, 2, at="2026-11-24T10:00+07:00")
    returned = move(S.RETURNED, [done], at="2026-12-08T09:00+07:00")
    dossier = same_in_any_order([RECEIVED, processing, done, returned])
    assert dossier.ended_at == datetime(2026, 11, 24, 10, 0, tzinfo=VIETNAM)
    assert dossier.status_since == datetime(2026, 12, 8, 9, 0, tzinfo=VIETNAM)


def test_what_was_sent_back_ends_with_its_last_result() -> None:
    processing = move(S.PROCESSING, [RECEIVED], CENTER, 1)
    done = move(S.DONE, [processing], CENTER, 2, at="2026-11-24T10:00+07:00")
    again = move(S.PROCESSING, [done], CENTER, 3, at="2026-11-24T11:00+07:00")
    better = move(S.DONE, [again], CENTER, 4, at="2026-11-25T10:00+07:00")
    returned = move(S.RETURNED, [better], at="2026-12-08T09:00+07:00")
    chain = [RECEIVED, processing, done, again, better, returned]
    assert fold(DOSSIER, chain[:4], ROLES).ended_at is None
    dossier = fold(DOSSIER, chain, ROLES)
    assert dossier.ended_at == datetime(2026, 11, 25, 10, 0, tzinfo=VIETNAM)


@pytest.mark.parametrize("now", list(S))
@pytest.mark.parametrize("next_one", list(S))
def test_only_permitted_moves_have_an_effect(now: Status, next_one: Status) -> None:
    if now is S.REGISTERED:
        return  # nobody moves to it
    chain = [RECEIVED]
    for step in _way_to(now):
        chain.append(move(step, chain[-1:], seq=len(chain) + 1))
    last = move(next_one, chain[-1:], seq=len(chain) + 1)
    dossier = fold(DOSSIER, [*chain, last], ROLES)
    permitted = next_one in PERMITTED[now]
    assert dossier.status is (next_one if permitted else now)
    assert ("not-permitted" in dossier.flags) == (not permitted)


def _way_to(goal: Status) -> list[Status]:
    ways: dict[Status, list[Status]] = {S.RECEIVED: []}
    while goal not in ways:
        for at, way in list(ways.items()):
            for onward in PERMITTED[at]:
                ways.setdefault(onward, [*way, onward])
    return ways[goal]


# -- writers who did not see each other ----------------------------------------------------------


@pytest.mark.parametrize("one", sorted(PERMITTED[S.RECEIVED]))
@pytest.mark.parametrize("other", sorted(PERMITTED[S.RECEIVED]))
def test_of_two_concurrent_moves_one_holds_whoever_is_read_first(one: Status, other: Status) -> None:
    for first, second in ((DESK, CENTER), (CENTER, DESK), (DESK, OTHER)):
        pair = [move(one, [RECEIVED], first), move(other, [RECEIVED], second)]
        dossier = same_in_any_order([RECEIVED, *pair])
        if one is other:
            assert (dossier.status, dossier.flags) == (one, ())
        elif one not in PERMITTED[other] and other not in PERMITTED[one]:
            assert dossier.status is max((one, other), key=CONFLICT_RANK.__getitem__)
            assert "conflict" in dossier.flags
        else:
            assert dossier.status in (one, other)
        assert len(dossier.tips) == 2


def test_what_the_citizen_has_in_hand_holds_against_any_height() -> None:
    processing = move(S.PROCESSING, [RECEIVED], CENTER, 1)
    done = move(S.DONE, [processing], CENTER, 2)
    returned = move(S.RETURNED, [done], DESK, 2)
    stopped = move(S.STOPPED, [processing], CENTER, 3)
    noted = entry(CENTER, 4, "test.note", b"", [stopped])
    later = entry(CENTER, 5, "test.note", b"", [noted])
    dossier = same_in_any_order([RECEIVED, processing, done, returned, stopped, noted, later][:6])
    assert dossier.status is S.RETURNED
    assert "conflict" in dossier.flags
    assert (
        fold(DOSSIER, [later, stopped, RECEIVED, noted, done, processing, returned], ROLES).status
        is S.RETURNED
    )


def test_a_dossier_received_twice_keeps_the_first_and_says_so() -> None:
    again = entry(OTHER, 1, kinds.RECEIVED, intake_out(replace(INTAKE, number="H15.50.05.13-261123-1001")))
    dossier = same_in_any_order([RECEIVED, again])
    assert dossier.number == INTAKE.number
    assert dossier.flags == ("conflict",)


def test_entries_that_differ_in_nothing_but_their_branch_have_an_order() -> None:
    """Two branches of one journal: same height, node, incarnation and seq; the digest decides."""
    left = move(S.WITHDRAWN, [RECEIVED], reason="trái")
    right = move(S.WITHDRAWN, [RECEIVED], reason="phải")
    assert left.order[:4] == right.order[:4]
    dossier = same_in_any_order([RECEIVED, left, right])
    assert dossier.reason == min((left, right), key=lambda e: e.digest).text.decode().split('"')[-2]  # type: ignore[union-attr]


# -- totality ------------------------------------------------------------------------------------


def test_what_came_before_its_intake_waits_for_it() -> None:
    processing = move(S.PROCESSING, [RECEIVED], CENTER, 1)
    alone = fold(DOSSIER, [processing], ROLES)
    assert alone.flags == ("no-intake", "not-permitted")
    assert (alone.intake, alone.number) == (None, "")
    assert fold(DOSSIER, [processing, RECEIVED], ROLES).flags == ()
    assert fold(DOSSIER, [], ROLES).flags == ("no-intake",)


def test_a_kind_of_a_newer_program_is_kept_and_flagged_only_if_it_must_be_understood() -> None:
    kind = "later.invention"
    mild, strict = (entry(DESK, 2, kind, b"?", [RECEIVED], flags) for flags in (0, MUST_UNDERSTAND))
    assert fold(DOSSIER, [RECEIVED, mild], ROLES).flags == ()
    dossier = fold(DOSSIER, [RECEIVED, strict], ROLES)
    assert (dossier.flags, dossier.status) == (("newer-program",), S.RECEIVED)
    assert [event.effective for event in dossier.history] == [True, False]


def test_an_entry_by_a_role_that_may_not_has_no_effect() -> None:
    by_center = entry(CENTER, 1, kinds.RECEIVED, intake_out(INTAKE))
    assert fold(DOSSIER, [by_center], ROLES).flags == ("no-intake", "role")
    assert fold(DOSSIER, [RECEIVED], {}).flags == ("no-intake", "role")


def test_a_purged_body_leaves_its_line_in_the_history() -> None:
    purged = replace(RECEIVED, body=None, envelope=RECEIVED.envelope)
    dossier = fold(DOSSIER, [purged], ROLES)
    assert dossier.flags == ("no-intake", "purged")
    assert len(dossier.history) == 1
    assert PERSON.full_name not in repr(dossier)


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"[]", b"null", b"\xff\xfe", b"{}", b'{"to":"done"}', b'{"to":1,"by":["a","b"]}',
        b'{"to":"done","by":["a"]}', b"7",
        b'{"to":"nowhere","by":["a","b"]}', b'{"to":NaN}', b"[" * 6_000, b'{"at":' + b"1" * 5_000 + b"}",
        b'{"to":"done","by":["\\ud800","b"],"at":"2026-11-23T14:00+07:00"}',
    ],
    ids=range(15),
)  # fmt: skip
def test_a_body_nobody_can_read_is_flagged_and_the_rest_goes_on(body: bytes) -> None:
    for kind in STEPS:
        writer = DESK if kinds.DESK in kinds.KINDS[kind].roles else CENTER
        broken = entry(writer, 2, kind, body, [RECEIVED])
        dossier = fold(DOSSIER, [RECEIVED, broken], ROLES)
        assert "unreadable" in dossier.flags
        assert (dossier.intake, dossier.status) == (INTAKE, S.RECEIVED)


@pytest.mark.parametrize("at", ["", "soon", "9999-12-31T23:59-12:00"])
def test_a_move_whose_time_nobody_can_read_moves_nothing(at: str) -> None:
    broken = entry(DESK, 2, kinds.STATUS, pack({"to": "done", "by": ["a", "b"], "at": at}), [RECEIVED])
    dossier = fold(DOSSIER, [RECEIVED, broken], ROLES)
    assert dossier.flags == ("unreadable",)
    assert (dossier.status, dossier.reason, dossier.ended_at) == (S.RECEIVED, "", None)


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
_known = json.loads(intake_out(INTAKE)) | json.loads(to(S.DONE))
_known |= {"digits": encode(SLIP, bytes(64)), "issue": 1, "before": _known["due"], "reason": "x"}
_known |= {"received": _known["at"], "received_by": _known["by"]}
_known |= {"amount": 8_000, "way": "cash", "lines": ["Phí"], "place": "Tủ 1", "name": "Trung tâm"}
_known |= {"date": "2026-11-23", "collector": _known["applicant"], "relation": "self", "text": "x"}
_known |= {"entry": RECEIVED.digest.hex(), "level": 5, "day": "2026-11-23", "moves": "processing"}


@st.composite
def bodies(draw: Any) -> bytes:
    """Random bytes, random JSON, and sound bodies with something else in one place."""
    choice = draw(st.integers(0, 2))
    if choice == 0:
        return bytes(draw(st.binary(max_size=80)))
    if choice == 1:
        return json.dumps(draw(_json)).encode("utf-8", "surrogatepass")
    name = draw(st.sampled_from(sorted(_known)))
    value = draw(_json)
    if isinstance(_known[name], dict) and draw(st.booleans()):
        value = {**_known[name], draw(st.sampled_from(sorted(_known[name]))): value}
    return json.dumps({**_known, name: value}).encode("utf-8", "surrogatepass")


_written = st.tuples(
    bodies(),
    st.sampled_from([*STEPS, "rating", "test.x"]),
    st.sampled_from([DESK, OTHER, CENTER, bytes(16)]),
    st.sampled_from([0, 1, 2]),
)


@given(st.lists(_written, max_size=5), st.randoms(use_true_random=False))
@settings(max_examples=300)
def test_the_fold_is_total_and_blind_to_order(
    written: list[tuple[bytes, str, bytes, int]], chance: Any
) -> None:
    entries = [RECEIVED] if chance.random() < 0.7 else []
    for number, (raw, kind, node, flags) in enumerate(written):
        body, seen = raw, chance.sample(entries, chance.randint(0, len(entries)))
        if kind == kinds.UNDONE and entries:  # one that takes back something there is
            named = {**_known, "entry": chance.choice(entries).digest.hex()}
            body, seen = json.dumps(named).encode(), entries
        entries.append(entry(node, number + 2, kind, body, seen, flags))
    first = fold(DOSSIER, entries, ROLES)
    chance.shuffle(entries)
    assert repr(fold(DOSSIER, entries, ROLES)) == repr(first)
    assert len(first.history) == len(entries)
    assert first.tips == tuple(sorted(first.tips, key=[e.digest for e in sorted(entries, key=_order)].index))


def _order(one: Entry) -> Any:
    return one.order


# -- bodies --------------------------------------------------------------------------------------


def test_an_intake_is_written_and_read_back_the_same() -> None:
    assert intake_in(unpack(intake_out(INTAKE))) == INTAKE
    tax = Person("Công ty TNHH Đông Á", "0101234567", "tax_code", "organisation")
    full = replace(INTAKE, owner=tax, representative=PERSON, sets=3, return_by="post", note="gấp")
    assert intake_in(unpack(intake_out(full))) == full


@given(bodies())
def test_reading_a_body_gives_an_intake_or_one_refusal(raw: bytes) -> None:
    try:
        intake_in(unpack(raw))
    except Unreadable:
        return


# -- rebuilt from a slip -------------------------------------------------------------------------


def slip_body(record: SlipRecord = SLIP, **more: object) -> bytes:
    digits = encode(record, bytes(64))
    return pack({"at": "2026-12-01T08:00+07:00", "by": ["cb2", "Tên"], "digits": digits, **more})


def rebuilt(
    record: SlipRecord = SLIP, node: bytes = OTHER, seq: int = 1, seen: Sequence[Entry] = (), **more: object
) -> Entry:
    return entry(node, seq, kinds.REBUILT, slip_body(record, **more), seen)


def state_of(dossier: Dossier) -> tuple[object, ...]:
    """What a dossier says, without its history and place in the journals."""
    return (
        dossier.intake, dossier.status, dossier.number, dossier.due_at, dossier.issue, dossier.flags,
        dossier.renewed, dossier.result, dossier.ended_at,
    )  # fmt: skip


def test_a_slip_alone_gives_the_skeleton_of_its_dossier() -> None:
    dossier = fold(DOSSIER, [rebuilt(name="Xác nhận", limit="3 ngày làm việc", version="v1")], ROLES)
    assert (dossier.number, dossier.due_at, dossier.status) == (INTAKE.number, INTAKE.due_at, S.RECEIVED)
    assert dossier.intake is not None
    assert dossier.intake.applicant == dossier.intake.owner == UNKNOWN_PERSON
    assert dossier.intake.procedure == ProcedureRef(INTAKE.procedure.code, "Xác nhận", version="v1")
    assert (dossier.intake.received_at, dossier.intake.unit) == (INTAKE.received_at, INTAKE.unit)
    assert dossier.flags == ("rebuilt",)
    assert "Dựng lại từ phiếu" in dossier.history[0].text


@pytest.mark.parametrize("node", [bytes(16), OTHER])
def test_the_received_entry_wins_whenever_it_comes(node: bytes) -> None:
    """With the skeleton sorted before it (node 0) and after it."""
    roles = {**ROLES, node: kinds.DESK}
    skeleton = rebuilt(node=node)
    processing = move(S.PROCESSING, [RECEIVED], CENTER, 1)
    done = move(S.DONE, [processing], CENTER, 2, result="cấp")
    plain = [RECEIVED, processing, done]
    wanted = fold(DOSSIER, plain, roles)
    seen = {repr(fold(DOSSIER, order, roles)) for order in permutations([*plain, skeleton])}
    assert len(seen) == 1
    dossier = fold(DOSSIER, [*plain, skeleton], roles)
    assert state_of(dossier) == state_of(wanted)
    assert len(dossier.history) == 4


def test_acts_after_rebuilding_stand_when_the_reception_is_found_again() -> None:
    skeleton = rebuilt()
    apology = entry(
        OTHER, 2, kinds.APOLOGY,
        pack({"at": "2026-12-02T08:00+07:00", "by": ["a", "b"], "reason": "x",
              "before": "2026-11-26T12:00+07:00", "due": "2026-12-09T12:00+07:00"}),
        [skeleton],
    )  # fmt: skip
    done = move(S.DONE, [apology], OTHER, 3, result="cấp")
    alone = fold(DOSSIER, [skeleton, apology, done], ROLES)
    whole = same_in_any_order([RECEIVED, skeleton, apology, done])
    assert (alone.status, alone.flags) == (S.DONE, ("rebuilt",))
    assert (whole.status, whole.flags, whole.intake) == (S.DONE, (), INTAKE)
    assert whole.due_at == alone.due_at == datetime(2026, 12, 9, 12, 0, tzinfo=VIETNAM)


def corrected(seen: Sequence[Entry], node: bytes, seq: int, issue: int) -> Entry:
    fields = json.loads(intake_out(replace(INTAKE, note=f"sửa {issue}")))
    body = {**fields, "received": fields["at"], "received_by": fields["by"], "issue": issue}
    return entry(node, seq, kinds.CORRECTED, pack(body), seen)


def test_a_correction_completes_a_skeleton_and_holds_against_the_reception() -> None:
    skeleton = rebuilt()
    change = corrected([skeleton], OTHER, 2, 1)
    for entries in ([skeleton, change], [skeleton, change, RECEIVED]):
        dossier = same_in_any_order(entries)
        assert dossier.intake is not None
        assert (dossier.intake.note, dossier.issue, dossier.flags) == ("sửa 1", 1, ())


def test_of_two_unseen_corrections_the_first_holds_and_a_person_is_told() -> None:
    changes = [corrected([RECEIVED], node, seq, 1) for node, seq in ((DESK, 2), (OTHER, 1))]
    apart = [fold(DOSSIER, [RECEIVED, one], ROLES) for one in changes]
    assert [one.flags for one in apart] == [(), ()]
    whole = same_in_any_order([RECEIVED, *changes])
    assert (whole.issue, whole.flags) == (1, ("conflict",))
    assert [event.effective for event in whole.history] == [True, True, False]
    later = corrected([RECEIVED, *changes], OTHER, 2, 2)
    assert same_in_any_order([RECEIVED, *changes, later]).issue == 2


def test_of_several_slips_the_latest_makes_the_skeleton() -> None:
    later = replace(SLIP, issue=1, due_at=SLIP.due_at + timedelta(days=7))
    renewed = replace(SLIP, due_at=SLIP.due_at + timedelta(days=2))
    for record in (later, renewed):
        dossier = same_in_any_order([rebuilt(), rebuilt(record, THIRD), rebuilt(SLIP, DESK, 2)])
        assert (dossier.due_at, dossier.issue, dossier.flags) == (record.due_at, record.issue, ("rebuilt",))


def test_a_reissued_slip_still_counts_when_only_the_first_reception_is_found() -> None:
    for node in (bytes(16), OTHER):
        skeleton = rebuilt(replace(SLIP, issue=2), node)
        dossier = fold(DOSSIER, [RECEIVED, skeleton], {**ROLES, node: kinds.DESK})
        assert (dossier.intake, dossier.issue) == (INTAKE, 2)


def test_a_slip_of_another_dossier_or_of_the_center_rebuilds_nothing() -> None:
    wrong = rebuilt(replace(SLIP, dossier=bytes(16)))
    assert fold(DOSSIER, [wrong], ROLES).flags == ("no-intake", "unreadable")
    assert fold(DOSSIER, [rebuilt(node=CENTER)], ROLES).flags == ("no-intake", "role")
    for digits in ("", "1" * 340, 5, "x", encode(SLIP, bytes(64)) + "0"):
        broken = entry(
            OTHER, 1, kinds.REBUILT, pack({"at": "2026-12-01T08:00", "by": ["a", "b"], "digits": digits})
        )
        assert fold(DOSSIER, [RECEIVED, broken], ROLES).intake == INTAKE
