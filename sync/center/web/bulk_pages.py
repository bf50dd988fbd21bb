"""Acting on a selection, and handing over all that a person has; each dossier with what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from starlette.responses import Response

from sync.center.staff.colleagues import colleagues
from sync.center.staff.record import record
from sync.center.staff.roles import Role
from sync.center.units.tree import center_rows, read_units
from sync.center.web.door import Page
from sync.center.web.task_pages import bulk_verbs
from sync.center.web.verb_fields import AREA, ASK, CHOICE, PERSON, Asked, read_given
from sync.center.web.visit import Visit
from sync.center.web.work_view import actor_of, around
from sync.center.work.acting import Acted, Wanted, act_many
from sync.center.work.handing import hand_over_person
from sync.center.work.rights import Actor
from sync.center.work.tasks import numbers_of
from sync.center.work.verbs import VERBS
from sync.model.dossier import Event, Officer
from sync.model.fold_words import REASON_WORDS
from sync.model.version import version_of

MOST = 100
"""Dossiers of one selection: a form carries no more."""


@dataclass(frozen=True, slots=True)
class Line:
    """What came of it for one dossier: its number and address (empty: not found), and why not."""

    number: str
    path: str
    done: bool
    sentence: str = ""
    changed: tuple[Event, ...] = ()


def line_of(acted: Acted, name: str = "") -> Line:
    """A line of the outcome page; `name` is what the dossier is called where it was not found."""
    one = acted.dossier
    path = f"/ho-so/{one.unit}/{one.id.hex()}" if one is not None else ""
    number = one.number if one is not None else name or acted.wanted.dossier
    return Line(number, path, acted.done, acted.sentence, acted.changed)


def selected(texts: Sequence[str]) -> list[tuple[Wanted, str]]:
    """The ticked dossiers as a list sends them, ``ID~VERSION~NUMBER``: as acts want them, and the number.
    What is not of that shape is left out."""
    found: dict[Wanted, str] = {}
    for text in texts:
        name, _, rest = text.partition("~")
        version, _, number = rest.partition("~")
        if 0 < len(name) <= 80 and 0 < len(version) <= 400:
            found[Wanted(name, version)] = number[:80]
    return list(found.items())


def bulk_page(visit: Visit, status: int = 200, trouble: str = "") -> Response:
    """The form of a verb for a selection; without one, the way to the lists."""
    chosen, verbs = selected(visit.form.all("d")), bulk_verbs(actor_of(visit))
    verb = visit.form.get("verb")
    if verb not in dict(verbs):
        verb = ""
    if not chosen:
        visit.form.mistakes.clear()
    return visit.show(
        "bulk.html",
        status,
        chosen=[(f"{one.dossier}~{one.seen}~{number}", number) for one, number in chosen],
        verbs=verbs,
        verb=VERBS[verb] if verb else None,
        fields=fields_for_many(visit, verb) if verb else (),
        trouble=trouble,
    )


def fields_for_many(visit: Visit, verb: str) -> tuple[Asked, ...]:
    """The fields of a verb, as far as they do not belong to one dossier alone."""
    return ASK[verb](around(visit, None))


def bulk_sent(visit: Visit) -> Response:
    """First the verb's form is given, then, with its fields filled in, it is done to each dossier."""
    form, actor = visit.form, actor_of(visit)
    chosen, verb = selected(form.all("d")), form.get("verb")
    if not chosen:
        return bulk_page(visit, 422, "Chưa chọn hồ sơ nào; hãy đánh dấu hồ sơ trong danh sách.")
    if len(chosen) > MOST:
        return bulk_page(visit, 422, f"Mỗi lần chọn nhiều nhất {MOST} hồ sơ; hãy chia làm nhiều lần.")
    if verb not in dict(bulk_verbs(actor)):
        return bulk_page(visit, 422, "Chọn việc cần làm với các hồ sơ này.")
    if form.get("go") != verb:
        return bulk_page(visit)
    given = read_given(fields_for_many(visit, verb), form, around(visit, None).people)
    if form.mistakes:
        return bulk_page(visit, 422)
    acted = act_many(visit.center, actor, [one for one, _number in chosen], verb, given)
    names = {one.dossier: number for one, number in chosen}
    lines = [line_of(one, names[one.wanted.dossier]) for one in acted]
    _recorded(visit, "worked-many", f"{VERBS[verb].title}: {sum(one.done for one in lines)} hồ sơ")
    left = [one for one in acted if not one.done]
    return visit.show(
        "outcomes.html",
        title=VERBS[verb].title,
        lines=lines,
        back="/viec",
        missing=(),
        not_taken=(),
        again=_again(left, names),
        verb=verb,
    )


