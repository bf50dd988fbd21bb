"""Where the key of a desk's database lies on this machine: unattended, or wrapped for people and a printed
code.

* The *unattended* place (`SecretStore`): the operating system's keyring, or a file only the user can read.
* The *wraps*: two equal files in the keys folder, never beside the database, each written whole, fsynced and
put
  in place atomically, one after the other. One that is damaged or missing is made anew from the other.

What a wraps file says (JSON, with a digest of itself)::

    desk, serial       whose it is; which of two files is the newer
    mode               "auto": the unattended place holds the key; "password": nothing on the disk does
    locks              {name: [public, salt, sealed]}; the name "" is the printed code's
    keys               [{"name", "boxes": {name: box}}]: the key in force, and the next one while it is
    changed
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, Literal

from desk_app.domain.mistakes import DeskError
from desk_app.paths import keys_folder
from sync.identity.secrets import SecretsLocked, SecretStore, wipe, write_private
from sync.identity.wraps import (
    Lock,
    WrongSecret,
    box_key,
    key_name,
    private_of_code,
    private_of_password,
    unbox_key,
)

SERVICE: Final = "motcua"
PRINTED: Final = ""
"""The name of the printed code's lock; officers' are their logins."""
Mode = Literal["auto", "password"]
_FORMAT: Final = 1
NO_KEY: Final = "Không tìm thấy khóa mở dữ liệu của quầy trên máy này."
_HOW_TO_FIND: Final = (
    "Dùng đúng tài khoản Windows/Linux đã lập quầy, hoặc khôi phục thư mục khóa (MOTCUA_KEYS), hoặc gõ mã"
    " khôi phục đã in (“motcua key unlock --code …”)."
)


class KeyMissing(DeskError):
    """Nothing on this machine opens the desk; the printed code does."""

    def __init__(self, sentence: str = NO_KEY, advice: str = _HOW_TO_FIND) -> None:
        super().__init__(sentence, advice)


@dataclass(frozen=True, slots=True)
class Boxes:
    """One data key by its name, boxed to each lock that may open it."""

    name: str
    boxes: dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Wraps:
    """What the wraps files say, read. `keys` is empty until somebody's lock was made."""

    desk: str
    mode: Mode = "auto"
    locks: dict[str, Lock] = field(default_factory=dict)
    keys: tuple[Boxes, ...] = ()
    serial: int = 0

    @property
    def logins(self) -> list[str]:
        """The officers whose password opens."""
        return [name for name in self.locks if name != PRINTED]

    def about(self, name: str) -> bytes:
        """What stands under the tags of somebody's lock and boxes."""
        return b"desk " + bytes.fromhex(self.desk) + b" " + name.encode("utf-8")

    def with_lock(self, name: str, lock: Lock, key: bytes) -> Wraps:
        """A lock more, or anew, that opens `key`."""
        box = box_key(lock, key, self.about(name))
        held = next((one for one in self.keys if one.name == key_name(key)), Boxes(key_name(key), {}))
        mine = Boxes(held.name, {**held.boxes, name: box})
        others = tuple(
            replace(one, boxes={who: box for who, box in one.boxes.items() if who != name})
            for one in self.keys
            if one.name != held.name
        )
        return replace(self, locks={**self.locks, name: lock}, keys=(mine, *others))

    def without(self, name: str) -> Wraps:
        """The same without somebody's lock."""
        locks = {who: lock for who, lock in self.locks.items() if who != name}
        keys = tuple(
            replace(one, boxes={who: box for who, box in one.boxes.items() if who != name})
            for one in self.keys
        )
        return replace(self, locks=locks, keys=keys)

    def with_next(self, key: bytes) -> Wraps:
        """A key more, boxed to everybody who may open: the one the database is changed to."""
        boxes = {name: box_key(lock, key, self.about(name)) for name, lock in self.locks.items()}
        return replace(self, keys=(*self.keys[:1], Boxes(key_name(key), boxes)))

    def settled(self, key: bytes) -> Wraps:
        """Only what opens `key`, which the database was found to be under."""
        return replace(self, keys=tuple(one for one in self.keys if one.name == key_name(key)))

    def by_password(self, name: str, password: str) -> list[bytes]:
        """The keys that somebody's password opens, the one in force first. Raises `WrongSecret`."""
        lock = self.locks.get(name)
        if lock is None or name == PRINTED:
            raise WrongSecret("no lock of that name")
        return self._unboxed(name, private_of_password(lock, password, self.about(name)))

    def by_code(self, code: bytes) -> list[bytes]:
        """The keys that the printed code opens. Raises `WrongSecret`."""
        lock = self.locks.get(PRINTED)
        if lock is None:
            raise WrongSecret("no code was printed")
        return self._unboxed(PRINTED, private_of_code(lock, code, self.about(PRINTED)))

    def _unboxed(self, name: str, private: bytes) -> list[bytes]:
        boxes = [one.boxes[name] for one in self.keys if name in one.boxes]
        if not boxes:
            raise WrongSecret("nothing boxed to this lock")
        return [unbox_key(private, box, self.about(name)) for box in boxes]


