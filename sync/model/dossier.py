"""A dossier as values: what the ``received`` entry froze, and what the fold made of all its entries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from sync.model.status import Status
from sync.model.work import NO_WORK, Work

if TYPE_CHECKING:
    from sync.model.scan import Scan

PERSON_KINDS = ("person", "organisation", "agency")
ID_KINDS = ("citizen_card", "old_card", "passport", "tax_code")
GENDERS = ("Nam", "Nữ")
ROLES = ("applicant", "owner", "representative", "payer", "collector")
REPRESENTATIONS = ("authorised", "relative", "parent", "guardian", "legal", "introduced")
"""By a certified authorisation; as a close relative with a plain one; as a minor's parent; as a guardian; as
an organisation's head by law; with its letter of introduction."""
SHOWN_PAPERS = ("identity", "vneid", "authorisation", "kinship", "guardianship", "introduction")
"""What is shown at the counter and taken back: looked at, never kept or scanned."""
RETURN_WAYS = ("desk", "post", "online")
RECEPTION_CHANNELS = ("desk", "post", "online")
PAYMENT_WAYS = ("cash", "transfer", "vietqr")
RELATIONS = ("self", "representative", "authorised", "post", "lost-slip")
"""Who collects: the owner or applicant, the representative, someone authorised, the post, or a known citizen
whose slip is lost."""
SLIPS_SEEN = ("shown", "lost")
SIGNATURES = ("paper", "screen")


@dataclass(frozen=True, slots=True)
class Person:
    """Owner, applicant, representative, payer or collector: five roles, one shape.

    `gender` is one of `GENDERS` or empty; `id_kind` one of `ID_KINDS` or empty with `id_number`. `address` is
    the text on paper; `commune` the five-digit code of the commune it lies in, where that is known.
    """

    full_name: str
    id_number: str = ""
    id_kind: str = ""
    kind: str = "person"
    date_of_birth: date | None = None
    gender: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    commune: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A paper of `SHOWN_PAPERS` that the person of a role (of `ROLES`) showed and took back."""

    role: str
    paper: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper the citizen handed in, with how many of each sort."""

    name: str
    originals: int = 0
    certified_copies: int = 0
    copies: int = 0


@dataclass(frozen=True, slots=True)
class FeeLine:
    """One fee of a dossier, in dong; `kind` is ``phi`` or ``le_phi``."""

    name: str
    amount: int
    kind: str = "phi"


