"""Opening a center's data folder: keys from the secret store, the database, the head marks.

The folder holds the encrypted database and `center.json`, in which nothing is secret. The keys lie
elsewhere, so a copy of the folder alone opens nothing. A center on PostgreSQL is opened in `joining`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from filelock import FileLock
from platformdirs import user_state_path
from sqlalchemy.exc import DBAPIError

from sync.center.store.dialect import KEY_BYTES, sqlite_engines
from sync.center.store.settings import SETTINGS, Upstream, read_settings, upstream_of, write_settings
from sync.center.store.store import CenterStore
from sync.center.store.trouble import CenterError
from sync.identity.keys import NodeKeys
from sync.identity.secrets import SecretsLocked, SecretStore
from sync.journal.ledger import Ledger
from sync.journal.marks import HeadMarks, MarkState
from sync.journal.own import OwnJournals
from sync.journal.port import NodeRecord
from sync.model import kinds
from sync.model.entry import INCARNATION_BYTES
from sync.model.moment import day_of
from sync.model.number import is_unit
from sync.model.text import TextRefused, nfc_line

DEFAULT_UNIT = "H00"
DEFAULT_TITLE = "Trung tâm Phục vụ hành chính công"
DATABASE = "center.db"
_LOCK = "center.lock"
_SETUP_LOCK = "setup.lock"
IDENTITY = "center"
"""Note of a center on PostgreSQL: its `center.json` without what is of one machine."""
ERA = "era"
"""Note: how many times this center was restored; a node's contact names the era it fell in."""


class _Overtaken(CenterError):
    """There is a center already."""


@dataclass(frozen=True, slots=True)
class Storage:
    """Where a center's rows and files lie, as far as it is said anew; what is not said is as remembered.

    `database`: a PostgreSQL URL. `scans`: the folder of the scans, on PostgreSQL one that all processes
    share; `adopt`: the folder that was used is lost, this one is it from now on.
    """

    database: str = ""
    scans: Path | None = None
    adopt: bool = False


@dataclass
class Center:
    """An opened center. `unit` is its own identifier (its channel is ``all:<unit>``).

    With an `upstream` it is a hub: the same program, which certifies, leases and publishes nothing, and of
    whose nodes `unit` is the commune. `stirred` is called after something new was admitted. `scans` is the
    folder of scans where it is not in the data folder, `secrets` this machine's place of keys.
    """

    data: Path
    unit: str
    title: str
    keys: NodeKeys = field(repr=False)
    store: CenterStore = field(repr=False)
    clock: Callable[[], datetime] = field(repr=False)
    entropy: Callable[[int], bytes] = field(default=os.urandom, repr=False)
    restored: bool = False
    upstream: Upstream | None = None
    scans: Path | None = None
    secrets: SecretStore | None = field(default=None, repr=False)
    stirred: Callable[[], None] = field(default=lambda: None, repr=False)

    @property
    def files(self) -> Path:
        """The folder of scans, held and on their way."""
        return self.scans or self.data / "scans"

    @property
    def channel(self) -> str:
        """The channel that everything below this center reads."""
        return f"all:{self.unit}"

    def close(self) -> None:
        """Closes the database."""
        self.store.close()

    def __enter__(self) -> Center:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_center(
    data: Path,
    secrets: SecretStore,
    clock: Callable[[], datetime],
    *,
    create: bool = True,
    marks: Sequence[Path] | None = None,
    storage: Storage | None = None,
) -> Center:
    """Opens the center in `data`, set up with the defaults when there is none and `create` says so.

    With a database named in `storage`, or remembered in the folder, it is a center on PostgreSQL, of which
    this is one process among any number.

    `marks` are the two folders of the head marks. A database that the marks do not know (put back
    from a copy, cloned, on another machine) opens as restored: every own journal goes on in a new
    incarnation, and numbers are leased in a unit only after its nodes have been heard again.
    Raises `CenterError`.
    """
    path, storage = data / SETTINGS, storage or Storage()
    if storage.database or (path.exists() and "database" in read_settings(path)):
        from sync.center.store.joining import join_center

        return join_center(data, secrets, clock, storage, create=create, marks=marks)
    if storage.scans is not None:
        raise CenterError(
            "Chỉ trung tâm dùng PostgreSQL mới có thư mục bản chụp riêng.",
            "Hãy bỏ --scans hoặc thêm --database.",
        )
    if create and not path.exists():
        with suppress(_Overtaken):  # another process has just made it: it is opened
            return set_up_center(data, secrets, clock, marks=marks)
    if not path.exists():
        raise CenterError(
            "Thư mục này chưa có dữ liệu của trung tâm.",
            "Hãy chạy lệnh `center serve` để tạo, hoặc kiểm tra --data.",
        )
    settings = read_settings(path)
    key, secret = kept(secrets, f"center-{settings['id']}"), kept(secrets, f"center-node-{settings['id']}")
    if key is None or secret is None or not (data / DATABASE).exists():
        raise CenterError(
            "Không tìm thấy khóa hoặc kho dữ liệu của trung tâm này.",
            "Khóa nằm ngoài thư mục dữ liệu (kho khóa của hệ điều hành hoặc thư mục MOTCUA_KEYS):"
            " hãy mở bằng đúng tài khoản và đúng máy, hoặc khôi phục cả khóa.",
        )
    return _opened(data, settings, key, NodeKeys(secret), secrets, clock, marks)


