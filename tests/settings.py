"""The project's own settings, with what a test run must fix in place."""

import os

os.environ.update(
    SECRET_KEY="a-key-for-tests-only-that-is-long-enough-to-satisfy-every-check-0123456789",
    DEBUG="false",
    SITE_URL="http://localhost:8000",
    PORT="8000",
    HOST="127.0.0.1",
    WEB_WORKERS="2",
    LOG_LEVEL="WARNING",
    LOG_FORMAT="text",
    METRICS_PORT="0",
    BEHIND_PROXY="false",
    EXTRA_HOSTS="",
    CONTACT="",
    EMAIL_URL="",
    CACHE_URL="",
    DATABASE_POOLER="false",
    DATABASE_REPLICA_URLS="",
    SECRET_KEY_FALLBACKS="",
    # Else every curator of a test had to set one up first. test_staff.py switches it on.
    STAFF_SECOND_FACTOR="false",
)

from tpm_portal.settings import *  # noqa: F403
from tpm_portal.settings import STORAGES

ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
# What is tried in a test that is rolled back would stay. test_throttling.py counts in the database.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
