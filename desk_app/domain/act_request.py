"""Reading an act's JSON: strict types, every mistake named by its field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from desk_app.domain.mistakes import Mistake
from sync.acts.requests import IntakeRequest
from sync.model.dossier import Person
from sync.model.moment import parse_moment

_PEOPLE = ("applicant", "owner", "representative", "collector")
_TEXTS = ("procedure", "case", "note", "subject", "return_by", "return_to", "exemption")
_PERSON_TEXTS = (
    "full_name",
    "id_number",
    "id_kind",
    "kind",
    "gender",
    "address",
    "phone",
    "email",
    "commune",
)


class ActFields:
    """One JSON object being read; wrong types collect in `mistakes`."""

    def __init__(self, raw: object) -> None:
        self.mistakes: tuple[Mistake, ...] = ()
        self._raw: Mapping[str, Any] = raw if isinstance(raw, dict) else {}
        if not isinstance(raw, dict):
            self._wrong("", "Phải là một đối tượng JSON.")

    def _wrong(self, name: str, message: str) -> None:
        self.mistakes = (*self.mistakes, Mistake(name, message))

    def text(self, name: str) -> str:
        """A text, empty when absent."""
        value = self._raw.get(name, "")
        if not isinstance(value, str):
            self._wrong(name, "Phải là chữ.")
            return ""
        return value

    def lines(self, name: str) -> Sequence[str]:
        """A list of texts; one text counts as a list of one."""
        value = self._raw.get(name, [])
        value = [value] if isinstance(value, str) else value
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self._wrong(name, "Phải là danh sách chữ.")
            return ()
        return value

    def whole(self, name: str) -> int | None:
        """A whole number."""
        value = self._raw.get(name)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
            self._wrong(name, "Phải là số nguyên.")
            return None
        return value

    def flag(self, name: str) -> bool:
        """True or false, false when absent."""
        value = self._raw.get(name, False)
        if not isinstance(value, bool):
            self._wrong(name, "Phải là true hoặc false.")
            return False
        return value

    def choice(self, name: str, allowed: Sequence[str]) -> str:
        """One of some words; the first when absent."""
        value = self._raw.get(name, allowed[0])
        if value not in allowed:
            self._wrong(name, f"Phải là một trong: {', '.join(allowed)}.")
            return allowed[0]
        return str(value)

    def person(self, name: str) -> Person | None:
        """A person, None when absent."""
        raw = self._raw.get(name)
        if raw is None:
            return None
        if not isinstance(raw, dict):
            self._wrong(name, "Phải là một đối tượng JSON.")
            return None
        return self._person(Person(""), raw, name)

    def day(self, name: str) -> date | None:
        """A date, None when absent."""
        value = self.text(name)
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            self._wrong(name, "Phải là ngày dạng YYYY-MM-DD.")
            return None

    def changed(self, request: IntakeRequest) -> IntakeRequest:
        """The request with the corrections of ``changes`` put in."""
        raw = self._raw.get("changes", {})
        if not isinstance(raw, dict):
            self._wrong("changes", "Phải là một đối tượng JSON.")
            return request
        changes: dict[str, Any] = {}
        for name, value in raw.items():
            path = f"changes.{name}"
            if name in _PEOPLE and isinstance(value, dict):
                changes[name] = self._person(getattr(request, name) or Person(""), value, path)
            elif name in _TEXTS and isinstance(value, str):
                changes[name] = value
            elif name == "due_at" and isinstance(value, str):
                try:
                    changes[name] = parse_moment(value)
                except ValueError:
                    self._wrong(path, "Phải là ngày giờ ISO 8601.")
            else:
                self._wrong(path[:60], "Không có trường này, hoặc sai kiểu.")
        if "procedure" in changes:
            changes = {"papers": None, "amounts": (), "case": "", **changes}
        return replace(request, **changes)

    def _person(self, before: Person, raw: Mapping[str, Any], path: str) -> Person:
        changes: dict[str, Any] = {}
        for name, value in raw.items():
            if name in _PERSON_TEXTS and isinstance(value, str):
                changes[name] = value
            elif name == "date_of_birth" and isinstance(value, str):
                try:
                    changes[name] = date.fromisoformat(value)
                except ValueError:
                    self._wrong(f"{path}.{name}", "Phải là ngày dạng YYYY-MM-DD.")
            else:
                self._wrong(f"{path}.{name}"[:60], "Không có trường này, hoặc sai kiểu.")
        if "address" in changes:
            changes = {"commune": "", **changes}
        if "id_number" in changes:
            changes = {"id_kind": "", **changes}
        return replace(before, **changes)
