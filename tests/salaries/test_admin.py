"""The curators' desk for pay: pages, filters, files, histories; and what nobody but a curator can do there."""

import csv
import io
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator

from curation.changes import Batch, Change
from curation.changes_in_words import LONGEST_NAME
from curation.days import a_year_after, a_year_before
from curation.models import ImportDraft
from curation.row_states import STATE
from salaries import pay
from salaries.admin.filters import old
from salaries.claims_file import COLUMNS, EXPORTED
from salaries.models import (
    Distribution,
    Industry,
    KeptNumber,
    Method,
    Occupation,
    Place,
    SalaryClaim,
)
from tests.curation.test_admin import form_data, url
from tests.factories.accounts import make_user, staff_with
from tests.factories.curation import make_batch
from tests.factories.salaries import (
    make_claim,
    make_distribution,
    make_industry,
    make_method,
    make_occupation,
    make_place,
)

CURATED = (Occupation, Place, Industry, Method, Distribution, SalaryClaim)
SHOWN = (*CURATED, Batch)
CLAIMS = reverse("admin:salaries_salaryclaim_changelist")
IMPORT = reverse("admin:salaries_salaryclaim_import")
PREVIEW = reverse("admin:salaries_salaryclaim_process_import")
EXPORT = reverse("admin:salaries_salaryclaim_export")


def listing(model):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


def found(curating, query):
    """The claims that the list shows."""
    return set(curating.get(CLAIMS + query).context["cl"].queryset)


def exported(curating, query=""):
    return curating.get(EXPORT + query).content.decode("utf-8-sig")


def upload(client, content, name="claims.csv"):
    return client.post(IMPORT, {"file": SimpleUploadedFile(name, content)})


def upload_text(client, text):
    return upload(client, text.encode())


