"""Results at the counter: what waits to be collected, for whom, and handing it over with its fee."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import COUNTER, READ
from desk_app.operations import slip_verdicts
from desk_app.operations.acting import return_results, warnings_of
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.find import show
from desk_app.operations.intake_payment import Paying, record_payments
from desk_app.operations.outcome import NOTHING, Outcome
from desk_app.operations.scanning import Scanned, scan
from desk_app.store import search
from desk_app.store.search import DossierRow
from sync.acts.returning import Handing
from sync.model.dossier import Dossier, Officer
from sync.model.status import Status

MOST_TOGETHER = 8
_LISTED = 12
_UNPAID = Paying()
_STOPPING = (slip_verdicts.ALTERED, slip_verdicts.UNKNOWN_SIGNER)


@dataclass(frozen=True, slots=True)
class Collecting:
    """A dossier whose result is asked for, and the other results that wait for the same applicant.

    `said` is the word on the scanned slip (empty: none was scanned); `slip_issue` the issue it bears. A slip
    in `doubt` proves nothing: without it, the way of a lost slip is open.
    """

    dossier: Dossier
    others: tuple[DossierRow, ...] = ()
    said: str = ""
    slip_issue: int | None = None
    doubt: bool = False
    void: bool = False

    @property
    def ready(self) -> bool:
        """Whether the matter is finished and not yet given out."""
        return self.dossier.status is Status.DONE and self.dossier.annulled is None

    @property
    def owed(self) -> int:
        """What is still to be paid, in dong."""
        return owed(self.dossier)


def owed(dossier: Dossier) -> int:
    """What is still to be paid for a dossier, in dong."""
    return max(0, dossier.intake.fee - dossier.paid) if dossier.intake else 0


@needs(READ)
def collecting(desk: Desk, wanted: bytes, seen: Scanned | None = None) -> Collecting:
    """The dossier of that id, `seen` by what was scanned. Raises `DeskError`."""
    dossier = show(desk, wanted).dossier
    with desk.reading():
        others = search.ready_of_applicant(desk.store.reader(), dossier.id, MOST_TOGETHER)
    if seen is None or seen.kind != "slip":
        return Collecting(dossier, tuple(others))
    return Collecting(
        dossier,
        tuple(others),
        seen.sentence,
        seen.issue,
        doubt=seen.verdict in _STOPPING,
        void=seen.verdict == slip_verdicts.VOID,
    )


@needs(READ)
def collecting_scanned(
    desk: Desk, text: str, *, corrected: bool = False
) -> tuple[Scanned, Collecting | None]:
    """What was scanned, and the dossier where it is exactly one."""
    seen = scan(desk, text, corrected=corrected)
    return seen, collecting(desk, seen.dossiers[0], seen) if len(seen.dossiers) == 1 else None


@needs(COUNTER)
def asked_for(desk: Desk, text: str) -> list[DossierRow]:
    """Dossiers that match any part of number, name or phone: what can be given out first, then the others."""
    with desk.reading():
        reader = desk.store.reader()
        ready = search.ready_matching(reader, text, _LISTED)
        rest = search.find_rows(reader, text, _LISTED) if any(search.split_query(text)) else []
    known = {row.id for row in ready}
    return [*ready, *(row for row in rest if row.id not in known)][:_LISTED]


@needs(COUNTER)
def hand_out(
    desk: Desk, handings: Sequence[tuple[bytes, Handing]], officer: Officer, paying: Paying = _UNPAID
) -> Outcome[tuple[Dossier, ...]]:
    """Gives results out, all or none, each fee that is still due recorded before as paid.

    What stops one is told before any money is recorded. Raises `DeskError`.
    """
    for wanted, handing in handings:
        stopping = next((one for one in warnings_of(desk, wanted, handing) if one.blocking), None)
        if stopping is not None:
            raise DeskError(stopping.sentence)
    changes = NOTHING
    if paying.way:
        due = [(wanted, owed(show(desk, wanted).dossier)) for wanted, _ in handings]
        changes = record_payments(
            desk, due, paying.way, officer, payer=paying.payer, proof=paying.proof
        ).changes
    done = return_results(desk, handings, officer)
    return Outcome(done.value, changes | done.changes)
