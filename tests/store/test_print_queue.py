"""The print queue's table: it comes to desks that have long been at work, and its words match the states."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from desk_app.domain.print_job import JobState, PrintJob
from desk_app.operations.find import find
from desk_app.operations.printing import jobs
from desk_app.operations.receive import receive
from desk_app.store import schema
from desk_app.store.driver import DriverError
from desk_app.store.print_queue import print_queue_of
from tests.offices import MONDAY, OFFICER, new_desk, reopened, request
from tests.store.older import as_of_schema

JOB = PrintJob(0, b"d" * 16, "H99.99.001-261123-0001", "slip", "ipp://a/b", MONDAY, MONDAY, said="Máy in…")


def test_a_desk_of_the_first_schema_gets_its_queue_and_loses_nothing(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    [received] = receive(desk, [request()], OFFICER).value
    as_of_schema(desk, 1)
    desk.close()
    with reopened(tmp_path) as desk:
        version = desk.store.reader().execute("PRAGMA user_version").fetchone()[0]
        assert (version, jobs(desk)) == (schema.LATEST, [])
        assert [row.number for row in find(desk, "")] == [received.number]


def test_a_job_comes_back_as_it_was_written(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    with desk.writing() as ledger:
        queue = print_queue_of(ledger)
        written = replace(JOB, id=queue.add(JOB))
        assert queue.get(written.id) == written
        changed = replace(written, state=JobState.DOUBTFUL, out=True, ticket="7", attempts=2, reprint=3)
        queue.save(changed)
    assert jobs(desk, dossier=b"d" * 16) == [changed]
    assert jobs(desk, unsettled=True) == [changed]
    desk.close()


def test_the_table_knows_every_state_and_no_other(tmp_path: Path) -> None:
    [states] = re.findall(r"CHECK \(state IN \((.+?)\)\)", schema.STEPS[1], re.DOTALL)
    assert set(re.findall(r"'([\w-]+)'", states)) == {str(state) for state in JobState}
    desk = new_desk(tmp_path)
    with desk.writing() as ledger:
        print_queue_of(ledger).add(JOB)
        connection = ledger.rows.connection  # type: ignore[attr-defined]
        with pytest.raises(DriverError, match="CHECK"):
            connection.execute("UPDATE print_jobs SET state = 'lost'")
    desk.close()
