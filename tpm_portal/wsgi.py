"""The WSGI entry point."""

import os

from django.core.wsgi import get_wsgi_application

from tpm_portal.quiet_postgres import limits

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tpm_portal.settings")

application = get_wsgi_application()
limits.impose()
