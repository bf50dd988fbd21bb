"""Retention: what is past its term is shown, and purged for good at every desk and at the center."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.acting import act_on
from desk_app.operations.backup import back_up, choose_place
from desk_app.operations.checking import verify
from desk_app.operations.desk import Desk
from desk_app.operations.find import find, show
from desk_app.operations.receive import receive
from desk_app.operations.refusals import refusals, refuse
from desk_app.operations.restoring import restore
from desk_app.operations.retention import (
    Purging,
    copies_of,
    purge_due,
    report_of,
    rules_of,
    set_years,
    standing,
)
from desk_app.operations.scanning import scan
from desk_app.operations.slips import slip_digits, write_slip
from sync.acts.refusing import RefusalRequest
from sync.model.dossier import Person
from tests.offices import MAU, OFFICER, THU, UNIT, MovedClock, new_desk, request
from tests.operations.communes import Commune

SIGNATURE = "2.000884"
"""Kept two years by law."""
BIRTH = "1.001193"
"""Civil status: for ever."""
RARE = Person("Qwzyx Thị Thử", "990300000099", phone="0900000077")
"""Letters that no other word of a database has."""
WHY = "Quyết định 15/QĐ-UBND ngày 05/01/2030"


@pytest.fixture
def desk(tmp_path: Path, clock: MovedClock) -> Iterator[Desk]:
    made = new_desk(tmp_path / "desk", clock)
    yield made
    assert verify(made)["problems"] == []
    made.close()


def ended(desk: Desk, procedure: str = SIGNATURE) -> str:
    """A dossier that was withdrawn at once."""
    [one] = receive(desk, [request(MAU, procedure)], OFFICER).value
    act_on(desk, one.number, "withdraw", {"reason": "Công dân xin rút"}, OFFICER)
    return one.number


def after(clock: MovedClock, years: int) -> None:
    clock.now = clock.now.replace(year=clock.now.year + years, month=1, day=5)


def purged(desk: Desk) -> Purging:
    return purge_due(desk, OFFICER, WHY, date_confirmed=True).value


def test_a_term_runs_from_the_end_of_the_year_a_dossier_ended_in(desk: Desk, clock: MovedClock) -> None:
    number = ended(desk)
    for years, due in ((1, []), (1, []), (1, [number])):
        after(clock, years)
        assert [one.of.number for one in standing(desk).due] == due


def test_what_is_open_or_kept_for_ever_is_never_offered(desk: Desk, clock: MovedClock) -> None:
    ended(desk, BIRTH)
    receive(desk, [request(THU, SIGNATURE)], OFFICER)
    after(clock, 90)
    assert standing(desk).due == ()
    with pytest.raises(DeskError, match="Không có hồ sơ nào"):
        purge_due(desk, OFFICER, WHY, date_confirmed=True)


def test_a_purge_leaves_the_number_and_nobody(desk: Desk, clock: MovedClock) -> None:
    number = ended(desk)
    stays = ended(desk, BIRTH)
    paper = write_slip(desk, show(desk, number).dossier)
    digits = slip_digits(desk, show(desk, number).dossier)
    after(clock, 3)
    done = purged(desk)
    assert [one.of.number for one in done.due] == [number]
    row = next(one for one in find(desk, number) if one.number == number)
    assert row.label == "Đã hủy theo thời hạn bảo quản" or "purged" in row.flags
    dossier = show(desk, number).dossier
    assert dossier.purged is not None
    assert (dossier.purged.reason, dossier.history[0].officer) == (WHY, OFFICER)
    assert MAU.full_name not in repr(dossier)
    assert [one.number for one in find(desk, MAU.full_name)] == [stays]
    assert not paper.exists()
    seen = scan(desk, digits)
    assert seen.sentence.startswith("Phiếu thật")
    assert WHY in seen.sentence
    with pytest.raises(DeskError):
        act_on(desk, number, "note", {"text": "Ghi thêm"}, OFFICER)
    again = receive(desk, [request()], OFFICER, date_confirmed=True).value[0].number
    assert again != number


def test_nothing_of_the_people_is_left_in_the_database(desk: Desk, clock: MovedClock) -> None:
    """Decrypted page by page: bodies, people, search words, the log."""
    receive(desk, [request() for _ in range(30)], OFFICER)
    [one] = receive(desk, [request(RARE, SIGNATURE)], OFFICER).value
    act_on(desk, one.number, "withdraw", {"reason": "Công dân xin rút"}, OFFICER)
    after(clock, 3)
    purged(desk)
    assert desk.store.paths.database.with_name("desk.db-wal").stat().st_size == 0
    reader = desk.store.reader()
    for (table,) in reader.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
        for row in reader.execute(f'SELECT * FROM "{table}"').fetchall():
            cells = (one if isinstance(one, bytes) else str(one).encode() for one in row if one is not None)
            text = b" ".join(cells)
            for word in (RARE.full_name, RARE.phone, RARE.id_number):
                assert word.encode() not in text, table
    assert not in_the_index(desk, b"wzyx")


def in_the_index(desk: Desk, letters: bytes) -> bool:
    """Whether letters lie anywhere in the files of the search index, of rows that are no more too."""
    blocks = desk.store.reader().execute(
        "SELECT block FROM names_data UNION ALL SELECT block FROM fragments_data"
    )
    return any(letters in block for (block,) in blocks.fetchall())


def test_words_of_a_deleted_row_would_stay_in_the_index(desk: Desk, monkeypatch: Any, clock: Any) -> None:
    """What the sweep is for: without it the index still spells the name."""
    monkeypatch.setattr("desk_app.operations.purge_traces.sweep_index", lambda _connection: None)
    receive(desk, [request() for _ in range(30)], OFFICER)
    [one] = receive(desk, [request(RARE, SIGNATURE)], OFFICER).value
    act_on(desk, one.number, "withdraw", {"reason": "Công dân xin rút"}, OFFICER)
    after(clock, 3)
    purged(desk)
    assert in_the_index(desk, b"wzyx")


def test_a_refusal_is_purged_once_the_unit_has_set_a_term(desk: Desk, clock: MovedClock) -> None:
    today = clock.now.date()
    refuse(desk, [RefusalRequest(request(), ("Không thuộc thẩm quyền.",))], OFFICER)
    set_years(desk, "refusal", 5, OFFICER)
    after(clock, 5)
    assert standing(desk).refusals == ()
    after(clock, 1)
    assert len(standing(desk).refusals) == 1
    assert len(purged(desk).refusals) == 1
    assert refusals(desk, today, today) == []


def test_a_term_fixed_by_law_is_not_the_units_to_set(desk: Desk) -> None:
    with pytest.raises(DeskError, match="luật định"):
        set_years(desk, "authenticated-signature", 1, OFFICER)
    set_years(desk, "general", 10, OFFICER)
    assert {one.code: one.years for one in rules_of(desk)}["general"] == 10


def test_nothing_is_purged_without_a_decision_or_under_a_clock_in_doubt(
    desk: Desk, clock: MovedClock
) -> None:
    ended(desk)
    after(clock, 3)
    with pytest.raises(DeskError, match="căn cứ"):
        purge_due(desk, OFFICER, " ", date_confirmed=True)
    with pytest.raises(DeskError):
        purge_due(desk, OFFICER, WHY)
    assert len(standing(desk).due) == 1


def test_the_report_says_what_by_which_rule_and_when_backups_are_gone(desk: Desk, clock: MovedClock) -> None:
    number = ended(desk)
    after(clock, 3)
    done = purged(desk)
    with pypdfium2.PdfDocument(report_of(desk, done)) as document:
        said = " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    for words in (number, WHY, "NĐ 23/2015/NĐ-CP", "sao lưu", f"{copies_of(desk).gone_by:%d/%m/%Y}"):
        assert words in said
    assert MAU.full_name not in said


def test_figures_of_the_year_stay_as_they_were(desk: Desk, clock: MovedClock) -> None:
    ended(desk)
    query = (
        "SELECT unit, field, procedure, received_at, ended_at, way, outcome, counted, status FROM dossiers"
    )
    before = desk.store.reader().execute(query).fetchall()
    after(clock, 3)
    purged(desk)
    assert desk.store.reader().execute(query).fetchall() == before


def test_a_purge_reaches_every_desk_and_the_center(tmp_path: Path) -> None:
    commune = Commune(tmp_path / "commune")
    try:
        one, other = commune.desks
        number = ended(one)
        for desk in (one, other, one):
            commune.sync(desk)
        commune.forward(days=3 * 366)
        purge_due(one, OFFICER, WHY, date_confirmed=True)
        assert show(other, number).dossier.purged is None
        for desk in (one, other, one):
            commune.sync(desk)
        assert show(other, number).dossier.purged is not None
        assert len(commune.roots()) == 1
        with commune.center.store.snapshot() as ledger:
            dossier = ledger.dossier(f"unit:{UNIT}", show(one, number).dossier.id)
            assert dossier is not None
            assert dossier.purged is not None
        for desk in commune.desks:
            assert verify(desk)["problems"] == []
    finally:
        commune.close()


def test_verify_knows_purged_bodies_and_finds_those_that_came_back(desk: Desk, clock: MovedClock) -> None:
    number = ended(desk)
    with desk.store.snapshot() as ledger:
        dossier = show(desk, number).dossier.id
        bodies = ledger.rows.dossier_entries(f"unit:{UNIT}", [dossier])[dossier]
    after(clock, 3)
    purged(desk)
    report = verify(desk)
    assert (report["ok"], report["purged"]) == (True, 1)
    with desk.writing() as ledger:
        row = ledger.rows.journal_row(bodies[0].journal, create=False)
        assert row is not None
        ledger.rows.give_body(row, bodies[0])
    assert any("đã hủy mà vẫn còn" in one for one in verify(desk)["problems"])
    with desk.writing() as ledger:
        ledger.rows.purge(f"unit:{UNIT}", [dossier], [])


def test_a_desk_made_of_an_old_backup_hears_of_the_purge_before_it_shows_anything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commune = Commune(tmp_path / "commune")
    try:
        one, other = commune.desks
        number = ended(one)
        for desk in (one, other, one):
            commune.sync(desk)
        (tmp_path / "stick").mkdir()
        choose_place(other, tmp_path / "stick")
        back_up(other, tmp_path / "stick")
        commune.forward(days=3 * 366)
        purge_due(one, OFFICER, WHY, date_confirmed=True)
        for desk in (one, other):
            commune.sync(desk)
        other.close()
        monkeypatch.setattr("desk_app.operations.synchronise.ways_to", lambda *_where: (commune.post, None))
        back = restore(other.paths.data, tmp_path / "stick", commune.clock).desk
        commune.desks[1] = back
        assert show(back, number).dossier.purged is not None
        assert MAU.full_name not in repr(find(back, ""))
    finally:
        commune.close()
