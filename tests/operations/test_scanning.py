"""Scanned slips get a verdict with no network; a lost dossier comes back from its slip under the same id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.acting import act_on
from desk_app.operations.checking import verify
from desk_app.operations.desk import Desk
from desk_app.operations.find import find, find_people, show
from desk_app.operations.outcome import Changes
from desk_app.operations.receive import receive
from desk_app.operations.scanning import Scanned, rebuild_from_slip, scan
from desk_app.operations.slips import slip_digits, slip_pdf_of
from desk_app.store.tables import tables_of
from sync.identity.keys import NodeKeys
from sync.journal.port import NodeRecord
from sync.model.bodies import UNKNOWN_PERSON
from sync.model.kinds import CENTER, DESK
from sync.model.lookup_code import grouped, lookup_code
from sync.model.slip_code import CONTEXT, SlipRecord, decode, encode, signed_bytes
from sync.model.status import Status
from sync.protocol.receipts import Receipt, keep_receipt
from tests.offices import MAU, MONDAY, OFFICER, THU, UNIT, MovedClock, new_desk, request

NUMBER = "H99.99.001-261123-0001"
CARD = "990099000001||Nguyễn Văn Mẫu|01021999|Nam|Thôn 1, Xã Ví Dụ, Huyện Mẫu, Tỉnh Thử Nghiệm|15062021"


@pytest.fixture
def desk(tmp_path: Path, clock: MovedClock) -> Iterator[Desk]:
    """A desk with one dossier."""
    opened = new_desk(tmp_path / "one", clock)
    receive(opened, [request()], OFFICER)
    yield opened
    assert verify(opened)["problems"] == []
    opened.close()


@pytest.fixture
def other(tmp_path: Path, clock: MovedClock, desk: Desk) -> Iterator[Desk]:
    """A second, empty desk of the commune that knows the first one's keys, as their channel told it."""
    opened = new_desk(tmp_path / "two", clock, number=2)
    introduce(opened, desk.keys)
    yield opened
    assert verify(opened)["problems"] == []
    opened.close()


def introduce(desk: Desk, keys: NodeKeys, role: str = DESK, unit: str = UNIT) -> None:
    """Lets a desk know another node."""
    channels = (f"unit:{unit}",)
    with desk.store.transaction() as ledger:
        ledger.rows.save_node(NodeRecord(keys.public, role, unit, 1, channels, channels))


def digits_of(desk: Desk) -> str:
    """The QR digits of the dossier's slip as it would be printed now."""
    return slip_digits(desk, show(desk, NUMBER).dossier)


def signed(keys: NodeKeys, record: SlipRecord) -> str:
    """A slip's digits signed by `keys`."""
    record = replace(record, node=keys.node)
    return encode(record, keys.sign(CONTEXT, signed_bytes(record)))


def verdict(desk: Desk, digits: str) -> Scanned:
    """The verdict on a slip, of which every answer names number and age."""
    seen = scan(desk, digits)
    assert seen.kind == "slip"
    assert seen.number in seen.sentence
    assert "Theo sổ" in seen.sentence
    assert seen.as_of is None
    return seen


# ------------------------------------------------------------------------------------------------ verdicts


def test_a_slip_of_this_desk_is_genuine(desk: Desk) -> None:
    seen = verdict(desk, digits_of(desk))
    assert (seen.verdict, seen.number, seen.rebuildable) == ("genuine", NUMBER, False)
    assert seen.dossiers == (show(desk, NUMBER).dossier.id,)
    assert (seen.owner, seen.due_at) == (MAU.full_name, show(desk, NUMBER).dossier.due_at)


@pytest.mark.parametrize(
    "field", ["number", "procedure", "due_at", "received_at", "dossier", "issue", "head"]
)
def test_a_slip_with_any_field_changed_is_altered(desk: Desk, field: str) -> None:
    record, signature = decode(digits_of(desk))
    values: dict[str, Any] = {
        "number": "H99.99.001-261123-0002",
        "procedure": "1.001193",
        "due_at": record.due_at - timedelta(days=1),
        "received_at": record.received_at - timedelta(days=1),
        "dossier": bytes(16),
        "issue": 7,
        "head": bytes(8),
    }
    seen = verdict(desk, encode(replace(record, **{field: values[field]}), signature))
    assert seen.verdict == "altered"
    assert seen.sentence.startswith("PHIẾU BỊ SỬA")


def test_no_single_changed_digit_of_a_slip_is_ever_genuine(desk: Desk) -> None:
    digits = digits_of(desk)
    for place in range(len(digits)):
        changed = digits[:place] + str((int(digits[place]) + 1) % 10) + digits[place + 1 :]
        assert scan(desk, changed).verdict != "genuine"


