"""The lines of a dossier's history that tell of the work on it, in Vietnamese."""

from __future__ import annotations

from sync.model.dossier import Officer
from sync.model.work import Approval, Consultation, Proposal, Sealing
from sync.model.work_bodies import Delivery, Onward

OUTCOME_WORDS = {
    "grant": "đủ điều kiện giải quyết",
    "refuse": "không đủ điều kiện giải quyết",
    "supplement": "cần bổ sung hồ sơ",
    "stop": "dừng giải quyết",
}
OPINION_WORDS = {"agree": "đồng ý", "disagree": "không đồng ý", "other": "ý kiến khác"}
REASON_WORDS = {
    "rights": "người trước thôi nhiệm vụ",
    "absence": "người trước vắng mặt",
    "transfer": "người trước chuyển việc",
    "load": "san việc",
}
CAPACITY_WORDS = {"KT.": "ký thay", "TUQ.": "ký thừa ủy quyền", "TL.": "ký thừa lệnh"}


def _note(words: str, more: str) -> str:
    return f"{words} – {more}" if more else words


def _person(officer: Officer, office: str) -> str:
    return f"{officer.name}, {office}" if office else officer.name


def onward_words(onward: Onward) -> str:
    """Where the dossier goes with an act, behind its own words; empty where it stays."""
    if not onward.step:
        return ""
    whom = _person(onward.officer, onward.office) if onward.officer else onward.office
    words = f"; chuyển bước {onward.name}"
    words += f" cho {whom}" if whom else ""
    return words + (f", hạn {onward.due:%H:%M %d/%m/%Y}" if onward.due else "")


def delivered_words(said: Delivery) -> str:
    """The papers were counted in."""
    words = f"Nhận bàn giao hồ sơ từ {said.source}" if said.source else "Nhận bàn giao hồ sơ"
    words += f" theo danh sách {said.listed}" if said.listed else ""
    words += f"; THIẾU: {', '.join(said.missing)}" if said.missing else ""
    return _note(words, said.note)


def assigned_words(onward: Onward, why: str, note: str) -> str:
    """Somebody got the dossier."""
    whom = _person(onward.officer, onward.office) if onward.officer else ""
    words = f"Phân công lại cho {whom}" if why else f"Phân công cho {whom}"
    words += f" ({REASON_WORDS[why]})" if why in REASON_WORDS else ""
    words += f", bước {onward.name}" if onward.step else ""
    words += f", hạn {onward.due:%H:%M %d/%m/%Y}" if onward.due else ""
    return _note(words, note)


def appraised_words(proposal: Proposal) -> str:
    """What the appraisal proposes."""
    return _note(f"Thẩm định: {OUTCOME_WORDS[proposal.outcome]}", proposal.words)


def consulted_words(asked: Consultation) -> str:
    """Another office was asked."""
    by = f", trước {asked.due:%H:%M %d/%m/%Y}" if asked.due else ""
    return _note(f"Lấy ý kiến {asked.office}{by}", asked.question)


def answered_words(office: str, opinion: str, said: str) -> str:
    """What it answered."""
    return _note(f"Ý kiến của {office or 'cơ quan phối hợp'}: {OPINION_WORDS[opinion]}", said)


def approved_words(approval: Approval, note: str) -> str:
    """Who signed, in which right."""
    words = f"Phê duyệt: {approval.signer} ký"
    if approval.capacity:
        words = f"Phê duyệt: {approval.signer} {CAPACITY_WORDS[approval.capacity]}"
        words += f" {approval.instead_of}" if approval.instead_of else ""
    words += f", số {approval.number}" if approval.number else ""
    if approval.outcome and approval.outcome != "grant":
        words += f" ({OUTCOME_WORDS[approval.outcome]})"
    return _note(words, note)


def sealed_words(sealing: Sealing) -> str:
    """The seal and the number in the book."""
    words = f"Đóng dấu, phát hành số {sealing.number}" if sealing.number else "Đóng dấu, phát hành"
    return words + (f" ngày {sealing.dated:%d/%m/%Y}" if sealing.dated else "")
