"""Whose password opens a locked desk for a command: the environment's, a person's at a terminal, or
nobody's."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from desk_app.domain.mistakes import DeskError

if TYPE_CHECKING:
    from desk_app.operations.key_opening import Locked

PASSWORD = "MOTCUA_PASSWORD"


def given_password(words: str) -> str | None:
    """`MOTCUA_PASSWORD`, or what is typed at a terminal, unseen; None where neither is there."""
    given = os.environ.get(PASSWORD)
    if given is None and sys.stdin is not None and sys.stdin.isatty():
        given = str(click.prompt(words, hide_input=True, err=True))
    return given


def ask_here(locked: Locked) -> bytes:
    """The key of a locked desk. Raises `DeskError`: `KeyLocked` where nobody can be asked."""
    from desk_app.operations.key_opening import KeyLocked

    password = given_password("Mật khẩu mở dữ liệu của quầy")
    if password is None:
        raise KeyLocked(locked)
    login = os.environ.get("MOTCUA_OFFICER", "")
    return locked.by_password(login if login in locked.logins else "", password)


def take_key() -> None:
    """The window hands the key of its open desk to a process of its own, over a pipe and nowhere else."""
    from desk_app.operations.key_asking import ask_by

    try:
        key = bytes.fromhex(sys.stdin.readline().strip())
    except ValueError as error:
        raise DeskError("Khóa đưa qua đầu vào chuẩn không đọc được.") from error
    if len(key) == 32:
        ask_by(lambda _locked: key)
