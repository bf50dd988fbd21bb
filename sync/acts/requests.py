"""An intake as an officer gives it, before it is checked against procedures, calendar and fees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sync.model.dossier import Paper, Person, Shown


@dataclass(frozen=True, slots=True)
class IntakeRequest:
    """One dossier to be received; the fields of the `receive` JSON.

    `papers` None: the procedure's required ones, one original each. `owner` None: the applicant.
    `due_at` is required with `due_reason` when the procedure's limit is unknown. `pages` and `copies`
    are for fees by the page, `amounts` (fee name, dong) for fees the province sets. `exemption` names
    the group that pays nothing. `return_to` is the address or e-mail the result goes to, where it is not the
    collector's own. `portal_at`: when the dossier was filed on the portal or came by post.
    `for_unit` is the unit that resolves it where that is another one, by its code, and `for_unit_name` its
    name (empty: as the center tells it). `representation` is the representative's right (of
    `REPRESENTATIONS`), `shown` the papers looked at and given back.
    """

    procedure: str
    applicant: Person
    case: str = ""
    owner: Person | None = None
    representative: Person | None = None
    payer: Person | None = None
    collector: Person | None = None
    papers: tuple[Paper, ...] | None = None
    return_by: str = "desk"
    return_to: str = ""
    note: str = ""
    subject: str = ""
    sets: int = 1
    pages: int | None = None
    copies: int | None = None
    exemption: str = ""
    amounts: tuple[tuple[str, int], ...] = ()
    due_at: datetime | None = None
    due_reason: str = ""
    channel: str = "desk"
    portal_number: str = ""
    portal_at: datetime | None = None
    representation: str = ""
    shown: tuple[Shown, ...] = ()
    for_unit: str = ""
    for_unit_name: str = ""
