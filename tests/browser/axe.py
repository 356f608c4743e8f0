"""axe-core, that a page is looked at in half the time: most of it goes into reading the same few colors ever anew."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# Compiled for old browsers, axe-core keeps the parts of each color in weak maps: tens of thousands of entries for one
# look, which are slow to make and slower to throw away. Here the objects themselves carry what would stand there.
_WITHOUT_WEAK_MAPS = """((WeakMap, WeakSet) => {
%s
})(class {
  #key = Symbol();
  set(object, value) { object[this.#key] = value; return this; }
  get(object) { return object[this.#key]; }
  has(object) { return this.#key in object; }
}, class {
  #key = Symbol();
  add(object) { object[this.#key] = true; return this; }
  has(object) { return this.#key in object; }
});
"""
# The style of every element behind every text is read as a color: a page has thousands, and twenty differ.
_READING_EACH_COLOR_ONCE = """(() => {
  const known = new Map();
  const { prototype } = axe.commons.color.Color;
  const read = prototype.parseString;
  prototype.parseString = function (text) {
    if (!known.has(text)) {
      read.call(this, text);
      known.set(text, [this.r, this.g, this.b, this.alpha]);
    }
    [this.r, this.g, this.b, this.alpha] = known.get(text);
    return this;
  };
})();
"""
AS_SHIPPED = Axe().axe_script
FASTER = _WITHOUT_WEAK_MAPS % AS_SHIPPED + _READING_EACH_COLOR_ONCE
# All rules, and those whose answer the colors alone can change.
EVERYTHING: dict[str, object] = {"resultTypes": ["violations"]}
COLORS: dict[str, object] = EVERYTHING | {"runOnly": ["cat.color"]}


def violations(page: Page, options: dict[str, object] = EVERYTHING) -> list[str]:
    """What axe-core finds on a page, as readable lines."""
    if not page.evaluate("'axe' in window"):  # it is large, and a page is looked at in several settings
        page.evaluate(FASTER)
    found = page.evaluate("options => axe.run(document, options).then(({ violations }) => violations)", options)
    return [f"{page.url}: {v['id']}: {v['nodes'][0]['html'][:150]} ({len(v['nodes'])})" for v in found]
