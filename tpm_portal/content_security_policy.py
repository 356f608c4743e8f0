"""What a page may load, and from where: from this site alone, and nothing that stands within the page."""

from csp.constants import NONE, SELF

DIRECTIVES = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    # Bootstrap draws its select arrow and check marks from data: images inside its style sheet.
    "img-src": [SELF, "data:"],
    "connect-src": [SELF],
    "manifest-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
    # No script makes markup out of a text, but for answers of this site that htmx shows: see static/js/answers.js.
    "require-trusted-types-for": ["'script'"],
    "trusted-types": ["default"],
}
# jQuery, with which Django's admin works, tries markup out while it is loaded.
AT_THE_DESK = {"require-trusted-types-for": None, "trusted-types": None}
