"""A page as somebody reads it: its text line by line, with what stands in its fields, at a moment that never passes."""

import lzma
import re
import uuid
from contextlib import contextmanager
from datetime import UTC, datetime
from html.parser import HTMLParser
from itertools import count
from pathlib import Path
from unittest import mock

from django.db import transaction

from tests.forms import forms_of

# When the old pages were read. Whoever reads them again reads them at the same moment.
READ_AT = datetime(2026, 11, 29, 18, 0, tzinfo=UTC)
# The name of a press at the address that it had then, if it has another one now.
OLD_WINDOW = ", in a window of that day"

INLINE = {
    *("a", "abbr", "b", "bdi", "br", "button", "cite", "code", "em", "i", "img", "ins", "del", "mark", "q", "small"),
    *("span", "strong", "sub", "sup", "time", "u", "wbr", "input", "select", "option", "textarea", "label", "form"),
}
# Read by nobody, or the same on every page.
LEFT_OUT = {"head", "script", "style", "svg", "template", "datalist"}
WITHOUT_END = {"br", "img", "input", "wbr", "hr", "meta", "link", "source", "col", "area"}


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.parts = []
        self.out_of = []
        self.inside = False
        self.option = None
        self.chosen = []
        self.first = None

    def handle_starttag(self, tag, attributes):
        given = {name: value or "" for name, value in attributes}
        if tag == "title":
            self.out_of.clear()
        if self.out_of or tag in LEFT_OUT:
            if tag not in WITHOUT_END:
                self.out_of.append(tag)
            return
        if tag == "main":
            self.inside = True
        if tag not in INLINE:
            self.parts.append("\n")
        if tag == "input":
            self._input(given)
        elif tag == "br":
            self.parts.append("\n")
        elif tag == "textarea":
            self.parts.append(" [")
        elif tag == "select":
            self.chosen, self.first = [], None
        elif tag == "option":
            self.option = ("selected" in given, [])

    def _input(self, given):
        kind = given.get("type", "text")
        if kind in ("checkbox", "radio"):
            self.parts.append(" [x] " if "checked" in given else " [ ] ")
        elif kind in ("submit", "button"):
            self.parts.append(f" {given.get('value', '')} ")
        elif kind not in ("hidden", "password"):
            self.parts.append(f" [{given.get('value', '')}] ")

    def handle_endtag(self, tag):
        if self.out_of:
            if tag in self.out_of:
                while self.out_of.pop() != tag:
                    pass
            return
        if tag == "option" and self.option is not None:
            chosen, text = self.option[0], " ".join("".join(self.option[1]).split())
            self.first = text if self.first is None else self.first
            self.chosen += [text] if chosen else []
            self.option = None
        elif tag == "select":
            self.parts.append(f" [{', '.join(self.chosen) or self.first or ''}] ")
        elif tag == "textarea":
            self.parts.append("] ")
        elif tag == "main":
            self.inside = False
        if tag not in INLINE:
            self.parts.append("\n")

    def handle_data(self, data):
        if not self.inside or self.out_of:
            return
        if self.option is not None:
            self.option[1].append(data)
        else:
            self.parts.append(data)


def text_of(content):
    """What somebody reads in the main part of a page, in lines without any space that is not seen."""
    reader = _Reader()
    reader.feed(content)
    # A line break in the markup is a space; one that is seen came in as a part of its own.
    lines = "".join(part if part == "\n" else re.sub(r"\s+", " ", part) for part in reader.parts).split("\n")
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


@contextmanager
def at(moment):
    """Let it be ``moment`` whenever somebody asks, and let the names of new rows come in order."""
    names = (uuid.UUID(int=number) for number in count(1))
    with (
        mock.patch("django.utils.timezone.now", return_value=moment),
        mock.patch("uuid.uuid4", side_effect=names),
    ):
        yield


def opened(client, path):
    """Open a page and go where it leads."""
    with at(READ_AT):
        return client.get(path, follow=True)


def presses_on(response, page):
    """Every undo and every restore that a page offers, by name: the address and what is sent."""
    if response.status_code != 200:
        return {}
    return {f"{act} {number} on {page}": one for number, (act, *one) in enumerate(offered_by(response, page), start=1)}


def offered_by(response, page):
    """The forms and buttons of a page that undo or restore: which of both, the address and what is sent there."""
    found = []
    for form in forms_of(response, page):
        for button in form.buttons or [("", "", "")]:
            address = button[2] or form.action
            act = next((act for act in ("undo", "restore") if act in address.split("/")), None)
            if act and form.method == "post":
                found.append((act, address, form.data(button)))
    return found


def pressed(client, address, data, then):
    """Send a form, and give the text of the page that it leads to and of the pages ``then``. Nothing of it stays."""
    with transaction.atomic():
        with at(READ_AT):
            response = client.post(address, data, follow=True)
        text = "\n".join([seen(response), *(f"--- {path}\n{seen(opened(client, path))}" for path in then)])
        transaction.set_rollback(True)
    return text


def seen(response):
    """The text of a page, after its status if that is not 200."""
    status = "" if response.status_code == 200 else f"({response.status_code})\n"
    return f"{status}{text_of(response.content.decode())}"


def unpacked(name):
    """The text of one of the files beside this one."""
    return lzma.decompress(Path(__file__).with_name(name).read_bytes()).decode()


def written(sections):
    """Pages by name as one text."""
    return "".join(f"=== {name}\n{text}\n" for name, text in sections.items())


def parted(text):
    """The pages by name of what ``written`` made."""
    found = re.split(r"^=== (.*)\n", text, flags=re.MULTILINE)[1:]
    return {name: body.removesuffix("\n") for name, body in zip(found[::2], found[1::2], strict=True)}