def changed(text, **values):
    """The exported text with other values in its first row."""
    rows = list(csv.DictReader(io.StringIO(text)))
    rows[0] |= values
    stream = io.StringIO()
    writer = csv.DictWriter(stream, fieldnames=list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def fingerprint(client):
    return client.get(PREVIEW).context["plan"].fingerprint


def press_load(client):
    return client.post(PREVIEW, {"fingerprint": fingerprint(client)}, follow=True)


def told(response):
    return [str(message) for message in response.context["messages"]]


# --- Pages ---------------------------------------------------------------------------------------------------


def test_every_page_opens_and_search_copes_with_anything(curating):
    make_distribution(figures={"p50": 1})
    upload_text(curating, changed(exported(curating), amount="5"))
    press_load(curating)
    for model in SHOWN:
        for query in ("", "?q=scrum", "?retired=yes", "?about=old", "?place=no", "?source=nobody", "?p=1"):
            assert curating.get(listing(model) + query, follow=True).status_code == 200, (model, query)
        assert curating.get(url(model.objects.first())).status_code == 200
    for model in CURATED:
        assert curating.get(reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")).status_code == 200
        assert curating.get(url(model.objects.first(), "history")).status_code == 200
    assert curating.get(EXPORT + "?unknown=1", follow=True).redirect_chain == [(CLAIMS, 302)]


def test_records_can_be_read_but_not_made_changed_or_deleted(curating):
    make_claim()
    batch = make_batch()
    for row in (batch,):
        assert curating.get(reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_add")).status_code == 403
        assert curating.post(url(row), {"file_name": "x"}).status_code == 403
        assert curating.post(url(row, "delete"), {"post": "yes"}).status_code == 403


def test_names_are_made_of_what_a_row_is_and_stay(curating):
    distribution = make_distribution()
    fields = ("occupation", "place", "industry", "source")
    data = {name: getattr(distribution, name).pk for name in fields}
    data |= {"edition": "Spring", "url": "", "kind": "total", "currency": "EUR", "as_of": "2026"}
    formset = {"claims-TOTAL_FORMS": 0, "claims-INITIAL_FORMS": 0}
    curating.post(reverse("admin:salaries_distribution_add"), data | formset)
    added = Distribution.objects.get(edition="Spring")
    assert added.slug == added.make_slug()

    claim = make_claim(distribution=added)
    values = form_data(curating.get(url(claim)))
    assert not values.keys() & {"slug", "distribution", "level", "statistic", "period"}
    assert curating.post(url(claim), values | {"amount": "5", "statistic": "p90", "slug": "x"}).status_code == 302
    claim.refresh_from_db()
    assert (claim.amount, claim.statistic, claim.slug) == (5, "p50", "all-p50-year")

    data = {**values, "distribution": added.pk, "level": "all", "statistic": "mean", "period": "year"}
    assert curating.post(reverse("admin:salaries_salaryclaim_add"), data).status_code == 302
    assert added.claims.get(statistic="mean").slug == "all-mean-year"


def claim_row(number, **values):
    """What the inline of a distribution sends for one new claim."""
    defaults = {
        "role_as_named": "Project manager",
        "level": "all",
        "level_rule": "",
        "statistic": "p50",
        "amount": "100",
        "period": "year",
        "confidence": "high",
        "retrieved_on": "2026-11-23",
        "checked_on": "2026-11-23",
        "review_by": "2027-11-23",
        "id": "",
    }
    return {f"claims-{number}-{name}": value for name, value in (defaults | values).items()}


def test_claims_are_added_changed_and_retired_with_their_distribution(curating):
    distribution = make_distribution(figures={"p25": 50, "p75": 150})
    data = form_data(curating.get(url(distribution))) | {"claims-TOTAL_FORMS": 3}
    data |= {"claims-0-amount": "60", "claims-1-retired": "on"} | claim_row(2, distribution=distribution.pk)
    assert curating.post(url(distribution), data).status_code == 302
    rows = distribution.claims.order_by("pk")
    assert [(row.slug, row.amount, row.retired_at is None) for row in rows] == [
        ("all-p25-year", 60, True),
        ("all-p75-year", 150, False),
        ("all-p50-year", 100, True),
    ]


BAD_ROWS = [
    ({"statistic": "p75", "amount": "5"}, "The 75th percentile is below the 25th. They never run backwards."),
    (
        {"statistic": "p25", "amount": "60"},
        "Please correct the duplicate data for level, statistic and period, which must be unique.",
    ),
    ({"level": "senior"}, "Say what made it this level."),
    ({"amount": "0"}, "Ensure this value is greater than or equal to 0.01."),
    ({"review_by": "2026-11-23"}, "First retrieved, then checked, then due for review."),
    ({"headline": "on"}, "Another claim is the large figure of this level. Untick that one first."),
]


@pytest.mark.parametrize(("values", "sentence"), BAD_ROWS, ids=[next(iter(v)) for v, _ in BAD_ROWS])
def test_a_bad_claim_says_so_on_the_page_of_its_distribution(curating, values, sentence):
    make_claim(headline=True)
    distribution = make_distribution(figures={"p25": 50})
    data = form_data(curating.get(url(distribution))) | {"claims-TOTAL_FORMS": 2}
    data |= claim_row(1, distribution=distribution.pk, **values)
    response = curating.post(url(distribution), data)
    assert response.status_code == 200
    [formset] = [inline.formset for inline in response.context["inline_admin_formsets"]]
    said = [
        *formset.non_form_errors(),
        *(error for form in formset.errors for errors in form.values() for error in errors),
    ]
    assert [words for words in said if words != "Please correct the duplicate values below."] == [sentence]
    assert distribution.claims.count() == 1


def test_two_claims_that_are_no_large_figure_stand_beside_each_other(curating):
    distribution = make_distribution(figures={"p25": 50, "p75": 150})
    assert curating.post(url(distribution), form_data(curating.get(url(distribution)))).status_code == 302


def test_a_percentile_that_runs_backwards_says_so_on_the_page_of_the_claim(curating):
    claim = make_distribution(figures={"p25": 50, "p75": 150}).claims.get(statistic="p25")
    data = form_data(curating.get(url(claim))) | {"amount": "151"}
    response = curating.post(url(claim), data)
    assert response.context["adminform"].form.errors == {
        "amount": ["The 75th percentile is below the 25th. They never run backwards."]
    }
    claim.refresh_from_db()
    assert claim.amount == 50


def test_what_only_the_database_sees_is_said_in_words(curating):
    distribution = make_distribution(figures={"p75": 50})
    claim = make_claim(distribution=distribution, statistic="p25", amount=60, retired_at=timezone.now())
    response = curating.post(CLAIMS, {"action": "bring_back", "_selected_action": [claim.pk]}, follow=True)
    assert told(response) == [
        f"Nothing was saved: a higher percentile of distribution {distribution.pk} has a lower amount"
    ]
    make_claim(headline=True)
    other = make_claim(headline=True, retired_at=timezone.now())
    response = curating.post(CLAIMS, {"action": "bring_back", "_selected_action": [other.pk]}, follow=True)
    assert told(response) == [
        "Nothing was saved: Another claim is the large figure of this level. Untick that one first."
    ]
    assert SalaryClaim.objects.filter(retired_at=None).count() == 2


def test_retiring_a_place_says_what_points_to_it_and_shows_nobodys_pay(curating, learner):
    claim = make_claim()
    place = claim.distribution.place
    keep_number(learner, place)
    body = curating.get(url(place, "retire")).content.decode()
    assert "1 distribution<" in body
    assert "kept numbers of fewer than 5 people" in body
    assert not any(secret in body for secret in SECRETS)
    assert curating.post(url(place, "delete"), {"post": "yes"}).status_code == 403
    assert Place.objects.filter(pk=place.pk, retired_at=None).exists()


# --- Filters and actions -------------------------------------------------------------------------------------


def test_old_in_sql_is_old_by_the_rule_of_the_pages(db):
    """Every month and a bare year around the edge, seen from every month of two years."""
    role = make_occupation()
    times = [f"{year}" for year in range(2022, 2027)]
    times += [f"{year}-{month:02}" for year in range(2022, 2027) for month in range(1, 13)]
    times += [f"{time}-{day}" for time in times if len(time) == 7 for day in ("01", "28")]
    source = make_method().source
    for time in times:
        make_distribution(as_of=time, occupation=role, source=source)
    for today in (date(year, month, day) for year in (2025, 2026) for month in range(1, 13) for day in (1, 2, 28)):
        by_rule = {time for time in times if pay.age(time, today, today).old}
        assert 0 < len(by_rule) < len(times)
        assert set(Distribution.objects.filter(old(today)).values_list("as_of", flat=True)) == by_rule


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        (date(2026, 11, 25), date(2025, 11, 25), date(2027, 11, 25)),
        (date(2028, 2, 29), date(2027, 2, 28), date(2029, 2, 28)),
    ],
)
def test_a_year_from_a_day(day, before, after):
    assert (a_year_before(day), a_year_after(day)) == (before, after)


def test_claims_are_found_by_age_check_and_all_they_are_about(curating):
    today = timezone.localdate()
    fresh = {"retrieved_on": today, "checked_on": today, "review_by": today + timedelta(days=365)}
    spain = make_place(slug="spain", code="ES")
    plain = make_claim(distribution=make_distribution(as_of=str(today.year)), **fresh)
    stale = make_claim(distribution=make_distribution(as_of=str(today.year - 4), place=spain), **fresh)
    year_ago = today - timedelta(days=367)
    unchecked = fresh | {"retrieved_on": year_ago, "checked_on": year_ago}
    total = make_distribution(as_of=str(today.year), kind="total", currency="EUR")
    unseen = make_claim(distribution=total, level="senior", **unchecked)
    overdue = make_claim(
        distribution=plain.distribution, statistic="mean", **unchecked | {"review_by": today - timedelta(days=1)}
    )
    frame = plain.distribution
    assert found(curating, "") == {plain, stale, unseen, overdue}
    assert found(curating, "?about=old") == {stale}
    assert found(curating, "?about=recent") == {plain, unseen, overdue}
    assert found(curating, "?check=overdue") == {overdue}
    assert found(curating, "?check=unchecked") == {unseen, overdue}
    assert found(curating, "?place=spain") == {stale}
    assert found(curating, f"?source={frame.source.slug}") == {plain, overdue}
    assert found(curating, f"?occupation={frame.occupation.slug}") == {plain, overdue}
    assert found(curating, "?kind=total") == found(curating, "?currency=EUR") == {unseen}
    assert found(curating, "?level__exact=senior") == {unseen}
    assert found(curating, f"?q={frame.occupation.name}") == {plain, overdue}
    assert set(curating.get(listing(Distribution) + "?about=old").context["cl"].queryset) == {stale.distribution}
    # Of a place without claims there is nothing to find.
    make_place(slug="nowhere")
    response = curating.get(CLAIMS)
    [places] = [spec for spec in response.context["cl"].filter_specs if spec.title == "place"]
    assert {slug for slug, _ in places.lookup_choices} == {"us", "spain"}


def test_a_month_that_was_once_imported_as_its_first_day_too_is_found(curating):
    month = make_distribution(as_of="2023-06", figures={"p50": 1})
    same = {name: getattr(month, name) for name in ("source", "occupation", "place", "industry")}
    twice = make_claim(distribution=make_distribution(as_of="2023-06-01", **same))
    make_claim(distribution=make_distribution(as_of="2023-06-02", **same))
    make_claim(distribution=make_distribution(as_of="2023-07-01", **same))
    make_claim(distribution=make_distribution(as_of="2023-06-01", kind="total", **same))
    make_claim(distribution=make_distribution(as_of="2023-06-01"))
    assert found(curating, "?twice=month") == {twice}
    assert set(curating.get(listing(Distribution) + "?twice=month").context["cl"].queryset) == {twice.distribution}


def test_texts_that_came_in_garbled_or_with_what_nobody_sees_are_found(curating):
    make_claim(role_as_named="Chef de projet à Zürich")
    garbled, unseen = make_claim(role_as_named="ZÃ¼rich"), make_claim(level="senior", level_rule="x\u200b")
    edition = make_claim(distribution=make_distribution(edition="May\u00a02025"))
    assert found(curating, "?text=doubtful") == {garbled, unseen, edition}


def test_checked_today(curating, curator):
    claims = [make_claim(checked_on=date(2026, 1, 2), retrieved_on=date(2026, 1, 1)) for _ in range(3)]
    Change.objects.all().delete()
    chosen = {"action": "checked_today", "_selected_action": [claim.pk for claim in claims[:2]]}
    response = curating.post(CLAIMS, chosen, follow=True)
    assert told(response) == ["2 marked as checked today, to be looked at again in a year."]
    today = timezone.localdate()
    assert list(SalaryClaim.objects.order_by("pk").values_list("checked_on", "review_by")) == [
        *[(today, a_year_after(today))] * 2,
        (date(2026, 1, 2), date(2027, 11, 23)),
    ]
    assert list(Change.objects.values_list("row", "by")) == [(claim.pk, curator.pk) for claim in claims[1::-1]]


@pytest.mark.parametrize(
    ("model", "queries"),
    [(Occupation, 5), (Place, 5), (Industry, 5), (Method, 5), (Distribution, 10), (SalaryClaim, 10)],
)
def test_lists_ask_the_database_as_often_for_three_rows_as_for_one(curating, model, queries):
    counts = []
    for number in (1, 2):
        for _ in range(number):
            country = make_place()
            make_claim(distribution=make_distribution(place=make_place(parent=country), industry=make_industry()))
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert curating.get(listing(model)).status_code == 200
        counts.append(len(captured))
    assert counts == [queries, queries]


HIGH, LOW = "High: official, or confirmed by a second independent source", "Low: undated, promotional or unconfirmed"


def texts(line):
    """The old and the new wording of a line of a history."""
    return tuple(
        "".join(piece.text for piece in line.pieces if piece.kind in ("same", kind)) for kind in ("gone", "new")
    )


# --- History -------------------------------------------------------------------------------------------------


def test_a_claims_history_says_who_changed_what_when_and_what_it_was(curating, curator):
    claim = make_claim(amount=Decimal("95000.50"))
    other = make_claim()
    data = form_data(curating.get(url(claim))) | {"amount": "96000", "confidence": "low"}
    assert curating.post(url(claim), data).status_code == 302
    page = form_data(curating.get(url(claim.distribution))) | {"edition": "Another edition"}
    assert curating.post(url(claim.distribution), page).status_code == 302
    history = url(claim, "history")
    assert f'href="{history}"' in curating.get(url(claim)).content.decode()
    entries = curating.get(history).context["entries"]
    called = Truncator(claim.distribution.slug).chars(LONGEST_NAME)
    assert [(entry.first.by, [(line.label, texts(line)) for line in entry.lines]) for entry in entries[:2]] == [
        (curator, [(f"Distribution “{called}”: Edition", ("An edition", "Another edition"))]),
        (curator, [("Amount", ("95000.50", "96000.00")), ("Confidence", (HIGH, LOW))]),
    ]
    # Made by nobody with a name; what it points to is named, and nothing is missing or of another claim.
    assert [(entry.first.by, entry.first.row, entry.first.before) for entry in entries[2:]] == [
        (None, claim.pk, None),
        (None, claim.distribution_id, None),
    ]
    assert "Place us" in texts(entries[3].lines[0])[1] or "us" in texts(entries[3].lines[0])[1]
    others = curating.get(url(other, "history")).context["entries"]
    assert [entry.first.row for entry in others] == [other.pk, other.distribution_id]
    body = curating.get(history).content.decode()
    assert "<del>95000.50</del> <ins>96000.00</ins>" in body
    assert "curator@example.org" in body


def test_an_import_is_named_in_the_history_and_its_changes_are_listed(curating):
    claim = make_claim()
    upload_text(curating, changed(exported(curating), amount="5"))
    press_load(curating)
    batch = Batch.objects.get()
    history = curating.get(url(claim, "history")).content.decode()
    assert f'<a href="{url(batch)}">' in history
    assert "Imported claims from claims.csv" in history
    [row] = curating.get(url(batch)).context["touched"]
    assert row.url == url(claim.distribution, "history")
    assert [(line.label, texts(line)) for line in row.lines] == [("Amount", ("100000.00", "5.00"))]


def test_a_history_is_shown_in_pages(curating):
    claim = make_claim()
    for amount in range(1, 31):
        SalaryClaim.objects.update(amount=amount)
    sizes = [len(curating.get(f"{url(claim, 'history')}?page={page}").context["entries"]) for page in (1, 2, 10**12)]
    assert sizes == [20, 12, 12]


def test_retiring_by_the_button_is_recorded_under_the_curators_name(curating, curator):
    claim = make_claim()
    curating.post(url(claim, "retire"), {"act": "retire"})
    last = Change.objects.first()
    assert (last.row, last.by, [name for name, _, _ in last.differences]) == (claim.pk, curator, ["retired_at"])


# --- Files ---------------------------------------------------------------------------------------------------


def test_an_export_holds_what_the_list_shows_in_the_columns_of_our_file(curating):
    claim = make_claim(amount=Decimal("95000.50"), headline=True)
    make_claim(level="senior")
    response = curating.get(EXPORT + "?level__exact=all")
    assert response["Content-Type"] == "text/csv"
    assert list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")))) == [
        [*EXPORTED, STATE],
        [
            *(claim.distribution.source.slug, "2025-05", claim.distribution.occupation.slug, "us", "all-industries"),
            *("base", "USD", "An edition", "", "The role as the source names it", "all", "", "p50", "95000.5", "year"),
            *("high", "2026-11-23", "2026-11-23", "2027-11-23", "yes"),
            *("", "", "", "offered"),
        ],
    ]


