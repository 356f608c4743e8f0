"""A learner's Markdown as safe HTML."""

from functools import lru_cache

import nh3
from django.utils.html import linebreaks
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

# Raw HTML is off and images are left out: a note must not make the browser ask another site for anything.
_MARKDOWN = MarkdownIt("js-default", {"html": False, "linkify": False, "breaks": True}).disable("image")
# To look for the end of each of many brackets takes time that grows with their square: a second for 20,000.
_WITHOUT_LINKS = MarkdownIt("js-default", {"html": False, "linkify": False, "breaks": True}).disable(["image", "link"])
MOST_BRACKETS = 2000
# Lines of a few letters each are what costs most: a note of full length with more has ten letters a line.
MOST_LINES = 2000
_TAGS = {
    *("p", "br", "hr", "em", "strong", "s", "code", "pre", "blockquote"),
    *("ul", "ol", "li", "a", "h3", "h4", "h5", "h6"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


# The costliest note takes a tenth of a second, which its page need not pay each time it is opened.
@lru_cache(maxsize=64)
def render_note(text: str) -> SafeString:
    """Markdown to HTML that is safe to show: no scripts, no images, links that pass on nothing.

    The note stands under an ``h3`` of its page, so its own headings begin there. One of more than ``MOST_LINES`` is
    shown as it was typed.
    """
    if text.count("\n") > MOST_LINES:
        return mark_safe(linebreaks(text, autoescape=True))  # noqa: S308 (it has just escaped it)
    html = (_MARKDOWN if text.count("[") <= MOST_BRACKETS else _WITHOUT_LINKS).render(text)
    for level in (2, 1):
        html = html.replace(f"<h{level}>", f"<h{level + 2}>").replace(f"</h{level}>", f"</h{level + 2}>")
    clean = nh3.clean(html, tags=_TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto"})
    return mark_safe(clean)  # noqa: S308 (nh3 has just reduced it to a list of harmless tags)
