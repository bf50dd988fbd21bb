"""Acting on dossiers at the center, one or many: checked, written into the right channel, told as values.

Whoever acts says which entries he saw (`version_of`); where more have come since, nothing is written and the
answer tells what they are. Sources as for `sync.acts.steps`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sync.acts.mistakes import Mistake
from sync.acts.move import Move
from sync.acts.step_time import StepWarning, step_warnings
from sync.acts.steps import Ground
from sync.center.exchange.carrying import carry_waiting
from sync.center.store.opening import Center
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows, channels_of, read_units
from sync.center.work.calendars import calendar_of
from sync.center.work.deciding import found_dossier
from sync.center.work.processes import Processes
from sync.center.work.rights import CENTER_UNIT, Actor, why_not
from sync.center.work.verbs import VERBS, Place, Verb
from sync.journal.ledger import Ledger
from sync.journal.own import Draft, OwnJournals
from sync.model.carried import unpacked
from sync.model.dossier import Dossier, Event
from sync.model.entry import AFTER_BYTES, EntryRefused
from sync.model.moment import day_of
from sync.model.process import Process
from sync.model.strict import FieldError, Fields
from sync.model.version import version_of
from sync.model.whereabouts import at_unit

MOST_AT_ONCE = 1000
_TOGETHER = 100
"""Dossiers acted on in one transaction: other writers come in between."""
_CHANGED = "Hồ sơ vừa thay đổi, chưa ghi gì; xem lại rồi làm tiếp."


@dataclass(frozen=True, slots=True)
class Wanted:
    """A dossier to be acted on: its number or id (32 hex digits), and the version its reader saw (empty: not
    checked)."""

    dossier: str
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Acted:
    """What came of it for one dossier: the dossier as it now stands where it was done; else the mistakes by
    field, and what had changed since the version that was seen."""

    wanted: Wanted
    dossier: Dossier | None
    done: bool
    mistakes: tuple[Mistake, ...] = ()
    changed: tuple[Event, ...] = ()

    @property
    def sentence(self) -> str:
        """The first mistake in words; empty when it was done."""
        return self.mistakes[0].message if self.mistakes else ""


@dataclass(frozen=True, slots=True)
class Possible:
    """A verb as a page offers it; `why_not` is the sentence to show where it may not be done now."""

    verb: Verb
    why_not: str


@dataclass(frozen=True, slots=True)
class WorkView:
    """A dossier for the page of somebody who works on it: as it stands, the version to hand back with an
    act, the process it goes by, what may be done now, and what to warn of."""

    dossier: Dossier
    version: str
    process: Process
    possible: tuple[Possible, ...]
    warnings: tuple[StepWarning, ...]


def act(
    center: Center, actor: Actor, wanted: Wanted | str, verb: str, given: Mapping[str, Any] | None = None
) -> Acted:
    """Does one verb of `VERBS` to one dossier; durable when it returns.

    Raises `CenterError` for an unknown verb, and no or more than one such dossier; all else is in the answer.
    """
    one = Wanted(wanted) if isinstance(wanted, str) else wanted
    [found] = _act(center, actor, [one], verb, given or {}, strict=True)
    return found


def act_many(
    center: Center, actor: Actor, wanted: Sequence[Wanted], verb: str, given: Mapping[str, Any] | None = None
) -> tuple[Acted, ...]:
    """Does the same to each dossier of a selection, each for itself; what may not be done says why.

    Raises `CenterError` for an unknown verb, or an empty or too large selection.
    """
    if not 1 <= len(wanted) <= MOST_AT_ONCE:
        raise CenterError(f"Mỗi lần chọn từ 1 đến {MOST_AT_ONCE} hồ sơ.", "Chia làm nhiều lần.")
    once = list(dict.fromkeys(wanted))
    found: list[Acted] = []
    for at in range(0, len(once), _TOGETHER):
        found += _act(center, actor, once[at : at + _TOGETHER], verb, given or {})
    return tuple(found)


def _act(
    center: Center,
    actor: Actor,
    wanted: Sequence[Wanted],
    name: str,
    given: Mapping[str, Any],
    *,
    strict: bool = False,
) -> list[Acted]:
    verb = VERBS.get(name)
    if center.upstream is not None:
        raise CenterError("Máy đầu mối chỉ chuyển tiếp, không xử lý hồ sơ.", "Xử lý tại trung tâm hoặc quầy.")
    if verb is None:
        raise CenterError(f"Không có việc “{name[:40]}”.", f"Các việc: {', '.join(VERBS)}.")
    found: list[Acted] = []
    drafts: dict[str, list[Draft]] = {}
    with center.store.transaction() as ledger:
        desk = _Counter(center, ledger, actor)
        places = [desk.locate(one, strict=strict) for one in wanted]
        for channel in sorted({place[0] for place in places if isinstance(place, tuple)}):
            center_rows(ledger).lock(channel)
        taken: set[tuple[str, bytes]] = set()
        for one, place in zip(wanted, places, strict=True):
            if isinstance(place, Mistake) or place in taken:
                twice = Mistake("number", "Hồ sơ này đã có trong lần chọn.")
                found.append(Acted(one, None, False, (place if isinstance(place, Mistake) else twice,)))
                continue
            taken.add(place)
            acted, moves = desk.made(one, place, verb, given)
            found.append(acted)
            drafts.setdefault(place[0], []).extend(Draft(m.kind, m.body, place[1]) for m in moves)
        now = _write(center, ledger, drafts)
        found = [
            replace(one, dossier=now[one.dossier.id]) if one.done and one.dossier else one for one in found
        ]
    if any(drafts.values()):
        carry_waiting(center)
        center.stirred()
    return found


def _write(center: Center, ledger: Ledger, drafts: Mapping[str, list[Draft]]) -> dict[bytes, Dossier]:
    """Writes what was made, channel by channel; the dossiers as they now stand."""
    own, day = OwnJournals(ledger, center.keys, center.entropy), day_of(center.clock()).toordinal()
    now: dict[bytes, Dossier] = {}
    for channel, some in sorted(drafts.items()):
        if not some:
            continue
        try:
            written = own.append(channel, some, day)
        except EntryRefused as error:
            raise CenterError("Nội dung dài quá mức lưu được.", "Viết ngắn lại.") from error
        now |= {one.id: one for one in written.dossiers}
    return now


class _Counter:
    """One transaction of one of the staff: where dossiers are, and what acts make of them."""

    def __init__(self, center: Center, ledger: Ledger, actor: Actor) -> None:
        self.center, self.ledger, self.actor = center, ledger, actor
        rows = center_rows(ledger)
        own = actor.unit
        self.ours = (
            frozenset({CENTER_UNIT})
            if own == CENTER_UNIT
            else frozenset(one.removeprefix("unit:") for one in channels_of(rows, own))
        )
        self.names = {one.code: one.name for one in read_units(rows) if not one.successor}
        self.all_names = {one.code: one.name for one in read_units(rows)}
        self.processes = Processes(ledger, center.channel)
        self.now = center.clock()

    def locate(self, wanted: Wanted, *, strict: bool = False) -> tuple[str, bytes] | Mistake:
        """The channel to write into, and the dossier's id: its home, or the channel of the actor's own
        unit where the dossier was sent there."""
        rows = center_rows(self.ledger)
        try:
            home, dossier = found_dossier(rows, wanted.dossier)
        except CenterError as error:
            if strict:
                raise
            return Mistake("number", f"{error.title} {error.advice}".strip())
        if self.actor.unit == CENTER_UNIT or home.removeprefix("unit:") in self.ours:
            return home, dossier
        own = f"unit:{self.actor.unit}"
        return (own if rows.dossier_entries(own, [dossier]).get(dossier) else home), dossier

    def place(self, dossier: Dossier) -> Place:
        """Where the actor stands to this dossier."""
        name = (
            self.center.title if self.actor.unit == CENTER_UNIT else self.all_names.get(self.actor.unit, "")
        )
        home = self.all_names.get(dossier.unit, dossier.unit)
        return Place(self.ours, name, home, self.names, self.center.keys.node)

    def ground(self, dossier: Dossier) -> Ground:
        """What an act of the actor on this dossier rests on."""
        intake, process = dossier.intake, dossier.work.process
        code, limit = (intake.procedure.code, intake.limit) if intake else ("", "")
        if process is None or process.unit not in self.ours:  # begun here, or in a unit merged into this one
            process = self.processes.of(self.actor.unit, code, limit)
        return Ground(self.actor.officer, self.now, calendar_of(self.center, self.ledger), process)

    def made(
        self, wanted: Wanted, place: tuple[str, bytes], verb: Verb, given: Mapping[str, Any]
    ) -> tuple[Acted, tuple[Move, ...]]:
        """What the verb makes of one dossier: the entries to be written, or why not."""
        dossier = self.ledger.dossier(*place)
        if dossier is None:
            gone = Mistake("number", "Hồ sơ không có trong sổ gốc; chạy “motcua center verify”.")
            return Acted(wanted, None, False, (gone,)), ()
        stopped = why_not(self.actor, verb.name, dossier, self.ours)
        if wanted.seen and wanted.seen != version_of(dossier) and _concerns(self.actor, dossier, self.ours):
            # also where somebody else has it by now: what changed is the reason why
            changed = self.since(place, dossier, wanted.seen)
            mistake = Mistake("status", stopped) if stopped else Mistake("seen", _CHANGED)
            return Acted(wanted, dossier, False, (mistake,), changed), ()
        stopped = stopped or verb.why_not(dossier, self.ground(dossier))
        if stopped:
            return Acted(wanted, dossier, False, (Mistake("status", stopped),)), ()
        try:
            fields = Fields(given)
            moves = verb.make(dossier, fields, self.ground(dossier), self.place(dossier))
            fields.done()
        except FieldError as error:
            sentence = f"{error.reason[:1].upper()}{error.reason[1:]}."
            return Acted(wanted, dossier, False, (Mistake(error.field, sentence),)), ()
        mistakes = tuple(one for one in moves if isinstance(one, Mistake))
        if mistakes:
            return Acted(wanted, dossier, False, mistakes), ()
        return Acted(wanted, dossier, True), tuple(one for one in moves if isinstance(one, Move))

    def why_not(self, verb: Verb, dossier: Dossier) -> str:
        """Why the actor may not do that now; empty where he may."""
        return why_not(self.actor, verb.name, dossier, self.ours) or verb.why_not(
            dossier, self.ground(dossier)
        )

    def since(self, place: tuple[str, bytes], dossier: Dossier, seen: str) -> tuple[Event, ...]:
        """The lines of the history that whoever saw that version has not seen; all where it names
        nothing here."""
        held = center_rows(self.ledger).dossier_entries(place[0], [place[1]]).get(place[1], ())
        entries = {one.digest[:AFTER_BYTES].hex(): one for one in unpacked(held, self.ledger.roles).entries}
        known: set[str] = set()
        names = [one for one in seen.split(".") if one in entries]
        while names:
            name = names.pop()
            if name in entries and name not in known:
                known.add(name)
                names += [one.hex() for one in entries[name].after]
        return tuple(event for event in dossier.history if event.entry[: 2 * AFTER_BYTES] not in known)


def work_of(center: Center, actor: Actor, dossier: str) -> WorkView:
    """A dossier as its page shows it. Raises `CenterError` where there is no such dossier, or it is no
    business of the actor's unit (neither received there nor sent there)."""
    with center.store.snapshot() as ledger:
        desk = _Counter(center, ledger, actor)
        place = desk.locate(Wanted(dossier), strict=True)
        assert not isinstance(place, Mistake)
        found = ledger.dossier(*place)
        if found is None or not _concerns(actor, found, desk.ours):
            raise CenterError("Không có hồ sơ này ở đơn vị của bạn.", "Kiểm tra lại mã hồ sơ.")
        ground = desk.ground(found)
        possible = tuple(Possible(verb, desk.why_not(verb, found)) for verb in VERBS.values())
        warnings = step_warnings(found, ground.calendar, desk.now)
    return WorkView(found, version_of(found), ground.process_of(found), possible, warnings)


def _concerns(actor: Actor, dossier: Dossier, ours: frozenset[str]) -> bool:
    """Whether somebody of this unit may look at the dossier."""
    if actor.unbound or actor.unit == CENTER_UNIT:
        return True
    return bool(ours & {dossier.unit, at_unit(dossier), *dossier.sent_to})
