"""What each form is filled with: values of the model, frozen, one class a form.

Texts that are empty are left out, or leave dots to write on where the form has a place for them. Moments
are in +07:00. `request_number` is the office's own number of the paper ("12/HDHS"), given by its clerk.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sync.model.dossier import FeeLine, Intake, Officer, Paper, Person, ProcedureRef
from sync.model.procedure import Procedure


@dataclass(frozen=True, slots=True)
class Slip:
    """Mẫu 01. `qr_digits` is `sync.model.slip_code.encode`'s answer, `lookup` the 12 digits of
    `sync.model.lookup_code`, `pay` the text of a VietQR code for what is still to be paid, `pay_words` whom
    it pays; each may be empty.
    """

    intake: Intake
    qr_digits: str = ""
    lookup: str = ""
    pay: str = ""
    pay_words: str = ""


@dataclass(frozen=True, slots=True)
class Supplement:
    """Mẫu 02: `items` are what must be added or put right, `respond_by` the last day for it, if any."""

    intake: Intake
    items: tuple[str, ...]
    reason: str
    at: datetime
    officer: Officer
    request_number: str = ""
    contact: str = ""
    respond_by: date | None = None
    lookup: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Mẫu 03: an intake refused at the counter has no number yet."""

    applicant: Person
    procedure: ProcedureRef
    reasons: tuple[str, ...]
    at: datetime
    officer: Officer
    desk: int = 1
    number: str = ""
    subject: str = ""
    request_number: str = ""
    contact: str = ""
    lookup: str = ""
    form_set: str = ""


@dataclass(frozen=True, slots=True)
class Apology:
    """Mẫu 04: signed by the head of the office (`signer_title`, "CHỦ TỊCH"), not by the desk."""

    intake: Intake
    old_due: datetime
    new_due: datetime
    reason: str
    at: datetime
    signer_title: str = ""
    signer: str = ""
    number: str = ""
    request_number: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Stopping:
    """Mẫu 05 of TT 03/2025: `ground` why it is stopped, `legal_basis` the rule, `returned` papers given
    back, `money` what becomes of fees already paid.
    """

    intake: Intake
    ground: str
    stopped_at: datetime
    at: datetime
    legal_basis: str = ""
    stage: str = ""
    returned: tuple[Paper, ...] = ()
    money: str = ""
    signer_title: str = ""
    signer: str = ""
    number: str = ""
    request_number: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class HandOver:
    """One hand-over of a dossier: `at` None leaves dots; `result` early, on time or late, in words."""

    giver: str
    taker: str
    at: datetime | None = None
    result: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ControlSheet:
    """Mẫu 05 (TT 01/2018) or 06 (TT 03/2025): travels with the dossier; `empty` rows follow for hand use."""

    intake: Intake
    rows: tuple[HandOver, ...] = ()
    empty: int = 4
    resolver: str = ""
    partners: str = ""
    number: str = ""
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One dossier of the register. `order` continues over the volumes of a year; days None are white."""

    order: int
    number: str
    procedure: str
    owner: str
    received: date
    due: date | None = None
    sets: int = 1
    address: str = ""
    phone: str = ""
    resolver: str = ""
    forwarded: date | None = None
    result_received: date | None = None
    returned: date | None = None
    return_way: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """Mẫu 06 (TT 01/2018) or 07 (TT 03/2025). `bound`: a yearly book with cover, page numbers and closing
    line (`closed` the day it is closed); else an extract of the days from `first` to `last`.
    """

    rows: tuple[RegisterRow, ...]
    year: int
    first: date
    last: date
    at: date
    book: int = 1
    bound: bool = False
    closed: date | None = None
    keeper: str = ""
    signer: str = ""
    form_set: str = ""


@dataclass(frozen=True, slots=True)
class ResultReceipt:
    """Receipt for a result handed over: `taker` collects it; `result_number` and `summary` name the paper."""

    intake: Intake
    taker: Person
    officer: Officer
    at: datetime
    result: str = ""
    result_number: str = ""
    result_date: date | None = None
    summary: str = ""
    number: str = ""
    lookup: str = ""
    taken_for: str = ""


@dataclass(frozen=True, slots=True)
class HandOverLine:
    """One dossier of a hand-over list."""

    number: str
    procedure: str
    owner: str
    received_at: datetime
    due_at: datetime | None
    sets: int = 1
    address: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class HandOverList:
    """Dossiers that go to another office together, in two copies."""

    lines: tuple[HandOverLine, ...]
    giver_office: str
    taker_office: str
    at: datetime
    giver: str = ""
    taker: str = ""
    request_number: str = ""
    way: str = ""
    form_set: str = ""


@dataclass(frozen=True, slots=True)
class SubmittedLine:
    """One dossier of a list of those handed in together; `fee` in dong, None while it cannot be reckoned."""

    number: str
    procedure: str
    owner: str
    due_at: datetime | None
    sets: int = 1
    fee: int | None = 0


@dataclass(frozen=True, slots=True)
class SubmittedList:
    """What one citizen handed in at one time: a list beside the slips."""

    lines: tuple[SubmittedLine, ...]
    applicant: Person
    officer: Officer
    at: datetime
    desk: int = 1
    form_set: str = ""


@dataclass(frozen=True, slots=True)
class Guide:
    """What a citizen must know of a procedure before coming; `limit` in the words of the case asked for."""

    procedure: Procedure
    at: date
    case: str = ""
    form_set: str = ""


@dataclass(frozen=True, slots=True)
class CashConfirmation:
    """What was paid in cash, for the control of the till. It is no official receipt and has no serial."""

    payer: Person
    fees: tuple[FeeLine, ...]
    at: datetime
    officer: Officer
    number: str = ""
    procedure: ProcedureRef | None = None
    method: str = ""
    receipt_number: str = ""
    lookup: str = ""
    form_set: str = ""

    @property
    def total(self) -> int:
        """The sum in dong."""
        return sum(line.amount for line in self.fees)


@dataclass(frozen=True, slots=True)
class RatingForm:
    """An anonymous rating: field of procedures, desk and day, never a dossier or a person."""

    field: str = ""
    desk: int = 0
    day: date | None = None
    form_set: str = ""


@dataclass(frozen=True, slots=True)
class QueueTicket:
    """A turn in the queue: `turn` as called ("A012"), `ahead` how many wait before."""

    turn: str
    at: datetime
    desk: int = 0
    field: str = ""
    ahead: int | None = None
    form_set: str = ""


@dataclass(frozen=True, slots=True)
class DossierLabel:
    """The label on a dossier's cover."""

    intake: Intake
    qr_digits: str = ""
    lookup: str = ""
    number: str = ""
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ShiftLine:
    """What was taken in cash for one procedure: how often, and the sum in dong."""

    procedure: str
    payments: int
    amount: int


