"""No secret is to be had from a copy of the center's database, opened and read whole, nor from its folder."""

from __future__ import annotations

import base64
import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from sync.center.backups.saving import back_up
from sync.center.staff import factors
from sync.center.staff.keys import KeyScope, WantedKey, add_key
from sync.center.staff.links import link_for
from sync.center.staff.roles import Role
from sync.center.staff.sessions import log_in
from sync.center.staff.totp import PERIOD, code_at
from sync.center.store.opening import Center
from sync.center.units.invitations import invite
from sync.center.units.tree import center_rows
from tests.center.places import UNIT, Clock
from tests.center.web.conftest import app, center, clock, enter, quick_passwords
from tests.center.web.visitor import PASSWORD, Visitor, hire

__all__ = ["app", "center", "clock", "enter", "quick_passwords"]
SECRET = bytes(range(100, 120))


def dump(center: Center) -> Iterator[bytes]:
    """Every value of every table as its bytes: what whoever has the database's own key reads."""
    with center.store.snapshot() as ledger:
        connection = center_rows(ledger).connection
        for table in inspect(connection).get_table_names():
            for row in connection.execute(text(f'SELECT * FROM "{table}"')):
                for value in row:
                    yield value if isinstance(value, bytes) else str(value).encode()


def spellings(secret: bytes) -> set[bytes]:
    """A secret as it might have been written down."""
    return {
        secret,
        secret.hex().encode(),
        base64.b64encode(secret),
        base64.urlsafe_b64encode(secret).rstrip(b"="),
        base64.b32encode(secret).rstrip(b"="),
        base64.b32encode(secret).rstrip(b"=").lower(),
    }


def standing_in(values: Iterator[bytes], secrets: dict[str, bytes]) -> set[str]:
    """The names of the secrets that stand in one of the values."""
    whole = b"\x00\x00".join(values)
    return {name for name, secret in secrets.items() if any(one in whole for one in spellings(secret))}


@pytest.fixture
def planted(center: Center, clock: Clock) -> dict[str, bytes]:
    """One secret of every sort that the center knows, used as it is used."""
    one = hire(center, "chi.huong", Role.LEADER)
    token = log_in(center, "chi.huong", PASSWORD, "192.0.2.1")
    codes = factors.turn_on(center, one, SECRET, code_at(SECRET, int(clock().timestamp()) // PERIOD))
    assert codes is not None
    with center.store.transaction() as ledger:
        link = link_for(center, center_rows(ledger), one).rpartition("/")[2]
    _key, shown = add_key(center, WantedKey("cong-tinh", frozenset({KeyScope.DOSSIERS})))
    invitation = invite(center, UNIT, "http://127.0.0.1:1")
    assert center.secrets is not None
    kept = {path.stem: path.read_bytes() for path in center.secrets.folder.glob("*.secret")}
    assert len(kept) >= 2, "the database's key and the center's own"
    return {
        "password": PASSWORD.encode(),
        "session": token,
        "authenticator": SECRET,
        "link": base64.b32decode(link.upper()),
        "api key": base64.b32decode(shown.removeprefix("mck_").upper()),
        "invitation": invitation.code,
        "signing key": center.keys.secret,
        "half of the signing key": center.keys.secret[:32],
        **{
            f"recovery code {at}": base64.b32decode(code.replace("-", "").upper())
            for at, code in enumerate(codes)
        },
        **kept,
    }


def test_no_secret_stands_in_a_dump_of_the_database(center: Center, planted: dict[str, bytes]) -> None:
    assert not standing_in(dump(center), planted)


def test_a_secret_that_does_is_found(center: Center, planted: dict[str, bytes]) -> None:
    """The planted mistake: a secret written beside the rest, however it is spelled."""
    for number, spelled in enumerate(sorted(spellings(planted["authenticator"]))):
        with center.store.transaction() as ledger:
            ledger.rows.put_note(f"mistake-{number}", b"x" + spelled)
        assert standing_in(dump(center), planted) == {"authenticator"}
        with center.store.transaction() as ledger:
            ledger.rows.put_note(f"mistake-{number}", None)
    assert not standing_in(dump(center), planted)


def test_no_secret_stands_in_the_folder_or_in_a_backup(
    center: Center, planted: dict[str, bytes], tmp_path: Path
) -> None:
    back_up(center, tmp_path / "backups")
    places = [center.data, tmp_path / "backups"]
    files = [path for place in places for path in place.rglob("*") if path.is_file()]
    assert len(files) > 2
    assert not standing_in((path.read_bytes() for path in files), planted)
    names = ("Xã Ví Dụ".encode(), b"chi.huong")
    assert not any(name in path.read_bytes() for name in names for path in files)


def test_a_page_that_was_refused_is_a_line_of_the_log(
    center: Center, enter: Callable[..., Visitor], caplog: pytest.LogCaptureFixture
) -> None:
    me = enter(Role.RECEPTION)
    with caplog.at_level(logging.INFO, logger="sync.center"):
        assert me.open("/tai-khoan") == 403
    said = [record.getMessage() for record in caplog.records if '"denied"' in record.getMessage()]
    assert len(said) == 1
    assert "/tai-khoan" in said[0]
    assert "can.bo.1" in said[0]
