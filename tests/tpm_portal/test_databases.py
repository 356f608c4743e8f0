"""The databases of the settings."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from tpm_portal.databases import databases

EMBEDDED = Path("/srv/tpm/postgres")


def test_without_an_address_the_embedded_server_is_the_only_one():
    found = databases("", embedded=EMBEDDED, pooled=False, replicas=[])
    assert list(found) == ["default"]
    assert found["default"] == {
        **{"ENGINE": "tpm_portal.embedded_postgres", "NAME": "tpm_portal", "USER": "postgres"},
        **{"EMBEDDED_DIRECTORY": "/srv/tpm/postgres", "HOST": "/srv/tpm/postgres/run"},
        **{"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True, "DISABLE_SERVER_SIDE_CURSORS": False},
        "OPTIONS": {"connect_timeout": 5},
    }


def test_replicas_have_the_settings_of_every_connection_and_wait_less():
    urls = ["postgres://reader:p%40ss@one.example.org:5433/tpm", "postgres://two.example.org/tpm?connect_timeout=9"]
    found = databases("postgres://tpm@primary.example.org/tpm", embedded=EMBEDDED, pooled=True, replicas=urls)
    assert [(one["HOST"], one["ENGINE"]) for one in found.values()] == [
        ("primary.example.org", "tpm_portal.quiet_postgres"),
        ("one.example.org", "tpm_portal.replicas"),
        ("two.example.org", "tpm_portal.replicas"),
    ]
    assert list(found) == ["default", "replica_1", "replica_2"]
    assert [one["CONN_HEALTH_CHECKS"] for one in found.values()] == [True, False, False]
    assert {one["DISABLE_SERVER_SIDE_CURSORS"] for one in found.values()} == {True}
    assert {one["CONN_MAX_AGE"] for one in found.values()} == {600}
    assert [str(one["OPTIONS"]["connect_timeout"]) for one in found.values()] == ["5", "2", "9"]
    one = found["replica_1"]
    assert (one["USER"], one["PASSWORD"], one["PORT"]) == ("reader", "p@ss", 5433)


def test_what_is_no_address_is_refused_by_the_name_of_its_setting():
    with pytest.raises(ImproperlyConfigured, match="DATABASE_REPLICA_URLS"):
        databases("postgres://host/tpm", embedded=EMBEDDED, pooled=False, replicas=["postgres://host"])
    with pytest.raises(ImproperlyConfigured, match='"DATABASE_URL"'):
        databases("postgres://host", embedded=EMBEDDED, pooled=False, replicas=[])
