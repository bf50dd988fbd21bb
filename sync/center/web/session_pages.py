"""Sessions as their owner sees and ends them, and ended by an administrator."""

from __future__ import annotations

from datetime import datetime

from starlette.responses import Response

from sync.center.staff.accounts import end_sessions, member
from sync.center.staff.record import record
from sync.center.staff.sessions import WHOLE, end_elsewhere, places
from sync.center.units.tree import center_rows
from sync.center.web.door import Page
from sync.center.web.staff_pages import LIST, ONE, NoAccount
from sync.center.web.visit import Visit
from sync.model.moment import VIETNAM

SESSIONS = "/phien"


def list_page(visit: Visit) -> Response:
    """Where one is logged in."""
    assert visit.session is not None
    found = [
        (one, datetime.fromtimestamp(one.began, VIETNAM), datetime.fromtimestamp(one.seen, VIETNAM))
        for one in places(visit.center, visit.session)
    ]
    return visit.show("sessions.html", places=found, whole_hours=WHOLE // 3600)


def end_page(visit: Visit) -> Response:
    """Asks whether the others are to end."""
    return visit.show("sessions_end.html", one=None, name=visit.query.get("phien", "")[:16])


def end_sent(visit: Visit) -> Response:
    """Ends the others, or the one that was named."""
    assert visit.session is not None
    end_elsewhere(visit.center, visit.session, visit.form.get("name"))
    return visit.to(SESSIONS, "sessions-ended")


def staff_page(visit: Visit) -> Response:
    """Asks whether all sessions of an account are to end."""
    one = member(visit.center, visit.parameters["login"])
    if one is None:
        raise NoAccount
    return visit.show("sessions_end.html", one=one, name="")


def staff_sent(visit: Visit) -> Response:
    """Ends them; the account goes on."""
    one = member(visit.center, visit.parameters["login"])
    if one is None:
        raise NoAccount
    with visit.center.store.transaction() as ledger:
        rows = center_rows(ledger)
        end_sessions(rows, one.id)
        record(visit.center, rows, visit.member.id, visit.member.login, "staff-sessions-ended", one.login)
    return visit.to(LIST, "sessions-ended")


PAGES = (
    Page("sessions", SESSIONS, list_page),
    Page("sessions-end", SESSIONS + "/ket-thuc", end_page, end_sent, kept=False),
    Page("staff-sessions", ONE + "/phien", staff_page, staff_sent, kept=False),
)
