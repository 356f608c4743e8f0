"""What a visit moves: a page and every file it asks for, as they are served to a browser that has none of them."""

import gzip
import re
from functools import cache

import brotli
from django.contrib.staticfiles import finders

FILE = re.compile(r'(?:href|src)="/static/([^"]+)"')
# What a style sheet or a module asks for in its turn.
FURTHER = re.compile(rb"""url\(["']?(?!data:|["']?data:)|^\s*import\b""", re.M)


def files_of(body):
    """The names of the static files that a page asks for."""
    return set(FILE.findall(body))


@cache
def served(name):
    """The bytes of a static file as WhiteNoise serves them: by brotli, unless that does not make it smaller."""
    with open(finders.find(name), "rb") as file:
        content = file.read()
    if name.endswith((".css", ".js")):
        assert FURTHER.search(content) is None, f"{name} asks for more"
    return min(len(content), len(brotli.compress(content)))


def first_visit(client, address):
    """How many bytes and how many requests."""
    response = client.get(address, headers={"accept-encoding": "gzip"})
    assert (response.status_code, response["Content-Encoding"]) == (200, "gzip")
    names = files_of(gzip.decompress(response.content).decode())
    assert len(names) >= 2
    return len(response.content) + sum(map(served, names)), 1 + len(names)
