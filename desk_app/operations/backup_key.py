"""The desk's key in an envelope that a printed code opens, for a machine that is no more.

A backup is encrypted under the key of the store, which lies with the machine's secrets and in no backup. The
envelope (`sync.identity.code_envelope`) goes into every backup; whoever finds one can do nothing without the
paper.

::

    envelope = "MCDESK" 00 01 | desk's id (8 bytes) | salt (32 bytes) | sealed key
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from typing import Final

from desk_app.domain.mistakes import DeskError
from desk_app.operations.desk import SERVICE
from desk_app.paths import DeskPaths, keys_folder
from desk_app.store.store import write_atomically
from sync.identity.code_envelope import CodeEnvelope, NoEnvelope, WrongCode
from sync.identity.secrets import SecretStore

ENVELOPE: Final = CodeEnvelope(b"MCDESK\x00\x01", 8, b"motcua desk key v1")


def make_code(paths: DeskPaths, entropy: Callable[[int], bytes] = os.urandom) -> str:
    """Writes the envelope into the data folder, over an older one, and returns its code, kept nowhere.

    Copies made before keep the envelope of their time. Raises `DeskError`.
    """
    desk_id = str(json.loads(paths.identity.read_bytes())["desk"])
    key = kept_key(desk_id)
    if key is None:
        raise DeskError("Không tìm thấy khóa của quầy trên máy này.", "Dùng đúng tài khoản đã lập quầy.")
    envelope, code = ENVELOPE.seal(bytes.fromhex(desk_id), key, entropy)
    write_atomically(paths.envelope, envelope)
    return code


def opened_key(envelope: bytes, desk_id: str, code: str) -> bytes:
    """The key of the desk in an envelope. Raises `DeskError` for a wrong code or a foreign envelope."""
    try:
        if ENVELOPE.name_in(envelope).hex() != desk_id:
            raise NoEnvelope
        return ENVELOPE.open(envelope, code)
    except NoEnvelope as error:
        raise DeskError(
            "Phong bì khóa trong bản sao lưu bị hỏng hoặc của quầy khác.", "Thử bản sao lưu khác."
        ) from error
    except WrongCode as error:
        raise DeskError(
            "Mã khôi phục không đúng.", "Gõ lại đủ 32 chữ và số như trên tờ giấy đã in; dấu gạch không cần."
        ) from error


def kept_key(desk_id: str) -> bytes | None:
    """The key of a desk among this machine's secrets."""
    return SecretStore(keys_folder(), SERVICE).get(f"desk-{desk_id}")


def keep_key(desk_id: str, key: bytes) -> None:
    """Puts a key among this machine's secrets. Raises `DeskError` where another one bears that name."""
    before = kept_key(desk_id)
    if before is not None and before != key:
        raise DeskError("Máy này đã có một khóa khác mang tên quầy đó.", "Không có gì bị thay đổi.")
    SecretStore(keys_folder(), SERVICE).put(f"desk-{desk_id}", key)
