"""Acting on dossiers, one or a selection: each act checked by its pure function, all in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desk_app.domain.act_request import ActFields
from desk_app.domain.mistakes import DeskError, Mistake
from desk_app.domain.rights import APPROVE, COUNTER, MONEY, READ, RECEIVE, SEAL, WORK
from desk_app.operations.act_rights import require_act, why_not_permitted
from desk_app.operations.acts import ACTS, Act
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.find import locate
from desk_app.operations.numbers import check_clock, settle_journal
from desk_app.operations.outcome import Changes, Outcome
from desk_app.operations.step_acts import ALL_ACTS
from sync.acts.counter import Taken
from sync.acts.move import Move
from sync.acts.returning import Handing, ReturnWarning, return_warnings
from sync.journal.ledger import Ledger
from sync.journal.own import Draft, Written
from sync.model.bodies import person_out
from sync.model.dossier import Dossier, Officer
from sync.model.entry import EntryRefused
from sync.model.moment import day_of

__all__ = [
    "ACTS",
    "Act",
    "Done",
    "Possible",
    "act_on",
    "acts_possible",
    "acts_possible_for_all",
    "bulk_act",
    "record_payment",
]
MOST_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Possible:
    """An act as a page offers it; `why_not` is the sentence to show where it may not be done now."""

    act: Act
    why_not: str

    @property
    def now(self) -> bool:
        """Whether it may be done now."""
        return not self.why_not


@dataclass(frozen=True, slots=True)
class Done:
    """What came of an act on one dossier of a selection: the dossier as it now stands, or the mistakes."""

    wanted: str | bytes
    dossier: Dossier | None
    mistakes: tuple[Mistake, ...] = ()

    @property
    def sentence(self) -> str:
        """The first mistake in words; empty when it was done."""
        return self.mistakes[0].message if self.mistakes else ""


@needs(READ)
def acts_possible(desk: Desk, dossier: Dossier) -> tuple[Possible, ...]:
    """Every act, in the order a page offers them, each possible now or with the reason why not: what stands
    with the dossier first, then what the roles of the one who is logged in do not allow."""
    return tuple(
        Possible(act, act.why_not(desk, dossier) or why_not_permitted(desk, act.name))
        for act in ACTS.values()
    )


@needs(READ)
def acts_possible_for_all(desk: Desk, names: Sequence[str]) -> tuple[Possible, ...]:
    """Acts of a whole selection, each with the reason why the one who is logged in may not do it."""
    return tuple(Possible(ACTS[name], why_not_permitted(desk, name)) for name in names)


@needs(COUNTER, WORK, APPROVE, SEAL, MONEY, RECEIVE)
def act_on(
    desk: Desk, wanted: str | bytes, name: str, given: Any, officer: Officer, *, date_confirmed: bool = False
) -> Outcome[Dossier]:
    """Does the act on the dossier of that number (or id); durable when it returns.

    `given` is the act's JSON object. Raises `DeskError` with the mistakes by field.
    """
    act = _named(name)
    require_act(desk, name)
    with desk.writing() as ledger:
        channel, dossier, move = _made(desk, ledger, wanted, act, given, officer)
        if not isinstance(move, Move):
            raise DeskError(f"Chưa làm được: {move[0].field}: {move[0].message}", "", move)
        drafts = [(channel, Draft(move.kind, move.body, dossier.id))]
        [written] = _write(desk, ledger, drafts, officer, date_confirmed=date_confirmed)
    return Outcome(written.dossiers[0], Changes(dossiers=True, sync=True))


@needs(COUNTER, WORK, APPROVE, SEAL, MONEY, RECEIVE)
def bulk_act(
    desk: Desk,
    wanted: Sequence[str | bytes],
    name: str,
    given: Any,
    officer: Officer,
    *,
    date_confirmed: bool = False,
) -> Outcome[tuple[Done, ...]]:
    """Does the act on every dossier of a selection where it may be done, in one transaction.

    The answers stand in the order of the selection; what may not be done has its mistakes and is left as it
    is. Raises `DeskError` for an unknown act, an empty or too large selection, and the store's troubles.
    """
    act = _named(name)
    require_act(desk, name)
    if not 1 <= len(wanted) <= MOST_AT_ONCE:
        raise DeskError(f"Mỗi lần chọn từ 1 đến {MOST_AT_ONCE} hồ sơ.")
    found: list[Done] = []
    drafts: list[tuple[str, Draft]] = []
    with desk.writing() as ledger:
        for one in dict.fromkeys(wanted):
            try:
                channel, dossier, move = _made(desk, ledger, one, act, given, officer)
            except DeskError as error:
                found.append(Done(one, None, error.mistakes or (Mistake("number", str(error)),)))
                continue
            if isinstance(move, Move):
                drafts.append((channel, Draft(move.kind, move.body, dossier.id)))
                found.append(Done(one, dossier))
            else:
                found.append(Done(one, None, move))
        if drafts:
            written = _write(desk, ledger, drafts, officer, date_confirmed=date_confirmed)
            now = {one.id: one for some in written for one in some.dossiers}
            found = [Done(one.wanted, now[one.dossier.id]) if one.dossier else one for one in found]
    changes = Changes(dossiers=True, sync=True) if drafts else Changes()
    return Outcome(tuple(found), changes)


@needs(COUNTER)
def return_result(
    desk: Desk, wanted: str | bytes, handing: Handing, officer: Officer, *, date_confirmed: bool = False
) -> Outcome[Dossier]:
    """Gives the result out. Raises `DeskError` with what stops it, by field."""
    done = return_results(desk, [(wanted, handing)], officer, date_confirmed=date_confirmed)
    return Outcome(done.value[0], done.changes)


@needs(COUNTER)
def return_results(
    desk: Desk,
    handings: Sequence[tuple[str | bytes, Handing]],
    officer: Officer,
    *,
    date_confirmed: bool = False,
) -> Outcome[tuple[Dossier, ...]]:
    """Gives several results out in one transaction, all of them or none. Raises `DeskError` with what stops
    the first that may not be given."""
    drafts: list[tuple[str, Draft]] = []
    with desk.writing() as ledger:
        for wanted, handing in handings:
            channel, dossier, move = _made(desk, ledger, wanted, ACTS["return"], _said(handing), officer)
            if not isinstance(move, Move):
                raise DeskError(f"Chưa trả được: {move[0].message}", "", move)
            drafts.append((channel, Draft(move.kind, move.body, dossier.id)))
        written = _write(desk, ledger, drafts, officer, date_confirmed=date_confirmed)
    now = {one.id: one for some in written for one in some.dossiers}
    done = tuple(now[draft.dossier] for _, draft in drafts)
    return Outcome(done, Changes(dossiers=True, sync=True))


def _said(handing: Handing) -> dict[str, Any]:
    """A handing as the act's JSON object."""
    given: dict[str, Any] = {
        name: getattr(handing, name)
        for name in ("relation", "checked", "authority", "slip", "reason", "signed", "originals_back")
    }
    given |= {"collector": person_out(handing.collector), "post_code": handing.post_code}
    return given | {"slip_issue": handing.slip_issue}


