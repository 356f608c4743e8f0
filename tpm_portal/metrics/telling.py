"""The port on which Prometheus reads what all workers counted, and what the database says at that moment."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import Error, connections
from django.db.models import Count, Min
from django.utils import timezone

from accounts.models import OutgoingMail
from tpm_portal import last_runs

# Where the workers count, each in a file of its own. prometheus_client reads it when it is first imported.
DIRECTORY = "PROMETHEUS_MULTIPROC_DIR"
COMMANDS = {"daily": last_runs.DAILY, "send_reminders": last_runs.REMINDERS, "backup": last_runs.BACKUP}


class TheDatabase:
    """What only the database knows, asked anew each time, on a connection that is closed at once."""

    def collect(self) -> Iterator[Any]:
        from prometheus_client.core import GaugeMetricFamily

        try:
            waiting, last = _asked()
        except Error:
            yield GaugeMetricFamily("tpm_database_up", "Whether the database answers.", value=0)
            return
        finally:
            connections.close_all()
        yield GaugeMetricFamily("tpm_database_up", "Whether the database answers.", value=1)
        yield GaugeMetricFamily("tpm_mail_waiting", "Mails to be sent.", value=waiting["count"])
        since = waiting["since"]
        age = max(0.0, (timezone.now() - since).total_seconds()) if since else 0.0
        yield GaugeMetricFamily("tpm_mail_oldest_seconds", "For how long the oldest of them has waited.", value=age)
        done = GaugeMetricFamily(
            "tpm_last_success_timestamp_seconds",
            "When it was last done to its end; missing if never.",
            labels=["command"],
        )
        for command, at in last.items():
            done.add_metric([command], at.timestamp())
        yield done


def _asked() -> tuple[dict[str, Any], dict[str, datetime]]:
    waiting = OutgoingMail.objects.aggregate(count=Count("pk"), since=Min("made_at"))
    last = {command: last_runs.last_at(name) for command, name in COMMANDS.items()}
    return waiting, {command: at for command, at in last.items() if at is not None}


@contextmanager
def told(host: str, port: int) -> Iterator[None]:
    """Tell whoever asks at ``host`` and ``port``, of the workers that are started within. Raises ``OSError``."""
    with tempfile.TemporaryDirectory(prefix="tpm-metrics-") as directory:
        os.environ[DIRECTORY] = directory
        from prometheus_client import CollectorRegistry, start_wsgi_server
        from prometheus_client.multiprocess import MultiProcessCollector

        registry = CollectorRegistry()
        MultiProcessCollector(registry, path=directory)  # type: ignore[no-untyped-call]
        registry.register(TheDatabase())
        server, thread = start_wsgi_server(port, host, registry)
        try:
            yield
        finally:
            server.shutdown()
            server.server_close()
            thread.join()
            del os.environ[DIRECTORY]
