"""The first start: what is asked of an empty folder, kept as it is asked, and the desk made from it.

The answers lie in ``first-start.json`` until the end, so that a power cut loses none; an invitation, which is
a secret until it was used, lies with the keys. Making the desk may be begun again at any point: what stands
is kept, what is missing is added.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from desk_app.domain.mistakes import DeskError
from desk_app.operations.desk import Clock, Desk, open_desk, set_up
from desk_app.operations.enrolment import enrol
from desk_app.operations.founding import check_set_up, give_up_desk, refuse_nameless
from desk_app.operations.key_files import SERVICE
from desk_app.operations.numbers import ClockDoubtful
from desk_app.operations.officers import add_officer, officer_line
from desk_app.operations.shared_facts import FACTS, LONGEST, apply_shared, set_office
from desk_app.operations.unit_words import shared_settings
from desk_app.paths import DeskPaths, keys_folder
from desk_app.store.store import write_atomically
from desk_app.store.tables import tables_of
from sync.identity.certificates import read_invitation
from sync.identity.keys import NotGenuine
from sync.identity.secrets import SecretStore
from sync.model.number import MAIN_DESKS
from sync.model.text import TextRefused, nfc_line
from sync.protocol.ports import Post

ALONE, ENROL = "alone", "enrol"
MAX_OFFICERS = 30


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered so far. `page` is the question being asked, `way` `ALONE` or `ENROL`, `desk` 1 to 6
    (0: the center chooses), `officers` the names."""

    page: str = ""
    way: str = ALONE
    name: str = ""
    code: str = ""
    desk: int = 1
    address: str = ""
    phone: str = ""
    place: str = ""
    upstream_title: str = ""
    officers: tuple[str, ...] = ()
    invitation: str = ""


def is_first_start(data: Path) -> bool:
    """Whether this folder still wants its first start. Raises `DeskError` where `desk.json` was lost."""
    paths = DeskPaths(data)
    refuse_nameless(paths)
    return paths.answers.exists() or not paths.identity.exists()


def read_answers(data: Path) -> Answers:
    """What was answered before the power went; nothing of a file that is no list of answers."""
    try:
        raw = json.loads(DeskPaths(data).answers.read_bytes())
    except (OSError, ValueError):
        return Answers()
    kinds = {one.name: type(one.default) for one in fields(Answers) if one.name != "invitation"}
    known: dict[str, Any] = {name: raw.get(name) for name in kinds} if isinstance(raw, dict) else {}
    known["officers"] = tuple(str(one) for one in known.get("officers") or ())
    fit: dict[str, Any] = {name: value for name, value in known.items() if type(value) is kinds[name]}
    kept = _secrets().get(_secret_name(data)) or b""
    return replace(Answers(), **fit, invitation=kept.decode("utf-8"))


def keep_answers(data: Path, answers: Answers) -> None:
    """Keeps the answers, durably. Raises `DeskError` where nothing can be written."""
    plain = asdict(answers)
    invitation = plain.pop("invitation")
    try:
        secrets, name = _secrets(), _secret_name(data)
        if (secrets.get(name) or b"").decode("utf-8") != invitation:
            secrets.put(name, invitation.encode("utf-8"))
        write_atomically(DeskPaths(data).answers, json.dumps(plain, ensure_ascii=False).encode("utf-8"))
    except OSError as error:
        raise DeskError(
            "Không ghi được thư mục dữ liệu hoặc thư mục khóa.", "Kiểm tra quyền và ổ đĩa."
        ) from error


def finish(data: Path) -> None:
    """The first start is over: from here on the folder is a desk's."""
    if _secrets().get(_secret_name(data)):
        _secrets().put(_secret_name(data), b"")
    DeskPaths(data).answers.unlink(missing_ok=True)


def _secrets() -> SecretStore:
    return SecretStore(keys_folder(), SERVICE)


def _secret_name(data: Path) -> str:
    return f"invited-{sha256(str(data.resolve()).encode()).hexdigest()[:16]}"


# ------------------------------------------------------------------------------------------------ checking


def name_mistake(name: str) -> str:
    """What is wrong with a unit's name, in words; empty when nothing is."""
    return _wrong_line(name) or ("" if name.strip() else "Ghi tên đơn vị như in trên giấy tờ.")


def code_mistake(code: str) -> str:
    """What is wrong with a unit's identifier."""
    if not code.strip():
        return "Ghi mã định danh của đơn vị; mã có trong quyết định cấp mã của tỉnh."
    try:
        check_set_up(clean_code(code), "x", 1, "P1")
    except DeskError as wrong:
        return wrong.sentence
    return ""


