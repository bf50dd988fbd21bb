"""Handing a message over to a gateway that speaks HTTP, in whatever fields it wants it."""

from __future__ import annotations

import json
import socket

import pytest

from sync.center.notices.gateway import filled, send_sms
from sync.center.notices.handing import Handed, Message, Outcome
from sync.center.notices.ways import check_sms, sms_way
from tests.center.notices.servers import Gateway, sms_server

SMS = Message("0912345678", 'Hồ sơ "H99" đã có kết quả {khoa}')
BODY = json.dumps({"to": ["{so_dien_thoai}"], "message": {"content": "MC: {noi_dung}"}, "type": 2})


def sent(gateway: Gateway, key: str = "bi-mat", body: str = BODY, **more: object) -> Handed:
    with sms_server(gateway):
        return send_sms(sms_way({"url": gateway.url, "body": body, **more}), key, SMS)


def test_the_gateway_gets_its_own_fields_and_the_key_in_a_header() -> None:
    gateway = Gateway()
    assert sent(gateway, header="X-Api-Key", header_value="Bearer {khoa}") == Handed(Outcome.SENT)
    assert gateway.asked == [{"to": ["0912345678"], "message": {"content": "MC: " + SMS.text}, "type": 2}]
    assert gateway.headers[0]["X-Api-Key"] == "Bearer bi-mat"


def test_what_is_filled_in_is_not_filled_once_more() -> None:
    values = {"so_dien_thoai": "1", "noi_dung": '{khoa}", "x": "', "khoa": "bi-mat"}
    assert filled({"a": "{noi_dung}", "b": "{khoa}"}, values) == {"a": values["noi_dung"], "b": "bi-mat"}


def test_numbers_are_written_as_the_gateway_wants_them() -> None:
    gateway = Gateway()
    sent(gateway, international=True)
    assert gateway.asked[0]["to"] == ["84912345678"]


@pytest.mark.parametrize(
    ("status", "outcome", "problem"),
    [
        (201, Outcome.SENT, ""),
        (301, Outcome.REFUSED, "refused"),
        (400, Outcome.REFUSED, "refused"),
        (401, Outcome.LATER, "login"),
        (429, Outcome.LATER, "busy"),
        (503, Outcome.LATER, "busy"),
        (500, Outcome.DOUBTFUL, "unanswered"),
        (504, Outcome.DOUBTFUL, "unanswered"),
    ],
)
def test_each_answer_of_a_gateway_is_understood(status: int, outcome: Outcome, problem: str) -> None:
    handed = sent(Gateway(status=status))
    assert (handed.outcome, handed.problem) == (outcome, problem)


def test_a_gateway_that_says_no_with_200_is_heard() -> None:
    field = {"answer_field": "data.code", "answer_value": "100"}
    assert sent(Gateway(answer=b'{"data": {"code": 100}}'), **field).outcome is Outcome.SENT
    assert sent(Gateway(answer=b'{"data": {"code": 99}}'), **field).outcome is Outcome.REFUSED
    assert sent(Gateway(answer=b"<html>"), **field).outcome is Outcome.DOUBTFUL


def test_a_line_cut_after_the_question_leaves_a_doubt() -> None:
    assert sent(Gateway(cut=True)) == Handed(Outcome.DOUBTFUL, "unanswered")


def test_where_nobody_listens_it_is_tried_later() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        way = sms_way({"url": f"http://127.0.0.1:{taken.getsockname()[1]}/", "body": BODY})
        assert send_sms(way, "", SMS) == Handed(Outcome.LATER, "unreachable", reached=False)


def test_no_redirect_carries_a_key_or_a_number_elsewhere() -> None:
    with sms_server(Gateway()) as other:
        assert sent(Gateway(status=307, location=other.url)).outcome is Outcome.REFUSED
        assert not other.asked


def test_without_the_key_it_asks_for_nothing_is_sent() -> None:
    gateway = Gateway()
    handed = sent(gateway, key="", header="X-Api-Key", header_value="{khoa}")
    assert (handed.outcome, handed.problem) == (Outcome.LATER, "no-key")
    assert not gateway.asked


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"url": "http://sms.example.vn/gui"}, "url"),
        ({"url": "ftp://sms.example.vn"}, "url"),
        ({"url": "https://ai:mk@sms.example.vn/"}, "url"),
        ({"url": "https://[::1/"}, "url"),
        ({"body": "{"}, "body"),
        ({"body": '{"to": "{so_dien_thoai}"}'}, "body"),
        ({"body": '["{so_dien_thoai}", "{noi_dung}"]'}, "body"),
        ({"body": '{"to": "{so_dien_thoai}", "t": "{noi_dung} {ho_ten}"}'}, "body"),
        ({"header": "X Key", "header_value": "a"}, "header"),
        ({"header": "X-Key", "header_value": "a\r\nHost: b"}, "header_value"),
        ({"header": "X-Key"}, "header_value"),
        ({"answer_field": "code"}, "answer_value"),
    ],
)
def test_a_gateway_is_checked_before_it_is_kept(said: dict[str, str], field: str) -> None:
    sound = {"url": "https://sms.example.vn/gui", "body": BODY}
    assert not isinstance(check_sms(sound, plain=False, international=False), tuple)
    found = check_sms({**sound, **said}, plain=False, international=False)
    assert isinstance(found, tuple)
    assert field in [one.field for one in found]
