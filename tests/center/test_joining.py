"""A center on PostgreSQL: any number of processes and machines are one, and none is taken for another."""

from __future__ import annotations

import json
import shutil
import threading
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from sync.center.store.address import read_address, without_password
from sync.center.store.dialect import is_passing
from sync.center.store.opening import Center, Storage, open_center, rename_center
from sync.center.store.store import SetBack
from sync.center.store.trouble import CenterError
from sync.center.units.invitations import invite
from sync.center.units.tree import add_unit
from sync.center.work.checking import verify
from sync.center.work.listing import dossiers
from tests.center.places import UNIT, EnrolledDesk, Place
from tests.center.shared import Machine, copy_of, fresh_database

_NUMBERS = count(1)
ADDRESS = "http://127.0.0.1:8443"


@pytest.fixture
def database(postgres: str) -> str:
    return fresh_database(postgres, f"joined_{next(_NUMBERS)}")


def test_two_machines_with_one_key_are_one_center(tmp_path: Path, database: str) -> None:
    with Machine(tmp_path, database).open() as one:
        assert not one.restored
        desk = EnrolledDesk(one, invite(one, UNIT, ADDRESS))
        desk.enrol()
        desk.receive(f"{UNIT}-261123-0001")
        assert desk.exchange().pending == 0
        with Machine(tmp_path, database, "two").open(create=False) as two:
            assert two.keys.node == one.keys.node
            desk.center = two
            desk.receive(f"{UNIT}-261123-0002")
            assert desk.exchange().pending == 0
        assert len(dossiers(one)) == 2
        assert verify(one)["ok"]


def test_the_data_folder_remembers_the_database_without_its_password(tmp_path: Path, database: str) -> None:
    machine = Machine(tmp_path, database.replace("motcua@", "motcua:secret@"))
    with machine.open() as center:
        add_unit(center, UNIT, "UBND xã Minh Châu")
        rename_center(center, "Trung tâm huyện Ba Vì")
    said = (machine.data / "center.json").read_text("utf-8")
    assert "secret" not in said
    assert json.loads(said)["database"] == without_password(read_address(database))
    with machine.open(create=False, remembered=True) as center:
        assert center.title == "Trung tâm huyện Ba Vì"
        assert center.files == tmp_path / "scans"
    with Machine(tmp_path, database, "two").open() as two:
        assert two.title == "Trung tâm huyện Ba Vì", "the title is the database's, not a machine's"


def test_processes_that_find_an_empty_database_at_once_make_one_center(tmp_path: Path, database: str) -> None:
    nodes: list[bytes] = []
    failed: list[BaseException] = []

    def begin(name: str) -> None:
        try:
            with Machine(tmp_path, database, name).open() as center:
                nodes.append(center.keys.node)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=begin, args=(name,)) for name in ("one", "two", "three")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not failed
    assert len(nodes) == 3
    assert len(set(nodes)) == 1


def test_a_machine_without_the_key_is_told_which_file_to_copy(tmp_path: Path, database: str) -> None:
    with Machine(tmp_path, database).open():
        pass
    with pytest.raises(CenterError, match="chưa có khóa") as trouble:
        Machine(tmp_path, database, "two", keys="other").open()
    assert "center-node-" in trouble.value.advice


def test_a_folder_of_scans_that_is_not_the_shared_one_is_refused(tmp_path: Path, database: str) -> None:
    with Machine(tmp_path, database).open():
        pass
    other = Machine(tmp_path, database, "two")
    with pytest.raises(CenterError, match="không phải thư mục bản chụp"):
        open_center(
            other.data,
            other.secrets,
            other.clock,
            marks=other.marks,
            storage=Storage(database, tmp_path / "other"),
        )
    shutil.rmtree(tmp_path / "scans")
    lost = Storage(database, tmp_path / "new", adopt=True)
    with open_center(other.data, other.secrets, other.clock, marks=other.marks, storage=lost) as center:
        assert center.files == tmp_path / "new"


