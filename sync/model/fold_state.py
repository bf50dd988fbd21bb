"""What the fold carries from entry to entry, and the rules its steps share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from sync.model.dossier import Annulled, Arrived, Away, Event, Intake, Payment, Returned
from sync.model.entry import AFTER_BYTES, Entry
from sync.model.kinds import DESK
from sync.model.number import is_unit
from sync.model.scan import Scan
from sync.model.status import CLOCK_ENDED, Status
from sync.model.work import Work, after_move

_S = Status
CONFLICT_RANK: dict[Status, int] = {
    _S.RETURNED: 9,  # the citizen has it in hand: no other word can be true against that
    _S.DONE: 8,
    _S.REFUSED: 7,
    _S.WITHDRAWN: 6,
    _S.STOPPED: 5,
    _S.FEE_DUE: 4,
    _S.SUPPLEMENT: 3,
    _S.PROCESSING: 2,
    _S.RECEIVED: 1,
    _S.REGISTERED: 0,
}
"""Of two concurrent moves that cannot both be true, the higher holds, whatever the heights."""


@dataclass(slots=True)
class State:
    """The dossier so far. `reach` names, for each entry, all that its writer had seen; `home` is the channel
    the dossier was received in."""

    home: str = ""
    intake: Intake | None = None
    status: Status = _S.REGISTERED
    decided_by: Entry | None = None
    result: str = ""
    reason: str = ""
    ended_at: datetime | None = None
    due_at: datetime | None = None
    issue: int = 0
    rebuilt: Entry | None = None
    renewed: tuple[datetime, datetime] | None = None
    status_since: datetime | None = None
    holder: str = ""
    place: str = ""
    payments: list[tuple[Entry, Payment]] = field(default_factory=list)
    demanded: int = 0
    settled: int = 0
    arrived: Arrived | None = None
    ready_at: datetime | None = None
    returned: Returned | None = None
    annulled: Annulled | None = None
    annulled_by: Entry | None = None
    changed_by: dict[str, Entry] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)
    events: list[Event] = field(default_factory=list)
    scans: dict[bytes, Scan] = field(default_factory=dict)
    detached: list[Scan] = field(default_factory=list)
    reach: dict[bytes, frozenset[bytes]] = field(default_factory=dict)
    sent_to: dict[str, None] = field(default_factory=dict)
    away: Away | None = None
    work: Work = field(default_factory=Work)
    worked_by: Entry | None = None

    def saw(self, later: Entry, earlier: Entry) -> bool:
        """Whether `later`'s writer had seen `earlier` (directly or through others)."""
        return earlier.digest[:AFTER_BYTES] in self.reach[later.digest[:AFTER_BYTES]]

    def aside(self) -> State:
        """A copy on which a step may be tried without anything of it staying."""
        return replace(
            self,
            payments=list(self.payments),
            changed_by=dict(self.changed_by),
            flags=set(self.flags),
            events=[],
            scans=dict(self.scans),
            detached=list(self.detached),
            sent_to=dict(self.sent_to),
        )

    def enter(
        self, to: Status, entry: Entry, at: datetime, role: str, step_due: datetime | None = None
    ) -> None:
        """The dossier is in another status from now on, by a writer of that role; where its work goes on with
        that, its step is to be done by `step_due`."""
        self.work = after_move(self.work, self.status, to, at, entry.kind, step_due)
        collected = to is _S.RETURNED and self.status in CLOCK_ENDED
        self.status, self.decided_by, self.status_since = to, entry, at
        if not collected:  # the time limit ended with the result, not with the citizen's coming for it
            self.ended_at = at if to in CLOCK_ENDED else None
        if to not in (_S.DONE, _S.RETURNED):
            self.arrived = self.ready_at = None  # a result sent back for correction is not here any more
        elif to is _S.DONE:
            # a desk of the receiving unit finishes with the result before it; the word of a center, or of the
            # unit it was forwarded to, says only that it is on its way
            self.ready_at = at if role == DESK and entry.journal.channel == self.home else None
        if to in (_S.RETURNED, _S.WITHDRAWN):
            self.holder = self.place = ""  # the citizen has the papers
        if to is _S.RETURNED:
            self.away = None

    def apart(self, entry: Entry, other: Entry | None) -> bool:
        """Whether two entries were written in two units, neither having seen the other."""
        return other is not None and entry.journal.channel != other.journal.channel

    def names(self, unit: str) -> None:
        """Another unit is to have the dossier."""
        if is_unit(unit) and f"unit:{unit}" != self.home:
            self.sent_to.setdefault(unit)

    def closed_for(self, entry: Entry) -> bool:
        """Whether an act comes too late (annulled, or the time has ended); a flag says whether it knew."""
        against = self.annulled_by or (self.decided_by if self.status in CLOCK_ENDED else None)
        if against is None:
            return False
        self.flags.add("not-permitted" if self.saw(entry, against) else "conflict")
        return True


Step = Callable[[State, Entry, dict[str, object], str], tuple[str, bool]]
"""Applies one entry of a writer's role; returns the history sentence and whether it had an effect."""
