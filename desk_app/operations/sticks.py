"""Carrying entries on a stick when there is no line: write a bundle, look into one, take one in.

Blocking (a stick is slow), so it runs in the writer's lane or on the command line, never in the UI thread.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import PRESENT
from desk_app.operations.conditions import condition_of
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.outcome import Changes, Outcome
from desk_app.operations.rekeying import FORMER, go_on_under_next_key
from desk_app.operations.releases import apply_releases
from desk_app.operations.shared_facts import apply_shared
from desk_app.operations.stick_scans import DeskSink, confirms_scans, load_for_center, note_answer
from desk_app.operations.troubles import in_words
from desk_app.store.driver import StoreTrouble
from sync.identity.keys import NodeKeys, PublicKeys
from sync.journal.filling import filling_of
from sync.links.stick import StickFailed, bundle_name, free_in, open_stick_file, place_bundle
from sync.links.stick_words import bundle_in_words, stick_in_words
from sync.model.kinds import CENTER
from sync.model.moment import VIETNAM
from sync.protocol.asking import NotEnrolled
from sync.protocol.bundles import NOT_FOR_US, Bundle, BundleReader, BundleRefused
from sync.protocol.carrying import Packed, pack_bundle
from sync.protocol.unloading import Unloaded, confirms, news_in, open_bundle, take_bundle

__all__ = [
    "StickFacts",
    "StickIn",
    "StickOut",
    "export_stick",
    "import_stick",
    "look",
]


@dataclass(frozen=True, slots=True)
class StickOut:
    """A bundle that lies whole on the stick: `entries` of `dossiers`; `more` did not fit into it.

    With `scans`; `scans_left` found no room, `scans_missing` are missing or damaged on this machine.
    """

    path: Path
    size: int
    entries: int
    dossiers: int
    more: bool
    scans: int = 0
    scans_left: int = 0
    scans_missing: int = 0


@dataclass(frozen=True, slots=True)
class StickFacts:
    """What a bundle says of itself, before anything of it is taken in.

    `from_center`: an answer of the center, else of desk number `desk` of the unit. `entries` of `dossiers`
    by its maker's signed word; `ours`: it was made here; `answer`: it answers a bundle of this desk; `news`:
    its maker stands further than what is held here; `confirms`: it brings a later receipt for our entries, or
    the center's word on scans of ours that wait for it;
    `more`: its maker has more than fitted in. It carries `scans` of `scan_bytes`; `scans_left` found no
    room, `scans_missing` are missing or damaged at the maker. `history`: it holds all that the unit wrote so
    far, for a desk that is new; it is news as long as older dossiers are still to come.
    """

    path: Path
    from_center: bool
    unit: str
    desk: int
    made_at: datetime
    entries: int
    dossiers: int
    size: int
    ours: bool
    answer: bool
    news: bool
    confirms: bool
    more: bool
    scans: int = 0
    scan_bytes: int = 0
    scans_left: int = 0
    scans_missing: int = 0
    history: bool = False


@dataclass(frozen=True, slots=True)
class StickIn:
    """What a bundle brought: `received` entries were new here, of `dossiers`; `parked` runs wait for others.

    `acknowledged` of our entries are newly confirmed by the center's receipt, `pending` still wait.
    `refused` counts journals that could not be taken in. `scans` are new here, `scans_turned_away` were not
    whole or are named by no entry, `scans_confirmed` of ours are newly confirmed by the center.
    """

    facts: StickFacts
    received: int
    dossiers: int
    parked: int
    acknowledged: int
    pending: int
    refused: int
    scans: int = 0
    scans_turned_away: int = 0
    scans_confirmed: int = 0


@needs(PRESENT)
def export_stick(desk: Desk, folder: Path) -> Outcome[StickOut]:
    """Writes what the center does not have yet into a folder, and reads it again. Raises `DeskError`."""
    center = _center(desk)
    now = desk.clock()
    load, said = load_for_center(desk, free_in(folder)), [condition_of(desk)]

    def write(file: BinaryIO) -> Packed:
        return pack_bundle(
            desk.store, desk.keys, center, now, file, entropy=desk.entropy, load=load, conditions=said
        )

    def check(file: BinaryIO) -> None:
        for _segments in BundleReader(file, desk.keys, lambda *_: True).cargo():
            pass

    settings = desk.settings
    name = bundle_name("gui", settings.unit, settings.desk, now, desk.entropy(2))
    with _said():
        path, made = place_bundle(folder, name, write, check)
        size = path.stat().st_size
    told = made.manifest
    value = StickOut(
        path=path,
        size=size,
        entries=told.entries,
        dossiers=told.dossiers,
        more=told.more,
        scans=told.scans,
        scans_left=told.scans_left,
        scans_missing=len(told.scans_missing),
    )
    return Outcome(value, Changes(sync=True))


@needs(PRESENT)
def look(desk: Desk, path: Path) -> StickFacts:
    """What a bundle holds; takes nothing in. Raises `DeskError`."""
    center = _center(desk)
    with _said(), open_stick_file(path) as file:
        return _facts(desk, center, path, _open(desk, file).bundle)


@needs(PRESENT)
def import_stick(desk: Desk, path: Path) -> Outcome[StickIn]:
    """Takes a bundle in: the center's answer, or another desk's bundle of the unit. Raises `DeskError`.

    Taking the same one in again, or an old one, changes nothing.
    """
    center = _center(desk)
    before = _covered(desk, center)
    with _said(), open_stick_file(path) as file:
        reader = _open(desk, file)
        facts = _facts(desk, center, path, reader.bundle)
        taken: Unloaded = take_bundle(desk.store, desk.keys, center, reader, DeskSink(desk))
        confirmed = note_answer(desk, taken)
    value = StickIn(
        facts=facts,
        received=taken.received,
        dossiers=len(taken.dossiers),
        parked=taken.parked,
        acknowledged=max(0, taken.acknowledged - before),
        pending=taken.pending,
        refused=len(taken.refused),
        scans=len(taken.scans.taken),
        scans_turned_away=taken.scans.unnamed + len(taken.scans.damaged),
        scans_confirmed=confirmed,
    )
    go_on_under_next_key(desk)
    applied = bool(value.received) and apply_shared(desk)
    published = bool(value.received) and apply_releases(desk)
    news = bool(value.received or value.acknowledged or value.scans or value.scans_confirmed)
    common = applied or published  # a shared setting may be a fee
    changed = Changes(dossiers=news, catalogue=common, sync=True, settings=common)
    return Outcome(value, changed)


def _covered(desk: Desk, center: PublicKeys) -> int:
    from sync.protocol.receipts import pending_entries

    with desk.reading() as ledger:
        return pending_entries(ledger, desk.keys.node, center.node).covered


def _facts(desk: Desk, center: PublicKeys, path: Path, bundle: Bundle) -> StickFacts:
    told = bundle.manifest
    from_center = bundle.maker.node in desk.store.trusted
    history = told.history and bundle.maker == center
    return StickFacts(
        path=path,
        from_center=from_center and told.role == CENTER,
        unit=told.unit,
        desk=told.desk,
        made_at=datetime.fromtimestamp(told.time, VIETNAM),
        entries=told.entries,
        dossiers=told.dossiers,
        size=bundle.size,
        ours=bundle.maker.node == desk.keys.node,
        answer=bool(told.answers) and told.to == desk.keys.node,
        news=any(news_in(desk.store, bundle).values()) or (history and _is_filled_up(desk)),
        confirms=confirms(desk.store, desk.keys, center, bundle) or confirms_scans(desk, bundle),
        more=told.more,
        scans=told.scans,
        scan_bytes=told.scan_bytes,
        scans_left=told.scans_left,
        scans_missing=len(told.scans_missing),
        history=history,
    )


def _is_filled_up(desk: Desk) -> bool:
    """Whether older dossiers are still to come."""
    with desk.reading() as ledger:
        return filling_of(ledger.rows, desk.settings.channel) is not None


def _center(desk: Desk) -> PublicKeys:
    center = desk.trust().center
    if center is None:
        raise DeskError(
            "Quầy này chưa ghi danh với trung tâm nào nên chưa gửi được bằng thẻ nhớ.",
            "Xin thư mời của trung tâm rồi chạy “motcua enrol”.",
        )
    with desk.reading() as ledger:
        desk.reload_keys(ledger)  # another process may have changed them
    return center


def _open(desk: Desk, file: BinaryIO) -> BundleReader:
    """Opens a bundle; one from before a change of key is wrapped for the key that was ours then."""
    try:
        return open_bundle(desk.store, desk.keys, file)
    except BundleRefused as refused:
        with desk.reading() as ledger:
            former = ledger.rows.note(FORMER)
        if refused.reason != NOT_FOR_US or former is None:
            raise
    file.seek(0)
    return open_bundle(desk.store, NodeKeys(former), file)


@contextmanager
def _said() -> Iterator[None]:
    """Troubles of the stick, the bundle and the store as the officer reads them."""
    try:
        yield
    except BundleRefused as refused:
        raise DeskError(*bundle_in_words(refused)) from refused
    except StickFailed as failed:
        raise DeskError(*stick_in_words(failed)) from failed
    except StoreTrouble as trouble:
        raise in_words(trouble) from trouble
    except NotEnrolled as error:
        raise DeskError(
            "Quầy này chưa có chứng thư của trung tâm.", "Ghi danh lại bằng thư mời của trung tâm."
        ) from error
    except OSError as error:
        raise DeskError("Không đọc được thẻ nhớ.", "Cắm lại thẻ nhớ rồi làm lại.") from error
