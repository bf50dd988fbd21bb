"""What a center publishes is at its desks with the next exchange, checked once more, in force by the day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from desk_app.operations.desk import Desk
from desk_app.operations.receive import preview, receive
from desk_app.operations.reckoning import find_procedures
from desk_app.operations.releases import (
    apply_received,
    ending_soon,
    published_records,
    releases_held,
    standing,
)
from desk_app.operations.sticks import export_stick, import_stick
from sync.acts.cautions import cautions
from sync.catalogue.releases import AMENDED, NEW, Change, Release, Signed, pieces_of
from sync.center.exchange.sticks import take_stick
from sync.center.publishing.in_force import chain_of
from sync.center.publishing.publishing import (
    Decision,
    changes_in,
    compare,
    prepare,
    prepare_undoing,
    publish,
    sign_here,
)
from sync.identity.keys import NodeKeys
from sync.journal.own import Draft, OwnJournals
from sync.model import kinds
from tests.offices import OFFICER, request
from tests.operations.communes import Commune, HubCommune

TODAY = date(2026, 11, 23)
CODE = "1.004873"
PUBLISHER, STRANGER = NodeKeys(bytes(range(64))), NodeKeys(bytes(range(64, 128)))


@pytest.fixture
def commune(tmp_path: Path) -> Iterator[Commune]:
    """A center and one desk, with a line."""
    commune = Commune(tmp_path / "commune", count=1)
    yield commune
    commune.close()


def published(commune: Commune, *changes: Change, effective: date = TODAY, term: int = 400) -> Signed:
    release = prepare(commune.center, changes, Decision("1/QĐ-TEST", TODAY, effective, term))
    return publish(commune.center, sign_here(release, PUBLISHER).raw)


def limit(value: str | None, code: str = CODE) -> Change:
    return Change("procedures", code, AMENDED, {"limit": value})


def limit_at(desk: Desk, code: str = CODE) -> str:
    known = desk.catalogue.get(code)
    assert known is not None
    return known.limit


def said_of(desk: Desk) -> tuple[str, ...]:
    """What the officer is told before receiving."""
    known = desk.catalogue.get(CODE)
    assert known is not None
    return cautions(known, preview(desk, request(), OFFICER).intake, desk.calendar, desk.clock())


def smuggled(commune: Commune, one: Signed) -> None:
    """What a center writes that does not ask its own rules."""
    with commune.center.store.transaction() as ledger:
        own = OwnJournals(ledger, commune.center.keys, commune.center.entropy)
        drafts = [Draft(kinds.RELEASE, body, personal=False) for body in pieces_of(one)]
        own.append(commune.center.channel, drafts, TODAY.toordinal())


def next_one(commune: Commune, *changes: Change) -> Release:
    return prepare(commune.center, changes, Decision("2/QĐ-TEST", TODAY, TODAY))


def test_what_a_center_publishes_the_desk_has_with_the_next_exchange(commune: Commune) -> None:
    [desk] = commune.desks
    table = f"code\tname\tt_direct\n{CODE}\tXác nhận tình trạng hôn nhân (mới)\t9 ngày làm việc\n".encode()
    found = compare(commune.center, table, TODAY)
    assert [(one.kind, one.key) for one in found.changes] == [("amended", CODE)]
    before = desk.catalogue.get(CODE)
    published(commune, *found.changes)
    assert commune.sync(desk).reached
    known = desk.catalogue.get(CODE)
    assert known is not None
    assert before is not None
    assert (known.limit, known.origin, known.papers) == ("9 ngày làm việc", "center", before.papers)
    assert standing(desk).sequence == 1


def test_1823_changes_reach_a_desk_in_one_exchange_and_as_a_small_delta(commune: Commune) -> None:
    [desk] = commune.desks
    table = ["code\tname\tfield\tt_direct\tdecision"]
    table += [
        f"9.{n:06d}\tThủ tục {sha256(str(n).encode()).hexdigest()}\tLĩnh vực {n % 40}\t{n % 30 + 1} ngày\t1"
        for n in range(1823)
    ]
    found = compare(commune.center, "\n".join(table).encode(), TODAY)
    assert found.counts()["new"] == 1823
    one = published(commune, *found.changes)
    assert 4 < len(pieces_of(one)) < 10  # hardly a name like another: what travels is real, and still small
    report = commune.sync(desk)
    assert report.reached
    assert limit_at(desk, "9.001822") == "23 ngày"
    assert sum(code.startswith("9.00") for code in desk.catalogue.procedures) == 1823


def test_a_dossier_keeps_the_version_it_was_received_under(commune: Commune) -> None:
    [desk] = commune.desks
    published(commune, limit("4 ngày làm việc"))
    commune.sync(desk)
    [first] = receive(desk, [request()], OFFICER).value
    published(commune, limit("9 ngày làm việc"))
    commune.sync(desk)
    with desk.reading() as ledger:
        dossier = ledger.dossier(desk.settings.channel, first.dossier_id)
    assert dossier is not None
    assert dossier.intake is not None
    assert (dossier.intake.limit, dossier.due_at) == ("4 ngày làm việc", first.due_at)
    assert dossier.intake.procedure.version.startswith("r1-")
    [second] = receive(desk, [request()], OFFICER).value
    assert second.due_at > first.due_at


def test_a_release_holds_from_its_day_and_not_before(commune: Commune) -> None:
    [desk] = commune.desks
    before = limit_at(desk)
    published(commune, limit("9 ngày làm việc"), effective=TODAY + timedelta(days=2))
    commune.sync(desk)
    assert limit_at(desk) == before
    commune.forward(days=2)
    assert limit_at(desk) == "9 ngày làm việc"


def test_the_officer_is_told_that_a_procedure_ends_soon_and_what_comes_after(commune: Commune) -> None:
    [desk] = commune.desks
    table = f"code\tname\tTình trạng\tThay thế bởi\n{CODE}\tx\tthay thế\t2.002854\n".encode()
    effective = TODAY + timedelta(days=20)
    found = compare(commune.center, table, effective)
    assert [one.kind for one in found.changes] == ["replaced"]
    published(commune, *found.changes, effective=effective)
    commune.sync(desk)
    said = said_of(desk)
    assert "Thủ tục sắp hết hiệu lực: đến hết ngày 12/12/2026, sau đó thay bằng 2.002854." in said
    assert [one.code for one in ending_soon(desk)] == [CODE]
    commune.forward(days=20)
    assert ending_soon(desk) == []
    assert any("không còn hiệu lực" in one for one in said_of(desk))


def test_a_roll_back_is_a_new_release_and_what_came_after_stays(commune: Commune) -> None:
    [desk] = commune.desks
    before = limit_at(desk)
    published(commune, limit("9 ngày làm việc"))
    published(commune, Change("procedures", CODE, AMENDED, {"result": "Kết quả mới"}))
    back = prepare_undoing(commune.center, 1, "3/QĐ-TEST")
    publish(commune.center, sign_here(back, PUBLISHER).raw)
    commune.sync(desk)
    known = desk.catalogue.get(CODE)
    assert known is not None
    assert (known.limit, known.result) == (before, "Kết quả mới")
    assert [(one.release.sequence, one.release.undoes) for one in releases_held(desk)] == [
        (1, 0),
        (2, 0),
        (3, 1),
    ]


def test_what_a_center_without_the_publishing_key_writes_has_no_effect(commune: Commune) -> None:
    [desk] = commune.desks
    published(commune, limit("4 ngày làm việc"))
    commune.sync(desk)
    smuggled(commune, sign_here(next_one(commune, limit("1 ngày")), STRANGER))
    first = replace(next_one(commune, limit("2 ngày")), sequence=1, base=bytes(32))
    smuggled(commune, sign_here(first, STRANGER))
    commune.sync(desk)
    assert limit_at(desk) == "4 ngày làm việc"
    assert (standing(desk).sequence, standing(desk).strange) == (1, 2)
    published(commune, limit("5 ngày làm việc"))
    commune.sync(desk)
    assert limit_at(desk) == "5 ngày làm việc"


def test_an_older_sequence_that_comes_late_changes_nothing(commune: Commune) -> None:
    [desk] = commune.desks
    old = sign_here(next_one(commune, limit("1 ngày")), PUBLISHER)
    published(commune, limit("4 ngày làm việc"))
    published(commune, limit("5 ngày làm việc"))
    commune.sync(desk)
    smuggled(commune, old)
    commune.sync(desk)
    assert limit_at(desk) == "5 ngày làm việc"


def test_a_release_that_came_and_was_not_applied_is_applied_at_the_next_start(commune: Commune) -> None:
    [desk] = commune.desks
    published(commune, limit("4 ngày làm việc"))
    commune.sync(desk)
    with desk.writing() as ledger:
        ledger.rows.put_note("releases-seen", None)
    assert not apply_received(desk)
    assert limit_at(desk) == "4 ngày làm việc"


def test_past_its_term_a_catalogue_goes_on_working_and_says_so(commune: Commune) -> None:
    [desk] = commune.desks
    published(commune, limit("4 ngày làm việc"), term=3)
    commune.sync(desk)
    assert not standing(desk).expired
    commune.forward(days=4)
    assert standing(desk).expired
    assert limit_at(desk) == "4 ngày làm việc"


def test_swap_days_fees_wording_and_notices_go_the_same_way(commune: Commune) -> None:
    [desk] = commune.desks
    raw = {
        "calendar": {"2026-11-28": {"kind": "work", "name": "Làm bù", "notice": "1/TB-TEST"}},
        "fees": {CODE: {"fees": [{"name": "Lệ phí thử", "kind": "le_phi", "amount": 15_000}]}},
        "wording": {"rating": {"body.regards.sentences": ["Xã trân trọng cảm ơn!"]}},
        "notices": {"supplement": {"sms": "Hồ sơ {so_ho_so} cần bổ sung."}},
    }
    assert not desk.calendar.is_working(date(2026, 11, 28))
    published(commune, *changes_in(raw))
    commune.sync(desk)
    assert desk.calendar.is_working(date(2026, 11, 28))
    assert "+r1-" in desk.calendar.version
    known = desk.catalogue.get(CODE)
    assert known is not None
    assert [(one.name, one.amount) for one in known.fees] == [("Lệ phí thử", 15_000)]
    assert published_records(desk, "notices")["supplement"]["sms"] == "Hồ sơ {so_ho_so} cần bổ sung."
    back = prepare_undoing(commune.center, 1, "2/QĐ-TEST")
    publish(commune.center, sign_here(back, PUBLISHER).raw)
    commune.sync(desk)
    assert not desk.calendar.is_working(date(2026, 11, 28))
    assert published_records(desk, "wording") == {}


def test_a_stick_brings_a_release_as_a_line_does(commune: Commune, pocket: Path) -> None:
    [desk] = commune.desks
    published(commune, limit("4 ngày làm việc"))
    commune.cut = True
    assert not commune.sync(desk).reached
    visit = take_stick(commune.center, export_stick(desk, pocket).value.path, pocket)
    assert visit.reply is not None
    assert import_stick(desk, visit.reply).changes.catalogue
    assert limit_at(desk) == "4 ngày làm việc"


def test_a_hub_hands_on_what_it_holds(tmp_path: Path) -> None:
    commune = HubCommune(tmp_path / "hub", count=1)
    commune.cut = False
    try:
        [desk] = commune.desks
        published(commune, limit("4 ngày làm việc"))
        commune.forward_up()
        commune.cut = True
        commune.sync(desk)
        assert limit_at(desk) == "4 ngày làm việc"
    finally:
        commune.close()


def test_a_desk_that_is_enrolled_later_has_all_of_it(commune: Commune) -> None:
    published(commune, limit("4 ngày làm việc"))
    published(commune, Change("procedures", "9.000001", NEW, {"name": "Thủ tục thử"}))
    later = commune.enrolled(2)
    try:
        commune.sync(later)
        commune.sync(later)
        assert limit_at(later) == "4 ngày làm việc"
        assert later.catalogue.get("9.000001") is not None
        assert standing(later).sequence == len(chain_of(commune.center).releases)
    finally:
        later.close()


def test_a_list_of_procedures_is_that_of_its_day(commune: Commune) -> None:
    [desk] = commune.desks
    published(commune, limit("9 ngày làm việc"), effective=TODAY + timedelta(days=7))
    assert commune.sync(desk).reached
    now, data = desk.clock(), desk.paths.data
    limits = [find_procedures(data, CODE, now + timedelta(days=days))[0].limit for days in (0, 7)]
    assert limits == [limit_at(desk), "9 ngày làm việc"]
    assert limits[0] != limits[1]
