#!/usr/bin/env python
"""Django's command line for this project."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tpm_portal.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line
    from django.db import OperationalError
    from environs import EnvError

    try:
        execute_from_command_line(sys.argv)
    except (ImproperlyConfigured, EnvError, OperationalError) as error:
        if "--traceback" in sys.argv:
            raise
        reason = " ".join(str(error).split())
        if isinstance(error, OperationalError):
            reason = f"The database cannot be reached, see DATABASE_URL. {reason}"
        sys.exit(reason)


if __name__ == "__main__":
    main()
