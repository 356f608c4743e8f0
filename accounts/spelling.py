"""One spelling of what people type the same and computers do not: addresses and passwords."""

import re
import unicodedata

import idna

# Unicode's default ignorable characters: nothing is drawn for them.
UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# The joiners mean something inside some labels of Arabic and Indic domains; IDNA says where.
JOINERS = "\u200c\u200d"
DOTS = re.compile("[\u3002\uff0e\uff61]")
LONGEST_ADDRESS = 320
LONGEST_PASSWORD = 1000


def one_address(typed: str) -> str:
    """The spelling in which addresses are kept and compared: in small letters, the domain as the mail servers know it.

    What cannot be seen is left out. Whether it is an address at all is for a validator to say.
    """
    if len(typed) > LONGEST_ADDRESS:
        return typed
    local, at, domain = DOTS.sub(".", unicodedata.normalize("NFKC", typed)).strip().rpartition("@")
    if not at:
        return UNSEEN.sub("", domain).strip().lower()
    labels = UNSEEN.sub(lambda match: match[0] if match[0] in JOINERS else "", domain).strip().split(".")
    return f"{UNSEEN.sub('', local).strip().lower()}@{'.'.join(_one_label(label) for label in labels)}"


def _one_label(label: str) -> str:
    """As IDNA 2008 with the mapping of UTS 46 has it, which browsers send; what it forbids is at least one spelling."""
    for candidate in (label, UNSEEN.sub("", label)):
        try:
            return idna.encode(candidate, uts46=True).decode()
        except UnicodeError:
            pass
    plain = unicodedata.normalize("NFKC", UNSEEN.sub("", label)).lower()
    return plain if plain.isascii() else f"xn--{plain.encode('punycode').decode()}"


def as_written(address: str) -> str:
    """An address that is kept in its one spelling, as its owner writes it: ``xn--exmple-cua.org`` is exämple.org.

    Only if that leads back to the same address; nobody should meet one that cannot be typed.
    """
    local, _, domain = address.rpartition("@")
    if "xn--" not in domain:
        return address
    try:
        shown = f"{local}@{idna.decode(domain)}"
    except UnicodeError:
        return address
    return shown if one_address(shown) == address else address


def one_password(typed: str) -> str:
    """The spelling that is hashed, so that every keyboard gives the same (NIST SP 800-63B, 3.1.1.2)."""
    return unicodedata.normalize("NFKC", typed) if len(typed) <= LONGEST_PASSWORD else typed


def spellings(typed: str) -> list[str]:
    """That one first, then those which a hash may be of that was made before there was one spelling."""
    if len(typed) > LONGEST_PASSWORD or typed.isascii():
        return [typed]
    others = [unicodedata.normalize("NFC", typed), unicodedata.normalize("NFD", typed)]
    return list(dict.fromkeys([one_password(typed), typed, *others]))
