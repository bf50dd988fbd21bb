"""Rebuilding a lost dossier's skeleton from the genuine slip in the citizen's hand."""

from __future__ import annotations

from datetime import datetime

from sync.acts.move import Move
from sync.model import kinds
from sync.model.bodies import officer_out, pack
from sync.model.dossier import Officer
from sync.model.moment import iso_minute
from sync.model.procedure import Procedure
from sync.model.slip_code import decode

BY_SLIP = "Theo phiếu đã cấp"


def rebuild(
    digits: str, procedure: Procedure | None, form_set: str, *, officer: Officer, now: datetime
) -> Move:
    """The ``rebuilt`` entry of a slip's digits, whose signature the caller has checked.

    The digits go in whole: number, procedure, times, issue and signing node are read out of them and stand
    nowhere else, and anyone can check the signature again. `procedure` is what the catalogue says
    now of the code on the slip, None when it does not know it. Raises `SlipCodeError`.
    """
    decode(digits)
    body = {
        "at": iso_minute(now),
        "by": officer_out(officer),
        "digits": digits,
        "name": procedure.name if procedure else "",
        "field": procedure.field if procedure else "",
        "version": procedure.version if procedure else "",
        "limit": procedure.limit if procedure else "",
        "due_reason": "" if procedure and procedure.limit else BY_SLIP,
        "form_set": form_set,
    }
    return Move(kinds.REBUILT, pack(body))
