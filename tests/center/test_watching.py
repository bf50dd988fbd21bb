"""What a process of the center says of itself: one line a request, figures, health, and how it ends."""

from __future__ import annotations

import http.client
import io
import json
import logging
import re
import shutil
import signal
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest
import requests
from sqlalchemy.exc import OperationalError

from sync.center.api import app, metrics, serving
from sync.center.api.serving import EmbeddedServer, Front
from sync.center.api.watching import BOUNDS, Histogram, Watch
from sync.center.exchange import answering
from sync.center.store.log import log, logging_to
from sync.center.store.opening import Center
from sync.center.store.store import SetBack
from sync.center.store.trouble import CenterError
from sync.center.units.invitations import invite
from sync.center.work.listing import dossiers
from sync.protocol.ports import EXCHANGE_PATH, MEDIA_TYPE, LinkFailed
from tests.center.places import UNIT, EnrolledDesk, Place
from tests.center.test_api import HEADERS, over_http


@pytest.fixture
def center(tmp_path: Path) -> Iterator[Center]:
    with Place(tmp_path).open() as center:
        yield center


def figures(text: str) -> dict[str, float]:
    """Prometheus' text by name and labels; every line must be in its grammar."""
    found = {}
    for line in text.splitlines():
        if line.startswith("#"):
            assert re.fullmatch(r"# (HELP [a-z_]+ .+|TYPE [a-z_]+ (counter|gauge|histogram))", line), line
            continue
        match = re.fullmatch(r'([a-z_]+(?:\{[a-z]+="[^"]*"(?:,[a-z]+="[^"]*")*\})?) ([0-9.+e-]+)', line)
        assert match, line
        found[match.group(1)] = float(match.group(2))
    return found


def test_every_request_is_one_line_with_its_id(center: Center, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "sync.center")
    shown = []
    with EmbeddedServer(center) as server:
        desk = EnrolledDesk(center, invite(center, UNIT), post=over_http(server.address))
        desk.enrol()
        desk.receive(f"{UNIT}-261123-0001")
        desk.exchange()
        for path in ("/healthz", "/v1/scans/held/00", "/nowhere/Nguyễn", "/v1/node"):
            shown.append(requests.get(server.address + path, timeout=10).headers["X-Request-Id"])
    lines = [json.loads(record.getMessage()) for record in caplog.records if record.name == "sync.center"]
    assert [line["request"] for line in lines][-3:] == shown[1:], "health is asked too often to be told"
    assert len({line["request"] for line in lines}) == len(lines)
    [exchanged] = [line for line in lines if line.get("admitted")]
    assert exchanged["unit"] == UNIT
    assert exchanged["node"] == desk.keys.node.hex()
    assert (exchanged["route"], exchanged["status"], exchanged["method"]) == (EXCHANGE_PATH, 200, "POST")
    assert exchanged["milliseconds"] >= 0
    assert [line["route"] for line in lines[-3:]] == ["/v1/scans/held/{name}", "none", "/v1/node"]
    assert "Nguy" not in caplog.text.replace("/nowhere", "")


def test_the_server_s_log_is_json_of_allowed_fields_and_quotes_nobody() -> None:
    out = io.StringIO()
    with logging_to(out):
        log("answered", status=200, unit=UNIT)
        logging.getLogger("uvicorn.error").info("Started")
        try:
            raise ValueError("Nguyễn Thị Đào")
        except ValueError:
            logging.getLogger("uvicorn.error").exception("Exception of %s", "Nguyễn Thị Đào")
    log("after", status=200)
    first, second = (json.loads(line) for line in out.getvalue().splitlines())
    assert (first["event"], first["status"], first["unit"], first["level"]) == ("answered", 200, UNIT, "info")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", first["time"])
    assert second["error"] == "ValueError"
    assert "Đào" not in out.getvalue()


