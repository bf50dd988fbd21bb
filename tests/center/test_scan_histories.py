"""Random lives of scans: two desks, a hub and a center, lines that break at a byte, a hub that dies."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from desk_app.domain.mistakes import DeskError
from desk_app.operations.attaching import attachments_of, files_of, open_attachment
from desk_app.operations.checking import verify as verify_desk
from desk_app.operations.desk import Desk
from desk_app.operations.scan_sync import scans_pending
from sync.center.exchange.hub_scans import scans_below
from sync.center.exchange.scans import scan_files
from sync.center.store.opening import Center
from sync.center.work.checking import verify
from sync.journal.port import JournalStore
from sync.journal.sums import recount
from sync.model.heads import root_of
from tests.attachments.papers import heavy_png, small_jpeg
from tests.center.scanned import attach_to
from tests.center.test_hub_scans import CHANNEL, Commune, whole_at
from tests.protocol.sequences import RUNS, tell
from tests.system.processes import twice

pytestmark = pytest.mark.skipif(twice(), reason="the run with Qt tells them; there is no Qt in them")
ROUNDS = 8


class ScanHistories(RuleBasedStateMachine):
    """One commune lives through all sequences; at the end of each everything is healed and looked at."""

    commune: ClassVar[Commune]
    numbers: ClassVar[list[str]]
    attached: ClassVar[set[tuple[bytes, str]]]

    @initialize(heavy=st.booleans())
    def begin(self, heavy: bool) -> None:
        """Each sequence is about some scan."""
        self.attach(pick=0, heavy=heavy, again=False)

    def desk(self, pick: int) -> Desk:
        return self.commune.desks[pick]

    @rule(pick=st.integers(0, 1), heavy=st.booleans(), again=st.booleans())
    def attach(self, pick: int, heavy: bool, again: bool) -> None:
        """A new paper, or the very same once more, to a dossier of either desk."""
        commune = self.commune
        commune.papers += not again
        paper = heavy_png(commune.papers, (150, 200)) if heavy else small_jpeg(commune.papers)
        name = sha256(paper).digest(), self.numbers[pick]
        if name in self.attached:
            with pytest.raises(DeskError, match="đã có trong hồ sơ"):
                attach_to(self.desk(pick), self.numbers[pick], paper)
        else:
            attach_to(self.desk(pick), self.numbers[pick], paper)
        self.attached.add(name)

    @rule(up=st.booleans(), thousandths=st.integers(0, 1000))
    def line(self, up: bool, thousandths: int) -> None:
        """The commune's line out goes, or breaks after some bytes of the next scans."""
        commune = self.commune
        commune.online = commune.wan.up = up
        commune.wan.left = 20 * thousandths if up else None

    @rule(up=st.booleans(), thousandths=st.integers(0, 1000))
    def network(self, up: bool, thousandths: int) -> None:
        """So does the network inside the house."""
        lan = self.commune.lan
        lan.up, lan.left = up, 20 * thousandths if up else None

    @rule(pick=st.integers(0, 1), direct=st.booleans())
    def sync(self, pick: int, direct: bool) -> None:
        """As the window does, or by the button."""
        self.commune.sync(self.desk(pick), direct=direct)

    @rule()
    def hub_forwards(self) -> None:
        """The hub calls its center."""
        self.commune.forward()

    @rule()
    def hub_dies(self) -> None:
        """And is started again."""
        self.commune.restart_hub()

    @rule(which=st.integers(0, 20))
    def hub_loses_a_file(self, which: int) -> None:
        """Its disk does."""
        files = scan_files(self.commune.hub, CHANNEL)
        if names := sorted(files.names()):
            files.remove(names[which % len(names)])

    @rule(pick=st.integers(0, 1))
    def asked_for(self, pick: int) -> None:
        """Somebody wants to see a scan of the other desk."""
        desk = self.desk(pick)
        for at, one in enumerate(attachments_of(desk, self.numbers[1 - pick]), 1):
            if one.state == "elsewhere":
                with pytest.raises(DeskError, match="chưa có ở máy này"):
                    open_attachment(desk, self.numbers[1 - pick], at)
                return

    def teardown(self) -> None:
        commune = self.commune
        commune.heal()
        commune.lan.up, commune.lan.left = True, None
        for _round in range(ROUNDS):
            for desk in commune.desks:
                commune.sync(desk, direct=True)
            commune.forward()
            commune.clock.advance(minutes=6)
            if self.settled():
                break
        named = {one.scan.name for number in self.numbers for one in attachments_of(self.desk(0), number)}
        assert [scans_pending(desk) for desk in commune.desks] == [0, 0], "a scan never came to the center"
        assert named <= set(scan_files(commune.center, CHANNEL).names())
        assert all(whole_at(commune.center, self.desk(0), number) for number in self.numbers)
        assert scans_below(commune.hub) == 0
        for pick, desk in enumerate(commune.desks):
            own = {one.scan.name for one in attachments_of(desk, self.numbers[pick])}
            assert own <= set(files_of(desk).names()), "a desk lost what it attached"
            assert {one.state for one in attachments_of(desk, self.numbers[pick])} <= {"sent"}
        states = [state_of(store) for store in self.stores()]
        assert states == states[:1] * len(states), "heads, or a day's count and digest, differ"

    def settled(self) -> bool:
        waiting = any(scans_pending(desk) for desk in self.commune.desks) or scans_below(self.commune.hub)
        return not waiting and len({repr(state_of(store)[0]) for store in self.stores()}) == 1

    def stores(self) -> list[JournalStore]:
        both: list[Center] = [self.commune.center, self.commune.hub]
        return [*(one.store for one in both), *(desk.store for desk in self.commune.desks)]


def state_of(store: JournalStore) -> tuple[bytes, dict[int, object]]:
    """Root of the channel, and count and digest of each of its days, counted now."""
    with store.transaction() as ledger:
        recount(ledger.rows, CHANNEL)
        return root_of(ledger.heads(CHANNEL)), dict(ledger.rows.day_sums(CHANNEL, None))


def test_whatever_befalls_line_and_hub_every_scan_ends_whole_at_the_center(tmp_path: Path) -> None:
    commune = Commune(tmp_path)
    try:
        ScanHistories.commune, ScanHistories.attached = commune, set()
        ScanHistories.numbers = [commune.received(desk) for desk in commune.desks]
        for _round in range(2):
            for desk in commune.desks:
                commune.sync(desk, direct=True)
            commune.forward()
        tell("scans", ScanHistories)
        report = verify(commune.center)
        assert report["ok"], report["problems"]
        assert report["scans"] >= sum(run.count for run in RUNS["scans"]), "each sequence attached one"
        assert all(verify_desk(desk)["ok"] for desk in commune.desks)
    finally:
        commune.close()
