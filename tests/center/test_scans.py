"""Scans at the center: tus 1.0 by its letter, tokens, entries, quotas; a file counts only when whole."""

from __future__ import annotations

import base64
import hashlib
import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests

from sync.attachments.sealing import MAX_SEALED
from sync.attachments.uploads import Upload
from sync.center.api import scans as api
from sync.center.api.serving import EmbeddedServer
from sync.center.exchange import scans as exchange_scans
from sync.center.exchange.scans import scan_files, uploads_of
from sync.center.store.opening import Center
from sync.center.work.checking import verify
from sync.center.work.scans import scan_pdf, scans_of
from sync.identity.keys import NodeKeys
from sync.model.scan import ScanFile
from sync.protocol.answering import Visit
from tests.center.places import Place
from tests.center.scanned import ScanDesk

TUS = {"Tus-Resumable": "1.0.0"}
OCTETS = "application/offset+octet-stream"


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.fixture
def center(place: Place) -> Iterator[Center]:
    with place.open() as center:
        yield center


@pytest.fixture
def address(center: Center) -> Iterator[str]:
    with EmbeddedServer(center) as server:
        yield server.address + "/v1/scans"


@pytest.fixture
def desk(center: Center) -> ScanDesk:
    return ScanDesk(center)


def create(address: str, token: str, length: int, **headers: str) -> requests.Response:
    metadata = "filename dGVzdA==, token " + base64.b64encode(token.encode()).decode()
    return requests.post(
        address,
        headers={**TUS, "Upload-Length": str(length), "Upload-Metadata": metadata, **headers},
        timeout=20,
    )


def begun(address: str, desk: ScanDesk, file: ScanFile) -> str:
    """The URL of a new upload."""
    answer = create(address, desk.token(file), file.length)
    assert answer.status_code == 201, answer.text
    return address.rpartition("/")[0] + "/" + answer.headers["Location"]


def patch(url: str, offset: int, content: bytes, **headers: str) -> requests.Response:
    base = {**TUS, "Upload-Offset": str(offset), "Content-Type": OCTETS}
    return requests.patch(url, data=content, headers={**base, **headers}, timeout=20)


def stands_at(url: str) -> int:
    answer = requests.head(url, headers=TUS, timeout=20)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    return int(answer.headers["Upload-Offset"])


def held(center: Center, desk: ScanDesk, file: ScanFile) -> bool:
    return scan_files(center, desk.channel).state(file.name, file.length, deep=True) == "whole"


def test_the_center_says_what_it_understands(address: str) -> None:
    answer = requests.options(address, timeout=20)
    assert answer.status_code == 204
    assert answer.headers["Tus-Version"] == "1.0.0"
    assert set(answer.headers["Tus-Extension"].split(",")) == {
        "creation",
        "expiration",
        "checksum",
        "termination",
    }
    assert answer.headers["Tus-Max-Size"] == str(MAX_SEALED)


def test_another_version_of_tus_is_named_and_refused(address: str) -> None:
    answer = requests.post(address, headers={"Tus-Resumable": "0.2.2"}, timeout=20)
    assert (answer.status_code, answer.headers["Tus-Version"]) == (412, "1.0.0")


def test_an_upload_in_pieces_is_held_when_its_last_byte_is_there(
    center: Center, address: str, desk: ScanDesk
) -> None:
    file, sealed = desk.scan(300_000)
    url = begun(address, desk, file)
    at = 0
    for piece in (sealed[:1], sealed[1:70_000], sealed[70_000:]):
        assert not held(center, desk, file)
        answer = patch(url, at, piece)
        at += len(piece)
        assert (answer.status_code, answer.headers["Upload-Offset"]) == (204, str(at))
        assert "Upload-Expires" in answer.headers
    assert held(center, desk, file)
    assert stands_at(url) == file.length
    [(scan, state)] = scans_of(center, desk.channel, desk.dossier)
    assert state == "whole"
    assert len(scan_pdf(center, desk.channel, scan)) == 300_000
    assert verify(center)["ok"]


def test_creating_the_same_upload_again_finds_what_came_of_it(address: str, desk: ScanDesk) -> None:
    file, sealed = desk.scan(100_000)
    url = begun(address, desk, file)
    patch(url, 0, sealed[:40_000])
    again = create(address, desk.token(file), file.length)
    assert (again.status_code, again.headers["Upload-Offset"]) == (201, "40000")
    assert url.endswith(again.headers["Location"])


