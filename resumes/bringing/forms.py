"""What a file says, line by line, as a form: nothing is kept that is not ticked."""

import json
from dataclasses import asdict
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.http import QueryDict

from accounts.fields import PlainSelect, PlainTextField
from evidence.catalog.partial_dates import ends_before, is_partial
from keeping.tokens import fresh_token
from resumes.base.annexes import is_email
from resumes.base.models import BULLET_LENGTH, TEXT_LENGTH
from resumes.base.partial import PartialDateField
from resumes.reading.json_documents import MOST_BYTES, document_in
from resumes.writing.content import HEADINGS, Contact, Content, Entry, Kind, Place, Profile

# Of one file: far more than a resume holds.
MOST_ENTRIES = 300
MOST_BULLETS = 600
KINDS = [(kind.value, heading) for kind, heading in HEADINGS.items() if kind is not Kind.SUMMARY]
CONTACT = ("name", "email", "phone", "url")
ADDRESS = ("address", "postal_code", "city", "region", "country_code")
TEXTS = ("title", "organization", "place", "starts", "ends", "text", "url", "level", "score", "sort")
LIMITS = {"name": 160, "phone": 60}
# All that a file may say of one thing, such as a picture in it.
SAID_LENGTH = MOST_BYTES
JOBS = (Kind.EXPERIENCE, Kind.VOLUNTEERING)
# As a position holds.
MOST_OF_A_JOB = 160


class FileForm(forms.Form):
    file = forms.FileField(
        label="Your file",
        help_text="A PDF or Word resume, a JSON Resume file, or the archive that LinkedIn gives you of your data.",
        error_messages={"required": "Choose a file.", "empty": "This file is empty.", "missing": "Choose a file."},
    )


def _line(limit: int, **more: Any) -> forms.CharField:
    said = {"max_length": "Keep it to %(limit_value)d characters; yours has %(show_value)d. It is not saved yet."}
    field = forms.CharField(required=False, error_messages=said, **more)
    # Judged by us, with a reason: a browser would cut what is pasted.
    field.validators.append(MaxLengthValidator(limit, said["max_length"]))
    field.widget.attrs["dir"] = "auto"
    return field


class ContactLine(forms.Form):
    """Whom the file is about. ``said`` has all of it, as it was read."""

    keep = forms.BooleanField(required=False, label="Save this as my contact details")
    name = _line(160, label="Name")
    email = forms.EmailField(required=False, max_length=254, label="Email address")
    phone = _line(60, label="Phone")
    city = _line(120, label="City")
    region = _line(120, label="State or region")
    said = forms.CharField(required=False, max_length=SAID_LENGTH, widget=forms.HiddenInput)


