"""The publishing key: in this machine's place of secrets, or in a file that a printed code opens.

The file is for keeping the key off the serving machine. Its code has 160 random bits, so it is no password
to be guessed and needs no slow hash: HKDF-SHA256 and ChaCha20-Poly1305.

::

    file = "MCPUBL" 00 01 | public key (32) | salt (32) | sealed secret
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

from sync.center.store.opening import Center, kept
from sync.center.store.trouble import CenterError
from sync.identity.keys import KEY_BYTES, NodeKeys
from sync.identity.secrets import SecretStore

MAGIC: Final = b"MCPUBL\x00\x01"
_SALT_BYTES: Final = 32
_CODE_BYTES: Final = 20
_FRONT: Final = len(MAGIC) + KEY_BYTES + _SALT_BYTES
_NONCE: Final = bytes(12)
"""Each key seals one file only."""


def local_key(center: Center, secrets: SecretStore) -> NodeKeys | None:
    """The publishing key that lies on this machine, if one does. Raises `CenterError` where it is locked."""
    secret = kept(secrets, _name(center))
    return NodeKeys(secret) if secret is not None else None


def make_local_key(center: Center, secrets: SecretStore) -> NodeKeys:
    """The publishing key on this machine, made when there is none. Raises `CenterError`."""
    found = local_key(center, secrets)
    if found is None:
        found = NodeKeys.generate()
        try:
            secrets.put(_name(center), found.secret)
        except OSError as error:
            raise CenterError(
                "Không ghi được khóa công bố vào kho khóa của máy này.", "Hãy mở kho khóa rồi thử lại."
            ) from error
    return found


def _name(center: Center) -> str:
    return f"publishing-{center.keys.node.hex()}"


def make_key_file(path: Path, entropy: Callable[[int], bytes] = os.urandom) -> tuple[NodeKeys, str]:
    """Writes a new publishing key to a file; the key, and the code that opens it, which is kept nowhere.

    Raises `CenterError`; a file that is there is never overwritten.
    """
    keys, code = NodeKeys.generate(), entropy(_CODE_BYTES)
    front = MAGIC + keys.public.sign + entropy(_SALT_BYTES)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(front + _box(code, front).encrypt(_NONCE, keys.secret, front))
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError as error:
        raise CenterError(f"Đã có tệp “{path}”.", "Hãy đặt tên khác; tệp cũ không bị ghi đè.") from error
    except OSError as error:
        raise CenterError(f"Không ghi được “{path}”.", "Hãy kiểm tra ổ đĩa và quyền ghi.") from error
    text = b32encode(code).decode("ascii")
    return keys, "-".join(text[at : at + 4] for at in range(0, len(text), 4))


def open_key_file(path: Path, code: str) -> NodeKeys:
    """The publishing key of a file. Raises `CenterError`."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise CenterError(f"Không đọc được “{path}”.", "Hãy kiểm tra đường dẫn và ổ đĩa.") from error
    if not raw.startswith(MAGIC) or len(raw) <= _FRONT:
        raise CenterError("Tệp này không phải khóa công bố, hoặc bị cắt mất.", "Hãy chọn đúng tệp.")
    front = raw[:_FRONT]
    try:
        plain = b32decode("".join(code.upper().replace("-", " ").split()))
        return NodeKeys(_box(plain, front).decrypt(_NONCE, raw[_FRONT:], front))
    except (NotBase32, InvalidTag, ValueError) as error:
        raise CenterError(
            "Mã mở khóa công bố không đúng.", "Hãy gõ lại đủ 32 chữ và số như đã in."
        ) from error


def _box(code: bytes, front: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(
        HKDF(SHA256(), 32, front[-_SALT_BYTES:], b"motcua publishing key v1").derive(code)
    )