def test_an_export_comes_back_without_a_change(curating):
    for amount in (1, Decimal("2.50"), Decimal("9999999999.99")):
        make_distribution(figures={"p10": amount, "p90": amount})
    SalaryClaim.objects.filter(statistic="p90").update(role_as_named='"Quoted", with\na second line and 日本')
    make_claim(retired_at=timezone.now())
    response = upload_text(curating, exported(curating))
    assert response["Location"] == PREVIEW
    page = curating.get(PREVIEW)
    assert [(page.context["plan"].entries, page.context["plan"].unchanged)] == [([], 7)]
    assert "Load these changes" not in page.content.decode()


def test_an_export_begins_with_a_mark_and_holds_no_formula_and_comes_back(curating):
    make_claim(role_as_named="=1+1", level="senior", level_rule="+1", distribution=make_distribution(edition="'-1+1"))
    content = curating.get(EXPORT).content
    assert content.startswith(b"\xef\xbb\xbfsource,")
    [line] = csv.DictReader(io.StringIO(content.decode("utf-8-sig")))
    assert (line["role_as_named"], line["level_rule"], line["edition"]) == ("'=1+1", "'+1", "''-1+1")
    assert upload(curating, content)["Location"] == PREVIEW
    assert curating.get(PREVIEW).context["plan"].unchanged == 1


