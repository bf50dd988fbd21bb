"""`/healthz` and `/metrics`: whether this process can work, and its figures in Prometheus' text format 0.0.4.

https://prometheus.io/docs/instrumenting/exposition_formats/
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator, Mapping
from datetime import timedelta
from hmac import compare_digest
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Final

from sqlalchemy import func, inspect, select, text
from sqlalchemy.exc import DBAPIError
from starlette.requests import Request

from sync.center.api.watching import BOUNDS, Watch
from sync.center.exchange.scans import uploads_of
from sync.center.store import tables
from sync.center.store.opening import Center
from sync.center.store.rows import CenterRows
from sync.center.store.trouble import CenterError
from sync.center.units.conditions import all_told, worst
from sync.center.units.tree import center_rows
from sync.model import kinds
from sync.model.moment import iso_minute

CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
LEAST_FREE: Final = 64 * 1024 * 1024
"""Bytes on the disk below which a process does not offer itself."""
TOKEN: Final = "MOTCUA_METRICS_TOKEN"
"""Environment: who shows it as a bearer token may read the figures, else only this machine may."""
_SILENT: Final = (("hour", timedelta(hours=1)), ("day", timedelta(days=1)), ("week", timedelta(days=7)))


def health(center: Center, watch: Watch) -> dict[str, Any]:
    """``{"ok", "database", "disk", "disk_free_mb", "ending"}``; `ok`: requests may be sent here."""
    free = disk_free(center)
    database = _answers(center)
    disk = free >= LEAST_FREE
    return {
        "ok": database and disk and not watch.ending,
        "database": database,
        "disk": disk,
        "disk_free_mb": free // 1_000_000,
        "ending": watch.ending,
    }


def disk_free(center: Center) -> int:
    """Bytes free where the center writes files; of two disks the fuller one's."""
    return min((_free(one) for one in {center.data, center.files}), default=0)


def _free(folder: Path) -> int:
    at = folder
    while not at.exists() and at != at.parent:
        at = at.parent
    try:
        return shutil.disk_usage(at).free
    except OSError:
        return 0


def _answers(center: Center) -> bool:
    try:
        with center.store.snapshot() as ledger:
            ledger.rows.note("incarnation")
    except (DBAPIError, OSError, CenterError):
        return False
    return True