def set_up_center(
    data: Path,
    secrets: SecretStore,
    clock: Callable[[], datetime],
    *,
    unit: str = DEFAULT_UNIT,
    title: str = DEFAULT_TITLE,
    marks: Sequence[Path] | None = None,
    upstream: Upstream | None = None,
) -> Center:
    """Makes a new center (or hub, with `upstream`) in `data`: keys, then the database, `center.json` last.

    Killed in between it leaves a folder that is set up anew next time. Raises `CenterError`.
    """
    if not is_unit(unit):
        raise CenterError(
            f"“{unit}” không phải mã định danh của đơn vị.", "Ví dụ mã đúng: H26, 000.00.06.H56."
        )
    name = os.urandom(8).hex()
    settings: dict[str, Any] = {
        "version": 1,
        "id": name,
        "unit": unit,
        "title": title.strip() or DEFAULT_TITLE,
    }
    if upstream is not None:
        settings["upstream"] = {
            "center": [upstream.center.sign.hex(), upstream.center.seal.hex()],
            "address": upstream.address,
            "pins": [pin.hex() for pin in upstream.pins],
        }
    key, keys = os.urandom(KEY_BYTES), NodeKeys.generate()
    path = data / SETTINGS
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise _not_made() from error
    # of two processes that find an empty folder at once, one makes the center and the other is told
    with FileLock(str(data / _SETUP_LOCK), mode=0o600):
        if path.exists():
            raise _Overtaken("Thư mục này đã có dữ liệu của một trung tâm.", "Hãy chọn thư mục khác.")
        try:
            _place_keys(data, name, key, keys, secrets)
        except OSError as error:
            raise _not_made() from error
        center = _opened(data, settings, key, keys, secrets, clock, marks, new=True)
        write_settings(path, settings)
    return center


def rename_center(center: Center, title: str) -> None:
    """Changes the title that desks and staff read. Raises `CenterError`."""
    try:
        title = nfc_line(title)
    except TextRefused as error:
        raise CenterError(error.title, error.advice) from error
    path = center.data / SETTINGS
    settings = {**read_settings(path), "title": title or DEFAULT_TITLE}
    if not center.store.engines.is_sqlite:
        with center.store.transaction() as ledger:
            keep_identity(ledger, settings)
    write_settings(path, settings)
    center.title = title or DEFAULT_TITLE


def keep_identity(ledger: Ledger, settings: Mapping[str, Any]) -> None:
    """Says in the database itself which center it is: a process on another machine knows by nothing else."""
    named = {name: settings[name] for name in ("version", "id", "unit", "title")}
    ledger.rows.put_note(IDENTITY, json.dumps(named, ensure_ascii=False).encode())


def _not_made() -> CenterError:
    return CenterError(
        "Không tạo được dữ liệu của trung tâm.", "Hãy kiểm tra ổ đĩa và quyền ghi của tài khoản."
    )


