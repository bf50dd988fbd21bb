"""The ways notices go out, as the administrator sets them: checked, kept in a note; keys lie elsewhere."""

from __future__ import annotations

import ipaddress
import json
import os
import re
from collections.abc import Mapping
from dataclasses import asdict, fields
from hashlib import sha256
from typing import Any, Final
from urllib.parse import urlsplit

from sqlalchemy import update

from sync.acts.mistakes import Mistake
from sync.center.notices.gateway import KEY, PHONE, PLACES, TEXT, SmsWay, filled
from sync.center.notices.mail import MailWay
from sync.center.store.notice_tables import citizen_notices
from sync.center.store.noticing import NOTE, Ways, resting, ways_of
from sync.center.store.occasions import EMAIL, SMS, WAYS, email
from sync.center.store.opening import ERA, Center
from sync.center.units.tree import center_rows
from sync.model.moment import iso_minute

MAIL_KEY: Final = "MOTCUA_SMTP_PASSWORD"
SMS_KEY: Final = "MOTCUA_SMS_KEY"
"""Variables of the environment; what is in them is in no database, backup or log."""
SECURITY: Final = {"starttls": "STARTTLS (thường cổng 587)", "tls": "TLS (thường cổng 465)"}
NO_SECURITY: Final = "none"
MAX_BODY: Final = 4000
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?\Z")
_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,60}\Z")
_PLACE_LIKE = re.compile(r"\{(\w+)\}")


def keys_here() -> dict[str, bool]:
    """Whether the environment of this process holds the keys."""
    return {EMAIL: bool(os.environ.get(MAIL_KEY)), SMS: bool(os.environ.get(SMS_KEY))}


def mail_way(said: Mapping[str, Any]) -> MailWay:
    """The SMTP server that was set."""
    known = {one.name for one in fields(MailWay)}
    return MailWay(**{name: value for name, value in said.items() if name in known})


def sms_way(said: Mapping[str, Any]) -> SmsWay:
    """The gateway that was set."""
    known = {one.name for one in fields(SmsWay)}
    return SmsWay(**{name: value for name, value in said.items() if name in known})


def check_mail(said: Mapping[str, str]) -> MailWay | tuple[Mistake, ...]:
    """An SMTP server from a form's texts (``host``, ``port``, …), or the mistakes by field."""
    found, host, port = [], said.get("host", ""), said.get("port", "")
    security, user = said.get("security", ""), said.get("user", "")
    if not (_HOST.match(host) or _ip(host)):
        found.append(Mistake("host", "Ghi tên hoặc địa chỉ của máy chủ thư, ví dụ smtp.tinh.gov.vn."))
    if not (port.isascii() and port.isdigit() and len(port) <= 5 and 0 < int(port) < 65536):
        found.append(Mistake("port", "Cổng là một số từ 1 đến 65535."))
    if security not in (*SECURITY, NO_SECURITY) or (security == NO_SECURITY and not _near(host)):
        found.append(
            Mistake("security", "Chọn cách mã hóa; chỉ máy chủ thư trên chính máy này mới được không.")
        )
    if not email(said.get("sender", "")):
        found.append(Mistake("sender", "Ghi địa chỉ thư gửi đi, ví dụ motcua@tinh.gov.vn."))
    if not (user.isascii() and user.isprintable() and len(user) <= 200):
        found.append(Mistake("user", "Tài khoản thư chỉ gồm chữ không dấu, số và dấu."))
    name = said.get("sender_name", "")
    if not name.isprintable() or len(name) > 100:
        found.append(Mistake("sender_name", "Tên người gửi viết trong 100 ký tự."))
    if found:
        return tuple(found)
    return MailWay(host, int(port), security, said["sender"].strip(), name.strip(), user)