@dataclass(frozen=True, slots=True)
class OfficerWork:
    """What an officer recorded in a span of time: `acts` altogether, and how many of them of each sort.

    `refused`: at reception, where no dossier came of it.
    """

    officer: str
    acts: int
    received: int = 0
    returned: int = 0
    corrected: int = 0
    undone: int = 0
    annulled: int = 0
    refused: int = 0


@dataclass(frozen=True, slots=True)
class ShiftSummary:
    """The cash of a shift and what its officers did: procedures, sums and counts, nobody's name but the
    officers'. Amounts in dong."""

    lines: tuple[ShiftLine, ...]
    begin: datetime
    end: datetime
    expected: int
    counted: int
    officer: Officer
    desk: int = 1
    note: str = ""
    form_set: str = ""
    work: tuple[OfficerWork, ...] = ()


@dataclass(frozen=True, slots=True)
class DayTask:
    """A dossier to be dealt with: `why` in one sentence, `phone` to call."""

    number: str
    owner: str
    procedure: str
    phone: str
    why: str


@dataclass(frozen=True, slots=True)
class DayList:
    """What a desk has to do on a day, by title of the list, in the order of what to do first."""

    lists: tuple[tuple[str, tuple[DayTask, ...]], ...]
    at: datetime
    officer: str = ""
    desk: int = 1
    form_set: str = ""


Content = (
    Slip
    | Supplement
    | Refusal
    | Apology
    | Stopping
    | ControlSheet
    | Register
    | ResultReceipt
    | HandOverList
    | SubmittedList
    | Guide
    | CashConfirmation
    | RatingForm
    | QueueTicket
    | DossierLabel
    | ShiftSummary
    | DayList
)
