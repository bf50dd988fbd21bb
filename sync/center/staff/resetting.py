"""Letting somebody in again at the machine itself, with the last administrator lost: recorded, logged."""

from __future__ import annotations

import logging

from sync.center.staff import factors
from sync.center.staff.accounts import Member, end_sessions, find
from sync.center.staff.links import link_for
from sync.center.staff.record import record
from sync.center.store.log import log
from sync.center.store.opening import Center
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows


def reset(center: Center, login: str, *, keep_factor: bool = False) -> tuple[Member, str]:
    """The account, and the path of a link by which its owner chooses a password. Its sessions end, and its
    second factor goes unless it is to be kept. Raises `CenterError`."""
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        one = find(rows, login, lock=True)
        if one is None:
            raise CenterError(f"Không có tài khoản “{login}”.", "Xem tên bằng “motcua center staff list”.")
        path = link_for(center, rows, one)
        dropped = False if keep_factor else factors.drop(center, rows, one, None)
        end_sessions(rows, one.id)
        record(center, rows, 0, "", "staff-reset", one.login)
    log("staff reset", level=logging.WARNING, login=one.login, factor="dropped" if dropped else "kept")
    return one, path
