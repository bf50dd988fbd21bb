"""Where the journal's mirror lies, and how far it has come.

The place is a setting of this desk. How far it has come stands in a file beside the store, so that the status
line asks no volume that may be slow or gone, and a restored desk does not believe that it was mirrored.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import BACKUP, MACHINE
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.mirror_records import Heads
from desk_app.operations.outcome import Changes, Outcome
from desk_app.store.purging import PURGES, SWEEP
from desk_app.store.store import write_atomically
from desk_app.store.tables import tables_of
from sync.journal.ledger import Ledger
from sync.model.entry import JournalId
from sync.model.moment import iso_minute
from sync.protocol.receipts import own_journals

_SETTING: Final = "mirror"


@dataclass(frozen=True, slots=True)
class MirrorStanding:
    """How the mirror stands: its `place` (empty: none was chosen), how many own entries are not in it yet,
    when all last were (`at`), what went wrong since (empty: nothing), and whether it still holds what was
    `purged` here."""

    place: str = ""
    behind: int = 0
    at: datetime | None = None
    trouble: str = ""
    purged: bool = False


@needs(MACHINE)
def place_of(desk: Desk) -> str:
    """The place that was chosen; empty for none."""
    raw: dict[str, Any] = desk.tables.setting(_SETTING) or {}
    return str(raw.get("place", ""))


@needs(BACKUP)
def keep_place(desk: Desk, place: str) -> Outcome[None]:
    """Keeps the place; empty: no mirror from now on. What lies there stays."""
    with desk.writing() as ledger:
        tables_of(ledger).put_setting(_SETTING, {"place": place})
    return Outcome(None, Changes(settings=True))


@needs(MACHINE)
def standing(desk: Desk) -> MirrorStanding:
    """How the mirror stands, asked of the store and the notes only."""
    place = place_of(desk)
    if not place:
        return MirrorStanding()
    notes = read_notes(desk)
    if notes.get("place") != place:
        notes = {}
    done = notes.get("heads", {})
    with desk.reading() as ledger:
        behind = sum(
            max(
                0, max((tip.seq for tip in ledger.rows.tips(row)), default=0) - int(done.get(name_of(one), 0))
            )
            for row, one in own_journals(ledger, desk.keys.node)
        )
        swept = ledger.rows.note(SWEEP) is None  # while it is being purged it is not written anew each time
        purged = swept and _purges(ledger) != notes.get("purges", 0)
    at = notes.get("at")
    moment = datetime.fromisoformat(at) if at else None
    return MirrorStanding(place, behind, moment, str(notes.get("trouble", "")), purged)


@needs(MACHINE)
def purges_here(desk: Desk) -> int:
    """How often something was purged from this desk's store."""
    with desk.reading() as ledger:
        return _purges(ledger)


def _purges(ledger: Ledger) -> int:
    return int(ledger.rows.note(PURGES) or b"0")


def behind_words(standing: MirrorStanding) -> str:
    """What the status line says of the mirror; empty while it has everything or none was chosen."""
    if standing.place and standing.purged and not standing.behind:
        return "Sổ dự phòng còn nội dung đã hủy"
    if not standing.place or not standing.behind:
        return ""
    return f"Sổ dự phòng thiếu {standing.behind} ghi nhận"


def standing_words(standing: MirrorStanding) -> str:
    """How the mirror stands, in a sentence or two."""
    if not standing.place:
        return "Chưa bật: chọn ổ đĩa thứ hai hoặc USB để cắm luôn ở máy."
    if standing.trouble:
        begin = f"Còn {standing.behind} ghi nhận chưa chép." if standing.behind else "Đã chép đủ."
        return f"{begin} {standing.trouble}"
    if standing.purged:
        return "Đang chép lại để bỏ nội dung đã hủy."
    if standing.behind:
        return f"Đang chép; còn {standing.behind} ghi nhận."
    return f"Đã chép đủ, lúc {standing.at:%H:%M %d/%m/%Y}." if standing.at else "Sắp chép."


@needs(MACHINE)
def note_reached(desk: Desk, place: str, heads: Heads, purges: int) -> None:
    """The mirror holds its journals as far as `heads` now, without what the first `purges` purges deleted.

    Raises `DeskError`.
    """
    _write(
        desk,
        {
            "place": place,
            "at": iso_minute(desk.clock()),
            "trouble": "",
            "purges": purges,
            "heads": {name_of(one): max(tip.seq for tip in tips) for one, tips in heads.items() if tips},
        },
    )


@needs(MACHINE)
def note_trouble(desk: Desk, place: str, trouble: DeskError) -> None:
    """It goes no further for now. Raises `DeskError`."""
    notes = read_notes(desk)
    known = notes if notes.get("place") == place else {}
    _write(desk, {**known, "place": place, "trouble": trouble.sentence})


@needs(MACHINE)
def read_notes(desk: Desk) -> dict[str, Any]:
    """The notes; none where they cannot be read: the mirror itself says the rest."""
    try:
        raw = json.loads(desk.paths.mirror_notes.read_bytes())
    except (OSError, ValueError):
        return {}
    return raw if isinstance(raw, dict) else {}


def name_of(journal: JournalId) -> str:
    """A journal's name in notes."""
    return f"{journal.channel} {journal.node.hex()} {journal.incarnation.hex()}"


def own_heads(ledger: Ledger, node: bytes) -> dict[str, int]:
    """How far each own journal goes that has not forked, by `name_of`."""
    found: dict[str, int] = {}
    for row, journal in own_journals(ledger, node):
        tips = ledger.rows.tips(row)
        if len(tips) == 1:
            found[name_of(journal)] = next(iter(tips)).seq
    return found


def _write(desk: Desk, notes: dict[str, Any]) -> None:
    try:
        write_atomically(desk.paths.mirror_notes, json.dumps(notes, ensure_ascii=False).encode())
    except OSError as error:
        raise DeskError("Không ghi được thư mục dữ liệu.", "Kiểm tra ổ đĩa và quyền ghi.") from error
