"""Notices by e-mail: SMTP (RFC 5321) over TLS, each step by itself, so that it is known what was taken."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from sync.center.notices.handing import SECONDS, Handed, Message, Outcome

_LATER = Handed(Outcome.LATER, "busy")


@dataclass(frozen=True, slots=True)
class MailWay:
    """An SMTP server.

    `security` is ``tls`` (from the first byte), ``starttls``, or ``none`` for a relay on this machine; `user`
    empty: it asks for no log-in; `authorities`: a file of CA certificates in place of the system's.
    """

    host: str
    port: int
    security: str
    sender: str
    sender_name: str = ""
    user: str = ""
    authorities: str = ""


def send_mail(way: MailWay, password: str, message: Message, now: datetime) -> Handed:
    """Hands one mail over. Never raises for what the server or the line does."""
    if way.user and not password:
        return Handed(Outcome.LATER, "no-key", reached=False)
    try:
        raw = _quoted(_mail(way, message, now))
    except (ValueError, MessageError):
        return Handed(Outcome.REFUSED, "refused", reached=False)
    try:
        server = _connected(way)
    except ssl.SSLError:
        return Handed(Outcome.LATER, "tls", reached=False)
    except (OSError, smtplib.SMTPException):
        return Handed(Outcome.LATER, "unreachable", reached=False)
    try:
        return _handed(server, way, password, message.to, raw)
    finally:
        server.close()


def _connected(way: MailWay) -> smtplib.SMTP:
    context = ssl.create_default_context(cafile=way.authorities or None)
    if way.security == "tls":
        return smtplib.SMTP_SSL(way.host, way.port, timeout=SECONDS, context=context)
    server = smtplib.SMTP(way.host, way.port, timeout=SECONDS)
    if way.security == "starttls":
        try:
            server.ehlo()
            server.starttls(context=context)
        except BaseException:
            server.close()
            raise
    return server


def _handed(server: smtplib.SMTP, way: MailWay, password: str, to: str, raw: bytes) -> Handed:
    try:
        server.ehlo_or_helo_if_needed()
        if way.user:
            server.login(way.user, password)
        steps: tuple[Callable[[], tuple[int, bytes]], ...] = (
            lambda: server.mail(way.sender),
            lambda: server.rcpt(to),
            lambda: _begin_data(server),
        )
        for step in steps:
            code = step()[0]
            if not 200 <= code < 400:
                return _refused(code)
    except smtplib.SMTPAuthenticationError as error:
        return _LATER if error.smtp_code < 500 else Handed(Outcome.LATER, "login", reached=False)
    except ssl.SSLError:
        return Handed(Outcome.LATER, "tls", reached=False)
    except (OSError, smtplib.SMTPException, ValueError):
        return Handed(Outcome.LATER, "unreachable", reached=False)
    # from here on it may have been taken, whatever becomes of the line
    try:
        server.send(raw)
        code = server.getreply()[0]
    except (OSError, smtplib.SMTPException):
        return Handed(Outcome.DOUBTFUL, "unanswered")
    return Handed(Outcome.SENT) if code == 250 else _refused(code)


def _begin_data(server: smtplib.SMTP) -> tuple[int, bytes]:
    server.putcmd("data")
    code, words = server.getreply()
    return (code if code == 354 or code >= 500 else 451), words


def _refused(code: int) -> Handed:
    return Handed(Outcome.REFUSED, "refused") if code >= 500 else _LATER


def _mail(way: MailWay, message: Message, now: datetime) -> bytes:
    made = EmailMessage(policy=SMTP)
    made["From"] = Address(way.sender_name, addr_spec=way.sender)
    made["To"] = Address(addr_spec=message.to)
    made["Subject"] = message.subject
    made["Date"] = format_datetime(now)
    # the same name for the same notice: should it ever come twice, a mail box can tell
    made["Message-ID"] = f"<{message.name}@{way.sender.rpartition('@')[2]}>"
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(message.text + "\n", cte="base64")
    return made.as_bytes()


def _quoted(raw: bytes) -> bytes:
    """With leading dots doubled and the end marked (RFC 5321, 4.5.2)."""
    lines = raw.split(b"\r\n")
    if lines and not lines[-1]:
        lines.pop()
    return b"".join((b"." if line.startswith(b".") else b"") + line + b"\r\n" for line in lines) + b".\r\n"