def test_a_truly_signed_slip_that_contradicts_the_journal_is_altered(desk: Desk) -> None:
    record, _ = decode(digits_of(desk))
    for other in (
        replace(record, number="H99.99.001-261123-0009"),
        replace(record, procedure="1.001193"),
        replace(record, received_at=record.received_at - timedelta(hours=1)),
    ):
        seen = verdict(desk, signed(desk.keys, other))
        assert seen.verdict == "altered"
        assert seen.sentence.startswith("PHIẾU KHÔNG KHỚP SỔ")


def test_a_reissued_slip_makes_the_one_before_void(desk: Desk) -> None:
    first = digits_of(desk)
    act_on(desk, NUMBER, "reissue", {"reason": "Phiếu bị rách"}, OFFICER)
    assert verdict(desk, first).verdict == "void"
    assert "cấp lại lần 1" in verdict(desk, first).sentence
    assert verdict(desk, digits_of(desk)).verdict == "genuine"


def test_a_renewed_due_time_makes_the_slip_void(desk: Desk) -> None:
    first = digits_of(desk)
    renewed = act_on(desk, NUMBER, "apology", {"reason": "Chờ xác minh", "days": 3}, OFFICER).value
    seen = verdict(desk, first)
    assert (seen.verdict, seen.due_at) == ("void", renewed.due_at)
    assert "hẹn lại" in seen.sentence
    assert verdict(desk, digits_of(desk)).verdict == "genuine"


def test_a_slip_that_knows_more_than_the_desk_is_genuine(desk: Desk) -> None:
    record, _ = decode(digits_of(desk))
    for newer in (replace(record, issue=1), replace(record, due_at=record.due_at + timedelta(days=2))):
        seen = verdict(desk, signed(desk.keys, newer))
        assert seen.verdict == "genuine"
        assert "mới hơn sổ" in seen.sentence


def test_an_ended_dossier_says_so(desk: Desk) -> None:
    digits = digits_of(desk)
    act_on(desk, NUMBER, "stop", {"reason": "Công dân đề nghị"}, OFFICER)
    assert "dừng xử lý" in verdict(desk, digits).sentence


def test_a_slip_of_nobody_known_is_neither_genuine_nor_altered(desk: Desk) -> None:
    stranger = NodeKeys.generate()
    record, _ = decode(digits_of(desk))
    assert verdict(desk, signed(stranger, record)).verdict == "unknown-signer"
    assert verdict(desk, signed(stranger, replace(record, dossier=bytes(16)))).verdict == "unknown-signer"
    introduce(desk, stranger, CENTER)
    assert verdict(desk, signed(stranger, record)).verdict == "unknown-signer"


def test_a_slip_of_another_unit_is_named_as_such(desk: Desk) -> None:
    stranger = NodeKeys.generate()
    record, _ = decode(digits_of(desk))
    foreign = signed(stranger, replace(record, number="H15.50.05.13-261123-0001", dossier=bytes(16)))
    assert verdict(desk, foreign).verdict == "foreign-unit"
    introduce(desk, stranger, unit="H15.50.05.13")
    seen = verdict(desk, foreign)
    assert seen.verdict == "foreign-unit"
    assert "H15.50.05.13 cấp" in seen.sentence


def test_another_desk_of_the_commune_knows_a_slip_it_never_saw(desk: Desk, other: Desk) -> None:
    seen = verdict(other, digits_of(desk))
    assert (seen.verdict, seen.rebuildable, seen.dossiers) == ("genuine", True, ())


def test_a_verdict_says_as_of_when_the_center_was_last_heard(desk: Desk) -> None:
    center = NodeKeys.generate()
    heard = int((MONDAY - timedelta(hours=2)).timestamp())
    with desk.store.transaction() as ledger:
        tables_of(ledger).put_setting("center", [center.public.sign.hex(), center.public.seal.hex()])
        receipt = Receipt(center.node, bytes(8), desk.keys.node, 1, heard, {}, {}).signed(center)
        keep_receipt(ledger, receipt, direct=True)
    desk.trust()
    seen = scan(desk, digits_of(desk))
    assert seen.as_of == MONDAY - timedelta(hours=2)
    assert "nối trung tâm lần cuối 07:15" in seen.sentence


# ------------------------------------------------------------------------------------ what is not signed


def test_a_number_alone_counts_only_if_it_exists_and_is_to_be_compared(desk: Desk) -> None:
    seen = scan(desk, NUMBER)
    assert (seen.kind, seen.verdict, seen.owner) == ("number", "found", MAU.full_name)
    assert MAU.full_name in seen.sentence
    assert "Đối chiếu tên và thủ tục" in seen.sentence
    for missing in ("H99.99.001-261123-0002", "H15.50.05.13-261123-0001"):
        seen = scan(desk, missing)
        assert (seen.verdict, seen.dossiers, seen.owner) == ("not-found", (), "")
    assert "đơn vị khác" in seen.sentence