def test_an_upload_of_what_is_held_stands_at_its_end(address: str, desk: ScanDesk) -> None:
    file, sealed = desk.scan(1000)
    url = begun(address, desk, file)
    patch(url, 0, sealed)
    requests.delete(url, headers=TUS, timeout=20)
    assert create(address, desk.token(file), file.length).headers["Upload-Offset"] == str(file.length)


def told_held(center: Center, desk: ScanDesk, file: ScanFile) -> bool:
    """Whether the center would say in an exchange that it holds the file."""
    visit = Visit(desk.record, "", 0, 0, scans=(file.name,))
    with center.store.transaction() as ledger:
        exchange_scans.tell_of_scans(center, ledger, visit)
    return visit.scans_held == [file.name]


def all_came(center: Center, url: str, content: bytes) -> Upload:
    """All bytes of an upload are on the disk, and the power went before they were hashed."""
    uploads = uploads_of(center)
    upload = uploads.find(url.rpartition("/")[2], center.clock())
    assert upload is not None
    uploads.append(upload, 0, content)
    return upload


@pytest.mark.parametrize("by_head", [True, False])
def test_a_scan_whose_last_byte_came_before_a_crash_is_held_when_its_sender_asks(
    center: Center, address: str, desk: ScanDesk, by_head: bool
) -> None:
    file, sealed = desk.scan(100_000)
    url = begun(address, desk, file)
    all_came(center, url, sealed)
    if by_head:
        assert stands_at(url) == file.length
    else:
        assert create(address, desk.token(file), file.length).headers["Upload-Offset"] == str(file.length)
    assert held(center, desk, file)
    assert told_held(center, desk, file)
    assert stands_at(url) == file.length
    assert not list(uploads_of(center).open_ones())
    assert verify(center)["ok"]


@pytest.mark.parametrize("by_head", [True, False])
def test_wrong_bytes_that_all_came_before_a_crash_begin_anew(
    center: Center, address: str, desk: ScanDesk, by_head: bool
) -> None:
    file, sealed = desk.scan(1000)
    url = begun(address, desk, file)
    all_came(center, url, bytes(file.length))
    if by_head:
        assert requests.head(url, headers=TUS, timeout=20).status_code == 404
    assert create(address, desk.token(file), file.length).headers["Upload-Offset"] == "0"
    assert patch(url, 0, sealed).status_code == 204
    assert told_held(center, desk, file)


@pytest.mark.parametrize("lost", [True, False])
def test_a_finished_upload_that_does_not_count_is_not_told_as_whole(
    center: Center, address: str, desk: ScanDesk, lost: bool
) -> None:
    """The power went between the file's move and its row; or the file was lost later (`lost`)."""
    file, sealed = desk.scan(1000)
    url = begun(address, desk, file)
    if lost:
        assert patch(url, 0, sealed).status_code == 204
        scan_files(center, desk.channel).remove(file.name)
    else:
        assert uploads_of(center).finish(all_came(center, url, sealed), scan_files(center, desk.channel))
    assert not told_held(center, desk, file)
    assert requests.head(url, headers=TUS, timeout=20).status_code == 404
    stands = int(create(address, desk.token(file), file.length).headers["Upload-Offset"])
    assert stands == (0 if lost else file.length), "a file that is here is not asked for again"
    assert patch(url, stands, sealed[stands:]).status_code == 204
    assert told_held(center, desk, file)


def half_sent(url: str, offset: int, declared: int, content: bytes) -> socket.socket:
    """The line of a PATCH of which only the beginning of its body was sent."""
    parts = urlsplit(url)
    line = socket.create_connection((parts.hostname or "", parts.port or 0), timeout=20)
    line.sendall(
        (
            f"PATCH {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nTus-Resumable: 1.0.0\r\n"
            f"Upload-Offset: {offset}\r\nContent-Type: {OCTETS}\r\nContent-Length: {declared}\r\n\r\n"
        ).encode()
        + content
    )
    return line


def until_here(center: Center, url: str, offset: int) -> None:
    """Waits until so many bytes of the upload are on the center's disk."""
    part = uploads_of(center).folder / f"{url.rpartition('/')[2]}.part"
    for _ in range(1000):
        if part.stat().st_size == offset:
            return
        time.sleep(0.01)  # noqa: TID251 - the bytes are on their way through a real socket
    raise AssertionError(f"{part.stat().st_size} bytes came, not {offset}")


