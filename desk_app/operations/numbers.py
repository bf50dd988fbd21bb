"""Issuing numbers: from leases only, never twice, and never under a clock nobody confirmed."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import MACHINE
from desk_app.operations.desk import ALWAYS, Clock, Desk, open_desk
from desk_app.operations.doors import needs
from desk_app.store.tables import tables_of
from sync.journal.ledger import Ledger
from sync.journal.marks import MarkState
from sync.journal.own import Draft, OwnJournals
from sync.model import kinds
from sync.model.bodies import officer_out, pack
from sync.model.dossier import Officer
from sync.model.moment import day_of, iso_minute, parse_moment, to_minute
from sync.model.number import DossierNumber, Lease, NumberRefused, main_range
from sync.protocol.ports import CAST_OUT

MOST_DAYS_AHEAD = 10
"""A date further ahead of the last commit is confirmed by the officer once."""


class ClockDoubtful(DeskError):
    """The machine's date needs an officer's word before a number is issued under it."""


@needs(MACHINE)
def settle_journal(desk: Desk, ledger: Ledger) -> OwnJournals:
    """Our journal, ready to be written; opens a new incarnation where the marks or a peer say so.

    A restored copy on the same machine takes one of its spare blocks, which both marks remember durably
    before the first number from it; anything else numbers only after a center (or an administrator) gave it
    a range.
    """
    own = desk.own(ledger)
    channel = desk.settings.channel
    state = desk.store.marks.check(ledger.knows)
    if state is MarkState.OK and not own.must_reopen(channel):
        return own
    spare = _untaken_spare(desk, ledger) if state is MarkState.AHEAD else None
    _reopen(desk, ledger, own, spare, others=state is not MarkState.OK)
    return own


@needs(MACHINE)
def begin_anew(desk: Desk) -> bool:
    """A desk restored from a backup begins new journals, whatever its marks say; whether it may number.

    It takes a spare block where the marks are this machine's and none were ever lost: they name every block
    taken. Elsewhere the same backup may have been restored before, so that only the center's word counts.
    """
    with desk.writing() as ledger:
        own = desk.own(ledger)
        known = desk.store.marks.check(ledger.knows) in (MarkState.OK, MarkState.AHEAD)
        spare = _untaken_spare(desk, ledger) if known else None
        _reopen(desk, ledger, own, spare, others=True)
    return spare is not None


def _reopen(desk: Desk, ledger: Ledger, own: OwnJournals, spare: Lease | None, *, others: bool) -> None:
    """New incarnations: of the unit's channel with the block, and of `others`, those of merged units."""
    channel = desk.settings.channel
    if spare is not None:
        desk.store.marks.take((spare.first, spare.last))
    own.reopen(channel, desk.today(), spare)
    if others:  # a unit that others were merged into writes in their channels too
        names = {key.removeprefix("own:") for key, _value in ledger.rows.notes("own:")} - {channel}
        for other in sorted(names):
            own.reopen(other, desk.today())


def _untaken_spare(desk: Desk, ledger: Ledger) -> Lease | None:
    """A spare block that was certainly never taken; None where the marks cannot say so."""
    mark = desk.store.marks.read()
    if mark is None or mark.lost:
        return None
    taken = set(mark.taken)
    leases = [lease for lease in ledger.rows.leases(desk.settings.channel) if lease.node == desk.keys.node]
    bound = {(lease.first, lease.last) for lease in leases if not lease.spare}
    free = (lease for lease in leases if lease.spare and (lease.first, lease.last) not in taken | bound)
    return next(free, None)


def cast_out(ledger: Ledger) -> bool:
    """Whether the center, or a hub by the center's word, has told this desk that it is revoked."""
    return any(True for _said in ledger.rows.notes(f"{CAST_OUT}:"))


