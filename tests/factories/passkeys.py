"""A device with passkeys, made of nothing but a key: what a browser would send of it."""

import base64
import json
import os
from hashlib import sha256
from typing import Any

from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2 import cbor
from fido2.cose import ES256

from accounts.models import User

HOST, ORIGIN = "localhost", "http://localhost"
# Somebody is there, and showed a finger, a face or a PIN; a new key is told.
PRESENT, VERIFIED, WITH_A_KEY = 0x01, 0x04, 0x40


def written(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


class Device:
    """Holds one passkey."""

    def __init__(self, *, origin: str = ORIGIN, flags: int = PRESENT | VERIFIED) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id, self.origin, self.flags = os.urandom(16), origin, flags
        self.handle = ""

    def make(self, options: dict[str, Any]) -> dict[str, Any]:
        """The answer to what a page asks for, to make a passkey."""
        asked = options["publicKey"]
        self.handle = asked["user"]["id"]
        public = cbor.encode(dict(ES256.from_cryptography_key(self.key.public_key())))
        attested = bytes(16) + len(self.id).to_bytes(2, "big") + self.id + public
        said = {"fmt": "none", "attStmt": {}, "authData": self._data(WITH_A_KEY) + attested}
        response = {
            "clientDataJSON": written(self._client("webauthn.create", asked["challenge"])),
            "attestationObject": written(cbor.encode(said)),
            "transports": ["internal"],
        }
        return self._credential(response) | {"clientExtensionResults": {"credProps": {"rk": True}}}

    def show(self, options: dict[str, Any]) -> dict[str, Any]:
        """The answer to what a page asks for, to show the passkey."""
        client, data = self._client("webauthn.get", options["publicKey"]["challenge"]), self._data(0)
        signature = self.key.sign(data + sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        return self._credential(
            {
                "clientDataJSON": written(client),
                "authenticatorData": written(data),
                "signature": written(signature),
                "userHandle": self.handle,
            }
        )

    def _credential(self, response: dict[str, Any]) -> dict[str, Any]:
        name = written(self.id)
        return {"id": name, "rawId": name, "type": "public-key", "clientExtensionResults": {}, "response": response}

    def _client(self, kind: str, challenge: str) -> bytes:
        said = {"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": False}
        return json.dumps(said).encode()

    def _data(self, more: int) -> bytes:
        return sha256(HOST.encode()).digest() + bytes([self.flags | more]) + bytes(4)


def make_passkey(user: User, name: str = "My phone") -> Authenticator:
    """A row as a device leaves it, which no page was asked for."""
    options = {"publicKey": {"user": {"id": written(b"1")}, "challenge": written(os.urandom(32))}}
    return Authenticator.objects.create(
        user=user, type="webauthn", data={"name": name, "credential": Device().make(options)}
    )
