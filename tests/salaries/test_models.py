"""What the database refuses, keeps and records of its own accord."""

from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import permutations

import pytest
from django.core.exceptions import ValidationError
from django.db import OperationalError, connection, transaction
from django.db.models import ProtectedError
from django.db.utils import IntegrityError

from curation.changes import Change, recorded_as
from curation.models import SeedRecord
from salaries.models import (
    Distribution,
    Industry,
    KeptNumber,
    Method,
    Occupation,
    Place,
    SalaryClaim,
)
from tests.factories.accounts import make_user
from tests.factories.curation import make_source
from tests.factories.salaries import (
    make_claim,
    make_distribution,
    make_industry,
    make_method,
    make_occupation,
    make_place,
)
from tests.kit import at_once

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


def refused(act):
    """The constraint, or the column that may not be empty, by which the database refuses ``act`` at its latest."""

    def to_the_end():
        with transaction.atomic():
            act()
            connection.check_constraints()

    with pytest.raises(IntegrityError) as caught:
        to_the_end()
    said = caught.value.__cause__.diag
    return said.constraint_name or said.column_name


# Names


def test_a_distribution_and_its_claims_are_named_by_what_they_are_about():
    row = make_distribution(figures={"p50": 100_000, "mean_lowest_third": 80_000})
    assert row.slug == f"{row.source.slug}-2025-05-{row.occupation.slug}-us-all-industries-base-usd"
    assert [claim.key for claim in row.claims.all()] == [
        f"{row.slug}/all-p50-year",
        f"{row.slug}/all-mean-lowest-third-year",
    ]


def test_rows_read_as_words():
    place = make_place(name="New York", parent=make_place(name="United States"))
    occupation = make_occupation(name="Project management specialists", code="13-1082")
    row = make_distribution(occupation=occupation, place=place, source=make_source(publisher="The Bureau"))
    claim = make_claim(distribution=row, amount="45.67", period="hour")
    assert str(occupation) == "Project management specialists (13-1082)"
    assert str(make_occupation(name="Scrum master")) == "Scrum master"
    assert str(place) == "New York, United States"
    assert str(row) == (
        "Project management specialists (13-1082), New York, United States, All industries, The Bureau May 2025"
    )
    assert str(claim) == "Median: $45.67 an hour"
    assert str(make_method(short_name="the article", basis="reports")) == "the article: Reported by people on a website"
    assert str(Change.objects.get(table="salaries_salaryclaim")) == f"salaries_salaryclaim {claim.pk}"


def test_a_stored_amount_is_decimal_and_its_year_a_number():
    claim = SalaryClaim.objects.select_related("distribution").get(pk=make_claim(amount="45.67").pk)
    assert (claim.amount, type(claim.amount)) == (Decimal("45.67"), Decimal)
    assert claim.distribution.year == 2025


# No claim without a source and a date


@pytest.mark.parametrize("name", ["source", "occupation", "place", "industry"])
def test_no_distribution_exists_without_what_it_is_about(name):
    row = make_distribution()
    assert refused(lambda: Distribution.objects.filter(pk=row.pk).update(**{name: None})) == f"{name}_id"
    fields = {
        field: getattr(row, field) for field in ("source", "occupation", "place", "industry", "kind", "currency")
    } | {"as_of": "2024", "slug": "another", name: None}
    assert refused(lambda: Distribution.objects.create(**fields)) == f"{name}_id"


def test_no_claim_exists_without_a_distribution():
    claim = make_claim()
    assert refused(lambda: SalaryClaim.objects.filter(pk=claim.pk).update(distribution=None)) == "distribution_id"
    claim.pk, claim.distribution_id = None, 0
    assert refused(claim.save).startswith("salaries_salaryclaim_distribution_id_")


@pytest.mark.parametrize("column", ["retrieved_on", "checked_on", "review_by"])
def test_no_claim_exists_without_the_days_it_was_looked_at(column):
    claim = make_claim()
    assert refused(lambda: SalaryClaim.objects.filter(pk=claim.pk).update(**{column: None})) == column


