"""What a browser sends: names and values, cleaned of nothing, and the mistakes found in them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

MAX_BODY = 64 * 1024
MAX_FIELDS = 200
TOKEN = "_ma"
"""The field of the token against forged forms."""
_SECRET = ("password", "again", "old")
"""Fields that are never kept or shown again."""


class FormRefused(ValueError):
    """The body is no form."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that a form brought, by the browser's name for it; `cut`: too large, its content is left out."""

    name: str
    content: bytes = field(repr=False)
    cut: bool = False


class Form:
    """Values by name (several for a name with boxes to tick), and `mistakes`, a sentence each.

    `sent` tells whether the browser sent it: an empty form that was sent has no box ticked. `files`: what it
    brought, where its page takes files.
    """

    def __init__(
        self,
        values: Mapping[str, Sequence[str]] | None = None,
        *,
        sent: bool = False,
        files: Mapping[str, File] | None = None,
    ) -> None:
        self.values = {name: list(some) for name, some in (values or {}).items()}
        self.sent = sent
        self.files = dict(files or {})
        self.mistakes: dict[str, str] = {}

    def get(self, name: str, default: str = "") -> str:
        """The (first) value of a name."""
        return self.values.get(name, [default])[0]

    def all(self, name: str) -> list[str]:
        """Every value of a name."""
        return self.values.get(name, [])

    def wrong(self, name: str, sentence: str) -> None:
        """Notes a mistake; the first of a field is kept."""
        self.mistakes.setdefault(name, sentence)

    def number(self, name: str, default: int = 0) -> int:
        """A whole number of up to ten digits, or the default."""
        text = self.get(name)
        return int(text) if text.isascii() and text.isdigit() and len(text) <= 10 else default

    @property
    def kept(self) -> str:
        """As JSON, without passwords and tokens; empty when nothing is left."""
        left = {
            name: some
            for name, some in self.values.items()
            if name not in _SECRET and not name.startswith("_")
        }
        return json.dumps(left, ensure_ascii=False) if left else ""

    @classmethod
    def of_kept(cls, text: str) -> Form:
        """The inverse of `kept`; an empty form for anything else."""
        try:
            raw = json.loads(text) if text else {}
        except ValueError:
            raw = {}
        if not isinstance(raw, dict):
            return cls()
        found = {
            name: [str(one) for one in some][:MAX_FIELDS]
            for name, some in list(raw.items())[:MAX_FIELDS]
            if isinstance(some, list) and name not in _SECRET and not name.startswith("_")
        }
        return cls(found, sent=bool(found))


def read_form(body: bytes) -> Form:
    """The form of an ``application/x-www-form-urlencoded`` body. Raises `FormRefused`."""
    try:
        pairs = parse_qsl(
            body.decode("ascii"), keep_blank_values=True, max_num_fields=MAX_FIELDS, errors="replace"
        )
    except ValueError as error:
        raise FormRefused("form: not one") from error
    values: dict[str, list[str]] = {}
    for name, value in pairs:
        # a browser writes line breaks as CRLF; NUL is no character of any text
        values.setdefault(name, []).append(value.replace("\r\n", "\n").replace("\x00", ""))
    return Form(values, sent=True)
