import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.reading.source import source

GREENHOUSE = {
    "absolute_url": "https://boards.example.com/larkmoor/jobs/1",
    "title": "Project Manager, Looms",
    "company_name": "Larkmoor Mills",
    "location": {"name": "Remote - United States"},
    "content": "&lt;p&gt;You plan &amp;amp; ship.&lt;/p&gt;",
    "application_deadline": "2027-01-08T23:59:00-05:00",
    "metadata": [{"name": "Employment Type", "value": "Full-time"}, {"name": "Budget", "value": None}],
    "pay_input_ranges": [
        {"min_cents": 6600000, "max_cents": 7900000, "currency_type": "USD", "title": "Base pay range, Ohio"},
        {"min_cents": 7600000, "max_cents": 8900000, "currency_type": "USD", "title": "Base pay range, New York"},
        {"min_cents": 500000, "max_cents": 900000, "currency_type": "USD", "title": "Target bonus"},
    ],
}
LEVER = {
    "text": "Project Manager, Looms",
    "categories": {"location": "Oslo", "allLocations": ["Oslo", "Bergen"], "commitment": "Permanent"},
    "workplaceType": "hybrid",
    "country": "NO",
    "descriptionPlain": "We weave.",
    "description": "<div>We weave.</div>",
    "lists": [{"text": "You have", "content": "<li>Patience</li>"}],
    "salaryRange": {"min": 700000, "max": 800000, "currency": "NOK", "interval": "per-year-salary"},
}
ASHBY = {
    "title": "Project Manager, Looms",
    "location": "Toronto",
    "secondaryLocations": [{"location": "Ottawa"}],
    "employmentType": "FullTime",
    "isRemote": False,
    "workplaceType": "OnSite",
    "compensation": {
        "compensationTierSummary": "Offers Equity • CA$165K \u2013 CA$190K",
        "compensationTiers": [
            {
                "components": [
                    {"compensationType": "EquityPercentage", "interval": "NONE", "minValue": 0.1, "maxValue": 0.2},
                    {
                        "compensationType": "Salary",
                        "interval": "1 YEAR",
                        "currencyCode": "CAD",
                        "minValue": 165000,
                        "maxValue": 190000,
                    },
                ]
            }
        ],
    },
}
SMART = {
    "name": "Project Manager, Looms",
    "company": {"identifier": "LM", "name": "Larkmoor Mills"},
    "location": {"city": "Wien", "country": "at", "remote": False, "hybrid": True},
    "typeOfEmployment": {"id": "permanent", "label": "Full-time"},
    "jobAd": {"sections": {"jobDescription": {"title": "Job Description", "text": "<p>You plan.</p>"}}},
}


def read(document):
    return source(json.dumps(document)).structured


def facts(header):
    return (
        header.title and header.title.value,
        header.employer and header.employer.value,
        [place.value for place in header.places],
        header.remote.value,
        [found.value for found in header.employment_types],
        [f"{pay.least}-{pay.most} {pay.currency} {pay.period}" for pay in header.pay],
        header.closes_on,
    )


def test_greenhouse():
    assert facts(read(GREENHOUSE)) == (
        "Project Manager, Looms",
        "Larkmoor Mills",
        ["United States"],
        "yes",
        ["full_time"],
        ["66000-79000 USD year", "76000-89000 USD year"],
        date(2027, 1, 8),
    )
    assert "You plan & ship." in source(json.dumps(GREENHOUSE)).text


def test_lever():
    assert facts(read(LEVER)) == (
        "Project Manager, Looms", None, ["Oslo", "Bergen"], "hybrid", ["full_time"], ["700000-800000 NOK year"], None,
    )  # fmt: skip
    assert source(json.dumps(LEVER)).text.count("We weave.") == 1
    assert "Patience" in source(json.dumps(LEVER)).text


def test_ashby_with_equity_first():
    assert facts(read(ASHBY)) == (
        "Project Manager, Looms", None, ["Toronto", "Ottawa"], "no", ["full_time"], ["165000-190000 CAD year"], None,
    )  # fmt: skip


def test_ashby_with_nothing_but_a_summary():
    document = ASHBY | {"compensation": {"compensationTierSummary": "Offers Equity • CA$165K \u2013 CA$190K"}}

    assert facts(read(document))[5] == ["165000-190000 CAD year"]


def test_smartrecruiters():
    assert facts(read(SMART)) == (
        "Project Manager, Looms", "Larkmoor Mills", ["Wien"], "hybrid", ["full_time"], [], None,
    )  # fmt: skip


@pytest.mark.parametrize("wrapped", [[LEVER], {"jobs": [LEVER]}, {"data": {"job": LEVER}}])
def test_the_only_job_of_a_list(wrapped):
    assert facts(read(wrapped)) == facts(read(LEVER))


@pytest.mark.parametrize("document", [[LEVER, ASHBY], {"jobs": [LEVER, ASHBY]}, {"jobs": []}, [], {}, {"title": 7}])
def test_of_several_jobs_or_none_nothing_is_said(document):
    assert facts(read(document)) == (None, None, [], "unknown", [], [], None)


def test_another_program_is_read_by_the_names_of_its_fields():
    document = {
        "jobTitle": "Project Manager",
        "employer": "Larkmoor Mills",
        "location": "Leeds (hybrid)",
        "salary": {"min": "£50,000", "max": "£60,000", "currency": "GBP", "period": "year"},
        "jobType": "Part-time",
        "closingDate": "2026-12-18",
    }

    assert facts(read(document)) == (
        "Project Manager", "Larkmoor Mills", ["Leeds"], "hybrid", ["part_time"], ["50000-60000 GBP year"],
        date(2026, 12, 18),
    )  # fmt: skip


def test_a_job_posting_of_schema_org_alone():
    assert facts(read({"@type": "JobPosting", "title": "Project Manager"}))[0] == "Project Manager"


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["name", "min", "max", "value", "city"]), inner, max_size=2)
    ),
    max_leaves=5,
)


@given(
    st.dictionaries(
        st.sampled_from(sorted({*GREENHOUSE, *LEVER, *ASHBY, *SMART, "salary", "@type"})), values, max_size=6
    )
)
def test_any_shape_of_any_field_is_read(document):
    source(json.dumps([{"title": "Manager"} | document]))


def test_a_place_that_is_written_out_is_one_place():
    location = {"city": "Graz", "region": "Steiermark", "country": "at", "fullLocation": "Graz, Steiermark, Austria"}

    assert facts(read(SMART | {"location": location}))[2] == ["Graz, Steiermark, Austria"]
