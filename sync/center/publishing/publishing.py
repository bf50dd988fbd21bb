"""Publishing at a center: what holds, what a table would change, a release prepared, signed and published.

A release is prepared where the center is, signed where the publishing key is (here or on a machine that
serves nothing), and published by whoever serves: the signature, sequence, base and term are checked again,
and the desks check them once more.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

from sync.catalogue.catalogue import Catalogue, load_shipped
from sync.catalogue.chain import Chain, state_on, undoing
from sync.catalogue.difference import Difference, difference
from sync.catalogue.other_tables import kind_of, other_difference
from sync.catalogue.published import calendar_over, check_changes, records
from sync.catalogue.releases import (
    MAX_CHANGES,
    Change,
    Release,
    ReleaseRefused,
    Signed,
    open_release,
    pieces_of,
)
from sync.catalogue.table_reading import Standing
from sync.center.notices.wording import check_published, mistake_in, published_texts
from sync.center.publishing.in_force import catalogue_of, chain_of
from sync.center.store.opening import Center
from sync.center.store.released import PUBLISHER, chain_in
from sync.center.store.rows import CenterRows
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows
from sync.identity.keys import NodeKeys
from sync.journal.own import Draft, OwnJournals
from sync.model import kinds
from sync.model.calendar import Calendar
from sync.model.moment import day_of
from sync.model.strict import FieldError, Fields
from sync.model.text import TextRefused, nfc_line
from sync.resources import read_resource

TERM: Final = 400
"""Days a release stands without a newer one before desks warn."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a release rests on: number and date of the decision, its first day; `term` in days."""

    number: str
    decided: date
    effective: date
    term: int = TERM


def catalogue_on(center: Center, day: date) -> Catalogue:
    """The catalogue as the releases make it on a day."""
    return catalogue_of(center, day=day)


def compare(center: Center, table: bytes, effective: date, *, whole: bool = False) -> Difference:
    """What a table (XLSX, CSV, the portal's TSV) would change from a day on; nothing is written. Its columns
    say whether it is one of procedures, days, fees, wording of forms or notices."""
    kind = kind_of(table)
    if kind:
        return other_difference(kind, table, standing_on(center, effective))
    return difference(catalogue_on(center, effective), table, effective, whole=whole)


def standing_on(center: Center, day: date) -> Standing:
    """What holds on a day, for tables of days, fees, wording and notices."""
    releases = chain_of(center).releases
    return Standing(
        catalogue_on(center, day),
        calendar_over(_calendar(), releases, day),
        published_texts(releases, day),
        records(releases, "wording", day),
        mistake_in,
    )


def prepare(
    center: Center, changes: Sequence[Change], decision: Decision, *, undoes: int = 0, next_key: bytes = b""
) -> Release:
    """The next release, not signed yet. Raises `CenterError` for what desks could not read."""
    return _prepared(center, chain_of(center), changes, decision, undoes=undoes, next_key=next_key)


def _prepared(
    center: Center,
    chain: Chain,
    changes: Sequence[Change],
    decision: Decision,
    *,
    undoes: int = 0,
    next_key: bytes = b"",
) -> Release:
    if center.upstream is not None:
        raise CenterError("Máy đầu mối không công bố danh mục.", "Hãy công bố ở trung tâm.")
    if not changes and not next_key:
        raise CenterError("Không có thay đổi nào để công bố.", "Bảng giống hệt danh mục đang áp dụng.")
    if len(changes) > MAX_CHANGES:
        raise CenterError(f"Quá {MAX_CHANGES} thay đổi trong một quyết định.", "Hãy chia thành nhiều bảng.")
    try:
        number = nfc_line(decision.number)
    except TextRefused as error:
        raise CenterError(error.title, error.advice) from error
    if not number or len(number) > 500:
        raise CenterError("Cần số của quyết định công bố.", "Ví dụ: 858/QĐ-BTP.")
    state = state_on(chain.releases, decision.effective)
    base = calendar_over(_calendar(), chain.releases, decision.effective)
    try:
        check_changes(load_shipped(), base, state, changes)
        check_published(changes)
    except FieldError as error:
        raise CenterError(f"Thay đổi sai ở “{error.field}”: {error.reason}.", "Sửa rồi làm lại.") from error
    return Release(
        chain.sequence + 1,
        chain.tip,
        number,
        decision.decided,
        decision.effective,
        max(decision.effective, day_of(center.clock())) + timedelta(days=decision.term),
        tuple(changes),
        undoes,
        next_key,
    )


@cache
def _calendar() -> Calendar:
    return Calendar.from_table(json.loads(read_resource("calendars", "vietnam.json")))


