"""Publishing at a center: what is not the next genuine release of the one publisher is not taken in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from sync.catalogue.releases import AMENDED, Change, Release, fingerprint
from sync.center.publishing.in_force import chain_of
from sync.center.publishing.keys import (
    local_key,
    make_key_file,
    make_local_key,
    open_key_file,
)
from sync.center.publishing.publishing import (
    Decision,
    catalogue_on,
    changes_in,
    compare,
    prepare,
    prepare_undoing,
    publish,
    sign_here,
)
from sync.center.store.opening import Center
from sync.center.store.released import PUBLISHER as PUBLISHER_NOTE
from sync.center.store.trouble import CenterError
from sync.center.work.calendars import calendar_of
from sync.identity.keys import NodeKeys
from sync.model import kinds
from tests.center.places import Place
from tests.center.shared import Machine, fresh_database

TODAY = date(2026, 11, 23)
CODE = "1.004873"
PUBLISHER, STRANGER = NodeKeys(bytes(range(64))), NodeKeys(bytes(range(64, 128)))


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Where the center lies."""
    return Place(tmp_path)


@pytest.fixture
def center(place: Place) -> Iterator[Center]:
    """A center that has published nothing."""
    with place.open() as opened:
        yield opened


def drafted(center: Center, limit: str = "9 ngày làm việc", number: str = "1/QĐ-TEST") -> Release:
    change = Change("procedures", CODE, AMENDED, {"limit": limit})
    return prepare(center, [change], Decision(number, TODAY, TODAY))


def test_a_release_is_drafted_here_signed_elsewhere_and_published_here(
    center: Center, tmp_path: Path
) -> None:
    keys, code = make_key_file(tmp_path / "publishing.key")
    draft = drafted(center)
    signed = sign_here(draft, open_key_file(tmp_path / "publishing.key", code.lower()))
    assert publish(center, signed.raw).release == draft
    assert chain_of(center).key == keys.public.sign
    assert local_key(center, Place(tmp_path).secrets) is None
    known = catalogue_on(center, TODAY).get(CODE)
    assert known is not None
    assert known.limit == "9 ngày làm việc"


def test_the_file_of_a_key_opens_with_its_code_only_and_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "publishing.key"
    keys, code = make_key_file(path)
    assert keys.secret not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0
    with pytest.raises(CenterError, match="không đúng"):
        open_key_file(path, code[:-1] + ("A" if code[-1] != "A" else "B"))
    with pytest.raises(CenterError, match="Đã có tệp"):
        make_key_file(path)
    raw = bytearray(path.read_bytes())
    raw[10] ^= 1  # the public key that stands in front is covered too
    path.write_bytes(bytes(raw))
    with pytest.raises(CenterError, match="không đúng"):
        open_key_file(path, code)


def test_the_key_on_the_machine_is_made_once(center: Center, place: Place) -> None:
    first = make_local_key(center, place.secrets)
    assert make_local_key(center, place.secrets).secret == first.secret
    assert first.node != center.keys.node
    assert len(fingerprint(first.public.sign)) == 19


def test_publishing_twice_writes_once(center: Center) -> None:
    signed = sign_here(drafted(center), PUBLISHER)
    publish(center, signed.raw)
    with center.store.snapshot() as ledger:
        before = ledger.heads(center.channel)
    publish(center, signed.raw)
    with center.store.snapshot() as ledger:
        assert ledger.heads(center.channel) == before


def test_another_key_is_refused_once_there_is_a_publisher(center: Center) -> None:
    publish(center, sign_here(drafted(center), PUBLISHER).raw)
    with pytest.raises(CenterError, match="khóa khác"):
        publish(center, sign_here(drafted(center, "2 ngày"), STRANGER).raw)
    assert chain_of(center).sequence == 1


def test_of_two_drafts_on_one_base_the_second_is_told_to_begin_again(center: Center) -> None:
    one, other = (sign_here(drafted(center, limit), PUBLISHER) for limit in ("2 ngày", "3 ngày"))
    publish(center, one.raw)
    with pytest.raises(CenterError, match="không nối tiếp"):
        publish(center, other.raw)


@pytest.mark.parametrize(
    "wrong",
    [
        {"sequence": 5},
        {"base": bytes([1]) * 32},
        {"effective": TODAY - timedelta(9), "expires": TODAY - timedelta(1)},
    ],
)
def test_a_release_out_of_order_or_past_its_term_is_refused(center: Center, wrong: dict[str, object]) -> None:
    bad = replace(drafted(center), **wrong)  # type: ignore[arg-type]
    with pytest.raises(CenterError):
        publish(center, sign_here(bad, PUBLISHER).raw)
    assert chain_of(center).sequence == 0


@pytest.mark.parametrize(
    "raw",
    [
        {"calendar": {"2026-11-28": {"kind": "holiday", "name": "x"}}},
        {"calendar": {"not a day": {"kind": "rest", "name": "x"}}},
        {"calendar": {"hours": {"weekday_sessions": {"funday": []}}}},
        {"fees": {CODE: {"fees": [{"name": "x", "amount": -1}]}}},
        {"fees": {CODE: {"limit": "1 ngày"}}},
        {"procedures": {"1.99": {"name": "x"}}},
        {"procedures": {CODE: {"limit": "khi nào xong"}}},
        {"notices": {"a": {"text": 5}}},
        {"wording": {"a": "text"}},
        {"unknown": {}},
        {"notices": {"a" * 101: {"text": "x"}}},
    ],
)
def test_what_desks_could_not_read_is_not_published(center: Center, raw: dict[str, object]) -> None:
    with pytest.raises(CenterError):
        prepare(center, changes_in(raw), Decision("1/QĐ-TEST", TODAY, TODAY))


