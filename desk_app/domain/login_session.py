"""Who is logged in at a desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sync.model.dossier import Officer


@dataclass(frozen=True, slots=True)
class LoginSession:
    """An officer's log-in. `roles` as they stood then (what counts is the account as it stands at each act);
    `since` by the desk's clock; `must_change`: the password was set by somebody else, and until it is changed
    nothing else may be done."""

    officer: Officer
    login: str
    roles: frozenset[str]
    since: datetime
    must_change: bool = False
