"""The second step of a sign-in: what somebody has set up for it, and how its secrets are kept."""

import base64
import logging
from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import urlsplit

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import generate_totp_secret
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.cache import cache
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from accounts.models import User

logger = logging.getLogger(__name__)

APP, PASSKEY, CODES = Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN, Authenticator.Type.RECOVERY_CODES
MOST_PASSKEYS = 20
# Three steps of thirty seconds are taken, see MFA_TOTP_TOLERANCE.
SECONDS_A_CODE_IS_GOOD = 90


class SecondStepAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": (
            "This code is not right, or it was used already. Try the app's next one, or another recovery code."
        ),
        "no_passkey": "This passkey wasn't accepted here. Nothing has changed; you can try again.",
    }

    def encrypt(self, text: str) -> str:
        return _vault().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """What cannot be read any more becomes a secret that nobody has, and never an empty one, which all have."""
        try:
            return _vault().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            logger.error("A second step cannot be read: SECRET_KEY is another one, see SECRET_KEY_FALLBACKS")
            return str(generate_totp_secret())

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {"id": urlsplit(settings.SITE_URL).hostname or "", "name": settings.MFA_TOTP_ISSUER}


@dataclass(frozen=True)
class SecondSteps:
    """What an account has: ``codes`` is how many recovery codes are left, ``None`` if there are none to read."""

    app: Authenticator | None
    passkeys: list[Authenticator]
    codes: int | None

    @property
    def any(self) -> bool:
        return self.app is not None or bool(self.passkeys)


def second_steps_of(user: User) -> SecondSteps:
    rows = list(Authenticator.objects.filter(user=user).order_by("created_at", "pk"))
    codes = next((row for row in rows if row.type == CODES), None)
    return SecondSteps(
        app=next((row for row in rows if row.type == APP), None),
        passkeys=[row for row in rows if row.type == PASSKEY],
        codes=len(codes.wrap().get_unused_codes()) if codes and can_be_read(codes) else None,
    )


def has_second_step(user: User) -> bool:
    """Whether a password alone does not sign ``user`` in."""
    return bool(_steps(user).exists())


def passkeys_of(user: User) -> "QuerySet[Authenticator]":
    rows: QuerySet[Authenticator] = Authenticator.objects.filter(user=user, type=PASSKEY)
    return rows


def make_codes(user: User) -> None:
    """Recovery codes for who has none."""
    if not Authenticator.objects.filter(user=user, type=CODES).exists():
        RecoveryCodes.activate(user)


def next_after_a_step(user: User) -> str:
    """The page to go to once a step is set up: with the first one come recovery codes, which are shown at once."""
    return "account_recovery_codes" if _steps(user).count() == 1 else "account_signing_in"


def forget_codes_without_a_step(user: User) -> None:
    """Recovery codes are for whoever lost their second step, and nothing without one."""
    if not has_second_step(user):
        Authenticator.objects.filter(user=user).delete()


def can_be_read(codes: Authenticator) -> bool:
    """Whether the key that these codes were encrypted with is still known."""
    try:
        _vault().decrypt(codes.data["seed"].encode())
    except InvalidToken:
        return False
    return True


def is_first_use(user: User, code: str) -> bool:
    """Whether this code of the app was not taken before; allauth forgets it while it is still good."""
    return bool(cache.add(f"accounts.code:{user.pk}:{_digest(code)}", "used", timeout=SECONDS_A_CODE_IS_GOOD))


def passkeys_work_here(request: HttpRequest) -> bool:
    """A passkey belongs to the name of a site, which must be the one that the browser shows."""
    return request.get_host().partition(":")[0] == urlsplit(settings.SITE_URL).hostname


def _steps(user: User) -> "QuerySet[Authenticator]":
    rows: QuerySet[Authenticator] = Authenticator.objects.filter(user=user).exclude(type=CODES)
    return rows


def _digest(code: str) -> str:
    digits = "".join(one for one in code if one.isalnum())
    return salted_hmac("accounts.code", digits, algorithm="sha256").hexdigest()


def _vault() -> MultiFernet:
    """Encrypts with a key of its own, made from ``SECRET_KEY``; what an earlier key encrypted is read too."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(_key(secret))) for secret in keys])


def _key(secret: str) -> bytes:
    return salted_hmac("accounts.second_step", "", secret=secret, algorithm="sha256").digest()
