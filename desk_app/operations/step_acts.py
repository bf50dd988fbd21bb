"""Working on a dossier by steps at the desk: the same acts as at the center, by their names on the
command line.

For dossiers of the commune's own competence. The window has no forms for them yet; it shows what came of
them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desk_app.domain.act_request import ActFields
from desk_app.operations.acts import ACTS, Act
from desk_app.operations.desk import Desk
from desk_app.operations.officers import officers
from desk_app.operations.processes import ground_of
from desk_app.operations.units import own_units
from sync.acts import steps
from sync.acts.mistakes import Mistake
from sync.acts.move import Made, blocked
from sync.acts.steps import Signature
from sync.model.dossier import Dossier, Officer
from sync.model.status import CLOCK_ENDED
from sync.model.whereabouts import at_unit
from sync.model.work import CAPACITIES, OPINIONS, OUTCOMES, REASONS

Make = Callable[[Desk, Dossier, ActFields, Officer], Made]


def _person(desk: Desk, given: ActFields, name: str = "to") -> Officer | None:
    """A person by the id or name of an officer of this desk, or by the name of somebody else."""
    wanted = " ".join(given.text(name).split())
    if not wanted:
        return None
    return next((one for one in officers(desk) if wanted in (one.id, one.name)), Officer(wanted, wanted))


def _take(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    papers, missing = tuple(given.lines("papers")), tuple(given.lines("missing"))
    if not papers and dossier.intake is not None:
        papers = tuple(one.name for one in dossier.intake.papers)
    return steps.take_delivery(
        dossier,
        given.text("from"),
        [one for one in papers if one not in missing],
        missing,
        ground_of(desk, dossier, officer),
        listed=given.text("list"),
        note=given.text("note"),
        to=_person(desk, given),
    )


def _assign(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    return steps.assign(
        dossier,
        _person(desk, given) or Officer("", ""),
        ground_of(desk, dossier, officer),
        office=given.text("office"),
        step=given.text("step"),
        why=given.choice("why", REASONS),
        note=given.text("note"),
    )


def _appraise(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    outcome, text = given.choice("outcome", OUTCOMES), given.text("text")
    to, despite = _person(desk, given), given.text("despite")
    return steps.appraise(dossier, outcome, text, ground_of(desk, dossier, officer), to=to, despite=despite)


def _consult(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    office, question, days = given.text("office"), given.text("question"), given.whole("days") or 0
    unit = given.text("unit")
    return steps.consult(dossier, office, question, days, ground_of(desk, dossier, officer), unit=unit)


def _answer(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    entry, opinion = given.text("entry"), given.choice("opinion", OPINIONS)
    text, number = given.text("text"), given.text("number")
    return steps.answer(dossier, entry, opinion, text, ground_of(desk, dossier, officer), number=number)


def _approve(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    signature = Signature(
        given.text("signer"),
        given.text("title"),
        given.choice("capacity", CAPACITIES),
        given.text("instead_of"),
        given.text("basis"),
        given.text("number"),
        given.day("date"),
    )
    outcome, note, to = given.choice("outcome", OUTCOMES), given.text("note"), _person(desk, given)
    ground = ground_of(desk, dossier, officer)
    return steps.approve(dossier, signature, ground, outcome=outcome, note=note, to=to)


def _rework(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    reason, step, to = given.text("reason"), given.text("step"), _person(desk, given)
    return steps.rework(dossier, reason, ground_of(desk, dossier, officer), step=step, to=to)


def _seal(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    number, dated, copies = given.text("number"), given.day("date"), given.whole("copies")
    to, ground = _person(desk, given), ground_of(desk, dossier, officer)
    return steps.seal(dossier, number, ground, dated=dated, copies=1 if copies is None else copies, to=to)


def _only_here(make: Make) -> Make:
    """Not what is another unit's, or the center's, business now."""

    def made(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
        done = make(desk, dossier, given, officer)
        if at_unit(dossier) not in own_units(desk):
            where = dossier.away.name if dossier.away is not None else dossier.unit
            return (Mistake("status", f"Hồ sơ đang ở {where}, xử lý ở đó."),)
        return done

    return made


def _running(_desk: Desk, dossier: Dossier) -> str:
    stopped = blocked(dossier)
    if stopped:
        return stopped[0].message
    return f"Hồ sơ đang là “{dossier.label}”." if dossier.status in CLOCK_ENDED else ""


STEP_ACTS: Mapping[str, Act] = {
    act.name: act
    for act in (
        Act("take", "Nhận bàn giao hồ sơ", "control-sheet", _only_here(_take), _running),
        Act("assign", "Phân công xử lý", "control-sheet", _only_here(_assign), _running),
        Act("appraise", "Thẩm định", "", _only_here(_appraise), _running),
        Act("consult", "Lấy ý kiến", "", _only_here(_consult), _running),
        Act("answer", "Ghi ý kiến trả lời", "", _only_here(_answer), _running),
        Act("approve", "Phê duyệt", "", _only_here(_approve), _running),
        Act("rework", "Trả lại để làm lại", "", _only_here(_rework), _running),
        Act("seal", "Đóng dấu, phát hành", "", _only_here(_seal), _running),
    )
}
ALL_ACTS: Mapping[str, Act] = {**ACTS, **STEP_ACTS}
"""What `motcua act` knows: the counter's acts and those by steps."""
