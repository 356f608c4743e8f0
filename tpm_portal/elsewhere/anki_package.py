"""Cards as a package that Anki opens. Nothing of it touches the disk: ``genanki`` itself would leave a copy there."""

import sqlite3
from collections.abc import Iterable
from io import BytesIO
from itertools import count
from zipfile import ZIP_DEFLATED, ZipFile
from zlib import crc32

import genanki

from tpm_portal.elsewhere.anki_fields import FIELDS, Card, fields_of

# Anki knows the kind of note by this number, and so neither it nor the fields ever change.
KIND = 1_607_392_319
DECKS = "Technical project manager"
FRONT = '<div class="question">{{Question}}</div>'
BACK = (
    "{{FrontSide}}<hr id=answer>"
    "{{#My answer}}<h2>My answer</h2><div>{{My answer}}</div>{{/My answer}}"
    "{{#What a good answer covers}}<h2>What a good answer covers</h2>{{What a good answer covers}}"
    "{{/What a good answer covers}}"
    "{{#Follow-up questions}}<h2>They may go on</h2>{{Follow-up questions}}{{/Follow-up questions}}"
    "{{#Link}}<p>{{Link}}</p>{{/Link}}"
)
CSS = (
    ".card { font-family: system-ui, sans-serif; font-size: 18px; line-height: 1.5; text-align: start; "
    "max-width: 40em; margin: 0 auto; } .question { font-weight: 600; font-size: 22px; } h2 { font-size: 18px; }"
)


def package(cards: Iterable[Card], *, at: float) -> bytes:
    """The bytes of a package with a deck for each category. ``at``: seconds since 1970, when it was made."""
    kind = genanki.Model(
        KIND,
        "Interview question (become a technical project manager)",
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": "Question", "qfmt": FRONT, "afmt": BACK}],
        css=CSS,
    )
    decks: dict[str, genanki.Deck] = {}
    for card in cards:
        deck = decks.setdefault(card.deck, genanki.Deck(_number_of(card.deck), f"{DECKS}::{card.deck_name}"))
        guid = genanki.guid_for("become-a-technical-project-manager", card.name)
        deck.add_note(genanki.Note(model=kind, fields=list(fields_of(card)), guid=guid))
    collection = sqlite3.connect(":memory:")
    try:
        genanki.Package(list(decks.values())).write_to_db(collection.cursor(), at, count(int(at * 1000)))
        collection.commit()
        content = collection.serialize()
    finally:
        collection.close()
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        file.writestr("collection.anki2", content)
        file.writestr("media", "{}")
    return packed.getvalue()


def _number_of(deck: str) -> int:
    """The number of a deck by its name here: always the same, and not 1, which is Anki's own."""
    return 1 << 30 | crc32(deck.encode())
