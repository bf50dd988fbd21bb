"""The desk to practise at: marked on every page, and nothing of it reaches the real one."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from desk_app.documents import samples
from desk_app.documents.forms import FORMS, form_pdf
from desk_app.documents.office import Office
from desk_app.domain.mistakes import DeskError
from desk_app.operations.checking import verify
from desk_app.operations.desk import open_desk
from desk_app.operations.enrolment import enrol
from desk_app.operations.find import show
from desk_app.operations.printing import document_of, enqueue
from desk_app.operations.receive import receive
from desk_app.operations.scanning import scan
from desk_app.operations.slips import slip_digits
from desk_app.operations.synchronise import synchronise
from desk_app.operations.training import open_training, reset_training, training_folder
from desk_app.paths import DeskPaths
from sync.center.units.invitations import invite
from sync.model.number import TRAINING_UNIT
from tests.center.places import Place
from tests.offices import OFFICER, UNIT, MovedClock, new_desk, request


def files_of(folder: Path) -> dict[str, str]:
    """Every file and what it holds, but for SQLite's own notes of who reads."""
    return {
        str(one.relative_to(folder)): sha256(one.read_bytes()).hexdigest()
        for one in sorted(folder.rglob("*"))
        if one.is_file() and not one.name.endswith(("-shm", ".lock"))
    }


def said(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    return [page.get_textpage().get_text_bounded() for page in document]


def test_nothing_of_practising_reaches_the_real_desk(tmp_path: Path) -> None:
    clock = MovedClock()
    real = tmp_path / "desk"
    new_desk(real, clock).close()
    before = files_of(real)
    training = open_training(real, clock)
    receive(training, [request(), request()], OFFICER)
    assert training.paths.data != real
    assert verify(training)["problems"] == []
    training.close()
    assert files_of(real) == before
    desk = open_desk(real, clock)
    assert receive(desk, [request()], OFFICER).value[0].number == f"{UNIT}-261123-0001"
    assert desk.store.reader().execute("SELECT count(*) FROM dossiers").fetchone() == (1,)
    desk.close()


def test_its_keys_and_numbers_are_its_own(tmp_path: Path) -> None:
    clock = MovedClock()
    real = new_desk(tmp_path / "desk", clock)
    training = open_training(tmp_path / "desk", clock)
    assert training.keys.node != real.keys.node
    assert DeskPaths(training.paths.data).identity.read_bytes() != real.paths.identity.read_bytes()
    [received] = receive(training, [request()], OFFICER).value
    assert received.number == f"{TRAINING_UNIT}-261123-0001"
    found = scan(real, slip_digits(training, show(training, received.number).dossier))
    assert found.dossiers == (), "the real desk knows nothing of it"
    for desk in (real, training):
        desk.close()


@pytest.mark.parametrize("name", FORMS)
def test_every_page_of_every_form_and_paper_is_marked(name: str) -> None:
    form = FORMS[name]
    office = Office("Ủy ban nhân dân xã Tập Dùng", training=True)
    for paper in form.papers:
        pages = said(form_pdf(name, samples.SAMPLES[name], office, paper=paper))
        assert pages
        assert all("MẪU" in page for page in pages), (name, paper)


def test_the_print_queue_marks_what_it_prints_of_a_dossier(tmp_path: Path) -> None:
    training = open_training(tmp_path / "desk", MovedClock())
    [received] = receive(training, [request()], OFFICER).value
    assert received.slip is not None
    assert all("MẪU" in page for page in said(received.slip.read_bytes()))
    job = enqueue(training, "slip", OFFICER, show(training, received.number).dossier).value
    assert all("MẪU" in page for page in said(document_of(training, job)))
    training.close()


def test_it_never_enrols_nor_exchanges(tmp_path: Path) -> None:
    clock = MovedClock()
    training = open_training(tmp_path / "desk", clock)
    with pytest.raises(DeskError, match="tập"):
        synchronise(training, lambda _path, _body: pytest.fail("it spoke"))
    training.close()
    center = Place(tmp_path / "center").open()
    invitation = invite(center, TRAINING_UNIT, "http://127.0.0.1:9", name="Xã").encode()
    with pytest.raises(DeskError, match="tập"):
        enrol(training_folder(tmp_path / "desk"), invitation, clock=clock, post=lambda _path, _body: b"")
    center.close()


def test_begun_anew_it_has_only_the_invented_dossiers(tmp_path: Path) -> None:
    clock = MovedClock()
    real = tmp_path / "desk"
    new_desk(real, clock).close()
    before = files_of(real)
    training = open_training(real, clock)
    count = "SELECT count(*) FROM dossiers"
    invented = training.store.reader().execute(count).fetchone()
    assert invented[0] >= 12
    receive(training, [request()], OFFICER)
    training.close()
    again = open_training(real, clock)
    assert again.store.reader().execute(count).fetchone()[0] == invented[0] + 1
    again.close()
    reset_training(real)
    anew = open_training(real, clock)
    assert anew.store.reader().execute(count).fetchone() == invented
    anew.close()
    assert files_of(real) == before


def test_a_real_desk_is_never_reset(tmp_path: Path) -> None:
    clock = MovedClock()
    folder = training_folder(tmp_path / "desk")
    new_desk(folder, clock).close()
    for wrong in (lambda: reset_training(tmp_path / "desk"), lambda: open_training(tmp_path / "desk", clock)):
        with pytest.raises(DeskError, match="quầy thật"):
            wrong()
    open_desk(folder, clock).close()
