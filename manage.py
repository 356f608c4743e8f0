#!/usr/bin/env python
"""Django's command line for this project."""

import gc
import os
import sys


def main() -> None:
    # Most of what a command makes is modules and models that stay: looking through them is a sixth of its start.
    gc.set_threshold(20_000, 20, 20)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tpm_portal.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line
    from django.db import DatabaseError
    from environs import EnvError

    from tpm_portal.quiet_postgres import limits
    from tpm_portal.refusals import in_one_line

    # A migration takes as long as it takes. The processes that serve pages impose them again.
    limits.lift()
    try:
        execute_from_command_line(sys.argv)
    except (ImproperlyConfigured, EnvError, DatabaseError) as error:
        if "--traceback" in sys.argv:
            raise
        sys.exit(in_one_line(error))
    except KeyboardInterrupt:
        # Ctrl-C reaches what ``serve`` runs beside itself, too. As shells say it: 128 and the number of the signal.
        sys.exit(130)


if __name__ == "__main__":
    main()
