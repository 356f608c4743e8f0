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
# What makes a text readable or not: how it is written, and on what. Two texts alike in all of this, and in what is
# under each element around them, are one look. A look that was found well is not measured again, on any page.
_EACH_LOOK_ONCE = """(() => {
  const WRITTEN = ["color", "font-size", "font-weight", "text-shadow", "-webkit-text-stroke-width"];
  const UNDER = ["background-color", "background-image", "opacity", "position", "filter", "mix-blend-mode"];
  let known, found, around;
  const read = (element, names) => {
    const style = getComputedStyle(element);
    return names.map((name) => style.getPropertyValue(name)).join("|");
  };
  const under = (element) => {
    if (element === null) return "";
    if (!around.has(element)) around.set(element, `${read(element, UNDER)} on ${under(element.parentElement)}`);
    return around.get(element);
  };
  const short = (text) => {
    let [one, other] = [0xdeadbeef, 0x41c6ce57];
    for (let place = 0; place < text.length; place += 1) {
      one = Math.imul(one ^ text.charCodeAt(place), 2654435761);
      other = Math.imul(other ^ text.charCodeAt(place), 1597334677);
    }
    return `${(one >>> 0).toString(36)}.${(other >>> 0).toString(36)}`;
  };
  const look = (element) => short(`${read(element, WRITTEN)} on ${under(element)}`);
  const rule = axe._audit.rules.find(({ id }) => id === "color-contrast");
  const check = axe._audit.checks["color-contrast"];
  const { matches } = rule;
  const { evaluate } = check;
  rule.matches = function (element, ...rest) {
    return !known.has(look(element)) && matches.call(this, element, ...rest);
  };
  check.evaluate = function (element, ...rest) {
    const seen = look(element);
    if (found.has(seen)) return true;
    const answer = evaluate.call(this, element, ...rest);
    if (answer === true) found.add(seen);
    return answer;
  };
  window.lookAt = async (names) => {
    // What is on its way to another color has none of its own yet.
    const ending = document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime < Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
    [known, found, around] = [new Set(names), new Set(), new Map()];
    const { violations } = await axe.run(document, { resultTypes: ["violations"] });
    return [violations, [...found]];
  };
})();
"""
# Asked for by its name, so that a page that is only opened does not take it in.
_WHEN_ASKED = f"window.takeAxe = () => {{\n{FASTER}{_EACH_LOOK_ONCE}}};"


def offer(page: Page) -> None:
    """Let all pages that are opened from now on have axe-core at hand, that it is not sent to each of them."""
    page.add_init_script(_WHEN_ASKED)


def violations(page: Page, known: set[str] | None = None) -> list[str]:
    """What axe-core finds on a page, as readable lines.

    ``known`` are the looks of texts that were found well before; those of this page are added.
    """
    known = set() if known is None else known
    # After a press the next page may be there by its address only.
    page.wait_for_load_state()
    scripted = page.evaluate("() => matchMedia('(scripting: enabled)').matches")
    assert scripted, "axe-core waits for timers, which never come on a page without JavaScript."
    # It is large, and a page is looked at in several settings.
    if not page.evaluate("() => { if (!('axe' in window)) window.takeAxe?.(); return 'axe' in window; }"):
        page.evaluate(FASTER + _EACH_LOOK_ONCE)
    found, looks = page.evaluate("names => lookAt(names)", sorted(known))
    known.update(looks)
    return [f"{page.url}: {v['id']}: {v['nodes'][0]['html'][:150]} ({len(v['nodes'])})" for v in found]