def may_read(request: Request, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether the asker may see the figures."""
    token = environ.get(TOKEN, "")
    kind, _, shown = request.headers.get("authorization", "").partition(" ")
    if token and kind.lower() == "bearer":
        return compare_digest(shown.strip().encode(), token.encode())
    try:
        return request.client is not None and ip_address(request.client.host).is_loopback
    except ValueError:
        return False


def metrics(center: Center, watch: Watch) -> str:
    """All figures; of the database only `motcua_database_up` 0 while it does not answer."""
    lines = [*_of_requests(watch), *_of_process(), *_of_files(center)]
    try:
        with center.store.snapshot() as ledger:
            found = list(_of_database(center, center_rows(ledger)))
        found += _gauge("motcua_database_up", "Whether the database answers.", 1)
    except (DBAPIError, OSError, CenterError):
        found = list(_gauge("motcua_database_up", "Whether the database answers.", 0))
    for name, value in watch.gauges.items():
        found += _gauge(name, "Of another part of the program.", value())
    return "\n".join([*lines, *found, ""])


def _of_requests(watch: Watch) -> Iterator[str]:
    yield from _head("motcua_http_requests_total", "counter", "Requests answered, by route and status.")
    for (method, route, status), count in sorted(watch.answered.items()):
        labels = _labels(method=method, route=route, status=str(status))
        yield f"motcua_http_requests_total{labels} {count}"
    yield from _head("motcua_http_request_seconds", "histogram", "Time until the answer was sent.")
    for route, histogram in sorted(watch.seconds.items()):
        below = 0
        for bound, count in zip((*map(str, BOUNDS), "+Inf"), histogram.counts, strict=True):
            below += count
            yield f"motcua_http_request_seconds_bucket{_labels(route=route, le=bound)} {below}"
        yield f"motcua_http_request_seconds_sum{_labels(route=route)} {histogram.total:.6f}"
        yield f"motcua_http_request_seconds_count{_labels(route=route)} {below}"
    yield from _gauge("motcua_http_requests_running", "Requests being answered.", watch.running)
    for name, words in (
        ("exchanges", "Exchanges with desks and hubs."),
        ("admitted", "Entries that were new here."),
        ("refused", "Runs of entries that were refused."),
        ("parked", "Runs of entries that wait behind a gap."),
        ("bytes_in", "Bytes of messages and scans that came."),
        ("bytes_out", "Bytes of sealed answers."),
    ):
        full = {"exchanges": "motcua_exchanges_total"}.get(name, f"motcua_entries_{name}_total")
        full = f"motcua_{name}_total" if name.startswith("bytes") else full
        yield from _head(full, "counter", words)
        yield f"{full} {watch.totals[name]}"


def _of_process() -> Iterator[str]:
    yield from _head("process_cpu_seconds_total", "counter", "CPU time of this process.")
    yield f"process_cpu_seconds_total {time.process_time():.3f}"
    memory = resident()
    if memory is not None:
        yield from _gauge("process_resident_memory_bytes", "Memory of this process.", memory)


def resident() -> int | None:
    """Bytes of this process in memory; None where the system does not say it in `/proc`."""
    if not sys.platform.startswith("linux"):
        return None
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def _of_files(center: Center) -> Iterator[str]:
    yield from _gauge("motcua_disk_free_bytes", "Free where the center writes.", disk_free(center))
    begun = sum(1 for _one in uploads_of(center).open_ones())
    yield from _gauge("motcua_uploads_open", "Scans begun and not finished.", begun)


def _of_database(center: Center, rows: CenterRows) -> Iterator[str]:
    n, c = tables.nodes.c, tables.contacts.c
    below = rows.connection.execute(
        select(n.node, c.at)
        .outerjoin_from(tables.nodes, tables.contacts, c.node == n.node)
        .where(n.role != kinds.CENTER)
    ).all()
    yield from _gauge("motcua_nodes", "Desks and hubs enrolled.", len(below))
    yield from _head("motcua_nodes_silent", "gauge", "Desks and hubs not heard for so long; behind by it.")
    for name, span in _SILENT:
        since = iso_minute(center.clock() - span)
        silent = sum(1 for _node, at in below if not at or at < since)
        yield f"motcua_nodes_silent{_labels(than=name)} {silent}"
    yield from _of_machines(center, rows)
    waiting = rows.connection.scalar(select(func.count()).select_from(tables.parked)) or 0
    yield from _gauge("motcua_runs_parked", "Runs of entries that wait behind a gap now.", int(waiting))
    lost = select(func.count()).where(tables.scan_files.c.state == "lost")
    yield from _gauge(
        "motcua_scans_lost", "Scans lost here and wanted again.", rows.connection.scalar(lost) or 0
    )
    if inspect(rows.connection).has_table("staff_sessions"):
        open_ones = rows.connection.scalar(text("SELECT count(*) FROM staff_sessions")) or 0
        yield from _gauge("motcua_sessions_open", "Sessions of staff.", int(open_ones))


def _of_machines(center: Center, rows: CenterRows) -> Iterator[str]:
    """What desks and hubs said of themselves; of those that said nothing nothing is counted."""
    said, now = list(all_told(rows).values()), center.clock()
    entries, scans, since, free = worst(said)
    yield from _gauge("motcua_nodes_entries_waiting", "Entries that wait at desks, as they said.", entries)
    yield from _gauge("motcua_nodes_scans_waiting", "Scans that wait at desks, as they said.", scans)
    age = max(0, int(now.timestamp()) - since) if since else 0
    yield from _gauge("motcua_nodes_oldest_waiting_seconds", "Age of the oldest of what waits at desks.", age)
    late = sum(1 for one in said if one.late(now))
    yield from _gauge("motcua_nodes_waiting_long", "Desks and hubs where something waits for days.", late)
    full = sum(1 for one in said if one.full)
    yield from _gauge("motcua_nodes_disk_low", "Desks and hubs whose disk is nearly full.", full)
    if free:
        yield from _gauge("motcua_nodes_disk_free_bytes", "The least free disk of all.", free * 1_000_000)


def _gauge(name: str, words: str, value: float) -> Iterator[str]:
    yield from _head(name, "gauge", words)
    yield f"{name} {value}"


def _head(name: str, kind: str, words: str) -> Iterator[str]:
    yield f"# HELP {name} {words}"
    yield f"# TYPE {name} {kind}"


def _labels(**labels: str) -> str:
    said = ",".join(f'{name}="{_escaped(value)}"' for name, value in labels.items())
    return "{" + said + "}"


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
