"""Notices by SMS: one POST of JSON to a provider's gateway, of which every field is the administrator's.

No redirect is followed: it would carry the key and a citizen's number elsewhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from sync.center.notices.handing import SECONDS, Handed, Message, Outcome

PHONE, TEXT, KEY = "so_dien_thoai", "noi_dung", "khoa"
PLACES: Final = (PHONE, TEXT, KEY)
"""What a gateway's body may hold, in braces."""
_PLACE: Final = re.compile(r"\{(" + "|".join(PLACES) + r")\}")
_MAX_ANSWER: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class SmsWay:
    """A gateway. `body` is JSON in whose texts the `PLACES` are filled; `header` (``X-Api-Key``) bears
    `header_value` (``Bearer {khoa}``). With `answer_field` the answer's JSON must hold `answer_value` there.
    `plain`: without diacritics. `international`: numbers begin with 84."""

    url: str
    body: str
    header: str = ""
    header_value: str = ""
    answer_field: str = ""
    answer_value: str = ""
    plain: bool = False
    international: bool = False

    @property
    def keyed(self) -> bool:
        """Whether a key goes along."""
        return "{khoa}" in self.body or "{khoa}" in self.header_value


def filled(raw: Any, values: dict[str, str]) -> Any:
    """A JSON value with the places in its texts filled: after parsing, so no text breaks out of its field."""
    if isinstance(raw, str):
        return _PLACE.sub(lambda found: values[found[1]], raw)
    if isinstance(raw, list):
        return [filled(one, values) for one in raw]
    if isinstance(raw, dict):
        return {key: filled(one, values) for key, one in raw.items()}
    return raw


def send_sms(way: SmsWay, key: str, message: Message) -> Handed:
    """Hands one message over. Never raises for what the gateway or the line does."""
    import requests

    if way.keyed and not (key.isascii() and key.isprintable() and key.strip()):
        return Handed(Outcome.LATER, "no-key", reached=False)
    number = "84" + message.to[1:] if way.international else message.to
    values = {PHONE: number, TEXT: message.text, KEY: key}
    body = json.dumps(filled(json.loads(way.body), values), ensure_ascii=False).encode()
    headers = {"Content-Type": "application/json; charset=utf-8", "Accept": "application/json"}
    if way.header:
        headers[way.header] = way.header_value.replace("{khoa}", key)
    try:
        with requests.Session() as session:
            session.trust_env = False
            with session.post(
                way.url, data=body, headers=headers, timeout=SECONDS, allow_redirects=False, stream=True
            ) as answer:
                return _told(
                    way, answer.status_code, lambda: answer.raw.read(_MAX_ANSWER, decode_content=True)
                )
    except requests.exceptions.SSLError:
        return Handed(Outcome.LATER, "tls", reached=False)
    except requests.exceptions.ConnectTimeout:
        return Handed(Outcome.LATER, "unreachable", reached=False)
    except requests.exceptions.ConnectionError as error:
        if _not_connected(error):
            return Handed(Outcome.LATER, "unreachable", reached=False)
        return Handed(Outcome.DOUBTFUL, "unanswered")
    except (requests.exceptions.RequestException, OSError):
        return Handed(Outcome.DOUBTFUL, "unanswered")


def _not_connected(error: Exception) -> bool:
    """Whether nothing was sent at all: the name is unknown, or nobody took the connection."""
    from urllib3.exceptions import MaxRetryError, NewConnectionError

    cause = error.args[0] if error.args else None
    return isinstance(cause, MaxRetryError) and isinstance(cause.reason, NewConnectionError)


def _told(way: SmsWay, status: int, read: Callable[[], bytes]) -> Handed:
    if status in (401, 403):
        return Handed(Outcome.LATER, "login", reached=False)
    if status in (429, 503):
        return Handed(Outcome.LATER, "busy")
    if status >= 500:
        return Handed(Outcome.DOUBTFUL, "unanswered")
    if not 200 <= status < 300:
        return Handed(Outcome.REFUSED, "refused")
    if not way.answer_field:
        return Handed(Outcome.SENT)
    from urllib3.exceptions import HTTPError

    try:
        said = json.loads(read())
    except (ValueError, OSError, HTTPError):
        return Handed(Outcome.DOUBTFUL, "unanswered")
    for name in way.answer_field.split("."):
        said = said.get(name) if isinstance(said, dict) else None
    if said is not None and str(said) == way.answer_value:
        return Handed(Outcome.SENT)
    return Handed(Outcome.REFUSED, "refused")