@pytest.mark.parametrize(
    "as_of",
    ["", "undated", "May 2024", "24", "1899", "2100", "2024-13", "2024-00", "2024-5", "2024-05-32", "2024-05-00",
     "2024-", " 2024", "2024-05-1", "2024/05", "\u0662\u0660\u0662\u0664", "20\u0662\u0664"],
)  # fmt: skip
def test_no_distribution_is_about_a_time_that_is_none(as_of):
    assert refused(lambda: make_distribution(as_of=as_of, slug="one")) == "salaries_distribution_dated"
    with pytest.raises(ValidationError) as said:
        Distribution._meta.get_field("as_of").clean(as_of, None)
    assert len(said.value.messages) == 1


@pytest.mark.parametrize(
    ("as_of", "said"), [("2024-02-31", "There is no Feb 31, 2024."), ("2023-02-29", "There is no Feb 29, 2023.")]
)
def test_no_distribution_is_about_a_day_that_the_calendar_does_not_have(as_of, said):
    with pytest.raises(ValidationError) as refusal:
        make_distribution(as_of=as_of).full_clean()
    assert refusal.value.message_dict == {"as_of": [said]}


def test_the_longest_parts_make_a_name_that_fits_with_its_seed_record():
    longest = make_distribution(
        source=make_source(slug="s" * 80),
        occupation=make_occupation(slug="o" * 60),
        place=make_place(slug="p" * 40),
        industry=make_industry(slug="i" * 60),
        as_of="2024-12-31",
        kind="total",
    )
    longest.full_clean()
    assert len(longest.slug) == 264
    record = SeedRecord(table="salaries.distribution", key=longest.slug, document={"kind": "total"}, seeded_at=NOW)
    record.full_clean()
    record.save()


@pytest.mark.parametrize(
    ("as_of", "year"), [("1999", 1999), ("2024", 2024), ("2024-12", 2024), ("2024-02-29", 2024), ("2026-10-31", 2026)]
)
def test_a_time_is_a_year_a_month_or_a_day(as_of, year):
    row = make_distribution(as_of=as_of)
    row.refresh_from_db()
    assert (row.year, Distribution._meta.get_field("as_of").clean(as_of, None)) == (year, as_of)


@pytest.mark.parametrize("currency", ["", "usd", "US", "$", "U D", "US1", "ÜSD"])
def test_a_currency_is_three_capital_letters(currency):
    assert refused(lambda: make_distribution(currency=currency, slug="one")) == "salaries_distribution_currency_known"


# One claim, one figure


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"amount": 0}, "salaries_salaryclaim_amount_positive"),
        ({"amount": "-0.01"}, "salaries_salaryclaim_amount_positive"),
        ({"level": "director", "level_rule": "A rule"}, "salaries_salaryclaim_level_known"),
        ({"level": "entry", "level_rule": ""}, "salaries_salaryclaim_level_has_a_rule"),
        ({"level": "senior", "level_rule": ""}, "salaries_salaryclaim_level_has_a_rule"),
        ({"statistic": "p95"}, "salaries_salaryclaim_statistic_known"),
        ({"statistic": "average"}, "salaries_salaryclaim_statistic_known"),
        ({"period": "week"}, "salaries_salaryclaim_period_known"),
        ({"confidence": "sure"}, "salaries_salaryclaim_confidence_known"),
        ({"checked_on": date(2026, 11, 22)}, "salaries_salaryclaim_dates_ordered"),
        ({"review_by": date(2026, 11, 23)}, "salaries_salaryclaim_dates_ordered"),
    ],
)
def test_what_no_claim_can_be(fields, constraint):
    row = make_distribution()
    fields = {"slug": "one", **fields}
    assert refused(lambda: make_claim(distribution=row, **fields)) == constraint
    # Nor can it become so later.
    claim = make_claim(distribution=row)
    del fields["slug"]
    assert refused(lambda: SalaryClaim.objects.filter(pk=claim.pk).update(**fields)) == constraint


