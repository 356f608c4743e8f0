"""Figures for Prometheus: what each worker counts, and what is told on a port of its own if ``METRICS_PORT`` is set.

No label ever says who: routes are names of addresses in our own code, and all else is one of a few words.
"""

# Where pages leave word for the counting, in ``request.META``.
ROUTE, READY_MADE, DATABASE_ERROR = "tpm.route", "tpm.ready_made", "tpm.database_error"
