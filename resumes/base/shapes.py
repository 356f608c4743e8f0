"""The shapes in which resumes are kept as JSON: what a save said, and what documents of elsewhere brought. Pure."""

from dataclasses import fields

from keeping.shapes import NUMBER, TEXT, YES_OR_NO, Shape, list_of, or_none, with_keys
from resumes.writing.content import Bullet, Contact, Content, Entry, Kind, Look, Paper, Place, Profile, Section

# What a document of elsewhere said beyond all that is known here.
EXTRA: Shape = {"type": "object"}
KIND: Shape = {"enum": [kind.value for kind in Kind]}


def _kept(of: type, /, *needed: str, **otherwise: Shape) -> Shape:
    """A dataclass of ``writing.content`` as it is kept: texts, but for what is said otherwise."""
    shapes = {one.name: otherwise.get(one.name, TEXT) for one in fields(of)}
    return with_keys(*needed, may_have_more=False, **shapes)


PLACE = _kept(Place, extra=EXTRA)
PROFILES = list_of(_kept(Profile, extra=EXTRA))
BULLETS = list_of(_kept(Bullet, "text"))
ENTRY = _kept(Entry, "kind", kind=KIND, words=list_of(TEXT), roles=list_of(TEXT), bullets=BULLETS, extra=EXTRA)
SECTION = _kept(Section, "kind", "heading", kind=KIND, entries=list_of(ENTRY))
CONTENT = _kept(
    Content, contact=_kept(Contact, place=PLACE, profiles=PROFILES, extra=EXTRA), sections=list_of(SECTION), extra=EXTRA
)

LINE = with_keys(
    *("key", "shown", "rank", "wording", "beneath"),
    may_have_more=True,
    key=TEXT,
    shown=or_none(YES_OR_NO),
    rank=or_none(NUMBER | {"minimum": 0, "maximum": 2**31 - 1}),
    wording=or_none(TEXT),
    beneath=or_none(TEXT),
)
# A resume's own document: of what a save brings back, and more, which it does not.
DOCUMENT = with_keys(
    *("look", "paper", "lines"),
    may_have_more=True,
    look={"enum": [look.value for look in Look]},
    paper={"enum": ["", *(paper.value for paper in Paper)]},
    lines=list_of(LINE),
)

# An entry, or how somebody can be reached, or of a whole document what it said beside its parts.
SAID = with_keys(
    may_have_more=True,
    **{
        one.name: TEXT
        for kind in (Entry, Contact)
        for one in fields(kind)
        if one.name not in ("place", "profiles", "words", "roles", "bullets", "extra")
    },
    words=list_of(TEXT),
    roles=list_of(TEXT),
    place={"anyOf": [TEXT, with_keys(may_have_more=True, extra=EXTRA)]},
    profiles=list_of(with_keys("network", "username", may_have_more=True, network=TEXT, username=TEXT, extra=EXTRA)),
    extra=EXTRA,
)
