"""The list that goes with several dossiers handed over together, in two copies (TT 01/2018 Điều 9)."""

from __future__ import annotations

from collections.abc import Sequence

from desk_app.documents import contents
from desk_app.domain.mistakes import DeskError
from desk_app.operations.desk import Desk
from desk_app.operations.find import show
from sync.model.dossier import Dossier, Event


def hand_over_list(desk: Desk, dossiers: Sequence[bytes]) -> contents.HandOverList:
    """The dossiers of those ids, in that order, with the giver and taker of the last one's hand-over.

    Raises `DeskError` where none of them was handed over or forwarded.
    """
    lines: list[contents.HandOverLine] = []
    latest: Event | None = None
    form_set = ""
    for one in dossiers:
        dossier = show(desk, one).dossier
        handed = _handed(dossier)
        if handed is None or dossier.intake is None:
            continue
        latest, form_set = handed, dossier.intake.form_set
        lines.append(
            contents.HandOverLine(
                dossier.number,
                dossier.intake.procedure.name,
                dossier.intake.owner.full_name,
                dossier.intake.received_at,
                dossier.due_at,
                sets=dossier.intake.sets,
                address=dossier.intake.owner.address,
                note=str(handed.details.get("note", "")),
            )
        )
    if latest is None:
        raise DeskError("Không có hồ sơ nào trong danh sách đã bàn giao.", "Bàn giao rồi in danh sách.")
    said = latest.details
    return contents.HandOverList(
        tuple(lines),
        desk.settings.unit_name,
        str(said.get("name") or said.get("to") or "Cấp trên"),
        latest.at,
        giver=latest.officer.name,
        taker=str(said.get("receiver", "")),
        form_set=form_set,
    )


def hand_over_pdf(desk: Desk, dossiers: Sequence[bytes]) -> bytes:
    """The list as PDF. Raises `DeskError`."""
    from desk_app.documents.forms import form_pdf
    from desk_app.operations.forms import wording
    from desk_app.operations.typefaces import typeface_of

    return form_pdf(
        "handover",
        hand_over_list(desk, dossiers),
        desk.settings.office,
        local=wording(desk),
        typeface=typeface_of(desk),
    )


def _handed(dossier: Dossier) -> Event | None:
    """The last time the papers went out that still counts."""
    return next(
        (one for one in reversed(dossier.history) if one.effective and one.act in ("handover", "forwarded")),
        None,
    )
