"""The `motcua` command: JSON shapes, exit codes, one sentence in Vietnamese for every error."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desk_app.cli.commands import motcua, run
from desk_app.domain.request import read_requests
from desk_app.operations.desk import shipped_calendar
from sync.acts.receive import Terms, prepare_intake
from sync.catalogue.catalogue import load_shipped
from sync.synthetic.requests import RECEIVED, intake_json, intake_request
from tests.offices import OFFICER

MAU = {"procedure": "1.004873", "applicant": {"full_name": "Nguyễn Văn Mẫu", "id_number": "990099000001"}}
Run = Callable[..., tuple[int, Any, str]]


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on the test's own folder; returns exit code, stdout (JSON where asked) and stderr."""
    monkeypatch.setenv("MOTCUA_DATA", str(tmp_path / "desk"))

    def call(*words: str) -> tuple[int, Any, str]:
        code = run(motcua, list(words))
        out, err = capsys.readouterr()
        return code, json.loads(out) if "--json" in words else out, err

    return call


@pytest.fixture
def desk(cli: Run, tmp_path: Path) -> Run:
    """The same on a desk that was set up."""
    code, value, _ = cli("setup", "--unit", "H99.99.001", "--name", "Ủy ban nhân dân xã Ví Dụ", "--json")
    assert (code, value["unit"], value["desk"]) == (0, "H99.99.001", 1)
    return cli


def written(tmp_path: Path, value: object) -> str:
    """A JSON file with the value."""
    path = tmp_path / "in.json"
    path.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    return str(path)


def test_receive_answers_number_times_fee_and_slip(desk: Run, tmp_path: Path) -> None:
    code, value, err = desk("receive", written(tmp_path, MAU), "--json")
    assert (code, err) == (0, "")
    assert re.fullmatch(r"H99\.99\.001-\d{6}-0001", value["number"])
    for name in ("received_at", "due_at"):
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d\+07:00", value[name])
    assert value["fee"] == 0
    assert Path(value["slip"]).read_bytes().startswith(b"%PDF")


def test_an_array_is_answered_by_an_array_in_its_order(desk: Run, tmp_path: Path) -> None:
    other = {**MAU, "applicant": {"full_name": "Trần Thị Thử"}}
    code, value, _ = desk("receive", written(tmp_path, [MAU, other]), "--json")
    assert code == 0
    assert [one["number"][-4:] for one in value] == ["0001", "0002"]
    _, found, _ = desk("find", "--json")
    assert [one["owner"] for one in found] == ["Trần Thị Thử", "Nguyễn Văn Mẫu"]


def test_find_and_show_have_the_promised_fields(desk: Run, tmp_path: Path) -> None:
    _, received, _ = desk("receive", written(tmp_path, MAU), "--json")
    _, found, _ = desk("find", "mau", "--json")
    assert {"number", "status", "unit"} <= set(found[0])
    code, value, _ = desk("show", received["number"], "--json")
    assert code == 0
    assert value["status"] == "received"
    assert value["procedure"] == "1.004873"
    assert value["applicant"]["full_name"] == "Nguyễn Văn Mẫu"
    assert value["acknowledged"] is False
    assert [set(event) for event in value["history"]] == [{"at", "act", "officer", "unit", "node", "text"}]


def test_the_slip_is_written_again_the_same(desk: Run, tmp_path: Path) -> None:
    _, received, _ = desk("receive", written(tmp_path, MAU), "--json")
    out = tmp_path / "phieu.pdf"
    assert desk("slip", received["number"], "-o", str(out))[0] == 0
    assert out.read_bytes() == Path(received["slip"]).read_bytes()


