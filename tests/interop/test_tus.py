"""Uploads between this program and other implementations of tus 1.0, in both directions.

The ones on Node are installed by `.ci/interop` beside the environment; where that was not done (no Node 20
with npm on the machine) they are left out, with this reason.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from tusclient.client import TusClient
from tusclient.exceptions import TusCommunicationError

from sync.attachments.sealing import seal_scan
from sync.center.api.serving import EmbeddedServer
from sync.center.exchange.scans import scan_files
from sync.center.store.opening import Center
from sync.links.carrying import HELD, STOPPED, ChunkPace, Uploading
from sync.links.tus import ScanLink
from tests.center.places import Place
from tests.center.scanned import CutWire, ScanDesk

HERE = Path(__file__).parent
INSTALLED = Path(sys.prefix) / "interop"
NODE = shutil.which("node")
on_node = pytest.mark.skipif(
    NODE is None or not (INSTALLED / "node_modules").is_dir(),
    reason="needs Node 20 with npm, and `.ci/interop` run",
)
SIZE = 400_000


@pytest.fixture
def center(tmp_path: Path) -> Iterator[Center]:
    with Place(tmp_path).open() as center:
        yield center


@pytest.fixture
def endpoint(center: Center) -> Iterator[str]:
    with EmbeddedServer(center) as server:
        yield server.address + "/v1/scans"


@pytest.fixture
def desk(center: Center) -> ScanDesk:
    return ScanDesk(center)


def holds(center: Center, desk: ScanDesk, name: bytes, sealed: bytes) -> bool:
    return scan_files(center, desk.channel).read(name, len(sealed)) == sealed


# ------------------------------------------------------------------------------------------------- tuspy


@pytest.mark.parametrize("chunk", [SIZE * 2, 65_536, 77_777])
def test_tuspy_uploads_to_the_center(center: Center, endpoint: str, desk: ScanDesk, chunk: int) -> None:
    file, sealed = desk.scan(SIZE)
    uploader = TusClient(endpoint).uploader(
        file_stream=BytesIO(sealed),
        chunk_size=chunk,
        metadata={"token": desk.token(file)},
        upload_checksum=True,
    )
    uploader.upload()
    assert uploader.offset == len(sealed)
    assert holds(center, desk, file.name, sealed)


def test_tuspy_goes_on_where_it_was_cut(center: Center, endpoint: str, desk: ScanDesk) -> None:
    file, sealed = desk.scan(SIZE)
    client, whole_file = TusClient(endpoint), BytesIO(sealed)
    first = client.uploader(file_stream=whole_file, chunk_size=50_000, metadata={"token": desk.token(file)})
    first.upload(stop_at=100_000)
    again = client.uploader(file_stream=whole_file, chunk_size=50_000, url=first.url)
    assert again.offset == 100_000
    again.upload()
    assert holds(center, desk, file.name, sealed)


def test_tuspy_is_refused_without_a_token(endpoint: str, desk: ScanDesk) -> None:
    _file, sealed = desk.scan(SIZE)
    with pytest.raises(TusCommunicationError) as refused:
        TusClient(endpoint).uploader(file_stream=BytesIO(sealed), chunk_size=50_000).upload()
    assert refused.value.status_code == 403


# ---------------------------------------------------------------------------------------- tus-js-client


def js_upload(endpoint: str, path: Path, token: str, chunk: int, *stop: str) -> dict[str, object]:
    script = INSTALLED / "upload.js"
    shutil.copy(HERE / "upload.js", script)
    assert NODE is not None
    done = subprocess.run(
        [NODE, str(script), endpoint, str(path), token, str(chunk), *stop],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    value: dict[str, object] = json.loads(done.stdout)
    return value


@on_node
@pytest.mark.parametrize(("chunk", "stop"), [(SIZE * 2, ()), (65_536, ()), (50_000, ("100000",))])
def test_tus_js_client_uploads_to_the_center(
    center: Center, endpoint: str, desk: ScanDesk, tmp_path: Path, chunk: int, stop: tuple[str, ...]
) -> None:
    file, sealed = desk.scan(SIZE)
    (tmp_path / "sealed").write_bytes(sealed)
    assert js_upload(endpoint, tmp_path / "sealed", desk.token(file), chunk, *stop)["done"]
    assert holds(center, desk, file.name, sealed)


@on_node
def test_tus_js_client_is_refused_with_a_forged_token(endpoint: str, desk: ScanDesk, tmp_path: Path) -> None:
    file, sealed = desk.scan(SIZE)
    (tmp_path / "sealed").write_bytes(sealed)
    forged = desk.token(file)[:-8] + "AAAAAAAA"
    assert js_upload(endpoint, tmp_path / "sealed", forged, 50_000) == {"done": False, "status": 403}


# ------------------------------------------------------------------------------------------- @tus/server


@pytest.fixture
def reference(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The reference server's address and its folder."""
    folder = tmp_path / "uploads"
    folder.mkdir()
    shutil.copy(HERE / "server.js", INSTALLED / "server.js")
    assert NODE is not None
    with subprocess.Popen(
        [NODE, str(INSTALLED / "server.js"), str(folder)], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            yield json.loads(process.stdout.readline())["address"], folder
        finally:
            process.kill()


def whole(folder: Path, size: int) -> bytes:
    """The one finished upload in the reference server's folder."""
    [path] = [one for one in folder.iterdir() if one.suffix != ".json" and one.stat().st_size == size]
    return path.read_bytes()


@on_node
@pytest.mark.parametrize("through", [0, 1, 64 * 1024 - 1, 64 * 1024, 64 * 1024 + 1, 200_000, 399_999])
def test_our_uploader_brings_a_file_to_the_reference_server_whatever_is_cut(
    reference: tuple[str, Path], through: int
) -> None:
    address, folder = reference
    _file, sealed = seal_scan(os.urandom(SIZE), os.urandom(32), 1)
    link = ScanLink(address)
    wire = CutWire(link, through)
    assert Uploading(wire, sealed, "token", ChunkPace(), lambda size: size).run() == HELD
    assert (wire.cuts, wire.bodies) == (1, len(sealed))
    assert whole(folder, len(sealed)) == sealed
    link.close()


@on_node
def test_our_uploader_goes_on_at_the_reference_server_another_day(reference: tuple[str, Path]) -> None:
    address, folder = reference
    _file, sealed = seal_scan(os.urandom(SIZE), os.urandom(32), 1)
    link = ScanLink(address)
    kept: list[str] = []
    allowed = iter([64 * 1024, 0])
    first = Uploading(
        link.request, sealed, "token", ChunkPace(), lambda _size: next(allowed), keep=kept.append
    )
    assert first.run() == STOPPED
    wire = CutWire(link, 10**9)
    assert Uploading(wire, sealed, "token", ChunkPace(), lambda size: size, kept[-1]).run() == HELD
    assert wire.bodies == len(sealed) - 64 * 1024
    assert whole(folder, len(sealed)) == sealed
    link.close()