def prepare_undoing(center: Center, sequence: int, number: str) -> Release:
    """The release that takes another back, from today (or from the day that one would have held).

    Raises `CenterError`.
    """
    chain, today = chain_of(center), day_of(center.clock())
    try:
        begins, changes = undoing(chain.releases, sequence, today)
    except ReleaseRefused as refused:
        raise CenterError(str(refused), "Xem “motcua center catalogue releases”.") from refused
    return _prepared(center, chain, changes, Decision(number, today, begins), undoes=sequence)


Noted = Callable[[CenterRows, Signed], None]
"""Writes in the transaction of a release who published it."""


def publish(center: Center, raw: bytes, *, publisher: bytes = b"", noted: Noted | None = None) -> Signed:
    """Takes a signed release in and writes it for every desk. One that is published already is said again
    to nobody. The first one's key is the publisher's from then on; `publisher`: it must be this key.
    `noted` runs in the same transaction.

    Raises `CenterError` for one that is not genuine, of another key, out of order, or past its term.
    """
    one, today = _opened(raw), day_of(center.clock())
    with center.store.transaction() as ledger:
        ledger.rows.lock(center.channel)
        chain = chain_in(center_rows(ledger), center.channel)
        if any(before.digest == one.digest for before in chain.releases):
            return one
        _check_next(center, chain, one, publisher, today)
        if not chain.releases:
            ledger.rows.put_note(PUBLISHER, one.key)
        drafts = [Draft(kinds.RELEASE, body, personal=False) for body in pieces_of(one)]
        own = OwnJournals(ledger, center.keys, center.entropy)
        own.append(center.channel, drafts, today.toordinal())
        if noted is not None:
            noted(center_rows(ledger), one)
    center.stirred()
    return one


def check_signed(center: Center, raw: bytes) -> Signed:
    """A signed release that could be published now. Raises `CenterError` for any other; writes nothing."""
    one = _opened(raw)
    _check_next(center, chain_of(center), one, b"", day_of(center.clock()))
    return one


def _opened(raw: bytes) -> Signed:
    try:
        return open_release(raw)
    except ReleaseRefused as refused:
        raise CenterError(str(refused), "Chép lại tệp từ máy ký.") from refused


def _check_next(center: Center, chain: Chain, one: Signed, publisher: bytes, today: date) -> None:
    release, wanted = one.release, chain.key or publisher
    if center.upstream is not None:
        raise CenterError("Máy đầu mối không công bố danh mục.", "Hãy công bố ở trung tâm.")
    if wanted and one.key != wanted:
        raise CenterError(
            "Bản công bố ký bằng khóa khác với khóa công bố đang dùng.", "Hãy ký lại bằng đúng khóa."
        )
    if release.sequence != chain.sequence + 1 or release.base != chain.tip:
        raise CenterError(
            f"Bản công bố số {release.sequence} không nối tiếp bản số {chain.sequence} đang áp dụng.",
            "Đã có bản khác được công bố trong lúc chờ ký: hãy soạn và ký lại trên bản mới nhất.",
        )
    if release.expires < today:
        raise CenterError("Bản công bố đã quá hạn dùng.", "Hãy soạn và ký lại.")


def changes_in(raw: object) -> tuple[Change, ...]:
    """Changes from plain data: {table: {key: fields, or null for what is taken back}}, for fees, calendar
    days, wording and notices. Raises `CenterError` naming the place."""
    try:
        found, changes = Fields(raw), []
        for table in ("procedures", "fees", "calendar", "wording", "notices"):
            held = found.inner(table)
            if held is not None:
                changes += [_change(table, key, held.path(key), fields) for key, fields in _items(raw, table)]
        found.done()
    except FieldError as error:
        raise CenterError(
            f"Tệp thay đổi sai ở “{error.field}”: {error.reason}.", "Sửa tệp rồi làm lại."
        ) from error
    return tuple(changes)


def _items(raw: object, table: str) -> list[tuple[str, object]]:
    assert isinstance(raw, dict)
    return sorted((str(key), fields) for key, fields in raw[table].items())


def _change(table: str, key: str, path: str, fields: object) -> Change:
    if not isinstance(fields, dict) or not fields:
        raise FieldError(path, "phải là một đối tượng có trường")
    kind = kinds_of(fields)
    return Change(table, key, kind, fields)


def kinds_of(fields: dict[str, object]) -> str:
    """The kind people read of changes given by fields: all taken back is abolished, else amended."""
    return "abolished" if all(value is None for value in fields.values()) else "amended"


def sign_here(release: Release, keys: NodeKeys) -> Signed:
    """The release signed. Raises `CenterError` where it is too large."""
    from sync.catalogue.releases import sign_release

    try:
        return sign_release(release, keys)
    except ReleaseRefused as refused:
        raise CenterError(str(refused), "") from refused