@dataclass(frozen=True, slots=True)
class Found:
    """The wraps as they were found (None: there are none); `whole` False: one of the two is damaged or
    missing."""

    wraps: Wraps | None
    whole: bool = True


class KeyPlace:
    """The key of one desk on this machine."""

    def __init__(self, desk_id: str) -> None:
        self.desk = desk_id
        self.secrets = SecretStore(keys_folder(), SERVICE)

    @property
    def files(self) -> tuple[Path, Path]:
        """The two wraps files, the one written first in front."""
        folder = self.secrets.folder
        return folder / f"desk-{self.desk}.wraps", folder / f"desk-{self.desk}.wraps-2"

    def read(self) -> Found:
        """The newer of the wraps files. Raises `DeskError` where both are there and damaged, or
        unreadable."""
        texts = [_content(one) for one in self.files]
        read = [_parsed(text, self.desk) if text is not None else None for text in texts]
        good = [one for one in read if one is not None]
        if not good:
            if all(text is None for text in texts):
                return Found(None)
            raise KeyMissing(
                "Cả hai tệp khóa của quầy trên máy này đều hỏng.",
                "Khôi phục thư mục khóa (MOTCUA_KEYS), hoặc gõ mã khôi phục đã in (“motcua key unlock"
                " --code …”).",
            )
        newest = max(good, key=lambda one: one.serial)
        return Found(newest, all(one == newest for one in read))

    def write(self, wraps: Wraps) -> Wraps:
        """Writes both files, durably, one after the other, and gives what stands. Raises `DeskError`."""
        fresh = replace(wraps, serial=wraps.serial + 1)
        try:
            for file in self.files:
                write_private(file, _text(fresh))
        except OSError as error:
            raise DeskError(
                "Không ghi được tệp khóa của quầy.", "Kiểm tra quyền và chỗ trống của thư mục khóa."
            ) from error
        return fresh

    def mend(self, found: Found) -> None:
        """Makes the second file anew where only one is good."""
        if found.wraps is not None and not found.whole:
            self.write(found.wraps)

    def remove_files(self) -> None:
        """Takes the wraps away. Raises `OSError`."""
        for file in self.files:
            wipe(file)

    def unattended(self, *, coming: bool = False) -> bytes | None:
        """The key in the unattended place; `coming`: the one the database is being changed to.

        Raises `DeskError` where the keyring does not answer.
        """
        try:
            key = self.secrets.get(self._secret(coming))
        except SecretsLocked as error:
            raise DeskError(
                "Kho khóa của hệ điều hành không trả lời nên chưa mở được dữ liệu.",
                "Đăng nhập lại vào máy hoặc mở khóa kho khóa, rồi thử lại.",
            ) from error
        return key or None

    def put_unattended(self, key: bytes, *, coming: bool = False) -> None:
        """Keeps a key in the unattended place. Raises `SecretsLocked`."""
        self.secrets.put(self._secret(coming), key)

    def drop_unattended(self, *, coming: bool = False) -> None:
        """Takes a key out of the unattended place. Raises `SecretsLocked`."""
        self.secrets.remove(self._secret(coming))

    def _secret(self, coming: bool) -> str:
        return f"desk-{self.desk}-next" if coming else f"desk-{self.desk}"


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise DeskError(
            "Không đọc được tệp khóa của quầy.", "Kiểm tra quyền của thư mục khóa (MOTCUA_KEYS)."
        ) from error


def _text(wraps: Wraps) -> bytes:
    said = {
        "format": _FORMAT,
        "desk": wraps.desk,
        "serial": wraps.serial,
        "mode": wraps.mode,
        "locks": {
            name: [one.public.hex(), one.salt.hex(), one.sealed.hex()] for name, one in wraps.locks.items()
        },
        "keys": [
            {"name": one.name, "boxes": {name: box.hex() for name, box in one.boxes.items()}}
            for one in wraps.keys
        ],
    }
    body = json.dumps(said, ensure_ascii=True, sort_keys=True)
    return json.dumps({"wraps": body, "sha256": sha256(body.encode()).hexdigest()}).encode("ascii")


def _parsed(text: bytes, desk_id: str) -> Wraps | None:
    """What a file says; None for one that is damaged or another desk's."""
    try:
        whole: Any = json.loads(text)
        body = str(whole["wraps"])
        if sha256(body.encode()).hexdigest() != whole["sha256"]:
            return None
        said: Any = json.loads(body)
        if said["format"] != _FORMAT or said["desk"] != desk_id or said["mode"] not in ("auto", "password"):
            return None
        return Wraps(
            desk_id,
            said["mode"],
            {name: Lock(*map(bytes.fromhex, parts)) for name, parts in said["locks"].items()},
            tuple(
                Boxes(one["name"], {name: bytes.fromhex(box) for name, box in one["boxes"].items()})
                for one in said["keys"]
            ),
            int(said["serial"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
