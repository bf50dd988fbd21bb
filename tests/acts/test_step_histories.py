"""What holds of every history that the acts can write, whoever saw what: drawn at random."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sync.acts.move import Move
from sync.acts.step_time import step_due, step_warnings
from sync.model.dossier import Dossier
from sync.model.fold import fold
from sync.model.process import (
    Process,
    Step,
    default_process,
    hours_within,
    named_hours,
    sum_against,
)
from sync.model.status import CLOCK_ENDED, FINAL
from sync.model.work import Work
from sync.model.work_bodies import process_in, process_out
from tests.acts.test_acts import CALENDAR
from tests.acts.working import (
    ACTS,
    CENTER,
    DOSSIER,
    HERE,
    LONG,
    MORNING,
    OTHER,
    ROLES,
    SHORT,
    Writer,
    entry,
    tips,
)

_choices = st.lists(
    st.tuples(st.sampled_from([0, 0, 1, 2]), st.sampled_from(sorted(ACTS)), st.booleans()), max_size=14
)


def _sound(dossier: Dossier) -> None:
    """What is always so, of any dossier that was folded."""
    work = dossier.work
    for before, after in pairwise(work.runs):
        assert before.until is not None
        assert before.until <= after.since or before.since > after.since  # clocks of two machines may differ
    open_runs = [run for run in work.runs if run.until is None]
    assert len(open_runs) <= 1
    if open_runs:
        [run] = open_runs
        assert run is work.runs[-1]
        assert (run.step, run.officer, run.office, run.due) == (
            work.step,
            work.officer,
            work.office,
            work.due,
        )
    if dossier.status in FINAL:
        assert (work.step, work.officer, open_runs) == ("", None, [])
    if work.sealing is not None and dossier.status not in CLOCK_ENDED:
        assert work.approval is not None or "conflict" in dossier.flags or "worked-meanwhile" in dossier.flags
    for warning in step_warnings(dossier, CALENDAR, MORNING):
        assert warning.sentence.endswith(".")


def _first_possible(dossier: Dossier, writer: Writer, name: str) -> Move | None:
    """What the act makes, or the next one in the alphabet that is let through; the others say why not."""
    names = sorted(ACTS)
    at = names.index(name)
    for one in (*names[at:], *names[:at]):
        made = ACTS[one](dossier, writer.ground())
        if isinstance(made, Move):
            return made
        assert all(mistake.message.endswith(".") for mistake in made), made
    return None


@given(st.sampled_from([LONG, SHORT]), _choices, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_an_act_that_is_let_through_has_the_effect_it_says_and_no_order_changes_the_whole(
    process: Process, choices: list[tuple[int, str, bool]], chance: Any
) -> None:
    first = Writer(process=process)
    writers = [
        first,
        Writer(OTHER, process, list(first.held), seq=50),
        Writer(CENTER, HERE, list(first.held), seq=99),
    ]
    for who, name, hears in choices:
        writer = writers[who]
        if hears:
            writer.hears(*writers)
        before = writer.dossier
        made = _first_possible(before, writer, name)
        if made is None:
            continue
        written = writer.write(made)
        after = writer.dossier
        event = next(one for one in after.history if one.entry == written.digest.hex())
        if not before.flags:  # whoever saw no quarrel is believed
            assert event.effective, (name, after.flags, event.text)
            assert not set(after.flags) - {"papers-missing"}, (name, after.flags)
    everything = list(first.held)
    for writer in writers:
        first.hears(writer)
    whole = first.dossier
    everything = list(first.held)
    chance.shuffle(everything)
    assert repr(fold(DOSSIER, everything, ROLES)) == repr(whole)
    _sound(whole)


@given(_choices, st.lists(st.text(max_size=12) | st.none() | st.integers(), max_size=6), st.integers(0, 7))
@settings(max_examples=60, deadline=None)
def test_a_wrong_body_at_any_place_harms_nothing_else(
    choices: list[tuple[int, str, bool]], wrong: list[Any], at: int
) -> None:
    import json

    from sync.model.fold_work import WORK_STEPS

    writer = Writer()
    for _who, name, _hears in choices:
        made = ACTS[name](writer.dossier, writer.ground())
        if isinstance(made, Move):
            writer.write(made)
    before = writer.dossier
    kind = sorted(WORK_STEPS)[at]
    names = ("to", "step", "process", "due", "papers", "outcome", "office", "entry", "copies", "step_due")
    body = {"at": "2026-11-23T14:00+07:00", "by": ["1", "Hạnh"]}
    body |= dict(zip(names, wrong, strict=False))
    broken = entry(OTHER, 7, kind, json.dumps(body).encode("utf-8", "surrogatepass"), tips(writer.held))
    after = fold(DOSSIER, [*writer.held, broken], ROLES)
    if "unreadable" in after.flags:
        assert after.work == before.work
        assert after.status == before.status
    assert len(after.history) == len(before.history) + 1


_limits = st.sampled_from(["trong ngày", "tháng", "năm", "ngày", "ngày làm việc", "giờ"]).flatmap(
    lambda unit: st.just(unit) if unit == "trong ngày" else st.integers(1, 90).map(lambda n: f"{n} {unit}")
)


@given(_limits)
def test_the_default_process_makes_up_the_limit_exactly(limit: str) -> None:
    process = default_process(limit)
    hours = hours_within(limit)
    assert hours is not None
    if 2 < hours <= 9999 * 8:
        assert process.hours == hours
        assert sum_against(process, limit) == (True, "")
        assert all(step.hours > 0 for step in process.steps)
        assert Process.from_dict(process.to_dict()) == process
    else:
        assert all(not step.limit for step in process.steps)
    assert len(process.steps) == (3 if hours <= 8 else 5)


@given(st.integers(1, 200), st.integers(0, 60 * 24 * 40), st.booleans())
def test_a_step_ends_after_it_began_and_not_after_the_dossier(
    hours: int, minutes: int, promised: bool
) -> None:
    from datetime import timedelta

    at = MORNING + timedelta(minutes=minutes)
    step = Step("x", "appraise", "x", "specialist", limit=f"{hours} giờ")
    until = at + timedelta(days=3) if promised else None
    due = step_due(at, step, until, CALENDAR)
    assert due is not None
    assert due > at
    assert until is None or due <= until
    longer = step_due(at, Step("x", "appraise", "x", "specialist", limit=f"{hours + 8} giờ"), None, CALENDAR)
    assert longer is not None
    assert longer >= due
    assert named_hours(step.limit) == hours


def test_a_process_is_frozen_and_read_back_the_same() -> None:
    for process in (LONG, SHORT, HERE, default_process("")):
        assert process_in(process_out(process)) == process
    assert Work() == Work()
