"""TLS with pinned public keys: the key is the identity, whatever names, authorities and dates say."""

from __future__ import annotations

import ssl
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509 import Certificate, load_der_x509_certificate, load_pem_x509_certificate
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool


def spki_pin(certificate: bytes) -> bytes:
    """SHA-256 of the public key (SubjectPublicKeyInfo, DER) of a certificate in DER."""
    return _pin(load_der_x509_certificate(certificate))


def pin_of_pem(chain: bytes) -> bytes:
    """The pin of the first certificate of a PEM file, the server's own. Raises `ValueError`."""
    return _pin(load_pem_x509_certificate(chain))


def _pin(certificate: Certificate) -> bytes:
    key = certificate.public_key()
    return sha256(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).digest()


class PinnedAdapter(HTTPAdapter):
    """A `requests` adapter that talks only to servers whose key is one of `pins`."""

    def __init__(self, pins: frozenset[bytes]) -> None:
        self._pins = pins
        super().__init__()

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """As the library's, with connections that look at the key before anything is sent."""
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = _pools(self._pins)

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        """The same through a proxy's tunnel."""
        manager = super().proxy_manager_for(proxy, **kwargs)
        manager.pool_classes_by_scheme = _pools(self._pins)
        return manager


def _pools(pins: frozenset[bytes]) -> dict[str, type[HTTPConnectionPool]]:
    class Connection(HTTPSConnection):
        def connect(self) -> None:
            super().connect()
            shown = getattr(self.sock, "getpeercert", lambda _binary: None)(True)
            if not shown or spki_pin(shown) not in pins:
                self.close()
                refusal = ssl.SSLCertVerificationError("public key is not one of those pinned")
                refusal.verify_code = 0
                raise refusal
            self.is_verified = True

    class Pool(HTTPSConnectionPool):
        ConnectionCls = Connection

    return {"http": HTTPConnectionPool, "https": Pool}
