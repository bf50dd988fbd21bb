"""The history of a unit on a stick: a new desk is whole without years coming over a thin line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.checking import verify
from desk_app.operations.desk import Desk
from desk_app.operations.receipts import sync_state
from desk_app.operations.sticks import export_stick, import_stick, look
from desk_app.store.rebuild import projection_differences
from sync.center.exchange.sticks import HistoryOut, take_stick, write_history
from sync.center.store.trouble import CenterError
from sync.center.units.revoking import revoke
from sync.journal.filling import filling_of
from sync.protocol import limits
from sync.protocol.bundles import DAMAGED, BundleReader, BundleRefused, HistoryCargo
from sync.protocol.ports import ENROL_PATH, LinkFailed
from tests.offices import UNIT
from tests.operations.communes import Commune
from tests.operations.histories import history, write

CHANNEL = f"unit:{UNIT}"
DOSSIERS = 150


@dataclass
class Old:
    """A commune with months behind it, and a stick with its history; messages are small."""

    commune: Commune
    pocket: Path

    def enrolled(self) -> Desk:
        """A new desk that has not exchanged yet: the line was gone when it had been enrolled."""
        post = self.commune.post

        def enrolling(path: str, body: bytes) -> bytes:
            if path != ENROL_PATH:
                raise LinkFailed("unreachable")
            return post(path, body)

        with patch.object(self.commune, "post", enrolling):
            desk = self.commune.enrolled(3)
        self.commune.desks.append(desk)
        return desk

    def stick(self) -> HistoryOut:
        """The history as it is now."""
        return write_history(self.commune.center, UNIT, self.pocket)

    def sync_once(self, desk: Desk) -> None:
        """One exchange or two of a line that is then gone."""
        with patch("desk_app.operations.scan_sync.FILL_ROUNDS", 1):
            self.commune.sync(desk)


@pytest.fixture
def old(tmp_path: Path, pocket: Path) -> Iterator[Old]:
    with (
        patch.object(limits, "CHECKPOINT_FROM", 100),
        patch.object(limits, "FILL_BUDGET", 20_000),
        patch("sync.protocol.histories.PART_BYTES", 30_000),
        patch("tests.operations.histories.PER_DAY", 4),
    ):
        commune = Commune(tmp_path / "commune", count=1)
        write(commune.center, commune.desks[0], history(DOSSIERS, commune.clock.now))
        yield Old(commune, pocket)
        commune.close()


def is_filled_up(desk: Desk) -> bool:
    """Whether older dossiers are still to come."""
    with desk.reading() as ledger:
        return filling_of(ledger.rows, CHANNEL) is not None


def is_the_centers(old: Old, desk: Desk) -> None:
    """Everything the center counts is here, folded alike, and nothing else."""
    with desk.store.snapshot() as ledger, old.commune.center.store.snapshot() as held:
        assert set(ledger.rows.digests_of(CHANNEL, None)) >= set(held.rows.digests_of(CHANNEL, None))
        assert {*ledger.rows.folded(CHANNEL, None)} >= {*held.rows.folded(CHANNEL, None)}
        assert projection_differences(desk.store.reader(), ledger)[1] == []
    assert verify(desk)["ok"]


def test_a_desk_that_works_gets_its_history_from_the_stick(old: Old) -> None:
    desk = old.enrolled()
    old.sync_once(desk)
    assert is_filled_up(desk)
    assert 0 < sync_state(desk).total < DOSSIERS
    old.commune.cut = True
    out = old.stick()
    assert (out.dossiers, out.machines) == (DOSSIERS, 2)
    facts = look(desk, out.path)
    assert (facts.history, facts.from_center, facts.news, facts.answer) == (True, True, True, False)
    taken = import_stick(desk, out.path).value
    assert (taken.refused, taken.parked) == (0, 0)
    assert sync_state(desk).total == DOSSIERS
    is_the_centers(old, desk)
    assert import_stick(desk, out.path).value.received == 0
    old.commune.cut = False
    old.commune.sync(desk)
    assert not is_filled_up(desk)
    assert not look(desk, out.path).news
    for one in (old.commune.desks[0], desk, old.commune.desks[0]):
        old.commune.sync(one)
    assert len(old.commune.roots()) == 1


def test_a_desk_without_any_line_since_it_was_enrolled_is_whole_by_sticks_alone(old: Old) -> None:
    desk = old.enrolled()
    old.commune.cut = True
    taken = import_stick(desk, old.stick().path).value
    assert taken.received > DOSSIERS
    assert not is_filled_up(desk), "nothing is older than what the center held"
    assert sync_state(desk).total == DOSSIERS
    is_the_centers(old, desk)
    [number] = old.commune.received(desk)
    visit = take_stick(old.commune.center, export_stick(desk, old.pocket).value.path, old.pocket)
    assert visit.reply is not None
    assert import_stick(desk, visit.reply).value.pending == 0
    assert number
    old.commune.cut = False
    old.commune.sync(old.commune.desks[0])
    old.commune.sync(desk)
    assert len(old.commune.roots()) == 1


def test_an_older_stick_and_a_newer_one_mix_with_the_line(old: Old) -> None:
    desk = old.enrolled()
    first = old.stick()
    old.commune.received(old.commune.desks[0], 3)
    old.commune.sync(old.commune.desks[0])
    old.sync_once(desk)
    import_stick(desk, first.path)
    is_the_centers(old, desk)
    old.commune.received(old.commune.desks[0], 2)
    old.commune.sync(old.commune.desks[0])
    import_stick(desk, old.stick().path)
    old.commune.sync(desk)
    assert not is_filled_up(desk)
    assert sync_state(desk).total == DOSSIERS + 5
    is_the_centers(old, desk)


def test_a_stick_pulled_out_is_taken_again_where_it_stopped(old: Old) -> None:
    desk = old.enrolled()
    out = old.stick()
    pieces = BundleReader.pieces

    for whole in range(1, 6):

        def pulled(reader: BundleReader, most: int = whole) -> Iterator[HistoryCargo]:
            for number, piece in enumerate(pieces(reader)):
                if number == most:
                    raise BundleRefused(DAMAGED)
                yield piece

        with patch.object(BundleReader, "pieces", pulled), pytest.raises(DeskError):
            import_stick(desk, out.path)
        assert verify(desk)["ok"]
    import_stick(desk, out.path)
    assert not is_filled_up(desk)
    assert sync_state(desk).total == DOSSIERS
    is_the_centers(old, desk)


def test_what_a_revoked_desk_wrote_beyond_its_bound_is_not_in_the_history(old: Old) -> None:
    lost = old.commune.desks[0].keys.node
    revoke(old.commune.center, f"{UNIT}/1", "Lê Văn Quản", "máy bị mất", last={b"longyear".hex(): 192})
    desk = old.enrolled()
    old.commune.cut = True
    out = old.stick()
    assert out.machines == 1
    import_stick(desk, out.path)
    with desk.reading() as ledger:
        assert ledger.bounds(lost) is not None
        mine = [tips for journal, tips in ledger.heads(CHANNEL).items() if journal.incarnation == b"longyear"]
        assert [max(tips).seq for tips in mine] == [192]
    assert 0 < sync_state(desk).total < DOSSIERS
    is_the_centers(old, desk)


def test_a_desk_that_was_enrolled_later_cannot_open_it_and_is_told(old: Old) -> None:
    out = old.stick()
    desk = old.enrolled()
    with pytest.raises(DeskError, match="không gửi cho máy này"):
        import_stick(desk, out.path)


def test_only_the_centers_history_is_taken(old: Old) -> None:
    """Whoever else may bring bundles, a hub or a colleague, proves nothing about what is older."""
    desk = old.enrolled()
    old.sync_once(desk)
    before = sync_state(desk).total
    out = old.stick()
    other = old.commune.desks[0].keys.public
    with patch("sync.protocol.unloading.introduced") as maker:
        maker.return_value.keys = other
        maker.return_value.role = "center"
        assert import_stick(desk, out.path).value.received == 0
    assert sync_state(desk).total == before


def test_there_is_no_history_of_a_unit_without_machines(old: Old) -> None:
    for unit in ("H99.99.002", "H99.99"):
        with pytest.raises(CenterError, match="chưa có máy"):
            write_history(old.commune.center, unit, old.pocket)
