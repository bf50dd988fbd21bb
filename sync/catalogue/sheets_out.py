"""Tables of days, fees, wording and notices filled with what holds, to be changed and read in again."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from sync.catalogue.form_texts import form_names, texts_of
from sync.catalogue.other_tables import published_text
from sync.catalogue.table_reading import CALENDAR, COLUMNS, FEES, NOTICES, WORDING, Standing

DAY_NAMES: Final = {"rest": "Nghỉ", "work": "Làm việc", "plain": "Thường"}
YEAR_NAMES: Final = {"official": "Chính thức", "predicted": "Dự kiến"}
METHOD_NAMES: Final = {"fixed": "hồ sơ", "per_copy": "bản", "per_page": "trang", "manual": "nhập tay"}
_CHANNEL_NAMES: Final = {"desk": "tại quầy", "online": "trực tuyến", "post": "bưu chính"}
_KIND_NAMES: Final = {"phi": "phí", "le_phi": "lệ phí"}


def sheet_of(kind: str, stands: Standing, first_year: int) -> bytes:
    """A table as CSV (UTF-8 with a mark, for Excel) filled with what holds; days from `first_year` on."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS[kind])
    writer.writerows(_SHEETS[kind](stands, first_year))
    return out.getvalue().encode("utf-8-sig")


def _days_out(stands: Standing, first_year: int) -> Iterable[Sequence[str]]:
    calendar = stands.calendar
    for year in range(max(first_year, calendar.first_year), calendar.last_year + 1):
        yield (
            str(year),
            YEAR_NAMES["predicted" if year in calendar.predicted_years else "official"],
            "",
            "",
            "",
        )
    for one in calendar.days:
        if one.day.year >= first_year:
            hours = "; ".join(f"{opening:%H:%M}-{closing:%H:%M}" for opening, closing in one.sessions)
            yield f"{one.day:%d/%m/%Y}", DAY_NAMES[one.kind], one.name, one.notice, hours


def _fees_out(stands: Standing, _first: int) -> Iterable[Sequence[str]]:
    for procedure in sorted(stands.catalogue, key=lambda one: one.code):
        for rule in procedure.fees:
            way = "; ".join(_CHANNEL_NAMES[one] for one in rule.channels)
            amount = "" if rule.amount is None else str(rule.amount)
            kinds = METHOD_NAMES[rule.method], _KIND_NAMES[rule.kind]
            yield procedure.code, rule.name, amount, *kinds, "; ".join(rule.exempt), rule.source, way


def _wording_out(stands: Standing, _first: int) -> Iterable[Sequence[str]]:
    for key in form_names():
        for path, shipped in texts_of(key).items():
            now = published_text(stands.wording, key, path)
            text = now if now is not None else shipped
            yield key, path, text if isinstance(text, str) else "\n".join(text)


def _notices_out(stands: Standing, _first: int) -> Iterable[Sequence[str]]:
    for occasion, parts in stands.notices.items():
        for part, text in parts.items():
            yield occasion, part, text


_SHEETS: Final[Mapping[str, Callable[[Standing, int], Iterable[Sequence[str]]]]] = {
    CALENDAR: _days_out,
    FEES: _fees_out,
    WORDING: _wording_out,
    NOTICES: _notices_out,
}
