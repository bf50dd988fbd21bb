"""Reading an act's JSON: strict types, every mistake named by its field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypeVar

from desk_app.domain.mistakes import Mistake
from sync.acts.requests import IntakeRequest
from sync.model.dossier import ROLES, Paper, Person, Shown
from sync.model.moment import parse_moment

_Item = TypeVar("_Item")
_TEXTS = (
    "procedure",
    "case",
    "note",
    "subject",
    "return_by",
    "return_to",
    "exemption",
    "representation",
)
_CHANGES = (
    "applicant",
    "owner",
    "representative",
    "payer",
    "collector",
    *_TEXTS,
    "papers",
    "shown",
    "sets",
    "pages",
    "copies",
    "fee_amounts",
    "due_at",
)
_COUNTS = ("sets", "pages", "copies")
_PAPER = ("name", "originals", "certified_copies", "copies")
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
    """One JSON object being read; wrong types collect in `mistakes`. What is read is what it may hold."""

    def __init__(self, raw: object) -> None:
        self.mistakes: tuple[Mistake, ...] = ()
        self._known: dict[str, None] = {}
        self._raw: Mapping[str, Any] = raw if isinstance(raw, dict) else {}
        if not isinstance(raw, dict):
            self._wrong("", "Phải là một đối tượng JSON.")

    def _wrong(self, name: str, message: str) -> None:
        self.mistakes = (*self.mistakes, Mistake(name, message))

    def _get(self, name: str, default: object = None) -> Any:
        self._known[name] = None
        return self._raw.get(name, default)

    def unknown(self, title: str) -> tuple[Mistake, ...]:
        """The fields that nothing has read, once an act of that title has read all its own: at most one
        mistake, which names the first of them and the known ones."""
        other = next((name for name in self._raw if name not in self._known), None)
        return () if other is None else (_no_such(other, "", f"Việc “{title}”", self._known),)

    def text(self, name: str) -> str:
        """A text, empty when absent."""
        value = self._get(name, "")
        if not isinstance(value, str):
            self._wrong(name, "Phải là chữ.")
            return ""
        return value

    def lines(self, name: str) -> Sequence[str]:
        """A list of texts; one text counts as a list of one."""
        value = self._get(name, [])
        value = [value] if isinstance(value, str) else value
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self._wrong(name, "Phải là danh sách chữ.")
            return ()
        return value

    def whole(self, name: str) -> int | None:
        """A whole number."""
        value = self._get(name)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
            self._wrong(name, "Phải là số nguyên.")
            return None
        return value

    def flag(self, name: str) -> bool:
        """True or false, false when absent."""
        value = self._get(name, False)
        if not isinstance(value, bool):
            self._wrong(name, "Phải là true hoặc false.")
            return False
        return value

    def choice(self, name: str, allowed: Sequence[str]) -> str:
        """One of some words; the first when absent."""
        value = self._get(name, allowed[0])
        if value not in allowed:
            self._wrong(name, f"Phải là một trong: {', '.join(allowed)}.")
            return allowed[0]
        return str(value)

    def person(self, name: str) -> Person | None:
        """A person, None when absent."""
        raw = self._get(name)
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
        """The request with the corrections of ``changes`` put in: a person's fields one by one, null for
        nobody of its own in that role; ``papers`` and ``shown`` whole; ``fee_amounts`` one by one."""
        raw = self._get("changes", {})
        if not isinstance(raw, dict):
            self._wrong("changes", "Phải là một đối tượng JSON.")
            return request
        changes: dict[str, Any] = {}
        for name, value in raw.items():
            if name in _CHANGES:
                field = "amounts" if name == "fee_amounts" else name
                changes[field] = self._change(request, name, value)
            else:
                self.mistakes = (*self.mistakes, _no_such(name, "changes.", "Phần đính chính", _CHANGES))
        if self.mistakes:
            return request
        if "procedure" in changes:
            changes = {"papers": None, "amounts": (), "case": "", **changes}
        elif "amounts" in changes:
            changes["amounts"] = tuple((dict(request.amounts) | dict(changes["amounts"])).items())
        return replace(request, **changes)

    def _change(self, request: IntakeRequest, name: str, value: object) -> object:
        path = f"changes.{name}"
        if name in ROLES:
            return self._role(getattr(request, name), name, value, path)
        if name == "papers":
            return self._listed(value, path, self._paper)
        if name == "shown":
            return self._listed(value, path, self._seen)
        if name in _COUNTS:
            return self._number(value, path)
        if name == "fee_amounts":
            return self._amounts(value, path)
        if not isinstance(value, str):
            self._wrong(path, "Phải là chữ.")
            return ""
        return self._moment(value, path) if name == "due_at" else value

    def _role(self, before: Person | None, role: str, raw: object, path: str) -> Person | None:
        if raw is None and role != "applicant":
            return None
        if not isinstance(raw, dict):
            self._wrong(path, "Phải là một đối tượng JSON.")
            return before
        return self._person(before or Person(""), raw, path)

    def _moment(self, text: str, path: str) -> datetime | None:
        try:
            return parse_moment(text)
        except ValueError:
            self._wrong(path, "Phải là ngày giờ ISO 8601.")
            return None

    def _number(self, value: object, path: str) -> int | None:
        if not isinstance(value, int) or isinstance(value, bool):
            self._wrong(path, "Phải là số nguyên.")
            return None
        return value

    def _amounts(self, raw: object, path: str) -> tuple[tuple[str, int], ...]:
        if not isinstance(raw, dict):
            self._wrong(path, "Phải là đối tượng {tên phí: số tiền}.")
            return ()
        return tuple((name, self._number(value, f"{path}.{name[:40]}") or 0) for name, value in raw.items())

    def _listed(
        self, raw: object, path: str, read: Callable[[Mapping[str, Any], str], _Item]
    ) -> tuple[_Item, ...]:
        if not isinstance(raw, list) or not all(isinstance(one, dict) for one in raw):
            self._wrong(path, "Phải là danh sách các đối tượng JSON.")
            return ()
        return tuple(read(one, f"{path}[{at}].") for at, one in enumerate(raw))

    def _only(self, raw: Mapping[str, Any], known: tuple[str, ...], path: str, what: str) -> None:
        other = next((name for name in raw if name not in known), None)
        if other is not None:
            self.mistakes = (*self.mistakes, _no_such(other, path, what, known))

    def _paper(self, raw: Mapping[str, Any], path: str) -> Paper:
        self._only(raw, _PAPER, path, "Một giấy tờ")
        name = raw.get("name", "")
        if not isinstance(name, str):
            self._wrong(f"{path}name", "Phải là chữ.")
            return Paper("")
        counts = {sort: self._number(raw.get(sort, 0), path + sort) or 0 for sort in _PAPER[1:]}
        return Paper(name, **counts)

    def _seen(self, raw: Mapping[str, Any], path: str) -> Shown:
        self._only(raw, ("role", "paper"), path, "Một giấy tờ xuất trình")
        role, paper = raw.get("role", ""), raw.get("paper", "")
        if not isinstance(role, str) or not isinstance(paper, str):
            self._wrong(path.rstrip("."), "Phải có role và paper là chữ.")
            return Shown("", "")
        return Shown(role, paper)

    def _person(self, before: Person, raw: Mapping[str, Any], path: str) -> Person:
        changes: dict[str, Any] = {}
        self._only(raw, (*_PERSON_TEXTS, "date_of_birth"), f"{path}.", "Một người")
        for name, value in raw.items():
            if not isinstance(value, str):
                self._wrong(f"{path}.{name}"[:60], "Phải là chữ.")
            elif name == "date_of_birth":
                try:
                    changes[name] = date.fromisoformat(value) if value else None
                except ValueError:
                    self._wrong(f"{path}.{name}", "Phải là ngày dạng YYYY-MM-DD.")
            elif name in _PERSON_TEXTS:
                changes[name] = value
        if "address" in changes:
            changes = {"commune": "", **changes}
        if "id_number" in changes:
            changes = {"id_kind": "", **changes}
        return replace(before, **changes)


def _no_such(name: str, path: str, what: str, known: Iterable[str]) -> Mistake:
    """One sentence: the field that is not known, and those that are."""
    fields = ", ".join(known)
    listed = f"các trường có thể ghi: {fields}." if fields else "việc này không cần trường nào."
    return Mistake(f"{path}{name}"[:80], f"{what} không có trường “{name[:40]}”; {listed}")