def test_the_least_that_a_claim_can_be():
    claim = make_claim(amount="0.01", review_by=date(2026, 11, 24), level="all", level_rule="")
    claim.refresh_from_db()
    assert claim.amount == Decimal("0.01")


@pytest.mark.parametrize(
    ("make", "constraint"),
    [
        (lambda: make_distribution(kind="bonus", slug="one"), "salaries_distribution_kind_known"),
        (lambda: make_occupation(kind="guild"), "salaries_occupation_kind_known"),
        (lambda: make_place(kind="planet", parent=make_place()), "salaries_place_kind_known"),
        (lambda: make_method(basis="rumor"), "salaries_method_basis_known"),
    ],
)
def test_what_nothing_else_can_be(make, constraint):
    assert refused(make) == constraint


def test_a_figure_is_there_once():
    row = make_distribution(figures={"p50": 100_000})
    again = {"distribution": row, "statistic": "p50", "slug": "another-name"}
    assert refused(lambda: make_claim(**again)) == "salaries_salaryclaim_once"
    assert refused(lambda: make_claim(distribution=row, statistic="mean", slug=row.claims.get().slug)) == (
        "salaries_salaryclaim_slug_once"
    )
    # A retired one keeps its place: it is brought back, not written a second time.
    row.claims.get().retire(at=NOW)
    assert refused(lambda: make_claim(**again)) == "salaries_salaryclaim_once"
    make_claim(**again | {"period": "hour"})
    make_claim(**again | {"level": "senior", "slug": "third-name", "level_rule": "A rule"})
    assert row.claims.count() == 3


def test_a_distribution_is_there_once():
    row = make_distribution()
    about = {name: getattr(row, name) for name in ("source", "occupation", "place", "industry")}
    assert refused(lambda: make_distribution(**about, slug="another-name")) == "salaries_distribution_once"
    others = [
        make_distribution(**about, as_of="2025"),
        make_distribution(**about, kind="total"),
        make_distribution(**about, currency="EUR"),
        make_distribution(**about | {"source": make_source()}),
    ]
    assert len({row.slug for row in [row, *others]}) == 5


def test_at_most_one_large_figure_a_level():
    first = make_claim(headline=True)
    make_claim(headline=True, level="senior")
    assert refused(lambda: make_claim(headline=True)) == "salaries_salaryclaim_one_headline_a_level"
    first.retire(at=NOW)
    second = make_claim(headline=True)
    assert refused(lambda: first.bring_back(at=NOW)) == "salaries_salaryclaim_one_headline_a_level"
    assert SalaryClaim.objects.published().get(headline=True, level="all") == second


# Percentiles


FIGURES = {"p10": 60_000, "p25": 80_000, "p50": 100_000, "p75": 130_000, "p90": 160_000}
BACKWARDS = "salaries_salaryclaim_percentiles_ordered"


@pytest.fixture
def row():
    return make_distribution(figures=FIGURES)


def test_percentiles_may_be_equal_but_never_run_backwards(row):
    def set_to(amount):
        row.claims.filter(statistic="p25").update(amount=amount)
        connection.check_constraints()

    for amount in (60_000, "60000.01", "99999.99", 100_000):
        set_to(amount)
    assert [refused(lambda amount=amount: set_to(amount)) for amount in ("59999.99", "100000.01")] == [BACKWARDS] * 2


@pytest.mark.parametrize(("low", "high"), [(low, high) for low, high in permutations(FIGURES, 2) if low < high])
def test_no_two_percentiles_run_backwards_whichever_they_are(low, high):
    assert refused(lambda: make_distribution(figures={low: 100_000, high: "99999.99"})) == BACKWARDS
    assert refused(lambda: make_distribution(figures={high: "99999.99", low: 100_000})) == BACKWARDS


