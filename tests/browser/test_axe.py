"""axe-core, made faster, finds what it finds as it is shipped."""

import pytest

from tests.browser import axe

# Colors as style sheets write them, some of them too pale on white, by day and by night.
COLORS = ["#888", "#767676", "rgb(119 119 119)", "rgb(0 0 0 / 40%)", "hsl(0.5turn 100% 50%)", "oklch(70% 0.1 200)"]
PAGE = """<!doctype html><html><head><title>A page</title><style>
  @media (prefers-color-scheme: dark) { body { background: #222 } }
  p { background: rgb(255 255 255 / 60%) } .over { position: absolute; top: 0; background: #ccd }
</style></head><body><main><h1>Colors</h1>
  <div class="over">Over <b style="opacity: 0.5">another</b></div><input><img src="data:,"><a href="#"></a>
  PARAGRAPHS</main></body></html>"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_found_is_the_same(browser, scheme):
    paragraphs = "".join(f'<p style="color: {color}">In <a href="/">{color}</a></p>' for color in COLORS * 3)
    found = []
    for script in (axe.AS_SHIPPED, axe.FASTER):
        with browser.new_context(color_scheme=scheme) as context:
            page = context.new_page()
            page.set_content(PAGE.replace("PARAGRAPHS", paragraphs))
            page.evaluate(script)
            result = page.evaluate("axe.run(document)")
            found.append({kind: result[kind] for kind in ("violations", "incomplete", "passes", "inapplicable")})
    shipped, faster = found
    assert faster == shipped
    pale = {rule["id"]: len(rule["nodes"]) for rule in faster["violations"]}
    assert {"color-contrast", "image-alt", "label", "link-name"} <= set(pale)
    assert pale["color-contrast"] >= 6


GRAY = '<p style="color: #999">Gray</p>'
ON_BLACK = f'<div style="background: #222">{GRAY}</div>'


def test_a_look_is_measured_once_and_what_is_pale_is_found_each_time(browser):
    known = set()
    with browser.new_context() as context:
        page = context.new_page()

        def pale(body):
            page.set_content(f'<html lang="en"><title>A page</title><main><h1>Gray</h1>{body}</main></html>')
            return [line.rpartition("color-contrast: ")[2] for line in axe.violations(page, known)]

        assert pale(ON_BLACK) == []
        looks = set(known)
        assert len(looks) == 2
        # The same color on white, beside it and alone, and again where it was found before.
        for body in (GRAY + ON_BLACK, ON_BLACK + GRAY, GRAY, GRAY):
            assert pale(body) == [f"{GRAY} (1)"]
        assert pale(ON_BLACK * 2) == []
        assert known == looks
