"""Certificates and invitations: how a node comes to belong to a unit.

A certificate is a center's signed word about a node's keys; it is part of entry 1 of each of the
node's journals, so nobody need have heard of a node before. An invitation carries the center's
keys whole, so trust starts from what a person handed over, not from the network.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sync.identity.keys import SIGNATURE_BYTES, NodeKeys, NotGenuine, PublicKeys, verify
from sync.model.entry import is_channel
from sync.model.kinds import ROLES

_CERTIFICATE = b"motcua certificate v1"
_PREFIX = "MC1-"
PIN_BYTES = 32
MAX_PINS = 4
CODE_BYTES = 10
"""80 bits: not to be guessed within an invitation's life, short enough to be read out."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """A node's place: `unit` code, `role`, `desk` (0: none), channels it reads and writes.

    `issuer` is the center's node id; `issued_at` ISO 8601 by the center's clock; `invitation`
    the first 8 bytes (hex) of SHA-256 of the code it was enrolled with.
    """

    keys: PublicKeys
    unit: str
    role: str
    desk: int
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    issuer: bytes
    issued_at: str
    invitation: str = ""

    @property
    def node(self) -> bytes:
        """The certified node's id."""
        return self.keys.node


def sign_certificate(center: NodeKeys, certificate: Certificate) -> bytes:
    """The certificate as it travels: signature (64 bytes), then its text."""
    text = json.dumps(
        {
            "sign": certificate.keys.sign.hex(),
            "seal": certificate.keys.seal.hex(),
            "unit": certificate.unit,
            "role": certificate.role,
            "desk": certificate.desk,
            "reads": list(certificate.reads),
            "writes": list(certificate.writes),
            "issuer": certificate.issuer.hex(),
            "issued_at": certificate.issued_at,
            "invitation": certificate.invitation,
        },
        separators=(",", ":"),
    ).encode("ascii")
    return center.sign(_CERTIFICATE, text) + text


def read_certificate(raw: bytes, issuer: PublicKeys | None) -> Certificate:
    """The certificate in `raw`, signed by `issuer` (None: the signature is not checked, for own stores).

    Raises `NotGenuine`.
    """
    text = raw[SIGNATURE_BYTES:]
    if issuer is not None:
        verify(issuer.sign, _CERTIFICATE, text, raw[:SIGNATURE_BYTES])
    try:
        fields: dict[str, Any] = json.loads(text)
        certificate = Certificate(
            keys=PublicKeys(bytes.fromhex(fields["sign"]), bytes.fromhex(fields["seal"])),
            unit=fields["unit"],
            role=fields["role"],
            desk=int(fields["desk"]),
            reads=tuple(fields["reads"]),
            writes=tuple(fields["writes"]),
            issuer=bytes.fromhex(fields["issuer"]),
            issued_at=fields["issued_at"],
            invitation=fields["invitation"],
        )
    except (ValueError, LookupError, TypeError, OverflowError, RecursionError) as error:
        raise NotGenuine("certificate: unreadable") from error
    channels = certificate.reads + certificate.writes
    if certificate.role not in ROLES or not all(is_channel(str(channel)) for channel in channels):
        raise NotGenuine("certificate: unknown role or channel")
    if issuer is not None and certificate.issuer != issuer.node:
        raise NotGenuine("certificate: of another center")
    return certificate


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a desk needs to enrol: where, whom to trust (keys whole), for which unit, and the code.

    `pins` are SHA-256 digests of the TLS keys (SubjectPublicKeyInfo) the center serves with, now and next:
    where there are any, they stand in place of certificate authorities and dates.
    """

    address: str
    center: PublicKeys
    unit: str
    code: bytes
    pins: tuple[bytes, ...] = ()

    def encode(self) -> str:
        """One line to copy, print as QR or carry on a stick."""
        pins = b"".join((bytes((len(self.pins),)), *self.pins)) if self.pins else b""
        raw = b"".join(
            (
                bytes((2 if self.pins else 1,)),
                self.code,
                self.center.sign,
                self.center.seal,
                bytes((len(self.unit),)),
                self.unit.encode("ascii"),
                pins,
                self.address.encode("utf-8"),
            )
        )
        return _PREFIX + base64.urlsafe_b64encode(raw + sha256(raw).digest()[:4]).decode("ascii").rstrip("=")

    @property
    def fingerprint(self) -> str:
        """The center's node id in groups, to be compared by eye or read out."""
        text = self.center.node.hex().upper()
        return " ".join(text[i : i + 4] for i in range(0, len(text), 4))


def read_invitation(text: str) -> Invitation:
    """The invitation in a pasted line. Raises `NotGenuine` when it is cut, mistyped or something else."""
    line = "".join(text.split())
    try:
        if not line.startswith(_PREFIX):
            raise ValueError("prefix")
        body = line[len(_PREFIX) :]
        raw = base64.b64decode(body + "=" * (-len(body) % 4), altchars=b"-_", validate=True)
        raw, check = raw[:-4], raw[-4:]
        if sha256(raw).digest()[:4] != check or raw[0] not in (1, 2):
            raise ValueError("check")
        end = 76 + raw[75]
        count = raw[end] if raw[0] == 2 else 0
        start = end + (raw[0] == 2)
        if count > MAX_PINS or len(raw) < start + count * PIN_BYTES:
            raise ValueError("pins")
        return Invitation(
            address=raw[start + count * PIN_BYTES :].decode("utf-8"),
            center=PublicKeys(raw[11:43], raw[43:75]),
            unit=raw[76:end].decode("ascii"),
            code=raw[1:11],
            pins=tuple(raw[start + at * PIN_BYTES :][:PIN_BYTES] for at in range(count)),
        )
    except (ValueError, IndexError) as error:
        raise NotGenuine("invitation: cut or mistyped") from error
