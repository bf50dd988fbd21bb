"""Notices of real dossiers over real servers: once each, and never twice, whatever ends in the middle."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from sync.center.notices import book, sending
from sync.center.notices.mail import MailWay
from sync.center.notices.sending import MAX_TRIES, STALE_SECONDS, noticing, send_some
from sync.center.notices.ways import MAIL_KEY, set_ways, sms_way
from sync.center.publishing.publishing import (
    Decision,
    compare,
    prepare,
    prepare_undoing,
    publish,
    sign_here,
)
from sync.center.store.dialect import Engines
from sync.center.store.notice_tables import citizen_notices
from sync.center.store.opening import Center, begin_era, introduce
from sync.center.store.store import CenterStore
from sync.center.store.trouble import CenterError
from sync.center.units.tree import add_unit, center_rows
from sync.identity.keys import NodeKeys
from sync.journal.own import Draft
from sync.model import kinds
from sync.model.bodies import intake_out, officer_out, pack
from sync.model.dossier import Intake, Officer
from sync.model.moment import iso_minute
from tests.center.notices.servers import CUT, Gateway, MailBox, mail_server, sms_server
from tests.center.places import CHANNEL, UNIT, Clock, MemoryDesk, intake
from tests.patience import WAIT

NUMBER = f"{UNIT}-261123-0001"
BODY = '{"to": "{so_dien_thoai}", "text": "{noi_dung}"}'
MAIL = "dao@example.vn"


class Office:
    """A center with both servers beside it, and a desk whose dossiers have what addresses one likes."""

    def __init__(self, center: Center, box: MailBox, gateway: Gateway) -> None:
        self.center, self.box, self.gateway = center, box, gateway
        self.desk = MemoryDesk(center)

    @property
    def clock(self) -> Clock:
        clock = self.center.clock
        assert isinstance(clock, Clock)
        return clock

    def turn_on(self, *, mail: bool = True, sms: bool = True, first: str = "email", **more: Any) -> None:
        way = MailWay("127.0.0.1", self.box.port, "none", "motcua@example.vn")
        gateway = sms_way({"url": self.gateway.url, "body": BODY, **more})
        lookup = "https://motcua.example.vn/tra-cuu"
        assert set_ways(
            self.center, way if mail else None, gateway if sms else None, first=first, lookup=lookup
        )

    def receive(self, *, email: str = MAIL, phone: str = "0912345678", one: bytes = b"a" * 16) -> bytes:
        made = intake(NUMBER, self.clock())
        person = replace(made.applicant, email=email, phone=phone)
        return self.write(replace(made, applicant=person, owner=person), one)

    def write(self, made: Intake, one: bytes) -> bytes:
        self.desk.write(Draft(kinds.RECEIVED, intake_out(made), one))
        self.desk.push()
        return one

    def status(self, one: bytes, to: str) -> None:
        self.desk.status(one, to)
        self.desk.push()

    def act(self, one: bytes, kind: str, **body: Any) -> None:
        said = {"at": iso_minute(self.clock()), "by": officer_out(Officer("1", "Trần Văn Bình")), **body}
        self.desk.write(Draft(kind, pack(said), one))
        self.desk.push()

    def apologise(self, one: bytes) -> None:
        before = self.clock() + timedelta(days=3)
        due = {"before": iso_minute(before), "due": iso_minute(before + timedelta(days=2))}
        self.act(one, kinds.APOLOGY, reason="Chờ ý kiến", **due)

    def rows(self) -> list[Any]:
        with self.center.store.snapshot() as ledger:
            query = select(citizen_notices).order_by(citizen_notices.c.id)
            return list(center_rows(ledger).connection.execute(query).all())

    def states(self) -> dict[str, str]:
        return {row.occasion: row.state for row in self.rows()}

    def refold(self, one: bytes) -> None:
        with self.center.store.transaction() as ledger:
            ledger.rows.lock(CHANNEL)
            ledger.refold(CHANNEL, [one])


@pytest.fixture
def make(tmp_path: Path, engines: Engines) -> Iterator[Callable[[], Office]]:
    with ExitStack() as open_here:

        def made() -> Office:
            keys = NodeKeys.generate()
            lock = tmp_path / "lock" if engines.is_sqlite else None
            store = CenterStore(engines, {keys.node: keys.public}, lock=lock)
            store.migrate()
            center = Center(tmp_path, "H00", "Trung tâm", keys, store, Clock())
            introduce(center)
            add_unit(center, UNIT, "UBND xã Ví Dụ")
            box, gateway = MailBox(), Gateway()
            open_here.enter_context(mail_server(box))
            open_here.enter_context(sms_server(gateway))
            return Office(center, box, gateway)

        yield made


@pytest.fixture
def office(make: Callable[[], Office]) -> Office:
    return make()


def test_nothing_is_sent_as_long_as_nobody_turned_it_on(office: Office) -> None:
    one = office.receive()
    assert send_some(office.center).states.total() == 0
    assert office.rows() == []
    office.clock.advance(minutes=1)
    office.turn_on()
    office.refold(one)
    assert office.rows() == [], "what happened before is told to nobody"


def test_each_occasion_is_told_once_in_its_own_words(office: Office) -> None:
    office.turn_on()
    one = office.receive()
    send_some(office.center)
    office.status(one, "processing")
    office.apologise(one)
    send_some(office.center)
    office.status(one, "supplement")
    send_some(office.center)
    office.status(one, "processing")
    office.status(one, "done")
    for _ in range(3):
        office.refold(one)
        send_some(office.center)
    assert office.states() == dict.fromkeys(("received", "late", "supplement", "ready"), "sent")
    subjects = [str(mail["Subject"]) for mail in office.box.mails]
    assert len(subjects) == len(set(subjects)) == 4
    late = office.box.mails[1].get_content()
    assert "xin lỗi" in late
    assert "09:15 28/11/2026" in late
    assert office.gateway.asked == []
    assert {row.address for row in office.rows()} == {"d•••@example.vn"}


def test_the_other_way_is_taken_where_the_first_has_no_address(office: Office) -> None:
    office.turn_on(plain=True)
    office.receive(email="")
    send_some(office.center)
    [asked] = office.gateway.asked
    assert asked["to"] == "0912345678"
    assert asked["text"].startswith(f"UBND xa Vi Du da tiep nhan ho so {NUMBER}")
    assert "Đào" not in asked["text"]
    assert office.rows()[0].address == "09•••••678"


@pytest.mark.parametrize(("email", "phone"), [("", ""), ("không có", "02463273121"), ("a@b", "0912")])
def test_who_left_no_address_that_can_be_used_is_sent_nothing(office: Office, email: str, phone: str) -> None:
    office.turn_on()
    office.receive(email=email, phone=phone)
    assert office.rows() == []


def test_what_was_claimed_and_never_noted_is_doubtful_and_not_repeated_by_itself(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.turn_on()
    office.receive()

    def dies(*_args: object) -> str:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(sending, "_note", dies)
        with pytest.raises(KeyboardInterrupt):
            send_some(office.center)
    assert len(office.box.raw) == 1
    assert office.states() == {"received": "sending"}
    for _ in range(3):
        office.clock.advance(seconds=STALE_SECONDS)
        send_some(office.center)
    assert office.states() == {"received": "doubtful"}
    assert len(office.box.raw) == 1
    [row] = office.rows()
    with office.center.store.transaction() as ledger:
        book.again(office.center, ledger, None, row.id, "doubtful")
    send_some(office.center)
    assert office.states() == {"received": "sent"}
    assert [mail["Message-ID"] for mail in office.box.mails] == [f"<{'61' * 16}.received@example.vn>"] * 2


def test_a_line_cut_after_the_mail_was_handed_over_is_not_tried_again(office: Office) -> None:
    office.turn_on()
    office.box.answers["."] = CUT
    office.receive()
    send_some(office.center)
    office.box.answers.clear()
    office.clock.advance(hours=5)
    send_some(office.center)
    assert office.states() == {"received": "doubtful"}
    assert len(office.box.raw) == 1


def test_a_busy_server_is_asked_again_later_and_not_for_ever(office: Office) -> None:
    office.turn_on()
    office.box.answers["rcpt"] = 450
    office.receive()
    send_some(office.center)
    send_some(office.center)
    assert office.box.verbs.count("rcpt") == 1, "not before its time"
    for _ in range(MAX_TRIES + 3):
        office.clock.advance(hours=1)
        send_some(office.center)
    assert office.box.verbs.count("rcpt") == MAX_TRIES
    assert office.states() == {"received": "failed"}
    office.box.answers.clear()
    [row] = office.rows()
    with office.center.store.transaction() as ledger:
        book.again(office.center, ledger, None, row.id, "failed")
        with pytest.raises(CenterError):
            book.again(office.center, ledger, None, row.id, "failed")
    send_some(office.center)
    assert office.states() == {"received": "sent"}


def test_what_the_dossier_has_gone_past_is_not_told_any_more(office: Office) -> None:
    office.turn_on()
    one = office.receive()
    office.status(one, "processing")
    office.status(one, "supplement")
    office.status(one, "processing")
    office.status(one, "done")
    send_some(office.center)
    assert office.states() == {"received": "dropped", "supplement": "dropped", "ready": "sent"}


def test_old_news_of_a_desk_that_was_long_without_a_line_is_dropped(office: Office) -> None:
    office.turn_on()
    office.receive()
    office.clock.advance(days=4)
    send_some(office.center)
    [row] = office.rows()
    assert (row.state, row.problem) == ("dropped", "old")


def test_a_corrected_address_counts_at_the_moment_of_sending(office: Office) -> None:
    office.turn_on(mail=False)
    one = office.receive()
    made = intake(NUMBER, office.clock())
    person = replace(made.applicant, phone="0987654321")
    fields = {**_corrected(replace(made, applicant=person, owner=person), office)}
    office.act(one, kinds.CORRECTED, **fields)
    send_some(office.center)
    assert [asked["to"] for asked in office.gateway.asked] == ["0987654321"]


def _corrected(made: Intake, office: Office) -> dict[str, Any]:
    from sync.model.bodies import intake_fields

    said = intake_fields(made)
    received = {"received": said.pop("at"), "received_by": said.pop("by")}
    return {**said, **received, "issue": 1, "reason": "Sai số điện thoại"}


def test_who_wants_no_more_of_it_gets_no_more(office: Office) -> None:
    office.turn_on()
    one = office.receive()
    send_some(office.center)
    [row] = office.rows()
    with office.center.store.transaction() as ledger:
        book.turn_off(office.center, ledger, None, row.id, off=True)
    office.status(one, "processing")
    office.status(one, "done")
    send_some(office.center)
    assert office.states() == {"received": "sent", "ready": "dropped"}
    assert len(office.box.raw) == 1


def test_after_a_restore_it_rests_until_somebody_turns_it_on_and_repeats_nothing(office: Office) -> None:
    office.turn_on()
    one = office.receive()
    with office.center.store.transaction() as ledger:
        begin_era(ledger)
    assert send_some(office.center).resting
    office.status(one, "processing")
    office.apologise(one)
    assert office.states() == {"received": "waiting"}
    office.clock.advance(minutes=1)
    office.turn_on()
    office.refold(one)
    send_some(office.center)
    assert office.states() == {"received": "doubtful"}
    assert office.box.raw == []


def test_two_who_send_at_once_send_each_notice_once(office: Office) -> None:
    office.turn_on()
    for number in range(1, 9):
        made = intake(f"{UNIT}-261123-{number:04d}", office.clock())
        person = replace(made.applicant, email=MAIL)
        office.write(replace(made, applicant=person, owner=person), bytes([number]) * 16)
    threads = [threading.Thread(target=send_some, args=(office.center,)) for _ in range(2)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(office.box.raw) == 8
    assert len({mail["Message-ID"] for mail in office.box.mails}) == 8


def test_a_way_that_nobody_answers_on_is_left_alone_for_the_run(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(MAIL_KEY, raising=False)
    assert set_ways(
        office.center, MailWay("127.0.0.1", office.box.port, "none", "m@example.vn", user="motcua"), None
    )
    for number in range(1, 4):
        made = intake(f"{UNIT}-261123-{number:04d}", office.clock())
        person = replace(made.applicant, email=MAIL)
        office.write(replace(made, applicant=person, owner=person), bytes([number]) * 16)
    send_some(office.center)
    assert [(row.state, row.tries, row.problem) for row in office.rows()] == [
        ("waiting", 1, "no-key"),
        ("waiting", 0, ""),
        ("waiting", 0, ""),
    ]


def test_the_server_sends_by_itself(office: Office) -> None:
    office.turn_on()
    office.receive()
    came = threading.Event()
    taken = office.box.raw

    class Noted(list[Any]):
        def append(self, one: Any) -> None:
            super().append(one)
            came.set()

    office.box.raw = Noted(taken)
    with noticing(office.center):
        assert came.wait(WAIT / 1000)
    assert office.states() == {"received": "sent"}


def test_a_published_text_is_what_the_citizen_reads_until_it_is_taken_back(office: Office) -> None:
    keys, today = NodeKeys(bytes(range(64))), office.clock().date()
    office.turn_on()
    table = "Thông báo;Phần;Nội dung\nreceived;subject;Huyện báo hồ sơ {so_ho_so}".encode()
    found = compare(office.center, table, today)
    release = prepare(office.center, found.changes, Decision("1/QĐ", today, today))
    publish(office.center, sign_here(release, keys).raw)
    office.receive()
    send_some(office.center)
    publish(office.center, sign_here(prepare_undoing(office.center, 1, "2/QĐ"), keys).raw)
    office.clock.advance(minutes=1)
    office.receive(one=b"b" * 16)
    send_some(office.center)
    assert [one["Subject"] for one in office.box.mails] == [
        f"Huyện báo hồ sơ {NUMBER}",
        f"Đã tiếp nhận hồ sơ {NUMBER}",
    ]