@needs(MACHINE)
def issue_number(desk: Desk, ledger: Ledger, own: OwnJournals, day: date, dossier: bytes) -> str:
    """The next official number of the day, recorded as issued. Raises `DeskError` when no range is ours."""
    channel, unit = desk.settings.channel, desk.settings.unit
    if cast_out(ledger):
        raise DeskError(
            "Trung tâm đã thu hồi quầy này nên không phát được mã hồ sơ.",
            "Bản nháp và dữ liệu vẫn được giữ; tiếp nhận ở quầy khác và liên hệ người phụ trách trung tâm.",
        )
    current = own.current(channel)
    incarnation = current[0].incarnation if current else b""
    leases = [
        lease
        for lease in ledger.rows.leases(channel)
        if lease.node == desk.keys.node and lease.incarnation == incarnation and lease.identifier == unit
    ]
    usable = [lease for lease in leases if lease.since <= day]
    if not usable:
        if leases:
            raise DeskError(
                f"Dải số của quầy chỉ dùng từ ngày {min(lease.since for lease in leases):%d/%m/%Y}.",
                "Kiểm tra ngày giờ của máy.",
            )
        raise DeskError(
            "Quầy đang chờ trung tâm cấp dải số nên chưa phát được mã hồ sơ.",
            "Bản nháp vẫn được giữ; nối mạng rồi bấm Đồng bộ (motcua sync). Quầy độc lập: chạy lại"
            " “motcua setup --desk N” với một số quầy chưa dùng.",
        )
    lease = min(usable, key=lambda one: one.first)
    tables = tables_of(ledger)
    used = tables.last_serial(unit, day, lease.first, lease.last)
    try:
        serial = lease.after(used)
        while tables.number_is_known(str(DossierNumber(unit, day, serial))):
            serial = lease.after(serial)
    except NumberRefused as error:
        raise DeskError(
            "Đã dùng hết số trong ngày của quầy.", "Tiếp nhận ở quầy khác hoặc vào ngày mai."
        ) from error
    tables.issue(unit, day, serial, dossier)
    return str(DossierNumber(unit, day, serial))


@needs(MACHINE)
def check_clock(
    desk: Desk, ledger: Ledger, own: OwnJournals, officer: Officer, now: datetime, *, confirmed: bool
) -> None:
    """Raises `ClockDoubtful` unless `now` follows the last commit by at most ten days, or is confirmed.

    A confirmation is an entry, and from then on the confirmed date is the mark.
    """
    raw = ledger.rows.note("clock")
    last = parse_moment(raw.decode("ascii")) if raw else now
    back = to_minute(now) < to_minute(last)
    ahead = day_of(now) > day_of(last) + timedelta(days=MOST_DAYS_AHEAD)
    if (back or ahead) and not confirmed:
        which = "lùi về trước" if back else "nhảy quá xa về sau"
        raise ClockDoubtful(
            f"Đồng hồ máy đang là {now:%H:%M %d/%m/%Y}, {which} lần ghi gần nhất ({last:%H:%M %d/%m/%Y}).",
            "Chỉnh lại ngày giờ của máy; nếu ngày giờ đang hiện là đúng, xác nhận rồi làm lại"
            " (--date-confirmed).",
        )
    if back or ahead:
        body = pack({"at": iso_minute(now), "by": officer_out(officer), "before": iso_minute(last)})
        own.append(desk.settings.channel, [Draft(kinds.CLOCK, body)], day_of(now).toordinal())
    ledger.rows.put_note("clock", now.isoformat().encode("ascii"))


def take_desk_number(data: Path, unit: str, number: int, clock: Clock) -> Desk:
    """Gives a restored stand-alone desk, which may not number any more, the range of an unused desk number.

    Raises `DeskError` when the folder's desk can still number, belongs to a center, or the number was used.
    """
    desk = open_desk(data, clock)
    try:
        with desk.writing() as ledger:
            own = settle_journal(desk, ledger)
            current = own.current(desk.settings.channel)
            leases = [one for one in ledger.rows.leases(desk.settings.channel) if one.node == desk.keys.node]
            if current and any(one.incarnation == current[0].incarnation for one in leases):
                raise DeskError("Thư mục này đã có một quầy.", "Mở quầy đó, hoặc chọn thư mục trống khác.")
            if desk.settings.enrolled or desk.settings.unit != unit:
                raise DeskError(
                    "Quầy này đã thuộc một đơn vị hoặc trung tâm khác.",
                    "Nối mạng và đồng bộ để trung tâm cấp dải số.",
                )
            first, last = main_range(number)
            if any(one.first == first for one in leases):
                raise DeskError(
                    f"Số quầy {number} đã dùng trước khi khôi phục.", "Chọn một số quầy khác từ 1 đến 6."
                )
            assert current is not None
            incarnation = current[0].incarnation
            ledger.rows.save_lease(
                desk.settings.channel, Lease(unit, first, last, desk.keys.node, incarnation, ALWAYS)
            )
            tables_of(ledger).put_setting("desk", number)
    except BaseException:
        desk.close()
        raise
    desk.trust()
    return desk
