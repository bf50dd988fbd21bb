"""Releases that are prepared and not published yet: seen by whoever is to publish, signed here or elsewhere.

A draft is a note of the center's database, named by what it says; it changes nothing for anybody.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Final

from sync.catalogue.importing import Problem
from sync.catalogue.releases import (
    Release,
    ReleaseRefused,
    Signed,
    open_release,
    pack_release,
    read_packed,
)
from sync.center.publishing.publishing import check_signed
from sync.center.store.opening import Center
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows
from sync.model.moment import iso_minute

MOST: Final = 20
"""Drafts that may wait."""
_NOTE: Final = "release-draft:"
_NAME_BYTES: Final = 8


class NoDraft(CenterError):
    """It was published or thrown away meanwhile."""

    status = 404

    def __init__(self) -> None:
        super().__init__("Không còn bản soạn này.", "Xem lại trang Danh mục.")


@dataclass(frozen=True, slots=True)
class Made:
    """How a draft came to be: whose, from which file, what was not understood in it, how many stayed as
    they were."""

    login: str = ""
    by: str = ""
    file: str = ""
    problems: tuple[Problem, ...] = ()
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft: `packed` is what is to be signed, `signed` the release once it is; `at` ISO 8601."""

    release: Release
    packed: bytes = field(repr=False)
    made: Made = field(default_factory=Made)
    at: str = ""
    signed: Signed | None = None

    @property
    def name(self) -> str:
        """By what it says: 16 hex digits."""
        return sha256(self.packed).digest()[:_NAME_BYTES].hex()


def keep_draft(center: Center, release: Release, made: Made) -> Draft:
    """Keeps a prepared release. Raises `CenterError` for one too large, or too many that wait."""
    try:
        packed = pack_release(release)
    except ReleaseRefused as refused:
        raise CenterError(str(refused), "") from refused
    return _keep(center, Draft(release, packed, made, iso_minute(center.clock())))


def keep_signed(center: Center, raw: bytes, made: Made) -> Draft:
    """Keeps a release that was signed elsewhere, in place of its draft where that is here.

    Raises `CenterError` for one that could not be published.
    """
    signed = check_signed(center, raw)
    packed = pack_release(signed.release)
    known = _read(center, Draft(signed.release, packed).name)
    if known is not None:
        made = known.made
    return _keep(center, Draft(signed.release, packed, made, iso_minute(center.clock()), signed))


def drafts(center: Center) -> list[Draft]:
    """Every draft, the oldest first."""
    with center.store.snapshot() as ledger:
        found = [_draft(raw) for _key, raw in ledger.rows.notes(_NOTE)]
    return sorted(found, key=lambda one: (one.at, one.name))


def draft_named(center: Center, name: str) -> Draft:
    """One draft. Raises `NoDraft`."""
    found = _read(center, name)
    if found is None:
        raise NoDraft
    return found


def drop_draft(center: Center, name: str) -> None:
    """Throws a draft away; nothing where it is gone."""
    with center.store.transaction() as ledger:
        ledger.rows.put_note(_NOTE + name, None)


def _keep(center: Center, draft: Draft) -> Draft:
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        rows.lock(center.channel)
        held = {key for key, _raw in rows.notes(_NOTE)}
        if len(held) >= MOST and _NOTE + draft.name not in held:
            raise CenterError(f"Đã có {MOST} bản soạn đang chờ.", "Bỏ bớt bản không dùng nữa.")
        rows.put_note(_NOTE + draft.name, _out(draft))
    return draft


def _read(center: Center, name: str) -> Draft | None:
    with center.store.snapshot() as ledger:
        raw = ledger.rows.note(_NOTE + name)
    return None if raw is None else _draft(raw)


def _out(draft: Draft) -> bytes:
    plain: dict[str, Any] = {
        "packed": b64encode(draft.packed).decode("ascii"),
        "signed": b64encode(draft.signed.raw).decode("ascii") if draft.signed is not None else "",
        "at": draft.at,
        "login": draft.made.login,
        "by": draft.made.by,
        "file": draft.made.file,
        "unchanged": draft.made.unchanged,
        "problems": [[one.row, one.code, one.field, one.text] for one in draft.made.problems],
    }
    return zlib.compress(json.dumps(plain, ensure_ascii=False).encode())


def _draft(raw: bytes) -> Draft:
    """Of our own database: it is as `_out` wrote it."""
    plain = json.loads(zlib.decompress(raw))
    packed = b64decode(plain["packed"])
    made = Made(plain["login"], plain["by"], plain["file"], _problems(plain["problems"]), plain["unchanged"])
    signed = open_release(b64decode(plain["signed"])) if plain["signed"] else None
    return Draft(read_packed(packed), packed, made, plain["at"], signed)


def _problems(some: Iterable[Any]) -> tuple[Problem, ...]:
    return tuple(Problem(row, code, name, text) for row, code, name, text in some)