def test_a_preview_shows_every_change_and_a_press_loads_exactly_that(curating, curator):
    claim = make_claim(amount=90_000)
    assert upload_text(curating, changed(exported(curating), amount="91000.00")).status_code == 302
    page = curating.get(PREVIEW)
    body = page.content.decode()
    assert "0 new, 1 changed, 0 unchanged." in body
    assert "amount: <del>90000</del> <ins>91000</ins>" in body
    claim.refresh_from_db()
    assert claim.amount == 90_000
    response = press_load(curating)
    batch = Batch.objects.get()
    assert response.redirect_chain == [(url(batch), 302)]
    assert told(response) == ["Loaded: 0 new and 1 changed."]
    claim.refresh_from_db()
    assert (claim.amount, batch.by) == (91_000, curator)
    # The file is gone, so a second press has nothing to load.
    response = curating.post(PREVIEW, {"fingerprint": ""}, follow=True)
    assert told(response) == ["There is no file to load: it was loaded already, or none was chosen."] * 2
    assert Batch.objects.count() == 1


def test_what_changed_after_the_preview_is_shown_again_instead_of_loaded(curating):
    claim = make_claim(amount=90_000)
    upload_text(curating, changed(exported(curating), amount="91000"))
    seen = fingerprint(curating)
    SalaryClaim.objects.update(amount=90_500)
    response = curating.post(PREVIEW, {"fingerprint": seen}, follow=True)
    assert told(response) == ["The file or what it changes is no longer what you saw. Look at the changes again."]
    assert "amount: <del>90500</del> <ins>91000</ins>" in response.content.decode()
    claim.refresh_from_db()
    assert claim.amount == 90_500


