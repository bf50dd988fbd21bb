"""Somebody with a browser: keeps cookies, sends a page's own form, goes only where it is told to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from starlette.applications import Starlette
from starlette.testclient import TestClient

from sync.center.staff.accounts import Member, Wanted, add_member
from sync.center.staff.roles import Role
from sync.center.staff.sessions import set_verifier
from sync.center.store.opening import Center
from sync.center.units.tree import center_rows
from sync.identity.passwords import verifier_of

PASSWORD = "mưa rơi trên mái ngói"
_FIELD = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


def hire(center: Center, login: str, *roles: Role, unit: str = "", name: str = "Lê Văn Cường") -> Member:
    """An account with a password."""
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        one = add_member(center, rows, Wanted(login, name, frozenset(roles), unit))
        set_verifier(center, rows, one, verifier_of(PASSWORD))
    return one


@dataclass
class Visitor:
    """`answer` is the last page."""

    app: Starlette
    base: str = "http://testserver"
    client: TestClient = field(init=False)
    answer: Any = None

    def __post_init__(self) -> None:
        self.client = TestClient(
            self.app, base_url=self.base, follow_redirects=False, raise_server_exceptions=True
        )

    @property
    def status(self) -> int:
        return int(self.answer.status_code)

    @property
    def text(self) -> str:
        """What the page says, entities read."""
        return unescape(str(self.answer.text))

    @property
    def location(self) -> str:
        return str(self.answer.headers.get("location", ""))

    def open(self, path: str) -> int:
        self.answer = self.client.get(path, headers={"Accept": "text/html,*/*;q=0.8"})
        return self.status

    def hidden(self) -> dict[str, str]:
        """The hidden fields of the page's last form."""
        forms = self.answer.text.split("<form")
        return {name: unescape(value) for name, value in _FIELD.findall(forms[-1])}

    @property
    def token(self) -> dict[str, str]:
        """The field that every form of the page just read carries."""
        return {"_ma": str(self.answer.text.partition('name="_ma" value="')[2].partition('"')[0])}

    def send(self, path: str, hidden: Any = None, **values: Any) -> int:
        """Sends the form of the page just read (or with the hidden fields of another) to `path`."""
        fields = {**(self.hidden() if hidden is None else hidden), **values}
        self.answer = self.client.post(path, data=fields)
        return self.status

    def upload(self, path: str, name: str, content: bytes, **values: Any) -> int:
        """Opens a page and sends its form with a file."""
        self.open(path)
        fields = {**self.hidden(), **values}
        self.answer = self.client.post(path, data=fields, files={"file": (name, content)})
        return self.status

    def fill(self, path: str, **values: Any) -> int:
        """Opens a page and sends its form."""
        self.open(path)
        return self.send(path, **values)

    def log_in(self, login: str, password: str = PASSWORD) -> int:
        return self.fill("/dang-nhap", login=login, password=password)

    def follow(self) -> int:
        """Goes where the last answer sent it."""
        assert self.location, self.status
        return self.open(self.location)