def test_rows_written_in_bulk_are_no_exception(row):
    claims = list(row.claims.all())
    for claim in claims:
        claim.amount = 200_000 - claim.amount
    assert refused(lambda: SalaryClaim.objects.bulk_update(claims, ["amount"])) == BACKWARDS
    other = make_distribution(occupation=row.occupation)
    for claim in claims:
        claim.pk, claim.distribution = None, other
    assert refused(lambda: SalaryClaim.objects.bulk_create(claims)) == BACKWARDS


def test_a_new_edition_may_pass_through_any_order_on_its_way(row):
    with transaction.atomic():
        for claim in row.claims.order_by("amount"):
            # Each is for a moment above the next one.
            claim.amount *= 2
            claim.save()
        connection.check_constraints()
    assert list(row.claims.values_list("amount", flat=True)) == [amount * 2 for amount in FIGURES.values()]


def test_what_is_retired_does_not_count_until_it_is_brought_back(row):
    median = row.claims.get(statistic="p50")
    median.retire(at=NOW)
    row.claims.filter(statistic="p25").update(amount=110_000)
    connection.check_constraints()
    assert refused(lambda: median.bring_back(at=NOW)) == BACKWARDS
    row.claims.filter(statistic="p25").update(amount=90_000)
    median.refresh_from_db()
    median.bring_back(at=NOW)
    connection.check_constraints()
    assert row.claims.published().count() == 5


def test_only_percentiles_of_one_distribution_level_and_period_are_compared(row):
    make_claim(distribution=row, statistic="p75", period="hour", amount=50)
    make_claim(distribution=row, statistic="p75", level="entry", amount=70_000)
    make_claim(distribution=row, statistic="mean", amount=1)
    make_distribution(occupation=row.occupation, figures={"p75": 1})
    connection.check_constraints()


@pytest.mark.parametrize(
    "change",
    [{"statistic": "p90"}, {"level": "all", "level_rule": ""}, {"period": "year"}],
    ids=["statistic", "level", "period"],
)
def test_a_claim_that_moves_is_compared_where_it_arrives(row, change):
    row.claims.get(statistic="p90").delete()
    start = {"statistic": "p90", "level": "all", "level_rule": "", "period": "year", "amount": 100}
    away = {"statistic": "mean", "level": "entry", "level_rule": "A rule", "period": "hour"}
    claim = make_claim(distribution=row, **start | {name: away[name] for name in change})
    connection.check_constraints()
    assert refused(lambda: SalaryClaim.objects.filter(pk=claim.pk).update(**change)) == BACKWARDS


def test_a_claim_that_moves_to_another_distribution_is_compared_there(row):
    claim = make_claim(distribution=make_distribution(figures={}), statistic="p90", amount=100)
    row.claims.get(statistic="p90").delete()
    assert refused(lambda: SalaryClaim.objects.filter(pk=claim.pk).update(distribution=row)) == BACKWARDS


def elsewhere(act):
    """What ``act`` raised on a second connection that does not wait long for a lock, or ``None``."""

    def run():
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '200ms'")
            act()
            connection.check_constraints()

    (raised,) = at_once(run)
    return raised and type(raised)


@pytest.mark.django_db(transaction=True)
def test_two_who_each_keep_the_order_cannot_break_it_together():
    row = make_distribution(figures={"p50": 70_000, "p75": 100_000})

    def lower_the_upper():
        row.claims.filter(statistic="p75").update(amount=80_000)

    with transaction.atomic():
        row.claims.filter(statistic="p50").update(amount=90_000)
        connection.check_constraints()
        assert elsewhere(lower_the_upper) is OperationalError  # It waits for us.
    assert elsewhere(lower_the_upper) is IntegrityError
    assert list(row.claims.order_by("amount").values_list("amount", flat=True)) == [90_000, 100_000]


# The newest of each source


def newest():
    return sorted(Distribution.objects.filter(newest=True).values_list("as_of", flat=True))


@pytest.fixture
def about():
    """What the editions of one source have in common."""
    row = make_distribution(as_of="2023-05")
    return {name: getattr(row, name) for name in ("source", "occupation", "place", "industry")}


