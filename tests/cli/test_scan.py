"""`motcua scan`: every kind of scan as JSON, pictures, rebuilding, the self-test, and hostile input."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import desk_app.cli.commands  # noqa: F401 - the commands register themselves
from desk_app.cli.frame import motcua, run
from desk_app.domain.scanner_test import TEST_CODES

MAU = {"procedure": "1.004873", "applicant": {"full_name": "Nguyễn Văn Mẫu", "id_number": "990099000001"}}
CARD = "990099000001||Nguyễn Văn Mẫu|01021999|Nam|Thôn 1, Xã Ví Dụ, Huyện Mẫu, Tỉnh Thử Nghiệm|15062021"
Run = Callable[..., tuple[int, Any, str]]


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on a desk of the test; returns exit code, stdout (JSON where asked) and stderr."""
    monkeypatch.setenv("MOTCUA_DATA", str(tmp_path / "desk"))

    def call(*words: str) -> tuple[int, Any, str]:
        code = run(motcua, list(words))
        out, err = capsys.readouterr()
        return code, json.loads(out) if "--json" in words else out, err

    call("setup", "--unit", "H99.99.001", "--name", "Ủy ban nhân dân xã Ví Dụ")
    return call


@pytest.fixture
def slip(cli: Run, tmp_path: Path) -> tuple[str, Path]:
    """Number and slip of a received dossier."""
    (tmp_path / "in.json").write_text(json.dumps(MAU), "utf-8")
    _, value, _ = cli("receive", str(tmp_path / "in.json"), "--json")
    return value["number"], Path(value["slip"])


def type_in(monkeypatch: pytest.MonkeyPatch, text: bytes) -> None:
    """Puts octets on standard input."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text)))


def test_the_slips_own_pdf_is_a_genuine_slip(cli: Run, slip: tuple[str, Path]) -> None:
    number, path = slip
    code, value, err = cli("scan", str(path), "--json")
    assert (code, err) == (0, "")
    assert (value["kind"], value["verdict"], value["number"]) == ("slip", "genuine", number)
    assert value["as_of"] is None
    assert value["rebuildable"] is False
    assert [len(one) for one in value["dossiers"]] == [32]
    assert cli("scan", str(path))[1].startswith("Phiếu thật")


def test_a_number_a_card_and_a_pipe_are_scans(
    cli: Run, slip: tuple[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    number, _ = slip
    value = cli("scan", number, "--json")[1]
    assert (value["kind"], value["verdict"], value["owner"]) == ("number", "found", "Nguyễn Văn Mẫu")
    type_in(monkeypatch, f"{CARD}\r\n".encode())
    value = cli("scan", "-", "--json")[1]
    assert (value["kind"], value["verdict"]) == ("citizen_card", "read")
    assert value["card"] == {
        "id_number": "990099000001",
        "full_name": "Nguyễn Văn Mẫu",
        "date_of_birth": "1999-02-01",
        "gender": "Nam",
        "address": "Thôn 1, Xã Ví Dụ, Huyện Mẫu, Tỉnh Thử Nghiệm",
        "issued_on": "2021-06-15",
    }


@pytest.mark.parametrize(
    "text",
    [
        "https://example.invalid/x.png",
        '{"kind":"slip"}',
        "x" * 10_000,
        "a\x1b[2J",
        "\x07\x08",
        "\udcff",
        " ",
        "%n",
    ],
)
def test_a_hostile_scan_is_unknown_in_one_sentence_and_is_not_repeated(cli: Run, text: str) -> None:
    code, value, err = cli("scan", text, "--json")
    assert (code, err) == (0, "")
    assert (value["kind"], value["verdict"]) == ("unknown", "refused")
    assert set(value) == {"kind", "verdict", "sentence"}
    assert value["sentence"].count(".") == 1
    assert not text.strip() or text not in value["sentence"]


def test_octets_that_are_no_text_are_unknown(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    type_in(monkeypatch, bytes(range(256)) * 100)
    assert cli("scan", "-", "--json")[1]["kind"] == "unknown"


def test_a_picture_that_is_none_is_trouble(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "no.png").write_text("không phải ảnh", "utf-8")
    code, value, err = cli("scan", str(tmp_path / "no.png"), "--json")
    assert code == 1
    assert value["error"] in err
    code, _, err = cli("scan", str(tmp_path / "missing.png"))
    assert (code, "Không có tệp" in err) == (1, True)
    code, _, _ = cli("scan")
    assert code == 2


def test_two_slips_in_one_picture_are_not_mixed_up(cli: Run, slip: tuple[str, Path], tmp_path: Path) -> None:
    import pypdfium2

    cli("receive", str(tmp_path / "in.json"))
    both = pypdfium2.PdfDocument.new()
    for path in sorted((tmp_path / "desk" / "slips").glob("*.pdf")):
        one = pypdfium2.PdfDocument(path)
        both.import_pages(one)
        one.close()
    both.save(str(tmp_path / "both.pdf"))
    both.close()
    code, _, err = cli("scan", str(tmp_path / "both.pdf"))
    assert (code, "nhiều hồ sơ" in err) == (1, True)


def test_what_is_no_lost_slip_is_not_rebuilt(cli: Run, slip: tuple[str, Path]) -> None:
    number, path = slip
    for what, said in ((str(path), "đã có hồ sơ"), (number, "mã QR")):
        code, value, _ = cli("scan", what, "--rebuild", "--json")
        assert (code, said in value["error"]) == (1, True)
    assert len(cli("find", "--json")[1]) == 1


def test_the_self_test_sheet_and_its_judge(cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = tmp_path / "sheet.pdf"
    assert cli("scan", "--self-test-sheet", "-o", str(sheet), "--json")[1] == {"sheet": str(sheet)}
    assert sheet.read_bytes().startswith(b"%PDF")
    digits = TEST_CODES[0].text
    assert cli("scan", "--self-test", "digits", digits, "--json")[1]["ok"] is True
    wrong = cli("scan", "--self-test", "digits", "ă" + digits, "--json")[1]
    assert (wrong["ok"], len(wrong["advice"])) == (False, 1)
    type_in(monkeypatch, digits.encode())
    assert "Enter" in cli("scan", "--self-test", "digits", "-")[1]
    code, _, err = cli("scan", "--self-test", "nothing", "x")
    assert (code, "digits" in err) == (1, True)
    assert cli("scan", "--self-test-sheet")[0] == 2


def test_a_code_before_the_webcam_is_scanned(cli: Run, tmp_path: Path) -> None:
    pytest.importorskip("cv2", reason="OpenCV comes with the extra `webcam`")
    from tests.ui.films import card_pdf, film

    path = film(tmp_path / "phim.avi", card_pdf(CARD))
    code, value, _ = cli("scan", "--webcam", str(path), "--json")
    assert (code, value["kind"], value["card"]["id_number"]) == (0, "citizen_card", "990099000001")
    code, value, err = cli("scan", "--webcam", str(film(tmp_path / "trống.avi", None)), "--json")
    assert code == 1
    assert "Webcam không gửi hình nữa" in err + str(value)
    assert cli("scan", "--webcam", "khong-co")[0] == 1