def test_neither_database_is_taken_for_the_other(tmp_path: Path, database: str, postgres: str) -> None:
    place = Place(tmp_path)
    place.open().close()
    with pytest.raises(CenterError, match="SQLite"):
        open_center(place.data, place.secrets, place.clock, storage=Storage(database))
    machine = Machine(tmp_path, database)
    with pytest.raises(CenterError, match="chưa có dữ liệu"):
        machine.open(create=False)
    machine.open().close()
    machine.database = fresh_database(postgres, f"joined_{next(_NUMBERS)}")
    Machine(tmp_path, machine.database, "two").open().close()
    with pytest.raises(CenterError, match="trung tâm khác"):
        machine.open()


def test_another_program_s_tables_are_left_alone(tmp_path: Path, database: str) -> None:
    with create_engine(database, poolclass=NullPool).begin() as connection:
        connection.execute(text("CREATE TABLE channels (id INTEGER)"))
    with pytest.raises(CenterError, match="bảng của chương trình khác"):
        Machine(tmp_path, database).open()


@pytest.mark.parametrize(
    "address",
    [
        "mysql://motcua:secret@host/db",
        "secret",
        "postgresql+psycopg://motcua:secret@host:no/db",
        "postgresql://",
    ],
)
def test_a_wrong_address_is_said_without_repeating_it(address: str) -> None:
    with pytest.raises(CenterError) as trouble:
        read_address(address)
    assert "secret" not in trouble.value.sentence
    assert trouble.value.__cause__ is None


def test_a_server_that_does_not_answer_is_said_without_the_password(tmp_path: Path) -> None:
    nobody = f"postgresql://motcua:secret@/motcua?host={tmp_path}"
    with pytest.raises(CenterError, match="PostgreSQL") as trouble:
        Machine(tmp_path, nobody).open()
    assert "secret" not in repr(trouble.value) + trouble.value.sentence + str(trouble.value.__cause__)


def test_a_database_set_back_is_noticed_by_the_marks_of_any_machine_once(
    tmp_path: Path, database: str, postgres: str
) -> None:
    base = name_of(database)
    one, two = Machine(tmp_path, database), Machine(tmp_path, database, "two")
    for machine in (one, two):
        with machine.open() as center:
            add_unit(center, UNIT, f"Xã {machine.name}")
    copy_of(postgres, base, f"{base}_old")
    for machine in (one, two):
        with machine.open() as center:
            assert not center.restored
            desk = EnrolledDesk(center, invite(center, UNIT, ADDRESS))
            desk.enrol()
    copy_of(postgres, f"{base}_old", base)
    with one.open() as center:
        assert center.restored, "its marks know commits that are gone"
        era = era_of(center)
    with two.open() as center:
        assert era_of(center) == era, "the other machine has dealt with it"
    with one.open() as center:
        assert era_of(center) == era


def name_of(database: str) -> str:
    return read_address(database).database or ""


def era_of(center: Center) -> bytes | None:
    with center.store.snapshot() as ledger:
        return ledger.rows.note("era")


def test_a_running_process_acknowledges_nothing_once_its_database_was_set_back(
    tmp_path: Path, database: str, postgres: str
) -> None:
    base = name_of(database)
    machine = Machine(tmp_path, database)
    machine.open().close()
    copy_of(postgres, base, f"{base}_old")
    told: list[bool] = []
    with machine.open() as center:
        center.store.set_back = lambda: told.append(True)
        add_unit(center, UNIT, "Xã Minh Châu")
        center.store.engines.dispose()
        copy_of(postgres, f"{base}_old", base)
        with pytest.raises(SetBack):
            add_unit(center, UNIT, "Xã Minh Quang")
        assert told == [True]
    with machine.open() as center:
        assert center.restored
        add_unit(center, UNIT, "Xã Minh Quang")


def test_a_machine_that_was_away_long_is_no_restored_one(tmp_path: Path, database: str) -> None:
    one, two = Machine(tmp_path, database), Machine(tmp_path, database, "two")
    two.open().close()
    with one.open() as center:
        for number in range(80):
            add_unit(center, UNIT, f"Xã {number}")
    with two.open() as center:
        assert not center.restored


