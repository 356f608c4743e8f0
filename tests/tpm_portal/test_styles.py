"""Style sheets by part: one for every page and one for each app, no rule without a use, and light on a first visit."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles.finders import find
from django.utils.text import slugify

from tests.addresses import every_address, make_something_of_everything
from tests.weight import files_of, first_visit

ROOT = Path(settings.BASE_DIR)
STYLES = {file.stem: file for file in (ROOT / "static" / "css").glob("*.css")}
CODE = sorted(file.parent.name for file in ROOT.glob("*/apps.py"))
APPS = set(STYLES) & set(CODE)
MOST_BYTES, MOST_REQUESTS = 60_000, 6
# The apps of others that write into pages with this style sheet.
OTHERS = {"base": ["crispy_bootstrap5"], "admin": ["admin"]}
# htmx puts it on what waits for an answer.
BY_HTMX = {"htmx-request"}


def classes_of(style):
    """The class names that the selectors of a style sheet ask for."""
    text = re.sub(r'/\*.*?\*/|url\("[^"]*"\)', "", style.read_text(), flags=re.DOTALL)
    return {name for one in re.findall(r"([^{};]*)\{", text) for name in re.findall(r"\.(-?[a-zA-Z_][\w-]*)", one)}


def in_template(text):
    """The class names of a template; a variable within a name is a ``*``."""
    plain = re.sub(r"\{\{.*?\}\}", "*", re.sub(r"\{%.*?%\}", " ", text))
    quoted = [one for tag in re.findall(r"\{%.*?%\}", text) for one in re.findall(r'"([^"]*)"', tag)]
    return {name for value in (*re.findall(r'class="([^"]*)"', plain), *quoted) for name in value.split()}


def in_python(text):
    """Words that stand alone or by two, and class names in markup. Prose uses nothing."""
    found = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.update(*(value.split() for value in re.findall(r'class="([^"]*)', node.value)))
            if len(node.value.split()) <= 2:
                found.update((*node.value.split(), slugify(node.value)))
    return found


def in_script(text):
    return {name for value in re.findall(r'"([^"\n]*)"', text) for name in re.split(r"[\s.]+", value)}


def texts(*folders, suffixes):
    return [
        file.read_text()
        for one in folders
        for file in one.rglob("*")
        if file.suffix in suffixes and "migrations" not in file.parts
    ]


def written(name):
    """Every class name that a page with this style sheet can show."""
    python = set().union(*map(in_python, texts(*(ROOT / app for app in CODE), suffixes=[".py"])))
    others = [Path(apps.get_app_config(label).path) for label in OTHERS.get(name, ())]
    templates = set().union(*map(in_template, texts(ROOT / "templates", *others, suffixes=[".html"])))
    scripts = set().union(*map(in_script, texts(ROOT / "static" / "js", suffixes=[".js"])))
    elsewhere = set().union(*(re.findall(r"[\w-]+", text) for text in texts(*others, suffixes=(".html", ".py", ".js"))))
    varied = {one.replace("*", word) for one in templates if re.fullmatch(r"[\w-]+\*", one) for word in python}
    return python | templates | scripts | elsewhere | varied | BY_HTMX


def test_the_words_of_a_notice_and_a_link_among_them_are_one_piece():
    """A notice lays its pieces beside each other: without a ``span`` around them a sentence falls apart at its link."""
    notices = re.compile(r'<p class="notice[^"]*"[^>]*>(.*?)</p>', re.DOTALL)
    found = [body for text in texts(ROOT / "templates", suffixes=[".html"]) for body in notices.findall(text)]
    loose = [re.sub(r"<(span|form)\b.*</\1>", "", body, flags=re.DOTALL) for body in found if "<a " in body]
    assert len(loose) > 5
    assert [body for body in loose if "<a " in body and re.sub(r"<a .*?</a>|\{%.*?%\}", "", body).strip()] == []


@pytest.mark.parametrize("name", sorted(STYLES))
def test_every_rule_has_a_use(name):
    asked_for = classes_of(STYLES[name])
    assert asked_for != set()
    assert asked_for - written(name) == set()


def test_the_dark_scheme_is_other_colors_and_nothing_else():
    """What a page shows and where it stands is looked at in the light one only (``tests/browser/test_pages.py``)."""
    asking = re.compile(r"prefers-color-scheme|prefers-contrast|light-dark")
    dark = re.compile(r"@media \(prefers-color-scheme: dark\) \{\s*([^{}]*)\{([^{}]*)\}\s*\}")
    [[selector, said]] = dark.findall(STYLES["base"].read_text())
    assert selector.strip() == ':root:not([data-theme="light"])'
    assert re.sub(r'--[\w-]+: (#[0-9a-f]{6}|url\("[^"]*"\));|color-scheme: dark;', "", said).split() == []
    # No other style, no script, and no picture or style sheet of a template asks for the scheme.
    others = [
        dark.sub("", style.read_text()) for style in (*STYLES.values(), Path(find("bootstrap/css/bootstrap.min.css")))
    ]
    others += texts(ROOT / "static" / "js", ROOT / "templates", suffixes=[".js", ".html"])
    # A mail is no page of the site, and has no style sheet but its own.
    others.remove((ROOT / "templates" / "mail" / "letter.html").read_text())
    assert [text for text in others if asking.search(text)] == []


@pytest.mark.parametrize("signed_in", [True, False])
def test_a_page_asks_for_the_styles_of_the_apps_it_is_made_of_and_of_no_other(client, learner, seeded, signed_in):
    if signed_in:
        client.force_login(learner)
    shown, wrong = set(), []
    for address in every_address(make_something_of_everything(learner)):
        if address.startswith("/admin/"):
            continue
        response = client.get(address)
        if response.streaming or response.status_code != 200:
            continue
        if "<html" in (body := response.content.decode(errors="replace")):
            asked_for = {name[4:-4] for name in files_of(body) if name.startswith("css/")}
            parts = {one.name.split("/")[0] for one in response.templates if one.name} & APPS
            shown |= parts
            if asked_for != {"base", *parts}:
                wrong.append((address, asked_for, parts))
    assert wrong == []
    # A visitor may begin in every room.
    assert shown == APPS


def test_first_visit_is_light_on_every_page(client, learner, seeded):
    pages, own = [], set()
    for address in every_address(make_something_of_everything(learner)):
        answer = client.get(address)
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            pages.append((address, *first_visit(client, address)))
            # A form of one's own is no page that somebody comes to first.
            own |= {address} if "no-store" in answer.headers.get("Cache-Control", "") else set()
    assert len(pages) >= 30
    # Who helps at a mock interview comes by a link, for an hour: the page keeps what they write and follows the run.
    most = {address: MOST_REQUESTS + (address in own) for address, *_ in pages}
    assert [page for page in pages if page[1] >= MOST_BYTES or page[2] > most[page[0]]] == []