@pytest.mark.parametrize(
    ("value", "field"),
    [
        ({"procedure": "1.004873"}, "applicant"),
        ({"procedure": "1.004873", "applicant": {}}, "applicant"),
        ({"procedure": "1.004873", "applicant": {"full_name": 5}}, "applicant.full_name"),
        ({**MAU, "procedure": "9.999999"}, "procedure"),
        ({**MAU, "procedur": "x"}, "procedur"),
        ({**MAU, "papers": [{"name": "Tờ khai", "originals": -1}]}, "papers[0].originals"),
        ({**MAU, "papers": "Tờ khai"}, "papers"),
        ({**MAU, "return_by": "bay"}, "return_by"),
        (
            {"procedure": "1.004873", "applicant": {"full_name": "A", "date_of_birth": "1999-02-30"}},
            "applicant.date_of_birth",
        ),
        ({"procedure": "1.004873", "applicant": {"full_name": "A", "gender": "X"}}, "applicant.gender"),
        ({**MAU, "note": "x" * 3000}, "note"),
        ("chữ", ""),
        ([MAU, {"procedure": "1.004873", "applicant": {"full_name": " "}}], "[1].applicant.full_name"),
    ],
)
def test_a_mistake_names_its_field_and_stores_nothing(
    desk: Run, tmp_path: Path, value: object, field: str
) -> None:
    code, answer, err = desk("receive", written(tmp_path, value), "--json")
    assert code == 1
    assert field in [one["field"] for one in answer["fields"]]
    assert answer["error"]
    assert "Traceback" not in err
    assert desk("find", "--json")[1] == []


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"procedure": NaN}',
        b'{"a":1,"a":2}',
        b'"\\ud800"',
        b"null",
    ],
)
def test_what_is_no_json_is_refused_in_one_sentence(desk: Run, tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "bad.json"
    path.write_bytes(raw)
    code, answer, err = desk("receive", str(path), "--json")
    assert code == 1
    assert answer["error"]
    assert "Traceback" not in err


def test_a_lone_surrogate_in_a_name_is_refused(desk: Run, tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_text('{"procedure": "1.004873", "applicant": {"full_name": "A\\ud800"}}')
    code, answer, _ = desk("receive", str(path), "--json")
    assert code == 1
    assert answer["fields"][0]["field"] == "applicant.full_name"


def test_due_follows_the_vectors_without_a_desk(cli: Run) -> None:
    code, value, _ = cli("due", "--received", "2026-11-23T09:15", "--limit", "3 ngày làm việc", "--json")
    assert (code, value["due"]) == (0, "2026-11-27T09:15+07:00")
    assert "24/11" in value["explanation"]
    _, value, _ = cli(
        "due", "--received", "2026-11-20T15:20", "--limit", "1 ngày LV", "--cutoff", "15:00", "--json"
    )
    assert value["due"] == "2026-11-25T07:30+07:00"


@pytest.mark.parametrize(
    "words",
    [
        ("due", "--received", "hôm qua", "--limit", "3 ngày"),
        ("due", "--received", "2026-11-23T09:15", "--limit", "ba hôm"),
        ("due", "--received", "2090-11-23T09:15", "--limit", "3 ngày"),
        ("show", "H99.99.001-261123-0001"),
        ("receive", "/không/có.json"),
        ("sync",),
        ("verify",),
        ("enrol", "MC1-rác"),
    ],
)
def test_an_error_is_one_vietnamese_sentence_and_exit_code_1(cli: Run, words: tuple[str, ...]) -> None:
    code, out, err = cli(*words)
    assert code == 1
    assert out == ""
    assert err.strip()
    assert "Traceback" not in err
    assert len(err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "words", [("receive",), ("không-có-lệnh",), ("due", "--limit", "x"), ("find", "--limit", "0")]
)
def test_wrong_usage_is_exit_code_2_in_vietnamese(cli: Run, words: tuple[str, ...]) -> None:
    code, _, err = cli(*words)
    assert code == 2
    assert "Cách dùng" in err
    assert "Lỗi" in err


def test_help_is_vietnamese(cli: Run) -> None:
    code, out, _ = cli("--help")
    assert code == 0
    for word in ("Cách dùng:", "Tùy chọn", "Lệnh"):
        assert word in out
    assert "Show this message" not in out


def test_officers_are_listed_and_added(desk: Run) -> None:
    assert desk("officers", "--json")[1] == [{"id": "1", "name": "Cán bộ tiếp nhận"}]
    code, value, _ = desk("officers", "--add", "Trần Thị Thử", "--json")
    assert (code, value[1]["name"]) == (0, "Trần Thị Thử")
    assert desk("officers", "--add", "Trần Thị Thử")[0] == 1


def test_every_entry_names_the_officer_who_acted(desk: Run, tmp_path: Path) -> None:
    desk("officers", "--add", "Trần Thị Thử")
    _, received, _ = desk("receive", written(tmp_path, MAU), "--officer", "2", "--json")
    _, value, _ = desk("show", received["number"], "--json")
    assert value["history"][0]["officer"] == "Trần Thị Thử"
    assert desk("receive", written(tmp_path, MAU), "--officer", "9")[0] == 1


def test_procedures_are_found_by_any_part(cli: Run) -> None:
    for text in ("dkks", "kh sinh", "1.001193", "đăng ký khai sinh"):
        code, value, _ = cli("procedures", text, "--json")
        assert code == 0
        assert value[0]["code"] == "1.001193", text


def test_roles_papers_shown_and_old_text_come_in_by_file_as_at_the_window(desk: Run, tmp_path: Path) -> None:
    asked = {
        **MAU,
        "applicant": {"full_name": "NguyÔn V¨n MÉu", "commune": "11824"},
        "representative": {"full_name": "Nguyeãn Thò Thöû"},
        "representation": "relative",
        "shown": [{"role": "representative", "paper": "kinship"}],
    }
    code, received, _ = desk("receive", written(tmp_path, asked), "--json")
    assert code == 0
    _, value, _ = desk("show", received["number"], "--json")
    assert (value["applicant"]["full_name"], value["applicant"]["commune"]) == ("Nguyễn Văn Mẫu", "11824")
    assert value["representative"]["full_name"] == "Nguyễn Thị Thử"
    assert (value["representation"], value["shown"]) == ("relative", asked["shown"])


@pytest.mark.parametrize(
    ("change", "field"),
    [({"shown": {}}, "shown"), ({"shown": [{"role": "applicant", "by": "x"}]}, "shown[0].by")],
)
def test_papers_shown_of_another_shape_are_named(
    desk: Run, tmp_path: Path, change: dict[str, object], field: str
) -> None:
    code, value, _ = desk("receive", written(tmp_path, {**MAU, **change}), "--json")
    assert code != 0
    assert field in [one["field"] for one in value["fields"]]


def test_an_imported_catalogue_is_used_by_the_next_command(desk: Run, tmp_path: Path) -> None:
    table = tmp_path / "t.tsv"
    header = "code\tname\tfield\tlevel\tdecision\tt_direct\tt_online\tt_post\tresult\tministry\n"
    table.write_text(
        header + "9.000001\tThủ tục thử\tHộ tịch\tCấp xã\t1/QĐ\t2 Ngày làm việc\t\t\tGiấy\tbo\n"
        "9.000002\tThủ tục lạ\tHộ tịch\tCấp xã\t1/QĐ\t3\t\t\tGiấy\tbo\n",
        "utf-8",
    )
    code, value, _ = desk("catalogue", "import", str(table), "--json")
    assert code == 0
    assert value["imported"] == 2
    assert [(one["row"], one["code"]) for one in value["problems"]] == [(3, "9.000002")]
    code, received, _ = desk("receive", written(tmp_path, {**MAU, "procedure": "9.000001"}), "--json")
    assert code == 0
    assert received["number"].endswith("0001")


def test_verify_says_what_was_checked_and_notices_damage(desk: Run, tmp_path: Path) -> None:
    desk("receive", written(tmp_path, MAU))
    code, value, _ = desk("verify", "--json")
    assert (code, value["ok"], value["dossiers"], value["entries"]) == (0, True, 1, 2)


def test_no_message_about_people_reaches_the_log(desk: Run, tmp_path: Path, own_home: Path) -> None:
    secret = "Hoàng Tuyệt Mật"
    bad = {**MAU, "applicant": {"full_name": secret, "id_number": "990099999999", "gender": "Khác"}}
    desk("receive", written(tmp_path, bad))
    for path in own_home.rglob("*.log"):
        assert secret not in path.read_text("utf-8")
        assert "990099999999" not in path.read_text("utf-8")


def test_what_the_generator_writes_is_what_receive_reads() -> None:
    calendar, terms = shipped_calendar(), Terms("H99.99.001", 1)
    for seed, procedure in enumerate(load_shipped()):
        value = intake_json(random.Random(seed), procedure)
        raw = json.dumps(value, ensure_ascii=False).encode()
        (read,), many = read_requests(raw)
        assert not many
        given = intake_request(random.Random(seed), procedure)
        prepared = [
            prepare_intake(one, procedure, calendar=calendar, terms=terms, officer=OFFICER, now=RECEIVED)
            for one in (read, given)
        ]
        assert prepared[0] == prepared[1]
        assert prepared[0].mistakes == ()


def test_a_changed_calendar_moves_no_printed_due_time_but_lists_it(desk: Run, tmp_path: Path) -> None:
    _, received, _ = desk("receive", written(tmp_path, MAU), "--json")
    exported = tmp_path / "lich.json"
    assert desk("calendar", "export", "-o", str(exported))[0] == 0
    table = json.loads(exported.read_text("utf-8"))
    table["version"] = "xa-1"
    due = received["due_at"][:10]
    table["days"] = [day for day in table["days"] if day["date"] != due]
    table["days"].append({"date": due, "kind": "rest", "name": "Nghỉ riêng", "notice": "Quyết định 1"})
    table["days"].sort(key=lambda day: str(day["date"]))
    exported.write_text(json.dumps(table, ensure_ascii=False), "utf-8")
    code, value, _ = desk("calendar", "import", str(exported), "--json")
    assert (code, value["version"]) == (0, "xa-1")
    assert [one["number"] for one in value["affected"]] == [received["number"]]
    assert desk("show", received["number"], "--json")[1]["due_at"] == received["due_at"]
    assert desk("receive", written(tmp_path, MAU), "--json")[1]["due_at"] > received["due_at"]


def test_a_wrong_calendar_names_its_field_and_changes_nothing(desk: Run, tmp_path: Path) -> None:
    bad = tmp_path / "lich.json"
    bad.write_text(
        '{"version": "x", "years": {"2026": "official"}, "days": [{"date": "2026-02-30"}]}', "utf-8"
    )
    code, _, err = desk("calendar", "import", str(bad))
    assert code == 1
    assert "date" in err or "kind" in err
    exported = tmp_path / "out.json"
    desk("calendar", "export", "-o", str(exported))
    assert json.loads(exported.read_text("utf-8"))["version"].startswith("VN-")