def test_a_draft_is_its_curators_alone_and_any_worker_can_go_on_with_it(curating, client):
    make_claim()
    upload_text(curating, changed(exported(curating), amount="5"))
    client.force_login(make_user("other@example.org", is_staff=True, is_superuser=True))
    assert client.get(PREVIEW).status_code == 302
    assert ImportDraft.objects.count() == 1


def test_a_long_preview_is_shown_in_pages(curating):
    make_distribution(figures={"p50": 1})
    text = exported(curating)
    header, line = text.splitlines()
    source = Distribution.objects.get().source.slug
    lines = [line.replace(f"{source},2025-05", f"{source},{year}") for year in range(1900, 2025)]
    upload_text(curating, "\n".join([header, *lines]))
    sizes = [len(curating.get(f"{PREVIEW}?page={page}").context["page"]) for page in ("1", "2", "x")]
    assert (curating.get(PREVIEW).context["plan"].new, sizes) == (125, [100, 25, 100])


def test_a_bad_file_names_its_lines_and_nothing_is_kept_of_it(curating):
    claim = make_claim(amount=90_000)
    response = upload_text(curating, changed(exported(curating), amount="<b>lots</b>"))
    assert response.status_code == 200
    body = response.content.decode()
    assert "Nothing was changed. 1 thing to fix" in body
    assert "amount: &#x27;&lt;b&gt;lots&lt;/b&gt;&#x27; is not an amount in digits, such as 95000 or 45.50." in body
    key = f"{claim.distribution.slug}/all-p50-year"
    assert f'<li class="problem">Row 2 ({key}): amount: ' in body
    claim.refresh_from_db()
    assert (claim.amount, ImportDraft.objects.count(), Batch.objects.count()) == (90_000, 0, 0)


