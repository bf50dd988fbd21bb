"""Receiving dossiers: durable first, then the paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from desk_app.domain.mistakes import DeskError, Mistake
from desk_app.operations.desk import Desk
from desk_app.operations.numbers import check_clock, issue_number, settle_journal
from desk_app.operations.outcome import Changes, Outcome
from desk_app.operations.slips import write_slip
from desk_app.operations.troubles import in_words
from desk_app.store.driver import StoreTrouble
from desk_app.store.store import RESERVED_BYTES
from sync.acts.receive import Prepared, prepare_intake
from sync.acts.requests import IntakeRequest
from sync.journal.own import Draft
from sync.model import kinds
from sync.model.bodies import intake_out
from sync.model.dossier import Dossier, Intake, Officer
from sync.model.entry import DOSSIER_BYTES, EntryRefused
from sync.model.moment import day_of

MOST_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Received:
    """A received dossier, durable by the time anyone sees this. `slip` is its PDF; None when it could not be
    written (then `slip_problem` says why, and it can be printed again at any time)."""

    dossier_id: bytes
    number: str
    received_at: datetime
    due_at: datetime
    fee: int
    fees_open: tuple[str, ...]
    slip: Path | None
    slip_problem: str = ""


def preview(desk: Desk, request: IntakeRequest, officer: Officer) -> Prepared:
    """What F9 would receive now; writes nothing. The intake's number is empty."""
    return prepare_intake(
        request,
        desk.catalogue.get(request.procedure),
        calendar=desk.calendar,
        terms=desk.settings.terms,
        officer=officer,
        now=desk.clock(),
    )


def receive(
    desk: Desk, requests: Sequence[IntakeRequest], officer: Officer, *, date_confirmed: bool = False
) -> Outcome[tuple[Received, ...]]:
    """Receives all of the requests or none: everything in one durable transaction, then the slips.

    Raises `DeskError`, with the mistakes by field (``[2].applicant.full_name`` when several are received).
    """
    if not requests or len(requests) > MOST_AT_ONCE:
        raise DeskError(f"Mỗi lần tiếp nhận từ 1 đến {MOST_AT_ONCE} hồ sơ.")
    if desk.store.free_bytes() < RESERVED_BYTES:
        raise in_words(StoreTrouble("full"))
    intakes = _prepared(desk, requests, officer)
    ids = [desk.entropy(DOSSIER_BYTES) for _ in intakes]
    try:
        dossiers = _commit(desk, ids, intakes, officer, date_confirmed=date_confirmed)
    except StoreTrouble as trouble:
        if trouble.kind not in ("io", "busy"):
            raise in_words(trouble) from trouble
        dossiers = _after_trouble(desk, ids, intakes, officer, date_confirmed=date_confirmed)
    return Outcome(tuple(_with_slip(desk, one) for one in dossiers), Changes(dossiers=True, sync=True))


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


def _commit(
    desk: Desk, ids: Sequence[bytes], intakes: Sequence[Intake], officer: Officer, *, date_confirmed: bool
) -> list[Dossier]:
    with desk.store.transaction() as ledger:
        # Read under the lock: whoever held it before us has committed no later than this.
        now = desk.clock()
        own = settle_journal(desk, ledger)
        check_clock(desk, ledger, own, officer, now, confirmed=date_confirmed)
        drafts: list[Draft] = []
        for dossier, intake in zip(ids, intakes, strict=True):
            number = issue_number(desk, ledger, own, day_of(intake.received_at), dossier)
            drafts.append(Draft(kinds.RECEIVED, intake_out(replace(intake, number=number)), dossier))
        try:
            written = own.append(desk.settings.channel, drafts, day_of(now).toordinal())
        except EntryRefused as error:
            raise DeskError(
                "Hồ sơ dài quá mức lưu được.", "Bớt nội dung ghi chú hoặc tên giấy tờ."
            ) from error
    by_id = {one.id: one for one in written.dossiers}
    return [by_id[one] for one in ids]


def _after_trouble(
    desk: Desk, ids: Sequence[bytes], intakes: Sequence[Intake], officer: Officer, *, date_confirmed: bool
) -> list[Dossier]:
    """The connection is new by now: a commit that did hold counts, else it is tried once more."""
    try:
        with desk.store.transaction() as ledger:
            held = [ledger.dossier(desk.settings.channel, one) for one in ids]
        found = [one for one in held if one is not None]
        if len(found) == len(ids):
            return found
        return _commit(desk, ids, intakes, officer, date_confirmed=date_confirmed)
    except StoreTrouble as trouble:
        raise in_words(trouble) from trouble


def _with_slip(desk: Desk, dossier: Dossier) -> Received:
    intake = dossier.intake
    assert intake is not None
    slip, problem = None, ""
    try:
        slip = write_slip(desk, dossier)
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
