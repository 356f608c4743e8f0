#!/usr/bin/env python
"""Django's command line for this project."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tpm_portal.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line
    from django.db import DatabaseError, OperationalError
    from environs import EnvError

    from tpm_portal.quiet_postgres import limits

    # A migration takes as long as it takes. The processes that serve pages impose them again.
    limits.lift()
    try:
        execute_from_command_line(sys.argv)
    except (ImproperlyConfigured, EnvError, DatabaseError) as error:
        if "--traceback" in sys.argv:
            raise
        reason = " ".join(str(error).split())
        if code := getattr(error.__cause__, "pgcode", None):
            said = reason if code in reason else f"PostgreSQL refused it ({code}): {reason}."
            reason = f"{said} Add --traceback to see where."
        elif isinstance(error, OperationalError):
            reason = f"The database cannot be reached, see DATABASE_URL. {reason}"
        sys.exit(reason)


if __name__ == "__main__":
    main()
