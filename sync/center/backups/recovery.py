"""The center's signing key in an envelope that a printed code opens: a burnt-down center is made of it again.

An archive is opened by this key alone, and desks believe no other. The code is that of
`sync.identity.code_envelope`.

::

    envelope = "MCKEYS" 00 01 | center's name (8 bytes) | salt (32 bytes) | sealed key
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from sync.center.backups.archive import NAME_BYTES
from sync.center.backups.saving import settings_of
from sync.center.store.opening import Center, kept
from sync.center.store.trouble import CenterError
from sync.identity.code_envelope import CodeEnvelope, NoEnvelope
from sync.identity.keys import NodeKeys
from sync.identity.secrets import SecretStore

ENVELOPE: Final = CodeEnvelope(b"MCKEYS\x00\x01", NAME_BYTES, b"motcua center keys v1")


def make_envelope(center: Center, path: Path, entropy: Callable[[int], bytes] = os.urandom) -> str:
    """Writes the envelope and returns its code, which is kept nowhere. Raises `CenterError`."""
    envelope, code = ENVELOPE.seal(bytes.fromhex(settings_of(center)["id"]), center.keys.secret, entropy)
    try:
        with open(path, "xb") as file:
            file.write(envelope)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError as error:
        raise CenterError(f"Đã có tệp “{path}”.", "Hãy đặt tên khác; tệp cũ không bị ghi đè.") from error
    except OSError as error:
        raise CenterError(f"Không ghi được “{path}”.", "Hãy kiểm tra ổ đĩa và quyền ghi.") from error
    return code


def open_envelope(path: Path, code: str, secrets: SecretStore) -> str:
    """Puts the key into the place of secrets; the center's name. One that is there is never replaced.

    Raises `CenterError`.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise CenterError(f"Không đọc được “{path}”.", "Hãy kiểm tra đường dẫn và ổ đĩa.") from error
    try:
        name = ENVELOPE.name_in(raw).hex()
    except NoEnvelope as error:
        raise CenterError(
            "Tệp này không phải phong bì khóa, hoặc bị cắt mất.", "Hãy chọn đúng tệp."
        ) from error
    try:
        keys = NodeKeys(ENVELOPE.open(raw, code))
    except ValueError as error:
        raise CenterError("Mã mở phong bì không đúng.", "Hãy gõ lại đủ 32 chữ và số như đã in.") from error
    before = kept(secrets, f"center-node-{name}")
    if before is not None and before != keys.secret:
        raise CenterError("Máy này đã có một khóa khác mang tên đó.", "Không có gì bị thay đổi.")
    secrets.put(f"center-node-{name}", keys.secret)
    return name