@dataclass(frozen=True, slots=True)
class Officer:
    """The officer who acted: a stable id of the unit and the name at the time."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ProcedureRef:
    """The procedure as it stood at reception (`version` of the catalogue it was read from)."""

    code: str
    name: str
    field: str = ""
    case: str = ""
    version: str = ""
    result: str = ""


@dataclass(frozen=True, slots=True)
class Intake:
    """What the ``received`` entry freezes for ever; later law, calendars and catalogues do not touch it.

    `limit` is text of `sync.model.limit` ("3 ngày làm việc", "trong ngày") or empty when the
    procedure names none and the officer gave the due time with `due_reason`. `fee_exemption` is the
    reason nothing (or less) is due, `fees_open` the names of fees that could not be reckoned yet (their
    amount is the province's, or pages were not counted). `portal_number` and `portal_at` are set when
    the dossier came from the national portal; by post, `portal_at` is when the letter came. `return_to` is
    the address (post) or e-mail (online) the result goes to, where it is not the collector's own.
    `representation` is one of `REPRESENTATIONS` or empty: by what right the representative acts. `shown` are
    the papers that were looked at and given back. `form_set` names the forms in force ("TT 03/2025").
    `for_unit` is the code of the unit that resolves it where that is another one ("phi địa giới"), and
    `for_unit_name` its name; both empty: this unit.
    """

    number: str
    received_at: datetime
    due_at: datetime
    procedure: ProcedureRef
    owner: Person
    applicant: Person
    officer: Officer
    desk: int
    unit: str
    representative: Person | None = None
    payer: Person | None = None
    collector: Person | None = None
    papers: tuple[Paper, ...] = ()
    fees: tuple[FeeLine, ...] = ()
    fee_exemption: str = ""
    fees_open: tuple[str, ...] = ()
    sets: int = 1
    subject: str = ""
    return_by: str = "desk"
    return_to: str = ""
    channel: str = "desk"
    portal_number: str = ""
    portal_at: datetime | None = None
    limit: str = ""
    due_reason: str = ""
    policy: str = "P1"
    calendar: str = ""
    form_set: str = ""
    note: str = ""
    representation: str = ""
    shown: tuple[Shown, ...] = ()
    for_unit: str = ""
    for_unit_name: str = ""

    @property
    def fee(self) -> int:
        """The whole fee in dong."""
        return sum(line.amount for line in self.fees)


@dataclass(frozen=True, slots=True)
class Payment:
    """Money taken for a dossier, in dong; `lines` names the fees it is for (empty: all of them).

    `proof` is what was seen of a transfer (its reference), `received_by` who took it, `entry` the entry's
    digest in hex, by which it can be undone, `node` the writer's id in hex.
    """

    at: datetime
    amount: int
    way: str
    payer: str = ""
    lines: tuple[str, ...] = ()
    proof: str = ""
    received_by: str = ""
    entry: str = ""
    node: str = ""


@dataclass(frozen=True, slots=True)
class Away:
    """Where a dossier is that left the unit it was received in: the unit's code (empty: the center) and name.

    `sent_at` it was sent there, `accepted_at` that unit had it (None: not said yet), `back_at` the unit sent
    it home again.
    """

    unit: str
    name: str
    sent_at: datetime
    accepted_at: datetime | None = None
    back_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Arrived:
    """The result as it came to the desk: its own number and date, and from where."""

    at: datetime
    number: str = ""
    date: date | None = None
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """How the result was given out. All but `at` may be empty: an entry need not say it.

    `relation` is one of `RELATIONS`, `slip` of `SLIPS_SEEN`, `signed` of `SIGNATURES`; `checked` names
    the paper by which the collector was known, `authority` the authorisation shown, `originals_back` counts
    the originals given back, `post_code` is the posted letter's.
    """

    at: datetime
    collector: Person | None = None
    relation: str = ""
    checked: str = ""
    authority: str = ""
    slip: str = ""
    reason: str = ""
    signed: str = ""
    originals_back: int = 0
    post_code: str = ""


@dataclass(frozen=True, slots=True)
class Annulled:
    """A mistaken or double intake, annulled; `instead_of` is the number of the dossier that stands."""

    at: datetime
    reason: str
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class Purged:
    """That a dossier was deleted at the end of its term: when, by whom, by which rule and decision.

    `outcome` is how it had ended, as figures count it (`sync.reports.facts`)."""

    at: datetime
    by: Officer
    rule: str
    law: str
    reason: str
    outcome: str = ""


ANNULLED_LABEL = "Đã hủy tiếp nhận"
PURGED_LABEL = "Đã hủy theo thời hạn bảo quản"


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a dossier's history: who did what when, in words for people.

    `act` is the entry's kind; `node` the writer's id in hex; `entry` the entry's digest in hex. `details`
    is what the body of an act says besides who and when (the items of a supplement, the old and new due
    time of an apology): plain JSON values, empty for the reception itself. `carried`: it is known only from
    the one who carried it; no seal of its writer proves it here.
    """

    at: datetime
    act: str
    officer: Officer
    unit: str
    node: str
    text: str
    entry: str
    effective: bool = True
    details: Mapping[str, object] = field(default_factory=dict, compare=True, hash=False)
    carried: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Dossier:
    """The fold of a dossier's entries.

    `id` is the 128-bit identity minted at the first entry (16 bytes); the number is only its
    name on paper. `intake` and `due_at` are what is now in force: a correction freezes a whole new intake
    under the same number and reception time and counts `issue` up (0: the first slip). `renewed` is
    the due time before and after the one apology. `flags` are short words for a person to look at:
    ``conflict``, ``newer-program``, ``unreadable``, ``no-intake``, ``role``, ``rebuilt`` (only what a slip's
    code says is known), ``paid-twice`` (two desks took money for the same fee), ``not-permitted``; between
    units ``units-disagree``, ``decided-while-withdrawn``, ``accepted-too-late``, ``sent-twice``,
    ``accepted-twice``, ``recalled`` (entries of a revoked machine do not count), ``not-genuine`` (something
    carried here is not its writer's); between people who work on it those of `sync.model.flag_words`.

    `holder` has the papers now and `place` is where they lie (both empty: here, or not said). `status_since`
    is when the status was entered, `ended_at` when its time limit ended (with the result, not with the
    citizen's coming for it; None while it is open), `ready_at` when the result lay at the desk, ready to be
    collected: the moment it arrived, or was finished by a desk itself. `demanded`: what a demand for payment
    asks, in dong. An annulled intake keeps its number and status; it counts nowhere.
    `unit` is the unit it was received in, whose channel is its home; `sent_to` are the other units that are
    to have it, in the order they were named, and `away` is where it is while it is not at home.
    `scans` are those attached and not taken off again, in the order of the fold; `detached` were taken off,
    but stay a part of the record. `purged`: it was deleted at the end of its term, and names nobody any more.
    """

    id: bytes
    unit: str
    status: Status
    intake: Intake | None
    number: str
    due_at: datetime | None
    history: tuple[Event, ...] = ()
    flags: tuple[str, ...] = ()
    result: str = ""
    reason: str = ""
    ended_at: datetime | None = None
    issue: int = 0
    renewed: tuple[datetime, datetime] | None = None
    status_since: datetime | None = None
    holder: str = ""
    place: str = ""
    payments: tuple[Payment, ...] = ()
    demanded: int = 0
    arrived: Arrived | None = None
    ready_at: datetime | None = None
    returned: Returned | None = None
    annulled: Annulled | None = None
    tips: tuple[bytes, ...] = field(default=(), repr=False)
    height: int = 0
    scans: tuple[Scan, ...] = ()
    detached: tuple[Scan, ...] = ()
    sent_to: tuple[str, ...] = ()
    away: Away | None = None
    work: Work = NO_WORK
    purged: Purged | None = None

    @property
    def paid(self) -> int:
        """What was paid altogether, in dong; no more than JSON's whole numbers hold."""
        return min(sum(one.amount for one in self.payments), 2**53)

    @property
    def label(self) -> str:
        """The state in Vietnamese, as screens and papers name it."""
        if self.purged is not None:
            return PURGED_LABEL
        return ANNULLED_LABEL if self.annulled else self.status.label