def test_a_file_with_very_many_bad_lines_shows_the_first_and_counts_the_rest(curating):
    body = upload_text(curating, ",".join(EXPORTED) + "\nx" * 300).content.decode()
    assert body.count('<li class="problem">') == 200
    assert "300 things to fix" in body
    assert "These are the first 200 of 300." in body


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty."),
        (b"x" * (8 * 1024 * 1024 + 1), "The file is larger than 8 MB. Split it."),
        (None, "Choose a file."),
    ],
    ids=["empty", "too large", "none"],
)
def test_a_file_that_is_none_is_refused_by_the_form(curating, content, sentence):
    response = curating.post(IMPORT) if content is None else upload(curating, content)
    assert response.context["form"].errors == {"file": [sentence]}
    assert not ImportDraft.objects.exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"a\x00b", "Row 1: there is a NUL character, which no text has. Save the file as CSV UTF-8."),
        (b"\x81", "Row 1: there are letters in an encoding that we do not know. Save the file as CSV UTF-8."),
        (b"a;b", f"The columns must be {', '.join(COLUMNS)}. Missing: {', '.join(COLUMNS)}. Unknown: a;b."),
    ],
    ids=["NUL", "not UTF-8", "columns"],
)
def test_a_file_of_another_kind_is_refused_for_what_it_is(curating, content, sentence):
    response = upload(curating, content)
    assert [str(problem) for problem in response.context["problems"]] == [sentence]
    assert not ImportDraft.objects.exists()


