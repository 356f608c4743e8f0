"""The forms of a page as a browser would send them: what it shows, with the changes it makes to values by itself."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin

# What the browser empties because it cannot show it in such a field.
SHAPES = {
    "date": re.compile(r"\d{4}-\d\d-\d\d"),
    "number": re.compile(r"-?(\d+(\.\d+)?|\.\d+)([eE][-+]?\d+)?"),
}
NOT_TYPED = {"hidden", "submit", "button", "image", "reset"}


@dataclass
class SentForm:
    """A form of a page. ``fields`` are pairs of name and value in their order, ``typed`` the names that people see."""

    action: str
    method: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)
    # Each button that sends the form, with what it adds and where it sends it: (name, value, action).
    buttons: list[tuple[str, str, str]] = field(default_factory=list)

    def filled(self):
        """The names of fields that people see in which something stands."""
        return {name for name, value in self.fields if name in self.typed and value}

    def data(self, button=("", "", ""), **changed):
        """What is sent when ``button`` is pressed, after ``changed`` was typed over what stood there."""
        found = {}
        for name, value in [*self.fields, (button[0], button[1])]:
            if name and name not in changed:
                found.setdefault(name, []).append(value)
        return found | {name: value for name, value in changed.items() if value is not None}


class _Reader(HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.path = path
        self.forms = []
        self.form = None
        self.select = None
        self.textarea = None

    def handle_starttag(self, tag, attributes):
        given = {name: value or "" for name, value in attributes}
        if tag == "form":
            self.form = SentForm(self._address(given.get("action", "")), given.get("method", "get").lower())
            self.forms.append(self.form)
        if self.form is None or "disabled" in given:
            return
        name = given.get("name", "")
        if tag == "input":
            self._input(name, given)
        elif tag == "button" and given.get("type", "submit") == "submit":
            self.form.buttons.append(
                (name, given.get("value", ""), self._address(given["formaction"]) if "formaction" in given else "")
            )
        elif tag == "textarea":
            self.textarea = (name, [])
        elif tag == "select":
            self.select = {"name": name, "multiple": "multiple" in given, "first": None, "chosen": []}
        elif tag == "option" and self.select is not None:
            value = given.get("value", "")
            if self.select["first"] is None:
                self.select["first"] = value
            if "selected" in given:
                self.select["chosen"].append(value)

    def _address(self, written):
        return urldefrag(urljoin(self.path, written)).url

    def _input(self, name, given):
        kind = given.get("type", "text")
        value = given.get("value", "")
        if kind in ("submit", "image"):
            self.form.buttons.append((name, value, self._address(given["formaction"]) if "formaction" in given else ""))
            return
        if kind in ("checkbox", "radio"):
            self.form.typed.append(name)
            if "checked" in given:
                self.form.fields.append((name, given.get("value", "on")))
            return
        if kind not in NOT_TYPED:
            self.form.typed.append(name)
            value = value.replace("\r", "").replace("\n", "")
        if kind in ("url", "email"):
            value = value.strip()
        if kind in SHAPES and not SHAPES[kind].fullmatch(value):
            value = ""
        self.form.fields.append((name, value))

    def handle_data(self, data):
        if self.textarea is not None:
            self.textarea[1].append(data)

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = None
        elif tag == "textarea" and self.textarea is not None:
            name, parts = self.textarea
            # A line break right after the tag is the markup's, not the text's.
            text = "".join(parts).replace("\r\n", "\n").replace("\r", "\n").removeprefix("\n")
            self.form.typed.append(name)
            self.form.fields.append((name, text.replace("\n", "\r\n")))
            self.textarea = None
        elif tag == "select" and self.select is not None:
            chosen = self.select["chosen"]
            if not chosen and not self.select["multiple"] and self.select["first"] is not None:
                chosen = [self.select["first"]]
            self.form.typed.append(self.select["name"])
            self.form.fields += [(self.select["name"], value) for value in chosen]
            self.select = None


def forms_of(response, path=""):
    """The forms of a page. ``path`` is its address, where a form without one is sent."""
    reader = _Reader(path)
    reader.feed(response.content.decode())
    return reader.forms
