"""Reading the `receive` JSON: strict types, every mistake named by its field, nothing guessed.

The shape is documented in `resources/schemas/receive.schema.json`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, NoReturn, TypeVar

from desk_app.domain.mistakes import DeskError, Mistake
from sync.acts.refusing import RefusalRequest
from sync.acts.requests import IntakeRequest
from sync.model.dossier import Paper, Person, Shown
from sync.model.moment import parse_moment
from sync.model.old_encodings import in_unicode

MAX_BYTES = 8 * 1024 * 1024
_T = TypeVar("_T")

_PERSON = (
    "full_name",
    "id_number",
    "id_kind",
    "kind",
    "date_of_birth",
    "gender",
    "address",
    "phone",
    "email",
    "commune",
)
_PAPER = ("name", "originals", "certified_copies", "copies")
_PEOPLE = ("owner", "representative", "payer", "collector")
_TEXTS = (
    "case",
    "return_by",
    "return_to",
    "note",
    "subject",
    "exemption",
    "due_reason",
    "channel",
    "portal_number",
    "for_unit",
)
_NUMBERS = ("sets", "pages", "copies")
_TIMES = ("due_at", "portal_at")
_KNOWN = {
    "procedure",
    "applicant",
    "papers",
    "fee_amounts",
    "representation",
    "shown",
    *_PEOPLE,
    *_TEXTS,
    *_NUMBERS,
    *_TIMES,
}


def read_requests(raw: bytes) -> tuple[list[IntakeRequest], bool]:
    """The requests of a file, and whether it was an array. Raises `DeskError` with the mistakes by field."""
    value = read_json(raw)
    many = isinstance(value, list)
    items = value if many else [value]
    mistakes: list[Mistake] = []
    requests = [_request(item, f"[{at}]." if many else "", mistakes) for at, item in enumerate(items)]
    if mistakes:
        first = mistakes[0]
        raise DeskError(f"Chưa tiếp nhận được: {first.field}: {first.message}", "", mistakes)
    return [one for one in requests if one is not None], many


def read_refusals(raw: bytes) -> tuple[list[RefusalRequest], bool]:
    """The refusals of a file, and whether it was an array: of each the `receive` JSON and its `reasons`,
    a list of texts. Raises `DeskError` with the mistakes by field.
    """
    value = read_json(raw)
    many = isinstance(value, list)
    mistakes: list[Mistake] = []
    found: list[RefusalRequest] = []
    for at, item in enumerate(value if many else [value]):
        path = f"[{at}]." if many else ""
        reasons = item.get("reasons") if isinstance(item, dict) else None
        if not isinstance(reasons, list) or not reasons or not all(isinstance(one, str) for one in reasons):
            mistakes.append(Mistake(f"{path}reasons", "Phải là danh sách lý do, ít nhất một."))
            continue
        rest = {name: field for name, field in item.items() if name != "reasons"}
        request = _request(rest, path, mistakes)
        if request is not None:
            found.append(RefusalRequest(request, tuple(map(in_unicode, reasons))))
    if mistakes:
        first = mistakes[0]
        raise DeskError(f"Chưa từ chối được: {first.field}: {first.message}", "", mistakes)
    return found, many


def read_json(raw: bytes) -> Any:
    """A JSON value from a file. Raises `DeskError` saying where it is wrong."""
    if len(raw) > MAX_BYTES:
        raise DeskError("Tệp quá lớn (trên 8 MB).", "Chia thành nhiều tệp nhỏ hơn.")
    try:
        return json.loads(raw.decode("utf-8-sig"), parse_constant=_no_constant, object_pairs_hook=_no_doubles)
    except UnicodeDecodeError as error:
        raise DeskError("Tệp không phải chữ UTF-8.", "Lưu lại tệp với bảng mã UTF-8.") from error
    except json.JSONDecodeError as error:
        where = f"dòng {error.lineno}, cột {error.colno}"
        raise DeskError(f"Tệp không phải JSON đúng cách ({where}).", "Sửa lại tệp rồi chạy lại.") from error
    except RecursionError as error:
        raise DeskError("Tệp lồng nhau quá sâu.") from error
    except ValueError as error:
        raise DeskError(f"Tệp không phải JSON đúng cách ({error}).") from error


def _no_constant(text: str) -> NoReturn:
    raise ValueError(f"{text} không phải là số")


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("có tên trường lặp lại")
    return made


class _Fields:
    """One JSON object being read; mistakes are collected under its path."""

    def __init__(self, raw: object, path: str, known: set[str], mistakes: list[Mistake]) -> None:
        self.path, self.mistakes = path, mistakes
        self.raw: Mapping[str, Any] = raw if isinstance(raw, dict) else {}
        if not isinstance(raw, dict):
            self.wrong("", "Phải là một đối tượng JSON.")
        for name in sorted(set(self.raw) - known):
            self.wrong(name[:40], "Không có trường này.")

    def wrong(self, name: str, message: str) -> None:
        """Notes a mistake."""
        self.mistakes.append(Mistake(f"{self.path}{name}".rstrip("."), message))

    def text(self, name: str, default: str = "") -> str:
        """A text field; text in an encoding from before Unicode is converted."""
        value = self.raw.get(name)
        if value is None:
            return default
        if not isinstance(value, str):
            self.wrong(name, "Phải là chữ.")
            return default
        return in_unicode(value)

    def whole(self, name: str) -> int | None:
        """A whole number field."""
        value = self.raw.get(name)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**31:
            self.wrong(name, "Phải là số nguyên không âm.")
            return None
        return value

    def parsed(self, name: str, parse: Callable[[str], _T], message: str) -> _T | None:
        """A text field in a form of its own."""
        value = self.text(name)
        if not value:
            return None
        try:
            return parse(value)
        except (ValueError, OverflowError):
            self.wrong(name, message)
            return None


def _moment(text: str) -> datetime:
    return parse_moment(text)


def _request(raw: object, path: str, mistakes: list[Mistake]) -> IntakeRequest | None:
    found = _Fields(raw, path, _KNOWN, mistakes)
    before = len(mistakes)
    for name in ("procedure", "applicant"):
        if isinstance(raw, dict) and not raw.get(name):
            found.wrong(name, "Bắt buộc phải có.")
    people = {
        name: _person(found.raw[name], f"{path}{name}.", mistakes) for name in _PEOPLE if found.raw.get(name)
    }
    applicant = _person(found.raw.get("applicant") or {}, f"{path}applicant.", mistakes)
    numbers = {name: found.whole(name) for name in _NUMBERS}
    times = {name: found.parsed(name, _moment, "Phải là ngày giờ ISO 8601.") for name in _TIMES}
    for name in _TEXTS:
        found.text(name)
    papers = _papers(found, path, mistakes)
    amounts = _amounts(found)
    shown = _shown(found, path, mistakes)
    procedure = found.text("procedure")
    if len(mistakes) > before:
        return None
    return IntakeRequest(
        procedure=procedure,
        applicant=applicant,
        papers=papers,
        amounts=amounts,
        sets=numbers["sets"] if numbers["sets"] is not None else 1,
        pages=numbers["pages"],
        copies=numbers["copies"],
        due_at=times["due_at"],
        portal_at=times["portal_at"],
        owner=people.get("owner"),
        representative=people.get("representative"),
        payer=people.get("payer"),
        collector=people.get("collector"),
        case=found.text("case"),
        return_by=found.text("return_by", "desk"),
        return_to=found.text("return_to"),
        note=found.text("note"),
        subject=found.text("subject"),
        exemption=found.text("exemption"),
        due_reason=found.text("due_reason"),
        channel=found.text("channel", "desk"),
        portal_number=found.text("portal_number"),
        representation=found.text("representation"),
        shown=shown,
        for_unit=found.text("for_unit"),
    )


def _person(raw: object, path: str, mistakes: list[Mistake]) -> Person:
    found = _Fields(raw, path, set(_PERSON), mistakes)
    texts = {name: found.text(name) for name in _PERSON if name not in ("date_of_birth", "kind")}
    born = found.parsed("date_of_birth", date.fromisoformat, "Phải là ngày dạng YYYY-MM-DD.")
    return Person(**texts, kind=found.text("kind", "person"), date_of_birth=born)


def _papers(found: _Fields, path: str, mistakes: list[Mistake]) -> tuple[Paper, ...] | None:
    raw = found.raw.get("papers")
    if raw is None:
        return None
    if not isinstance(raw, list):
        found.wrong("papers", "Phải là một danh sách.")
        return None
    papers = []
    for at, item in enumerate(raw):
        one = _Fields(item, f"{path}papers[{at}].", set(_PAPER), mistakes)
        counts = [one.whole(name) or 0 for name in _PAPER[1:]]
        papers.append(Paper(one.text("name"), *counts))
    return tuple(papers)


def _shown(found: _Fields, path: str, mistakes: list[Mistake]) -> tuple[Shown, ...]:
    raw = found.raw.get("shown")
    if raw is None:
        return ()
    if not isinstance(raw, list):
        found.wrong("shown", "Phải là một danh sách.")
        return ()
    items = [_Fields(item, f"{path}shown[{at}].", {"role", "paper"}, mistakes) for at, item in enumerate(raw)]
    return tuple(Shown(one.text("role"), one.text("paper")) for one in items)


def _amounts(found: _Fields) -> tuple[tuple[str, int], ...]:
    raw = found.raw.get("fee_amounts")
    if raw is None:
        return ()
    if not isinstance(raw, dict):
        found.wrong("fee_amounts", "Phải là đối tượng {tên phí: số tiền}.")
        return ()
    pairs = []
    for name, value in raw.items():
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            found.wrong(f"fee_amounts.{name[:40]}", "Phải là số tiền nguyên không âm.")
        else:
            pairs.append((name, value))
    return tuple(pairs)
