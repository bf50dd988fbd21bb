"""Backups at the center over real HTTP: sent on from where a cut left them, and fetched by a new machine."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.backup import back_up, choose_place, desk_id_of
from desk_app.operations.backup_key import make_code
from desk_app.operations.backup_plan import Plan, set_plan
from desk_app.operations.center_copies import (
    CenterCopyPlan,
    fetch_copy,
    is_due,
    last_sent,
    listed_copies,
    send_copy,
    set_center_copy,
    trouble_of_sending,
    unpack,
)
from desk_app.operations.find import find
from desk_app.operations.restoring import restore
from desk_app.operations.synchronise import synchronise
from sync.attachments.copy_tokens import LIST, TAKE, CopyToken, sign_copy_token
from sync.attachments.tokens import LIFE
from sync.center.api.serving import EmbeddedServer
from sync.center.exchange.copies import KEPT
from sync.links.tus import ScanLink
from sync.protocol.ports import LinkFailed
from tests.center.scanned import CutWire
from tests.operations.communes import Commune


@pytest.fixture
def link(commune: Commune) -> Iterator[ScanLink]:
    """The way to the commune's center over HTTP; its first desk has a proved backup."""
    desk, volume = commune.desks[0], commune.root / "volume"
    volume.mkdir()
    choose_place(desk, volume)
    set_plan(desk, Plan((str(volume),)))
    commune.cut = False
    commune.received(desk, 2)
    commune.sync(desk)
    back_up(desk, volume)
    with EmbeddedServer(commune.center) as server:
        yield ScanLink(server.address)


def _files(root: Path) -> list[Path]:
    return [one for one in root.rglob("*") if one.is_file() and "copies" in one.parts]


def test_a_backup_goes_on_from_where_a_cut_left_it_and_the_center_can_read_nothing(
    commune: Commune, link: ScanLink
) -> None:
    desk = commune.desks[0]
    wire = CutWire(link, 100_000)
    assert send_copy(desk, wire)
    size = listed_copies(desk, link.request)[0].length
    assert (wire.cuts, wire.bodies) == (1, size)
    assert not desk.paths.center_copy.exists()
    held = b"".join(one.read_bytes() for one in _files(commune.center.files))
    for word in ("Nguyễn Văn Mẫu", "990099000001", "0900000001"):
        assert word.encode() not in held


def test_a_try_that_failed_goes_on_with_the_same_file_another_day(commune: Commune, link: ScanLink) -> None:
    desk = commune.desks[0]

    def broken(method: str, *given: object) -> object:
        if method == "PATCH":
            raise LinkFailed("unreachable")
        return link.request(method, *given)  # type: ignore[arg-type]

    with pytest.raises(LinkFailed):
        send_copy(desk, broken)  # type: ignore[arg-type]
    before = desk.paths.center_copy.read_bytes()
    back_up(desk, commune.root / "volume")
    commune.forward(hours=20)
    assert send_copy(desk, link.request)
    assert [one.length for one in listed_copies(desk, link.request)] == [len(before)]


def test_nothing_is_sent_while_entries_wait(commune: Commune, link: ScanLink) -> None:
    desk = commune.desks[0]
    commune.received(desk)
    assert not send_copy(desk, link.request)
    commune.sync(desk)
    assert send_copy(desk, link.request)


def test_the_newest_two_of_a_desk_are_kept(commune: Commune, link: ScanLink) -> None:
    desk, databases = commune.desks[0], []
    for _time in range(KEPT + 1):
        commune.forward(hours=1)
        commune.received(desk)
        commune.sync(desk)
        databases.append(back_up(desk, commune.root / "volume").copy.database.read_bytes())
        assert send_copy(desk, link.request)
    held = listed_copies(desk, link.request)
    assert len(held) == KEPT
    place = commune.root / "fetched"
    place.mkdir()
    got = [fetch_copy(desk, link.request, one, place) for one in held]
    assert databases[-1] in [(one / "desk.db").read_bytes() for one in got]


