"""A resume as a JSON Resume document and back, with nothing lost on the way. Pure.

What comes out is valid for both packages of the schema, ``@jsonresume/schema`` 1.3 and ``resume-schema`` 1.0, which do
not agree: unknown keys of the document stand under ``meta``, for the second refuses them at the top; the date of a
certificate is a full day and an address whole, or they stand beside their place as typed (``dateText``, ``urlText``).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from resumes.writing.content import HEADINGS, Bullet, Contact, Content, Entry, Kind, Place, Profile, Section
from resumes.writing.json_shapes import listed, mapping, mappings, texts
from resumes.writing.words import link_of

# The key of what this site keeps for itself, in ``meta`` and in entries.
OWN = "tpmPortal"
# Of each kind: its key in a document, and the keys of an entry with the fields they fill.
PLACES: dict[Kind, tuple[str, dict[str, str]]] = {
    Kind.EXPERIENCE: ("work", {
        "name": "organization", "position": "title", "location": "place", "startDate": "starts", "endDate": "ends",
        "url": "url", "summary": "text", "highlights": "bullets",
    }),
    Kind.VOLUNTEERING: ("volunteer", {
        "organization": "organization", "position": "title", "startDate": "starts", "endDate": "ends", "url": "url",
        "summary": "text", "highlights": "bullets",
    }),
    Kind.EDUCATION: ("education", {
        "institution": "organization", "area": "title", "studyType": "level", "startDate": "starts", "endDate": "ends",
        "url": "url", "score": "score", "courses": "words",
    }),
    Kind.AWARDS: ("awards", {"title": "title", "date": "ends", "awarder": "organization", "summary": "text"}),
    Kind.CREDENTIALS: ("certificates", {"name": "title", "date": "ends", "issuer": "organization", "url": "url"}),
    Kind.PUBLICATIONS: ("publications", {
        "name": "title", "publisher": "organization", "releaseDate": "ends", "url": "url", "summary": "text",
    }),
    Kind.SKILLS: ("skills", {"name": "title", "level": "level", "keywords": "words"}),
    Kind.LANGUAGES: ("languages", {"language": "title", "fluency": "level"}),
    Kind.INTERESTS: ("interests", {"name": "title", "keywords": "words"}),
    Kind.REFERENCES: ("references", {"name": "title", "reference": "text"}),
    Kind.PROJECTS: ("projects", {
        "name": "title", "entity": "organization", "type": "sort", "roles": "roles", "startDate": "starts",
        "endDate": "ends", "url": "url", "description": "text", "highlights": "bullets", "keywords": "words",
    }),
}  # fmt: skip
# What the same was called before version 1 of the schema.
ONCE = {"company": "name", "website": "url"}
BASICS = {"name": "name", "email": "email", "phone": "phone", "url": "url"}
LOCATION = {
    "address": "address", "postalCode": "postal_code", "city": "city", "region": "region",
    "countryCode": "country_code",
}  # fmt: skip
PROFILE = {"network": "network", "username": "username", "url": "url"}
LISTS = ("bullets", "words", "roles")
FIELDS = ("title", "organization", "place", "starts", "ends", "text", "url", "level", "score", "sort", *LISTS)


def from_json(document: Mapping[str, Any]) -> Content:
    """The resume that a document says. Raises ``JsonResumeError``, which names the place."""
    mapping(document, "")
    basics = mapping(document.get("basics"), "basics")
    meta = dict(mapping(document.get("meta"), "meta"))
    own = mapping(meta.pop(OWN, None), f"meta.{OWN}")
    meta |= mapping(own.get("meta"), f"meta.{OWN}.meta")
    known = {"basics", "meta", *(key for key, _ in PLACES.values())}
    extra = {key: value for key, value in document.items() if key not in known}
    extra |= mapping(own.get("extra"), f"meta.{OWN}.extra")
    if meta:
        extra["meta"] = meta
    entries = {
        kind: [_entry(kind, item, f"{key}[{number}]") for number, item in enumerate(_items(document, kind, key))]
        for kind, (key, _) in PLACES.items()
    }
    summary, headline = texts(basics, {"summary": "summary", "label": "label"}, "basics").values()
    return Content(
        contact=_contact(basics),
        headline=headline,
        sections=_sections(entries, summary, own),
        language=texts(own, {"language": "language"}, f"meta.{OWN}")["language"] or "en",
        extra=extra,
    )


def to_json(content: Content) -> dict[str, Any]:
    """The document of a resume, valid for both packages. Keys of rows (``key``) are not in it."""
    entries: dict[Kind, list[Entry]] = {kind: [] for kind in PLACES}
    summary = ""
    for section in content.sections:
        if section.kind is Kind.SUMMARY:
            summary = summary or section.text
        else:
            entries[section.kind] += section.entries
    extra = dict(content.extra)
    meta = dict(extra.pop("meta", {}))
    out: dict[str, Any] = {}
    if isinstance(schema := extra.get("$schema"), str) and _is_address(schema):
        out["$schema"] = extra.pop("$schema")
    own: dict[str, Any] = {
        # What the schema would refuse of the things it knows.
        "meta": {key: meta.pop(key) for key in [*meta] if not _fits_meta(key, meta[key])},
        "extra": extra,
        "language": "" if content.language == "en" else content.language,
        "sections": _order(content.sections, entries, summary),
    }
    if own := {key: value for key, value in own.items() if value}:
        meta[OWN] = own
    basics = _basics(content, summary)
    if basics:
        out["basics"] = basics
    out |= {PLACES[kind][0]: [_item(entry) for entry in found] for kind, found in entries.items() if found}
    if meta:
        out["meta"] = meta
    return out


def _items(document: Mapping[str, Any], kind: Kind, key: str) -> list[Mapping[str, Any]]:
    items = document.get(key)
    if kind in (Kind.SKILLS, Kind.LANGUAGES, Kind.INTERESTS) and isinstance(items, list):
        # Many write their names alone.
        name = next(iter(PLACES[kind][1]))
        items = [{name: item} if isinstance(item, str) else item for item in items]
    return mappings(items, key)


def _entry(kind: Kind, item: Mapping[str, Any], path: str) -> Entry:
    names = PLACES[kind][1]
    item = {(ONCE[key] if ONCE.get(key) in names and ONCE[key] not in item else key): item[key] for key in item}
    own = mapping(item.get(OWN), f"{path}.{OWN}")
    said: dict[str, Any] = _typed(item, {key: field for key, field in names.items() if field not in LISTS}, path)
    for key, field in names.items():
        if field in LISTS:
            said[field] = tuple(listed(item.get(key), f"{path}.{key}"))
    for field in FIELDS:
        if field in own:
            said[field] = tuple(listed(own[field], f"{path}.{OWN}.{field}")) if field in LISTS else str(own[field])
    bullets = tuple(Bullet(text) for text in said.pop("bullets", ()))
    return Entry(kind, **said, bullets=bullets, extra=_rest(item, [*names, OWN]))


def _item(entry: Entry) -> dict[str, Any]:
    names = PLACES[entry.kind][1]
    values: dict[str, Any] = {field: getattr(entry, field) for field in FIELDS}
    values |= {field: list(values[field]) for field in LISTS}
    values["bullets"] = [bullet.text for bullet in entry.bullets]
    out: dict[str, Any] = {}
    for key, field in names.items():
        if field not in LISTS:
            out |= _placed(key, values[field], full=entry.kind is Kind.CREDENTIALS)
        elif values[field]:
            out[key] = values[field]
    own = {field: value for field, value in values.items() if value and field not in names.values()}
    return {**out, **({OWN: own} if own else {}), **entry.extra}


def _contact(basics: Mapping[str, Any]) -> Contact:
    location = mapping(basics.get("location"), "basics.location")
    profiles = mappings(basics.get("profiles"), "basics.profiles")
    return Contact(
        **_typed(basics, BASICS, "basics"),
        place=Place(**texts(location, LOCATION, "basics.location"), extra=_rest(location, [*LOCATION])),
        profiles=tuple(
            Profile(**_typed(item, PROFILE, f"basics.profiles[{number}]"), extra=_rest(item, [*PROFILE]))
            for number, item in enumerate(profiles)
        ),
        extra=_rest(basics, [*BASICS, "label", "summary", "location", "profiles"]),
    )


def _basics(content: Content, summary: str) -> dict[str, Any]:
    contact = content.contact
    location = {key: value for key, field in LOCATION.items() if (value := getattr(contact.place, field))}
    profiles = [{**_all_placed(profile, PROFILE), **profile.extra} for profile in contact.profiles]
    out: dict[str, Any] = {
        **_all_placed(contact, BASICS),
        "label": content.headline,
        "summary": summary,
        "location": {**location, **contact.place.extra},
        "profiles": profiles,
    }
    return {**{key: value for key, value in out.items() if value}, **contact.extra}


def _sections(entries: Mapping[Kind, list[Entry]], summary: str, own: Mapping[str, Any]) -> tuple[Section, ...]:
    """The sections in the order and under the headings that were kept, as far as they still fit what is there."""
    left = {kind: list(found) for kind, found in entries.items()}
    sections: list[Section] = []
    for number, kept in enumerate(mappings(own.get("sections"), f"meta.{OWN}.sections")):
        said = texts(kept, {"kind": "kind", "heading": "heading", "text": "text"}, f"meta.{OWN}.sections[{number}]")
        kind, count = said["kind"], kept.get("count")
        if kind == Kind.SUMMARY and summary:
            sections.append(Section(Kind.SUMMARY, said["heading"], summary))
            summary = ""
        elif kind in left and isinstance(count, int):
            taken, left[Kind(kind)] = left[Kind(kind)][:count], left[Kind(kind)][count:]
            if taken or said["text"]:
                sections.append(Section(Kind(kind), said["heading"], said["text"], tuple(taken)))
    for number, section in enumerate(sections):
        # What somebody added elsewhere goes to the last section of its kind.
        if not any(later.kind is section.kind for later in sections[number + 1 :]) and left.get(section.kind):
            sections[number] = replace(section, entries=(*section.entries, *left.pop(section.kind)))
    if summary:
        sections.insert(0, Section(Kind.SUMMARY, HEADINGS[Kind.SUMMARY], summary))
    return (*sections, *(Section(kind, HEADINGS[kind], "", tuple(left[kind])) for kind in Kind if left.get(kind)))


def _order(sections: tuple[Section, ...], entries: Mapping[Kind, list[Entry]], summary: str) -> list[dict[str, Any]]:
    """The order and the headings of the sections, where they are not the usual ones."""
    if sections == _sections(entries, summary, {}):
        return []
    kept = []
    for section in sections:
        text = "" if section.kind is Kind.SUMMARY else section.text
        one = {"kind": section.kind.value, "heading": section.heading, "count": len(section.entries)}
        kept.append({**one, "text": text} if text else one)
    return kept


def _rest(item: Mapping[str, Any], names: list[str]) -> dict[str, Any]:
    known = {*names, *(f"{name}Text" for name in names if _judge(name))}
    return {key: value for key, value in item.items() if key not in known}


def _typed(item: Mapping[str, Any], names: Mapping[str, str], path: str) -> dict[str, str]:
    """The texts under some keys, by field, as they were typed."""
    said = texts(item, names, path)
    for key, field in names.items():
        beside = item.get(f"{key}Text")
        if _judge(key) and isinstance(beside, str) and said[field] in ("", link_of(beside)):
            said[field] = beside
    return said


def _all_placed(what: Contact | Profile, names: Mapping[str, str]) -> dict[str, str]:
    return {key: value for name, field in names.items() for key, value in _placed(name, getattr(what, field)).items()}


def _placed(key: str, value: str, *, full: bool = False) -> dict[str, str]:
    """A text at its place, or beside it if the schema would refuse it there. ``full``: a date must be a day."""
    judge = _is_day if full and key == "date" else _judge(key)
    if not value or judge is None or judge(value):
        return {key: value} if value else {}
    whole = link_of(value) if key == "url" else ""
    return {**({key: whole} if whole and _is_address(whole) else {}), f"{key}Text": value}


def _judge(key: str) -> Callable[[str], bool] | None:
    """What says whether the schema takes a text under a key, where it does not take every one."""
    if key.lower().endswith("date"):
        return _is_date
    return {"url": _is_address, "email": _is_email}.get(key)


def _is_date(text: str) -> bool:
    return bool(re.fullmatch(r"[12][0-9]{3}(-[01][0-9](-[0-3][0-9])?)?", text))


def _is_day(text: str) -> bool:
    try:
        return len(text) == 10 and date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_address(text: str) -> bool:
    # Characters beyond ASCII make it an IRI, which the schema's format does not take.
    return bool(
        re.fullmatch(
            r"[A-Za-z][A-Za-z0-9+.-]*:(//)?[A-Za-z0-9](%[0-9A-Fa-f]{2}|[A-Za-z0-9._~:/?#@!$&'()*+,;=-])*", text
        )
    )


def _is_email(text: str) -> bool:
    return bool(re.fullmatch(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", text))


def _fits_meta(key: str, value: object) -> bool:
    if key == "canonical":
        return isinstance(value, str) and _is_address(value)
    return key not in ("version", "lastModified") or isinstance(value, str)
