"""The processes in force at a center: set as shared settings, read from the entries themselves.

A center's own offices go by what stands in its ``all:`` channel under ``process.``; a commune by what
stands in its own channel under ``process.``, else by what the center set for all communes
(``process-below.``). Each under the procedure's code, else under ``any``; where nothing was set, by the
default for the procedure's limit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from sync.acts.mistakes import Mistake
from sync.acts.move import Move
from sync.acts.unit import share_setting
from sync.center.publishing.in_force import catalogue_of
from sync.center.store import tables
from sync.center.store.opening import Center
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows, checked_code, read_units
from sync.center.work.rights import CENTER_UNIT, Actor
from sync.journal.ledger import Ledger
from sync.journal.own import Draft, OwnJournals
from sync.model import kinds
from sync.model.act_bodies import SharedSetting, setting_in
from sync.model.bodies import Unreadable, unpack
from sync.model.entry import trusted_entry
from sync.model.moment import day_of
from sync.model.procedure import CODE, Procedure
from sync.model.process import ANY, PROCESS_BELOW_KEY, PROCESS_KEY, Process, default_process, sum_against
from sync.model.strict import FieldError

_MOST_HEIGHT = 2**53 - 1


@dataclass(frozen=True, slots=True)
class ProcessSet:
    """A process as it was set: under which key, of which unit (empty: the center), and a sentence about
    a sum of limits that leaves something over (empty: it comes out even, or no limit is known)."""

    key: str
    unit: str
    process: Process
    caution: str = ""


class Processes:
    """The processes of one transaction; each channel's settings are read once."""

    def __init__(self, ledger: Ledger, center_channel: str) -> None:
        self._ledger = ledger
        self._above = center_channel
        self._read: dict[str, Mapping[str, Any]] = {}

    def of(self, unit: str, procedure: str, limit: str) -> Process:
        """The process a unit (empty: the center) has in force for a procedure with that limit."""
        for channel, prefix in self._ways(unit):
            said = self._settings(channel)
            for key in (prefix + procedure, prefix + ANY):
                process = _sound(said.get(key), unit)
                if process is not None:
                    return process
        return default_process(limit, unit)

    def _ways(self, unit: str) -> Iterable[tuple[str, str]]:
        if unit == CENTER_UNIT:
            return ((self._above, PROCESS_KEY),)
        return ((f"unit:{unit}", PROCESS_KEY), (self._above, PROCESS_BELOW_KEY))

    def _settings(self, channel: str) -> Mapping[str, Any]:
        if channel not in self._read:
            said = settings_said(self._ledger, channel)
            self._read[channel] = {key: one.value for key, one in said.items()}
        return self._read[channel]


def _sound(raw: object, unit: str) -> Process | None:
    """A process as far as this program can work by it: one of a newer program, or nonsense, is none."""
    if not isinstance(raw, dict):
        return None
    try:
        return Process.from_dict(raw, unit)
    except FieldError:
        return None


def settings_said(ledger: Ledger, channel: str) -> dict[str, SharedSetting]:
    """The shared settings of a channel, by key; of each the last in order (as PROTOCOL.md, Settings)."""
    rows = center_rows(ledger)
    e, j, c = tables.entries.c, tables.journals.c, tables.channels.c
    query = (
        select(e.envelope, e.body)
        .join_from(tables.entries, tables.journals, e.journal == j.id)
        .join(tables.channels, j.channel == c.id)
        .where(c.name == channel, e.kind == kinds.SETTING)
    )
    found: dict[str, tuple[tuple[Any, ...], SharedSetting]] = {}
    roles = kinds.KINDS[kinds.SETTING].roles
    for envelope, body in rows.connection.execute(query).all():
        entry = trusted_entry(bytes(envelope), None if body is None else bytes(body))
        if entry.text is None or ledger.roles.get(entry.journal.node) not in roles:
            continue
        try:
            one = setting_in(unpack(entry.text))
        except Unreadable:
            continue
        order = (one.height, *entry.order[1:])
        if one.key not in found or order > found[one.key][0]:
            found[one.key] = order, one
    return {key: one for key, (_order, one) in found.items()}