def test_a_desk_enrolled_in_a_lost_ones_place_fetches_and_restores_it(
    commune: Commune, link: ScanLink, own_home: Path
) -> None:
    desk, place = commune.desks[0], commune.root / "fetched"
    code = make_code(desk.paths)
    back_up(desk, commune.root / "volume")
    assert send_copy(desk, link.request)
    numbers, desk_id = {row.number for row in find(desk, "")}, desk_id_of(desk)
    desk.close()
    shutil.rmtree(desk.paths.data)
    shutil.rmtree(commune.root / "volume")
    for one in [*own_home.rglob(f"desk-{desk_id}*"), *own_home.rglob("head-*.mark")]:
        one.unlink()
    place.mkdir()
    other = commune.desks[1]
    held = listed_copies(other, link.request)
    assert [one.desk for one in held] == [1]
    fetch_copy(other, link.request, held[0], place)
    done = restore(commune.root / "anew", place, commune.clock, code)
    commune.desks[0] = done.desk
    assert {row.number for row in find(done.desk, "")} == numbers
    assert not done.numbers


def test_it_is_off_until_turned_on_and_due_once_in_so_many_days(commune: Commune, link: ScanLink) -> None:
    desk = commune.desks[0]
    assert not is_due(desk)
    set_center_copy(desk, CenterCopyPlan(on=True, days=3))
    assert is_due(desk)
    send_copy(desk, link.request)
    assert (is_due(desk), last_sent(desk)) == (False, commune.clock.now)
    commune.forward(days=3)
    assert is_due(desk)
    with pytest.raises(DeskError, match="từ 1 đến 90"):
        set_center_copy(desk, CenterCopyPlan(days=0))


def test_an_exchange_sends_what_is_due_and_says_what_stood_in_the_way(
    commune: Commune, link: ScanLink
) -> None:
    desk = commune.desks[0]
    set_center_copy(desk, CenterCopyPlan(on=True))

    def cut(*_given: object) -> object:
        raise LinkFailed("unreachable")

    assert synchronise(desk, commune.post, cut).value.reached  # type: ignore[arg-type]
    assert trouble_of_sending(desk)
    assert synchronise(desk, commune.post, link.request).value.reached
    assert trouble_of_sending(desk) == ""
    assert len(listed_copies(desk, link.request)) == 1


def test_another_units_or_a_strangers_token_gets_nothing(commune: Commune, link: ScanLink) -> None:
    desk = commune.desks[0]
    assert send_copy(desk, link.request)
    [held] = listed_copies(desk, link.request)
    expiry = int(commune.clock().timestamp()) + LIFE
    good = CopyToken(TAKE, desk.keys.node, desk.settings.channel, held.name, held.length, expiry)
    for wrong in (
        CopyToken(TAKE, desk.keys.node, "unit:H99.99.002", held.name, held.length, expiry),
        CopyToken(LIST, desk.keys.node, desk.settings.channel, held.name, held.length, expiry),
        CopyToken(TAKE, desk.keys.node, desk.settings.channel, held.name, held.length, 1),
        CopyToken(TAKE, bytes(16), desk.settings.channel, held.name, held.length, expiry),
    ):
        token = sign_copy_token(desk.keys, commune.center.keys.node, wrong)
        path = f"/v1/copies/held/{held.name.hex()}"
        assert link.request("GET", path, {"Authorization": f"Motcua {token}"}).status == 403
    token = sign_copy_token(desk.keys, commune.center.keys.node, good)
    path = f"/v1/copies/held/{held.name.hex()}"
    assert link.request("GET", path, {"Authorization": f"Motcua {token}"}).status == 200
    assert link.request("GET", "/v1/copies", {}).status == 403


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"MCCOPY\x00\x01",
        b"MCCOPY\x00\x01\x01\x0a../desk.db" + (1).to_bytes(8, "big") + b"x",
        b"MCCOPY\x00\x01\x02\x09copy.json" + (2).to_bytes(8, "big") + b"\x07desk.db" + bytes(8) + b"{}",
        b"MCCOPY\x00\x01\x02\x09copy.json" + b"\xff" * 8 + b"\x07desk.db" + bytes(8),
    ],
)
def test_a_file_that_is_no_copy_is_laid_out_nowhere(tmp_path: Path, raw: bytes) -> None:
    with pytest.raises(DeskError, match="không phải là bản sao lưu"):
        unpack(io.BytesIO(raw), tmp_path)
    assert [one for one in tmp_path.iterdir() if not one.name.startswith(".part")] == []
