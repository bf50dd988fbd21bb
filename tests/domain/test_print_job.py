"""A print job's life: whatever crashes when, the officer is offered exactly the right thing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.print_job import (
    MAY_BE_OUT,
    OPEN,
    JobState,
    Offer,
    PrintJob,
    Step,
    StepRefused,
    advanced,
    after_crash,
    again,
    offer_of,
)
from tests.offices import MONDAY

JOB = PrintJob(1, b"d", "H99.99.001-261123-0001", "slip", "", MONDAY, MONDAY)
PATH = (Step.RENDER, Step.SEND)
ENDS = (Step.TAKE, Step.PRINT, Step.FAIL, Step.DOUBT)


@dataclass
class Office:
    """A job, the paper that really came out of the printer, and what the officer was offered blindly."""

    job: PrintJob = JOB
    papers: list[int] = field(default_factory=list)

    def attempt(self, crash_after: int, comes_out: bool, end: Step) -> None:
        """One attempt: render, send, paper or none, answer; the process dies after so many of these."""
        for at, step in enumerate(PATH):
            if crash_after <= at:
                return self.crash()
            self.job = advanced(self.job, step, MONDAY)
        if crash_after == len(PATH):
            return self.crash()
        if comes_out:
            self.papers.append(self.job.reprint)
        if crash_after == len(PATH) + 1:
            return self.crash()
        honest = {Step.TAKE, Step.DOUBT} | ({Step.PRINT} if comes_out else {Step.FAIL})
        self.job = advanced(self.job, end if end in honest else Step.DOUBT, MONDAY)
        return None

    def crash(self) -> None:
        step = after_crash(self.job, opening=True)
        if step is not None:
            self.job = advanced(self.job, step, MONDAY)


@given(
    st.lists(
        st.tuples(st.integers(0, 4), st.booleans(), st.sampled_from(ENDS)),
        min_size=1,
        max_size=6,
    )
)
def test_any_crash_leaves_exactly_the_right_offer(attempts: list[tuple[int, bool, Step]]) -> None:
    office = Office()
    for crash_after, comes_out, end in attempts:
        before = len(office.papers)
        office.attempt(crash_after, comes_out, end)
        job = office.job
        assert job.state not in (JobState.WAITING, JobState.RENDERED, JobState.SENT), "nothing hangs"
        if len(office.papers) > before:
            assert job.out, "what may lie in the tray is known to be possible"
            assert offer_of(job) is not Offer.PRINT, "never printed again without a look"
        if job.state is JobState.FAILED:
            assert len(office.papers) == before, "failed is said only when no paper came out"
            assert offer_of(job) is Offer.PRINT
        if job.state is JobState.DOUBTFUL:
            assert offer_of(job) is Offer.LOOK_FIRST
        if offer_of(job) is Offer.NOTHING:
            return
        office.job = again(job, MONDAY, job.reprint + 1 if job.out else 0, "", "")
    assert len(set(office.papers)) == len(office.papers), "no two papers bear the same reprint number"


@given(st.lists(st.sampled_from(Step), max_size=12))
def test_no_order_of_steps_leaves_the_states(steps: list[Step]) -> None:
    job = JOB
    for step in steps:
        try:
            after = advanced(job, step, MONDAY + timedelta(minutes=1))
        except StepRefused:
            continue
        assert not job.out or after.out, "paper that may be out stays so"
        assert after.attempts - job.attempts == (step is Step.SEND)
        if job.state not in OPEN:
            pytest.fail(f"{job.state} is an end")
        job = after


def test_bytes_leave_the_desk_only_after_the_sending_is_durable() -> None:
    for state in JobState:
        job = PrintJob(1, b"", "n", "slip", "", MONDAY, MONDAY, state=state)
        for step in (Step.ACCEPT, Step.TAKE, Step.DOUBT):
            if state is not JobState.SENT:
                with pytest.raises(StepRefused):
                    advanced(job, step, MONDAY)


def test_a_job_the_printer_holds_is_asked_after_and_not_doubted() -> None:
    sent = advanced(advanced(JOB, Step.RENDER, MONDAY), Step.SEND, MONDAY)
    assert after_crash(sent, opening=False) is Step.DOUBT
    held = advanced(sent, Step.ACCEPT, MONDAY, ticket="7", said="Máy in hết giấy.")
    assert after_crash(held, opening=True) is None
    assert advanced(held, Step.PRINT, MONDAY).ticket == ""


def test_a_waiting_job_of_a_living_process_is_left_alone() -> None:
    assert after_crash(JOB, opening=False) is None
    assert after_crash(JOB, opening=True) is Step.FAIL


def test_every_state_has_its_words_and_ends_are_ends() -> None:
    assert all(state.label for state in JobState)
    assert {*OPEN, JobState.PRINTED, JobState.TAKEN, JobState.GIVEN_UP} == set(JobState)
    assert JobState.FAILED not in MAY_BE_OUT
