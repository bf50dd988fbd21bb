"""Lists of tasks: mine, my unit's, on nobody's desk, late, soon late; a selection is acted on together."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode

from starlette.responses import Response

from sync.center.staff.colleagues import colleagues
from sync.center.staff.roles import Role
from sync.center.web.door import Page
from sync.center.web.visit import Visit
from sync.center.web.work_view import actor_of
from sync.center.work.rights import Actor
from sync.center.work.tasks import LISTS, MINE, SOON, SOON_HOURS, TITLES, Narrowed, task_counts, tasks
from sync.center.work.verbs import VERBS
from sync.model.process import STEP_NAMES

HOURS: Final = (2, 4, 8, 16, 24, 40)
"""Working hours to choose from for what is due soon."""
LEADER_HOURS: Final = 16
"""Of a leader, unless he chooses: an apology is to be sent one working day before the due time (NĐ 61 Đ.19),
so he is warned a day before that."""
BULK: Final = ("take", "assign", "reassign", "appraise", "approve", "send-back", "apology", "forward", "note")
"""Verbs that make sense for a selection: with the same words for each dossier."""


def bulk_verbs(actor: Actor) -> tuple[tuple[str, str], ...]:
    """The verbs that this person may do to a selection (name, title)."""
    return tuple((name, VERBS[name].title) for name in BULK if actor.may(name))


def hours_of(visit: Visit) -> int:
    """How many working hours before its end something is shown as due soon, to who is logged in."""
    return LEADER_HOURS if Role.LEADER in visit.member.roles else SOON_HOURS


def tasks_page(visit: Visit) -> Response:
    """A page of one list; what it is narrowed to stands in the address."""
    actor, query = actor_of(visit), visit.query
    which = query.get("ds", MINE)
    if which not in LISTS:
        which = MINE
    hours = int(query["gio"]) if query.get("gio", "") in [str(one) for one in HOURS] else hours_of(visit)
    people = colleagues(visit.center, visit.member.unit)
    person = query.get("nguoi", "")
    person = person if person in {one.login for one in people} else ""
    procedure = " ".join(query.get("thu-tuc", "")[:40].split())
    office = " ".join(query.get("phong", "")[:80].split())
    step = " ".join(query.get("buoc", "")[:120].split())
    narrowed = Narrowed(procedure=procedure, assignee=person, office=office, step_name=step)
    found = tasks(visit.center, actor, which, narrowed=narrowed, hours=hours, after=query.get("tu", ""))
    kept = {
        "ds": which,
        "gio": str(hours),
        "nguoi": person,
        "thu-tuc": procedure,
        "phong": office,
        "buoc": step,
    }
    kept = {name: value for name, value in kept.items() if value}
    here = {**kept, "tu": query["tu"]} if query.get("tu") else kept
    return visit.show(
        "tasks.html",
        lists=[(name, TITLES[name]) for name in LISTS],
        counts=task_counts(visit.center, actor, hours),
        which=which,
        title=TITLES[which],
        soon=which == SOON,
        hours=hours,
        hour_choices=HOURS,
        people=people,
        steps=sorted({*STEP_NAMES.values(), *(one.step_name for one in found.tasks if one.step_name)}),
        narrowed=narrowed,
        found=found,
        on="/viec?" + urlencode({**kept, "tu": found.after}) if found.after else "",
        first="/viec?" + urlencode(kept) if query.get("tu") else "",
        ticked=query.get("chon") == "het",
        tick_all="/viec?" + urlencode({**here, "chon": "het"}),
        tick_none="/viec?" + urlencode(here),
        verbs=bulk_verbs(actor) if visit.may("bulk") else (),
    )


PAGES = (Page("tasks", "/viec", tasks_page),)
