"""What a first visit to the salaries moves: the page and every file it asks for, as they are served."""

import gzip
import re

import brotli
import pytest
from django.contrib.staticfiles import finders

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seeded")]

MOST = 80_000
EVERYTHING = "role=any&place=any&industry=any&year=any&kind=any&currency=any"
FILE = re.compile(r'(?:href|src)="/static/([^"]+)"')
# What a style sheet or a module asks for in its turn.
FURTHER = re.compile(rb"""url\(["']?(?!data:|["']?data:)|^\s*import\b""", re.M)


def served(name):
    """The bytes of a static file as WhiteNoise serves them: by brotli, unless that does not make it smaller."""
    with open(finders.find(name), "rb") as file:
        content = file.read()
    if name.endswith((".css", ".js")):
        assert FURTHER.search(content) is None, f"{name} asks for more"
    return min(len(content), len(brotli.compress(content)))


def weight(client, address):
    response = client.get(address, headers={"accept-encoding": "gzip"})
    assert (response.status_code, response["Content-Encoding"]) == (200, "gzip")
    names = set(FILE.findall(gzip.decompress(response.content).decode()))
    assert len(names) >= 3
    return len(response.content) + sum(map(served, names))


def test_first_visit_moves_less_than_80_kb(client):
    assert weight(client, "/salaries/") < MOST


@pytest.mark.parametrize("yearly", ["", "&yearly=1"])
def test_heaviest_view_moves_less_than_80_kb(client, yearly):
    pages = client.get(f"/salaries/?{EVERYTHING}").context["page"].paginator.page_range
    weights = [weight(client, f"/salaries/?{EVERYTHING}&page={page}{yearly}") for page in pages]
    assert len(weights) == 7
    assert max(weights) < MOST