def test_the_figures_count_what_was_done(center: Center) -> None:
    with EmbeddedServer(center) as server:
        desk = EnrolledDesk(center, invite(center, UNIT), post=over_http(server.address))
        desk.enrol()
        desk.receive(f"{UNIT}-261123-0001", f"{UNIT}-261123-0002")
        desk.exchange()
        requests.post(server.address + EXCHANGE_PATH, b"", timeout=10).close()
        with requests.get(server.address + "/metrics", timeout=10) as answer:
            assert answer.headers["Content-Type"] == metrics.CONTENT_TYPE
            found = figures(answer.text)
    label = f'{{method="POST",route="{EXCHANGE_PATH}",status="%d"}}'
    assert found["motcua_http_requests_total" + label % 200] == found["motcua_exchanges_total"] > 0
    assert found["motcua_http_requests_total" + label % 415] == 1
    assert found["motcua_entries_admitted_total"] == 3, "the journal's first entry and two dossiers"
    route = f'route="{EXCHANGE_PATH}"'
    count = found[f"motcua_http_request_seconds_count{{{route}}}"]
    assert found[f'motcua_http_request_seconds_bucket{{{route},le="+Inf"}}'] == count
    assert found["motcua_nodes"] == 1
    assert found['motcua_nodes_silent{than="day"}'] == 0
    assert found["motcua_database_up"] == 1
    assert found["motcua_disk_free_bytes"] > 0
    assert found["motcua_http_requests_running"] == 1, "this one"


