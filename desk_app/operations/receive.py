"""Receiving dossiers: durable first, then the paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from desk_app.domain.mistakes import DeskError, Mistake
from desk_app.domain.rights import RECEIVE
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.numbers import check_clock, issue_number, settle_journal
from desk_app.operations.outcome import Changes, Outcome
from desk_app.operations.slips import write_slip
from desk_app.operations.troubles import in_words
from desk_app.operations.units import addressed
from desk_app.store.driver import StoreTrouble
from desk_app.store.tables import tables_of
from sync.acts.counter import Taken, finish, locate, record_payment
from sync.acts.doubts import doubts
from sync.acts.move import Made, Move
from sync.acts.receive import Prepared, prepare_intake
from sync.acts.requests import IntakeRequest
from sync.acts.returning import Handing, give_out
from sync.journal.own import Draft
from sync.model import kinds
from sync.model.bodies import intake_out
from sync.model.dossier import Dossier, Intake, Officer, Payment
from sync.model.entry import DOSSIER_BYTES, EntryRefused
from sync.model.moment import day_of
from sync.model.status import Status

MOST_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Received:
    """A received dossier, durable by the time anyone sees this. `slip` is its PDF; None where none was
    asked for, or it could not be written (then `slip_problem` says why; it can be printed at any time)."""

    dossier_id: bytes
    number: str
    received_at: datetime
    due_at: datetime
    fee: int
    fees_open: tuple[str, ...]
    slip: Path | None
    slip_problem: str = ""


@needs(RECEIVE)
def preview(desk: Desk, request: IntakeRequest, officer: Officer) -> Prepared:
    """What F9 would receive now, and what in it is odd; writes nothing. The intake's number is empty."""
    prepared = prepare_intake(
        addressed(desk, request),
        desk.catalogue.get(request.procedure),
        calendar=desk.calendar,
        terms=desk.settings.terms,
        officer=officer,
        now=desk.clock(),
    )
    return replace(prepared, doubts=doubts(request, desk.clock()))


@dataclass(frozen=True, slots=True)
class AtOnce:
    """What happens in the same breath as the reception: money taken, the place the papers are laid, and for a
    matter settled on the spot its `result` and how it is given out (None: it is not)."""

    payment: Taken | None = None
    place: str = ""
    handing: Handing | None = None
    result: str = ""


@dataclass(frozen=True, slots=True)
class _Batch:
    """What one transaction receives: `ids`, `intakes` and what goes with each (`more`), side by side.
    `drafts`: keys of what was typed for them."""

    ids: Sequence[bytes]
    intakes: Sequence[Intake]
    more: Sequence[AtOnce]
    officer: Officer
    date_confirmed: bool
    drafts: Sequence[str]


@needs(RECEIVE)
def receive(
    desk: Desk,
    requests: Sequence[IntakeRequest],
    officer: Officer,
    *,
    date_confirmed: bool = False,
    and_return: bool = False,
    at_once: Sequence[AtOnce] = (),
    drafts: Sequence[str] = (),
    files: bool = True,
) -> Outcome[tuple[Received, ...]]:
    """Receives all of the requests or none: everything in one durable transaction, then the slips.

    `files` writes each slip as a PDF, in the clear, where a caller wants one (`clear_papers` takes it away a
    day later); the window's slips are drawn from the store when they are printed, and lie on no disk.

    `at_once` stands beside `requests` (or is empty). `and_return` gives each result out on the spot
    (received, done and returned), to the applicant where `at_once` names nobody else. `drafts`: keys of what
    was typed for them, gone in that same transaction. Raises `DeskError`, with the mistakes by field
    (``[2].applicant.full_name`` when several are received).
    """
    if not requests or len(requests) > MOST_AT_ONCE:
        raise DeskError(f"Mỗi lần tiếp nhận từ 1 đến {MOST_AT_ONCE} hồ sơ.")
    if not desk.store.room().for_one_more:
        raise in_words(StoreTrouble("full"))
    intakes = _prepared(desk, requests, officer)
    more = _at_once(desk, intakes, at_once, officer, and_return=and_return)
    ids = tuple(desk.entropy(DOSSIER_BYTES) for _ in intakes)
    batch = _Batch(ids, intakes, more, officer, date_confirmed, drafts)
    try:
        dossiers = _commit(desk, batch)
    except StoreTrouble as trouble:
        if trouble.kind not in ("io", "busy", "full"):
            raise in_words(trouble) from trouble
        dossiers = _after_trouble(desk, batch)
    changes = Changes(dossiers=True, sync=True, drafts=bool(drafts))
    return Outcome(tuple(_with_slip(desk, one, files=files) for one in dossiers), changes)


