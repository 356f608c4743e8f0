"""What is logged, where, and without what. Pure."""

from typing import Any


def to_the_console(level: int) -> dict[str, Any]:
    """The settings of Django for logging from ``level`` on."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
        "filters": {"hide_secrets": {"()": "tpm_portal.error_reports.HideSecrets"}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
        # Those of Django's loggers that name the address of a request; the last is that of runserver.
        "loggers": {
            "django.request": {"filters": ["hide_secrets"]},
            "django.security.csrf": {"filters": ["hide_secrets"]},
            "django.server": {
                **{"filters": ["hide_secrets"], "handlers": ["console"], "level": "INFO", "propagate": False},
            },
        },
        "root": {"handlers": ["console"], "level": level},
    }
