"""Scans on a line that breaks: cut at every border of a chunk and in between, resumed to the byte."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from desk_app.operations.attaching import (
    attachments_of,
    files_of,
    open_attachment,
)
from desk_app.operations.desk import Desk, open_desk
from desk_app.operations.receipts import sync_state
from desk_app.operations.receive import receive
from desk_app.operations.scan_settings import set_scans
from desk_app.operations.scan_sync import spent_today
from desk_app.operations.synchronise import synchronise
from desk_app.store.scans import scan_tables_of
from sync.center.api.serving import EmbeddedServer
from sync.center.exchange.scans import scan_files, uploads_of
from sync.center.store.opening import Center
from sync.center.work.checking import verify
from sync.links.carrying import HELD, STOPPED, Answer, ChunkPace, Fetching, Uploading
from sync.links.tus import ScanLink
from sync.protocol.ports import BUSY, PORTAL, UNREACHABLE, LinkFailed
from tests.attachments.papers import heavy_png, small_jpeg
from tests.center.places import Clock, Place
from tests.center.scanned import NUMBER, CutWire, ScanDesk, attach_to, enrolled_desk
from tests.offices import OFFICER, request

CHUNK = 1024


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def center(tmp_path: Path, clock: Clock) -> Iterator[Center]:
    with Place(tmp_path, clock).open() as center:
        yield center


@pytest.fixture
def address(center: Center) -> Iterator[str]:
    with EmbeddedServer(center) as server:
        yield server.address


@pytest.fixture
def link(address: str) -> Iterator[ScanLink]:
    link = ScanLink(address)
    yield link
    link.close()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock, center: Center, address: str) -> Iterator[Desk]:
    """An enrolled desk with one dossier."""
    assert address
    desk = enrolled_desk(center, tmp_path / "desk", clock)
    yield desk
    desk.close()


def everything(size: int) -> int:
    return size


def steady() -> ChunkPace:
    """Always the same size of chunk."""
    return ChunkPace(CHUNK, CHUNK, CHUNK)


BORDERS = [at + off for at in (0, CHUNK, 2 * CHUNK) for off in (0, 1, CHUNK // 2, CHUNK - 1)]
BORDERS += [3 * CHUNK, 3 * CHUNK + 1]


@pytest.mark.parametrize("through", BORDERS)
def test_an_upload_cut_anywhere_goes_on_from_that_byte(center: Center, link: ScanLink, through: int) -> None:
    desk = ScanDesk(center)
    file, sealed = desk.scan(3 * CHUNK + 50)
    wire = CutWire(link, through)
    assert Uploading(wire, sealed, desk.token(file), steady(), everything).run() == HELD
    assert (wire.cuts, wire.bodies) == (1, len(sealed)), "no byte travels twice"
    assert scan_files(center, desk.channel).read(file.name, file.length) == sealed


@pytest.mark.parametrize("through", BORDERS[1:])
def test_a_download_cut_anywhere_goes_on_from_that_byte(center: Center, link: ScanLink, through: int) -> None:
    desk = ScanDesk(center)
    file, sealed = desk.scan(3 * CHUNK + 50)
    Uploading(link.request, sealed, desk.token(file), ChunkPace(), everything).run()
    found = bytearray()
    cuts: list[int] = []

    def wire(method: str, url: str, headers: Mapping[str, str], body: bytes = b"") -> Answer:
        answer = link.request(method, url, headers, body)
        if not cuts and len(found) + len(answer.body) > through:
            cuts.append(through)
            return Answer(answer.status, answer.headers, answer.body[: through - len(found)], cut=True)
        return answer

    fetching = Fetching(
        wire, file.name, file.length, desk.get_token(file), 0, found.extend, steady(), everything
    )
    assert fetching.run() == HELD
    assert (bytes(found), cuts) == (sealed, [through])


def test_chunks_grow_on_a_good_line_and_shrink_on_a_bad_one_but_never_to_nothing() -> None:
    pace = ChunkPace()
    for _ in range(20):
        pace.succeeded(pace.size)
    assert pace.size == pace.most
    pace.succeeded(10)
    assert pace.size == pace.most, "a small chunk shows nothing"
    for _ in range(40):
        pace.failed()
    assert pace.size == pace.least == 1024


def test_an_upload_remembered_from_another_day_goes_on(center: Center, link: ScanLink) -> None:
    desk = ScanDesk(center)
    file, sealed = desk.scan(5 * CHUNK)
    kept: list[str] = []
    allowed = iter([CHUNK, CHUNK, 0])
    first = Uploading(
        link.request, sealed, desk.token(file), steady(), lambda _size: next(allowed), keep=kept.append
    )
    assert first.run() == STOPPED
    wire = CutWire(link, 10**9)
    again = Uploading(wire, sealed, "no token is needed to go on", steady(), everything, kept[-1])
    assert again.run() == HELD
    assert wire.bodies == len(sealed) - 2 * CHUNK


def test_a_forgotten_upload_begins_anew(center: Center, link: ScanLink) -> None:
    desk = ScanDesk(center)
    file, sealed = desk.scan(2 * CHUNK)
    kept: list[str] = []
    lost = "scans/" + "0" * 32
    assert (
        Uploading(link.request, sealed, desk.token(file), steady(), everything, lost, kept.append).run()
        == HELD
    )
    assert kept[0] == "", "it is forgotten here too"


def test_the_address_of_somebody_elses_upload_is_not_gone_on_with(center: Center, link: ScanLink) -> None:
    """A proxy gave this desk the answer to another creation, and it was remembered."""
    desk = ScanDesk(center)
    other, longer = desk.scan(3 * CHUNK)
    file, sealed = desk.scan(2 * CHUNK)
    wrong: list[str] = []
    Uploading(link.request, longer, desk.token(other), steady(), everything, keep=wrong.append).run()
    kept: list[str] = []
    again = Uploading(link.request, sealed, desk.token(file), steady(), everything, wrong[0], kept.append)
    assert again.run() == HELD
    assert kept[0] == ""
    assert scan_files(center, desk.channel).read(file.name, file.length) == sealed


def test_bytes_changed_on_the_way_are_found_out_and_sent_again(center: Center, link: ScanLink) -> None:
    desk = ScanDesk(center)
    file, sealed = desk.scan(3 * CHUNK)
    harmed: list[int] = []

    def wire(method: str, url: str, headers: Mapping[str, str], body: bytes = b"") -> Answer:
        if method == "PATCH" and len(harmed) < 2 and headers["Upload-Offset"] == str(CHUNK):
            harmed.append(1)
            body = body[:-1] + bytes((body[-1] ^ 1,))
        return link.request(method, url, headers, body)

    uploading = Uploading(wire, sealed, desk.token(file), steady(), everything)
    assert uploading.run() == HELD
    assert uploading.checked
    assert len(harmed) == 2
    assert scan_files(center, desk.channel).read(file.name, file.length) == sealed


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (Answer(200, {"content-type": "text/html"}, b"<html>login"), PORTAL),
        (Answer(302, {"location": "http://portal.example/"}), PORTAL),
        (Answer(201, {"location": "scans/1"}), PORTAL),
        (Answer(511, {}), PORTAL),
        (Answer(503, {"retry-after": "20"}), BUSY),
    ],
)
def test_a_captive_portal_is_not_taken_for_a_center(answer: Answer, kind: str) -> None:
    with pytest.raises(LinkFailed) as failed:
        Uploading(lambda *_a, **_k: answer, b"sealed", "token", steady(), everything).run()
    assert failed.value.kind == kind


def test_a_token_is_never_sent_to_another_machine(link: ScanLink) -> None:
    assert link._target("http://evil.example/steal?x=1") == f"{link.address}/steal?x=1"
    assert link._target("//evil.example/steal") == f"{link.address}/steal"
    assert link._target("scans/abc") == f"{link.address}/v1/scans/abc"
    assert (
        ScanLink("https://host.example/prefix")._target("/v1/scans") == "https://host.example/prefix/v1/scans"
    )


# ---------------------------------------------------------------------------------------- the desk's part


def broken_after(link: ScanLink, uploads: int) -> Callable[..., Answer]:
    """A wire on which so many chunks pass, and then nothing any more."""
    passed = [0]

    def wire(method: str, url: str, headers: Mapping[str, str], body: bytes = b"") -> Answer:
        passed[0] += method == "PATCH"
        if passed[0] > uploads:
            raise LinkFailed(UNREACHABLE)
        return link.request(method, url, headers, body)

    return wire


def test_scans_follow_their_entries_and_only_the_reply_confirms_them(desk: Desk, center: Center) -> None:
    name = attach_to(desk, NUMBER, small_jpeg())
    assert (sync_state(desk).scans_pending, attachments_of(desk, NUMBER)[0].state) == (1, "waiting")
    report = synchronise(desk).value
    assert (report.pending, report.scans_sent, report.scans_pending, report.scans_problem) == (0, 1, 0, "")
    assert (sync_state(desk).scans_pending, attachments_of(desk, NUMBER)[0].state) == (0, "sent")
    assert name in set(scan_files(center, desk.settings.channel).names())
    assert verify(center)["ok"]
    again = synchronise(desk).value
    assert (again.scans_sent, again.scans_pending) == (0, 0)


def test_an_upload_whose_confirmation_was_lost_is_not_taken_for_confirmed(desk: Desk, link: ScanLink) -> None:
    attach_to(desk, NUMBER, small_jpeg())
    done = [False]

    def wire(method: str, url: str, headers: Mapping[str, str], body: bytes = b"") -> Answer:
        answer = link.request(method, url, headers, body)
        done[0] |= method == "PATCH"
        return answer

    def post(path: str, body: bytes) -> bytes:
        if done[0]:
            raise LinkFailed(UNREACHABLE)
        return link.post(path, body)

    assert synchronise(desk, post, wire).value.scans_pending == 1
    done[0] = False
    report = synchronise(desk, link.post, lambda *_a, **_k: Answer(500)).value
    assert (report.scans_sent, report.scans_pending) == (0, 0), "asked, and confirmed without a byte"


def test_the_same_paper_travels_once(desk: Desk, link: ScanLink) -> None:
    receive(desk, [request()], OFFICER)
    attach_to(desk, NUMBER, small_jpeg())
    attach_to(desk, f"{NUMBER[:-1]}2", small_jpeg())
    wire = CutWire(link, 10**9)
    assert synchronise(desk, link.post, wire).value.scans_pending == 0
    [name] = files_of(desk).names()
    assert wire.bodies == files_of(desk).path(name).stat().st_size


def test_the_smallest_scan_goes_first(desk: Desk, link: ScanLink, center: Center) -> None:
    large = attach_to(desk, NUMBER, heavy_png(), "Lớn")
    small = attach_to(desk, NUMBER, small_jpeg(), "Nhỏ")
    report = synchronise(desk, link.post, broken_after(link, 1)).value
    assert (report.reached, report.scans_pending) == (True, 1)
    assert report.scans_problem
    assert set(scan_files(center, desk.settings.channel).names()) == {small}
    assert [one.state for one in attachments_of(desk, NUMBER)] == ["waiting", "sent"]
    assert synchronise(desk).value.scans_pending == 0
    assert set(scan_files(center, desk.settings.channel).names()) == {small, large}


def test_entries_that_come_in_between_go_before_the_next_chunk(desk: Desk, link: ScanLink) -> None:
    attach_to(desk, NUMBER, heavy_png())
    order: list[str] = []

    def wire(method: str, url: str, headers: Mapping[str, str], body: bytes = b"") -> Answer:
        if method == "PATCH":
            if "chunk" not in order:
                receive(desk, [request()], OFFICER)
            order.append("chunk")
        return link.request(method, url, headers, body)

    def post(path: str, body: bytes) -> bytes:
        order.append("entries")
        return link.post(path, body)

    assert synchronise(desk, post, wire).value.scans_pending == 0
    chunks = order.index("chunk")
    assert order[chunks + 1] == "entries"
    assert "chunk" in order[chunks + 2 :]


def test_no_more_than_the_day_s_bytes_travel(desk: Desk, clock: Clock, link: ScanLink) -> None:
    attach_to(desk, NUMBER, heavy_png())
    [name] = files_of(desk).names()
    length = files_of(desk).path(name).stat().st_size
    set_scans(desk, daily_bytes=length // 3 + 1)
    wire = CutWire(link, 10**9)
    for day in range(3):
        report = synchronise(desk, link.post, wire).value
        assert report.scans_pending == (0 if day == 2 else 1)
        assert spent_today(desk) <= length // 3 + 1
        before = wire.bodies
        synchronise(desk, link.post, wire)
        assert wire.bodies == before, "the day's bytes are spent"
        clock.advance(days=1)
    assert wire.bodies == length


def test_a_creation_answered_by_somebody_elses_answer_stops_no_scan_for_ever(
    desk: Desk, link: ScanLink
) -> None:
    """What was kept of it is seen through the next time, for the smallest scan and all behind it."""
    for seed in (1, 2):
        attach_to(desk, NUMBER, small_jpeg(seed))
    large = attach_to(desk, NUMBER, heavy_png())
    answers: list[Answer] = []

    def swapped(method: str, url: str, headers: Mapping[str, str], body: bytes = b"") -> Answer:
        if method == "POST" and len(answers) == 1:
            answer = Answer(201, {**answers[0].headers, "upload-offset": "999999"})
            answers.append(answer)
            return answer
        answer = link.request(method, url, headers, body)
        if method == "POST":
            answers.append(answer)
        return answer

    assert synchronise(desk, link.post, swapped).value.scans_problem
    report = synchronise(desk, link.post, link.request).value
    assert (report.scans_pending, report.scans_problem) == (0, "")
    assert {one.state for one in attachments_of(desk, NUMBER)} == {"sent"}
    assert large in set(files_of(desk).names())


def test_a_scan_that_the_center_refuses_holds_up_no_other(desk: Desk, link: ScanLink) -> None:
    refused, other = attach_to(desk, NUMBER, small_jpeg(1)), attach_to(desk, NUMBER, heavy_png())
    first: list[str] = []

    def wire(method: str, url: str, headers: Mapping[str, str], body: bytes = b"") -> Answer:
        if method == "POST" and not first:
            first.append(url)
            return Answer(403, {"tus-resumable": "1.0.0"}, b"token: not for this")
        return link.request(method, url, headers, body)

    report = synchronise(desk, link.post, wire).value
    assert (report.scans_sent, report.scans_pending, report.scans_problem) == (1, 1, "")
    by_name = {one.scan.name: one for one in attachments_of(desk, NUMBER)}
    assert (by_name[other].state, by_name[refused].state) == ("sent", "waiting")
    assert "chưa có tệp này" in by_name[refused].problem
    assert synchronise(desk, link.post, link.request).value.scans_pending == 0
    assert {one.problem for one in attachments_of(desk, NUMBER)} == {""}


def test_a_scan_whose_file_is_gone_is_said_and_holds_up_no_other(desk: Desk) -> None:
    gone, other = attach_to(desk, NUMBER, small_jpeg(1)), attach_to(desk, NUMBER, small_jpeg(2))
    files_of(desk).remove(gone)
    report = synchronise(desk).value
    assert (report.scans_sent, report.scans_pending) == (1, 1)
    first, second = attachments_of(desk, NUMBER)
    assert (first.state, second.state, second.scan.name) == ("missing", "sent", other)
    assert "thiếu tệp" in first.problem


def test_another_desk_of_the_unit_sees_a_scan_on_demand(
    desk: Desk, tmp_path: Path, center: Center, clock: Clock
) -> None:
    attach_to(desk, NUMBER, small_jpeg())
    synchronise(desk)
    wanted = open_attachment(desk, NUMBER, 1)
    second = enrolled_desk(center, tmp_path / "second", clock, dossiers=0)
    synchronise(second)
    assert [one.state for one in attachments_of(second, NUMBER)] == ["elsewhere"]
    assert sync_state(second).scans_pending == 0
    with pytest.raises(Exception, match="chưa có ở máy này"):
        open_attachment(second, NUMBER, 1)
    assert attachments_of(second, NUMBER)[0].wanted
    synchronise(second)
    assert open_attachment(second, NUMBER, 1) == wanted
    assert not attachments_of(second, NUMBER)[0].wanted
    second.close()


def test_a_file_lost_at_the_center_is_sent_again_and_one_lost_here_fetched_again(
    desk: Desk, center: Center
) -> None:
    name = attach_to(desk, NUMBER, small_jpeg())
    synchronise(desk)
    before = open_attachment(desk, NUMBER, 1)
    files = scan_files(center, desk.settings.channel)
    files.remove(name)
    assert not verify(center)["ok"]
    synchronise(desk)
    assert verify(center)["ok"]
    files_of(desk).remove(name)
    assert [one.state for one in attachments_of(desk, NUMBER)] == ["elsewhere"]
    with pytest.raises(Exception, match="chưa có ở máy này"):
        open_attachment(desk, NUMBER, 1)
    synchronise(desk)
    assert open_attachment(desk, NUMBER, 1) == before


def test_a_damaged_file_at_the_center_never_reaches_a_desk(
    desk: Desk, tmp_path: Path, center: Center, clock: Clock
) -> None:
    name = attach_to(desk, NUMBER, small_jpeg())
    synchronise(desk)
    path = scan_files(center, desk.settings.channel).path(name)
    path.write_bytes(bytes(path.stat().st_size))
    second = enrolled_desk(center, tmp_path / "second", clock, dossiers=0)
    synchronise(second)
    with pytest.raises(Exception, match="chưa có"):
        open_attachment(second, NUMBER, 1)
    synchronise(second)
    [one] = attachments_of(second, NUMBER)
    assert one.state == "elsewhere"
    assert "không đúng" in one.problem
    assert list(files_of(second).names()) == []
    second.close()


def test_what_was_begun_goes_on_after_a_restart(
    desk: Desk, clock: Clock, link: ScanLink, center: Center
) -> None:
    attach_to(desk, NUMBER, heavy_png())
    assert synchronise(desk, link.post, broken_after(link, 1)).value.scans_pending == 1
    [begun] = uploads_of(center).open_ones()
    stood = uploads_of(center).offset(begun)
    assert stood > 0
    desk.close()
    again = open_desk(desk.paths.data, clock)
    wire = CutWire(link, 10**9)
    assert synchronise(again, link.post, wire).value.scans_pending == 0
    assert wire.bodies == begun.length - stood
    again.close()


@pytest.mark.parametrize("remembered", [True, False])
def test_a_scan_is_acknowledged_though_the_center_died_upon_its_last_byte(
    desk: Desk, link: ScanLink, center: Center, remembered: bool
) -> None:
    """Whether or not the desk kept where its upload goes on."""
    name = attach_to(desk, NUMBER, heavy_png())
    assert synchronise(desk, link.post, broken_after(link, 1)).value.scans_pending == 1
    uploads = uploads_of(center)
    [begun] = uploads.open_ones()
    uploads.append(begun, 0, files_of(desk).read(name, begun.length))
    if not remembered:
        with desk.writing() as ledger:
            scan_tables_of(ledger).put_url(name, "")
    wire = CutWire(link, 10**9)
    assert synchronise(desk, link.post, wire).value.scans_pending == 0
    assert wire.bodies == 0, "nothing of it travels again"
    assert [one.state for one in attachments_of(desk, NUMBER)] == ["sent"]