def _prepared(desk: Desk, requests: Sequence[IntakeRequest], officer: Officer) -> list[Intake]:
    intakes: list[Intake] = []
    mistakes: list[Mistake] = []
    for at, request in enumerate(requests):
        prepared = preview(desk, request, officer)
        place = f"[{at}]." if len(requests) > 1 else ""
        mistakes += [Mistake(place + one.field, one.message) for one in prepared.mistakes]
        if prepared.intake is not None:
            intakes.append(prepared.intake)
    if mistakes:
        first = mistakes[0]
        raise DeskError(f"Chưa tiếp nhận được: {first.field}: {first.message}", "", mistakes)
    return intakes


def _at_once(
    desk: Desk, intakes: Sequence[Intake], given: Sequence[AtOnce], officer: Officer, *, and_return: bool
) -> list[AtOnce]:
    """What goes with each intake. Raises `DeskError` before anything is written."""
    if given and len(given) != len(intakes):
        raise ValueError("at_once: not beside the requests")
    found: list[AtOnce] = []
    mistakes: list[Mistake] = []
    for at, intake in enumerate(intakes):
        one = given[at] if given else AtOnce()
        if and_return and one.handing is None:
            one = replace(one, handing=Handing(intake.applicant))
        made = _moves(desk, intake, one, officer, desk.clock())
        place = f"[{at}]." if len(intakes) > 1 else ""
        mistakes += [Mistake(place + one.field, one.message) for one in made if isinstance(one, Mistake)]
        found.append(one)
    if mistakes:
        first = mistakes[0]
        raise DeskError(f"Chưa tiếp nhận được: {first.field}: {first.message}", "", mistakes)
    return found


def _moves(desk: Desk, intake: Intake, more: AtOnce, officer: Officer, now: datetime) -> list[Move | Mistake]:
    """The entries that follow the reception at once, or what is wrong with them."""
    dossier = Dossier(b"", intake.unit, Status.RECEIVED, intake, intake.number, intake.due_at)
    made: list[Made] = []
    if more.payment is not None:
        made.append(record_payment(dossier, more.payment, desk.calendar, officer=officer, now=now))
        dossier = replace(dossier, payments=(Payment(now, more.payment.amount, more.payment.way),))
    if more.place:
        made.append(locate(dossier, more.place, officer=officer, now=now))
    if more.handing is not None:
        made.append(finish(dossier, more.result, officer=officer, now=now))
        done = replace(dossier, status=Status.DONE, ready_at=now)
        made.append(give_out(done, more.handing, officer=officer, now=now))
    return [one for some in made for one in (some if isinstance(some, tuple) else (some,))]


def _commit(desk: Desk, batch: _Batch) -> list[Dossier]:
    with desk.store.transaction() as ledger:
        # Read under the lock: whoever held it before us has committed no later than this.
        now = desk.clock()
        own = settle_journal(desk, ledger)
        check_clock(desk, ledger, own, batch.officer, now, confirmed=batch.date_confirmed)
        drafts: list[Draft] = []
        for dossier, intake, also in zip(batch.ids, batch.intakes, batch.more, strict=True):
            number = issue_number(desk, ledger, own, day_of(intake.received_at), dossier)
            drafts.append(Draft(kinds.RECEIVED, intake_out(replace(intake, number=number)), dossier))
            moves = _moves(desk, intake, also, batch.officer, now)
            drafts += [Draft(one.kind, one.body, dossier) for one in moves if isinstance(one, Move)]
        try:
            written = own.append(desk.settings.channel, drafts, day_of(now).toordinal())
        except EntryRefused as error:
            raise DeskError(
                "Hồ sơ dài quá mức lưu được.", "Bớt nội dung ghi chú hoặc tên giấy tờ."
            ) from error
        # Here and not after: a power cut in between would offer what is received for receiving again.
        for key in batch.drafts:
            tables_of(ledger).drop_draft(key, batch.officer.id)
    by_id = {one.id: one for one in written.dossiers}
    return [by_id[one] for one in batch.ids]


def _after_trouble(desk: Desk, batch: _Batch) -> list[Dossier]:
    """The connection is new by now: a commit that did hold counts, else it is tried once more."""
    try:
        with desk.store.transaction() as ledger:
            held = [ledger.dossier(desk.settings.channel, one) for one in batch.ids]
        found = [one for one in held if one is not None]
        if len(found) == len(batch.ids):
            return found
        return _commit(desk, batch)
    except StoreTrouble as trouble:
        raise in_words(trouble) from trouble


def _with_slip(desk: Desk, dossier: Dossier, *, files: bool) -> Received:
    intake = dossier.intake
    assert intake is not None
    slip, problem = None, ""
    try:
        slip = write_slip(desk, dossier) if files else None
    except OSError:
        problem = "Hồ sơ đã lưu nhưng chưa ghi được tệp phiếu; in lại phiếu khi ổ đĩa còn chỗ trống."
    return Received(
        dossier.id,
        dossier.number,
        intake.received_at,
        intake.due_at,
        intake.fee,
        intake.fees_open,
        slip,
        problem,
    )
