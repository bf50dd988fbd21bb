"""The store: what safety decided holds from the first line."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.checking import verify
from desk_app.operations.desk import Desk, open_desk
from desk_app.operations.find import find
from desk_app.operations.receive import receive
from desk_app.store.driver import DriverError, StoreTrouble, connect, refuse_old_sqlite, trouble_of
from desk_app.store.schema import LATEST
from desk_app.store.tables import tables_of
from tests.offices import OFFICER, THU, MovedClock, new_desk, reopened, request


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk in the test's folder."""
    opened = new_desk(tmp_path)
    yield opened
    opened.close()


def test_a_sqlite_with_the_wal_reset_bug_is_refused() -> None:
    for version in ((3, 40, 1), (3, 51, 2), (3, 50, 4)):
        with pytest.raises(StoreTrouble, match="old-sqlite"):
            refuse_old_sqlite(version)
    refuse_old_sqlite((3, 51, 3))
    refuse_old_sqlite()


def test_the_connection_is_set_as_decided(desk: Desk) -> None:
    with desk.writing() as ledger:
        connection = ledger.rows.connection  # type: ignore[attr-defined]
        settings = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in (
                "journal_mode",
                "synchronous",
                "foreign_keys",
                "secure_delete",
                "temp_store",
                "trusted_schema",
            )
        }
    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "trusted_schema": 0,
    }


def test_no_name_or_number_of_a_person_stands_in_clear_in_the_database(desk: Desk, tmp_path: Path) -> None:
    receive(desk, [request(THU)], OFFICER)
    for path in tmp_path.glob("desk.db*"):
        raw = path.read_bytes()
        assert THU.full_name.encode() not in raw
        assert THU.id_number.encode() not in raw
        assert not raw.startswith(b"SQLite format 3")


def test_the_key_lies_beside_neither_the_database_nor_for_others_to_read(
    desk: Desk, tmp_path: Path, own_home: Path
) -> None:
    assert not list(tmp_path.rglob("*.secret"))
    secrets = list(own_home.rglob("*.secret"))
    assert len(secrets) == 1
    if os.name == "posix":
        assert secrets[0].stat().st_mode & 0o077 == 0
        assert secrets[0].parent.stat().st_mode & 0o077 == 0


def test_a_reader_cannot_write(desk: Desk) -> None:
    with pytest.raises(Exception, match=r"readonly|read-only|query_only"):
        desk.store.reader().execute("DELETE FROM drafts")


def test_entries_are_never_deleted_or_changed(desk: Desk) -> None:
    for statement in (
        "DELETE FROM entries",
        "UPDATE entries SET seq = seq + 1",
        "UPDATE entries SET envelope = x'00'",
    ):
        with pytest.raises(Exception, match="never"), desk.store.transaction() as ledger:
            ledger.rows.connection.execute(statement)  # type: ignore[attr-defined]


def test_a_block_that_raises_leaves_nothing(desk: Desk) -> None:
    def fails() -> None:
        with desk.store.transaction() as ledger:
            tables_of(ledger).add_officer("Không lưu")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert [one.name for one in desk.tables.officers()] == ["Cán bộ tiếp nhận"]


def test_after_an_io_error_the_connection_is_another_one(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with desk.store.transaction() as ledger:
        before = ledger.rows.connection  # type: ignore[attr-defined]
    assert before.execute("SELECT 1").fetchone() == (1,)
    with pytest.raises(StoreTrouble, match="io"), desk.store.transaction() as ledger:
        raise DriverError("disk I/O error")
    with pytest.raises(Exception, match="closed"):
        before.execute("SELECT 1")
    with desk.store.transaction() as ledger:
        assert ledger.rows.connection is not before  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("database or disk is full", "full"),
        ("disk I/O error", "io"),
        ("database is locked", "busy"),
        ("file is not a database", "key"),
        ("database disk image is malformed", "corrupt"),
        ("attempt to write a readonly database", "readonly"),
        ("unable to open database file", "open"),
    ],
)
def test_troubles_of_the_world_are_told_from_our_bugs(words: str, kind: str) -> None:
    trouble = trouble_of(Exception(words))
    assert trouble is not None
    assert trouble.kind == kind
    assert trouble_of(Exception("no such column: x")) is None


