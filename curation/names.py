"""The order of names that people know, the same on every server. Pure.

Accents, case and punctuation make no difference, and numbers count: 9, 10, ångström, apple, Éclair, Zebra. A database
sorts by its own locale or by bytes (Zebra before apple, Éclair after z), and collations of ICU, which know better, are
not there on every server, the embedded one among them. So names are brought into a form of which the plain order of
characters is right. ``curation.name_order`` does the same in SQL.
"""

import re
import unicodedata

# After decomposition: the accents.
MARKS = r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
# Punctuation, symbols, pictures and what cannot be seen. Letters that are left alone here sort behind all others.
NO_LETTERS = (
    r"[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7"
    r"\u02b0-\u02ff\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u2e00-\u2e7f\u3000-\u303f\ufe00-\ufe0f\ufe30-\ufe6f\ufeff"
    r"\U0001f000-\U0001faff]+"
)
# Letters that are two for this purpose. They have no decomposition.
DOUBLE = {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
# The small letter of each capital beyond a to z, and the plain one of those with a stroke.
SMALL = {
    **{
        big: big.lower()
        for big in map(chr, range(0x80, 0x590))
        if len(big.lower()) == 1 and big.lower() != big and unicodedata.normalize("NFKD", big) == big
    },
    **dict.fromkeys("øØ", "o"),
    **dict.fromkeys("đĐðÐ", "d"),
    **dict.fromkeys("łŁ", "l"),
    **dict.fromkeys("ħĦ", "h"),
    **dict.fromkeys("ŧŦ", "t"),
    **{"\u0131": "i", "\u03c2": "\u03c3"},
}
# Numbers are as long as this, with zeros in front.
DIGITS = 12


def name_key(name: str) -> str:
    """What to sort names by."""
    key = re.sub(MARKS, "", unicodedata.normalize("NFKD", name))
    key = "".join(SMALL.get(letter, letter.lower() if letter.isascii() else letter) for letter in key)
    for one, two in DOUBLE.items():
        key = key.replace(one, two)
    key = re.sub(r"([0-9]+)", "0" * DIGITS + r"\1", key)
    key = re.sub(rf"[0-9]*([0-9]{{{DIGITS}}})", r"\1", key)
    return re.sub(NO_LETTERS, " ", key).strip(" ")