def test_the_latest_edition_is_marked_in_whatever_order_they_come(about):
    assert newest() == ["2023-05"]
    make_distribution(**about, as_of="2025-05")
    assert newest() == ["2025-05"]
    make_distribution(**about, as_of="2024-05")
    assert newest() == ["2025-05"]


def test_a_month_of_a_year_is_taken_for_later_than_the_year_alone(about):
    make_distribution(**about, as_of="2025")
    make_distribution(**about, as_of="2025-01")
    assert newest() == ["2025-01"]


def test_editions_written_in_bulk_are_marked(about):
    Distribution.objects.bulk_create(
        [
            Distribution(**about, edition="E", kind="base", currency="USD", as_of=as_of, slug=as_of)
            for as_of in ("2026", "2027", "2025")
        ]
    )
    assert newest() == ["2027"]
    Distribution.objects.filter(as_of="2025").update(as_of="2028")
    assert newest() == ["2028"]
    Distribution.objects.exclude(as_of="2023-05").delete()
    assert newest() == ["2023-05"]


def test_a_retired_edition_is_never_the_newest(about):
    latest = make_distribution(**about, as_of="2025-05")
    latest.retire(at=NOW)
    assert newest() == ["2023-05"]
    latest.bring_back(at=NOW)
    assert newest() == ["2025-05"]


@pytest.mark.parametrize("name", ["source", "occupation", "place", "industry", "kind", "currency"])
def test_each_source_role_place_industry_kind_and_currency_has_a_newest_of_its_own(about, name):
    others = {
        "source": make_source,
        "occupation": make_occupation,
        "place": make_place,
        "industry": make_industry,
        "kind": lambda: "total",
        "currency": lambda: "EUR",
    }
    latest = make_distribution(**about, as_of="2025-05")
    other = others[name]()
    make_distribution(**about | {name: other}, as_of="2024-05")
    assert newest() == ["2024-05", "2025-05"]
    # What moves away leaves the one before as the newest, and where it arrives it replaces what is older.
    Distribution.objects.filter(pk=latest.pk).update(**{name: other})
    assert newest() == ["2023-05", "2025-05"]


def test_saving_a_row_that_was_loaded_before_does_not_bring_the_mark_back(about):
    before = Distribution.objects.get()
    assert before.newest
    make_distribution(**about, as_of="2025-05")
    before.edition = "Another edition"
    before.save()
    assert newest() == ["2025-05"]


@pytest.mark.django_db(transaction=True)
def test_two_editions_that_arrive_together_are_not_both_the_newest(about):
    # No earlier edition on whose mark they would wait for each other anyway.
    Distribution.objects.all().delete()
    with transaction.atomic():
        make_distribution(**about, as_of="2024-05")
        assert elsewhere(lambda: make_distribution(**about, as_of="2025-05")) is OperationalError  # It waits for us.
    assert elsewhere(lambda: make_distribution(**about, as_of="2025-05")) is None
    assert newest() == ["2025-05"]


# Places


def test_a_country_stands_alone_and_every_other_place_lies_in_one():
    country = make_place()
    region = make_place(parent=country)
    city = make_place(parent=region, kind="city")
    assert refused(lambda: make_place(parent=country, kind="country")) == "salaries_place_nested"
    assert refused(lambda: make_place(kind="city")) == "salaries_place_nested"
    assert refused(lambda: Place.objects.filter(pk=city.pk).update(parent=None)) == "salaries_place_nested"
    assert refused(lambda: Place.objects.filter(pk=city.pk).update(parent=city)) == "salaries_place_not_in_itself"
    assert Place.objects.get(pk=city.pk).around == [city, region, country]
    assert Place.objects.get(pk=country.pk).around == [country]


def test_places_that_lie_in_each_other_by_mistake_do_not_go_round_for_ever():
    country = make_place()
    one = make_place(parent=country)
    other = make_place(parent=one)
    Place.objects.filter(pk=one.pk).update(parent=other)
    assert Place.objects.get(pk=one.pk).around == [one, other, one]