# --- Undo ----------------------------------------------------------------------------------------------------


def test_an_import_is_undone_in_one_press_and_a_second_does_nothing(curating, curator):
    claim = make_claim(amount=90_000)
    upload_text(curating, changed(exported(curating), amount="91000"))
    press_load(curating)
    batch = Batch.objects.get()
    undo = reverse("admin:curation_batch_undo", args=[batch.pk])
    assert f'action="{undo}"' in curating.get(url(batch)).content.decode()
    assert curating.get(undo).status_code == 405
    assert told(curating.post(undo, follow=True)) == ["Undone: everything is as it was before."]
    claim.refresh_from_db()
    batch.refresh_from_db()
    assert (claim.amount, batch.undone_by) == (90_000, curator)
    assert f'action="{undo}"' not in curating.get(url(batch)).content.decode()
    assert told(curating.post(undo, follow=True)) == ["This was undone before. Nothing was changed."]
    assert curating.post(reverse("admin:curation_batch_undo", args=[batch.pk + 9])).status_code == 404


def test_an_import_whose_claims_changed_since_is_not_undone(curating):
    claim = make_claim(amount=90_000)
    upload_text(curating, changed(exported(curating), amount="91000"))
    press_load(curating)
    SalaryClaim.objects.update(amount=92_000)
    response = curating.post(reverse("admin:curation_batch_undo", args=[Batch.objects.get().pk]), follow=True)
    said = told(response)
    assert said[0] == "Not undone, because it would take back what was done since:"
    called = Truncator(claim.distribution.slug).chars(LONGEST_NAME)
    assert said[1].split(" on ")[0] == f"Claim “{claim.slug}” of “{called}” was changed by nobody with a name"
    claim.refresh_from_db()
    assert claim.amount == 92_000