def waiting_or(done: threading.Event, database: str) -> None:
    """Returns once somebody waits for a lock of the database, or is `done` without having waited."""
    engine = create_engine(database, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        while not done.wait(0.01):
            waits = connection.scalar(
                text(
                    "SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
                    " WHERE NOT l.granted AND d.datname = current_database()"
                )
            )
            if waits:
                return


def together(center: Center, key: str, word: str, *, beside: bool = True) -> None:
    """Adds a word to a note, as the ways of a dossier are kept."""
    with center.store.transaction(beside=beside) as ledger:
        kept = ledger.rows.note(key) or b""
        ledger.rows.put_note(key, b" ".join(sorted({*kept.split(), word.encode()})))


@pytest.mark.parametrize(("first", "second"), [(True, True), (True, False), (False, True)])
def test_what_no_channel_s_lock_covers_is_written_by_one_process_after_the_other(
    tmp_path: Path, database: str, first: bool, second: bool
) -> None:
    key = "ways:" + bytes(16).hex()
    with Machine(tmp_path, database).open() as one, Machine(tmp_path, database, "two").open() as two:
        done = threading.Event()

        def other() -> None:
            together(two, key, "unit:B", beside=second)
            done.set()

        thread = threading.Thread(target=other)
        with one.store.transaction(beside=first) as ledger:
            kept = ledger.rows.note(key) or b""
            thread.start()
            waiting_or(done, database)
            ledger.rows.put_note(key, kept + b"unit:A")
        thread.join(60)
        with one.store.snapshot() as ledger:
            assert ledger.rows.note(key) == b"unit:A unit:B"


def test_writers_of_different_channels_do_not_wait_for_each_other(tmp_path: Path, database: str) -> None:
    with Machine(tmp_path, database).open() as one, Machine(tmp_path, database, "two").open() as two:
        done = threading.Event()

        def other() -> None:
            with two.store.transaction(beside=True) as ledger:
                ledger.rows.lock("unit:B")
            done.set()

        with one.store.transaction(beside=True) as ledger:
            ledger.rows.lock("unit:A")
            thread = threading.Thread(target=other)
            thread.start()
            assert done.wait(60)
        thread.join(60)


def test_writers_that_lock_each_other_out_are_told_to_try_again(tmp_path: Path, database: str) -> None:
    passing: list[bool] = []
    both = threading.Barrier(2)

    def lock(center: Center, channels: tuple[str, str]) -> None:
        try:
            with center.store.transaction(beside=True) as ledger:
                ledger.rows.lock(channels[0])
                both.wait(60)
                ledger.rows.lock(channels[1])
        except DBAPIError as error:
            passing.append(is_passing(error))

    with Machine(tmp_path, database).open() as one, Machine(tmp_path, database, "two").open() as two:
        with one.store.transaction() as ledger:
            ledger.rows.lock("unit:A")
            ledger.rows.lock("unit:B")
        threads = [
            threading.Thread(target=lock, args=(one, ("unit:A", "unit:B"))),
            threading.Thread(target=lock, args=(two, ("unit:B", "unit:A"))),
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        add_unit(one, UNIT, "Xã Minh Châu")
        add_unit(two, UNIT, "Xã Minh Quang")
    assert passing == [True]


def test_processes_on_one_folder_never_take_each_other_s_commits_for_a_set_back(
    tmp_path: Path, database: str
) -> None:
    machine = Machine(tmp_path, database)
    failed: list[BaseException] = []

    def write(center: Center, channel: str) -> None:
        try:
            for _ in range(25):
                with center.store.transaction(beside=True) as ledger:
                    ledger.rows.lock(channel)
                    ledger.rows.put_note(f"count:{channel}", b"1")
        except BaseException as error:
            failed.append(error)

    with machine.open() as one, machine.open() as two, machine.open() as three:
        threads = [
            threading.Thread(target=write, args=(center, f"unit:{number}"))
            for number, center in enumerate((one, two, three))
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
    assert not failed
    with machine.open() as center:
        assert not center.restored