def test_a_look_up_code_finds_its_dossier(desk: Desk) -> None:
    receive(desk, [request(THU), request(MAU)], OFFICER)
    for row in find(desk, ""):
        code = lookup_code(row.id)
        for text in (code, grouped(code)):
            seen = scan(desk, text)
            assert (seen.kind, seen.verdict, seen.number, seen.dossiers) == (
                "lookup",
                "found",
                row.number,
                (row.id,),
            )
    assert scan(desk, lookup_code(bytes(16))).verdict == "not-found"


def test_dossiers_that_share_a_code_are_all_named(desk: Desk) -> None:
    twin = bytes(10) + bytes(5) + b"\7"
    lower = (int.from_bytes(twin) + 3 * 10**10).to_bytes(16)
    ids = iter([twin, lower, *(bytes([n]) * 16 for n in range(9))])
    desk.entropy = lambda size: next(ids) if size == 16 else bytes(size)
    receive(desk, [request(THU), request(MAU)], OFFICER)
    seen = scan(desk, lookup_code(twin))
    assert (seen.verdict, set(seen.dossiers)) == ("several", {twin, lower})
    assert THU.full_name in seen.sentence
    assert MAU.full_name in seen.sentence


def test_a_citizen_card_is_read_and_changes_nothing(desk: Desk) -> None:
    seen = scan(desk, CARD)
    assert (seen.kind, seen.verdict) == ("citizen_card", "read")
    assert seen.card is not None
    assert seen.card.number == "990099000001"
    assert scan(desk, CARD, corrected=True).kind == "unknown"


@pytest.mark.parametrize(
    "text",
    [
        "", "\x00\x01\x02", "\x1b[2J\x07", "x" * 10_000, "https://example.invalid/a?b=1",
        "javascript:alert(1)", '{"kind": "slip"}', "[1, 2]", "' OR 1=1 --", "../../etc/passwd", "%s%n",
        "\ud800", "9" * 4000, "1" * 340, "<script>", "\u202e0001-321162-100.99.99H",
    ],
    ids=range(16),
)  # fmt: skip
def test_a_hostile_scan_gets_one_sentence_and_leaves_no_trace(desk: Desk, text: str) -> None:
    before = sorted((path.name, path.stat().st_size) for path in desk.paths.data.rglob("*") if path.is_file())
    seen = scan(desk, text)
    assert (seen.kind, seen.verdict, seen.dossiers) == ("unknown", "refused", ())
    assert seen.sentence.count(".") == 1
    assert len(text) < 4 or text not in seen.sentence
    after = sorted((path.name, path.stat().st_size) for path in desk.paths.data.rglob("*") if path.is_file())
    assert after == before


# --------------------------------------------------------------------------------------------- rebuilding


def test_a_lost_dossier_comes_back_under_its_id(desk: Desk, other: Desk) -> None:
    digits = digits_of(desk)
    outcome = rebuild_from_slip(other, digits, OFFICER)
    lost, back = show(desk, NUMBER).dossier, outcome.value
    assert outcome.changes == Changes(dossiers=True, sync=True)
    assert (back.id, back.number, back.due_at, back.status) == (lost.id, NUMBER, lost.due_at, Status.RECEIVED)
    assert lost.intake is not None
    assert back.intake is not None
    assert back.intake.procedure.name == lost.intake.procedure.name
    assert back.intake.received_at == lost.intake.received_at
    assert back.flags == ("rebuilt",)
    assert back.intake.applicant == UNKNOWN_PERSON
    [row] = find(other, NUMBER)
    assert (row.id, row.owner, row.flags) == (lost.id, UNKNOWN_PERSON.full_name, ("rebuilt",))
    assert verdict(other, digits).verdict == "genuine"
    assert not verdict(other, digits).rebuildable


def carry(source: Desk, target: Desk) -> None:
    """Brings everything one desk wrote to another, as a sync would."""
    channel = source.settings.channel
    with source.store.snapshot() as there, target.store.transaction() as here:
        for _, journal in there.rows.journals(channel):
            segments, _ = there.beyond(journal, (), 10**9)
            for segment in segments:
                here.admit(segment)


