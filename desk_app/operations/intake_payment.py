"""The money of an intake, recorded as payments of the dossiers it is for."""

from __future__ import annotations

from collections.abc import Sequence

from desk_app.operations.acting import act_on
from desk_app.operations.desk import Desk
from desk_app.operations.outcome import NOTHING, Outcome
from sync.model.dossier import Officer


def record_payments(
    desk: Desk,
    dossiers: Sequence[tuple[bytes, int]],
    way: str,
    officer: Officer,
    *,
    payer: str = "",
    proof: str = "",
) -> Outcome[int]:
    """Records what was paid for each dossier (id, dong; nothing to pay is left out) by one of the ways ``cash``,
    ``transfer``, ``vietqr``; `proof` says what was seen of a transfer. Returns the sum. Raises `DeskError`; the
    dossiers before that one are paid.
    """
    changes, total = NOTHING, 0
    for dossier, amount in dossiers:
        if amount > 0:
            given = {"amount": amount, "way": way, "payer": payer, "proof": proof}
            changes |= act_on(desk, dossier, "payment", given, officer).changes
            total += amount
    return Outcome(total, changes)
