"""What a script that got in would try: markup out of a text, and the cookies."""

import pytest

from tests.browser.test_stories import sign_in
from tests.factories.accounts import make_user

TRY = """(text) => {
  const found = [];
  for (const [name, act] of Object.entries({
    innerHTML: () => { document.querySelector("#status").innerHTML = text; },
    parser: () => new DOMParser().parseFromString(text, "text/html"),
    script: () => { document.createElement("script").src = text; },
    policy: () => trustedTypes.createPolicy("mine", { createHTML: (one) => one }),
    evaluation: () => eval(text),
  })) {
    try { act(); found.push(name); } catch (error) { /* as it should be */ }
  }
  return found;
}"""


@pytest.mark.parametrize("address", ["/roadmap/", "/privacy/"])
def test_no_text_becomes_markup_and_no_cookie_is_told(open_page, address):
    make_user("learner@example.org")
    page = open_page(errors_expected=True)
    sign_in(page)
    page.goto(address)
    assert page.evaluate(TRY, "<img src=x>") == []
    assert page.evaluate("document.cookie") == ""
    assert {one["name"] for one in page.context.cookies()} >= {"sessionid", "csrftoken"}
    # htmx comes once somebody reaches for a form, and with it what lets answers of the site through: nothing else.
    if address == "/roadmap/":
        page.get_by_role("main").get_by_role("button", name="Start").first.focus()
        page.wait_for_function("() => trustedTypes.defaultPolicy !== null")
        assert page.evaluate(TRY, "<img src=x>") == []
