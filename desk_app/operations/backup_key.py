"""The printed code of a desk: the sheet in the safe that opens its data when nothing else does.

There is one code. It opens the wraps on this machine (`key_files`) and the envelope that lies in the data
folder and goes into every backup, for a machine that is no more: a backup is encrypted under the key of the
store, which is in no backup. Whoever finds an envelope can do nothing without the paper. A new data key is
put
into the envelope without the code (`sync.identity.wraps`), so that the sheet stays good.

::

    envelope = "MCDESK" 00 02 | desk's id (8 bytes) | public (32) | salt (16) | boxed key (80)

Envelopes of the format before (00 01, `sync.identity.code_envelope`) are still opened.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from desk_app.domain.mistakes import DeskError
from desk_app.operations.key_files import PRINTED, KeyMissing, KeyPlace, Wraps
from desk_app.operations.key_opening import code_of, machine_key
from desk_app.paths import DeskPaths
from desk_app.store.store import write_atomically
from sync.identity.code_envelope import CodeEnvelope, NoEnvelope, WrongCode
from sync.identity.code_words import CODE_BYTES, unchecked, written
from sync.identity.wraps import (
    BOX_BYTES,
    KEY_BYTES,
    SALT_BYTES,
    Lock,
    WrongSecret,
    box_key,
    lock_for_code,
    private_of_code,
    unbox_key,
)

ENVELOPE: Final = CodeEnvelope(b"MCDESK\x00\x01", 8, b"motcua desk key v1")
_MAGIC: Final = b"MCDESK\x00\x02"
_ID_BYTES: Final = 8
_FRONT: Final = len(_MAGIC) + _ID_BYTES + KEY_BYTES + SALT_BYTES


def make_code(
    paths: DeskPaths, entropy: Callable[[int], bytes] = os.urandom, *, key: bytes | None = None
) -> str:
    """A new printed code, kept nowhere: eight groups of five signs. The code before opens older copies only.

    `key`: the store's, where the desk is open. Copies made before keep the envelope of their time.
    Raises `DeskError`.
    """
    desk_id = str(json.loads(paths.identity.read_bytes())["desk"])
    held = key or machine_key(paths.data, desk_id)
    place, code = KeyPlace(desk_id), entropy(CODE_BYTES)
    wraps = place.read().wraps or Wraps(desk_id)
    lock = lock_for_code(code, wraps.about(PRINTED), entropy)
    fresh = place.write(wraps.with_lock(PRINTED, lock, held))
    write_envelope(paths, fresh, held)
    return written(code)


def write_envelope(paths: DeskPaths, wraps: Wraps, key: bytes) -> bool:
    """Puts the key into the envelope in the data folder, for the code that was printed; whether there is one.

    An envelope that a code of the format before opens is left where no newer code was printed.
    """
    lock = wraps.locks.get(PRINTED)
    if lock is None:
        return False
    front = _MAGIC + bytes.fromhex(wraps.desk) + lock.public + lock.salt
    write_atomically(paths.envelope, front + box_key(lock, key, wraps.about(PRINTED)))
    return True


def lock_in(envelope: bytes, desk_id: str) -> Lock | None:
    """The lock of the printed code in an envelope; None in one of the format before, or none at all."""
    if not envelope.startswith(_MAGIC) or len(envelope) != _FRONT + BOX_BYTES:
        return None
    at = len(_MAGIC)
    if envelope[at : at + _ID_BYTES].hex() != desk_id:
        return None
    at += _ID_BYTES
    return Lock(envelope[at : at + KEY_BYTES], envelope[at + KEY_BYTES : _FRONT])


def opened_key(envelope: bytes, desk_id: str, code: str) -> bytes:
    """The key of the desk in an envelope. Raises `DeskError` for a wrong code or a foreign envelope."""
    plain = code_of(code)
    lock = lock_in(envelope, desk_id)
    try:
        if lock is not None:
            about = Wraps(desk_id).about(PRINTED)
            return unbox_key(private_of_code(lock, plain, about), envelope[_FRONT:], about)
        if ENVELOPE.name_in(envelope).hex() != desk_id:
            raise NoEnvelope
        return ENVELOPE.open(envelope, unchecked(code))
    except NoEnvelope as error:
        raise DeskError(
            "Phong bì khóa trong bản sao lưu bị hỏng hoặc của quầy khác.", "Thử bản sao lưu khác."
        ) from error
    except (WrongCode, WrongSecret) as error:
        raise DeskError(
            "Mã khôi phục không đúng.", "Gõ lại đủ các nhóm như trên tờ giấy đã in; dấu gạch không cần."
        ) from error


def key_in_envelope(envelope: Path, desk_id: str, code: str) -> bytes:
    """The key in an envelope's file. Raises `DeskError`, also where there is no such file."""
    try:
        return opened_key(envelope.read_bytes(), desk_id, code)
    except FileNotFoundError as error:
        raise KeyMissing(
            "Quầy này chưa in mã khôi phục nào mở được dữ liệu trên máy này.",
            "Khôi phục thư mục khóa (MOTCUA_KEYS) từ bản chép, hoặc khôi phục quầy từ bản sao lưu.",
        ) from error


def kept_key(desk_id: str) -> bytes | None:
    """The key of a desk in this machine's unattended place; None too where it opens by a password only."""
    return KeyPlace(desk_id).unattended()


def keep_key(desk_id: str, key: bytes) -> None:
    """Puts a key in the unattended place. Raises `DeskError` where another one bears that name."""
    place = KeyPlace(desk_id)
    before = place.unattended()
    if before is not None and before != key:
        raise DeskError("Máy này đã có một khóa khác mang tên quầy đó.", "Không có gì bị thay đổi.")
    place.put_unattended(key)


def keep_restored(desk_id: str, key: bytes, envelope: Path, *, by_password: bool) -> None:
    """Keeps the key of a desk that was made of a backup as the desk itself kept it.

    `by_password`: the desk was locked with passwords, and its key goes on no disk here either; the printed
    code opens it until its officers have logged in on this machine. Raises `DeskError`.
    """
    place = KeyPlace(desk_id)
    wraps = place.read().wraps
    if wraps is not None and wraps.mode == "password":
        return  # whose passwords open it here is known
    lock = lock_in(envelope.read_bytes(), desk_id) if envelope.exists() else None
    if not by_password or lock is None:
        keep_key(desk_id, key)
        return
    fresh = wraps or Wraps(desk_id)
    place.write(replace(fresh, mode="password").with_lock(PRINTED, lock, key))
    if place.unattended() is not None:
        place.drop_unattended()