def check_sms(said: Mapping[str, str], *, plain: bool, international: bool) -> SmsWay | tuple[Mistake, ...]:
    """A gateway from a form's texts (``url``, ``body``, …), or the mistakes by field."""
    found = []
    wrong = _wrong_url(said.get("url", ""))
    if wrong:
        found.append(Mistake("url", wrong))
    wrong = _wrong_body(said.get("body", ""))
    if wrong:
        found.append(Mistake("body", wrong))
    header, value = said.get("header", ""), said.get("header_value", "")
    if header and not _HEADER.match(header):
        found.append(Mistake("header", "Tên tiêu đề chỉ gồm chữ, số và gạch nối, ví dụ Authorization."))
    strange = [one for one in _PLACE_LIKE.findall(value) if one != KEY]
    if strange or not (value.isascii() and value.isprintable() and len(value) <= 200):
        found.append(Mistake("header_value", "Giá trị chỉ gồm chữ không dấu và {khoa}, ví dụ Bearer {khoa}."))
    if bool(header) != bool(value):
        found.append(Mistake("header_value", "Ghi cả tên và giá trị của tiêu đề, hoặc để trống cả hai."))
    field, answer = said.get("answer_field", ""), said.get("answer_value", "")
    if bool(field) != bool(answer) or max(len(field), len(answer)) > 100:
        found.append(
            Mistake("answer_value", "Ghi cả trường và giá trị báo thành công, hoặc để trống cả hai.")
        )
    if found:
        return tuple(found)
    return SmsWay(
        said["url"], said["body"], header, value, field, answer, plain=plain, international=international
    )


def _wrong_url(url: str) -> str:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port, parts = "", 0, urlsplit("")
    sound = parts.scheme in ("http", "https") and (_HOST.match(host) or _ip(host)) and port != 0
    if not sound or len(url) > 500 or parts.username is not None or not (url.isascii() and url.isprintable()):
        return "Ghi địa chỉ của cổng tin nhắn, ví dụ https://sms.nhamang.vn/gui; không ghi khóa vào địa chỉ."
    if parts.scheme == "http" and not _near(host):
        return "Địa chỉ phải bắt đầu bằng https://; chỉ cổng trên chính máy này mới được http://."
    return ""


def _wrong_body(body: str) -> str:
    if len(body) > MAX_BODY:
        return f"Nội dung JSON viết trong {MAX_BODY} ký tự."
    try:
        raw = json.loads(body)
        strange = [
            one for one in _PLACE_LIKE.findall(json.dumps(raw, ensure_ascii=False)) if one not in PLACES
        ]
        done = json.dumps(filled(raw, dict.fromkeys(PLACES, "\x01")) if isinstance(raw, dict) else "")
    except (ValueError, RecursionError):
        return "Nội dung không phải JSON; kiểm tra dấu ngoặc kép, dấu phẩy."
    if strange:
        return f"Không có trường “{strange[0][:40]}”. Các trường dùng được: {', '.join(PLACES)}."
    held = json.dumps(raw, ensure_ascii=False)
    if not done or f"{{{PHONE}}}" not in held or f"{{{TEXT}}}" not in held or not isinstance(raw, dict):
        return "Nội dung là một đối tượng JSON có {so_dien_thoai} và {noi_dung}."
    return ""


def _ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _near(host: str) -> bool:
    """Whether a host is this very machine."""
    return host == "localhost" or (_ip(host) and ipaddress.ip_address(host).is_loopback)


def set_ways(
    center: Center,
    mail: MailWay | None,
    sms: SmsWay | None,
    *,
    first: str = EMAIL,
    lookup: str = "",
    seen: str | None = None,
) -> bool:
    """Keeps the ways (None: off). False, and nothing is kept, where another version stands than was `seen`.

    Turned on, or on again after a restore, it begins now: of what happened before nobody is told, and what
    waited in the backup may have left since.
    """
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        before = ways_of(rows)
        if seen is not None and seen != version(before):
            return False
        begun = bool(before.on) and not resting(rows, before)
        ways = Ways(
            asdict(mail) if mail else {},
            asdict(sms) if sms else {},
            first if first in WAYS else EMAIL,
            before.since if begun else center.clock(),
            rows.note(ERA) or b"",
            lookup,
        )
        rows.put_note(NOTE, ways.raw)
        if before.since is not None and before.era != ways.era:
            t = citizen_notices
            open_now = update(t).where(t.c.state.in_(("waiting", "sending")))
            rows.execute(open_now.values(state="doubtful", problem="restored", at=iso_minute(center.clock())))
    return True


def version(ways: Ways) -> str:
    """A name of these very settings, for two who change them at once."""
    return sha256(ways.raw).hexdigest()[:20]
