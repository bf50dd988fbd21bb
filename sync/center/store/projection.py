"""A folded dossier as a row: what lists show and search, and nothing the fold does not hold."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sync.model.dossier import Dossier
from sync.model.fold import FOLD_VERSION
from sync.model.moment import iso_minute
from sync.model.status import FINAL, Status
from sync.model.text import fold as folded
from sync.model.version import version_of
from sync.reports.facts import FACTS_VERSION, facts_of


def storable(words: str) -> str:
    """Words as every database can keep them: a hostile body may hold NUL, or half a surrogate pair."""
    if not words.isascii():
        words = words.encode("utf-8", "replace").decode("utf-8")
    return words.replace("\0", "\N{REPLACEMENT CHARACTER}") if "\0" in words else words


def _moment(moment: datetime | None) -> str:
    return iso_minute(moment) if moment else ""


def projected(channel: str, dossier: Dossier) -> dict[str, Any]:
    """The row of table `dossiers`; a function of the dossier alone, so that a rebuild must give the same."""
    intake = dossier.intake
    applicant = storable(intake.applicant.full_name) if intake else ""
    owner = storable(intake.owner.full_name) if intake else ""
    procedure = storable(intake.procedure.code) if intake else ""
    name = storable(intake.procedure.name) if intake else ""
    number = storable(dossier.number)
    people = applicant if owner == applicant else f"{applicant} {owner}"
    return {
        "channel": channel,
        "id": dossier.id,
        "number": number,
        "status": dossier.status.value,
        "unit": dossier.unit,
        "applicant": applicant,
        "owner": owner,
        "procedure": procedure,
        "procedure_name": name,
        "received_at": _moment(intake.received_at if intake else None),
        "due_at": _moment(dossier.due_at),
        "ended_at": _moment(dossier.ended_at),
        "officer": storable(intake.officer.name) if intake else "",
        "desk": intake.desk if intake else 0,
        "flags": " ".join(dossier.flags),
        "search": folded(f"{number} {people} {procedure} {name}"),
        "height": dossier.height,
        "fold_version": FOLD_VERSION,
        "version": version_of(dossier),
        **_work_columns(channel, dossier),
        **_counted_columns(channel, dossier),
    }


NOT_COUNTED_YET = -1
"""In the column `counted`: of a program that kept no figures; 0: the dossier is in none."""


def _counted_columns(channel: str, dossier: Dossier) -> dict[str, Any]:
    """What figures count that lists do not show; a dossier counts where it was received."""
    facts = facts_of(dossier)
    return {
        "field": storable(facts.field),
        "way": storable(facts.way),
        "outcome": facts.outcome.value,
        "finished_at": _moment(facts.finished_at),
        "counted": FACTS_VERSION if facts.counts and channel == f"unit:{dossier.unit}" else 0,
    }


COMING, WORKING, WAITING, RETURNING = "coming", "work", "waiting", "return"
"""Words of the column `inbox`: sent and not accepted; to be worked on; the citizen is waited for; to be
returned."""


def _inbox(channel: str, dossier: Dossier) -> str:
    """On which list of somebody's tasks a dossier stands; empty: on none."""
    if channel != f"unit:{dossier.unit}" or dossier.annulled or dossier.intake is None:
        return ""
    if dossier.status in FINAL or dossier.status is Status.REGISTERED:
        return ""
    away = dossier.away
    if away is not None and away.back_at is None and away.accepted_at is None:
        return COMING
    if dossier.status in (Status.SUPPLEMENT, Status.FEE_DUE):
        return WAITING
    return RETURNING if dossier.status is Status.DONE else WORKING


def _work_columns(channel: str, dossier: Dossier) -> dict[str, Any]:
    """Who has the dossier at which step, and by when something is to be done about it."""
    work, inbox, away = dossier.work, _inbox(channel, dossier), dossier.away
    elsewhere = away is not None and away.back_at is None
    return {
        "inbox": inbox,
        "at_unit": storable(away.unit if away is not None and elsewhere else dossier.unit),
        "step": storable(work.step),
        "step_name": storable(work.step_name),
        "step_since": _moment(work.since),
        "act_by": _moment(work.due if inbox == WORKING and work.due else dossier.due_at) if inbox else "",
        "assignee": storable(work.officer.id) if work.officer else "",
        "assignee_name": storable(work.officer.name) if work.officer else "",
        "office": storable(work.office),
    }