def test_what_came_before_a_cut_stays_to_the_byte(center: Center, address: str, desk: ScanDesk) -> None:
    file, sealed = desk.scan(200_000)
    url = begun(address, desk, file)
    at = 0
    for much in (1, 16_383, 65_537):
        with half_sent(url, at, len(sealed) - at, sealed[at : at + much]):
            at += much
            until_here(center, url, at)
        assert stands_at(url) == at
    assert patch(url, at, sealed[at:]).status_code == 204
    assert held(center, desk, file)


def test_a_new_request_ends_one_that_hangs(address: str, desk: ScanDesk) -> None:
    file, sealed = desk.scan(50_000)
    url = begun(address, desk, file)
    with half_sent(url, 0, len(sealed), b""):
        assert patch(url, 0, sealed).status_code == 204


def test_a_new_request_ends_one_that_hangs_in_another_process(
    place: Place, center: Center, address: str, desk: ScanDesk
) -> None:
    """Two servers on one folder are two processes to an upload."""
    file, sealed = desk.scan(50_000)
    url = begun(address, desk, file)
    with place.open() as beside, EmbeddedServer(beside) as other:
        there = f"{other.address}/v1/scans/{url.rpartition('/')[2]}"
        with half_sent(url, 0, len(sealed), sealed[:1000]):
            until_here(center, url, 1000)
            assert patch(there, 0, sealed).status_code == 409, "it stands where the other brought it"
        with half_sent(url, 1000, len(sealed) - 1000, sealed[1000:3000]):
            until_here(center, url, 3000)
            assert patch(there, 3000, sealed[3000:]).status_code == 204
    assert held(center, desk, file)


def test_a_wrong_offset_is_refused_and_named(address: str, desk: ScanDesk) -> None:
    file, sealed = desk.scan(1000)
    url = begun(address, desk, file)
    assert patch(url, 5, sealed[5:]).status_code == 409
    assert patch(url, 0, sealed[:10]).status_code == 204
    assert patch(url, 0, sealed).status_code == 409
    assert stands_at(url) == 10


@pytest.mark.parametrize("algorithm", ["sha256", "sha1"])
def test_a_chunk_that_does_not_match_its_checksum_is_forgotten(
    center: Center, address: str, desk: ScanDesk, algorithm: str
) -> None:
    file, sealed = desk.scan(1000)
    url = begun(address, desk, file)
    right = base64.b64encode(hashlib.new(algorithm, sealed).digest()).decode()
    assert patch(url, 0, sealed[:-1] + b"x", **{"Upload-Checksum": f"{algorithm} {right}"}).status_code == 460
    assert stands_at(url) == 0
    assert patch(url, 0, sealed, **{"Upload-Checksum": "md5 AAAA"}).status_code == 400
    assert patch(url, 0, sealed, **{"Upload-Checksum": f"{algorithm} {right}"}).status_code == 204
    assert held(center, desk, file)


def test_a_whole_file_with_another_hash_never_counts(center: Center, address: str, desk: ScanDesk) -> None:
    file, sealed = desk.scan(1000)
    url = begun(address, desk, file)
    assert patch(url, 0, sealed[:-1] + bytes((sealed[-1] ^ 1,))).status_code == 460
    assert not held(center, desk, file)
    assert requests.head(url, headers=TUS, timeout=20).status_code == 404
    url = begun(address, desk, file)
    assert patch(url, 0, sealed).status_code == 204
    assert held(center, desk, file)


def test_more_bytes_than_declared_are_refused(address: str, desk: ScanDesk) -> None:
    file, sealed = desk.scan(1000)
    url = begun(address, desk, file)
    assert patch(url, 0, sealed + b"more").status_code == 413


def test_an_upload_may_be_ended_and_begun_anew(address: str, desk: ScanDesk) -> None:
    file, sealed = desk.scan(1000)
    url = begun(address, desk, file)
    patch(url, 0, sealed[:500])
    assert requests.delete(url, headers=TUS, timeout=20).status_code == 204
    assert requests.head(url, headers=TUS, timeout=20).status_code == 404
    assert create(address, desk.token(file), file.length).headers["Upload-Offset"] == "0"


def test_a_proxy_that_knows_no_patch_may_be_passed_by_post(address: str, desk: ScanDesk) -> None:
    file, sealed = desk.scan(1000)
    url = begun(address, desk, file)
    headers = {**TUS, "Upload-Offset": "0", "Content-Type": OCTETS, "X-HTTP-Method-Override": "PATCH"}
    assert requests.post(url, data=sealed, headers=headers, timeout=20).status_code == 204


