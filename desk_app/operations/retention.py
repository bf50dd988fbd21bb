"""Retention: what has reached its term, and the purge by the person in charge, with its printed report.

What is purged is deleted here in the transaction that says so, and at every other machine once it hears of
it. Books (sổ chứng thực, sổ hộ tịch) and what is kept for ever are never offered.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import AUDIT, BACKUP, FIGURES, PURGE, SETTINGS
from desk_app.operations.backup_copies import copies_in, desks_at
from desk_app.operations.backup_plan import plan_of
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.numbers import check_clock, settle_journal
from desk_app.operations.outcome import Changes, Outcome
from desk_app.operations.purge_traces import sweep_purged
from desk_app.operations.unit_words import LAST_DAY, said_of_kind, settings_of, share_setting
from desk_app.store.retention import ended_dossiers
from desk_app.store.store import write_atomically
from desk_app.store.tables import connection_of
from sync.acts import retention
from sync.acts.retention import Due, Ended, Rule
from sync.journal.purged import purges_of
from sync.journal.purging import write_purge
from sync.model import kinds
from sync.model.act_bodies import refused_in
from sync.model.bodies import Unreadable
from sync.model.moment import day_of, to_minute
from sync.model.purge import Purge, purge_kept, remains_of
from sync.model.text import TextRefused, fold, nfc_line
from sync.reports.facts import facts_of

if TYPE_CHECKING:
    from sync.journal.ledger import Ledger
    from sync.model.dossier import Officer

AT_ONCE: Final = 50
"""Dossiers purged in one transaction."""
MOST_REASON: Final = 300


@dataclass(frozen=True, slots=True)
class Standing:
    """The rules in force, and what is past its term on the day `today`: dossiers, and refusals by name."""

    today: date
    rules: tuple[Rule, ...]
    due: tuple[Due, ...]
    refusals: tuple[tuple[str, bytes, date], ...] = ()

    def count(self, rule: Rule) -> int:
        """How many records are past the term of a rule."""
        if rule.of == retention.REFUSAL:
            return len(self.refusals)
        return sum(one.rule == rule for one in self.due)


@dataclass(frozen=True, slots=True)
class Copies:
    """Backups made before a purge: when they were made, and when the plan will have removed them."""

    made: tuple[datetime, ...]
    gone_by: date
    unseen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Purging:
    """What a purge did, for its report."""

    at: datetime
    by: Officer
    reason: str
    due: tuple[Due, ...]
    refusals: tuple[str, ...]
    copies: Copies


@needs(FIGURES)
def rules_of(desk: Desk) -> tuple[Rule, ...]:
    """The rules with what the unit has set."""
    with desk.reading() as ledger:
        return retention.rules_of(settings_of(ledger, desk.settings.channel))


@needs(SETTINGS)
def set_years(desk: Desk, code: str, years: int | None, officer: Officer) -> Outcome[None]:
    """Sets the term of a rule that is the unit's own to set, for all its desks; None: for ever.

    Raises `DeskError` for another rule, or a number of years no table has.
    """
    rule = next((one for one in retention.shipped_rules() if one.code == code), None)
    if rule is None:
        known = ", ".join(one.code for one in retention.shipped_rules())
        raise DeskError(f"Không có loại hồ sơ “{code[:40]}”.", f"Chọn một trong: {known}.")
    if rule.sure or rule.of == retention.BOOK:
        raise DeskError(f"Thời hạn của “{rule.name}” do luật định, không đặt lại được.", rule.law)
    if years is not None and not 1 <= years <= retention.MOST_YEARS:
        raise DeskError(f"Thời hạn phải từ 1 đến {retention.MOST_YEARS} năm, hoặc giữ vĩnh viễn.")
    return share_setting(desk, retention.SETTING + code, years or 0, officer)


@needs(PURGE, AUDIT)
def standing(desk: Desk) -> Standing:
    """What is past its term today."""
    with desk.reading() as ledger:
        return _standing(desk, ledger)


def _standing(desk: Desk, ledger: Ledger) -> Standing:
    today = day_of(desk.clock())
    rules = retention.rules_of(settings_of(ledger, desk.settings.channel))
    shortest = min(
        (one.years for one in rules if one.years is not None and one.of != retention.BOOK), default=0
    )
    before = date(max(today.year - shortest, 1), 1, 1)  # a term runs from the end of a year
    ended = ended_dossiers(connection_of(ledger), desk.settings.channel, before=before)
    refusal = next(one for one in rules if one.of == retention.REFUSAL)
    refusals = _refusals(desk, ledger, refusal, today)
    return Standing(today, rules, tuple(retention.due(rules, ended, today)), refusals)


def _refusals(desk: Desk, ledger: Ledger, rule: Rule, today: date) -> tuple[tuple[str, bytes, date], ...]:
    if rule.years is None:
        return ()
    found = []
    for entry, body in said_of_kind(desk, ledger, kinds.REFUSED, 0, LAST_DAY):
        try:
            one = refused_in(body)
        except Unreadable:
            continue  # kept, passed on, without effect
        since = rule.ends(day_of(one.at))
        if since is not None and since <= today:
            found.append((one.id, entry.digest, since))
    return tuple(found)


@needs(PURGE)
def purge_due(
    desk: Desk,
    by: Officer,
    reason: str,
    *,
    codes: Collection[str] = (),
    expected: int | None = None,
    date_confirmed: bool = False,
) -> Outcome[Purging]:
    """Deletes what is past its term (of the rules `codes`; of all by default), here and everywhere, for good.

    `reason` names the decision it rests on, `expected` how many records the one who decides has seen. Raises
    `DeskError`, before anything is deleted, where nothing is past its term, or other than was expected, the
    reason is missing or the machine's date is in doubt.
    """
    words = _reason(reason)
    sweep_purged(desk)  # of a purge that a crash cut short
    now = to_minute(desk.clock())
    with desk.writing() as ledger:
        own = settle_journal(desk, ledger)
        check_clock(desk, ledger, own, by, now, confirmed=date_confirmed)
        found = _standing(desk, ledger)
    wanted = [one for one in found.due if not codes or one.rule.code in codes]
    refusal = next(one for one in found.rules if one.of == retention.REFUSAL)
    refusals = found.refusals if not codes or refusal.code in codes else ()
    if not wanted and not refusals:
        raise DeskError("Không có hồ sơ nào hết thời hạn bảo quản.", "Xem “motcua retention report”.")
    if expected is not None and expected != len(wanted) + len(refusals):
        raise DeskError(
            f"Số hồ sơ hết hạn đã đổi: nay là {len(wanted) + len(refusals)}, không phải {expected}.",
            "Xem lại danh sách rồi xác nhận lại.",
        )
    copies = copies_of(desk)
    for rule in dict.fromkeys(one.rule for one in wanted):
        some = [one.of for one in wanted if one.rule == rule]
        for at in range(0, len(some), AT_ONCE):
            _purge(desk, some[at : at + AT_ONCE], rule, by, words, now)
    if refusals:
        with desk.writing() as ledger:
            names = tuple(digest for _name, digest, _since in refusals)
            purge = Purge(now, by, refusal.code, refusal.law, words, entries=names)
            write_purge(settle_journal(desk, ledger), desk.settings.channel, purge, desk.today())
    sweep_purged(desk)
    done = Purging(now, by, words, tuple(wanted), tuple(name for name, _digest, _since in refusals), copies)
    return Outcome(done, Changes(dossiers=True, sync=True, drafts=True, printing=True))


def ground_of(decision: str, reason: str) -> str:
    """What a purge rests on, as its entry and report say it: the decision, and in brackets why."""
    named = decision if fold(decision).startswith("quyet dinh") else f"Quyết định {decision}"
    return f"{named} ({reason})" if reason else named


def _reason(reason: str) -> str:
    try:
        words = nfc_line(reason)
    except TextRefused as error:
        raise DeskError(error.title, error.advice) from error
    if not words or len(words) > MOST_REASON:
        raise DeskError(
            f"Cần căn cứ hủy, không quá {MOST_REASON} ký tự.", "Ghi số và ngày của quyết định hủy tài liệu."
        )
    return words


def _purge(desk: Desk, some: Sequence[Ended], rule: Rule, by: Officer, reason: str, now: datetime) -> None:
    """One transaction: looked at again in it, for something may have been done about one meanwhile."""
    channel = desk.settings.channel
    with desk.writing() as ledger:
        own = settle_journal(desk, ledger)
        still = {one.dossier for one in ended_dossiers(connection_of(ledger), channel, some)}
        left = {}
        for one in some:
            dossier = ledger.dossier(channel, one.dossier) if one.dossier in still else None
            if dossier is not None and dossier.purged is None:
                left[one.dossier] = remains_of(dossier, facts_of(dossier).outcome.value)
        if left:
            write_purge(own, channel, Purge(now, by, rule.code, rule.law, reason, left), desk.today())


# -- backups made before -------------------------------------------------------------------------------


@needs(PURGE, AUDIT, BACKUP)
def copies_of(desk: Desk) -> Copies:
    """The backups there are now, as far as their places can be seen, and when the plan removes the last."""
    plan, made, unseen = plan_of(desk), [], []
    name = f"motcua-{_desk_id(desk)}"
    for place in plan.places:
        try:
            made += [
                one.made_at
                for folder in desks_at(Path(place))
                if folder.name == name
                for one in copies_in(folder)
            ]
        except OSError:
            unseen.append(place)
    longest = max(plan.days, plan.weeks * 7, plan.months * 31)
    return Copies(tuple(sorted(made)), day_of(desk.clock()) + timedelta(days=longest), tuple(unseen))


@needs(PURGE, AUDIT, BACKUP)
def copies_holding(desk: Desk) -> Copies | None:
    """The backups that still hold what was purged last; None where none do, or nothing was purged."""
    with desk.reading() as ledger:
        kept = purges_of(ledger.rows, desk.settings.channel)
    times = [purge_kept(raw, dossier).at for dossier, raw in kept]
    if not times:
        return None
    found = copies_of(desk)
    last = max(times)
    plan = found.gone_by - day_of(desk.clock())
    older = tuple(one for one in found.made if one < last)
    return Copies(older, day_of(last) + plan, found.unseen) if older or found.unseen else None


def _desk_id(desk: Desk) -> str:
    import json

    found: Mapping[str, object] = json.loads(desk.paths.identity.read_bytes())
    return str(found["desk"])


# -- on paper ------------------------------------------------------------------------------------------


def copies_words(copies: Copies) -> str:
    """What is still in backups made before a purge, and until when."""
    last = f"{copies.gone_by:%d/%m/%Y}"
    if not copies.made and not copies.unseen:
        return f"Máy này không thấy bản sao lưu nào; bản giữ ở nơi khác phải được xóa trước ngày {last}."
    found = f"{len(copies.made)} bản sao lưu làm trước lúc hủy còn giữ nội dung"
    unseen = f"; không xem được: {', '.join(copies.unseen)}" if copies.unseen else ""
    return f"{found}{unseen}; theo kế hoạch sao lưu, bản cuối cùng bị xóa trước ngày {last}."


@needs(PURGE)
def keep_report(desk: Desk, done: Purging, path: Path | None = None) -> Path:
    """Writes the printed report of a purge where it is wanted, else beside the desk's data; where it lies.

    Raises `DeskError` where the disk does not take it: what was purged is purged all the same.
    """
    path = path or desk.paths.data / "purges" / f"bien-ban-huy-{done.at:%Y%m%d-%H%M}.pdf"
    try:
        write_atomically(path.resolve(), report_of(desk, done))
    except OSError as error:
        raise DeskError(
            f"Đã hủy {len(done.due)} hồ sơ nhưng chưa ghi được tệp biên bản.",
            "Ổ đĩa phải còn chỗ và ghi được; danh sách còn trong sổ gốc của quầy.",
        ) from error
    return path


@needs(PURGE)
def report_of(desk: Desk, done: Purging) -> bytes:
    """The printed report of a purge, as a PDF."""
    from desk_app.documents.purge_report import PurgedLine, purge_report

    names = {one.of.procedure: desk.catalogue.get(one.of.procedure) for one in done.due}
    lines = []
    for one in done.due:
        procedure = names[one.of.procedure]
        name = f"{one.of.number} – {procedure.name}" if procedure is not None else one.of.number
        lines.append(PurgedLine(name, one.rule.name, one.since))
    rule = next(one for one in retention.shipped_rules() if one.of == retention.REFUSAL)
    lines += [PurgedLine(name, rule.name, day_of(done.at)) for name in done.refusals]
    laws = dict.fromkeys(one.rule.law for one in done.due)
    words = f"Quy định: {'; '.join([*laws, *([rule.law] if done.refusals else [])])}."
    return purge_report(
        desk.settings.unit_name,
        done.at,
        done.by.name,
        done.reason,
        lines,
        f"{words} {copies_words(done.copies)}",
    )
