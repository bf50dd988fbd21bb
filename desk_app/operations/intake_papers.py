"""Papers of an intake beside the slip: Mẫu 02 before reception, the list of what was handed in, the guide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desk_app.documents import contents
from desk_app.domain.mistakes import DeskError, Mistake
from desk_app.domain.rights import PRESENT, PRINT, RECEIVE
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.store import search
from sync.acts.receive import prepare_intake
from sync.acts.requests import IntakeRequest
from sync.model.dossier import Dossier, Officer
from sync.model.moment import day_of


@needs(RECEIVE, PRINT)
def draft_supplement(
    desk: Desk, request: IntakeRequest, items: Sequence[str], reason: str, officer: Officer
) -> bytes:
    """Mẫu 02 for what is still a draft: nothing is received, no number is given, no clock runs (NĐ 61/2018
    Điều 17.1). Raises `DeskError` with the mistakes by field.
    """
    from desk_app.documents.forms import form_pdf
    from desk_app.operations.forms import wording
    from desk_app.operations.typefaces import typeface_of

    procedure = desk.catalogue.get(request.procedure)
    now = desk.clock()
    asked = request
    if procedure is not None and not _has_limit(request, desk):
        # A draft has no due time yet; the form does not say one.
        asked = replace(request, due_at=now.replace(year=now.year + 1, day=1), due_reason="-")
    prepared = prepare_intake(
        asked, procedure, calendar=desk.calendar, terms=desk.settings.terms, officer=officer, now=now
    )
    mistakes = [*prepared.mistakes]
    if not any(item.strip() for item in items):
        mistakes.append(Mistake("papers", "Chưa rõ cần bổ sung giấy tờ gì."))
    if mistakes or prepared.intake is None:
        raise DeskError(f"Chưa in được Mẫu 02: {mistakes[0].message}", "", mistakes)
    content = contents.Supplement(prepared.intake, tuple(items), reason, now, officer)
    return form_pdf(
        "supplement", content, desk.settings.office, local=wording(desk), typeface=typeface_of(desk)
    )


def _has_limit(request: IntakeRequest, desk: Desk) -> bool:
    procedure = desk.catalogue.get(request.procedure)
    try:
        return bool(procedure and procedure.limit_for(request.case, request.channel))
    except KeyError:
        return True  # told as a mistake of the case


@needs(RECEIVE, PRINT)
def submitted_list(desk: Desk, dossier: Dossier) -> contents.SubmittedList:
    """What was handed in together with a dossier, itself included, in the order of the numbers."""
    intake = dossier.intake
    if intake is None:
        raise DeskError("Hồ sơ này chưa có lần tiếp nhận nào nên chưa in được danh sách.")
    lines = []
    with desk.reading() as ledger:
        for row in search.rows_received_with(desk.store.reader(), dossier.id):
            one = ledger.dossier(row.channel, row.id)
            if one is None or one.intake is None:
                continue
            lines.append(
                contents.SubmittedLine(
                    one.number,
                    one.intake.procedure.name,
                    one.intake.owner.full_name,
                    one.due_at,
                    one.intake.sets,
                    None if one.intake.fees_open else one.intake.fee,
                )
            )
    return contents.SubmittedList(
        tuple(lines),
        intake.applicant,
        intake.officer,
        intake.received_at,
        intake.desk,
        form_set=intake.form_set,
    )


@needs(PRESENT)
def guide(desk: Desk, code: str, case: str = "") -> contents.Guide:
    """What a citizen must know of a procedure. Raises `DeskError` for a code the catalogue does not have."""
    procedure = desk.catalogue.get(code)
    if procedure is None:
        raise DeskError(
            f"Không có thủ tục mã “{code[:40]}” trong danh mục.", "Tìm mã bằng “motcua procedures”."
        )
    return contents.Guide(procedure, day_of(desk.clock()), case)