def test_an_upload_nobody_went_on_with_expires(
    center: Center, place: Place, address: str, desk: ScanDesk
) -> None:
    file, sealed = desk.scan(1000)
    url = begun(address, desk, file)
    patch(url, 0, sealed[:500])
    place.clock.advance(days=8)
    assert requests.head(url, headers=TUS, timeout=20).status_code == 404
    assert create(address, desk.token(file), file.length).headers["Upload-Offset"] == "0"
    assert len(list(uploads_of(center).open_ones())) == 1


# ------------------------------------------------------------------------------------------------ who may


def test_only_a_node_s_own_word_opens_an_upload(center: Center, address: str, desk: ScanDesk) -> None:
    file, _sealed = desk.scan(1000)
    good = desk.token(file)
    stranger = NodeKeys.generate()
    forged = [
        "",
        "rubbish",
        good[:-8] + "AAAAAAAA",
        desk.token(file, node=stranger.node),
        desk.token(file, node=center.keys.node),
        desk.token(file, purpose="get"),
        desk.token(file, channel=center.channel),
        desk.token(file, channel="unit:H99.99.002"),
        desk.token(file, length=file.length + 1),
    ]
    for token in forged:
        answer = create(address, token, file.length)
        assert answer.status_code in (403, 404), token
    assert create(address, good, file.length + 1).status_code == 403
    assert create(address, good, file.length).status_code == 201


def test_a_token_is_good_for_a_while_by_the_center_s_clock(
    place: Place, address: str, desk: ScanDesk
) -> None:
    file, _sealed = desk.scan(1000)
    now = int(place.clock.now.timestamp())
    assert create(address, desk.token(file, expiry=now - 1), file.length).status_code == 403
    assert create(address, desk.token(file, expiry=now + 40 * 24 * 3600), file.length).status_code == 403
    assert create(address, desk.token(file, expiry=now), file.length).status_code == 201


def test_only_what_an_admitted_entry_names_is_taken(address: str, desk: ScanDesk) -> None:
    file, _sealed = desk.scan(1000, push=False)
    assert create(address, desk.token(file), file.length).status_code == 404
    desk.push()
    assert create(address, desk.token(file), file.length).status_code == 201


def test_a_node_may_not_begin_more_than_its_quota(
    center: Center, address: str, desk: ScanDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange_scans, "NODE_QUOTA", 2500)
    files = [desk.scan(1000) for _ in range(3)]
    urls = [begun(address, desk, file) for file, _sealed in files[:2]]
    answer = create(address, desk.token(files[2][0]), files[2][0].length)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "3600")
    patch(urls[0], 0, files[0][1])
    assert create(address, desk.token(files[2][0]), files[2][0].length).status_code == 201


