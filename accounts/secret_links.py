"""Links that let somebody without an account see one thing: their secret is never kept, and sent to no other page."""

import uuid
from hashlib import sha256
from urllib.parse import urlsplit

from django.http import HttpResponse
from django.utils.crypto import salted_hmac
from django.utils.http import urlsafe_base64_encode

ONLY_HERE = ("localhost", "127.0.0.1", "::1")


def secret_of(*, salt: str, row: int, token: uuid.UUID) -> str:
    """32 bytes that only this site can work out from the form's random token, so that it need not keep them.

    ``salt`` says what the link is for, ``row`` is the number of what it shows.
    """
    digest = salted_hmac(salt, f"{row} {token}", algorithm="sha256").digest()
    return urlsafe_base64_encode(digest)


def hash_of(secret: str) -> str:
    """What a link is looked up by. Comparing in constant time is not needed: nobody can steer a hash step by step."""
    return sha256(secret.encode()).hexdigest()


def opens_only_here(address: str) -> bool:
    """Whether the address leads to this computer alone."""
    return urlsplit(address).hostname in ONLY_HERE


def send_no_address(response: HttpResponse) -> HttpResponse:
    """Send no other page the address. Not ``no-referrer``: with it a browser's form would come without its origin."""
    response.headers["Referrer-Policy"] = "strict-origin"
    return response
