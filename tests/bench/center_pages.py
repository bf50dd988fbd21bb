"""The pages that staff look at while a center is under load, and somebody who looks at them."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from urllib.parse import quote, urlsplit

from sync.center.work.figures import LATE_ENDED, LATE_NOW, RECEIVED
from sync.center.work.inbox import DUE_FILTERS, VISITING
from sync.center.work.tasks import LISTS
from sync.reports.asking import REPORTS
from tests.bench.center_place import Person
from tests.bench.country_center import now, unit_code
from tests.bench.timing import percentile

PATIENCE = 120


@dataclass(slots=True)
class Known:
    """What somebody who looks may look for: dossiers by unit as (id, number), the newest last; names."""

    units: int
    names: tuple[str, ...]
    dossiers: dict[str, list[tuple[bytes, str]]] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, unit: str, found: list[tuple[bytes, str]]) -> None:
        """The center has taken these in."""
        with self.lock:
            self.dossiers.setdefault(unit, []).extend(found)

    def one(self, chance: Random, unit: str) -> tuple[str, bytes, str]:
        """(unit, id, number) of some dossier, of that unit if it is named."""
        with self.lock:
            unit = unit or chance.choice(list(self.dossiers))
            return (unit, *chance.choice(self.dossiers[unit]))


Path = Callable[[Known, Random, str], str]
"""The address for somebody of a unit (empty: of the province)."""


@dataclass(frozen=True, slots=True)
class Look:
    """A page: `name`, with what it is narrowed to behind a comma. `often`: how often against the others.
    `wide`: for people of the whole province."""

    name: str
    path: Path
    often: int = 1
    wide: bool = False

    @property
    def group(self) -> str:
        """The page without what it is narrowed to."""
        return self.name.partition(",")[0]


def _fixed(path: str) -> Path:
    return lambda _known, _chance, _unit: path


def _later(_known: Known, chance: Random, _unit: str) -> str:
    at = f"{chance.randint(2019, now().year - 1)}-{chance.randint(1, 12):02d}-15T09:00+07:00"
    return f"/ho-so?tu={quote(f'a{at}~{bytes(16).hex()}')}"


def _of_unit(known: Known, chance: Random, unit: str) -> str:
    return f"/ho-so?don-vi={unit or unit_code(chance.randrange(known.units))}"


def _number(known: Known, chance: Random, unit: str) -> str:
    return f"/ho-so?tim={quote(known.one(chance, unit)[2])}"


def _beginning(known: Known, chance: Random, unit: str) -> str:
    return f"/ho-so?tim={quote(known.one(chance, unit)[2][:-2])}"


def _name(known: Known, chance: Random, _unit: str) -> str:
    return f"/ho-so?tim={quote(chance.choice(known.names))}"


def _family(known: Known, chance: Random, _unit: str) -> str:
    return f"/ho-so?tim={quote(' '.join(chance.choice(known.names).split()[:2]))}"


def _dossier(known: Known, chance: Random, unit: str) -> str:
    where, dossier, _ = known.one(chance, unit)
    return f"/ho-so/{where}/{dossier.hex()}"


def _behind(which: str) -> Path:
    """The dossiers behind a unit's figure."""

    def path(known: Known, chance: Random, unit: str) -> str:
        code = unit or unit_code(chance.randrange(known.units))
        return f"/bao-cao/ho-so?loai=don-vi&ky={now().year}&nao={which}&ma={code}"

    return path


def _one_unit(known: Known, chance: Random, _unit: str) -> str:
    return f"/don-vi/mot/{unit_code(chance.randrange(known.units))}"


def _reports() -> list[Look]:
    found = []
    for one in REPORTS:
        wide = one.of == "officer"  # who answers for them: not every account of a commune
        found.append(Look(f"report, {one.code}", _fixed(f"/bao-cao?loai={one.code}"), 2, wide))
    year = now().year
    found.append(Look("report, don-vi of a year", _fixed(f"/bao-cao?loai=don-vi&ky={year}"), 2))
    found.append(Look("report, thu-tuc of a year", _fixed(f"/bao-cao?loai=thu-tuc&ky={year}"), 2))
    return found


