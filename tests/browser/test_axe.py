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


def test_what_colors_alone_can_change_is_found_without_the_rest(browser):
    with browser.new_context() as context:
        page = context.new_page()
        page.set_content(PAGE.replace("PARAGRAPHS", '<p style="color: #888">Pale</p>'))
        rules = [[line.split(": ")[1] for line in axe.violations(page, ask)] for ask in (axe.COLORS, axe.EVERYTHING)]
    assert rules[0] == ["color-contrast"]
    assert set(rules[1]) > set(rules[0])
