"""What a browser would send if somebody pressed a button of a form without touching anything else."""

import re
from html.parser import HTMLParser


class Form(HTMLParser):
    """The fields of the form with an id, in their order, as pairs of name and value.

    As the HTML standard has it: a one-line box has no line breaks, a box of several lines ends each with CRLF, a number
    box that holds no number is empty, and a choice of one takes the first where none is marked.
    """

    def __init__(self, page, form_id):
        super().__init__()
        self.form_id = form_id
        self.pairs = []
        self.buttons = []
        self.inside = False
        self.found = False
        self.text = None
        self.select = None
        self.option = None
        self.feed(page)
        assert self.found, f"There is no form called {form_id}."

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            self.inside = attrs.get("id") == self.form_id
            self.found = self.found or self.inside
        elif not self.inside:
            return
        elif tag == "input":
            self._input(attrs)
        elif tag == "textarea":
            self.text = (attrs, [])
        elif tag == "select":
            self.select = (attrs, [])
        elif tag == "option":
            self.option = (attrs, [])

    def handle_data(self, data):
        for kept in (self.text, self.option):
            if kept is not None:
                kept[1].append(data)

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        elif tag == "textarea" and self.text:
            (attrs, parts), self.text = self.text, None
            value = "".join(parts).removeprefix("\n")
            self._add(attrs, re.sub(r"\r\n|\r|\n", "\r\n", value))
        elif tag == "option" and self.option:
            (attrs, parts), self.option = self.option, None
            value = attrs.get("value", "".join(parts).strip())
            self.select[1].append((value, "selected" in attrs, "disabled" in attrs))
        elif tag == "select" and self.select:
            (attrs, options), self.select = self.select, None
            chosen = [value for value, selected, disabled in options if selected and not disabled]
            if "multiple" not in attrs:
                chosen = chosen[-1:] or [value for value, _, disabled in options if not disabled][:1]
            for value in chosen:
                self._add(attrs, value)

    def _input(self, attrs):
        kind = attrs.get("type", "text").lower()
        value = attrs.get("value", "")
        if kind in ("submit", "image", "button", "reset"):
            self.buttons.append((attrs.get("name"), value))
        elif kind in ("checkbox", "radio"):
            if "checked" in attrs:
                self._add(attrs, attrs.get("value", "on"))
        elif kind == "file":
            pass
        elif kind == "hidden":
            self._add(attrs, value)
        else:
            value = re.sub(r"[\r\n]", "", value)
            if kind in ("url", "email"):
                value = value.strip()
            if kind == "number" and not re.fullmatch(r"-?\d*\.?\d+([eE][-+]?\d+)?", value):
                value = ""
            self._add(attrs, value)

    def _add(self, attrs, value):
        if attrs.get("name") and "disabled" not in attrs:
            self.pairs.append((attrs["name"], value))

    def data(self, **changes):
        """The fields as the test client wants them, with some set to other values."""
        data = {}
        for name, value in self.pairs:
            data.setdefault(name, []).append(value)
        return data | changes


def sent(response, form_id, **changes):
    """The fields of a form on a page; ``changes`` are what somebody set."""
    return Form(response.content.decode(), form_id).data(**changes)
