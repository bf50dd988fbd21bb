"""The publishing key: in this machine's place of secrets, or in a file that a printed code opens.

The file is for keeping the key off the serving machine. Its code is that of
`sync.identity.code_envelope`.

::

    file = "MCPUBL" 00 01 | public key (32) | salt (32) | sealed secret
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from sync.center.store.opening import Center, kept
from sync.center.store.trouble import CenterError
from sync.identity.code_envelope import CodeEnvelope, NoEnvelope
from sync.identity.keys import KEY_BYTES, NodeKeys
from sync.identity.secrets import SecretStore

ENVELOPE: Final = CodeEnvelope(b"MCPUBL\x00\x01", KEY_BYTES, b"motcua publishing key v1")


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
    keys = NodeKeys.generate()
    envelope, code = ENVELOPE.seal(keys.public.sign, keys.secret, entropy)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(envelope)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError as error:
        raise CenterError(f"Đã có tệp “{path}”.", "Hãy đặt tên khác; tệp cũ không bị ghi đè.") from error
    except OSError as error:
        raise CenterError(f"Không ghi được “{path}”.", "Hãy kiểm tra ổ đĩa và quyền ghi.") from error
    return keys, code


def open_key_file(path: Path, code: str) -> NodeKeys:
    """The publishing key of a file. Raises `CenterError`."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise CenterError(f"Không đọc được “{path}”.", "Hãy kiểm tra đường dẫn và ổ đĩa.") from error
    try:
        ENVELOPE.name_in(raw)
    except NoEnvelope as error:
        raise CenterError(
            "Tệp này không phải khóa công bố, hoặc bị cắt mất.", "Hãy chọn đúng tệp."
        ) from error
    try:
        return NodeKeys(ENVELOPE.open(raw, code))
    except ValueError as error:
        raise CenterError(
            "Mã mở khóa công bố không đúng.", "Hãy gõ lại đủ 32 chữ và số như đã in."
        ) from error
