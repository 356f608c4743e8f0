"""The shelf is never that of claims that have changed, and stays where it is while nothing does."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.urls import reverse

from curation.changes import Batch
from curation.models import Edition
from curation.putting_back import undo
from curation.seeding import all_seeds, seed_database
from curation.table_loading import keep_draft
from salaries.counting import choices
from salaries.filters import EVERYTHING, Filter
from salaries.import_plan import plan
from salaries.imports import load
from salaries.models import Distribution, Industry, KeptNumber, Occupation, Place, SalaryClaim
from salaries.shelving import SALARIES, put_up
from tests.curation.test_admin import form_data, url
from tests.factories.salaries import make_distribution, make_industry, make_occupation, make_place
from tests.salaries.test_imports import row, text_of

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
ROLE = "13-1082"


def a_distribution():
    return Distribution.objects.published().in_order().first()


def save(curating, record, **values):
    page = url(record, "change")
    assert curating.post(page, form_data(curating.get(page)) | values).status_code == 302


def retire(curating, *records):
    values = {"action": "retire", "_selected_action": [record.pk for record in records]}
    listing = reverse(f"admin:salaries_{records[0]._meta.model_name}_changelist")
    assert curating.post(listing, values).status_code == 302


def bring(curating):
    about = {"source": "bls-oews-national", "occupation": ROLE, "place": "us-ca", "industry": "naics-22"}
    text = text_of(row(**about, as_of="2019-05"))
    by = int(curating.session["_auth_user_id"])
    keep_draft(table="salaries.salaryclaim", by_id=by, file_name="claims.csv", text=text, at=NOW)
    seen = plan(text)
    assert seen.problems == []
    return load(by_id=by, fingerprint=seen.fingerprint, at=NOW)


def undo_it(curating):
    batch = Batch.objects.get(kind="import")
    assert undo(batch=batch, by_id=batch.by_id, at=NOW)


WAYS = {
    "an occupation is saved": lambda c: save(c, Occupation.objects.get(slug=ROLE), name="Managers of projects"),
    "an occupation is of another kind": lambda _: Occupation.objects.filter(slug=ROLE).update(kind="group"),
    "an occupation is retired": lambda c: retire(c, Occupation.objects.get(slug=ROLE)),
    "an occupation is made": lambda _: make_occupation(),
    "an occupation is moved": lambda _: Occupation.objects.filter(slug=ROLE).update(position=999),
    "a place is saved": lambda c: save(c, Place.objects.get(slug="us-ny"), name="York"),
    "a place lies elsewhere": lambda _: Place.objects.filter(slug="us-ny").update(parent=Place.objects.get(slug="gb")),
    "a place is moved": lambda _: Place.objects.filter(slug="us").update(position=999),
    "a place is retired": lambda c: retire(c, Place.objects.get(slug="us-ny")),
    "a place is made": lambda _: make_place(),
    "an industry is renamed": lambda _: Industry.objects.filter(slug="naics-51").update(name="News"),
    "an industry is moved": lambda _: Industry.objects.filter(slug="naics-51").update(position=999),
    "an industry is retired": lambda c: retire(c, Industry.objects.get(slug="naics-51")),
    "an industry is made": lambda _: make_industry(),
    "a distribution is made": lambda _: make_distribution(occupation=Occupation.objects.get(slug=ROLE)),
    "a distribution is retired": lambda _: a_distribution().retire(at=NOW),
    "a distribution is deleted": lambda _: make_distribution().delete(),
    "a distribution is of another time": lambda _: Distribution.objects.filter(pk=a_distribution().pk).update(
        as_of="1999"
    ),
    "a distribution is in another currency": lambda _: Distribution.objects.filter(pk=a_distribution().pk).update(
        currency="CHF"
    ),
    "a distribution is of another kind": lambda _: Distribution.objects.filter(pk=a_distribution().pk).update(
        kind="total"
    ),
    "a distribution is brought back": lambda _: Distribution.objects.exclude(retired_at=None)[0].bring_back(at=NOW),
    "a newer one comes from the source": lambda _: make_distribution(
        **{name: getattr(a_distribution(), name) for name in ("source", "occupation", "place", "industry", "currency")},
        as_of="2026-11",
    ),
    "there are large figures no longer": lambda _: SalaryClaim.objects.filter(headline=True).update(headline=False),
    "the large figures are retired": lambda c: retire(c, *SalaryClaim.objects.filter(headline=True)),
    "the large figures are deleted": lambda _: SalaryClaim.objects.filter(headline=True).delete(),
    "a file is loaded": bring,
    "an import is undone": undo_it,
    "the files are seeded again": lambda _: seed_database(all_seeds(), at=NOW, overwrite=True),
}


def parts(shelf):
    return shelf.keys, shelf.sets, shelf.options, shelf.large


@pytest.mark.parametrize("way", WAYS)
def test_the_shelf_is_that_of_the_claims_as_they_are_however_they_were_changed(curating, seeded, way):
    Distribution.objects.filter(pk=Distribution.objects.order_by("-pk")[0].pk).update(retired_at=NOW)
    Occupation.objects.filter(slug="it-project-manager").update(name="Somebody")
    if way == "an import is undone":
        bring(curating)
    before = SALARIES.newest()
    assert SALARIES.newest() is before
    WAYS[way](curating)
    after = SALARIES.newest()
    assert after == put_up()
    assert parts(after) != parts(before)


def test_what_changes_no_choice_leaves_the_shelf_as_it_is(curating, seeded, learner):
    before = SALARIES.newest()
    claim = SalaryClaim.objects.filter(headline=True)[0]
    number = {"amount": 98_765, "currency": "USD", "period": "year", "kind": "base", "level": "all"}
    KeptNumber.objects.keep(user=learner, at=NOW, place=Place.objects.get(slug="us"), occupation=None, **number)
    SalaryClaim.objects.filter(pk=claim.pk).update(role_as_named="As named")
    Industry.objects.filter(slug="naics-51").update(code="51")
    Edition.objects.create(shelf="another", mark=uuid4())
    assert SALARIES.newest() is before


def test_a_change_of_the_claims_leaves_the_shelves_of_others_as_they_are(seeded):
    before = set(Edition.objects.values_list("shelf", "mark"))
    for _ in range(3):
        make_place()
    marked = set(Edition.objects.values_list("shelf", "mark")) - before
    # The pages that are kept ready-made are of all rooms.
    assert {shelf for shelf, _ in marked} == {"salaries", "public"}
    assert Edition.objects.filter(shelf="salaries").count() == 1


@pytest.mark.parametrize("wanted", [Filter(), EVERYTHING])
def test_choices_take_one_query_and_one_more_once_the_claims_have_changed(seeded, django_assert_num_queries, wanted):
    make_place()
    for queries in (2, 1, 1):
        with django_assert_num_queries(queries):
            choices(wanted)


def test_nothing_stands_on_a_shelf_of_nothing(db):
    found = choices(Filter(role="manager"), page=3, per_page=25)
    assert found.filter == Filter(place="any", industry="any")
    assert (found.unknown, found.rows, found.large, found.total()) == (["role", "place", "industry"], [], [], 0)
