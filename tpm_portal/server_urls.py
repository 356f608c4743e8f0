"""The addresses of other servers in the settings: what they mean, or in words what is wrong with them."""

import re
from typing import Any
from urllib.parse import unquote, urlsplit

import idna
from django.core.exceptions import ImproperlyConfigured

# Port, STARTTLS, TLS from the first byte on.
MAIL_SCHEMES = {
    "smtp": (25, False, False),
    "smtp+tls": (587, True, False),
    "submission": (587, True, False),
    "smtp+ssl": (465, False, True),
    "smtps": (465, False, True),
}


def mail_server(url: str) -> dict[str, Any]:
    """The settings for sending mail by way of ``url``. Raises ``ImproperlyConfigured``."""
    try:
        parts = urlsplit(url)
        port, host = parts.port, parts.hostname
    except ValueError:
        parts, port, host = urlsplit(""), None, None
    if parts.scheme not in MAIL_SCHEMES or not host or parts.path.strip("/") or parts.query or parts.fragment:
        raise _wrong(
            "EMAIL_URL", "smtp+tls://user:password@host:587, with %40 for an @ in the name, or smtps:// or smtp://"
        )
    usual_port, starttls, tls = MAIL_SCHEMES[parts.scheme]
    return {
        "EMAIL_HOST": host,
        "EMAIL_PORT": port or usual_port,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": starttls,
        "EMAIL_USE_SSL": tls,
    }


def redis_server(url: str) -> str:
    """An address of Redis as it is. Raises ``ImproperlyConfigured``."""
    try:
        parts = urlsplit(url)
        fits = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        fits = False
    if not fits or parts.scheme not in {"redis", "rediss"} or not (parts.path.strip("/") or "0").isdigit():
        raise _wrong("CACHE_URL", "redis://host:6379/0")
    return url


def postgresql_server(url: str, variable: str = "DATABASE_URL") -> str:
    """An address of PostgreSQL as it is. Raises ``ImproperlyConfigured``, which names the variable."""
    scheme, _, rest = url.partition("://")
    if scheme not in {"postgres", "postgresql", "pgsql"} or not rest.partition("?")[0].partition("/")[2].strip("/"):
        raise _wrong(variable, "postgres://user:password@host:5432/name: this site runs on PostgreSQL only")
    return url


def site(url: str) -> str:
    """The address of the site without a final slash. Raises ``ImproperlyConfigured``."""
    try:
        parts = urlsplit(url)
        fits = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0 and not parts.username
    except ValueError:
        fits = False
    if not fits:
        raise ImproperlyConfigured("SITE_URL must look like https://example.org or http://localhost:8000.")
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise ImproperlyConfigured("SITE_URL must end with the host or its port: the site cannot live under a path.")
    host = host_name(parts.hostname or "")
    if host is None:
        raise ImproperlyConfigured("SITE_URL must look like https://example.org or http://localhost:8000.")
    return f"{parts.scheme}://{host}{f':{parts.port}' if parts.port else ''}"


def contact(given: str) -> tuple[str, str]:
    """How to reach whoever runs the site: what is shown and where it leads. Raises ``ImproperlyConfigured``."""
    shown = given.strip()
    if not shown:
        return "", ""
    if re.fullmatch(r"[^\s@<>\"?&]+@[^\s@<>\"?&/]+\.[^\s@<>\"?&/.]+", shown):
        return shown, f"mailto:{shown}"
    try:
        parts = urlsplit(shown)
        fits = parts.scheme == "https" and host_name(parts.hostname or "") is not None and not parts.username
    except ValueError:
        fits = False
    if not fits or re.search(r"\s", shown):
        raise _wrong("CONTACT", "operator@example.org or https://example.org/contact")
    return shown.removeprefix("https://").rstrip("/"), shown


def host_names(names: list[str]) -> list[str]:
    """Further names of the site as browsers send them. Raises ``ImproperlyConfigured`` for what would match none."""
    found = []
    for name in filter(None, map(str.strip, names)):
        dot = "." if name.startswith(".") else ""
        host = name if name == "*" else host_name(name.removeprefix("."))
        if host is None:
            raise ImproperlyConfigured(
                "EXTRA_HOSTS must be names such as www.example.org, separated by commas, without https:// and without a"
                " port. Every name under one is .example.org."
            )
        found.append(dot + host)
    return found


def host_name(name: str) -> str | None:
    """A name or number of a host as a browser sends it, or ``None`` if it is none."""
    bare = name.strip("[]")
    if ":" in bare:
        return f"[{bare}]" if re.fullmatch("[0-9a-fA-F:.]+", bare) and bare.count(":") > 1 else None
    try:
        sent = name.lower() if name.isascii() else idna.encode(name, uts46=True).decode()
    except UnicodeError:
        return None
    return sent if re.fullmatch(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*", sent) else None


def _wrong(name: str, example: str) -> ImproperlyConfigured:
    # Nothing of what was set is repeated: there may be a password in it.
    return ImproperlyConfigured(f'Environment variable "{name}" invalid: it must look like {example}.')
