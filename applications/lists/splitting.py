"""Several postings that were pasted in one go, taken apart: each stays character by character as it was. Pure."""

import json
import re
from collections.abc import Iterator

# A line of dashes or equals signs, or of the dashes that word processors make of them.
BETWEEN = re.compile(r"^[ \t]*(?:-{3,}|={3,}|[\u2013\u2014]{3,})[ \t]*$", re.MULTILINE)
# Under these names job boards list their jobs.
LISTS = ("jobs", "postings", "content", "results", "data", "offers", "positions", "items")
# Under these names they give its address.
LINKS = ("absolute_url", "hostedUrl", "jobUrl", "job_url", "url", "applyUrl", "link", "postingUrl")
LINK = re.compile(r"https?://[^\s<>\"]{4,490}")
# In so many lines at the top an address that stands alone is that of the posting.
TOP = 3
SPACE = re.compile(r"\s*")


def split_postings(text: str) -> list[str]:
    """The postings of a text, in their order: parted by lines, or the jobs that a JSON document lists."""
    if (listed := _listed(text)) is not None:
        return listed
    text = text.replace("\r\n", "\n")
    return [part.strip("\n") for part in BETWEEN.split(text) if part.strip()]


def link_in(posting: str) -> str:
    """The address of a posting, if it gives one: a line of its own at the top, or what a job board says."""
    if posting.startswith(("{", "[")):
        try:
            job = json.loads(posting, strict=False)
        except (ValueError, RecursionError):
            job = None
        said = [job.get(name) for name in LINKS] if isinstance(job, dict) else []
    else:
        said = [line.strip() for line in posting.strip().splitlines()[:TOP]]
    return next((one for one in said if isinstance(one, str) and LINK.fullmatch(one)), "")


def _listed(text: str) -> list[str] | None:
    """Each job of a JSON list, as it stands there; ``None`` for what is no JSON, or lists nothing."""
    text = text.removeprefix("\ufeff")
    start = _after_space(text, 0)
    if text[start : start + 1] not in ("[", "{"):
        return None
    decoder = json.JSONDecoder(strict=False)
    try:
        document = json.loads(text, strict=False)
        at = start if isinstance(document, list) else _place_of_list(document, text, start, decoder)
        return list(_elements(text, at, decoder)) if at is not None else [text]
    except (ValueError, RecursionError):
        return None


def _place_of_list(document: object, text: str, at: int, decoder: json.JSONDecoder) -> int | None:
    """Where the list of jobs begins in a document that is one object, if it has any."""
    if not isinstance(document, dict):
        return None
    lists = [name for name in LISTS if isinstance(document.get(name), list) and document[name]]
    wanted = next((name for name in lists if all(isinstance(one, dict) for one in document[name])), None)
    if wanted is None:
        return None
    at += 1
    while True:
        at = _after_space(text, at)
        name, at = decoder.raw_decode(text, at)
        at = _after_space(text, _after_space(text, at) + 1)
        if name == wanted:
            return at
        _, at = decoder.raw_decode(text, at)
        at = _after_space(text, at) + 1


def _elements(text: str, at: int, decoder: json.JSONDecoder) -> Iterator[str]:
    """The elements of the list that begins at a place, each as it stands in the text."""
    at = _after_space(text, at + 1)
    while text[at] != "]":
        _, end = decoder.raw_decode(text, at)
        yield text[at:end]
        at = _after_space(text, end)
        if text[at] == ",":
            at = _after_space(text, at + 1)


def _after_space(text: str, at: int) -> int:
    found = SPACE.match(text, at)
    return found.end() if found else at