def test_a_full_disk_is_said_before_a_byte_is_sent(
    address: str, desk: ScanDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, _sealed = desk.scan(1000)
    monkeypatch.setattr(exchange_scans, "RESERVE", 2**62)
    assert create(address, desk.token(file), file.length).status_code == 507


def test_nothing_depends_on_another_unit_s_files(center: Center, address: str, desk: ScanDesk) -> None:
    """A desk that learnt another unit's name and length of a file learns no more by naming it itself."""
    file, sealed = desk.scan(1000)
    patch(begun(address, desk, file), 0, sealed)
    thief = ScanDesk(center, unit="H99.99.002")
    assert create(address, thief.token(file), file.length).status_code == 404
    copied, _other = thief.scan(1000)
    object.__setattr__(copied, "name", file.name)
    get = requests.get(
        f"{address}/held/{file.name.hex()}",
        headers={"Authorization": f"Motcua {thief.get_token(file)}"},
        timeout=20,
    )
    assert get.status_code == 404
    assert get.text == "no admitted entry names this file"
    for path in (center.data / "scans" / "held").iterdir():
        assert path.name == f"{desk.channel.replace(':', '-')}_", "each channel has a folder of its own"


@pytest.mark.parametrize("upload", ["..", "%2e%2e%2fcenter.db", "0" * 32, "x", "a" * 5000])
def test_an_upload_s_name_reaches_no_other_file(address: str, upload: str) -> None:
    for method in ("HEAD", "PATCH", "DELETE"):
        answer = requests.request(
            method,
            f"{address}/{upload}",
            headers={**TUS, "Upload-Offset": "0", "Content-Type": OCTETS},
            timeout=20,
        )
        assert answer.status_code in (404, 405)


def test_nonsense_is_turned_away_and_never_a_5xx(address: str, desk: ScanDesk) -> None:
    file, sealed = desk.scan(1000)
    token = base64.b64encode(desk.token(file).encode()).decode()
    for length in ("", "-1", "abc", "1" * 40, "٣"):
        headers = {**TUS, "Upload-Length": length.encode(), "Upload-Metadata": f"token {token}"}
        assert requests.post(address, headers=headers, timeout=20).status_code == 400  # type: ignore[arg-type]
    too_much = {**TUS, "Upload-Length": str(MAX_SEALED + 1), "Upload-Metadata": f"token {token}"}
    assert requests.post(address, headers=too_much, timeout=20).status_code == 413
    url = begun(address, desk, file)
    assert (
        requests.patch(url, data=sealed, headers={**TUS, "Upload-Offset": "0"}, timeout=20).status_code == 415
    )
    assert requests.get(f"{address}/held/../../center.db", timeout=20).status_code in (403, 404, 405)


# ------------------------------------------------------------------------------------------------ giving


def test_a_desk_that_reads_the_channel_is_given_any_range(address: str, desk: ScanDesk) -> None:
    file, sealed = desk.scan(100_000)
    patch(begun(address, desk, file), 0, sealed)
    url, right = f"{address}/held/{file.name.hex()}", {"Authorization": f"Motcua {desk.get_token(file)}"}
    assert requests.get(url, headers=right, timeout=20).content == sealed
    some = requests.get(url, headers={**right, "Range": "bytes=100-65635"}, timeout=20)
    assert (some.status_code, some.content) == (206, sealed[100:65636])
    assert some.headers["Content-Range"] == f"bytes 100-65635/{file.length}"
    assert requests.get(url, timeout=20).status_code == 403
    assert (
        requests.get(url, headers={"Authorization": f"Motcua {desk.token(file)}"}, timeout=20).status_code
        == 403
    )
    other, _sealed = desk.scan(10)
    wrong = {"Authorization": f"Motcua {desk.get_token(other)}"}
    assert requests.get(url, headers=wrong, timeout=20).status_code == 403


def test_a_lost_or_damaged_file_is_reported_and_wanted_again(
    center: Center, address: str, desk: ScanDesk
) -> None:
    two = [desk.scan(1000) for _ in range(2)]
    for file, sealed in two:
        patch(begun(address, desk, file), 0, sealed)
    files = scan_files(center, desk.channel)
    files.path(two[0][0].name).unlink()
    files.path(two[1][0].name).write_bytes(bytes(two[1][0].length))
    report = verify(center)
    assert not report["ok"]
    assert sorted(line.split()[-1] for line in report["problems"]) == ["damaged", "missing"]
    with center.store.transaction() as ledger:
        visit = Visit(desk.record, "", 0, 0)
        exchange_scans.tell_of_scans(center, ledger, visit)
    assert set(visit.scans_wanted) == {file.name for file, _sealed in two}, "unasked"
    for file, sealed in two:
        assert patch(begun(address, desk, file), 0, sealed).status_code == 204
    assert verify(center)["ok"]


def test_a_file_no_entry_names_is_swept_after_a_week(center: Center, place: Place, desk: ScanDesk) -> None:
    named, sealed = desk.scan(1000)
    stray, other = desk.scan(1000, push=False)
    files = scan_files(center, desk.channel)
    for file, content in ((named, sealed), (stray, other)):
        files.put(file.name, content)
        os.utime(files.path(file.name), (place.clock.now.timestamp(),) * 2)
    verify(center)
    assert len(list(files.names())) == 2
    place.clock.advance(days=8)
    verify(center)
    assert list(files.names()) == [named.name]


def test_a_sender_gone_silent_is_let_go(
    address: str, desk: ScanDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api, "IDLE_SECONDS", 0.05)
    file, sealed = desk.scan(1000)
    url = begun(address, desk, file)
    with half_sent(url, 0, len(sealed), sealed[:100]) as silent:
        assert b" 204 " in silent.recv(4096).split(b"\r\n")[0] + b" "
    assert stands_at(url) == 100


def test_names_of_files_are_random_even_for_the_same_content(desk: ScanDesk) -> None:
    assert desk.scan(10)[0].name != desk.scan(10)[0].name
