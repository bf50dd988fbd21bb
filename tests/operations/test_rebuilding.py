"""A wiped desk comes back from mirror, center and slips, in any order, and nothing comes twice."""

from __future__ import annotations

import itertools
import shutil
from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.backup import back_up, choose_place
from desk_app.operations.backup_key import make_code
from desk_app.operations.checking import verify
from desk_app.operations.desk import Desk, open_desk
from desk_app.operations.enrolment import enrol
from desk_app.operations.find import find
from desk_app.operations.mirror import catch_up, choose_mirror, mirror_folder
from desk_app.operations.rebuilding import FromMirror, rebuild_from_mirror, rebuild_from_slips
from desk_app.operations.restoring import restore
from desk_app.operations.slips import slip_digits
from sync.center.units.invitations import invite
from tests.offices import OFFICER, UNIT
from tests.operations.communes import Commune

SLICE, WHOLE = 60, 500
ORDERS = tuple(itertools.permutations(("mirror", "center", "slips")))
EACH_FIRST = ORDERS[0], ORDERS[3], ORDERS[4]


class Wiped:
    """A commune's first desk with its mirror and the slips it gave; `sent` of its dossiers the center has."""

    def __init__(self, commune: Commune, count: int, sent: int) -> None:
        self.commune, self.data = commune, commune.root / "desk-1"
        self.place = commune.root / "volume"
        self.place.mkdir()
        desk = commune.desks[0]
        choose_mirror(desk, self.place)
        self.numbers = commune.received(desk, sent) if sent else []
        if sent:
            commune.cut = False
            commune.sync(desk)
        commune.cut = True
        self.numbers += commune.received(desk, count - sent)
        catch_up(desk)
        self.slips = slips_of(desk)
        assert len(self.slips) == count
        desk.close()
        shutil.rmtree(self.data)
        commune.cut = False

    def desk(self) -> Desk:
        """The desk as it stands now."""
        self.commune.desks[0] = open_desk(self.data, self.commune.clock)
        return self.commune.desks[0]

    def from_mirror(self) -> FromMirror:
        """Takes the mirror in."""
        return rebuild_from_mirror(self.data, self.place, self.commune.clock)

    def from_center(self) -> None:
        """Enrols what has no desk yet, and exchanges."""
        commune = self.commune
        if not (self.data / "desk.json").exists():
            line = invite(commune.center, UNIT, "http://127.0.0.1:9").encode()
            enrol(self.data, line, clock=commune.clock, wished=3, post=commune.post).close()
        desk = self.desk()
        commune.sync(desk)
        desk.close()

    def from_slips(self) -> None:
        """Scans every slip."""
        if (self.data / "desk.json").exists():
            desk = self.desk()
            assert rebuild_from_slips(desk, self.slips, OFFICER).value.refused_count == 0
            desk.close()

    def holds_all_once(self) -> None:
        """Every dossier is there, once; the desk numbers on and equals the center."""
        desk, commune = self.desk(), self.commune
        assert sorted(row.number for row in find(desk, "", limit=10_000)) == sorted(self.numbers)
        commune.sync(desk)
        more = commune.received(desk, 2)
        assert not set(more) & set(self.numbers)
        for _round in range(2):
            for one in commune.desks:
                commune.sync(one)
        held = sorted(row.number for row in find(commune.desks[1], "", limit=10_000))
        assert held == sorted([*self.numbers, *more])
        assert len(commune.roots()) == 1
        assert verify(desk)["problems"] == []


def slips_of(desk: Desk) -> list[str]:
    """The digits in the QR of every slip of a desk."""
    found = []
    with desk.reading() as ledger:
        for row in find(desk, "", limit=10_000):
            dossier = ledger.dossier(desk.settings.channel, row.id)
            assert dossier is not None
            found.append(slip_digits(desk, dossier))
    return found


def _mirror_alone(commune: Commune, count: int) -> None:
    wiped = Wiped(commune, count, 0)
    done = wiped.from_mirror()
    assert (done.dossiers, done.waiting, done.refused, done.damaged) == (count, 0, 0, 0)
    assert done.fresh
    assert done.numbers  # the marks are this machine's: a spare block
    wiped.holds_all_once()
    assert all("rebuilt" not in row.flags for row in find(commune.desks[0], "", limit=10_000))