LOOKS: tuple[Look, ...] = (
    Look("overview", _fixed("/"), 20),
    Look("list", _fixed("/ho-so"), 16),
    Look("list filtered, a later page", _later, 6),
    Look("list filtered, a unit's", _of_unit, 6),
    *(
        Look(f"list filtered, {due}", _fixed(f"/ho-so?han={due}"), 3)
        for due in DUE_FILTERS
        if due not in ("", VISITING)
    ),
    Look("list filtered, processing", _fixed("/ho-so?trang-thai=processing"), 3),
    Look("list filtered, returned", _fixed("/ho-so?trang-thai=returned"), 3),
    Look("search, number", _number, 8),
    Look("search, a number's beginning", _beginning, 6),
    Look("search, whole name", _name, 8),
    Look("search, family name", _family, 6),
    Look("dossier", _dossier, 24),
    *(Look(f"tasks, {one}", _fixed(f"/viec?ds={one}"), 3) for one in LISTS),
    *_reports(),
    Look("report, a picture", _fixed("/bao-cao/hinh.svg?loai=don-vi"), 2),
    *(Look(f"report, dossiers {one}", _behind(one), 2) for one in (RECEIVED, LATE_ENDED, LATE_NOW)),
    Look("statutory tables", _fixed("/bao-cao/bieu-mau"), 3),
    Look("catalogue", _fixed("/danh-muc")),
    Look("notices", _fixed("/thong-bao")),
    Look("messages", _fixed("/tin-don-vi")),
    Look("units", _fixed("/don-vi"), wide=True),
    Look("unit", _one_unit, wide=True),
    Look("fleet", _fixed("/may-quay"), wide=True),
    Look("processes", _fixed("/quy-trinh"), wide=True),
    Look("log", _fixed("/nhat-ky"), wide=True),
)


@dataclass(frozen=True, slots=True)
class Pace:
    """How somebody browses: seconds that a page is looked at, on average; whether all pages equally often."""

    think: float
    evenly: bool = False


def fetch(address: str, method: str, path: str, body: bytes = b"", **headers: str) -> bytes:
    """One request on a connection of its own, as a browser that waited comes; fails but for 200."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)
    try:
        connection.request(method, path, body or None, headers)
        answer = connection.getresponse()
        found = answer.read()
        assert answer.status == 200, f"{method} {path}: {answer.status}"
        return found
    finally:
        connection.close()


def browse(
    address: str, person: Person, known: Known, until: float, pace: Pace, seed: int
) -> list[tuple[Look, float]]:
    """Looks at pages until that moment (of `time.perf_counter`): (page, seconds to its last byte)."""
    chance, found, think = Random(seed), [], pace.think
    looks = [one for one in LOOKS if not (one.wide and person.unit)]
    weights = [1 if pace.evenly else one.often for one in looks]
    pause = chance.random() * think
    while (left := until - time.perf_counter()) > 0:
        time.sleep(min(pause, left))
        if time.perf_counter() >= until:
            break
        [look] = chance.choices(looks, weights)
        found.append((look, seen(address, person, known, look, chance)))
        pause = chance.uniform(0.5, 1.5) * think
    return found


def alone(address: str, person: Person, known: Known, rounds: int) -> dict[str, float]:
    """The p95 of each page in seconds, by its name, while nobody else looks; `person` is the province's."""
    chance = Random(0)
    found: dict[str, list[float]] = {}
    for _ in range(rounds):
        for look in LOOKS:
            found.setdefault(look.name, []).append(seen(address, person, known, look, chance))
    return {name: percentile(sorted(times), 95) for name, times in found.items()}


def seen(address: str, person: Person, known: Known, look: Look, chance: Random) -> float:
    """Seconds in which somebody gets a page."""
    path = look.path(known, chance, person.unit)
    began = time.perf_counter()
    page = fetch(address, "GET", path, Cookie=person.cookie, Accept="text/html")
    spent = time.perf_counter() - began
    assert page.rstrip().endswith((b"</html>", b"</svg>")), path
    return spent
