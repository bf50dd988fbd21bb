"""The money of an intake: taken in the same transaction, or recorded when the transfer came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desk_app.domain.rights import MONEY, RECEIVE
from desk_app.operations.acting import act_on
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.outcome import NOTHING, Outcome
from desk_app.operations.receive import AtOnce, Received, preview, receive
from sync.acts.counter import Taken
from sync.acts.requests import IntakeRequest
from sync.model.dossier import Officer


@dataclass(frozen=True, slots=True)
class Paying:
    """How all of an intake is paid now: `way` ``cash`` or ``transfer`` (empty: not now), by whom, and what
    was seen of a transfer."""

    way: str = ""
    payer: str = ""
    proof: str = ""


@needs(RECEIVE)
def receive_paid(
    desk: Desk,
    requests: Sequence[IntakeRequest],
    officer: Officer,
    paying: Paying,
    *,
    date_confirmed: bool = False,
    and_return: bool = False,
    drafts: Sequence[str] = (),
) -> Outcome[tuple[Received, ...]]:
    """Receives all of the requests or none, each with its fee as paid and the `drafts` they were typed in
    gone, in one durable transaction. Raises `DeskError` as `receive` does."""
    at_once = [_paid(desk, one, officer, paying) for one in requests] if paying.way else []
    return receive(
        desk,
        requests,
        officer,
        date_confirmed=date_confirmed,
        and_return=and_return,
        at_once=at_once,
        drafts=drafts,
        files=False,
    )


def _paid(desk: Desk, request: IntakeRequest, officer: Officer, paying: Paying) -> AtOnce:
    intake = preview(desk, request, officer).intake
    if intake is None or not intake.fee:
        return AtOnce()
    return AtOnce(payment=Taken(intake.fee, paying.way, paying.payer, proof=paying.proof))


@needs(MONEY)
def record_payments(
    desk: Desk,
    dossiers: Sequence[tuple[bytes, int]],
    way: str,
    officer: Officer,
    *,
    payer: str = "",
    proof: str = "",
) -> Outcome[int]:
    """Records what was paid for each dossier (id, dong; nothing to pay is left out) by one of the ways
    ``cash``, ``transfer``, ``vietqr``; `proof` says what was seen of a transfer. Returns the sum. Raises
    `DeskError`; the dossiers before that one are paid.
    """
    changes, total = NOTHING, 0
    for dossier, amount in dossiers:
        if amount > 0:
            given = {"amount": amount, "way": way, "payer": payer, "proof": proof}
            changes |= act_on(desk, dossier, "payment", given, officer).changes
            total += amount
    return Outcome(total, changes)