def test_nothing_to_change_is_nothing_to_sign(center: Center) -> None:
    known = catalogue_on(center, TODAY).get(CODE)
    assert known is not None
    table = f"code\tname\n{CODE}\t{known.name}\n".encode()
    found = compare(center, table, TODAY)
    assert (found.changes, found.unchanged) == ((), 1)
    with pytest.raises(CenterError, match="Không có thay đổi"):
        prepare(center, found.changes, Decision("1/QĐ-TEST", TODAY, TODAY))


def test_a_table_that_comes_again_after_publishing_changes_nothing(center: Center) -> None:
    table = (
        f"code\tname\tt_direct\n{CODE}\tTên mới\t9 ngày làm việc\n9.000001\tThủ tục thử\t3 ngày\n".encode()
    )
    found = compare(center, table, TODAY)
    assert found.counts() == {"new": 1, "amended": 1, "replaced": 0, "abolished": 0}
    publish(center, sign_here(prepare(center, found.changes, Decision("1/QĐ", TODAY, TODAY)), PUBLISHER).raw)
    assert compare(center, table, TODAY).changes == ()


def test_what_is_taken_back_can_be_brought_back(center: Center) -> None:
    def limit() -> str:
        known = catalogue_on(center, TODAY).get(CODE)
        assert known is not None
        return known.limit

    before = limit()
    publish(center, sign_here(drafted(center), PUBLISHER).raw)
    publish(center, sign_here(prepare_undoing(center, 1, "2/QĐ"), PUBLISHER).raw)
    assert limit() == before
    publish(center, sign_here(prepare_undoing(center, 2, "3/QĐ"), PUBLISHER).raw)
    assert limit() == "9 ngày làm việc"
    with pytest.raises(CenterError):
        prepare_undoing(center, 9, "4/QĐ")


def test_a_publisher_may_name_its_next_key(center: Center) -> None:
    change = Change("procedures", CODE, AMENDED, {"limit": "2 ngày"})
    handing = prepare(center, [change], Decision("1/QĐ", TODAY, TODAY), next_key=STRANGER.public.sign)
    publish(center, sign_here(handing, PUBLISHER).raw)
    with pytest.raises(CenterError, match="khóa khác"):
        publish(center, sign_here(drafted(center), PUBLISHER).raw)
    publish(center, sign_here(drafted(center), STRANGER).raw)
    assert chain_of(center).sequence == 2


def test_the_center_counts_by_the_days_it_published(center: Center) -> None:
    saturday = date(2026, 11, 28)
    assert not calendar_of(center).is_working(saturday)
    raw = {"calendar": {saturday.isoformat(): {"kind": "work", "name": "Làm bù", "notice": "1/TB"}}}
    publish(
        center, sign_here(prepare(center, changes_in(raw), Decision("1/TB", TODAY, TODAY)), PUBLISHER).raw
    )
    assert calendar_of(center).is_working(saturday)


def test_a_restored_center_knows_its_publisher_by_the_entries(center: Center) -> None:
    publish(center, sign_here(drafted(center), PUBLISHER).raw)
    with center.store.transaction() as ledger:
        ledger.rows.put_note(PUBLISHER_NOTE, None)
    assert chain_of(center).sequence == 1
    with pytest.raises(CenterError, match="khóa khác"):
        publish(center, sign_here(drafted(center), STRANGER).raw)


def test_of_two_processes_that_publish_at_once_one_is_told_to_begin_again(
    postgres: str, tmp_path: Path
) -> None:
    database = fresh_database(postgres, f"publishing_{os.getpid()}")
    with Machine(tmp_path, database).open() as one, Machine(tmp_path, database, "two").open() as two:
        raw = [sign_here(drafted(one, f"{days} ngày"), PUBLISHER).raw for days in (2, 3)]
        with ThreadPoolExecutor(2) as pool:
            jobs = [pool.submit(publish, where, what) for where, what in zip((one, two), raw, strict=True)]
            failed = [str(job.exception()) for job in jobs if job.exception() is not None]
        assert len(failed) == 1
        assert "không nối tiếp" in failed[0]
        assert chain_of(one) == chain_of(two)
        assert chain_of(one).sequence == 1
        known = catalogue_on(two, TODAY).get(CODE)
        assert known is not None
        assert known.limit in {"2 ngày", "3 ngày"}


def test_releases_outlive_the_process(center: Center, place: Place) -> None:
    publish(center, sign_here(drafted(center), PUBLISHER).raw)
    center.close()
    with place.open() as again:
        assert chain_of(again).sequence == 1
        assert again.store is not None


def test_pieces_are_entries_a_center_alone_may_write() -> None:
    assert kinds.KINDS[kinds.RELEASE].roles == {kinds.CENTER}
    assert not kinds.KINDS[kinds.RELEASE].of_dossier