def _again(left: Sequence[Acted], names: dict[str, str]) -> list[str]:
    """The dossiers that were not done, for another try: as they stand now."""
    return [
        f"{one.wanted.dossier}~{version_of(one.dossier)}~{names[one.wanted.dossier]}"
        for one in left
        if one.dossier is not None
    ]


def _recorded(visit: Visit, act: str, what: str) -> None:
    with visit.center.store.transaction() as ledger:
        record(visit.center, center_rows(ledger), visit.member.id, visit.member.login, act, what)


def _handing(visit: Visit) -> tuple[Actor, tuple[tuple[str, str], ...]]:
    """Who hands over in which unit, and the units to choose from: an administrator looks after everybody's
    accounts, so in every unit; anybody else in his own."""
    actor = actor_of(visit)
    if Role.ADMINISTRATOR not in visit.member.roles or visit.member.unit:
        return actor, ()
    with visit.center.store.snapshot() as ledger:
        units = [one for one in read_units(center_rows(ledger)) if not one.successor]
    offered = (("", visit.center.title), *((one.code, f"{one.name} ({one.code})") for one in units))
    wanted = visit.form.get("unit", visit.query.get("don-vi", ""))
    return replace(actor, unit=wanted if wanted in dict(offered) else ""), offered


def hand_over_page(visit: Visit, status: int = 200) -> Response:
    """Who has how many open dossiers, and to whom they shall go."""
    actor, units = _handing(visit)
    return visit.show(
        "hand_over.html", status, fields=_hand_over_fields(visit, actor), units=units, unit=actor.unit
    )


def _hand_over_fields(visit: Visit, actor: Actor) -> tuple[Asked, ...]:
    everybody = colleagues(visit.center, actor.unit, former=True)
    having = [(one, len(numbers_of(visit.center, actor, one.login))) for one in everybody]
    reasons = tuple((name, words[:1].upper() + words[1:]) for name, words in REASON_WORDS.items())
    options = tuple((one.login, f"{one.words}: {count} hồ sơ") for one, count in having if count)
    people = tuple((one.login, one.words) for one in colleagues(visit.center, actor.unit))
    return (
        Asked("person", "Người đang giữ hồ sơ", CHOICE, "", True, options, empty="Chọn người…"),
        Asked("to", "Giao cho", PERSON, "", True, people, empty="Chọn người…"),
        Asked("why", "Lý do", CHOICE, "", True, reasons, empty="Chọn lý do…"),
        Asked("note", "Ghi chú", AREA, longest=2000),
    )


def hand_over_sent(visit: Visit) -> Response:
    """Gives all open dossiers of a person to another."""
    form, (actor, _units) = visit.form, _handing(visit)
    given = read_given(_hand_over_fields(visit, actor), form, colleagues(visit.center, actor.unit))
    if "to" in given and given["to"]["id"] == given.get("person"):
        form.wrong("to", "Chọn người khác người đang giữ.")
    if form.mistakes:
        return hand_over_page(visit, 422)
    to = Officer(given["to"]["id"], given["to"]["name"])
    person, note = given["person"], given.get("note", "")
    acted = hand_over_person(visit.center, actor, person, to, given["why"], note)
    lines = [line_of(one) for one in acted]
    _recorded(visit, "handed-over", f"{person} {to.id}: {sum(one.done for one in lines)} hồ sơ")
    return visit.show(
        "outcomes.html",
        title=f"Bàn giao cho {to.name}",
        lines=lines,
        back="/viec/ban-giao-nguoi",
        missing=(),
        not_taken=(),
        again=(),
        verb="",
    )


PAGES = (
    Page("bulk", "/viec/chon", bulk_page, bulk_sent),
    Page("hand-over", "/viec/ban-giao-nguoi", hand_over_page, hand_over_sent),
)
