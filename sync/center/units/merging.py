"""Mergers and splits: a unit goes on in another, and what it received stays readable, numbered and signed.

NQ 202/2025/QH15 and the resolutions on communes: the new unit takes over the matters of the old ones. The
old units' channels stay as they are; the new unit's nodes are certified to read them and to write there
about what was received there. A desk of an old unit works on until it is enrolled anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sync.center.store.opening import Center
from sync.center.store.trouble import CenterError
from sync.center.units.restored import nodes_of
from sync.center.units.tree import (
    Unit,
    center_rows,
    channels_of,
    checked_code,
    put_unit,
    read_units,
    reads_and_writes,
    save_unit,
)
from sync.identity.certificates import Certificate, read_certificate, sign_certificate
from sync.journal.control import certificate_body
from sync.journal.ledger import Ledger
from sync.journal.own import Draft, OwnJournals
from sync.journal.port import NodeRecord
from sync.model import kinds
from sync.model.moment import day_of


@dataclass(frozen=True, slots=True)
class Merged:
    """The new unit, the old ones that go on in it, and how many of its nodes were certified anew."""

    unit: Unit
    old: tuple[Unit, ...]
    nodes: int


def merge_units(center: Center, old: Sequence[str], into: str, name: str | None = None) -> Merged:
    """Merges units into another, which is added (with `name`) when it is not known; durable when it returns.

    One old unit is a unit that got another identifier. Saying the same again changes nothing. Raises
    `CenterError`: unknown units, a unit into itself, a circle, one that was merged elsewhere.
    """
    codes, target = [checked_code(one) for one in dict.fromkeys(old)], checked_code(into)
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        rows.lock(center.channel)
        known = {unit.code: unit for unit in read_units(rows)}
        _check(known, codes, target, name)
        if name is not None and (target not in known or known[target].name != name):
            put_unit(center, ledger, target, name)
        certified = go_on_in(center, ledger, codes, target)
        now = {unit.code: unit for unit in read_units(rows)}
        return Merged(now[target], tuple(now[code] for code in codes), certified)


def go_on_in(center: Center, ledger: Ledger, codes: Sequence[str], target: str) -> int:
    """Lets units go on in another inside an open transaction; how many of its nodes were certified anew."""
    known = {unit.code: unit for unit in read_units(center_rows(ledger))}
    for code in codes:
        if known[code].successor != target:
            save_unit(center, ledger, replace(known[code], successor=target))
    return _certify_anew(center, ledger, target)


def _check(known: dict[str, Unit], codes: Sequence[str], target: str, name: str | None) -> None:
    if not codes:
        raise CenterError("Chưa ghi đơn vị cũ nào.", "Ghi mã các đơn vị được sáp nhập.")
    if target not in known and name is None:
        raise CenterError(f"Chưa có đơn vị {target}.", "Thêm tên của đơn vị mới bằng --name.")
    if target in known and known[target].successor:
        raise CenterError(
            f"Đơn vị {target} đã sáp nhập vào {known[target].successor}.", "Ghi đơn vị còn hoạt động."
        )
    for code in codes:
        if code not in known:
            raise CenterError(f"Chưa có đơn vị {code}.", "Xem lại mã bằng “motcua center unit list”.")
        if code == target:
            raise CenterError(f"Đơn vị {code} không thể sáp nhập vào chính nó.", "Ghi đơn vị mới khác.")
        if known[code].successor not in ("", target):
            raise CenterError(
                f"Đơn vị {code} đã sáp nhập vào {known[code].successor}.", "Một đơn vị chỉ sáp nhập một lần."
            )


def _certify_anew(center: Center, ledger: Ledger, unit: str) -> int:
    """Certificates with the old units' channels for the nodes that the unit has already."""
    rows = center_rows(ledger)
    channels, done = channels_of(rows, unit), 0
    drafts: list[Draft] = []
    for record in nodes_of(rows, unit):
        reads, writes = reads_and_writes(center, channels, unit, record.role)
        if not record.certificate or (record.reads, record.writes) == (reads, writes):
            continue
        raw = _renewed(center, record, reads, writes)
        ledger.certified(raw, record.node)
        drafts.append(Draft(kinds.CERTIFICATE, certificate_body(raw), personal=False))
        done += 1
    own, day = OwnJournals(ledger, center.keys, center.entropy), day_of(center.clock()).toordinal()
    for channel in sorted(channels) if drafts else ():
        own.append(channel, drafts, day)  # who reads an old channel must know who writes there now
    return done


def _renewed(center: Center, record: NodeRecord, reads: tuple[str, ...], writes: tuple[str, ...]) -> bytes:
    """A certificate that is later than the one before, whatever the clock says."""
    before: Certificate = read_certificate(record.certificate, None)
    at = max(center.clock(), datetime.fromisoformat(before.issued_at) + timedelta(microseconds=1))
    fresh = replace(before, reads=reads, writes=writes, issued_at=at.isoformat(timespec="microseconds"))
    return sign_certificate(center.keys, fresh)