def _slips_alone(commune: Commune, count: int) -> None:
    wiped = Wiped(commune, count, 0)
    wiped.from_center()
    desk = wiped.desk()
    done = rebuild_from_slips(desk, wiped.slips, OFFICER).value
    assert (done.stubs, done.known, done.refused_count) == (count, 0, 0)
    again = rebuild_from_slips(desk, wiped.slips, OFFICER).value
    assert (again.stubs, again.known) == (0, count)
    desk.close()
    wiped.holds_all_once()


def test_a_wiped_desk_comes_back_whole_from_its_mirror(commune: Commune) -> None:
    _mirror_alone(commune, SLICE)


def test_every_slip_gives_back_a_stub(commune: Commune) -> None:
    _slips_alone(commune, SLICE // 3)


@pytest.mark.proof
def test_five_hundred_dossiers_come_back_from_mirror_and_from_slips(tmp_path: Path) -> None:
    for name, way in (("mirror", _mirror_alone), ("slips", _slips_alone)):
        commune = Commune(tmp_path / name)
        commune.cut = True
        way(commune, WHOLE)
        commune.close()


@pytest.mark.parametrize(
    "order",
    [
        pytest.param(one, id="-".join(one), marks=() if one in EACH_FIRST else pytest.mark.proof)
        for one in ORDERS
    ],
)
def test_in_any_order_of_the_three_nothing_comes_twice(commune: Commune, order: tuple[str, ...]) -> None:
    wiped = Wiped(commune, 9, 4)
    for one in (*order, *order):
        getattr(wiped, f"from_{one}")()
    wiped.holds_all_once()


def test_a_copy_is_completed_by_the_mirror(commune: Commune) -> None:
    desk, copies = commune.desks[0], commune.root / "copies"
    copies.mkdir()
    choose_place(desk, copies)
    back_up(desk, copies)
    wiped = Wiped(commune, 6, 2)
    restore(wiped.data, copies, commune.clock).desk.close()
    done = wiped.from_mirror()
    assert not done.fresh
    wiped.holds_all_once()


def test_the_printed_code_opens_the_mirror_on_another_machine(commune: Commune, own_home: Path) -> None:
    code = make_code(commune.desks[0].paths)
    wiped = Wiped(commune, 3, 0)
    for gone in [one for one in own_home.rglob("*") if one.is_file()]:
        if "desk-" in gone.name or gone.name.startswith("head-"):
            gone.unlink()
    with pytest.raises(DeskError, match="Cần mã khôi phục"):
        wiped.from_mirror()
    assert not wiped.data.exists()
    done = rebuild_from_mirror(wiped.data, wiped.place, commune.clock, code)
    assert not done.numbers  # it may have been rebuilt elsewhere: the center's word
    with pytest.raises(DeskError, match="chờ trung tâm"):
        commune.received(wiped.desk())
    commune.desks[0].close()
    wiped.holds_all_once()


def test_what_lies_behind_damage_waits_until_the_center_fills_the_gap(commune: Commune) -> None:
    desk, place = commune.desks[0], commune.root / "volume"
    place.mkdir()
    choose_mirror(desk, place)
    catch_up(desk)
    segment = next(mirror_folder(desk, place).glob("*.mcj"))
    numbers = commune.received(desk, 2)
    at = segment.stat().st_size
    catch_up(desk)
    commune.cut = False
    commune.sync(desk)
    commune.cut = True
    numbers += commune.received(desk, 2)
    catch_up(desk)
    data = desk.paths.data
    desk.close()
    shutil.rmtree(data)
    raw = bytearray(segment.read_bytes())
    raw[at + 60] ^= 1
    segment.write_bytes(raw)
    done = rebuild_from_mirror(data, place, commune.clock)
    assert (done.damaged, done.waiting) == (1, 2)
    desk = commune.desks[0] = open_desk(data, commune.clock)
    assert find(desk, "") == []
    commune.cut = False
    commune.sync(desk)
    assert sorted(row.number for row in find(desk, "")) == sorted(numbers)


def test_a_place_without_a_mirror_is_said_and_nothing_is_made(commune: Commune, pocket: Path) -> None:
    data = commune.root / "new"
    with pytest.raises(DeskError, match="Không thấy sổ dự phòng"):
        rebuild_from_mirror(data, pocket, commune.clock)
    assert not data.exists()


def test_codes_that_are_no_slips_are_named_and_passed_over(commune: Commune) -> None:
    wiped = Wiped(commune, 2, 0)
    wiped.from_center()
    desk = wiped.desk()
    done = rebuild_from_slips(desk, ["https://vi.wikipedia.org", *wiped.slips], OFFICER).value
    assert (done.stubs, done.refused_count, done.refused[0][0]) == (2, 1, 1)
