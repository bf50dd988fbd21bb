"""Dossiers from a table: each row told, nothing received until asked for, the sound rows in one go."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.cli.commands import motcua, run
from desk_app.domain.mistakes import DeskError
from desk_app.operations.desk import Desk
from desk_app.operations.find import find, show
from desk_app.operations.importing import check_table, receive_table
from tests.offices import MAU, OFFICER, new_desk, request

HEAD = "STT;Mã thủ tục;Họ và tên;Số CCCD;Ngày sinh;SĐT;Trả kết quả;Ghi chú;Lệ phí;Màu mực"
SOUND = "1;1.004873;Trần Văn Ba;990099000011;01/02/1999;0900000011;Bưu chính;gấp;8.000;xanh"
BY_NAME = "2;đăng ký KHAI SINH;Lê Thị Bốn;;;;;;;"
WRONG = "3;9.999999;=A1;12;31/02/2000;xyz;bay;;x;"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path / "desk")
    yield made
    made.close()


def table(*rows: str) -> bytes:
    return "\n".join((HEAD, *rows)).encode()


def test_every_row_is_told_and_nothing_received(desk: Desk) -> None:
    checked = check_table(desk, table(SOUND, BY_NAME, WRONG), "a.csv", OFFICER)
    assert [(row.number, row.sound) for row in checked.rows] == [(2, True), (3, True), (4, False)]
    assert checked.unused == ("Màu mực",)
    wrong = {one.field: one.message for one in checked.rows[2].mistakes}
    assert {"họ và tên", "thủ tục", "ngày sinh", "điện thoại", "trả tại"} <= set(wrong)
    assert "công thức" in wrong["họ và tên"]
    assert find(desk, "") == []


def test_the_sound_rows_are_received_together_as_the_table_says(desk: Desk) -> None:
    checked = check_table(desk, table(SOUND, WRONG, BY_NAME), "a.csv", OFFICER)
    done = receive_table(desk, checked, OFFICER).value
    assert sorted(done) == [2, 4]
    intake = show(desk, done[2].number).dossier.intake
    assert intake is not None
    assert (intake.applicant.id_number, intake.return_by, intake.note) == ("990099000011", "post", "gấp")
    assert (intake.fee, intake.fees_open) == (8000, ())
    assert intake.applicant.phone == "0900000011"


def test_doubles_are_told_inside_the_table_and_against_what_is_here(desk: Desk) -> None:
    from desk_app.operations.receive import receive

    [here] = receive(desk, [request()], OFFICER).value
    same = f"1;1.004873;{MAU.full_name};{MAU.id_number};;;;;;"
    first, second = check_table(desk, table(same, same), "a.csv", OFFICER).rows
    assert here.number in first.cautions[0]
    assert second.cautions[-1].endswith("dòng 2")
    assert first.sound
    assert second.sound


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("Họ và tên;CCCD\nA;1".encode(), "thiếu cột “thủ tục”"),
        ("Thủ tục;Họ tên;Họ và tên\n1;A;B".encode(), "hai cột cùng là “họ và tên”"),
        (HEAD.encode(), "chỉ có dòng tiêu đề"),
    ],
)
def test_a_table_that_is_none_is_refused(desk: Desk, raw: bytes, said: str) -> None:
    with pytest.raises(DeskError, match=said):
        check_table(desk, raw, "a.csv", OFFICER)


def test_a_table_of_wrong_rows_receives_nothing(desk: Desk) -> None:
    with pytest.raises(DeskError, match="Không có dòng nào đúng"):
        receive_table(desk, check_table(desk, table(WRONG), "a.csv", OFFICER), OFFICER)


def test_the_command_looks_receives_and_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, file = tmp_path / "cli", tmp_path / "a.csv"
    assert run(motcua, ["setup", "--data", str(data), "--unit", "H99.99.001", "--name", "UBND xã Ví Dụ"]) == 0
    capsys.readouterr()

    def told(*more: str) -> tuple[int, dict[str, object]]:
        code = run(motcua, ["import", str(file), "--json", "--data", str(data), *more])
        return code, json.loads(capsys.readouterr().out)

    file.write_bytes(table(SOUND, WRONG))
    code, value = told("--dry-run")
    assert (code, value["received"], value["wrong"]) == (0, 0, 1)
    code, value = told()
    assert (code, value["received"]) == (1, 0), "a wrong row holds back the rest"
    code, value = told("--skip-wrong")
    assert (code, value["received"]) == (1, 1)
    file.write_bytes(table(BY_NAME))
    code, value = told()
    rows = value["rows"]
    assert isinstance(rows, list)
    assert (code, value["received"], rows[0]["outcome"]) == (0, 1, "received")
