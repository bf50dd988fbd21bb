"""Who may see which page: one table, and whatever is not in it may nobody.

A page's name is that of its route; a form and the sending of it are one route.
"""

from __future__ import annotations

from typing import Final

from sync.center.staff.roles import Role
from sync.center.work.rights import RIGHTS as VERB_RIGHTS

_R = Role
DOSSIER_READERS: Final = frozenset({_R.RECEPTION, _R.SPECIALIST, _R.LEADER, _R.RECORDS, _R.AUDITOR})
OFFICER_FIGURES: Final = frozenset({_R.LEADER, _R.AUDITOR})
"""Who sees figures by officer."""
_OVERSEERS: Final = frozenset({_R.LEADER, _R.ADMINISTRATOR, _R.AUDITOR})
_ADMINISTRATORS: Final = frozenset({_R.ADMINISTRATOR})
_ALL: Final = frozenset(Role)
_WORKING: Final = frozenset({_R.RECEPTION, _R.SPECIALIST, _R.LEADER, _R.RECORDS})
_PREPARERS: Final = frozenset({_R.LEADER, _R.ADMINISTRATOR})
"""Who prepares releases of the catalogue; publishing one is the leader's."""
_PAGELESS: Final = frozenset({"forward", "process"})
"""Verbs that have pages under other names."""


def _of_verb(verb: str) -> frozenset[Role]:
    """Who may do a verb, as far as he may read dossiers: its form shows one."""
    return frozenset(Role(one) for one in VERB_RIGHTS[verb]) & DOSSIER_READERS


OPEN: Final = frozenset({"style", "mark", "login", "second-step", "link", "lookup", "missing"})
"""Pages that ask for no log-in."""
HALF: Final = frozenset({"factor-on", "logout"})
"""Pages for who must set up the second factor before anything else."""
FRESH: Final = frozenset(
    {
        *("factor-on", "factor-off", "factor-codes", "factor-reset", "factor-rule", "sessions-end"),
        *("staff-add", "staff-edit", "staff-disable", "staff-enable", "staff-link", "staff-sessions"),
        *("key-add", "key-revoke", "revoke", "catalogue-publish"),
    }
)
"""Pages of grave acts: who opens or sends one has proved who he is within the last minutes."""

RIGHTS: Final[dict[str, frozenset[Role]]] = {
    "logout": _ALL,
    "password": _ALL,
    "confirm": _ALL,
    "factor": _ALL,
    "factor-on": _ALL,
    "factor-codes": _ALL,
    "factor-off": _ALL,
    "factor-reset": _ADMINISTRATORS,
    "factor-rule": _ADMINISTRATORS,
    "sessions": _ALL,
    "sessions-end": _ALL,
    "staff-sessions": _ADMINISTRATORS,
    "overview": _ALL,
    "inbox": DOSSIER_READERS,
    "dossier": DOSSIER_READERS,
    "decide": frozenset({_R.SPECIALIST, _R.LEADER}),
    "forward": _of_verb("forward"),
    **{f"act-{verb}": _of_verb(verb) for verb in VERB_RIGHTS if verb not in _PAGELESS},
    "control-sheet": DOSSIER_READERS,
    "tasks": DOSSIER_READERS,
    "bulk": _WORKING,
    "delivery": _of_verb("take"),
    "hand-over": frozenset({_R.LEADER, _R.ADMINISTRATOR}),
    "processes": _OVERSEERS,
    "process": _ADMINISTRATORS,
    "catalogue": _ALL,
    "catalogue-release": _ALL,
    "catalogue-prepare": _PREPARERS,
    "catalogue-table": _PREPARERS,
    "catalogue-signed": _PREPARERS,
    "catalogue-draft": _PREPARERS,
    "catalogue-file": _PREPARERS,
    "catalogue-undo": _PREPARERS,
    "catalogue-publish": frozenset({_R.LEADER}),
    "compare": DOSSIER_READERS,
    "scan": DOSSIER_READERS,
    "scan-picture": DOSSIER_READERS,
    "report": _ALL,
    "report-picture": _ALL,
    "report-export": _ALL,
    "report-dossiers": DOSSIER_READERS,
    "statutory": _ALL,
    "statutory-picture": _ALL,
    "statutory-export": _ALL,
    "statutory-dossiers": DOSSIER_READERS,
    "staff": _ADMINISTRATORS,
    "staff-add": _ADMINISTRATORS,
    "staff-edit": _ADMINISTRATORS,
    "staff-disable": _ADMINISTRATORS,
    "staff-enable": _ADMINISTRATORS,
    "staff-link": _ADMINISTRATORS,
    "units": _OVERSEERS,
    "unit": _OVERSEERS,
    "unit-add": _ADMINISTRATORS,
    "unit-edit": _ADMINISTRATORS,
    "unit-merge": _ADMINISTRATORS,
    "unit-split": _ADMINISTRATORS,
    "unit-history": _OVERSEERS,
    "retention": _ADMINISTRATORS,
    "invite": _ADMINISTRATORS,
    "withdraw": _ADMINISTRATORS,
    "fleet": _OVERSEERS,
    "machine": _OVERSEERS,
    "revoke": _ADMINISTRATORS,
    "exposed": _OVERSEERS,
    "exposed-file": _OVERSEERS,
    "apart": _ADMINISTRATORS,
    "keys": _ADMINISTRATORS,
    "key-add": _ADMINISTRATORS,
    "key-revoke": _ADMINISTRATORS,
    "messages": _OVERSEERS | {_R.RECEPTION},
    "message": _OVERSEERS | {_R.RECEPTION},
    "message-new": frozenset({_R.LEADER, _R.ADMINISTRATOR}),
    "notices": frozenset({_R.RECEPTION, _R.LEADER, _R.ADMINISTRATOR, _R.AUDITOR}),
    "notice-again": frozenset({_R.RECEPTION, _R.LEADER, _R.ADMINISTRATOR}),
    "notice-words": _ADMINISTRATORS,
    "notice-ways": _ADMINISTRATORS,
    "log": frozenset({_R.ADMINISTRATOR, _R.AUDITOR}),
    "log-file": frozenset({_R.ADMINISTRATOR, _R.AUDITOR}),
}


_VERB_OF: Final = {
    "received": "appraise",
    "processing": "appraise",
    "supplement": "supplement",
    "fee_due": "fee",
    "done": "approve",
    "done:refused": "refuse",
    "refused": "refuse",
    "stopped": "stop",
    "withdrawn": "withdraw",
}
"""Which verb of the work a status set on the page `decide` comes to."""
_REOPENED: Final = "rework"
"""The verb of taking a finished dossier up again."""


def may_set(roles: frozenset[Role], status: str, *, again: bool = False) -> bool:
    """Whether somebody with these roles may set that status without the steps: as the verb it comes to says,
    and the leader any. `again`: the dossier was done."""
    verb = _REOPENED if again else _VERB_OF.get(status, "")
    allowed = {Role(one) for one in VERB_RIGHTS.get(verb, ())} & RIGHTS["decide"] | {Role.LEADER}
    return bool(allowed & roles)


def may(roles: frozenset[Role], page: str) -> bool:
    """Whether somebody with these roles may open the page of that name."""
    return bool(RIGHTS.get(page, frozenset()) & roles)
