"""A count told in Vietnamese, as an officer reads it aloud to a citizen.

Every sentence is made from the `Count` itself and the calendar's lines, so it cannot disagree with the
due time it explains.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sync.model.calendar import Calendar, SpecialDay
from sync.model.counting import Count
from sync.model.limit import Unit
from sync.model.words import clock, moment_in_text, short_date, weekday_in_words

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Explanation:
    """The sentences, and whether a day or year they rest on has no official notice yet."""

    text: str
    tentative: bool


def explain(count: Count, calendar: Calendar) -> Explanation:
    """Why `count.at` is the due time."""
    sentences = [*_admission(count, calendar), _limit_sentence(count, calendar)]
    sentences.append(f"Hẹn trả kết quả: {_moment(count.at, calendar)}{_closing_words(count)}.")
    doubt = tentative_words(calendar, _spans(count))
    if doubt:
        sentences.append(doubt)
    return Explanation(" ".join(sentences), bool(doubt))


def tentative_words(calendar: Calendar, spans: list[tuple[date, date]]) -> str:
    """The sentence that says the date is "dự kiến", empty when every day in the spans is settled.

    A span is (first day, last day), both looked at.
    """
    years = sorted(
        year
        for year in calendar.predicted_years
        if any(first.year <= year <= last.year for first, last in spans)
    )
    if years:
        named = ", ".join(str(year) for year in years)
        return f"Chưa có thông báo chính thức về lịch nghỉ năm {named} nên ngày hẹn trả là dự kiến."
    if any(
        special.tentative for special in calendar.days if any(f <= special.day <= last for f, last in spans)
    ):
        return "Có ngày nghỉ hoặc làm bù chưa có thông báo chính thức nên ngày hẹn trả là dự kiến."
    return ""


def rest_words(calendar: Calendar, after: date, before: date) -> str:
    """The rest days strictly between two days: ``thứ Bảy, Chủ nhật, 24/11 (Ngày Văn hóa Việt Nam)``.

    Ordinary weekly rest is named once by weekday, every special day off by date and name; days of one
    name in a row are given as ``16/02 đến 20/02 (Tết Nguyên đán)``.
    """
    weekdays: dict[int, str] = {}
    specials: list[SpecialDay] = []
    for day in _days_between(after, before):
        special = calendar.special(day)
        if special is not None and special.kind == "rest":
            specials.append(special)
        elif not calendar.is_working(day):
            weekdays.setdefault(day.weekday(), weekday_in_words(day))
    names = [weekdays[number] for number in sorted(weekdays)]
    return ", ".join(names + [_group_words(group, after.year) for group in _groups(specials)])


def make_up_words(calendar: Calendar, after: date, before: date) -> str:
    """The made-up working days strictly between two days: ``thứ Bảy 22/08 (làm bù …)``, or empty."""
    return ", ".join(
        f"{weekday_in_words(special.day)} {_short(special.day, after.year)} ({_name(special)})"
        for special in calendar.days
        if special.kind == "work" and after < special.day < before
    )


def _admission(count: Count, calendar: Calendar) -> Iterator[str]:
    """Sentences on how the reception was moved: out of hours, after P2's cut-off."""
    if count.admitted != count.received:
        day = count.received.date()
        special = calendar.special(day)
        if special is not None and special.kind == "rest":
            reason = f"là ngày nghỉ ({_name(special)})"
        else:
            reason = "ngoài giờ làm việc" if calendar.is_working(day) else "là ngày nghỉ"
        moved = _from(count.received, count.admitted, calendar)
        yield f"Nhận lúc {moment_in_text(count.received)}, {reason}, nên {moved}."
    if count.limit.unit is not Unit.SAME_DAY and count.counted_from != count.admitted:
        moved = _from(count.admitted, count.counted_from, calendar)
        yield f"Nhận sau {count.cutoff:%H:%M} nên {moved}."


def _from(before: datetime, after: datetime, calendar: Calendar) -> str:
    """``tính từ 07:30 thứ Hai 23/11/2026, qua các ngày nghỉ: thứ Bảy, Chủ nhật``."""
    if before.date() == after.date():
        return f"tính từ {clock(after)} cùng ngày"
    crossed = rest_words(calendar, before.date(), after.date())
    return f"tính từ {_moment(after, calendar)}" + (f", qua các ngày nghỉ: {crossed}" if crossed else "")


