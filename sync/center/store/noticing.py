"""Notices come into being in the transaction that folds the dossier: once each, or not at all.

Whether they are wanted stands in a note. After a restore they rest until somebody turns them on again: what
was sent since the backup is not known any more.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from sync.center.store.dialect import insert_into
from sync.center.store.notice_tables import citizen_notices
from sync.center.store.occasions import EMAIL, SMS, address_of, masked, occasions
from sync.model.moment import iso_minute, parse_moment

if TYPE_CHECKING:
    from sync.center.store.rows import CenterRows
    from sync.model.dossier import Dossier

NOTE: Final = "notices"
_ERA: Final = "era"


@dataclass(frozen=True, slots=True)
class Ways:
    """By what ways notices go out; nothing secret.

    `mail` and `sms` are what the administrator set (empty: that way is off), `first` the way that is taken
    where a dossier has an address for both; `since`: what happened earlier is told to nobody; `era`: how many
    restores the center counted then; `lookup`: the public address of the citizens' page.
    """

    mail: dict[str, Any] = field(default_factory=dict)
    sms: dict[str, Any] = field(default_factory=dict)
    first: str = EMAIL
    since: datetime | None = None
    era: bytes = b""
    lookup: str = ""

    @property
    def on(self) -> tuple[str, ...]:
        """The ways in use, the first one first."""
        known = [one for one, said in ((EMAIL, self.mail), (SMS, self.sms)) if said]
        return tuple(sorted(known, key=lambda one: one != self.first))

    @property
    def raw(self) -> bytes:
        """As a note."""
        return json.dumps(
            {
                "mail": self.mail,
                "sms": self.sms,
                "first": self.first,
                "since": iso_minute(self.since) if self.since else "",
                "era": self.era.decode(),
                "lookup": self.lookup,
            },
            ensure_ascii=False,
            sort_keys=True,
        ).encode()

    @classmethod
    def read(cls, raw: bytes | None) -> Ways:
        """The inverse of `raw`; none where there is no note."""
        if not raw:
            return cls()
        said = json.loads(raw)
        since = parse_moment(said["since"]) if said["since"] else None
        return cls(said["mail"], said["sms"], said["first"], since, said["era"].encode(), said["lookup"])


def ways_of(rows: CenterRows) -> Ways:
    """What the administrator set."""
    return Ways.read(rows.note(NOTE))


def resting(rows: CenterRows, ways: Ways) -> bool:
    """Whether the center was restored since notices were turned on."""
    return bool(ways.on) and ways.era != (rows.note(_ERA) or b"")


def note_occasions(rows: CenterRows, channel: str, dossiers: Sequence[Dossier]) -> None:
    """Writes down what is to be told about these dossiers, of their home channel, and is not written yet."""
    ways = ways_of(rows)
    if not ways.on or resting(rows, ways):
        return
    found = [row for one in dossiers if channel == f"unit:{one.unit}" for row in _rows(channel, one, ways)]
    if found:
        add = insert_into(rows.connection, citizen_notices)
        rows.execute(add.on_conflict_do_nothing(index_elements=["channel", "dossier", "occasion"]), found)


def _rows(channel: str, dossier: Dossier, ways: Ways) -> list[dict[str, Any]]:
    since = ways.since
    news = {what: at for what, at in occasions(dossier).items() if since is None or at >= since}
    way, address = next(((w, a) for w in ways.on if (a := address_of(dossier, w))), ("", ""))
    if not news or not address:
        return []
    return [
        {
            "channel": channel,
            "dossier": dossier.id,
            "unit": dossier.unit,
            "number": dossier.number.encode("utf-8", "replace").decode().replace("\0", ""),
            "occasion": what,
            "way": way,
            "address": masked(address),
            "occurred": iso_minute(at),
            "state": "waiting",
            "at": "",
            "problem": "",
            "tries": 0,
            "due": 0,
            "claimed": 0,
        }
        for what, at in sorted(news.items())
    ]
