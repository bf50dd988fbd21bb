"""What a scan means at this desk: whose code it is, whether the slip holds, and what to do next.

Everything is answered from the desk's own journals, with no network, and says as of when. What has
been scanned is never opened, followed, kept or repeated in an answer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from desk_app.domain.citizen_card import CitizenCard
from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import BACKUP, COUNTER, RECEIVE
from desk_app.domain.rights import READ as TO_READ
from desk_app.domain.scans import Scan, ScanRefused, read_scan
from desk_app.operations import slip_verdicts
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.numbers import check_clock, settle_journal
from desk_app.operations.outcome import Changes, Outcome
from desk_app.operations.slip_verdicts import judge
from desk_app.store import search
from desk_app.store.search import DossierRow
from sync.acts.rebuilding import rebuild
from sync.journal.ledger import Ledger
from sync.journal.own import Draft
from sync.model.dossier import Dossier, Officer
from sync.model.entry import EntryRefused
from sync.model.moment import day_of
from sync.model.number import parse_number
from sync.model.purge import PURGED_FLAG, purge_sentence
from sync.model.words import moment_on_screen

ScannedKind = Literal["slip", "number", "lookup", "citizen_card", "unknown"]
GENUINE = slip_verdicts.GENUINE
FOUND, SEVERAL, NOT_FOUND, READ, REFUSED = "found", "several", "not-found", "read", "refused"
"""Verdicts on what carries no signature: number and look-up code, citizen card, anything else."""

COMPARE = "Đối chiếu tên và thủ tục trên phiếu trước khi làm tiếp."


@dataclass(frozen=True, slots=True)
class Scanned:
    """One scan as the desk sees it.

    `verdict` of a slip is one of `slip_verdicts.VERDICTS`, else one of the words above. `dossiers` are
    the ids held here, `as_of` the last word of the center (None: never), `sentence` what the officer
    is told. `owner` and `procedure` are there to be compared with the paper. `rebuildable`: a genuine slip of
    a dossier this desk does not hold.
    """

    kind: ScannedKind
    verdict: str
    sentence: str
    number: str = ""
    dossiers: tuple[bytes, ...] = ()
    as_of: datetime | None = None
    owner: str = ""
    procedure: str = ""
    due_at: datetime | None = None
    issue: int = 0
    card: CitizenCard | None = None
    repaired: bool = False
    rebuildable: bool = False


@needs(TO_READ)
def scan(desk: Desk, text: str, *, corrected: bool = False) -> Scanned:
    """What the scanned `text` is and means here; never raises for what it holds, and writes nothing.

    `corrected`: an input method was seen to take back keys while the text was typed.
    """
    try:
        found = read_scan(text, day_of(desk.clock()), corrected=corrected)
    except ScanRefused as refused:
        return Scanned("unknown", REFUSED, refused.title)
    if found.card is not None:
        return _card(found.card, found.repaired)
    with desk.reading() as ledger:
        answer = _slip(desk, ledger, found.digits) if found.slip else _unsigned(desk, ledger, found)
        as_of = last_word(desk, ledger)
    return replace(answer, as_of=as_of, repaired=found.repaired)


@needs(RECEIVE, COUNTER, BACKUP)
def rebuild_from_slip(
    desk: Desk, digits: str, officer: Officer, *, date_confirmed: bool = False
) -> Outcome[Dossier]:
    """Restores the skeleton of a dossier this desk has lost, under the id its slip names; durable on return.

    Raises `DeskError` unless the slip is genuine and its dossier unknown here. The dossier's own entries
    take the skeleton's place when a center or another desk brings them.
    """
    now = desk.clock()
    try:
        found = read_scan(digits, day_of(now))
    except ScanRefused as refused:
        raise DeskError(refused.title) from None
    if found.slip is None:
        raise DeskError("Chỉ dựng lại được hồ sơ từ mã QR trên phiếu.", "Quét mã QR ở phía dưới phiếu.")
    with desk.writing() as ledger:
        # Read again under the lock: whoever held it before us has committed no later than this.
        now = desk.clock()
        seen = _slip(desk, ledger, found.digits)
        if seen.verdict != GENUINE:
            raise DeskError(f"Không dựng lại hồ sơ: {seen.sentence}")
        if not seen.rebuildable:
            raise DeskError(f"Quầy đã có hồ sơ {seen.number}, không cần dựng lại.")
        if search.rows_by_number(desk.store.reader(), seen.number):
            raise DeskError(
                f"Quầy đã có một hồ sơ khác mang mã {seen.number}.",
                "Báo người phụ trách để xem lại hai hồ sơ.",
            )
        procedure = desk.catalogue.get(found.slip.procedure)
        move = rebuild(found.digits, procedure, desk.settings.form_set, officer=officer, now=now)
        own = settle_journal(desk, ledger)
        check_clock(desk, ledger, own, officer, now, confirmed=date_confirmed)
        draft = Draft(move.kind, move.body, found.slip.dossier)
        try:
            written = own.append(desk.settings.channel, [draft], day_of(now).toordinal())
        except EntryRefused as error:
            raise DeskError("Tên thủ tục dài quá mức lưu được.") from error
    return Outcome(written.dossiers[0], Changes(dossiers=True, sync=True))


@needs(TO_READ)
def last_word(desk: Desk, ledger: Ledger) -> datetime | None:
    """When the center last confirmed what it holds, by its own clock."""
    from sync.protocol.receipts import latest_receipt

    center = desk.settings.center
    receipt = latest_receipt(ledger, center.node) if center else None
    return receipt.at if receipt else None


def _card(card: CitizenCard, repaired: bool) -> Scanned:
    doubts = "".join(f" {doubt}" for doubt in card.doubts())
    sentence = (
        f"Thẻ căn cước của {card.full_name}; so với thẻ thật vì mã QR không chứng minh được gì.{doubts}"
    )
    return Scanned("citizen_card", READ, sentence, card=card, repaired=repaired)


def _slip(desk: Desk, ledger: Ledger, digits: str) -> Scanned:
    judged = judge(desk, ledger, digits)
    record, dossier = judged.record, judged.dossier
    intake = dossier.intake if dossier and dossier.purged is None else None
    return Scanned(
        "slip",
        judged.verdict,
        f"{judged.sentence} {as_of_words(last_word(desk, ledger))}",
        number=record.number,
        dossiers=(dossier.id,) if dossier else (),
        owner=intake.owner.full_name if intake else "",
        procedure=intake.procedure.name if intake else record.procedure,
        due_at=dossier.due_at if dossier else record.due_at,
        issue=record.issue,
        rebuildable=judged.verdict == GENUINE and dossier is None,
    )


def as_of_words(moment: datetime | None) -> str:
    """What an answer's age is called: the last word of the center, or that there never was one."""
    if moment is None:
        return "(Theo sổ của quầy này, chưa từng nối trung tâm.)"
    return f"(Theo sổ của quầy, nối trung tâm lần cuối {moment_on_screen(moment)}.)"


