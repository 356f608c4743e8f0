import json
from datetime import date

import pytest

from applications.reading.source import source

JOB = {
    "@context": "https://schema.org/",
    "@type": "JobPosting",
    "title": "Delivery Manager",
    "hiringOrganization": {"@type": "Organization", "name": "Larkmoor Mills"},
}


def page(*blocks, kind="application/ld+json", body=""):
    scripts = "".join(f'<script type="{kind}">{block}</script>' for block in blocks)
    return f"<html><head>{scripts}</head><body><p>Words</p>{body}</body></html>"


def read(kind="application/ld+json", **fields):
    return source(page(json.dumps(JOB | fields), kind=kind)).structured


def pays(header):
    return [
        (pay.quote, pay.least and float(pay.least), pay.most and float(pay.most), pay.currency, pay.period)
        for pay in header.pay
    ]


@pytest.mark.parametrize("kind", ["application/ld+json", "application/ld+json; charset=utf-8", "Application/LD+JSON"])
def test_the_media_type_is_known_in_every_way_it_is_written(kind):
    assert read(kind).title.value == "Delivery Manager"


def test_a_script_of_another_type_says_nothing():
    assert read("application/json").title is None


def test_one_bad_block_does_not_lose_the_others():
    header = source(page('{"@type": "JobPosting", "title": ', json.dumps(JOB), "[[[")).structured

    assert header.title.value == "Delivery Manager"


@pytest.mark.parametrize(
    "block",
    [
        '{"@type": "JobPosting", "title": "Delivery\nManager"}',
        '{"@type": "JobPosting", "title": "Delivery Manager",}',
        '<!-- {"@type": "JobPosting", "title": "Delivery Manager"} -->',
        '//<![CDATA[\n{"@type": "JobPosting", "title": "Delivery Manager"}\n//]]>',
        "{&quot;@type&quot;: &quot;JobPosting&quot;, &quot;title&quot;: &quot;Delivery Manager&quot;}",
        '{"@type": ["Thing", "JobPosting"], "title": "Delivery Manager"}',
        '{"@type": "http://schema.org/JobPosting", "title": "<b>Delivery</b> Manager"}',
        '[{"@type": "WebSite", "name": "x"}, {"@type": "JobPosting", "title": "Delivery Manager"}]',
        '{"@type": "WebPage", "mainEntity": {"@type": "JobPosting", "title": "Delivery Manager"}}',
    ],
)
def test_a_block_is_read_in_every_shape(block):
    assert source(page(block)).structured.title.value == "Delivery Manager"


def test_text_that_was_escaped_twice_is_text():
    assert read(title="Delivery &amp;amp; Launch Manager").title.value == "Delivery & Launch Manager"


def test_an_employer_may_be_a_text_or_a_reference():
    graph = {
        "@graph": [
            {"@type": "Organization", "@id": "#org", "name": "Larkmoor Mills"},
            JOB | {"hiringOrganization": {"@id": "#org"}},
        ]
    }

    assert read(hiringOrganization="Larkmoor Mills").employer.value == "Larkmoor Mills"
    assert read(hiringOrganization=[{"name": "Larkmoor Mills"}]).employer.value == "Larkmoor Mills"
    assert source(page(json.dumps(graph))).structured.employer.value == "Larkmoor Mills"
    assert read(hiringOrganization={"@id": "#nobody"}).employer is None


def test_of_several_jobs_the_one_that_the_page_is_headed_by():
    both = json.dumps([JOB, JOB | {"title": "Scrum Master"}])

    assert source(page(both)).structured.title is None
    assert source(page(both, body="<h1>Scrum Master</h1>")).structured.title.value == "Scrum Master"


@pytest.mark.parametrize(
    ("salary", "pay"),
    [
        (
            {"currency": "EUR", "value": {"minValue": 88000, "maxValue": 106000, "unitText": "YEAR"}},
            (88000, 106000, "EUR", "year"),
        ),
        (
            {"currency": "USD", "value": {"minValue": "46.10", "maxValue": "63.85", "unitText": "HOUR"}},
            (46.1, 63.85, "USD", "hour"),
        ),
        ({"currency": "USD", "value": {"minValue": "$88,000", "maxValue": "$99,000"}}, (88000, 99000, "USD", "year")),
        ({"currency": "GBP", "value": {"value": 525, "unitText": "per day"}}, (525, 525, "GBP", "day")),
        ({"currency": "GBP", "value": 60000}, (60000, 60000, "GBP", "year")),
        ({"currency": "GBP", "value": "60000"}, (60000, 60000, "GBP", "year")),
        ({"currency": "GBP", "minValue": 50000, "maxValue": 60000}, (50000, 60000, "GBP", "year")),
        ({"currency": "EUR", "value": {"minValue": 50000, "maxValue": 0}}, (50000, None, "EUR", "year")),
        (
            [{"currency": "EUR", "value": {"minValue": 5, "maxValue": 1}}, {"currency": "EUR", "value": 70000}],
            (70000, 70000, "EUR", "year"),
        ),
        ("£52,000 to £61,000 a year", (52000, 61000, "GBP", "year")),
        (70000, (70000, 70000, "EUR", "year")),
    ],
)
def test_pay_is_read_in_every_shape(salary, pay):
    assert pays(read(baseSalary=salary, salaryCurrency="EUR")) == [(None, *pay)]


@pytest.mark.parametrize(
    "salary", [0, True, None, [], {}, {"value": {}}, {"currency": "EUR", "value": {"value": 900, "unitText": "WEEK"}}]
)
def test_pay_that_says_nothing_for_sure_is_none(salary):
    assert read(baseSalary=salary).pay == ()


def test_words_in_the_place_of_pay_are_kept():
    assert read(baseSalary="Competitive").pay_words == "Competitive"


def test_places_types_and_the_last_day():
    header = read(
        jobLocation=[
            {"address": {"addressLocality": "Dublin", "addressCountry": "IE"}},
            {"address": "Cork, Ireland"},
            "Galway",
            {"address": {"addressRegion": "Kerry"}},
            7,
        ],
        employmentType=["FULL_TIME", "TEMPORARY, CONTRACTOR", 5],
        validThrough="2026-12-31T23:59",
    )

    assert [place.value for place in header.places] == ["Dublin", "Cork, Ireland", "Galway", "Kerry"]
    assert [found.value for found in header.employment_types] == ["full_time", "fixed_term", "contract"]
    assert header.closes_on == date(2026, 12, 31)
    assert header.remote.value == "unknown"


def test_work_from_anywhere_names_the_country_it_is_bound_to():
    header = read(jobLocationType="TELECOMMUTE", applicantLocationRequirements={"@type": "Country", "name": "Canada"})

    assert header.remote.value == "yes"
    assert [place.value for place in header.places] == ["Canada"]


@pytest.mark.parametrize("day", ["31 December 2026", "2026-13-01", "soon", 5, None])
def test_a_day_is_a_day_or_nothing(day):
    assert read(validThrough=day).closes_on == (date(2026, 12, 31) if day == "31 December 2026" else None)


def test_a_hundred_thousand_nested_records_are_no_reason_to_stop():
    deep = '{"a":' * 100_000 + "1" + "}" * 100_000

    assert source(page(deep, json.dumps(JOB))).structured.title.value == "Delivery Manager"