# What something points to stays


@pytest.mark.parametrize("name", ["source", "occupation", "place", "industry"])
def test_what_a_distribution_is_about_cannot_be_deleted(name):
    target = getattr(make_distribution(), name)
    with pytest.raises(ProtectedError):
        target.delete()
    with connection.cursor() as cursor:
        table = target._meta.db_table
        constraint = refused(lambda: cursor.execute(f"DELETE FROM {table} WHERE id = %s", [target.pk]))  # noqa: S608
    assert constraint.startswith("salaries_")


def test_a_distribution_with_claims_and_a_place_with_parts_cannot_be_deleted():
    claim = make_claim()
    region = make_place(parent=claim.distribution.place)
    for target in (claim.distribution, region.parent):
        with pytest.raises(ProtectedError):
            target.delete()
    assert (Distribution.objects.count(), Place.objects.count()) == (1, 2)


def test_what_a_kept_number_names_cannot_be_deleted():
    place, occupation = make_place(), make_occupation()
    choices = {"currency": "USD", "period": "year", "kind": "base", "level": "all"}
    KeptNumber.objects.create(
        user=make_user(), amount=95_000, place=place, occupation=occupation, kept_at=NOW, **choices
    )
    for target in (place, occupation):
        with pytest.raises(ProtectedError):
            target.delete()


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"amount": 0}, "salaries_keptnumber_amount_positive"),
        ({"currency": "usd"}, "salaries_keptnumber_currency_known"),
        ({"period": "week"}, "salaries_keptnumber_choices_known"),
        ({"kind": "bonus"}, "salaries_keptnumber_choices_known"),
        ({"level": "director"}, "salaries_keptnumber_choices_known"),
    ],
)
def test_what_no_kept_number_can_be(fields, constraint):
    defaults = {"amount": 95_000, "currency": "USD", "period": "year", "kind": "base", "level": "all", "kept_at": NOW}
    user, place = make_user(), make_place()
    assert refused(lambda: KeptNumber.objects.create(user=user, place=place, **defaults | fields)) == constraint


def test_a_learner_has_one_kept_number_that_goes_with_them(learner, stranger):
    place = make_place()
    fields = {"place": place, "currency": "USD", "period": "year", "kind": "base", "level": "all", "kept_at": NOW}
    mine, _ = (KeptNumber.objects.create(user=user, amount=95_000, **fields) for user in (learner, stranger))
    assert list(KeptNumber.objects.for_user(learner)) == [mine]
    assert refused(lambda: KeptNumber.objects.create(user=learner, amount=1, **fields)) == (
        "salaries_keptnumber_user_id_key"
    )
    learner.delete()
    assert [number.user for number in KeptNumber.objects.all()] == [stranger]


def test_what_is_retired_takes_its_distributions_and_claims_along():
    kept = make_claim()
    about = {name: getattr(kept.distribution, name) for name in ("occupation", "place", "industry")}
    for name, make in (("occupation", make_occupation), ("place", make_place), ("industry", make_industry)):
        other = make()
        make_claim(distribution=make_distribution(**about | {name: other}))
        other.retire(at=NOW)
    make_claim(distribution=kept.distribution, statistic="p75").retire(at=NOW)
    make_claim().distribution.retire(at=NOW)
    assert (SalaryClaim.objects.count(), Distribution.objects.count()) == (6, 5)
    assert list(SalaryClaim.objects.published()) == [kept]
    assert list(Distribution.objects.published()) == [kept.distribution]


# What changed


def changes(target):
    found = Change.objects.filter(table=target._meta.db_table, row=target.pk).order_by("pk")
    return [(change.by_id, change.batch_id, change.differences) for change in found]


