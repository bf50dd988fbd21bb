"""Refusing at reception: Mẫu 03 of TT 03/2025 is given to the citizen, and no dossier comes of it.

National status 3, "Không được tiếp nhận". The refusal is recorded by itself: it has no number, and there is
nothing to act on afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sync.acts.mistakes import Mistake
from sync.acts.move import Checked, Made, lines, written
from sync.acts.receive import MAX_ADDRESS, MAX_SHORT, Terms, clean_person
from sync.acts.requests import IntakeRequest
from sync.model import kinds
from sync.model.bodies import person_out, procedure_out
from sync.model.dossier import Officer, ProcedureRef
from sync.model.procedure import Procedure


@dataclass(frozen=True, slots=True)
class RefusalRequest:
    """What was asked for at the counter, and why it is not received."""

    request: IntakeRequest
    reasons: tuple[str, ...]


def refuse(
    asked: RefusalRequest,
    procedure: Procedure | None,
    name: str,
    *,
    terms: Terms,
    officer: Officer,
    now: datetime,
) -> Made:
    """The entry of a refusal under its own `name`; `procedure` None when the code is unknown.

    Only who asked, for what, and at least one reason are needed: papers, fees and due times are of dossiers.
    """
    request, say, wrong = asked.request, Checked(), list[Mistake]()
    applicant = clean_person(request.applicant, "applicant", now, wrong)
    if procedure is None:
        said = f"Không có thủ tục mã “{request.procedure[:40]}” trong danh mục."
        wrong.append(Mistake("procedure", said))
    reasons = lines(asked.reasons, "reasons", "lý do từ chối")
    subject = say.line(request.subject, "subject", longest=MAX_ADDRESS)
    case = say.line(request.case, "case", longest=MAX_SHORT)
    mistakes = (*wrong, *(one for one in reasons if isinstance(one, Mistake)), *say.mistakes)
    if mistakes or procedure is None:
        return mistakes
    ref = ProcedureRef(
        procedure.code, procedure.name, procedure.field, case, procedure.version, procedure.result
    )
    return written(
        kinds.REFUSED,
        officer,
        now,
        id=name,
        desk=terms.desk,
        procedure=procedure_out(ref),
        applicant=person_out(applicant),
        subject=subject,
        reasons=_each_once(reasons),
        form_set=terms.form_set,
    )


def _each_once(reasons: Sequence[str | Mistake]) -> list[str | Mistake]:
    return list(dict.fromkeys(reasons))