class EntryLine(forms.Form):
    token = forms.UUIDField(widget=forms.HiddenInput)
    keep = forms.BooleanField(required=False, label="Keep")
    kind = forms.ChoiceField(choices=KINDS, label="Section", widget=PlainSelect(attrs={"class": "form-select"}))
    title = _line(300, label="Title or name")
    organization = _line(300, label="Employer, school or issuer")
    place = _line(160, label="Place")
    starts = PartialDateField(required=False, label="From", help_text="")
    ends = PartialDateField(required=False, label="Until, or when", help_text="")
    text = PlainTextField(
        required=False, max_length=TEXT_LENGTH, label="In a sentence", widget=forms.Textarea(attrs={"rows": 2})
    )
    said = forms.CharField(required=False, max_length=SAID_LENGTH, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        if cleaned.get("keep"):
            if not (cleaned.get("title") or cleaned.get("organization") or cleaned.get("text")):
                self.add_error("title", "Say what it is, or clear its check mark.")
            starts, ends = cleaned.get("starts"), cleaned.get("ends")
            if ends_before(starts, ends):
                self.add_error("ends", "It ends before it begins.")
            if cleaned.get("kind") in JOBS:
                for name in ("title", "organization"):
                    if len(cleaned.get(name, "")) > MOST_OF_A_JOB:
                        self.add_error(name, f"Keep it to {MOST_OF_A_JOB} characters for a job.")
        return cleaned


class BulletLine(forms.Form):
    token = forms.UUIDField(widget=forms.HiddenInput)
    keep = forms.BooleanField(
        required=False, label="Keep", widget=forms.CheckboxInput(attrs={"class": "form-check-input"})
    )
    of = forms.IntegerField(min_value=0, max_value=MOST_ENTRIES, widget=forms.HiddenInput)
    text = PlainTextField(
        required=False, label="Bullet", widget=forms.Textarea(attrs={"rows": 2, "dir": "auto", "class": "form-control"})
    )

    def clean(self) -> dict[str, Any]:
        text = self.cleaned_data.get("text", "")
        if self.cleaned_data.get("keep"):
            if not text.strip():
                self.add_error("text", "Write the bullet, or clear its check mark.")
            elif len(text) > BULLET_LENGTH:
                self.add_error("text", f"Keep it to {BULLET_LENGTH} characters; yours has {len(text)}.")
        return self.cleaned_data


class TopLine(forms.Form):
    """The rest of a resume: what it is called here, its headline and summary."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    make = forms.BooleanField(required=False, label="Start a resume from it", initial=True)
    name = _line(120, label="What do you want to call that resume?")
    headline = _line(300, label="Headline")
    summary = PlainTextField(
        required=False, max_length=TEXT_LENGTH, label="Summary", widget=forms.Textarea(attrs={"rows": 3})
    )
    apart = forms.BooleanField(
        required=False,
        initial=True,
        label="Leave it out of my other resumes",
        help_text="Otherwise each of them shows what is new, too.",
    )
    said = forms.CharField(required=False, max_length=SAID_LENGTH, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("make") and not self.cleaned_data.get("name"):
            self.add_error("name", "Give it a name by which you know it again.")
        return self.cleaned_data


Entries: Any = forms.formset_factory(EntryLine, extra=0, max_num=MOST_ENTRIES, validate_max=True)
Bullets: Any = forms.formset_factory(BulletLine, extra=0, max_num=MOST_BULLETS, validate_max=True)


class ProposalForm:
    """All that a file says, to be ticked and corrected. ``known`` has what the learner recorded already."""

    def __init__(self, data: QueryDict | None = None, initial: dict[str, Any] | None = None) -> None:
        said = initial or {}
        self.contact = ContactLine(data, initial=said.get("contact"), prefix="contact")
        self.top = TopLine(data, initial=said.get("top"), prefix="top")
        self.entries = Entries(data, initial=said.get("entries"), prefix="entries")
        self.bullets = Bullets(data, initial=said.get("bullets"), prefix="bullets")

    def is_valid(self) -> bool:
        # All of them, so that each says what is wrong with it.
        return [one.is_valid() for one in (self.contact, self.top, self.entries, self.bullets)] == [True] * 4

    @property
    def lines(self) -> list[tuple[Any, list[Any]]]:
        """Each entry with its bullets."""
        of: dict[int, list[Any]] = {}
        for bullet in self.bullets:
            of.setdefault(_number(bullet["of"].value()), []).append(bullet)
        return [(entry, of.get(number, [])) for number, entry in enumerate(self.entries)]

    @property
    def errors(self) -> list[str]:
        """What is wrong, each in a sentence."""
        found = [*self.entries.non_form_errors(), *self.bullets.non_form_errors()]
        for form in (self.contact, self.top, *self.entries, *self.bullets):
            found += [f"{form.fields[name].label or name}: {error}" for name, errors in form.errors.items()
                      for error in errors]  # fmt: skip
        return list(dict.fromkeys(found))


def _number(value: Any) -> int:
    return int(value) if str(value).isascii() and str(value).isdigit() else -1


def initial_of(content: Content, *, name: str, here: frozenset[tuple[str, ...]], has_contact: bool) -> dict[str, Any]:
    """What stands in the form at first. What is ``here`` already (see ``alike``) is there without a tick."""
    entries = [entry for section in content.sections for entry in section.entries][:MOST_ENTRIES]
    summary = next((section.text for section in content.sections if section.kind is Kind.SUMMARY), "")
    return {
        "contact": {
            "keep": not has_contact and bool(content.contact.name),
            **{field: getattr(content.contact, field)[: LIMITS[field]] for field in ("name", "phone")},
            "email": content.contact.email if is_email(content.contact.email) else "",
            "city": content.contact.place.city,
            "region": content.contact.place.region,
            "said": _written(asdict(content.contact)),
        },
        "top": {
            "token": fresh_token(),
            "make": True,
            "apart": True,
            "name": name[:120],
            "headline": content.headline[:300],
            "summary": summary[:TEXT_LENGTH],
            "said": _written({"extra": content.extra, "order": [section.kind for section in content.sections]}),
        },
        "entries": [
            {
                "token": fresh_token(),
                "keep": alike(entry) not in here,
                **{name: getattr(entry, name) for name in ("kind", "title", "organization", "place")},
                **{name: getattr(entry, name) for name in ("starts", "ends") if is_partial(getattr(entry, name))},
                "text": entry.text,
                "said": _written(asdict(entry)),
            }
            for entry in entries
        ],
        "bullets": [
            {"token": fresh_token(), "keep": alike_bullet(bullet.text) not in here, "of": number, "text": bullet.text}
            for number, entry in enumerate(entries)
            for bullet in entry.bullets
        ][:MOST_BULLETS],
    }


def _written(said: Any) -> str:
    # As short as it can be, because it goes to the browser and back.
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def beyond(content: Content) -> str:
    """What of a file is more than the form holds, in a sentence; empty if nothing is."""
    entries = [entry for section in content.sections for entry in section.entries]
    bullets = sum(len(entry.bullets) for entry in entries[:MOST_ENTRIES])
    said = []
    if len(entries) > MOST_ENTRIES:
        said.append(f"the first {MOST_ENTRIES} of {len(entries):,} entries")
    if bullets > MOST_BULLETS:
        said.append(f"the first {MOST_BULLETS} of {bullets:,} bullets")
    return f"This file is longer than any resume. Below are {' and '.join(said)}." if said else ""


def alike(entry: Entry) -> tuple[str, ...]:
    """What two entries have in common that are the same thing."""
    return (str(entry.kind), _folded(entry.title), _folded(entry.organization), entry.starts[:4], entry.ends[:4])


def alike_bullet(text: str) -> tuple[str, ...]:
    return ("bullet", _folded(text))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def entry_of(said: str) -> Entry:
    """An entry as it was read, from its hidden field. Raises ``ValueError`` if that was tampered with."""
    try:
        found = document_in(said.encode())
        fields: dict[str, Any] = {name: str(found[name]) for name in TEXTS}
        fields |= {name: tuple(map(str, found[name])) for name in ("words", "roles")}
        return Entry(Kind(found["kind"]), **fields, extra=dict(found["extra"]))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("not an entry") from error


def contact_of(said: str) -> Contact:
    """Contact data as they were read, from their hidden field. Raises ``ValueError``."""
    try:
        found = document_in(said.encode())
        place = Place(**{name: str(found["place"][name]) for name in ADDRESS}, extra=dict(found["place"]["extra"]))
        profiles = tuple(
            Profile(str(one["network"]), str(one["username"]), str(one["url"]), dict(one["extra"]))
            for one in found["profiles"]
        )
        texts = {name: str(found[name]) for name in CONTACT}
        return Contact(**texts, place=place, profiles=profiles, extra=dict(found["extra"]))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("no contact data") from error
