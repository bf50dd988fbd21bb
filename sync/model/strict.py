"""Reads plain data (from JSON) field by field, and names what is missing, mistyped, too long or unknown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from sync.model.text import TextRefused, nfc_line


class FieldError(ValueError):
    """A field that is not as it must be; `field` is its path ("papers[2].originals"), `reason` Vietnamese."""

    def __init__(self, field: str, reason: str) -> None:
        self.field = field
        self.reason = reason
        super().__init__(f"{field}: {reason}" if field else reason)

    def under(self, path: str) -> FieldError:
        """The same error seen from outside: its field lies under `path`."""
        return FieldError(f"{path}.{self.field}" if self.field else path, self.reason)


class Fields:
    """The fields of one object. Each is asked for once; `done` refuses those nobody asked for.

    `raw` must be a mapping with string keys. Every method raises `FieldError`.
    """

    def __init__(self, raw: object, path: str = "") -> None:
        if not isinstance(raw, Mapping):
            raise FieldError(path, "phải là một đối tượng")
        self._left: dict[object, object] = dict(raw)
        self._path = path

    def path(self, name: str) -> str:
        return f"{self._path}.{name}" if self._path else name

    def _take(self, name: str) -> object:
        return self._left.pop(name, None)

    def text(self, name: str, *, most: int = 4000, required: bool = False) -> str:
        """One clean line of at most `most` characters; absent or null is empty."""
        raw = self._take(name)
        if raw is None:
            raw = ""
        if not isinstance(raw, str):
            raise FieldError(self.path(name), "phải là chữ")
        if len(raw) > most:
            raise FieldError(self.path(name), f"dài quá {most} ký tự")
        try:
            line = nfc_line(raw)
        except TextRefused as refused:
            raise FieldError(self.path(name), str(refused)) from None
        if required and not line:
            raise FieldError(self.path(name), "không được để trống")
        return line

    def choice(self, name: str, among: tuple[str, ...], default: str) -> str:
        found = self.text(name) or default
        if found not in among:
            raise FieldError(self.path(name), f"phải là một trong: {', '.join(among)}")
        return found

    def number(self, name: str, default: int, *, least: int = 0, most: int = 10**12) -> int:
        raw = self._take(name)
        if raw is None:
            return default
        if isinstance(raw, bool) or not isinstance(raw, int) or not least <= raw <= most:
            raise FieldError(self.path(name), f"phải là số nguyên từ {least} đến {most}")
        return raw

    def optional_number(self, name: str, *, most: int = 10**12) -> int | None:
        found = self.number(name, -1, most=most)
        return None if found == -1 else found

    def flag(self, name: str, default: bool) -> bool:
        raw = self._take(name)
        if raw is None:
            return default
        if not isinstance(raw, bool):
            raise FieldError(self.path(name), "phải là true hoặc false")
        return raw

    def day(self, name: str) -> date | None:
        """A date ``YYYY-MM-DD``; absent or empty is None."""
        written = self.text(name, most=10)
        if not written:
            return None
        try:
            found = date.fromisoformat(written)
        except ValueError:
            found = None
        if found is None or found.isoformat() != written:
            raise FieldError(self.path(name), "phải là ngày dạng YYYY-MM-DD")
        return found

    def items(self, name: str, *, most: int = 200) -> Iterator[tuple[str, object]]:
        """The elements of a list with their paths; absent or null is empty."""
        raw = self._take(name)
        if raw is None:
            return
        if not isinstance(raw, list):
            raise FieldError(self.path(name), "phải là danh sách")
        if len(raw) > most:
            raise FieldError(self.path(name), f"quá {most} mục")
        for place, item in enumerate(raw):
            yield f"{self.path(name)}[{place}]", item

    def raw(self, name: str) -> object:
        """The value under `name` as it came; None where it is absent."""
        return self._take(name)

    def inner(self, name: str) -> Fields | None:
        """The fields of the object under `name`; None where it is absent or null."""
        raw = self._take(name)
        return None if raw is None else Fields(raw, self.path(name))

    def texts(self, name: str, *, most: int = 50) -> tuple[str, ...]:
        """A list of clean, non-empty lines."""
        return tuple(Fields({"": item}, path)._line(path) for path, item in self.items(name, most=most))

    def _line(self, path: str) -> str:
        try:
            return self.text("", required=True)
        except FieldError as error:
            raise FieldError(path, error.reason) from None

    def done(self) -> None:
        """Raises `FieldError` naming the first field that nobody asked for."""
        for name in self._left:
            raise FieldError(self.path(str(name)[:80]), "không có trường này")
