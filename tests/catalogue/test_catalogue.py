"""The shipped catalogue: every procedure loads, reads well, and promises nothing it does not know."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator

import pytest

from sync.catalogue.catalogue import load_shipped, read_catalogue
from sync.model.fees import needs_pages, reckon_fees
from sync.model.limit import Limit
from sync.model.procedure import Procedure
from sync.model.strict import FieldError
from sync.resources import read_resource

SHIPPED = load_shipped()
SAME_DAY = [procedure for procedure in SHIPPED if procedure.limit == "trong ngày"]


def words_of(procedure: Procedure) -> Iterator[str]:
    yield from (procedure.name, procedure.result, procedure.limit_note, procedure.route, procedure.conditions)
    yield from (paper.name for paper in procedure.papers)
    yield from (text for rule in procedure.fees for text in (rule.name, rule.source, *rule.exempt))
    yield from (case.name for case in procedure.cases)


def test_the_whole_official_list_ships() -> None:
    assert len(SHIPPED) == 164
    assert SHIPPED.version == "2026.09"
    assert len(SHIPPED.fields()) == 15
    assert SHIPPED.get("1.001193") is SHIPPED.procedures["1.001193"]
    assert SHIPPED.get("0.000000") is None


@pytest.mark.parametrize("procedure", list(SHIPPED), ids=lambda procedure: procedure.code)
def test_every_shipped_procedure_reads_well(procedure: Procedure) -> None:
    assert Procedure.from_dict(procedure.to_dict()) == procedure
    for limit in (procedure.limit, *(case.limit for case in procedure.cases)):
        assert limit == "" or str(Limit.parse(limit)) == limit
    assert procedure.limit or procedure.limit_note, "an unknown limit says what is known"
    assert procedure.papers
    assert procedure.result
    assert procedure.route
    assert procedure.certainty in tuple("CPNB")
    short = re.compile(
        r"\b(GCN|QSDĐ|HKD|ĐKHKD|YTNN|CMC|XN|VB|QĐ|NQ|TTHC|LV|NVQS|GPXD|NKT|NCC|SK|PCTT|ĐTM|CSDL)\b(?!-|/)"
    )
    for text in words_of(procedure):
        assert text == unicodedata.normalize("NFC", text).strip()
        assert not short.search(text.replace("QĐ-", "").replace("/QĐ", "")), text
        assert not re.search(r"[★{}]|  |\bnền\b", text), text
        assert not text or text[0].isupper() or text == procedure.route, text


def test_same_day_procedures_tell_of_fifteen_hours() -> None:
    assert len(SAME_DAY) >= 15
    for procedure in SAME_DAY:
        assert "nhận sau 15 giờ thì trả trong ngày làm việc tiếp theo" in procedure.limit_note, procedure.code


def test_a_limit_in_doubt_is_left_open() -> None:
    for code in ("1.004859", "3.000322", "2.002226", "1.010824", "2.001263", "1.013133", "2.000575"):
        procedure = SHIPPED.procedures[code]
        assert procedure.limit == "", code
    doubtful = [procedure for procedure in SHIPPED if procedure.certainty == "P" and procedure.limit]
    assert {procedure.limit for procedure in doubtful} == {"trong ngày"}
    assert SHIPPED.procedures["2.000575"].limit_for("cap-lai") == "1 ngày làm việc"


@pytest.mark.parametrize(
    ("code", "limit", "fee"),
    [
        ("1.001193", "trong ngày", 0),
        ("1.004873", "3 ngày làm việc", 0),
        ("2.000635", "trong ngày", 8000),
        ("2.000884", "trong ngày", 10_000),
        ("2.001035", "2 ngày làm việc", 50_000),
        ("1.004222", "7 ngày làm việc", 20_000),
        ("2.001159", "1 giờ", 0),
        ("1.001699", "25 ngày làm việc", 0),
        ("1.012812", "30 ngày", 0),
    ],
)
def test_known_limits_and_fees(code: str, limit: str, fee: int) -> None:
    procedure = SHIPPED.procedures[code]
    assert procedure.limit == limit
    assert reckon_fees(procedure.fees).total == fee


def test_certified_copies_ask_for_their_pages() -> None:
    rules = SHIPPED.procedures["2.000815"].fees
    assert needs_pages(rules)
    assert [gap.figure for gap in reckon_fees(rules).missing] == ["pages"]
    assert reckon_fees(rules, pages=10, copies=2).total == 24_000


def test_papers_tell_original_copy_shown_and_optional_apart() -> None:
    birth = {paper.name: paper for paper in SHIPPED.procedures["1.001193"].papers}
    assert birth["Tờ khai đăng ký khai sinh"].originals == 1
    assert birth["Giấy tờ tùy thân của người đi đăng ký"].presented
    assert not birth["Biên bản về việc trẻ bị bỏ rơi"].required
    marriage = SHIPPED.procedures["1.004746"].papers[1]
    assert (marriage.originals, marriage.copies) == (0, 1)
    building = SHIPPED.procedures["1.013225"].papers[2]
    assert building.originals == 2


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("dkks", "1.001193"),
        ("kh sinh", "1.001193"),
        ("dkkh", "1.000894"),
        ("tình trạng hôn nhân", "1.004873"),
        ("tt hon nhan", "1.004873"),
        ("chung thuc ban sao", "2.000815"),
        ("thuong tru", "1.004222"),
        ("thanh lap hkd", "1.001612"),
    ],
)
def test_the_officers_searches_find_first_what_they_mean(typed: str, code: str) -> None:
    assert SHIPPED.index().find(typed)[0].code == code


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (
            {"procedures": [{"code": "1.000001", "name": "A"}, {"code": "1.000001", "name": "B"}]},
            "procedures[1].code",
        ),
        ({"procedures": [{"code": "1.000001", "name": "A", "limit": "1 ?"}]}, "procedures[0].limit"),
        ({"version": ""}, "version"),
        ({"extra": 1}, "extra"),
    ],
)
def test_a_catalogue_that_is_not_well_made_is_refused_by_field(change: dict[str, object], where: str) -> None:
    with pytest.raises(FieldError) as error:
        read_catalogue(json.dumps({"version": "1", "procedures": [], **change}).encode())
    assert error.value.field == where


def test_the_file_is_what_the_values_say() -> None:
    raw = json.loads(read_resource("procedures", "procedures.json"))
    assert raw["procedures"] == [procedure.to_dict() for procedure in SHIPPED]
