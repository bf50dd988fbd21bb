"""The desk's key in an envelope that a printed code opens, for a machine that is no more.

A backup is encrypted under the key of the store, which lies with the machine's secrets and in no backup. The
code has 160 random bits, so it is no password to be guessed and needs no slow hash: HKDF-SHA256 (RFC 5869)
and ChaCha20-Poly1305 (RFC 8439). The envelope goes into every backup; whoever finds one can do nothing
without the paper.

::

    envelope = "MCDESK" 00 01 | desk's id (8 bytes) | salt (32 bytes) | sealed key
"""

from __future__ import annotations

import json
import os
from base64 import b32decode, b32encode
from binascii import Error as NotBase32
from collections.abc import Callable
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desk_app.domain.mistakes import DeskError
from desk_app.operations.desk import SERVICE
from desk_app.paths import DeskPaths, keys_folder
from desk_app.store.store import write_atomically
from sync.identity.secrets import SecretStore

MAGIC: Final = b"MCDESK\x00\x01"
_ID_BYTES: Final = 8
_SALT_BYTES: Final = 32
_CODE_BYTES: Final = 20
_FRONT: Final = len(MAGIC) + _ID_BYTES + _SALT_BYTES
_NONCE: Final = bytes(12)
"""Each key derived seals one envelope only."""


def make_code(paths: DeskPaths, entropy: Callable[[int], bytes] = os.urandom) -> str:
    """Writes the envelope into the data folder, over an older one, and returns its code, kept nowhere.

    Copies made before keep the envelope of their time. Raises `DeskError`.
    """
    desk_id = str(json.loads(paths.identity.read_bytes())["desk"])
    key = kept_key(desk_id)
    if key is None:
        raise DeskError("Không tìm thấy khóa của quầy trên máy này.", "Dùng đúng tài khoản đã lập quầy.")
    code = entropy(_CODE_BYTES)
    front = MAGIC + bytes.fromhex(desk_id) + entropy(_SALT_BYTES)
    write_atomically(paths.envelope, front + _box(code, front).encrypt(_NONCE, key, front))
    text = b32encode(code).decode("ascii")
    return "-".join(text[at : at + 4] for at in range(0, len(text), 4))


def opened_key(envelope: bytes, desk_id: str, code: str) -> bytes:
    """The key of the desk in an envelope. Raises `DeskError` for a wrong code or a foreign envelope."""
    front = envelope[:_FRONT]
    if not envelope.startswith(MAGIC) or front[len(MAGIC) : -_SALT_BYTES].hex() != desk_id:
        raise DeskError(
            "Phong bì khóa trong bản sao lưu bị hỏng hoặc của quầy khác.", "Thử bản sao lưu khác."
        )
    try:
        plain = b32decode("".join(code.upper().replace("-", " ").split()))
        return _box(plain, front).decrypt(_NONCE, envelope[_FRONT:], front)
    except (NotBase32, InvalidTag, ValueError) as error:
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


def _box(code: bytes, front: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(HKDF(SHA256(), 32, front[-_SALT_BYTES:], b"motcua desk key v1").derive(code))
