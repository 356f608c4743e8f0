"""Nobody gets what is somebody else's: two learners, a visitor and a curator, each after each, at every address."""

import re
from collections import Counter

import pytest
from django.db import DatabaseError, models, transaction
from django.db.models import Value
from django.db.models.functions import Concat
from django.test import Client

from keeping.ceilings import learners_tables
from keeping.models import Own
from tests.addresses import every_address, make_something_of_everything
from tests.factories.accounts import make_user
from tpm_portal import kept_for_one, ready_made

pytestmark = pytest.mark.django_db
# Where anybody gets a page: each of three after each and after themselves. Where nobody does without signing in: less.
EACH_AFTER_EACH = "VAABBVBAV"
IN_TURN = "ABA"
# What the curator is sent is made anew each time: at every third address, between the others.
CURATORS_TURN = 3
# A word of each that stands nowhere else.
WORDS = {"A": "Aurelia", "B": "Balthazar", "C": "Cassiopeia"}
# Of a row.
TOKENS = re.compile(rb"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
LONG = 36
# Texts that name a table or a column.
KEYS = ("subject", "field")
# Files for machines, and what a proxy or a crawler asks for: of nobody, and without a look at who asks.
FOR_MACHINES = ("/healthz/", "/readyz/")
# Whoever may change users finds them there by their address, and by nothing else.
ADDRESSES = "/admin/accounts/user/"
SWAPPED = str.maketrans("AB", "BA")
# What is asked for to be shown. Everything else is a file to keep.
SHOWN = ("text/html", "application/json", "text/css", "text/plain", "application/xml", "application/atom", "image/")
SIGNS_OUT = ("/account/logout/",)


def mark(user, word):
    """Let every free text of a learner's rows hold a word of theirs. Returns the columns that do."""
    marked = []
    for model in learners_tables():
        rows = model._base_manager.filter(user=user)
        for field in model._meta.concrete_fields:
            if not isinstance(field, models.TextField | models.CharField) or field.choices or field.unique:
                continue
            if isinstance(field, models.SlugField | models.URLField | models.EmailField) or field.name in KEYS:
                continue
            if (field.max_length or 100) < 40:
                continue
            try:
                with transaction.atomic():
                    if rows.update(**{field.name: Concat(field.name, Value(f" {word}"))}):
                        marked.append(f"{model._meta.label}.{field.name}")
            except DatabaseError:
                pass  # written once, or of a shape that the database insists on
    return marked


def tokens_of(user):
    return [
        str(token)
        for model in learners_tables()
        if issubclass(model, Own)
        for token in model._base_manager.filter(user=user).values_list("token", flat=True)
    ]


@pytest.fixture
def people(seeded, curator):
    """The four, the learners with rows of every kind; what is each one's alone; and what addresses are made of."""
    for key in "AB":
        make_user(f"{WORDS[key].lower()}@example.org", name=WORDS[key])
    type(curator).objects.filter(pk=curator.pk).update(name=WORDS["C"])
    browsers, own, values = {"V": Client(raise_request_exception=False)}, {"V": []}, []
    for key, user in zip(
        "ABC",
        [
            *type(curator).objects.filter(name__in=[WORDS["A"], WORDS["B"]]).order_by("name"),
            type(curator).objects.get(pk=curator.pk),
        ],
        strict=True,
    ):
        browsers[key] = Client(raise_request_exception=False)
        browsers[key].force_login(user)
        own[key] = [WORDS[key], user.email, browsers[key].session.session_key, f'name="whose" value="{user.pk}"']
        if key != "C":
            values.append(make_something_of_everything(user))
            assert len(mark(user, WORDS[key])) > 60
            own[key] += [values[-1]["secret"], values[-1]["resumes secret"], values[-1]["mail key"], *tokens_of(user)]
    ready_made.PAGES.__init__(ready_made.MOST_BYTES)
    kept_for_one.PAGES.__init__(kept_for_one.MOST_BYTES)
    return browsers, {key: [text.encode() for text in texts] for key, texts in own.items()}, values


def others_in(own, who, address, content):
    """What is in an answer to one of them that is another's alone, unless its secret address was given away."""
    tokens = set(TOKENS.findall(content))
    return [
        text
        for key, all_of_it in own.items()
        if key != who and not any(text in address.encode() for text in all_of_it)
        for text in all_of_it
        if (text in tokens if len(text) == LONG else text in content)
    ]


def may_be_kept(response):
    """Whether a cache that many share may keep an answer and give it to somebody else."""
    said = response.headers.get("Cache-Control", "")
    return not re.search(r"private|no-store|no-cache", said)


def misread(response, content):
    """What a browser could take for something else than it is: no kind, no letters, or a file shown as a page."""
    kind = response.headers.get("Content-Type", "")
    if response.headers.get("X-Content-Type-Options") != "nosniff":
        yield "may be taken for another kind"
    if content and not re.search(r"^(text/.*|.*xml); charset=utf-8$|^(application|image|font)/[\w.+-]+$", kind):
        yield kind or "is of no kind"
    given = response.headers.get("Content-Disposition")
    if given and not re.fullmatch(r'attachment; filename="[\w.-]+"', given):
        yield given
    if content and response.status_code == 200 and not given and not kind.startswith(SHOWN):
        yield f"{kind} is shown as if it were a page"


def test_at_every_address_each_gets_their_own_in_whatever_order(people):
    browsers, own, values = people
    found, seen = [], Counter()
    # The rows in the addresses are those of one learner and of the other in turn.
    for number, both in enumerate(zip(*map(every_address, values), strict=True)):
        address = both[number % 2]
        if address.startswith((*SIGNS_OUT, *FOR_MACHINES)):
            continue
        if address.startswith("/admin/"):
            # What stands at the desk is looked at in ``test_desk``. Only its lists could tell of somebody.
            order = "CA" if address.count("/") == 4 else "A"
        else:
            order = EACH_AFTER_EACH if browsers["V"].get(address).status_code == 200 else IN_TURN
            order = order if number % CURATORS_TURN else f"{order[:-1]}C{order[-1]}"
        for who in order.translate(SWAPPED) if number % 2 else order:
            response = browsers[who].get(address)
            content = b"".join(response.streaming_content) if response.streaming else response.content
            seen[who, response.status_code] += 1
            if response.status_code == 500:
                found.append((address, who, repr(response.exc_info[1])))
            wrong = others_in(own, who, address, content + str(response.headers).encode())
            if address == ADDRESSES:
                wrong = [text for text in wrong if b"@" not in text]
            if wrong:
                found.append((address, who, wrong))
            found += [(address, who, wrong) for wrong in misread(response, content)]
            if who != "V" and response.headers.get("Cache-Control") != "private, no-store":
                found.append((address, who, response.headers.get("Cache-Control")))
            if who == "V" and may_be_kept(response):
                if response.cookies or b"csrfmiddlewaretoken" in content:
                    found.append((address, who, "may be kept with a cookie or a token in it"))
                if response.headers.get("Cache-Control") == ready_made.CACHE_CONTROL:
                    seen["kept"] += 1
                    if not {"Cookie", "Accept-Encoding"} <= set(response.headers["Vary"].split(", ")):
                        found.append((address, who, response.headers["Vary"]))
    assert not found, "\n".join(map(str, found[:60]))
    # Their own rows were there to be told.
    assert seen["A", 200] > 150
    assert seen["B", 200] > 150
    assert seen["kept"] > 60
    assert len(ready_made.PAGES) > 20
    assert len(kept_for_one.PAGES) > 20