def clean_code(code: str) -> str:
    """An identifier as it is written: capitals, no spaces."""
    return "".join(code.split()).upper()


def officer_mistakes(names: Sequence[str]) -> list[str]:
    """What is wrong with each officer's name; an empty line is none, but one name there must be."""
    said = ["" for _ in names]
    seen: set[str] = set()
    for at, name in enumerate(names):
        if not name.strip():
            continue
        try:
            line = officer_line(name)
        except DeskError as wrong:
            said[at] = wrong.sentence
            continue
        if line in seen:
            said[at] = f"Đã ghi “{line}” ở trên."
        seen.add(line)
    if not seen and not any(said):
        said[0] = "Ghi họ tên ít nhất một cán bộ tiếp nhận."
    return said


def fact_mistake(value: str) -> str:
    """What is wrong with a fact of the office; it may be empty."""
    return _wrong_line(value)


def invitation_mistake(text: str) -> str:
    """What is wrong with an invitation as it was pasted or scanned."""
    if not text.strip():
        return "Dán thư mời của trung tâm vào đây, hoặc quét mã QR của thư mời."
    try:
        read_invitation(text)
    except NotGenuine:
        return "Thư mời bị cắt mất hoặc gõ sai. Sao chép lại trọn vẹn một dòng, hoặc quét lại mã QR."
    return ""


def _wrong_line(value: str) -> str:
    try:
        line = nfc_line(value)
    except TextRefused as refused:
        return f"{refused.title} {refused.advice}".strip()
    return f"Dài nhất {LONGEST} ký tự." if len(line) > LONGEST else ""


# ------------------------------------------------------------------------------------------------- making


def make_desk(data: Path, answers: Answers, *, clock: Clock, post: Post | None = None) -> Desk:
    """The desk of the answers; goes on where a power cut or a refused invitation left it.

    Raises `DeskError`; then the answers are still kept and it may be called again.
    """
    names = [officer_line(name) for name in answers.officers if name.strip()]
    paths = DeskPaths(data)
    if paths.identity.exists() and not _is_wanted(data, answers, clock):
        give_up_desk(paths)
    if answers.way == ENROL:
        desk = _enrolled(data, answers, names[0], clock, post)
    elif paths.identity.exists():
        desk = open_desk(data, clock)
    else:
        desk = set_up(
            data,
            unit=clean_code(answers.code),
            name=nfc_line(answers.name),
            clock=clock,
            desk=max(1, min(MAIN_DESKS, answers.desk)),
            officer=names[0],
        )
    try:
        _complete(desk, answers, names)
    except BaseException:
        desk.close()
        raise
    return desk


def _is_wanted(data: Path, answers: Answers, clock: Clock) -> bool:
    """Whether the desk that stands is these answers'. One that is enrolled or has received stays."""
    desk = open_desk(data, clock)
    try:
        settings = desk.settings
        with desk.reading() as ledger:
            leased = bool(ledger.rows.leases(settings.channel))
            used = desk.store.reader().execute("SELECT 1 FROM issued LIMIT 1").fetchone() is not None
        if settings.enrolled or used:
            return True
        if answers.way == ENROL:
            return not leased and settings.unit == read_invitation(answers.invitation).unit
        same = (settings.unit, settings.unit_name, settings.desk)
        return leased and same == (clean_code(answers.code), nfc_line(answers.name), answers.desk)
    finally:
        desk.close()


def _enrolled(data: Path, answers: Answers, officer: str, clock: Clock, post: Post | None) -> Desk:
    if DeskPaths(data).identity.exists():
        desk = open_desk(data, clock)
        if desk.settings.enrolled:
            return desk
        desk.close()
    wished = answers.desk if 1 <= answers.desk <= MAIN_DESKS else None
    return enrol(data, answers.invitation, clock=clock, officer=officer, wished=wished, post=post)


def _complete(desk: Desk, answers: Answers, names: Sequence[str]) -> None:
    """The other officers, and the office's facts, which the unit's desks share where none was said before."""
    held = {one.name for one in desk.tables.officers()}
    for name in names:
        if name not in held:
            add_officer(desk, name)
    apply_shared(desk)
    said = shared_settings(desk)
    facts = {name: nfc_line(getattr(answers, name, "")) for name in FACTS}
    facts = {name: value for name, value in facts.items() if value and said.get(f"office.{name}") is None}
    try:
        set_office(desk, facts, desk.tables.officers()[0])
    except ClockDoubtful:
        # Begun on another day: the first dossier asks about the date. Until then they are this desk's own.
        with desk.writing() as ledger:
            for name, value in facts.items():
                tables_of(ledger).put_setting(name, value)
        desk.trust()
