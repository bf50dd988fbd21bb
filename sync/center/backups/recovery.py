"""The center's signing key in an envelope that a printed code opens: a burnt-down center is made of it again.

An archive is opened by this key alone, and desks believe no other. The code has 160 random bits, so it is no
password to be guessed and needs no slow hash: HKDF-SHA256 and ChaCha20-Poly1305.

::

    envelope = "MCKEYS" 00 01 | center's name (8 bytes) | salt (32 bytes) | sealed key
"""

from __future__ import annotations

import os
from base64 import b32decode, b32encode
from binascii import Error as NotBase32
from collections.abc import Callable
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sync.center.backups.archive import NAME_BYTES
from sync.center.backups.saving import settings_of
from sync.center.store.opening import Center, kept
from sync.center.store.trouble import CenterError
from sync.identity.keys import NodeKeys
from sync.identity.secrets import SecretStore

MAGIC: Final = b"MCKEYS\x00\x01"
_SALT_BYTES: Final = 32
_CODE_BYTES: Final = 20
_FRONT: Final = len(MAGIC) + NAME_BYTES + _SALT_BYTES
_NONCE: Final = bytes(12)
"""Each key seals one envelope only."""


def make_envelope(center: Center, path: Path, entropy: Callable[[int], bytes] = os.urandom) -> str:
    """Writes the envelope and returns its code, which is kept nowhere. Raises `CenterError`."""
    code = entropy(_CODE_BYTES)
    front = MAGIC + bytes.fromhex(settings_of(center)["id"]) + entropy(_SALT_BYTES)
    sealed = _box(code, front).encrypt(_NONCE, center.keys.secret, front)
    try:
        with open(path, "xb") as file:
            file.write(front + sealed)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError as error:
        raise CenterError(f"Đã có tệp “{path}”.", "Hãy đặt tên khác; tệp cũ không bị ghi đè.") from error
    except OSError as error:
        raise CenterError(f"Không ghi được “{path}”.", "Hãy kiểm tra ổ đĩa và quyền ghi.") from error
    text = b32encode(code).decode("ascii")
    return "-".join(text[at : at + 4] for at in range(0, len(text), 4))


def open_envelope(path: Path, code: str, secrets: SecretStore) -> str:
    """Puts the key into the place of secrets; the center's name. One that is there is never replaced.

    Raises `CenterError`.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise CenterError(f"Không đọc được “{path}”.", "Hãy kiểm tra đường dẫn và ổ đĩa.") from error
    if not raw.startswith(MAGIC) or len(raw) <= _FRONT:
        raise CenterError("Tệp này không phải phong bì khóa, hoặc bị cắt mất.", "Hãy chọn đúng tệp.")
    front = raw[:_FRONT]
    try:
        plain = b32decode("".join(code.upper().replace("-", " ").split()))
        secret = _box(plain, front).decrypt(_NONCE, raw[_FRONT:], front)
        keys = NodeKeys(secret)
    except (NotBase32, InvalidTag, ValueError) as error:
        raise CenterError("Mã mở phong bì không đúng.", "Hãy gõ lại đủ 32 chữ và số như đã in.") from error
    name = front[len(MAGIC) : len(MAGIC) + NAME_BYTES].hex()
    before = kept(secrets, f"center-node-{name}")
    if before is not None and before != keys.secret:
        raise CenterError("Máy này đã có một khóa khác mang tên đó.", "Không có gì bị thay đổi.")
    secrets.put(f"center-node-{name}", keys.secret)
    return name


def _box(code: bytes, front: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(HKDF(SHA256(), 32, front[-_SALT_BYTES:], b"motcua center keys v1").derive(code))
