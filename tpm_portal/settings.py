"""Settings, read from the environment. A wrong value stops the start with the name of the variable."""

import logging
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from environs import Env, validate

from tpm_portal import content_security_policy, databases, logs, server_urls

BASE_DIR = Path(__file__).resolve().parent.parent

env = Env()
env.read_env(BASE_DIR / ".env", recurse=False)

DEBUG = env.bool("DEBUG", False)
SECRET_KEY = env.str("SECRET_KEY", "only-for-debug-never-in-production" if DEBUG else "")
if not SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY is not set. Put a long random value into .env or the environment.")
# Earlier keys, so that a new one signs nobody out and still reads what was encrypted before.
SECRET_KEY_FALLBACKS: list[str] = env.list("SECRET_KEY_FALLBACKS", [])

PORT = env.int("PORT", 8000, validate=validate.Range(min=1, max=65535))
HOST = env.str("HOST", "127.0.0.1")
WEB_WORKERS = env.int("WEB_WORKERS", 2, validate=validate.Range(min=1, max=64))
SITE_URL = server_urls.site(env.str("SITE_URL", "") or f"http://localhost:{PORT}")
_site = urlsplit(SITE_URL)
HTTPS = _site.scheme == "https"
ALLOWED_HOSTS = [_site.hostname, *server_urls.host_names(env.list("EXTRA_HOSTS", []))]
if _site.hostname == "localhost":
    ALLOWED_HOSTS += ["127.0.0.1", "[::1]"]

# How to reach whoever runs the site, as it is shown and where it leads; both empty if nothing is said.
CONTACT = server_urls.contact(env.str("CONTACT", ""))

INSTALLED_APPS = [
    "curation.desk_config.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "tpm_portal.static_files.PortalStaticFilesConfig",
    "django.contrib.humanize",
    "django.contrib.sitemaps",
    "django.contrib.postgres",
    "bootstrap",
    "django_htmx",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "accounts.device_config.DevicesConfig",
    "accounts",
    "curation",
    "keeping",
    "evidence",
    "salaries",
    "roadmap",
    "interviews",
    "resumes",
    "applications",
    "tpm_portal",
]

MIDDLEWARE = [
    "tpm_portal.middleware.number_requests",
    "tpm_portal.middleware.answer_health",
    "tpm_portal.ready_made.send_ready_made",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "tpm_portal.middleware.isolation_headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "tpm_portal.middleware.say_what_was_refused",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "accounts.middleware.TokenOrOwnPage",
    "accounts.middleware.WhoIsSignedIn",
    "accounts.middleware.keep_no_copy",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.activate_time_zone",
    "accounts.middleware.note_when_seen",
    "tpm_portal.middleware.ask_staff_for_second_step",
    "accounts.middleware.show_pages_of_visitors",
    "tpm_portal.middleware.refuse_nul_in_admin",
    "tpm_portal.middleware.show_what_was_typed",
    "tpm_portal.middleware.say_what_is_full",
    "tpm_portal.kept_for_one.keep_for_one",
]

# Figures for Prometheus, told by ``serve`` on a port of its own. Nothing is counted unless somebody asks for them.
METRICS_PORT = env.int("METRICS_PORT", 0, validate=validate.Range(min=0, max=65535))
METRICS_HOST = env.str("METRICS_HOST", "127.0.0.1")
if METRICS_PORT:
    MIDDLEWARE.insert(1, "tpm_portal.metrics.counting.count_requests")

ROOT_URLCONF = "tpm_portal.urls"
WSGI_APPLICATION = "tpm_portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": [
                "accounts.templatetags.whose",
                "accounts.templatetags.addresses",
                "curation.templatetags.to_the_desk",
                "curation.templatetags.wrong",
                "tpm_portal.templatetags.frame",
                "tpm_portal.templatetags.kept",
                "tpm_portal.templatetags.said",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tpm_portal.context_processors.site",
            ],
        },
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

# --- What a request may hold ----------------------------------------------------------------------------------

# A resume that somebody brings is one form with some ten fields a job and four a bullet: see resumes/bringing/forms.py.
# The bytes of a form are bounded all the same.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 6_000

# --- Database -----------------------------------------------------------------------------------------------

_replicas: list[str] = env.list("DATABASE_REPLICA_URLS", [])
DATABASES = databases.databases(
    env.str("DATABASE_URL", ""),
    embedded=Path(env.str("EMBEDDED_POSTGRES_DIR", "") or BASE_DIR / "var" / "postgres"),
    pooled=env.bool("DATABASE_POOLER", False),
    replicas=_replicas,
)
REPLICAS = [alias for alias in DATABASES if alias != "default"]

# Only tries of passwords and of mails are counted here, see accounts/throttling.py.
CACHES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "throttles",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
if env.str("CACHE_URL", ""):
    CACHES["default"] |= {
        "BACKEND": "accounts.throttle_cache.RedisOrDatabase",
        "LOCATION": server_urls.redis_server(env.str("CACHE_URL")),
    }
