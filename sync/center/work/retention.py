"""Retention at a center: what has reached its term in its units, and the purge by its administrator.

Each unit's own terms count (its shared settings); what is purged is purged in the unit's channel and in every
other that the dossier was carried to, and the unit's desks delete it once they hear of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import select

from sync.acts import retention
from sync.acts.retention import Due, Ended, Rule
from sync.center.exchange.carrying import carry_waiting
from sync.center.store import tables
from sync.center.store.opening import Center
from sync.center.store.rows import CenterRows
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows, read_units
from sync.center.work.processes import settings_said
from sync.center.work.scans import sweep_files
from sync.journal.ledger import Ledger
from sync.journal.own import OwnJournals
from sync.journal.purging import write_purge
from sync.model.dossier import Dossier, Officer
from sync.model.moment import day_of, to_minute
from sync.model.purge import Purge, remains_of
from sync.model.text import TextRefused, nfc_line
from sync.reports.facts import facts_of

AT_ONCE: Final = 100
MOST_REASON: Final = 300
_READ_AT_ONCE: Final = 200

ENDS: Final = (
    "Bản sao lưu của trung tâm làm trước lúc hủy còn giữ nội dung: xóa các tệp .mcbk cũ hơn lúc hủy khi đã có"
    " bản mới, chậm nhất sau 90 ngày. Máy của đơn vị xóa khi đồng bộ lần tới."
)
"""What the report of a purge says of copies made before."""


@dataclass(frozen=True, slots=True)
class UnitDue:
    """What is past its term in one unit, by its rules."""

    unit: str
    name: str
    rules: tuple[Rule, ...]
    due: tuple[Due, ...]


@dataclass(frozen=True, slots=True)
class Purged:
    """What a purge did: by unit what was past its term."""

    at: datetime
    by: Officer
    reason: str
    units: tuple[UnitDue, ...]

    @property
    def count(self) -> int:
        """How many dossiers were purged."""
        return sum(len(one.due) for one in self.units)


def standing(center: Center, units: Collection[str] = ()) -> list[UnitDue]:
    """What is past its term today, by unit; only units with something where none are named."""
    found: list[UnitDue] = []
    with center.store.snapshot() as ledger:
        for one in read_units(center_rows(ledger)):
            if not units or one.code in units:
                there = _unit_due(center, ledger, one.code, one.name)
                if there.due or units:
                    found.append(there)
    return found


def _unit_due(center: Center, ledger: Ledger, code: str, name: str) -> UnitDue:
    said = settings_said(ledger, f"unit:{code}")
    rules = retention.rules_of({key: one.value for key, one in said.items()})
    today = day_of(center.clock())
    if all(one.years is None for one in rules):
        return UnitDue(code, name, rules, ())
    ended = [one for some in _ended(ledger, code) for one in some]
    return UnitDue(code, name, rules, tuple(retention.due(rules, ended, today)))


def _ended(ledger: Ledger, unit: str) -> Iterator[list[Ended]]:
    """The dossiers of a unit that have ended and stand, some at a time, each as its entries say it."""
    channel, t = f"unit:{unit}", tables.dossiers.c
    rows: CenterRows = center_rows(ledger)
    query = select(t.id).where(
        t.channel == channel,
        t.unit == unit,
        t.inbox == "",  # on nobody's list
        t.flags.not_like("%purged%"),
    )
    ids = [bytes(one) for (one,) in rows.connection.execute(query)]
    for at in range(0, len(ids), _READ_AT_ONCE):
        some = ids[at : at + _READ_AT_ONCE]
        held = ledger.rows.dossier_entries(channel, some)
        folded = (ledger.fold(channel, one, held[one]) for one in some if one in held)
        yield [ended for one in folded if (ended := ended_of(one)) is not None]


def ended_of(dossier: Dossier) -> Ended | None:
    """When a dossier ended, for its term; None while it has not, or where it was purged."""
    intake = dossier.intake
    if intake is None or dossier.purged is not None:
        return None
    if not retention.is_over(str(dossier.status), annulled=dossier.annulled is not None):
        return None
    returned = dossier.returned.at if dossier.returned else None
    moments = (intake.received_at, dossier.ended_at, dossier.status_since, returned)
    last = max(one for one in moments if one is not None)
    ref = intake.procedure
    return Ended(dossier.id, dossier.number, ref.code, ref.field, day_of(last))


def purge_due(
    center: Center,
    by: Officer,
    reason: str,
    *,
    units: Collection[str] = (),
    codes: Collection[str] = (),
    expected: int | None = None,
) -> Purged:
    """Deletes what is past its term (of some units and rules; of all by default), everywhere and for good.

    `expected` is how many whoever decided had seen. Raises `CenterError`, before anything is deleted.
    """
    if center.upstream is not None:
        raise CenterError("Trạm trung chuyển không hủy hồ sơ.", "Hủy tại trung tâm hoặc tại quầy.")
    words = _reason(reason)
    found = [
        UnitDue(one.unit, one.name, one.rules, some)
        for one in standing(center, units)
        if (some := tuple(due for due in one.due if not codes or due.rule.code in codes))
    ]
    count = sum(len(one.due) for one in found)
    if not count:
        raise CenterError("Không có hồ sơ nào hết thời hạn bảo quản.")
    if expected is not None and expected != count:
        raise CenterError(
            f"Số hồ sơ hết hạn nay là {count}, không còn là {expected}.", "Xem lại danh sách rồi hủy."
        )
    now = to_minute(center.clock())
    for one in found:
        for rule in dict.fromkeys(due.rule for due in one.due):
            some_of = [due.of for due in one.due if due.rule == rule]
            for at in range(0, len(some_of), AT_ONCE):
                _purge(center, one.unit, some_of[at : at + AT_ONCE], rule, (by, words, now))
    carry_waiting(center)
    sweep_files(center)
    center.stirred()
    return Purged(now, by, words, tuple(found))


def _reason(reason: str) -> str:
    try:
        words = nfc_line(reason)
    except TextRefused as error:
        raise CenterError(error.title, error.advice) from error
    if not words or len(words) > MOST_REASON:
        raise CenterError(
            f"Cần căn cứ hủy, không quá {MOST_REASON} ký tự.", "Ghi số và ngày của quyết định hủy tài liệu."
        )
    return words


def _purge(
    center: Center, unit: str, some: Sequence[Ended], rule: Rule, said: tuple[Officer, str, datetime]
) -> None:
    """One transaction, in which each is looked at once more."""
    channel, today = f"unit:{unit}", day_of(center.clock())
    by, reason, now = said
    with center.store.transaction() as ledger:
        ledger.rows.lock(channel)
        left = {}
        for one in some:
            dossier = ledger.dossier(channel, one.dossier)
            ended = ended_of(dossier) if dossier is not None else None
            if dossier is not None and ended is not None and retention.due([rule], [_as(ended, rule)], today):
                left[one.dossier] = remains_of(dossier, facts_of(dossier).outcome.value)
        if left:
            own = OwnJournals(ledger, center.keys, center.entropy)
            purge = Purge(now, by, rule.code, rule.law, reason, left)
            write_purge(own, channel, purge, today.toordinal())


def _as(ended: Ended, rule: Rule) -> Ended:
    """So that exactly this rule is asked for it."""
    return Ended(
        ended.dossier,
        ended.number,
        next(iter(rule.procedures), ""),
        next(iter(rule.fields), ""),
        ended.ended,
    )


def lines_of(units: Sequence[UnitDue]) -> list[dict[str, Any]]:
    """As plain values: a line for each unit and rule with how many are past it and the oldest term."""
    found: list[dict[str, Any]] = []
    for one in units:
        for rule in one.rules:
            due = [each for each in one.due if each.rule == rule]
            if due:
                oldest: date = min(each.since for each in due)
                found.append(
                    {
                        "unit": one.unit,
                        "unit_name": one.name,
                        "rule": rule.code,
                        "name": rule.name,
                        "years": rule.years,
                        "law": rule.law,
                        "due": len(due),
                        "since": oldest,
                    }
                )
    return found