def _place_keys(data: Path, name: str, key: bytes, keys: NodeKeys, secrets: SecretStore) -> None:
    for left in data.glob(DATABASE + "*"):
        left.unlink()  # of a set-up that was cut off: its key is known to nobody
    secrets.put(f"center-{name}", key)
    secrets.put(f"center-node-{name}", keys.secret)


def _opened(
    data: Path,
    settings: dict[str, Any],
    key: bytes,
    keys: NodeKeys,
    secrets: SecretStore,
    clock: Callable[[], datetime],
    folders: Sequence[Path] | None,
    *,
    new: bool = False,
) -> Center:
    upstream = upstream_of(settings)
    trusted = {keys.node: keys.public} if upstream is None else {upstream.center.node: upstream.center}
    engines = sqlite_engines(data / DATABASE, key)
    store = CenterStore(engines, trusted, lock=data / _LOCK, carries=upstream is None)
    center = Center(data, settings["unit"], settings["title"], keys, store, clock, upstream=upstream)
    center.secrets = secrets
    try:
        store.migrate()
        where = folders or (secrets.folder, user_state_path("motcua", appauthor=False))
        with store.exclusive():
            state = store.guard(HeadMarks(where, settings["id"], data), keys.node, center.channel)
            if new:
                introduce(center)
            elif state is not MarkState.OK:
                carry_on_restored(center)
        with store.snapshot() as ledger:
            center.restored = era(ledger.rows.note(ERA)) > 0
    except (DBAPIError, OSError) as error:
        store.close()
        raise CenterError(
            "Không mở được kho dữ liệu của trung tâm.",
            "Ổ đĩa có thể bị lỗi hoặc khóa không đúng; hãy kiểm tra rồi khôi phục từ bản sao lưu nếu cần.",
        ) from error
    except BaseException:
        store.close()
        raise
    return center


def era(note: bytes | None) -> int:
    """How many restores a center counts, from its note."""
    return int(note) if note else 0


def introduce(center: Center, settings: Mapping[str, Any] | None = None) -> None:
    """Writes a new center's first rows: itself as a node, and its first journal. Of a hub: its upstream.

    `settings`: the database itself is to say which center it is.
    """
    with center.store.transaction() as ledger:
        ledger.rows.put_note("incarnation", center.entropy(INCARNATION_BYTES))
        if settings is not None:
            keep_identity(ledger, settings)
        if center.upstream is not None:
            ledger.rows.save_node(NodeRecord(center.upstream.center, kinds.CENTER, center.unit))
        else:
            ledger.rows.save_node(NodeRecord(center.keys.public, kinds.CENTER, center.unit))
            ledger.rows.lock(center.channel)
            OwnJournals(ledger, center.keys, center.entropy).reopen(
                center.channel, day_of(center.clock()).toordinal()
            )
    center.store.mark_now()


def carry_on_restored(center: Center) -> None:
    """A new incarnation for every own journal, and the era moves on; then the marks know us again."""
    with center.store.transaction() as ledger:
        own = OwnJournals(ledger, center.keys, center.entropy)
        channels = sorted(key.removeprefix("own:") for key, _value in ledger.rows.notes("own:"))
        day = day_of(center.clock()).toordinal()
        for channel in channels:
            ledger.rows.lock(channel)
            own.reopen(channel, day)
        begin_era(ledger)
        center.store.forgive_others(ledger.rows)
    center.store.mark_now()


def begin_era(ledger: Ledger) -> None:
    """This center was restored: receipts go on under a new incarnation, and nodes must be heard anew."""
    count = era(ledger.rows.note(ERA)) + 1
    ledger.rows.put_note(ERA, str(count).encode())
    # another at once: of two processes that drew one with their next receipts, one's word would be forgotten
    ledger.rows.put_note("incarnation", os.urandom(INCARNATION_BYTES))


def kept(secrets: SecretStore, name: str) -> bytes | None:
    """A secret, or None. Raises `CenterError` where the place of secrets is locked."""
    try:
        return secrets.get(name)
    except SecretsLocked as error:
        raise CenterError(
            "Không đọc được kho khóa của máy này.", "Hãy mở khóa kho khóa của hệ điều hành rồi thử lại."
        ) from error
