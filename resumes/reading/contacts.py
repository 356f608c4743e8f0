"""Who somebody is and how to reach them, from the first lines of a resume. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from resumes.reading.headings import is_title
from resumes.reading.pieces import STRONG, is_place, is_titled, outside_brackets, place_at_end
from resumes.reading.proposal import Line
from resumes.reading.spans import spans_in
from resumes.writing.content import Contact, Place, Profile

EMAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
# Seven to fifteen digits (ITU-T E.164) with what people set between them.
PHONE = re.compile(
    r"(?<![\w/.-])\+?\(?[0-9](?:[ ().\u2011/-]{0,3}[0-9]){6,14}(?:\s?(?:x|ext\.?)\s?[0-9]{1,6})?(?![\w/])"
)
LINK = re.compile(
    r"(?<![@\w.])(?:https?://[^\s|,;<>]+|www\.[^\s|,;<>]+|(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|me|co|info|de|fr|uk|eu|ca"
    r"|in|us|app|ai|tech)(?:/[^\s|,;<>]*)?)(?![\w@])",
    re.IGNORECASE,
)
NETWORKS = {"linkedin.com": "LinkedIn", "github.com": "GitHub", "gitlab.com": "GitLab", "x.com": "X"}
NETWORKS |= {"twitter.com": "Twitter", "xing.com": "XING", "stackoverflow.com": "Stack Overflow"}
LABEL = re.compile(
    r"(?:^|(?<=[\s|·•,;]))(?:e-?mail|phone|tel(?:ephone)?|mobile|cell|mob|address|location|linkedin|github|website|web|"
    r"portfolio|home|url|name)\s*\.?:\s*",
    re.IGNORECASE,
)
ICONS = re.compile("[\u2000-\u200f\u2190-\u2bff\ue000-\uf8ff\U0001f000-\U0001faff]+")
STREET = re.compile(r"[0-9]{1,6}\w? [^\W\d_].*|[^\W\d_].*,.*\b[0-9]{4,6}\b.*")
LONGEST_HEADLINE = 130
LONGEST_NAME = 60
LONGEST_ADDRESS = 100


@dataclass(frozen=True)
class Found:
    """``rest`` are the lines in which nothing of all this stands."""

    contact: Contact
    headline: str
    lines: tuple[Line, ...]
    rest: tuple[Line, ...]


def contact_in(lines: Sequence[Line]) -> Found:
    """The contact in the lines before the first heading and in a section of its own. Nothing is guessed from others."""
    reader = _Contact()
    for line in lines:
        reader.read(line)
    return reader.found()


class _Contact:
    def __init__(self) -> None:
        self.name = self.email = self.phone = self.url = self.headline = self.address = ""
        self.place = Place()
        self.profiles: list[Profile] = []
        self.lines: list[Line] = []
        self.rest: list[Line] = []

    def read(self, line: Line) -> None:
        text = ICONS.sub(" ", line.text).strip()
        if not text or is_title(text):
            if text:
                self.lines.append(line)
            return
        text, reached = self._reach(text)
        used = [self._placed(part) for part in outside_brackets(text, STRONG)]
        (self.lines if reached or any(used) else self.rest).append(line)

    def found(self) -> Found:
        place = self.place if self.place.city or not self.address else Place(address=self.address)
        contact = Contact(self.name, self.email, self.phone, self.url, place, tuple(self.profiles))
        return Found(contact, self.headline, tuple(self.lines), tuple(self.rest))

    def _reach(self, text: str) -> tuple[str, bool]:
        """Takes address, phone and links out of a line."""
        before = text
        for pattern, take in ((EMAIL, self._email), (LINK, self._link), (PHONE, self._phone)):
            for found in list(pattern.finditer(text)):
                if take(found[0]):
                    text = text.replace(found[0], "\t", 1)
        if text == before:
            return text, False
        return re.sub(r"\s*\t[\s,|·•;]*", "\t", LABEL.sub("\t", text)).strip(" \t,|·•;:-()"), True

    def _email(self, text: str) -> bool:
        self.email = self.email or text
        return self.email == text

    def _phone(self, text: str) -> bool:
        digits = re.sub(r"\D", "", text)
        if len(digits) < 7 or any(span.is_range for span in spans_in(text)):
            return False
        self.phone = self.phone or text.strip()
        return self.phone == text.strip()

    def _link(self, text: str) -> bool:
        url = text.rstrip(".)")
        host, _, path = re.sub(r"^https?://", "", url).removeprefix("www.").partition("/")
        network = NETWORKS.get(".".join(host.split(".")[-2:]).lower(), "")
        whole = url if "://" in url else f"https://{url}"
        if network:
            self.profiles.append(Profile(network, path.strip("/").split("/")[-1], whole))
        elif self.url:
            self.profiles.append(Profile(url=whole))
        else:
            self.url = whole
        return True

    def _placed(self, part: str) -> bool:
        part = LABEL.sub("", part).strip(" ,;")
        if not part:
            return False
        if not self.name and _is_name(part):
            self.name = part
        elif is_place(_without_code(part)[0]):
            self._take_place(part)
        elif STREET.fullmatch(part) and not self._dated(part) and len(part) < LONGEST_NAME and not self.address:
            rest, end = place_at_end(part)
            self.address = rest if end else part
            if end:
                self._take_place(end)
        elif self.address and not self.place.city and re.search(r"[0-9]", part) and len(part) < LONGEST_ADDRESS:
            self.address = f"{self.address}, {part}"
        elif self.name and not self.headline and len(part) <= LONGEST_HEADLINE and not _is_sentence(part):
            self.headline = part
        elif self.headline and is_titled(part) and len(self.headline) + len(part) < LONGEST_HEADLINE:
            self.headline = f"{self.headline} | {part}"
        else:
            return False
        return True

    @staticmethod
    def _dated(part: str) -> bool:
        return any(span.is_range for span in spans_in(part))

    def _take_place(self, text: str) -> None:
        if self.place.city or self.place.region:
            return
        bare, code = _without_code(text)
        city, region, *country = [part.strip() for part in bare.split(",")] if "," in bare else ["", bare]
        code_of_country = country[0] if country and re.fullmatch("[A-Z]{2}", country[0]) else ""
        region = region if code_of_country else ", ".join([region, *country])
        self.place = Place(self.address, code, city, region, code_of_country)


def _without_code(text: str) -> tuple[str, str]:
    """A place without its postal code, and that."""
    found = re.search(r",?\s+([0-9]{5}(?:-[0-9]{4})?)(?=$|,)", text)
    return (text[: found.start()] + text[found.end() :], found[1]) if found else (text, "")


def _is_name(text: str) -> bool:
    """Two to five words of letters, each with a capital where its script has them."""
    bare = re.sub(r",.*|\(.*?\)", "", text).strip()
    words = bare.split()
    if not 1 < len(words) <= 5 or len(bare) > LONGEST_NAME or re.search(r"[0-9@:/|]", bare) or is_place(text):
        return False
    small = [
        word for word in words if word[0].islower() and word not in ("de", "da", "la", "van", "von", "der", "bin", "al")
    ]
    return not small and not is_titled(bare) and all(word[0].isalpha() for word in words)


def _is_sentence(text: str) -> bool:
    return text.endswith(".") or len(text.split()) > 16