def _limit_sentence(count: Count, calendar: Calendar) -> str:
    if count.limit.unit is Unit.SAME_DAY:
        return _same_day_sentence(count, calendar)
    start, end = count.counted_from.date(), count.at.date()
    told = f"{count.limit} kể từ {_moment(count.counted_from, calendar)}"
    if count.limit.unit in (Unit.WORKING_DAY, Unit.HOUR):
        if count.limit.unit is Unit.HOUR:
            told += ", chỉ tính trong giờ làm việc"
        rests = rest_words(calendar, start, end)
        extra = make_up_words(calendar, start, end)
        return told + (f", trừ {rests}" if rests else "") + (f", tính cả {extra}" if extra else "") + "."
    if count.nominal == end:
        return told + ", tính cả ngày nghỉ."
    special = calendar.special(count.nominal)
    name = f", {_name(special)}" if special is not None else ""
    told += f" là {weekday_in_words(count.nominal)} {short_date(count.nominal)} (ngày nghỉ{name})"
    further = rest_words(calendar, count.nominal, end)
    told += " nên chuyển sang ngày làm việc tiếp theo"
    return told + (f", qua các ngày nghỉ: {further}" if further else "") + "."


def _same_day_sentence(count: Count, calendar: Calendar) -> str:
    told = f"Giải quyết trong ngày: nhận lúc {_moment(count.admitted, calendar)}"
    if count.counted_from == count.admitted:
        return f"{told}, không muộn hơn {count.cutoff:%H:%M}, nên trả ngay trong ngày."
    crossed = rest_words(calendar, count.admitted.date(), count.at.date())
    told += f", sau {count.cutoff:%H:%M}, nên trả trong ngày làm việc tiếp theo"
    return told + (f", qua các ngày nghỉ: {crossed}" if crossed else "") + "."


def _closing_words(count: Count) -> str:
    """Why the clock time of the due time is not that of the reception."""
    if count.limit.unit is Unit.SAME_DAY:
        return ""
    if count.policy == "P3":
        return " (cuối giờ làm việc)"
    if count.at.time() != count.clock:
        return f" ({count.clock:%H:%M} ngoài giờ làm việc của ngày đó)"
    return ""


def _spans(count: Count) -> list[tuple[date, date]]:
    """The days whose being worked or not decided the due time."""
    received, start = count.received.date(), count.counted_from.date()
    if count.limit.unit in (Unit.DAY, Unit.MONTH, Unit.YEAR):
        return [(received, start), (count.nominal, count.at.date())]
    return [(received, count.at.date())]


def _moment(moment: datetime, calendar: Calendar) -> str:
    """``10:00 thứ Bảy 22/08/2026 (làm bù …)``: a made-up day is said to be one."""
    special = calendar.special(moment.date())
    told = moment_in_text(moment)
    return told if special is None or special.kind == "rest" else f"{told} ({_name(special)})"


def _name(special: SpecialDay) -> str:
    return f"{special.name}, dự kiến" if special.tentative else special.name


def _groups(specials: list[SpecialDay]) -> Iterator[list[SpecialDay]]:
    """Runs of consecutive days with one name."""
    group: list[SpecialDay] = []
    for special in specials:
        if group and (special.day - group[-1].day != _ONE_DAY or _name(special) != _name(group[-1])):
            yield group
            group = []
        group.append(special)
    if group:
        yield group


def _group_words(group: list[SpecialDay], year: int) -> str:
    first, last = group[0], group[-1]
    told = _short(first.day, year)
    if last is not first:
        told += f" đến {_short(last.day, year)}"
    return f"{told} ({_name(first)})"


def _short(day: date, year: int) -> str:
    """``24/11``, with its year when that is not the one the count began in."""
    return short_date(day) if day.year != year else f"{day.day:02d}/{day.month:02d}"


def _days_between(after: date, before: date) -> Iterator[date]:
    day = after + _ONE_DAY
    while day < before:
        yield day
        day += _ONE_DAY
