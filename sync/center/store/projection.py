"""A folded dossier as a row: what lists show and search, and nothing the fold does not hold."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sync.model.dossier import Dossier
from sync.model.fold import FOLD_VERSION
from sync.model.moment import iso_minute
from sync.model.text import fold as folded


def _text(words: str) -> str:
    """Words as every database can keep them: a hostile body may hold NUL, or half a surrogate pair."""
    if not words.isascii():
        words = words.encode("utf-8", "replace").decode("utf-8")
    return words.replace("\0", "\N{REPLACEMENT CHARACTER}") if "\0" in words else words


def _moment(moment: datetime | None) -> str:
    return iso_minute(moment) if moment else ""


def projected(channel: str, dossier: Dossier) -> dict[str, Any]:
    """The row of table `dossiers`; a function of the dossier alone, so that a rebuild must give the same."""
    intake = dossier.intake
    applicant = _text(intake.applicant.full_name) if intake else ""
    owner = _text(intake.owner.full_name) if intake else ""
    procedure = _text(intake.procedure.code) if intake else ""
    name = _text(intake.procedure.name) if intake else ""
    number = _text(dossier.number)
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
        "officer": _text(intake.officer.name) if intake else "",
        "desk": intake.desk if intake else 0,
        "flags": " ".join(dossier.flags),
        "search": folded(f"{number} {people} {procedure} {name}"),
        "height": dossier.height,
        "fold_version": FOLD_VERSION,
    }
