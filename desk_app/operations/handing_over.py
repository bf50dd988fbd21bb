"""The list that goes with several dossiers handed over together, in two copies (TT 01/2018 Điều 9)."""

from __future__ import annotations

from collections.abc import Sequence

from desk_app.documents import contents
from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import PRINT
from desk_app.operations.access_log import PRINTED, note_access
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.find import show
from sync.model.dossier import Dossier, Event


@needs(PRINT)
def hand_over_list(desk: Desk, dossiers: Sequence[str | bytes]) -> contents.HandOverList:
    """The dossiers of those numbers or ids, each once and in that order, with the giver and taker of the last
    one's hand-over.

    Raises `DeskError` where one of them is still here, or they went to different places.
    """
    lines: dict[bytes, contents.HandOverLine] = {}
    latest: Event | None = None
    takers: dict[str, None] = {}
    form_set = ""
    for one in dossiers:
        dossier = show(desk, one).dossier
        latest = _handed(dossier)
        if latest is None or dossier.intake is None:
            raise DeskError(
                f"Hồ sơ {dossier.number} chưa có việc bàn giao.", "Bàn giao hồ sơ đó rồi in danh sách."
            )
        form_set = dossier.intake.form_set
        takers[_taker(latest)] = None
        lines[dossier.id] = contents.HandOverLine(
            dossier.number,
            dossier.intake.procedure.name,
            dossier.intake.owner.full_name,
            dossier.intake.received_at,
            dossier.due_at,
            sets=dossier.intake.sets,
            address=dossier.intake.owner.address,
            note=str(latest.details.get("note", "")),
        )
    if latest is None:
        raise DeskError("Không có hồ sơ nào trong danh sách đã bàn giao.", "Bàn giao rồi in danh sách.")
    if len(takers) > 1:
        raise DeskError(
            f"Các hồ sơ này đã bàn giao cho nhiều nơi: {'; '.join(takers)}.", "In mỗi nơi một danh sách."
        )
    return contents.HandOverList(
        tuple(lines.values()),
        desk.settings.unit_name,
        _taker(latest),
        latest.at,
        giver=latest.officer.name,
        taker=str(latest.details.get("receiver", "")),
        form_set=form_set,
    )


@needs(PRINT)
def hand_over_pdf(
    desk: Desk, dossiers: Sequence[str | bytes], *, form_set: str = "", paper: str | None = None
) -> bytes:
    """The list as PDF, in the form set and on the paper named, else its own. Raises `DeskError`."""
    from desk_app.documents.forms import form_pdf
    from desk_app.operations.forms import wording
    from desk_app.operations.typefaces import typeface_of

    note_access(desk, None, PRINTED, f"handover: {len(dossiers)}")
    return form_pdf(
        "handover",
        hand_over_list(desk, dossiers),
        desk.settings.office,
        form_set=form_set,
        paper=paper,
        local=wording(desk),
        typeface=typeface_of(desk),
    )


def _taker(handed: Event) -> str:
    return str(handed.details.get("name") or handed.details.get("to") or "Cấp trên")


def _handed(dossier: Dossier) -> Event | None:
    """The last time the papers went out that still counts."""
    return next(
        (one for one in reversed(dossier.history) if one.effective and one.act in ("handover", "forwarded")),
        None,
    )
