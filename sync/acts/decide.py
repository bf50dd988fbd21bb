"""Moving a dossier to another status."""

from __future__ import annotations

from datetime import datetime

from sync.acts.mistakes import Mistake
from sync.model.bodies import officer_out, pack
from sync.model.dossier import Dossier, Officer
from sync.model.moment import iso_minute
from sync.model.status import PERMITTED, Status
from sync.model.text import TextRefused, nfc_line

MAX_REASON = 2000


def decide_status(
    dossier: Dossier, to: str, *, officer: Officer, now: datetime, reason: str = "", result: str = ""
) -> bytes | Mistake:
    """The body of the ``status`` entry that moves `dossier` to `to`, or why it may not move there.

    A refusal after reception is a dossier processed with the result ``refused`` (national 4 -> 9).
    """
    try:
        target = Status(to)
    except ValueError:
        return Mistake("status", f"Không có trạng thái “{to[:40]}”. Được phép: {_onward(dossier.status)}.")
    if target not in PERMITTED[dossier.status]:
        return Mistake(
            "status",
            f"Hồ sơ đang ở trạng thái “{dossier.status}” ({dossier.status.label}), không chuyển sang"
            f" “{target}” được. Được phép: {_onward(dossier.status)}.",
        )
    try:
        why = nfc_line(reason)
    except TextRefused as error:
        return Mistake("reason", f"{error.title}.")
    if len(why) > MAX_REASON:
        return Mistake("reason", f"Lý do dài quá {MAX_REASON} ký tự.")
    return pack(
        {
            "at": iso_minute(now),
            "by": officer_out(officer),
            "to": str(target),
            "reason": why,
            "result": result,
        }
    )


def _onward(status: Status) -> str:
    return ", ".join(PERMITTED[status]) or "không trạng thái nào (hồ sơ đã kết thúc)"
