"""The words of notices: templates with named fields, checked when they are saved, never while sending.

No field names a person or a procedure: a message lies open on a locked telephone, and a mail in a shared box.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from string import Formatter
from typing import Final

from sync.acts.mistakes import Mistake
from sync.catalogue.published import records
from sync.catalogue.releases import Change, Signed
from sync.center.publishing.in_force import chain_of
from sync.center.store.occasions import LATE, OCCASIONS, READY, RECEIVED, SUPPLEMENT
from sync.center.store.opening import Center
from sync.center.units.tree import center_rows
from sync.journal.ledger import Ledger
from sync.model.dossier import Dossier
from sync.model.moment import VIETNAM, day_of
from sync.model.strict import FieldError

NOTE: Final = "notices-wording"
MAX_SMS: Final = 320
MAX_SUBJECT: Final = 150
MAX_MAIL: Final = 4000
PARTS: Final = {"sms": MAX_SMS, "subject": MAX_SUBJECT, "mail": MAX_MAIL}
"""The texts of an occasion, with the most characters of each."""
FIELDS: Final = {
    "so_ho_so": "mã hồ sơ",
    "don_vi": "nơi tiếp nhận",
    "ngay_nhan": "ngày tiếp nhận",
    "hen_tra": "giờ, ngày hẹn trả đang có hiệu lực",
    "hen_cu": "giờ, ngày hẹn trả trước khi hẹn lại (chỉ khi trễ hẹn)",
    "tra_cuu": "địa chỉ trang tra cứu",
}
"""Every field, with what it stands for."""

_SAMPLE: Final = {
    "so_ho_so": "H26.22-261123-0007",
    "don_vi": "UBND xã Ví Dụ",
    "ngay_nhan": "23/11/2026",
    "hen_tra": "16:00 27/11/2026",
    "hen_cu": "16:00 25/11/2026",
    "tra_cuu": "https://motcua.example.vn/tra-cuu",
}
_MAIL = "Kính gửi Ông/Bà,\n\n{}\n\nTra cứu tình trạng hồ sơ: {{tra_cuu}}\n\nThư tự động, xin không trả lời."
DEFAULT: Final[Mapping[str, Mapping[str, str]]] = {
    RECEIVED: {
        "sms": "{don_vi} đã tiếp nhận hồ sơ {so_ho_so}, hẹn trả {hen_tra}. Tra cứu: {tra_cuu}",
        "subject": "Đã tiếp nhận hồ sơ {so_ho_so}",
        "mail": _MAIL.format(
            "{don_vi} đã tiếp nhận hồ sơ {so_ho_so} ngày {ngay_nhan}, hẹn trả kết quả {hen_tra}."
        ),
    },
    SUPPLEMENT: {
        "sms": "Hồ sơ {so_ho_so} cần bổ sung giấy tờ. Mời Ông/Bà liên hệ {don_vi} để nhận phiếu hướng dẫn.",
        "subject": "Hồ sơ {so_ho_so} cần bổ sung giấy tờ",
        "mail": _MAIL.format(
            "Hồ sơ {so_ho_so} cần bổ sung giấy tờ. Mời Ông/Bà liên hệ {don_vi} để nhận phiếu hướng dẫn;"
            " thời hạn giải quyết tạm dừng đến khi nhận đủ."
        ),
    },
    READY: {
        "sms": "Hồ sơ {so_ho_so} đã có kết quả tại {don_vi}. Khi đến nhận, mời mang theo giấy hẹn.",
        "subject": "Hồ sơ {so_ho_so} đã có kết quả",
        "mail": _MAIL.format(
            "Hồ sơ {so_ho_so} đã có kết quả tại {don_vi}. Khi đến nhận, mời Ông/Bà mang theo giấy hẹn."
        ),
    },
    LATE: {
        "sms": "{don_vi} xin lỗi vì hồ sơ {so_ho_so} chưa xong đúng hẹn {hen_cu}; xin hẹn lại {hen_tra}.",
        "subject": "Xin lỗi và hẹn lại ngày trả kết quả hồ sơ {so_ho_so}",
        "mail": _MAIL.format(
            "{don_vi} xin lỗi Ông/Bà vì hồ sơ {so_ho_so} chưa giải quyết xong đúng hẹn {hen_cu}."
            " Xin hẹn lại trả kết quả {hen_tra}."
        ),
    },
}
"""What is said where the administrator wrote nothing else."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts in force, by occasion and part; `published`: the (occasion, part) that a release says, which
    no page changes."""

    texts: Mapping[str, Mapping[str, str]]
    published: frozenset[tuple[str, str]] = frozenset()

    @property
    def version(self) -> str:
        """A name of these very texts, for two who change them at once."""
        return sha256(json.dumps(self.texts, sort_keys=True).encode()).hexdigest()[:20]

    def said(self, occasion: str, part: str, values: Mapping[str, str]) -> str:
        """A text with its fields filled; blanks around it are taken off."""
        return self.texts[occasion][part].format_map(values).strip()


def fields_in(text: str) -> list[str]:
    """The names of the fields of a template. Raises `ValueError` where its braces are not sound."""
    found = []
    for _words, name, form, conversion in Formatter().parse(text):
        if name is None:
            continue
        if form or conversion or not name:
            raise ValueError("a field is a name in braces and nothing else")
        found.append(name)
    return found


def check(texts: Mapping[str, Mapping[str, str]]) -> tuple[Mistake, ...]:
    """The mistakes of templates, by ``<occasion>-<part>``; none: they can be filled for every dossier."""
    found = []
    for occasion in OCCASIONS:
        for part, longest in PARTS.items():
            wrong = _wrong(texts.get(occasion, {}).get(part, ""), occasion, part, longest)
            if wrong:
                found.append(Mistake(f"{occasion}-{part}", wrong))
    return tuple(found)


def _wrong(text: str, occasion: str, part: str, longest: int) -> str:
    if not text.strip():
        return "Cần có nội dung; muốn dùng lại mẫu có sẵn thì chọn “Lấy lại mẫu có sẵn”."
    if part == "subject" and "\n" in text.strip():
        return "Tiêu đề thư chỉ có một dòng."
    try:
        names = fields_in(text)
    except ValueError:
        return "Dấu { } chưa đúng: mỗi trường viết như {so_ho_so}; không dùng { } vào việc khác."
    strange = [name for name in names if name not in FIELDS]
    if strange:
        known = ", ".join(FIELDS)
        return f"Không có trường “{strange[0][:40]}”. Các trường dùng được: {known}."
    if "hen_cu" in names and occasion != LATE:
        return "Trường {hen_cu} chỉ có khi trễ hẹn."
    long = len(text.format_map(_SAMPLE))
    return f"Dài {long} ký tự với hồ sơ mẫu; viết trong {longest} ký tự." if long > longest else ""


def sample(texts: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """The texts filled for a made-up dossier; what cannot be filled is left out."""
    found: dict[str, dict[str, str]] = {}
    for occasion in OCCASIONS:
        wrong = {one.field for one in check(texts)}
        found[occasion] = {
            part: texts[occasion][part].format_map(_SAMPLE).strip()
            for part in PARTS
            if f"{occasion}-{part}" not in wrong
        }
    return found


def mistake_in(occasion: str, part: str, text: str) -> str:
    """What is wrong with a text that is to be published; empty: nothing."""
    if occasion not in OCCASIONS:
        return f"Không có dịp thông báo này; các dịp: {', '.join(OCCASIONS)}."
    if part not in PARTS:
        return f"Không có phần này; các phần: {', '.join(PARTS)}."
    return _wrong(text, occasion, part, PARTS[part])


def check_published(changes: Sequence[Change]) -> None:
    """Raises `FieldError` for texts of notices that could not be filled; what is taken back has none."""
    for one in changes:
        for part, text in one.fields.items() if one.table == "notices" else ():
            wrong = mistake_in(one.key, part, "x" if text is None else text)
            if wrong:
                raise FieldError(f"notices {one.key} {part}", wrong.rstrip("."))


def published_texts(releases: Sequence[Signed], day: date) -> dict[str, dict[str, str]]:
    """The texts as releases make them on a day, over the shipped ones."""
    return {one: {**DEFAULT[one], **said} for one, said in _published(releases, day).items()}


def _published(releases: Sequence[Signed], day: date) -> dict[str, dict[str, str]]:
    """What releases say, as far as it can be filled."""
    said = records(releases, "notices", day)
    return {
        one: {part: text for part, text in said.get(one, {}).items() if not mistake_in(one, part, text)}
        for one in OCCASIONS
    }


def wording_of(center: Center, ledger: Ledger) -> Wording:
    """The texts in force: the shipped ones, an administrator's over them, a release's over both."""
    raw = ledger.rows.note(NOTE)
    own = json.loads(raw) if raw else {}
    said = _published(chain_of(center, ledger).releases, day_of(center.clock()))
    texts = {one: {**DEFAULT[one], **own.get(one, {}), **said[one]} for one in OCCASIONS}
    return Wording(texts, frozenset((one, part) for one in OCCASIONS for part in said[one]))


def set_wording(center: Center, texts: Mapping[str, Mapping[str, str]], seen: str) -> bool:
    """Keeps texts that `check` found nothing wrong with, but those that are published; False where others
    stand than were `seen`."""
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        stands, raw = wording_of(center, ledger), rows.note(NOTE)
        if stands.version != seen:
            return False
        own = json.loads(raw) if raw else {}
        kept: dict[str, dict[str, str]] = {}
        for one in OCCASIONS:
            kept[one] = {
                part: text for part, text in own.get(one, {}).items() if (one, part) in stands.published
            }
            for part in PARTS:
                text = texts[one][part].strip()
                if (one, part) not in stands.published and text != DEFAULT[one][part]:
                    kept[one][part] = text
        rows.put_note(NOTE, json.dumps(kept, ensure_ascii=False).encode())
    return True


def values_of(dossier: Dossier, unit_name: str, address: str) -> dict[str, str]:
    """What a dossier fills the fields with."""
    received = dossier.intake.received_at.astimezone(VIETNAM) if dossier.intake else None
    due, before = dossier.due_at, dossier.renewed[0] if dossier.renewed else None
    return {
        "so_ho_so": "".join(one for one in dossier.number if one.isprintable())[:60],
        "don_vi": unit_name,
        "ngay_nhan": f"{received:%d/%m/%Y}" if received else "",
        "hen_tra": f"{due.astimezone(VIETNAM):%H:%M %d/%m/%Y}" if due else "theo giấy hẹn",
        "hen_cu": f"{before.astimezone(VIETNAM):%H:%M %d/%m/%Y}" if before else "",
        "tra_cuu": address,
    }
