"""`motcua refuse`: the JSON of `receive` and the reasons; recorded, on paper, printed again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.cli.test_commands import MAU, cli, desk, written
from tests.cli.test_forms import said

__all__ = ["cli", "desk"]
Run = Callable[..., tuple[int, Any, str]]
REFUSED = {**MAU, "reasons": ["Không thuộc thẩm quyền của xã.", "Nộp tại cơ quan cấp tỉnh."]}


def test_a_refusal_answers_its_name_and_its_paper_and_receives_nothing(desk: Run, tmp_path: Path) -> None:
    code, value, err = desk("refuse", written(tmp_path, REFUSED), "--json")
    assert (code, err) == (0, "")
    assert (value["procedure"], value["reasons"]) == ("1.004873", REFUSED["reasons"])
    text = said(Path(value["pdf"]))
    assert "Không thuộc thẩm quyền của xã." in text
    assert desk("find", "", "--json")[1] == []
    paper = tmp_path / "again.pdf"
    assert desk("form", "refusal", value["refusal"], "-o", paper, "--json")[0] == 0
    assert said(paper) == text
    [work] = desk("shift", "--json")[1]["officers"]
    assert (work["acts"], work["refused"]) == (1, 1)
    assert "từ chối tiếp nhận 1" in desk("shift")[1]


def test_several_are_refused_together_in_their_order_or_none(desk: Run, tmp_path: Path) -> None:
    both = [REFUSED, {**REFUSED, "reasons": ["Đã có kết quả còn hiệu lực."]}]
    code, value, _ = desk("refuse", written(tmp_path, both), "--json")
    assert (code, [one["reasons"] for one in value]) == (0, [one["reasons"] for one in both])
    code, value, _ = desk("refuse", written(tmp_path, [REFUSED, MAU]), "--json")
    assert (code, [one["field"] for one in value["fields"]]) == (1, ["[1].reasons"])
    code, value, _ = desk("refuse", written(tmp_path, {**REFUSED, "procedure": "9.999999"}), "--json")
    assert (code, [one["field"] for one in value["fields"]]) == (1, ["procedure"])
    assert desk("shift", "--json")[1]["officers"][0]["refused"] == 2


def test_reasons_that_are_no_list_of_texts_are_named(desk: Run, tmp_path: Path) -> None:
    for reasons in ("Không thuộc thẩm quyền", [], [1]):
        code, value, err = desk("refuse", written(tmp_path, {**MAU, "reasons": reasons}), "--json")
        assert (code, [one["field"] for one in value["fields"]]) == (1, ["reasons"])
        assert len(err.splitlines()) == 1
