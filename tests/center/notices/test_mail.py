"""Handing a mail over to a server that speaks SMTP: what is surely taken, surely not, and what is open."""

from __future__ import annotations

import socket
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from sync.center.notices.handing import Handed, Message, Outcome
from sync.center.notices.mail import MailWay, send_mail
from sync.center.notices.ways import mail_way
from sync.model.moment import VIETNAM
from tests.center.notices.servers import CUT, MailBox, mail_server
from tests.center.places import START
from tests.links.certified import Certified

NOW = datetime.now(VIETNAM)  # noqa: TID251 - OpenSSL compares with the machine's own clock
WORDS = "Hồ sơ đã có kết quả.\n.\n..Dòng bắt đầu bằng dấu chấm\n" + "Dòng rất dài " * 200
MAIL = Message("dao@example.vn", WORDS, "Đã có kết quả hồ sơ H99.99.001-261123-0001", "aa.ready")


def way_to(box: MailBox, security: str = "none", **more: str) -> MailWay:
    said = {"host": "127.0.0.1", "port": box.port, "security": security, "sender": "motcua@example.vn"}
    return mail_way({**said, "sender_name": "Một cửa xã Ví Dụ", **more})


def sent(box: MailBox, password: str = "", mail: Message = MAIL, **more: str) -> Handed:
    with mail_server(box):
        return send_mail(way_to(box, **more), password, mail, START)


def test_a_mail_arrives_as_it_was_written() -> None:
    box = MailBox()
    assert sent(box) == Handed(Outcome.SENT)
    [mail] = box.mails
    assert box.recipients == ["dao@example.vn"]
    assert mail["Subject"] == MAIL.subject
    assert mail["From"] == "Một cửa xã Ví Dụ <motcua@example.vn>"
    assert mail["Message-ID"] == "<aa.ready@example.vn>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Date"].datetime == START
    assert mail.get_content().replace("\r\n", "\n") == WORDS + "\n"


def test_a_password_goes_over_an_encrypted_line_only(tmp_path: Path) -> None:
    shown = Certified(tmp_path, NOW - timedelta(days=1))
    box = MailBox(tls=shown.context(), password="mat-khau-dai")
    handed = sent(box, "mat-khau-dai", security="starttls", user="motcua", authorities=str(shown.file))
    assert handed == Handed(Outcome.SENT)
    assert box.verbs.index("starttls") < box.verbs.index("auth")


def test_a_server_with_a_strange_certificate_is_told_nothing(tmp_path: Path) -> None:
    box = MailBox(tls=Certified(tmp_path, NOW - timedelta(days=1)).context(), password="x")
    handed = sent(box, "x", security="starttls", user="motcua")
    assert (handed.outcome, handed.problem) == (Outcome.LATER, "tls")
    assert "auth" not in box.verbs
    assert not box.raw


def test_a_server_that_offers_no_tls_is_told_nothing() -> None:
    box = MailBox(password="x")
    handed = sent(box, "x", security="starttls", user="motcua")
    assert (handed.outcome, handed.reached) == (Outcome.LATER, False)
    assert not {"auth", "mail"} & set(box.verbs)


@pytest.mark.parametrize(
    ("verb", "code", "outcome", "problem"),
    [
        ("rcpt", 550, Outcome.REFUSED, "refused"),
        ("rcpt", 450, Outcome.LATER, "busy"),
        ("mail", 451, Outcome.LATER, "busy"),
        ("data", 554, Outcome.REFUSED, "refused"),
        ("data", 250, Outcome.LATER, "busy"),
        ("rcpt", CUT, Outcome.LATER, "unreachable"),
        ("data", CUT, Outcome.LATER, "unreachable"),
        (".", 552, Outcome.REFUSED, "refused"),
        (".", 452, Outcome.LATER, "busy"),
        (".", CUT, Outcome.DOUBTFUL, "unanswered"),
    ],
)
def test_only_what_may_have_been_taken_is_doubtful(
    verb: str, code: int, outcome: Outcome, problem: str
) -> None:
    handed = sent(MailBox(answers={verb: code}))
    assert (handed.outcome, handed.problem) == (outcome, problem)


def test_a_wrong_password_and_none_at_all_are_said() -> None:
    wrong = sent(MailBox(password="dung"), "sai", user="motcua")
    assert (wrong.outcome, wrong.problem) == (Outcome.LATER, "login")
    none = sent(MailBox(password="dung"), "", user="motcua")
    assert (none.outcome, none.problem) == (Outcome.LATER, "no-key")


def test_where_nobody_listens_it_is_tried_later() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        way = way_to(MailBox(port=taken.getsockname()[1]))
        handed = send_mail(way, "", MAIL, START)
    assert handed == Handed(Outcome.LATER, "unreachable", reached=False)


def test_nothing_in_a_head_can_begin_another_one() -> None:
    box = MailBox()
    handed = sent(box, mail=replace(MAIL, subject="Kết quả\r\nBcc: ai.do@example.vn"))
    assert handed.outcome is Outcome.REFUSED
    assert not box.raw
