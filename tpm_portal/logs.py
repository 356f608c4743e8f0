"""What is logged, where, and without what. Pure."""

from typing import Any

# The formats of ``LOG_FORMAT`` and what makes their lines.
FORMATS = {"text": "tpm_portal.log_lines.Line", "json": "tpm_portal.log_lines.JsonLine"}


def to_the_console(level: int, *, written: str) -> dict[str, Any]:
    """The settings of Django for logging from ``level`` on, ``written`` as one of ``FORMATS``."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": FORMATS[written]}},
        "filters": {
            "hide_secrets": {"()": "tpm_portal.error_reports.HideSecrets"},
            "add_number": {"()": "tpm_portal.request_id.AddNumber"},
        },
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["add_number"]}},
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


def of_the_server() -> dict[str, Any]:
    """The settings of granian for logging: its lines go the way of all others, once Django is there."""
    return {"version": 1, "disable_existing_loggers": False, "loggers": {"_granian": {"propagate": True}}}