def test_a_silent_desk_shows_in_the_figures(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with place.open() as center:
        desk = EnrolledDesk(center, invite(center, UNIT, "http://127.0.0.1:1"))
        desk.enrol()
        desk.exchange()
        place.clock.advance(days=2)
        found = figures(metrics.metrics(center, Watch()))
    assert found['motcua_nodes_silent{than="day"}'] == 1
    assert found['motcua_nodes_silent{than="week"}'] == 0


def test_times_fall_into_the_histogram_s_buckets() -> None:
    one = Histogram()
    for seconds in (0.0, BOUNDS[0], BOUNDS[0] + 0.0001, 1e9):
        one.add(seconds)
    assert (one.counts[0], one.counts[1], one.counts[-1], sum(one.counts)) == (2, 1, 1, 4)


@pytest.mark.parametrize(
    ("host", "shown", "allowed"),
    [
        ("127.0.0.1", "", True),
        ("::1", "", True),
        ("10.0.0.7", "", False),
        ("10.0.0.7", "Bearer let-me", True),
        ("127.0.0.1", "Bearer wrong", False),
        ("testclient", "", False),
    ],
)
def test_the_figures_are_for_this_machine_or_who_has_the_token(host: str, shown: str, allowed: bool) -> None:
    asked: Any = SimpleNamespace(client=SimpleNamespace(host=host), headers={"authorization": shown})
    assert metrics.may_read(asked, {metrics.TOKEN: "let-me"}) is allowed


class Usage(NamedTuple):
    """What the disk says."""

    free: int


def test_a_process_that_cannot_work_does_not_offer_itself(
    center: Center, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = Watch()
    assert metrics.health(center, watch)["ok"]
    watch.ending = True
    assert not metrics.health(center, watch)["ok"]
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: Usage(metrics.LEAST_FREE - 1))
    found = metrics.health(center, Watch())
    assert (found["ok"], found["disk"], found["database"]) == (False, False, True)


def test_a_database_that_does_not_answer_is_said_and_the_process_still_lives(
    center: Center, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> None:
        raise OperationalError("SELECT 1", {}, Exception("gone"))

    with EmbeddedServer(center) as server:
        monkeypatch.setattr(center.store, "snapshot", gone)
        with requests.get(server.address + "/healthz", timeout=10) as answer:
            assert (answer.status_code, answer.json()["database"]) == (503, False)
        assert requests.get(server.address + "/healthz/live", timeout=10).status_code == 200
        with requests.get(server.address + "/metrics", timeout=10) as answer:
            assert figures(answer.text)["motcua_database_up"] == 0


class Deadlock(Exception):
    """As psycopg says it."""

    sqlstate = "40P01"


def test_writers_in_each_other_s_way_are_tried_again(center: Center, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = EnrolledDesk(center, invite(center, UNIT, "http://127.0.0.1:1"))
    desk.enrol()
    desk.receive(f"{UNIT}-261123-0001")
    tried, work = [], answering.exchange

    def stumbling(*arguments: Any) -> Any:
        tried.append(1)
        if len(tried) < 3:
            raise OperationalError("INSERT", {}, Deadlock("deadlock detected"))
        return work(*arguments)

    monkeypatch.setattr(app, "exchange", stumbling)
    with EmbeddedServer(center) as server:
        desk.post = over_http(server.address)
        assert desk.exchange().pending == 0
    assert len(tried) >= 3


def served(center: Center, front: Front, during: Any) -> list[str]:
    """Serves in this thread, runs `during` beside it, ends; the addresses it was ready at."""
    ready: list[str] = []

    def begin(address: str) -> None:
        ready.append(address)
        threading.Thread(target=finish, args=(address,)).start()

    def finish(address: str) -> None:
        try:
            during(address)
        finally:
            signal.raise_signal(signal.SIGINT)

    serving.serve(center, port=0, front=front, ready=begin)
    return ready


def test_behind_a_proxy_the_named_address_is_the_one_to_invite_to(center: Center) -> None:
    proxies = ("127.0.0.1",)
    named = Front(proxies=proxies, address="https://motcua.example.vn/")
    served(center, named, lambda _address: None)
    assert invite(center, UNIT).address == "https://motcua.example.vn"
    served(center, Front(proxies=proxies), lambda _address: None)
    assert invite(center, UNIT).address == "https://motcua.example.vn", "its own would reach one process only"
    with pytest.raises(CenterError, match="Địa chỉ"):
        served(center, Front(address="motcua"), lambda _address: None)


def test_only_a_named_proxy_is_believed_about_the_caller(center: Center) -> None:
    def seen(address: str) -> int:
        headers = {"X-Forwarded-For": "203.0.113.9"}
        with requests.get(address + "/metrics", headers=headers, timeout=10) as answer:
            return answer.status_code

    found: list[int] = []
    served(center, Front(proxies=("127.0.0.1",)), lambda address: found.append(seen(address)))
    served(center, Front(), lambda address: found.append(seen(address)))
    assert found == [403, 200]


def test_what_is_being_answered_is_answered_before_the_end(
    center: Center, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    work = answering.exchange

    def slow(*arguments: Any) -> Any:
        begun.set()
        assert go_on.wait(20)
        return work(*arguments)

    monkeypatch.setattr(app, "exchange", slow)
    statuses: list[int] = []

    asking: list[threading.Thread] = []

    def during(address: str) -> None:
        host, port = address.removeprefix("http://").split(":")

        def ask() -> None:
            line = http.client.HTTPConnection(host, int(port), timeout=20)
            line.request("POST", EXCHANGE_PATH, b"x", {"Content-Type": MEDIA_TYPE})
            statuses.append(line.getresponse().status)
            line.close()

        def release() -> None:
            refused(host, int(port))
            go_on.set()

        asking.append(threading.Thread(target=ask))
        asking[0].start()
        assert begun.wait(20)
        asking.append(threading.Thread(target=release))
        asking[1].start()

    served(center, Front(), during)
    for one in asking:
        one.join(20)
    assert statuses == [400], "answered, though the server had been told to end"


def refused(host: str, port: int) -> None:
    """Returns once nobody takes new connections there."""
    while True:
        try:
            socket.create_connection((host, port), timeout=1).close()
        except OSError:
            return


@pytest.mark.expects_log
def test_a_process_whose_database_was_set_back_ends_and_says_why(center: Center) -> None:
    desk = EnrolledDesk(center, invite(center, UNIT, "http://127.0.0.1:1"))
    desk.enrol()
    desk.receive(f"{UNIT}-261123-0001")
    answers: list[str] = []

    def post(path: str, sealed: bytes) -> bytes:
        with requests.post(address[0] + path, sealed, headers=HEADERS, timeout=20) as answer:
            answers.append(answer.text)
        raise LinkFailed("busy", "503")

    address: list[str] = []

    def during(at: str) -> None:
        address.append(at)
        with center.store._writing() as rows:
            rows.put_note("commits", b"")
        desk.post = post
        desk.exchange()

    with pytest.raises(SetBack, match="đưa về một bản cũ hơn"):
        served(center, Front(), during)
    assert answers == ["try again later"], "nothing was acknowledged"
    assert dossiers(center) == []
