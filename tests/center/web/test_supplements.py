"""The first filing and a supplement side by side: what is new, pages of both, whoever may look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from sync.acts.attaching import detach
from sync.acts.move import Move
from sync.acts.moves import ask_supplement
from sync.center.staff.record import lines
from sync.center.staff.roles import Role
from sync.center.store.opening import Center
from sync.journal.own import Draft
from sync.model.dossier import Dossier, Officer
from sync.model.supplements import Change, supplements_of
from tests.center.places import UNIT, Clock, MemoryDesk
from tests.center.web.conftest import ONE, OTHER
from tests.center.web.scanned import attach_scan
from tests.center.web.visitor import Visitor

Enter = Callable[..., Visitor]
BINH = Officer("1", "Trần Văn Bình")


@pytest.fixture
def desk(center: Center) -> MemoryDesk:
    return MemoryDesk(center, known=True)


def state(desk: MemoryDesk, dossier: bytes) -> Dossier:
    with desk.store.snapshot() as ledger:
        found = ledger.dossier(desk.channel, dossier)
    assert found is not None
    return found


def ask(center: Center, desk: MemoryDesk, dossier: bytes) -> None:
    asked = ask_supplement(
        state(desk, dossier), ["Giấy chứng sinh"], "Thiếu giấy", officer=BINH, now=center.clock()
    )
    assert isinstance(asked, Move)
    desk.write(Draft(asked.kind, asked.body, dossier))


@pytest.fixture
def supplemented(center: Center, desk: MemoryDesk, clock: Clock) -> bytes:
    """Two scans, a request, a fuller copy of the one and something new."""
    [dossier] = desk.receive(ONE)
    attach_scan(center, desk, dossier, pages=1)
    attach_scan(center, desk, dossier, pages=2, title="Căn cước")
    clock.advance(hours=2)
    ask(center, desk, dossier)
    clock.advance(days=1)
    attach_scan(center, desk, dossier, pages=3, title="TỜ KHAI")
    attach_scan(center, desk, dossier, pages=4, title="Giấy chứng sinh")
    desk.status(dossier, "received")
    desk.push()
    return dossier


def test_what_came_after_the_request_stands_beside_what_it_replaces(
    desk: MemoryDesk, supplemented: bytes, clock: Clock
) -> None:
    [found] = supplements_of(state(desk, supplemented))
    said = [(one.title, one.change, one.before is not None, one.after is not None) for one in found.pairs]
    assert said == [
        ("Giấy chứng sinh", Change.NEW, False, True),
        ("TỜ KHAI", Change.REPLACED, True, True),
        ("Căn cước", Change.KEPT, True, False),
    ]
    assert found.items == ("Giấy chứng sinh",)
    assert found.complete_at == clock()


def test_the_same_paper_scanned_in_again_is_nothing_new(
    center: Center, desk: MemoryDesk, clock: Clock
) -> None:
    [dossier] = desk.receive(ONE)
    attach_scan(center, desk, dossier, pages=1)
    ask(center, desk, dossier)
    clock.advance(hours=-1)  # a clock set back does not make the second the first
    attach_scan(center, desk, dossier, pages=2, title="Bản khác")
    now = state(desk, dossier)
    first, second = now.scans
    again = replace(second, file=replace(second.file, plain=first.file.plain))  # as by another machine
    [found] = supplements_of(replace(now, scans=(first, again)))
    assert [(one.before, one.after, one.change) for one in found.pairs] == [(first, again, Change.SAME)]


def test_a_scan_taken_off_again_is_counted_and_not_shown(center: Center, desk: MemoryDesk) -> None:
    [dossier] = desk.receive(ONE)
    attach_scan(center, desk, dossier)
    ask(center, desk, dossier)
    [scan] = state(desk, dossier).scans
    off = detach(state(desk, dossier), scan.entry, "Chụp nhầm", officer=BINH, now=center.clock())
    assert isinstance(off, Move)
    desk.write(Draft(off.kind, off.body, dossier))
    [found] = supplements_of(state(desk, dossier))
    assert (found.pairs, found.removed) == ((), 1)


def test_both_versions_are_seen_with_their_own_pages_and_looking_is_recorded(
    center: Center, supplemented: bytes, enter: Enter
) -> None:
    me = enter(Role.SPECIALIST)
    path = f"/ho-so/{UNIT}/{supplemented.hex()}"
    assert me.open(path) == 200
    assert f'href="{path}/bo-sung"' in me.text
    assert me.open(path + "/bo-sung") == 200
    assert "Lần đầu không có giấy tờ này." in me.text, "what is new stands first"
    assert me.open(path + "/bo-sung?lan=1&giay=2&sau=2") == 200
    assert me.text.count('<img class="scan"') == 2
    assert "trang 1/1" in me.text
    assert "trang 2/3" in me.text
    assert "sau=3" in me.text
    assert "↻ thay bản trước" in me.text
    assert [line.act for line in lines(center)[:2]] == ["scan-opened", "scan-opened"]
    for picture in [part.split('"')[0] for part in me.answer.text.split('src="')[1:]]:
        assert enter(Role.SPECIALIST, unit=OTHER).open(picture) == 404
        assert me.open(picture) == 200
        assert me.answer.headers["content-type"] == "image/png"


@pytest.mark.parametrize("query", ["lan=9&giay=99", "lan=0", "giay=x&sau=9999999", "truoc=-1&sau=0"])
def test_an_odd_address_shows_what_there_is(supplemented: bytes, enter: Enter, query: str) -> None:
    me = enter(Role.AUDITOR)
    assert me.open(f"/ho-so/{UNIT}/{supplemented.hex()}/bo-sung?{query}") == 200
    assert "Giấy chứng sinh" in me.text


def test_a_dossier_never_asked_for_more_says_so(dossier: str, enter: Enter) -> None:
    me = enter(Role.LEADER)
    assert me.open(dossier) == 200
    assert "/bo-sung" not in me.text
    assert me.open(dossier + "/bo-sung") == 200
    assert "chưa được yêu cầu bổ sung" in me.text