@needs(READ)
def warnings_of(desk: Desk, wanted: str | bytes, handing: Handing) -> tuple[ReturnWarning, ...]:
    """What speaks against giving the result out, asked before it is done."""
    with desk.reading() as ledger:
        channel, dossier_id = locate(desk, wanted)
        dossier = ledger.dossier(channel, dossier_id)
    return return_warnings(dossier, handing) if dossier else ()


@needs(MONEY)
def record_payment(
    desk: Desk, wanted: str | bytes, taken: Taken, officer: Officer, *, date_confirmed: bool = False
) -> Outcome[Dossier]:
    """Money taken for a dossier. Raises `DeskError` with the mistakes by field."""
    given = {
        "amount": taken.amount,
        "way": taken.way,
        "payer": taken.payer,
        "lines": list(taken.lines),
        "proof": taken.proof,
    }
    return act_on(desk, wanted, "payment", given, officer, date_confirmed=date_confirmed)


def _named(name: str) -> Act:
    act = ALL_ACTS.get(name)
    if act is None:
        raise DeskError(f"Không có việc “{name[:40]}”.", f"Các việc: {', '.join(ALL_ACTS)}.")
    return act


def _made(
    desk: Desk, ledger: Ledger, wanted: str | bytes, act: Act, given: Any, officer: Officer
) -> tuple[str, Dossier, Move | tuple[Mistake, ...]]:
    """Channel, dossier and the entry to be written, or the mistakes."""
    fields = ActFields(given)
    channel, dossier_id = locate(desk, wanted)
    dossier = ledger.dossier(channel, dossier_id)
    if dossier is None:
        raise DeskError("Hồ sơ có trong danh sách nhưng không có trong sổ gốc.", "Chạy “motcua verify”.")
    made = act.make(desk, dossier, fields, officer)
    mistakes = fields.mistakes or fields.unknown(act.title)
    if mistakes:
        return channel, dossier, mistakes
    return channel, dossier, made


def _write(
    desk: Desk, ledger: Ledger, drafts: Sequence[tuple[str, Draft]], officer: Officer, *, date_confirmed: bool
) -> list[Written]:
    """Writes the entries, those of a channel at once."""
    # Read under the lock: whoever held it before us has committed no later than this.
    now = desk.clock()
    own = settle_journal(desk, ledger)
    check_clock(desk, ledger, own, officer, now, confirmed=date_confirmed)
    by_channel: dict[str, list[Draft]] = {}
    for channel, draft in drafts:
        by_channel.setdefault(channel, []).append(draft)
    try:
        return [own.append(name, some, day_of(now).toordinal()) for name, some in by_channel.items()]
    except EntryRefused as error:
        raise DeskError("Nội dung dài quá mức lưu được.", "Viết ngắn lại.") from error
