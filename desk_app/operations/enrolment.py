"""Enrolling: from here on the center's receipts count, and its leases number."""

from __future__ import annotations

from pathlib import Path

from desk_app.domain.mistakes import DeskError
from desk_app.operations.desk import Clock, Desk, create_desk, open_desk
from desk_app.operations.synchronise import http_post_to, synchronise
from desk_app.operations.troubles import link_in_words, refusal_in_words
from desk_app.paths import DeskPaths
from desk_app.store.tables import tables_of
from sync.identity.certificates import Invitation, read_invitation
from sync.identity.keys import NotGenuine
from sync.model.number import TRAINING_UNIT
from sync.protocol.ports import LinkFailed, Post


def enrol(
    data: Path,
    invitation: str,
    *,
    clock: Clock,
    officer: str = "Cán bộ tiếp nhận",
    wished: int | None = None,
    post: Post | None = None,
) -> Desk:
    """Enrols the folder's stand-alone desk, or a new desk in an empty folder, and exchanges once.

    The key is on disk before the center hears of it: a lost answer is asked for again with the same
    invitation. Raises `DeskError`.
    """
    try:
        invited = read_invitation(invitation)
    except NotGenuine as error:
        raise DeskError(
            "Thư mời bị cắt mất hoặc gõ sai.", "Sao chép lại trọn vẹn một dòng thư mời của trung tâm."
        ) from error
    if invited.unit == TRAINING_UNIT:
        raise DeskError("Thư mời này là của đơn vị để tập.", "Xin trung tâm thư mời của đơn vị thật.")
    desk = _desk_for(data, invited, officer, wished, clock)
    try:
        _apply(desk, invited, wished, post)
        synchronise(desk, post)
    except BaseException:
        desk.close()
        raise
    return desk


def _desk_for(data: Path, invited: Invitation, officer: str, wished: int | None, clock: Clock) -> Desk:
    if not DeskPaths(data).identity.exists():
        values: dict[str, object] = {"unit": invited.unit, "unit_name": invited.unit, "desk": wished or 1}
        return create_desk(data, values, officer, clock, lease=False)
    desk = open_desk(data, clock)
    if desk.settings.enrolled or desk.settings.unit != invited.unit:
        unit, title = desk.settings.unit, desk.settings.center_title
        desk.close()
        if unit != invited.unit:
            raise DeskError(
                f"Quầy này thuộc đơn vị {unit}, thư mời lại của đơn vị {invited.unit}.",
                "Dùng đúng thư mời, hoặc ghi danh trong một thư mục trống.",
            )
        raise DeskError(f"Quầy này đã ghi danh với {title}.", "Không cần ghi danh lại; hãy đồng bộ.")
    return desk


def _apply(desk: Desk, invited: Invitation, wished: int | None, post: Post | None) -> None:
    """Asks the center, and writes down its yes."""
    from sync.protocol import engine

    with desk.reading() as ledger:
        heads = engine.standing_heads(ledger, desk.keys.node)
        stands_alone = bool(ledger.rows.leases(desk.settings.channel))
    question = engine.ask_enrol(
        desk.keys,
        invited,
        desk.clock(),
        desk=wished or (desk.settings.desk if stands_alone else 0),
        unit=desk.settings.unit,
        heads=heads,
    )
    try:
        answer = (post or http_post_to(invited.address, invited.pins))(engine.ENROL_PATH, question.sealed)
        enrolled = engine.hear_enrol(question, answer)
    except LinkFailed as failed:
        raise DeskError("Chưa ghi danh được.", link_in_words(failed)) from failed
    except engine.EnrolRefused as refused:
        raise DeskError("Trung tâm không nhận ghi danh.", refusal_in_words(refused.refusal)) from refused
    except (NotGenuine, engine.MessageRefused) as error:
        raise DeskError(
            "Máy trả lời không phải là trung tâm ghi trong thư mời.",
            "Kiểm tra lại địa chỉ và mạng, rồi thử lại với cùng thư mời.",
        ) from error
    desk.store.trusted[invited.center.node] = invited.center
    with desk.writing() as ledger:
        engine.keep_enrolment(ledger, enrolled, invited.center)
        tables = tables_of(ledger)
        settings = {
            "center": [invited.center.sign.hex(), invited.center.seal.hex()],
            "center_address": invited.address,
            "center_pins": [pin.hex() for pin in invited.pins],
            "center_title": enrolled.center_title,
            "desk": enrolled.certificate.desk,
        }
        if not stands_alone:
            settings["unit_name"] = enrolled.unit_name
        for name, value in settings.items():
            tables.put_setting(name, value)
    desk.trust()