def test_a_new_row_a_change_and_a_deletion_each_leave_one_record():
    claim = make_claim(amount=100_000)
    pk = claim.pk
    claim.amount = Decimal(110_000)
    claim.save()
    claim.delete()
    found = Change.objects.filter(table="salaries_salaryclaim", row=pk).order_by("pk")
    first, changed, gone = found
    assert (first.before, first.after["amount"], first.after["statistic"]) == (None, 100_000, "p50")
    assert changed.differences == [("amount", 100_000, 110_000)]
    assert (changed.before, changed.after) == (first.after, gone.before)
    assert gone.after is None


@pytest.mark.parametrize(
    ("model", "make"),
    [
        (Occupation, make_occupation),
        (Place, make_place),
        (Industry, make_industry),
        (Method, make_method),
        (Distribution, make_distribution),
        (SalaryClaim, make_claim),
    ],
)
def test_every_salary_table_is_recorded_however_it_is_written(model, make):
    row = make()
    model.objects.filter(pk=row.pk).update(retired_at=NOW)
    assert changes(row)[1:] == [(None, None, [("retired_at", None, "2026-11-25T12:00:00+00:00")])]


def test_nothing_is_recorded_when_nothing_changed():
    claim = make_claim()
    claim.save()
    SalaryClaim.objects.update(amount=claim.amount)
    claim.distribution.save()
    claim.distribution.occupation.save()
    assert [Change.objects.filter(table=f"salaries_{name}").count() for name in ("salaryclaim", "distribution")] == [
        1,
        1,
    ]


def test_the_mark_of_the_newest_is_no_change_of_a_distribution(about):
    before = Distribution.objects.get()
    make_distribution(**about, as_of="2025-05")
    assert [before.newest, Distribution.objects.get(pk=before.pk).newest] == [True, False]
    assert len(changes(before)) == 1


def test_a_change_says_who_made_it_and_in_which_import(curator):
    claim = make_claim(amount=1)
    with recorded_as(user_id=curator.pk, what="Edited", kind="edit") as edit:
        SalaryClaim.objects.update(amount=2)
        SalaryClaim.objects.update(amount=3)
    with recorded_as(user_id=None, what="Seeded", kind="seed") as seeding:
        SalaryClaim.objects.update(amount=4)
    SalaryClaim.objects.update(amount=5)
    assert [(by, batch) for by, batch, _ in changes(claim)] == [
        (None, None),
        (curator.pk, edit.pk),
        (curator.pk, edit.pk),
        (None, seeding.pk),
        (None, None),
    ]
    assert list(edit.changes.values_list("after__amount", flat=True)) == [3, 2]


def test_one_name_inside_another_gives_way_to_it_again(curator, learner):
    claim = make_claim(amount=1)
    with recorded_as(user_id=curator.pk, what="Edited", kind="edit"):
        with recorded_as(user_id=learner.pk, what="Edited", kind="edit"):
            SalaryClaim.objects.update(amount=2)
        SalaryClaim.objects.update(amount=3)
        with pytest.raises(IntegrityError), recorded_as(user_id=learner.pk, what="Edited", kind="edit"):
            SalaryClaim.objects.update(amount=0)
        SalaryClaim.objects.update(amount=4)
    assert [by for by, _, _ in changes(claim)] == [None, learner.pk, curator.pk, curator.pk]


def test_a_name_does_not_outlive_what_went_wrong_under_it(curator):
    claim = make_claim(amount=1)

    def go_wrong():
        with recorded_as(user_id=curator.pk, what="Edited", kind="edit"):
            SalaryClaim.objects.update(amount=2)
            SalaryClaim.objects.update(amount=0)

    with pytest.raises(IntegrityError):
        go_wrong()
    SalaryClaim.objects.update(amount=3)
    assert [(by, differences) for by, _, differences in changes(claim)][1:] == [(None, [("amount", 1, 3)])]


def test_a_record_stays_when_who_made_it_goes(curator):
    claim = make_claim(amount=1)
    with recorded_as(user_id=curator.pk, what="Edited", kind="edit") as act:
        SalaryClaim.objects.update(amount=2)
    curator.delete()
    assert changes(claim)[1:] == [(None, act.pk, [("amount", 1, 2)])]
