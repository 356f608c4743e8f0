"""The addresses of other servers: what they mean, and what is refused in words."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from tpm_portal import server_urls


@pytest.mark.parametrize(
    ("url", "host", "port", "starttls", "tls"),
    [
        ("smtp+tls://user:password@host:587", "host", 587, True, False),
        ("submission://host", "host", 587, True, False),
        ("smtps://host", "host", 465, False, True),
        ("smtp+ssl://host:4650/", "host", 4650, False, True),
        ("smtp://127.0.0.1:1025", "127.0.0.1", 1025, False, False),
        ("smtp://[::1]", "::1", 25, False, False),
    ],
)
def test_an_address_of_a_mail_server_says_how_to_reach_it(url, host, port, starttls, tls):
    found = server_urls.mail_server(url)
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"]) == (host, port)
    assert (found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (starttls, tls)


def test_a_name_and_a_password_may_hold_any_character():
    found = server_urls.mail_server("smtp+tls://me%40example.org:p%2Fa%3As%25@host")
    assert (found["EMAIL_HOST_USER"], found["EMAIL_HOST_PASSWORD"]) == ("me@example.org", "p/a:s%")


@pytest.mark.parametrize(
    ("read", "url", "name"),
    [
        *[
            (server_urls.mail_server, url, "EMAIL_URL")
            for url in (
                *("host", "host:587", "smtp:host", "smtp://", "http://host", "smtp+tls://host:x", "smtp://host/path"),
                *(
                    "smtp://host?ssl=True",
                    "console://",
                    "smtp://user@example.org:pa/ss@host",
                    "smtp://[",
                    "smtp://h:99999",
                ),
            )
        ],
        *[
            (server_urls.redis_server, url, "CACHE_URL")
            for url in (
                "host:6379",
                "redis://",
                "memcached://host",
                "redis://host/x",
                "redis://host:x",
                "locmem://",
                "redis://[",
            )
        ],
        *[
            (server_urls.postgresql_server, url, "DATABASE_URL")
            for url in ("mysql://h/n", "sqlite:///x", "postgis://h/n", "host", "oracle://h")
        ],
        *[
            (server_urls.site, url, "SITE_URL")
            for url in (
                *("example.org", "ftp://example.org", "https://", "https://example.org/app", "https://example.org/?a"),
                *("https://example.org:x", "https://me:secret@example.org", "https://["),
            )
        ],
        *[
            (server_urls.contact, given, "CONTACT")
            for given in (
                *(
                    "somebody",
                    "@example.org",
                    "a@b",
                    "a b@example.org",
                    "a@b@example.org",
                    "a@example.org?bcc=b@example.org",
                ),
                *("http://example.org", "https://", "https://me:secret@example.org/", "https://example.org/a b"),
                *("javascript:alert(1)", "mailto:a@example.org?subject=x", "https://["),
            )
        ],
    ],
)
def test_what_is_no_such_address_is_refused_by_name_and_repeats_nothing(read, url, name):
    with pytest.raises(ImproperlyConfigured, match=name) as refusal:
        read(url)
    assert "secret" not in str(refusal.value)
    assert "pa/ss" not in str(refusal.value)


def test_what_fits_is_taken():
    assert server_urls.redis_server("rediss://user:pass@host:6379/0") == "rediss://user:pass@host:6379/0"
    assert server_urls.redis_server("redis://host") == "redis://host"
    assert server_urls.postgresql_server("postgresql://h/n") == "postgresql://h/n"
    assert server_urls.site("https://example.org/") == "https://example.org"
    assert server_urls.site("http://localhost:8000") == "http://localhost:8000"


@pytest.mark.parametrize(
    ("given", "contact"),
    [
        ("", ("", "")),
        (" operator@example.org ", ("operator@example.org", "mailto:operator@example.org")),
        ("o'neil+site@mail.example.org", ("o'neil+site@mail.example.org", "mailto:o'neil+site@mail.example.org")),
        ("https://example.org/contact/", ("example.org/contact", "https://example.org/contact/")),
    ],
)
def test_a_contact_is_an_address_of_mail_or_of_a_page(given, contact):
    assert server_urls.contact(given) == contact


@pytest.mark.parametrize(
    ("names", "hosts"),
    [
        ([], []),
        (["www.example.org", " TPM.example.org ", ""], ["www.example.org", "tpm.example.org"]),
        (["exämple.org", ".exämple.org"], ["xn--exmple-cua.org", ".xn--exmple-cua.org"]),
        (["10.1.2.3", "[::1]", "::1", "localhost", "*"], ["10.1.2.3", "[::1]", "[::1]", "localhost", "*"]),
    ],
)
def test_further_names_are_those_that_browsers_send(names, hosts):
    assert server_urls.host_names(names) == hosts


@pytest.mark.parametrize(
    "name", ["*.example.org", "https://b.org", "b.org c.org", "b.org:8000", "b.org/", ".", "b..org"]
)
def test_a_name_that_no_browser_sends_is_refused_in_words(name):
    with pytest.raises(ImproperlyConfigured, match="EXTRA_HOSTS must be names such as"):
        server_urls.host_names(["a.org", name])


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://exämple.org/", "https://xn--exmple-cua.org"),
        ("https://TPM.example.org:8443", "https://tpm.example.org:8443"),
        ("http://[::1]:8000", "http://[::1]:8000"),
    ],
)
def test_the_site_has_the_name_that_browsers_send(url, site):
    assert server_urls.site(url) == site


@pytest.mark.parametrize("url", ["postgres://host", "postgres://host/", "postgres://u:p@host:5432?sslmode=require"])
def test_a_database_without_a_name_is_refused(url):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        server_urls.postgresql_server(url)


def test_a_replica_without_a_name_is_refused_by_the_name_of_its_setting():
    with pytest.raises(ImproperlyConfigured, match="DATABASE_REPLICA_URLS"):
        server_urls.postgresql_server("postgres://host", "DATABASE_REPLICA_URLS")
