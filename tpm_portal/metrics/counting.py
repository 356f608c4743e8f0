"""What each worker counts of the requests that it answers. Only loaded if somebody asks for figures."""

import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from prometheus_client import Counter, Histogram

from tpm_portal.metrics import DATABASE_ERROR, READY_MADE, ROUTE

METHODS = ("GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE")
# In seconds. A ready-made page takes one millisecond, and no query runs longer than fifteen seconds.
BUCKETS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0)

REQUESTS = Counter("tpm_requests", "Requests by the name of their address.", ("route", "method", "status"))
SECONDS = Histogram("tpm_request_seconds", "How long an answer was made, without its way.", ("route",), buckets=BUCKETS)
DATABASE_ERRORS = Counter("tpm_database_errors", "Pages that the database kept from being made.", ("kind",))
READY = Counter("tpm_ready_made", "Public pages sent as they were made before, and those made and kept.", ("result",))


def count_requests(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Around all that makes a page."""

    def middleware(request: HttpRequest) -> HttpResponse:
        start = time.perf_counter()
        response = get_response(request)
        route = route_of(request)
        method = request.method if request.method in METHODS else "other"
        REQUESTS.labels(route, method, f"{response.status_code // 100}xx").inc()
        SECONDS.labels(route).observe(time.perf_counter() - start)
        if kind := request.META.get(DATABASE_ERROR):
            DATABASE_ERRORS.labels(kind).inc()
        if result := request.META.get(READY_MADE):
            READY.labels(result).inc()
        return response

    return middleware


def route_of(request: HttpRequest) -> str:
    """The name of the address, ``none`` if there is no such; what stands in the address is never a part of it."""
    if kept := request.META.get(ROUTE):
        return str(kept)
    match = request.resolver_match
    return (match.view_name or match._func_path) if match else "none"
