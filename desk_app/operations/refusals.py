"""Refusing at reception: recorded first, then Mẫu 03; every refusal can be listed and printed again."""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from desk_app.documents import contents
from desk_app.domain.mistakes import DeskError, Mistake
from desk_app.domain.rights import PRINT, READ, RECEIVE
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.numbers import check_clock, settle_journal
from desk_app.operations.outcome import Changes, Outcome
from desk_app.operations.troubles import in_words
from desk_app.operations.unit_words import LAST_DAY, said_of_kind
from desk_app.store.driver import StoreTrouble
from desk_app.store.store import write_atomically
from desk_app.store.tables import tables_of
from sync.acts.move import Move
from sync.acts.refusing import RefusalRequest
from sync.acts.refusing import refuse as refused_entry
from sync.journal.own import Draft
from sync.model import kinds
from sync.model.act_bodies import Refused, refused_in
from sync.model.bodies import Unreadable, unpack
from sync.model.dossier import Officer
from sync.model.entry import EntryRefused
from sync.model.moment import day_of

MOST_AT_ONCE: Final = 100
_NAME = re.compile(r"TC-[A-Z2-7]{8}\Z")
_NAME_BYTES = 5


def is_refusal(name: str) -> bool:
    """Whether a text is the name of a refusal (``TC-`` and 8 letters or digits), not a dossier's number."""
    return _NAME.match(name.strip().upper()) is not None


@needs(RECEIVE)
def refuse(
    desk: Desk,
    asked: Sequence[RefusalRequest],
    officer: Officer,
    *,
    date_confirmed: bool = False,
    drafts: Sequence[str] = (),
) -> Outcome[tuple[Refused, ...]]:
    """Records all of the refusals or none; durable on return. `drafts`: keys of what was typed for them, gone
    in that same transaction. Raises `DeskError` with the mistakes by field (``[2].reasons`` of several).
    """
    if not asked or len(asked) > MOST_AT_ONCE:
        raise DeskError(f"Mỗi lần từ chối từ 1 đến {MOST_AT_ONCE} trường hợp.")
    if not desk.store.room().for_one_more:
        raise in_words(StoreTrouble("full"))
    with desk.writing() as ledger:
        now = desk.clock()
        moves: list[Move] = []
        mistakes: list[Mistake] = []
        for at, one in enumerate(asked):
            name = f"TC-{base64.b32encode(desk.entropy(_NAME_BYTES)).decode('ascii')}"
            procedure = desk.catalogue.get(one.request.procedure)
            made = refused_entry(one, procedure, name, terms=desk.settings.terms, officer=officer, now=now)
            if isinstance(made, Move):
                moves.append(made)
                continue
            place = f"[{at}]." if len(asked) > 1 else ""
            mistakes += (Mistake(f"{place}{wrong.field}", wrong.message) for wrong in made)
        if mistakes:
            raise DeskError(f"Chưa từ chối được: {mistakes[0].message}", "", mistakes)
        own = settle_journal(desk, ledger)
        check_clock(desk, ledger, own, officer, now, confirmed=date_confirmed)
        entries = [Draft(one.kind, one.body) for one in moves]
        try:
            own.append(desk.settings.channel, entries, day_of(now).toordinal())
        except EntryRefused as error:
            raise DeskError("Lý do từ chối dài quá mức lưu được.", "Viết lý do ngắn lại.") from error
        for key in drafts:
            tables_of(ledger).drop_draft(key, officer.id)
    done = tuple(refused_in(unpack(one.body)) for one in moves)
    return Outcome(done, Changes(dossiers=True, drafts=bool(drafts), sync=True))


@needs(RECEIVE, READ)
def refusals(desk: Desk, first: date, last: date) -> list[Refused]:
    """The unit's refusals at reception of some days, the newest first."""
    return _refusals(desk, first.toordinal(), last.toordinal())


def _refusals(desk: Desk, first: int, last: int) -> list[Refused]:
    with desk.reading() as ledger:
        said = said_of_kind(desk, ledger, kinds.REFUSED, first, last)
    found: list[Refused] = []
    for _entry, body in said:
        try:
            found.append(refused_in(body))
        except Unreadable:
            continue  # kept, passed on, without effect
    found.reverse()  # of one minute the later first
    return sorted(found, key=lambda one: one.at, reverse=True)


@needs(PRINT)
def refusal_again(desk: Desk, name: str) -> contents.Refusal:
    """What Mẫu 03 of a refusal says, from the journal. Raises `DeskError` for a name there is none of."""
    wanted = name.strip().upper()
    found = next((one for one in _refusals(desk, 0, LAST_DAY) if one.id == wanted), None)
    if found is None:
        raise DeskError(
            f"Không có lần từ chối tiếp nhận nào mang mã {wanted[:20]}.", "Xem lại mã trên phiếu."
        )
    return contents.Refusal(
        found.applicant,
        found.procedure,
        found.reasons,
        found.at,
        found.by,
        desk=found.desk,
        subject=found.subject,
        request_number=found.id,
        form_set=found.form_set,
    )


@needs(RECEIVE)
def write_refusal(desk: Desk, name: str) -> Path:
    """Writes Mẫu 03 of a refusal into the data folder, whole or not at all."""
    from desk_app.operations.forms import make_form

    path = desk.paths.slips / f"{name}.pdf"
    write_atomically(path, make_form(desk, "refusal", name))
    return path