# --- Who may ---------------------------------------------------------------------------------------------------


def pages(batch):
    undo = reverse("admin:curation_batch_undo", args=[batch.pk])
    return [("get", CLAIMS), ("get", EXPORT), ("get", IMPORT), ("get", PREVIEW), ("post", PREVIEW), ("post", undo)]


@pytest.fixture
def batch(db):
    batch = make_batch()
    claim = make_claim()
    Change.objects.filter(table="salaries_salaryclaim", row=claim.pk).update(batch=batch)
    return batch


def answers(client, batch):
    return [getattr(client, method)(address).status_code for method, address in pages(batch)]


def test_visitors_and_learners_are_sent_to_sign_in(client, learner, batch):
    for who in (None, learner):
        if who:
            client.force_login(who)
        for method, address in pages(batch):
            response = getattr(client, method)(address, follow=True)
            assert response.redirect_chain[0][0].startswith("/admin/login/"), address


def test_staff_do_what_they_are_permitted_to(client, batch):
    client.force_login(staff_with())
    assert answers(client, batch) == [403, 403, 403, 403, 403, 403]
    client.force_login(staff_with("view_salaryclaim"))
    assert answers(client, batch) == [200, 200, 403, 403, 403, 403]
    loading = ("add_salaryclaim", "change_salaryclaim", "add_distribution", "change_distribution", "view_batch")
    client.force_login(staff_with(*loading))
    assert answers(client, batch) == [200, 200, 200, 302, 302, 403]
    assert "/undo/" not in client.get(url(batch)).content.decode()
    client.force_login(staff_with(*loading, "delete_salaryclaim", "delete_distribution"))
    assert answers(client, batch) == [200, 200, 200, 302, 302, 302]


def test_a_history_is_for_those_who_may_see_the_row(client, db):
    claim = make_claim()
    client.force_login(staff_with("view_place"))
    assert client.get(url(claim, "history")).status_code == 403
    assert client.get(url(claim.distribution.place, "history")).status_code == 200
    assert client.get(reverse("admin:salaries_place_history", args=[0])).status_code == 302


# --- Learners' numbers -----------------------------------------------------------------------------------------

SECRETS = ("87654", "87,654", "keptnumber")


def keep_number(user, place):
    return KeptNumber.objects.create(
        user=user,
        amount=Decimal(87654),
        currency="USD",
        period="year",
        kind="base",
        place=place,
        level="all",
        kept_at=timezone.now(),
    )


def test_a_learners_number_is_nowhere_in_the_admin(curating, learner):
    claim = make_claim()
    number = keep_number(learner, claim.distribution.place)
    upload_text(curating, changed(exported(curating), amount="5"))
    press_load(curating)
    number.amount += 1
    number.save()
    number.amount -= 1
    number.save()
    addresses = ["/admin/", "/admin/salaries/", url(learner), EXPORT, IMPORT, "/admin/accounts/user/"]
    for model in SHOWN:
        row = model.objects.first()
        addresses += [listing(model), url(row), *([url(row, "history")] if model in CURATED else [])]
    for address in addresses:
        response = curating.get(address)
        assert response.status_code == 200, address
        body = response.content.decode().lower()
        assert [secret for secret in SECRETS if secret in body] == [], address
    assert curating.get("/admin/salaries/keptnumber/").status_code == 404
    assert curating.get("/admin/salaries/importdraft/").status_code == 404