def _unsigned(desk: Desk, ledger: Ledger, found: Scan) -> Scanned:
    """A number or a look-up code: nothing but what the desk holds stands behind it."""
    connection = desk.store.reader()
    if found.kind == "lookup":
        rows, what = search.rows_by_lookup(connection, found.lookup), "mã tra cứu này"
    else:
        rows, what = search.rows_by_number(connection, found.number), f"mã {found.number}"
    kind: ScannedKind = "lookup" if found.kind == "lookup" else "number"
    if not rows:
        return Scanned(kind, NOT_FOUND, _missing(desk, found, what), number=found.number)
    if len(rows) > 1:
        listed = "; ".join(f"{row.owner} – {row.procedure_name}" for row in rows[:5])
        sentence = f"Có {len(rows)} hồ sơ cùng {what}: {listed}. Quét mã QR trên phiếu để chọn đúng hồ sơ."
        return Scanned(kind, SEVERAL, sentence, found.number, tuple(row.id for row in rows))
    return _found(ledger, kind, rows[0])


def _found(ledger: Ledger, kind: ScannedKind, row: DossierRow) -> Scanned:
    dossier = ledger.dossier(row.channel, row.id) if PURGED_FLAG in row.flags else None
    if dossier is not None and dossier.purged is not None:
        gone = purge_sentence(dossier.purged.at, dossier.purged.reason)
        return Scanned(kind, FOUND, f"{row.number}: {gone}; không còn dữ liệu.", row.number, (row.id,))
    sentence = f"Hồ sơ {row.number}: {row.owner} – {row.procedure_name}. {COMPARE}"
    return Scanned(
        kind,
        FOUND,
        sentence,
        number=row.number,
        dossiers=(row.id,),
        owner=row.owner,
        procedure=row.procedure_name,
        due_at=row.due_at,
    )


def _missing(desk: Desk, found: Scan, what: str) -> str:
    if found.kind == "number" and parse_number(found.number).unit != desk.settings.unit:
        return f"Không có hồ sơ {what} ở quầy này; đây là mã của đơn vị khác, hoặc máy quét đọc sai."
    return f"Không có hồ sơ {what} ở quầy này; quét lại, quét mã QR trên phiếu, hoặc đồng bộ rồi tìm lại."
