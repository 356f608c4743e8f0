"""No text becomes markup by a script, but for answers of this site (Trusted Types), and no script asks for more.

That pages work that way is shown by every story in a browser: a text that is refused is an error in the console.
"""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
# Where a browser takes a text for markup, for a script or for the address of one.
SINKS = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|parseFromString|parseHTMLUnsafe|setHTMLUnsafe|srcdoc"
    r"|createContextualFragment|\beval\(|new Function|new (?:Shared)?Worker|serviceWorker|postMessage|__proto__"
)


def policy(response):
    return dict(part.strip().partition(" ")[::2] for part in response["Content-Security-Policy"].split(";"))


@pytest.mark.parametrize("path", ["/", "/roadmap/", "/account/login/", "/nothing/"])
def test_pages_let_no_script_make_markup(client, db, path):
    said = policy(client.get(path))
    assert (said["require-trusted-types-for"], said["trusted-types"]) == ("'script'", "default")


def test_the_desk_runs_djangos_scripts_which_do(curating):
    said = policy(curating.get("/admin/"))
    assert "trusted-types" not in said
    assert said["script-src"] == "'self'"


def test_no_script_of_ours_makes_markup():
    scripts = sorted((ROOT / "static" / "js").glob("*.js"))
    assert len(scripts) > 20
    assert [path.name for path in scripts if SINKS.search(path.read_text())] == []


def test_one_policy_is_made_and_lets_an_answer_through_once():
    makers = [path.name for path in (ROOT / "static" / "js").glob("*.js") if "createPolicy" in path.read_text()]
    assert makers == ["answers.js"]


def test_wherever_htmx_is_loaded_what_lets_its_answers_through_comes_first():
    page = (ROOT / "templates" / "includes" / "htmx.html").read_text()
    for way in page.split("{% else %}"):
        assert way.index("js/answers.js") < way.index("django_htmx/htmx-2.min.js")
    assert page.count("django_htmx/") == 2
    loading = [path for path in (ROOT / "templates").rglob("*.html") if "django_htmx/" in path.read_text()]
    assert [path.name for path in loading] == ["htmx.html"]
    assert '"allowEval": false, "allowScriptTags": false' in page