def test_the_dossiers_own_entries_take_the_skeletons_place(desk: Desk, other: Desk) -> None:
    digits = digits_of(desk)
    rebuild_from_slip(other, digits, OFFICER)
    act_on(other, NUMBER, "stop", {"reason": "Công dân đề nghị"}, OFFICER)
    introduce(desk, other.keys)
    carry(desk, other)
    carry(other, desk)
    for place in (desk, other):
        dossier = show(place, NUMBER).dossier
        assert dossier.intake is not None
        assert (dossier.intake.applicant.full_name, dossier.flags) == (MAU.full_name, ())
        assert dossier.status is Status.STOPPED
        assert [row.owner for row in find(place, NUMBER)] == [MAU.full_name]
        assert [one.full_name for one in find_people(place, "Mẫu")] == [MAU.full_name]
        assert verdict(place, digits).verdict == "genuine"
    assert show(desk, NUMBER).dossier.history == show(other, NUMBER).dossier.history


def test_nobody_is_offered_as_a_returning_applicant_for_a_skeleton(desk: Desk, other: Desk) -> None:
    rebuild_from_slip(other, digits_of(desk), OFFICER)
    assert find_people(other, "Chưa rõ") == []


def test_a_skeleton_is_completed_by_a_correction(desk: Desk, other: Desk) -> None:
    digits = digits_of(desk)
    back = rebuild_from_slip(other, digits, OFFICER).value
    with pytest.raises(DeskError, match="dựng lại"):
        slip_pdf_of(other, back)
    changes = {"applicant": {"full_name": "Nguyễn Văn Mẫu", "id_number": "990099000001"}}
    whole = act_on(other, NUMBER, "reissue", {"reason": "Mất dữ liệu", "changes": changes}, OFFICER).value
    assert (whole.flags, whole.issue) == ((), 1)
    assert whole.due_at == back.due_at
    assert slip_pdf_of(other, whole).startswith(b"%PDF")
    assert [one.full_name for one in find_people(other, "Mẫu")] == ["Nguyễn Văn Mẫu"]
    assert verdict(other, digits).verdict == "void"


def test_the_slip_before_a_correction_of_people_or_papers_is_void(desk: Desk) -> None:
    first = digits_of(desk)
    changes: dict[str, object] = {
        "collector": {"full_name": "Phạm Văn Ba"},
        "papers": [{"name": "Đơn", "copies": 1}],
    }
    after = act_on(desk, NUMBER, "reissue", {"reason": "Ghi thiếu", "changes": changes}, OFFICER).value
    assert verdict(desk, first).verdict == "void"
    assert "cấp lại lần 1" in verdict(desk, first).sentence
    assert verdict(desk, slip_digits(desk, after)).verdict == "genuine"


def test_of_two_desks_corrections_one_holds_and_the_others_slip_is_void(desk: Desk, other: Desk) -> None:
    introduce(desk, other.keys)
    introduce(other, desk.keys)
    carry(desk, other)
    given = [
        (desk, {"papers": [{"name": "Đơn", "originals": 1}]}),
        (other, {"payer": {"full_name": "Phạm Văn Ba"}}),
    ]
    slips = []
    for place, changes in given:
        done = act_on(place, NUMBER, "reissue", {"reason": "Ghi thiếu", "changes": changes}, OFFICER).value
        slips.append(slip_digits(place, done))
    carry(desk, other)
    carry(other, desk)
    for place in (desk, other):
        dossier = show(place, NUMBER).dossier
        assert (dossier.flags, dossier.issue) == (("conflict",), 1)
        assert sorted(verdict(place, one).verdict for one in slips) == ["genuine", "void"]
    assert show(desk, NUMBER).dossier.intake == show(other, NUMBER).dossier.intake


def test_only_a_genuine_slip_of_an_unknown_dossier_rebuilds(desk: Desk, other: Desk) -> None:
    digits = digits_of(desk)
    record, signature = decode(digits)
    forged = encode(replace(record, number="H99.99.001-261123-0007"), signature)
    unknown = signed(NodeKeys.generate(), record)
    for text, said in (
        (forged, "PHIẾU BỊ SỬA"),
        (unknown, "Chưa biết quầy nào"),
        (NUMBER, "mã QR"),
        ("https://example.invalid", "không mở"),
    ):
        with pytest.raises(DeskError, match=said):
            rebuild_from_slip(other, text, OFFICER)
    with pytest.raises(DeskError, match="đã có hồ sơ"):
        rebuild_from_slip(desk, digits, OFFICER)
    assert find(other, "") == []
    rebuild_from_slip(other, digits, OFFICER)
    with pytest.raises(DeskError, match="đã có hồ sơ"):
        rebuild_from_slip(other, digits, OFFICER)
    assert len(find(other, "")) == 1


def test_a_number_that_is_taken_is_not_given_twice(desk: Desk, other: Desk) -> None:
    record, _ = decode(digits_of(desk))
    rebuild_from_slip(other, signed(desk.keys, record), OFFICER)
    with pytest.raises(DeskError, match="hồ sơ khác mang mã"):
        rebuild_from_slip(other, signed(desk.keys, replace(record, dossier=bytes(16))), OFFICER)
