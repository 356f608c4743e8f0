"""Where an interview is: a text in which web addresses are links. Pure."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

# An address with its scheme, or one as it is read out: a name with dots, and what follows its slash. Nothing else
# becomes a link: what begins with another scheme could run in the page.
ADDRESS = re.compile(r"https?://[^\s<>\"]+|(?<![\w./@:-])(?:[a-z0-9-]+\.)+[a-z]{2,}/[^\s<>\"]+", re.IGNORECASE)
# Ends a sentence, not an address.
AFTER = ".,;:!?)]'"


@dataclass(frozen=True)
class Part:
    """A piece of the text. ``url`` is where it leads if it is an address, and ``host`` whose address that is."""

    text: str
    url: str = ""
    host: str = ""


def parts_of(text: str) -> list[Part]:
    """The text in pieces, of which those that are web addresses lead there."""
    found, end = [], 0
    for match in ADDRESS.finditer(text):
        address = match[0].rstrip(AFTER)
        url = address if re.match("https?://", address, re.IGNORECASE) else f"https://{address}"
        if not (host := _host(url)):
            continue
        found += [Part(text[end : match.start()]), Part(address, url, host)]
        end = match.start() + len(address)
    return [part for part in [*found, Part(text[end:])] if part.text]


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
