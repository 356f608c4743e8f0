"""What can be wrong with what the settings point to: asked of the real thing, and said with what to do."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.core.checks import CheckMessage, Tags, Warning, register
from django.core.mail import get_connection
from django.db import connections

from accounts.throttle_cache import RedisOrDatabase
from tpm_portal.quiet_postgres.base import DatabaseWrapper
from tpm_portal.quiet_postgres.limits import FOR_PAGES


@register(Tags.database)
def limits_behind_a_pooler(*, databases: Iterable[str] | None, **kwargs: Any) -> list[CheckMessage]:
    """A pooler takes no limits of time from us, so the role must have them."""
    missing = []
    for alias in databases or ():
        connection = connections[alias]
        if not (isinstance(connection, DatabaseWrapper) and connection.pooled):
            continue
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT name FROM pg_settings WHERE name IN ('lock_timeout', 'statement_timeout') AND setting = '0'"
            )
            missing += [name for (name,) in cursor.fetchall()]
    return [
        Warning(
            f"Behind the pooler nothing limits how long a query may take: {name} is not set.",
            hint=f"ALTER ROLE ... SET {name} = '{FOR_PAGES[name]}'; see Deploying in docs/operating.md.",
            id="tpm_portal.W001",
        )
        for name in missing
    ]


@register(Tags.security, deploy=True)
def who_may_name_the_site(**kwargs: Any) -> list[CheckMessage]:
    """Whoever chooses the host of a request chooses where the links of our mails lead."""
    # A whole ending such as .org is almost any name.
    if not any(
        host == "*" or (host.startswith(".") and host.count(".") == 1) for host in map(str, settings.ALLOWED_HOSTS)
    ):
        return []
    return [
        Warning("EXTRA_HOSTS lets any name pass.", hint="Name the hosts, separated by commas.", id="tpm_portal.W002")
    ]


@register(Tags.security, deploy=True)
def a_proxy_that_nobody_listens_to(**kwargs: Any) -> list[CheckMessage]:
    """``serve`` speaks http only, so https ends at a proxy; unless it is believed, every page leads to itself."""
    if not settings.SECURE_SSL_REDIRECT or settings.SECURE_PROXY_SSL_HEADER:
        return []
    return [
        Warning(
            "SITE_URL is https and BEHIND_PROXY is off: behind a proxy every page would lead to itself for ever.",
            hint="Set BEHIND_PROXY=true, and let the proxy set X-Forwarded-Proto and X-Forwarded-For.",
            id="tpm_portal.W003",
        )
    ]


@register(Tags.caches, deploy=True)
def redis_answers(**kwargs: Any) -> list[CheckMessage]:
    tries = caches["default"]
    if not isinstance(tries, RedisOrDatabase):
        return []
    try:
        tries.redis.has_key("ready")
    except Exception as error:
        said = f"Redis does not answer: {type(error).__name__}."
        return [Warning(said, hint="See CACHE_URL. Until it does the site works, slower.", id="tpm_portal.W004")]
    return []


@register(deploy=True)
def mail_server_answers(**kwargs: Any) -> list[CheckMessage]:
    if not settings.MAIL_CONFIGURED:
        return []
    server = get_connection("django.core.mail.backends.smtp.EmailBackend", timeout=5)
    try:
        server.open()
        server.close()
    except Exception as error:
        # What the server said may repeat the name or the password.
        said = f"The mail server does not let us in: {type(error).__name__}."
        return [Warning(said, hint="See EMAIL_URL. Until it does no mail goes out.", id="tpm_portal.W005")]
    return []
