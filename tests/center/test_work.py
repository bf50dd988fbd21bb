"""Listing and deciding: what staff see and may do, in words where they may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from sync.center.store.opening import Center
from sync.center.store.trouble import CenterError
from sync.center.units.invitations import invite
from sync.center.work.checking import verify
from sync.center.work.deciding import decide
from sync.center.work.listing import DOUBLE, dossiers
from sync.identity.seals import seal
from sync.journal.own import Draft, OwnJournals
from sync.model import kinds
from sync.model.dossier import Officer
from sync.model.entry import MUST_UNDERSTAND, new_entry
from tests.center.places import UNIT, EnrolledDesk, MemoryDesk, Place

ONE = f"{UNIT}-261123-0001"


@pytest.fixture
def center(tmp_path: Path) -> Center:
    return Place(tmp_path).open()


@pytest.fixture
def desk(center: Center) -> MemoryDesk:
    desk = MemoryDesk(center)
    desk.receive(ONE)
    desk.push()
    return desk


def test_a_decision_comes_back_to_the_desk(center: Center) -> None:
    desk = EnrolledDesk(center, invite(center, UNIT, "http://127.0.0.1:1"))
    desk.enrol()
    [dossier] = desk.receive(ONE)
    desk.exchange()
    done = decide(center, ONE, "supplement", "Thiếu bản sao giấy khai sinh", officer=Officer("7", "Lê Cường"))
    assert (done["number"], done["status"]) == (ONE, "supplement")
    desk.exchange()
    with desk.store.snapshot() as ledger:
        state = ledger.dossier(desk.channel, dossier)
    assert state is not None
    assert (state.status, state.reason) == ("supplement", "Thiếu bản sao giấy khai sinh")
    assert state.history[-1].officer == Officer("7", "Lê Cường")
    assert verify(center)["ok"]


def test_what_is_not_permitted_names_what_is(center: Center, desk: MemoryDesk) -> None:
    with pytest.raises(CenterError) as caught:
        decide(center, ONE, "returned")
    assert "received" in caught.value.title
    for status in ("processing", "supplement", "fee_due", "withdrawn", "stopped", "done"):
        assert status in caught.value.sentence
    decide(center, ONE, "withdrawn")
    with pytest.raises(CenterError, match="withdrawn") as caught:
        decide(center, ONE, "processing")
    assert "kết thúc" in caught.value.sentence
    assert dossiers(center)[0]["status"] == "withdrawn"


def test_a_refusal_after_reception_is_done_with_result_refused(center: Center, desk: MemoryDesk) -> None:
    decide(center, ONE, "processing")
    assert decide(center, ONE, "done", "Không đủ điều kiện", result="refused")["status"] == "done"


@pytest.mark.parametrize("status", ["", "xong", "DONE;", "4"])
def test_an_unknown_status_names_those_there_are(center: Center, desk: MemoryDesk, status: str) -> None:
    with pytest.raises(CenterError) as caught:
        decide(center, ONE, status)
    assert "supplement" in caught.value.sentence


@pytest.mark.parametrize("number", ["", "  ", f"{UNIT}-261123-0002", "%", "' OR 1=1 --", "ff" * 16])
def test_an_unknown_number_is_said_to_be_unknown(center: Center, desk: MemoryDesk, number: str) -> None:
    with pytest.raises(CenterError, match="chưa có hồ sơ"):
        decide(center, number, "processing")


def test_two_dossiers_with_one_number_are_flagged_and_told_apart_by_id(
    center: Center, desk: MemoryDesk
) -> None:
    other = MemoryDesk(center, desk=2)
    [dossier] = other.receive(ONE, name="Trần Văn Hai")
    other.push()
    assert [DOUBLE in one["flags"] for one in dossiers(center)] == [True, True]
    with pytest.raises(CenterError, match="2 hồ sơ") as caught:
        decide(center, ONE, "processing")
    assert dossier.hex() in caught.value.advice
    decide(center, dossier.hex(), "processing")
    assert {one["applicant"]: one["status"] for one in dossiers(center)} == {
        "Trần Văn Hai": "processing",
        "Nguyễn Thị Đào": "received",
    }


def test_a_dossier_of_a_newer_program_is_not_acted_on(center: Center, desk: MemoryDesk) -> None:
    [dossier] = desk.receive(f"{UNIT}-261123-0005")
    with desk.store.transaction() as ledger:
        own = OwnJournals(ledger, desk.keys, bytes)
        now = own.current(desk.channel)
        assert now is not None
        row = ledger.rows.journal_row(now[0], create=False)
        assert row is not None
        later = new_entry(
            now[0], now[1], kind="later", body=b"{}", day=1, flags=MUST_UNDERSTAND, dossier=dossier, height=2
        )
        ledger.rows.insert_entries(row, [later])
        ledger.rows.insert_seals(row, [seal(desk.keys, now[0], later.tip)])
        ledger.rows.set_tips(row, frozenset({later.tip}))
    desk.push()
    with pytest.raises(CenterError, match="phiên bản"):
        decide(center, f"{UNIT}-261123-0005", "processing")


def test_a_hostile_body_is_kept_flagged_and_harms_no_list(center: Center, desk: MemoryDesk) -> None:
    hostile = [b"", b"[]", b"{", b'{"at":1}', b'{"number":"\\u0000"}', b"\xff\xfe", b"[" * 5000]
    for body in hostile:
        desk.write(Draft("later", body, bytes(16)))
    drafts = [Draft(kinds.STATUS, b"{}", bytes([n]) * 16) for n in range(1, 3)]
    for draft in drafts:
        with pytest.raises(ValueError, match="our own entry"):
            desk.write(draft)
    desk.push()
    assert {one["number"] for one in dossiers(center)} == {ONE, ""}
    assert verify(center)["ok"]


def test_a_name_with_a_nul_is_listed_without_it(center: Center, desk: MemoryDesk) -> None:
    desk.receive(f"{UNIT}-261123-0009", name="Ma\0i")
    desk.push()
    assert dossiers(center, "0009")[0]["applicant"] == "Ma\N{REPLACEMENT CHARACTER}i"


def test_the_list_is_newest_first_and_can_be_cut(center: Center, desk: MemoryDesk) -> None:
    desk.receive(f"{UNIT}-261123-0002", f"{UNIT}-261123-0003")
    desk.push()
    assert [one["number"][-1] for one in dossiers(center)] == ["3", "2", "1"]
    assert [one["number"][-1] for one in dossiers(center, limit=2)] == ["3", "2"]
    assert dossiers(center, limit=0) == []
    assert dossiers(center, "100%") == []
    assert len(dossiers(center, "hon nhan")) == 3


def test_words_of_a_decision_are_bounded_and_clean(center: Center, desk: MemoryDesk) -> None:
    with pytest.raises(CenterError, match="2000"):
        decide(center, ONE, "processing", "x" * 2001)
    with pytest.raises(CenterError, match="ký tự"):
        decide(center, ONE, "processing", "a\0b")
    assert dossiers(center)[0]["status"] == "received"
