"""The ASGI entry point."""

import os

from django.core.asgi import get_asgi_application

from tpm_portal.quiet_postgres import limits

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tpm_portal.settings")

application = get_asgi_application()
limits.impose()
