"""The card of a dossier's page that tells of the work on it: the step, whose hands, until when, and
times spent."""

from __future__ import annotations

from desk_app.ui.dates import moment_said
from desk_app.ui.dossier_cards import Card
from desk_app.ui.tongue import said, tr
from sync.model.dossier import Dossier
from sync.model.work import Run


def steps_card(dossier: Dossier) -> Card:
    """Where it is now, then every step so far, the latest first."""
    work = dossier.work
    card = Card(tr("Các bước xử lý"))
    if work.step and work.since is not None:
        whose = work.officer.name if work.officer else tr("chưa phân công")
        parts = [said(work.step_name), f"{whose}, {work.office}" if work.office else whose]
        if work.paused:
            parts.append(tr("chờ công dân, thời hạn tạm dừng"))
        elif work.due is not None:
            parts.append(tr("hạn {0}").format(moment_said(work.due)))
        card.add(tr("Đang ở bước"), " · ".join(parts), "strong")
    if work.missing:
        card.add(tr("Giấy tờ thiếu"), ", ".join(work.missing), "caution")
    for one in work.unanswered:
        until = tr("hạn {0}").format(moment_said(one.due)) if one.due is not None else ""
        card.add(tr("Chờ ý kiến"), " · ".join(part for part in (one.office, until) if part))
    for run in reversed(work.runs):
        if run.until is not None:
            card.add(said(run.name), _run(run), "mistake" if run.late else "")
    return card


def _run(run: Run) -> str:
    """Who had it from when to when; a step that took too long says so in words."""
    name = run.officer.name if run.officer else tr("chưa phân công")
    whose = f"{name}, {run.office}" if run.office else name
    spent = ""
    if run.until is not None:
        spent = tr("từ {0} đến {1}").format(moment_said(run.since), moment_said(run.until))
    late = tr("quá hạn của bước") if run.late else ""
    return " · ".join(part for part in (whose, spent, late) if part)