def set_process(
    center: Center,
    actor: Actor,
    procedure: str,
    raw: object,
    *,
    unit: str = CENTER_UNIT,
    below: bool = False,
    limits: Sequence[str] | None = None,
    seen: str | None = None,
) -> ProcessSet | tuple[Mistake, ...]:
    """Sets the process of a procedure (empty: of all that have none of their own), or its mistakes by field.

    `raw` is `Process.to_dict`'s shape; None takes it back. `unit` empty with `below`: for every commune.
    `limits`: the procedure's, against which the sum of the steps is checked (None: as in the catalogue
    in force). `seen` is the `Process.version` that stood there when the form was given out (empty: none
    stood there; None: not checked); where another stands by now, nothing is written. Dossiers already
    begun keep the process they began with. Raises `CenterError` for a role that may not, or no such unit.
    """
    if not actor.may("process"):
        raise CenterError("Chỉ người quản trị được đặt quy trình.", "Nhờ người quản trị của trung tâm.")
    code = procedure.strip()
    if code and not CODE.fullmatch(code):
        return (Mistake("procedure", "Mã thủ tục phải có dạng 1.001193."),)
    unit = checked_code(unit) if unit else CENTER_UNIT
    process = Process((), unit)
    caution = ""
    if raw is not None:
        try:
            process = Process.from_dict(raw, unit)
        except FieldError as error:
            return (Mistake(error.field, f"{error.reason[:1].upper()}{error.reason[1:]}."),)
        for limit in limits if limits is not None else limits_of(center, code):
            fits, sentence = sum_against(process, limit)
            if not fits:
                return (Mistake("steps", sentence),)
            caution = caution or sentence
    prefix = PROCESS_BELOW_KEY if below and not unit else PROCESS_KEY
    key = prefix + (code or ANY)
    channel = f"unit:{unit}" if unit else center.channel
    if not _share(center, actor, channel, key, raw and process.to_dict(), seen):
        return (Mistake("seen", "Người khác vừa đặt quy trình này; chưa ghi gì. Xem lại rồi lưu."),)
    return ProcessSet(key, unit, process, caution)


def limits_of(center: Center, code: str) -> list[str]:
    """Every limit the catalogue in force today has for a procedure."""
    known: Procedure | None = catalogue_of(center).get(code) if code else None
    if known is None:
        return []
    cases = [limit for case in known.cases for limit in (case.limit, case.limit_online)]
    return [one for one in (known.limit, known.limit_online, known.limit_post, *cases) if one]


def _share(
    center: Center, actor: Actor, channel: str, key: str, value: object, seen: str | None = None
) -> bool:
    """Writes the setting; False, and nothing is written, where another stands there than was seen."""
    now = center.clock()
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        unit = channel.removeprefix("unit:")
        if channel != center.channel and unit not in {one.code for one in read_units(rows)}:
            raise CenterError(f"Chưa có đơn vị {unit}.", "Xem lại mã bằng “motcua center unit list”.")
        rows.lock(channel)
        known = settings_said(ledger, channel).get(key)
        stands = _sound(known.value, "") if known else None
        if seen is not None and seen != (stands.version if stands else ""):
            return False
        height = min(known.height + 1, _MOST_HEIGHT) if known else 1
        made = share_setting(key, value, height, officer=actor.officer, now=now)
        if not isinstance(made, Move):
            raise CenterError(made[0].message)
        draft = Draft(made.kind, made.body, personal=False)
        OwnJournals(ledger, center.keys, center.entropy).append(channel, [draft], day_of(now).toordinal())
    return True


def processes(center: Center, unit: str = CENTER_UNIT) -> list[ProcessSet]:
    """What was set for a unit (empty: the center, and what it set for all communes), by key."""
    channel = f"unit:{checked_code(unit)}" if unit else center.channel
    with center.store.snapshot() as ledger:
        said = settings_said(ledger, channel)
    found = []
    for key, one in sorted(said.items()):
        if key.startswith((PROCESS_KEY, PROCESS_BELOW_KEY)):
            process = _sound(one.value, unit)
            if process is not None:
                found.append(ProcessSet(key, unit, process))
    return found