DATABASES["throttles"] = DATABASES["default"] | {"TEST": {"MIRROR": "default"}}
DATABASE_ROUTERS = ["accounts.throttling.OwnConnection"]
WRITTEN_COOKIE_NAME = "__Host-written" if HTTPS else "written"
if REPLICAS:
    DATABASE_ROUTERS.append("tpm_portal.replicas.router.Replicas")
    MIDDLEWARE.append("tpm_portal.replicas.middleware.read_from_replicas")

# --- Accounts -----------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.backends.AddressAndPassword"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "accounts.passwords.NotOfOurWords"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"

# Mail is configured by EMAIL_URL. Without it messages go to the console and addresses are not confirmed.
MAIL_CONFIGURED = bool(env.str("EMAIL_URL", ""))
EMAIL_BACKEND = "accounts.outbox.EmailBackend" if MAIL_CONFIGURED else "django.core.mail.backends.console.EmailBackend"
_mail = server_urls.mail_server(env.str("EMAIL_URL") if MAIL_CONFIGURED else "smtp://localhost")
EMAIL_HOST = _mail["EMAIL_HOST"]
EMAIL_PORT = _mail["EMAIL_PORT"]
EMAIL_HOST_USER = _mail["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS = _mail["EMAIL_USE_TLS"]
EMAIL_USE_SSL = _mail["EMAIL_USE_SSL"]
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", f"no-reply@{_site.hostname}")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "accounts.forms.SignInForm",
    "signup": "accounts.forms.SignupForm",
    "reset_password": "accounts.forms.ResetForm",
    "add_email": "accounts.forms.AddressToConfirmForm",
}
ACCOUNT_EMAIL_VERIFICATION = "mandatory" if MAIL_CONFIGURED else "none"
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True  # in our own words, see accounts/notices.py
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[TPM Portal] "
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60

MFA_ADAPTER = "accounts.second_step.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "accounts.second_step_forms.CodeForm",
    "reauthenticate": "accounts.second_step_forms.CodeAgainForm",
    "login_webauthn": "accounts.passkey_forms.SignInForm",
    "authenticate_webauthn": "accounts.passkey_forms.StepForm",
    "reauthenticate_webauthn": "accounts.passkey_forms.AgainForm",
}
# Each press asks for what to show and then shows it: as many as there may be with a password.
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "TPM Portal"
# A clock may be half a minute off, and nobody types at once. Each code works once all the same.
MFA_TOTP_TOLERANCE = 1
# Without mail no address is confirmed; with mail nobody gets in before theirs is.
MFA_ALLOW_UNVERIFIED_EMAIL = True
# Whoever may open the desk needs more than a password.
STAFF_SECOND_FACTOR = env.bool("STAFF_SECOND_FACTOR", not DEBUG)

# --- Security -----------------------------------------------------------------------------------------------

DEFAULT_EXCEPTION_REPORTER = "tpm_portal.error_reports.Report"
DEFAULT_EXCEPTION_REPORTER_FILTER = "tpm_portal.error_reports.WithoutContent"
CSRF_FAILURE_VIEW = "tpm_portal.views.errors.csrf_failure"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
# No script reads it, see static/js/send_again.js.
CSRF_COOKIE_HTTPONLY = True
if HTTPS:
    # Browsers take a cookie of such a name from this very host only: no neighbor under the same domain can plant one.
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
KNOWN_COOKIE_NAME = "__Host-known" if HTTPS else "known"
SESSION_ENGINE = "accounts.sessions"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 60
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", 31_536_000, validate=validate.Range(min=0)) * HTTPS
# Both reach beyond this site and cannot be taken back for months: only when asked for.
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("HSTS_SUBDOMAINS", False) and HTTPS
SECURE_HSTS_PRELOAD = env.bool("HSTS_PRELOAD", False) and HTTPS
if SECURE_HSTS_PRELOAD and not (SECURE_HSTS_INCLUDE_SUBDOMAINS and SECURE_HSTS_SECONDS >= 31_536_000):
    raise ImproperlyConfigured("HSTS_PRELOAD needs HSTS_SUBDOMAINS and HSTS_SECONDS of at least 31536000.")
# W003 looks for Django's own protection of forms by its name; ours is made of it, see accounts/middleware.py.
SILENCED_SYSTEM_CHECKS = ["security.W003", "security.W005", "security.W021"]
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
BEHIND_PROXY = env.bool("BEHIND_PROXY", False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1

CONTENT_SECURITY_POLICY = {"DIRECTIVES": content_security_policy.DIRECTIVES}

# --- Language, time, files ----------------------------------------------------------------------------------

LANGUAGE_CODE = "en-us"
USE_I18N = False
TIME_ZONE = "UTC"
USE_TZ = True
# Settings of that name would be overruled by those that Django has for the language.
FORMAT_MODULE_PATH = "tpm_portal.formats"

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "var" / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ("jpg", "jpeg", "png", "gif", "webp", "zip", "gz", "br", "woff", "woff2", "map")
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

LOG_FORMAT = env.str("LOG_FORMAT", "text", validate=validate.OneOf(list(logs.FORMATS)))
LOGGING = logs.to_the_console(env.log_level("LOG_LEVEL", logging.INFO), written=LOG_FORMAT)

env.seal()