def test_a_wrong_key_opens_nothing_and_says_so(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(StoreTrouble, match="key"):
        connect(tmp_path / "desk.db", bytes(32))


def test_a_database_of_a_newer_program_is_refused_in_words(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    with desk.store.transaction() as ledger:
        ledger.rows.connection.execute(f"PRAGMA user_version = {LATEST + 1}")  # type: ignore[attr-defined]
    desk.close()
    with pytest.raises(DeskError, match="phiên bản Một cửa mới hơn"):
        open_desk(tmp_path, MovedClock())


def test_a_folder_without_a_desk_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(DeskError) as caught:
        open_desk(tmp_path / "none", MovedClock())
    assert "setup" in caught.value.advice


def test_a_lost_key_says_what_to_do(tmp_path: Path, own_home: Path) -> None:
    new_desk(tmp_path).close()
    for path in own_home.rglob("*.secret"):
        path.unlink()
    with pytest.raises(DeskError, match="khóa"):
        open_desk(tmp_path, MovedClock())


def test_threads_queue_to_write_and_lose_nothing(desk: Desk) -> None:
    troubles: list[BaseException] = []

    def work() -> None:
        try:
            for _ in range(10):
                receive(desk, [request()], OFFICER)
        except BaseException as error:
            troubles.append(error)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert troubles == []
    assert len({row.number for row in find(desk, "", 100)}) == 40


def test_the_list_goes_newest_first_and_pages_by_key(desk: Desk) -> None:
    receive(desk, [request() for _ in range(25)], OFFICER)
    first = find(desk, "", 10)
    second = find(desk, "", 10, first[-1].row)
    numbers = [row.number[-4:] for row in (*first, *second)]
    assert numbers == [f"{n:04d}" for n in range(25, 5, -1)]


@pytest.mark.parametrize(
    "text", ['"', "'", "*", "a OR b", "NEAR(a b)", "-", "x" * 5000, "%", "\x00", "🙂", "đ", "a-b-c"]
)
def test_no_search_text_is_an_error(desk: Desk, text: str) -> None:
    receive(desk, [request()], OFFICER)
    find(desk, text)


def test_words_are_found_with_or_without_marks_in_any_order(desk: Desk) -> None:
    receive(desk, [request(THU), request()], OFFICER)
    for text in ("thử trần", "tran thi thu", "THU", "0900000002", "300000002", "Trần 0900000002"):
        assert [row.owner for row in find(desk, text)] == ["Trần Thị Thử"], text


def test_a_damaged_projection_is_noticed(desk: Desk) -> None:
    receive(desk, [request()], OFFICER)
    with desk.store.transaction() as ledger:
        ledger.rows.connection.execute("UPDATE dossiers SET owner = 'Người khác'")  # type: ignore[attr-defined]
    report = verify(desk)
    assert not report["ok"]
    assert len(report["problems"]) == 1


def test_a_damaged_entry_is_noticed(desk: Desk) -> None:
    receive(desk, [request()], OFFICER)
    with desk.store.transaction() as ledger:
        connection = ledger.rows.connection  # type: ignore[attr-defined]
        connection.execute("UPDATE entries SET body = zeroblob(length(body)) WHERE dossier IS NOT NULL")
    assert not verify(desk)["ok"]


@pytest.mark.parametrize("at", [1000, 5000, 9000])
def test_a_flipped_bit_in_the_file_is_noticed(tmp_path: Path, at: int) -> None:
    desk = new_desk(tmp_path)
    receive(desk, [request()], OFFICER)
    desk.store._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    desk.close()
    raw = bytearray((tmp_path / "desk.db").read_bytes())
    raw[at % len(raw)] ^= 4
    (tmp_path / "desk.db").write_bytes(raw)
    try:
        with reopened(tmp_path) as again:
            assert not verify(again)["ok"]
    except (DeskError, StoreTrouble):
        return  # noticed even before anything was verified
