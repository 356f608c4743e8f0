"""What was pasted, whatever it is: its text by docs/postings.md section 1, and what its data says. Pure."""

import re

from applications.reading.json_text import as_json, text_of_json
from applications.reading.markup import Page, clean, decoded, read_page
from applications.reading.shapes import Layout, Source

ELEMENTS = (
    "a|article|aside|b|blockquote|body|br|button|center|dd|div|dl|dt|em|font|footer|form|h[1-6]|head|header|hr|"
    "html|i|img|"
    "label|li|link|main|meta|nav|ol|p|pre|script|section|small|span|strong|style|table|tbody|td|th|title|tr|u|ul"
)
# Text that begins as a page does, or that ends an element somewhere.
BEGINS = re.compile(rf"\s*+<(?:!doctype\b|!--|\?xml\b|(?:{ELEMENTS})[\s/>])", re.IGNORECASE)
ENDS = re.compile(rf"</(?:{ELEMENTS})\s*+>|<br\s*+/?>", re.IGNORECASE)
# What stands behind the heading of a page in its title; no second sign, for which of three is whose nobody says.
BEHIND = re.compile(
    r"\s(?:[-\u2013—|·:]|at|bei|chez)\s(?P<name>[^-\u2013—|·:]{2,50}?)(?:\s(?:careers?|jobs?))?\s*", re.IGNORECASE
)
ESCAPED = re.compile(rf"&lt;/(?:{ELEMENTS})\s*+&gt;", re.IGNORECASE)


def source(raw: str) -> Source:
    """The text of what was pasted: plain, a page or a piece of one, or a job board's JSON. Any string will do."""
    raw = clean(raw)
    document = as_json(raw)
    # What reads their data has many patterns, and what is pasted mostly is plain text.
    if document is not None:
        from applications.reading.boards import read_board

        text, layout = text_of_json(document)
        return Source("json", text, read_board(document), layout=layout)
    page = as_page(raw)
    if page is not None:
        from applications.reading.job_posting import read_job_posting

        return Source(
            "html",
            page.text,
            read_job_posting(page),
            page.heads,
            page.site or _site_in(page),
            Layout(page.cells, items=frozenset(page.items)),
        )
    return Source("text", raw)


def _site_in(page: Page) -> str:
    """Whose page it is, out of "Scrum Master - Larkmoor Mills": what its title says behind the heading; "" for none."""
    for head in page.heads:
        if head and page.title.startswith(head) and (behind := BEHIND.fullmatch(page.title, len(head))):
            name = behind["name"]
            # Of one word it may be that of a site for jobs.
            return name if " " in name or name in page.text else ""
    return ""


def as_page(raw: str) -> Page | None:
    """The page, where it is one or a piece of one; ``None`` for plain text."""
    if BEGINS.match(raw) or ENDS.search(raw):
        return read_page(raw)
    if ESCAPED.search(raw):
        return read_page(decoded(raw))
    return None
