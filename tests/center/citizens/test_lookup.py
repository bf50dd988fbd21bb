"""The citizens' page: state and due time, nothing else, and nothing to be learned by asking."""

from __future__ import annotations

import os
from typing import Any

import pytest
from sqlalchemy import event

from sync.center.citizens.looking import RATE, AskedTooOften, look_up
from sync.center.citizens.words import LANGUAGES, STATES, WORDS
from sync.center.store.opening import Center
from sync.identity.keys import NodeKeys
from sync.model.slip_code import CONTEXT, SlipRecord, encode, signed_bytes
from sync.model.status import Status
from tests.center.places import UNIT, Clock, MemoryDesk, intake
from tests.center.web.conftest import ONE
from tests.center.web.visitor import Visitor

HERE = "192.0.2.1"


def slip(desk: MemoryDesk, dossier: bytes, clock: Clock, keys: NodeKeys | None = None) -> str:
    """The digits of a slip."""
    told = intake(ONE, clock())
    record = SlipRecord(
        dossier, ONE, "1.004873", told.received_at, told.due_at, (keys or desk.keys).node, 0, bytes(8)
    )
    return encode(record, (keys or desk.keys).sign(CONTEXT, signed_bytes(record)))


def id_of(path: str) -> bytes:
    return bytes.fromhex(path.rpartition("/")[2])


def test_a_number_shows_state_and_due_time_and_nothing_else(dossier: str, visitor: Visitor) -> None:
    assert visitor.fill("/tra-cuu", ma=f" {ONE.lower()} ") == 200
    assert "Được tiếp nhận" in visitor.text
    assert "09:15 26/11/2026" in visitor.text
    for secret in (
        "Đào",
        "001190000001",
        "0912345678",
        "Thôn 3",
        "hôn nhân",
        "Bình",
        "Xã Ví Dụ",
        "09:15 23/11",
    ):
        assert secret not in visitor.text
    assert "set-cookie" not in visitor.answer.headers
    assert "_ma" not in visitor.answer.text


def test_both_languages_say_the_same_of_every_state(dossier: str, visitor: Visitor) -> None:
    assert visitor.open("/tra-cuu?lang=en") == 200
    assert '<html lang="en">' in visitor.text
    assert visitor.send("/tra-cuu", ma=ONE) == 200
    assert "Received" in visitor.text
    assert "Result due" in visitor.text
    visitor.open("/tra-cuu?lang=xx")
    assert '<html lang="vi">' in visitor.text
    for language in LANGUAGES:
        assert WORDS[language].keys() == WORDS["vi"].keys()
        assert STATES[language].keys() == {*map(str, Status), "annulled"}


def test_a_state_in_which_no_limit_runs_shows_none(desk: MemoryDesk, dossier: str, visitor: Visitor) -> None:
    desk.status(id_of(dossier), "supplement")
    desk.push()
    visitor.fill("/tra-cuu", ma=ONE)
    assert "Yêu cầu bổ sung giấy tờ" in visitor.text
    assert "26/11/2026" not in visitor.text


def test_a_slip_is_known_by_its_code(
    center: Center, clock: Clock, dossier: str, desk: MemoryDesk, visitor: Visitor
) -> None:
    with center.store.transaction() as ledger:
        ledger.rows.save_node(desk.record)
    assert visitor.fill("/tra-cuu", ma=slip(desk, id_of(dossier), clock)) == 200
    assert ONE in visitor.text
    assert "Được tiếp nhận" in visitor.text


def unknown(desk: MemoryDesk, dossier: bytes, clock: Clock) -> list[str]:
    """What must all be answered alike."""
    genuine = slip(desk, dossier, clock)
    return [
        f"{UNIT}-261123-0002",
        f"{UNIT}-261123-9999999",
        "H77.77-261123-0001",
        "không phải mã",
        "%",
        "' OR 1=1 --",
        "9" * 300,
        slip(desk, os.urandom(16), clock),
        slip(desk, dossier, clock, NodeKeys.generate()),
        genuine[:-1] + str((int(genuine[-1]) + 1) % 10),
        genuine[:-5],
    ]


def test_whatever_is_not_shown_is_answered_in_the_same_words(
    center: Center, clock: Clock, dossier: str, desk: MemoryDesk, visitor: Visitor
) -> None:
    with center.store.transaction() as ledger:
        ledger.rows.save_node(desk.record)
    pages = set()
    for asked in unknown(desk, id_of(dossier), clock):
        visitor.open("/tra-cuu")
        assert visitor.send("/tra-cuu", ma=asked) == 200
        page = visitor.text
        assert "Không có kết quả" in page
        pages.add(page.partition('name="ma"')[0])
    assert len(pages) == 1


def test_a_number_that_two_dossiers_bear_is_not_shown_but_their_slips_are(
    center: Center, clock: Clock, dossier: str, desk: MemoryDesk
) -> None:
    other = MemoryDesk(center, desk=2, known=True)
    [twin] = other.receive(ONE)
    other.status(twin, "processing")
    other.push()
    assert look_up(center, ONE, HERE) is None
    found = look_up(center, slip(other, twin, clock), HERE)
    assert found is not None
    assert found.state == "processing"


def test_every_question_asks_the_database_the_same(
    center: Center, clock: Clock, dossier: str, desk: MemoryDesk
) -> None:
    asked: list[str] = []

    def ask(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        if "FROM dossiers" in statement:
            asked.append(statement)

    engine = center.store.engines.reader
    event.listen(engine, "before_cursor_execute", ask)
    for number, one in enumerate([ONE, *unknown(desk, id_of(dossier), clock)]):
        asked.clear()
        look_up(center, one, f"192.0.2.{number}")
        assert len(asked) == 1, one
    event.remove(engine, "before_cursor_execute", ask)


def test_an_answers_time_is_a_whole_number_of_halves_of_a_second(
    dossier: str, visitor: Visitor, held: list[float]
) -> None:
    for asked in (ONE, f"{UNIT}-261123-0002", ""):
        visitor.fill("/tra-cuu", ma=asked)
    assert len(held) == 3
    assert all(0 <= one <= 0.5 for one in held)
    visitor.open("/tra-cuu")
    assert len(held) == 3, "the question itself is not held"


def test_one_address_may_ask_so_often_and_then_waits(
    center: Center, clock: Clock, dossier: str, visitor: Visitor
) -> None:
    for _ in range(RATE.most):
        assert visitor.fill("/tra-cuu", ma=f"{UNIT}-261123-0007") == 200
    assert visitor.fill("/tra-cuu", ma=ONE) == 429
    assert "sau mười phút" in visitor.text
    with pytest.raises(AskedTooOften):
        look_up(center, ONE, "testclient")
    assert look_up(center, ONE, "192.0.2.9") is not None
    clock.advance(seconds=RATE.seconds)
    assert visitor.fill("/tra-cuu", ma=ONE) == 200


@pytest.mark.parametrize("asked", ["", "   ", "9" * 5000])
def test_an_empty_or_endless_question_is_answered_in_words(visitor: Visitor, asked: str) -> None:
    assert visitor.fill("/tra-cuu", ma=asked) == 422
    assert 'role="alert"' in visitor.answer.text


def test_a_form_from_another_site_is_not_answered(dossier: str, visitor: Visitor) -> None:
    answer = visitor.client.post("/tra-cuu", data={"ma": ONE}, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert "Được tiếp nhận" not in answer.text
