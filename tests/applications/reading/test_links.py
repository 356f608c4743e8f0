import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.reading.links import same_link

UUID = "3f1c8a52-9a0b-4a3c-8d6e-0d1b2c3d4e5f"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("https://careers.larkmoor.example/jobs/17/", "http://www.careers.larkmoor.example/jobs/17?utm_source=x&gclid=1#apply"),
        ("https://larkmoor.example/job?id=7&lang=en", "https://larkmoor.example/job?lang=en&ref=mail&id=7"),
        ("larkmoor.example/jobs/17/apply", "https://larkmoor.example/jobs/17"),
        ("https://boards.greenhouse.io/larkmoor/jobs/7410226?gh_src=abc", "https://job-boards.greenhouse.io/larkmoor/jobs/7410226"),
        ("https://boards.greenhouse.io/larkmoor/jobs/7410226", "https://larkmoor.example/careers?gh_jid=7410226"),
        (f"https://jobs.lever.co/larkmoor/{UUID}", f"https://jobs.lever.co/larkmoor/{UUID.upper()}/apply?lever-source=x"),
        (f"https://jobs.ashbyhq.com/larkmoor/{UUID}", f"https://larkmoor.example/open?ashby_jid={UUID}"),
        ("https://jobs.smartrecruiters.com/Larkmoor/743999987654321-manager", "https://jobs.smartrecruiters.com/Larkmoor/743999987654321"),
        ("https://www.linkedin.com/jobs/view/manager-at-larkmoor-4012345678/?trk=x", "https://linkedin.com/jobs/search/?currentJobId=4012345678"),
        ("https://uk.indeed.com/viewjob?jk=abc123&from=serp", "https://uk.indeed.com/jobs?q=pm&vjk=abc123"),
        (
            "https://larkmoor.wd1.myworkdayjobs.com/en-US/Careers/job/Leeds/Manager_R-10482-1",
            "https://larkmoor.wd1.myworkdayjobs.com/Careers/job/Leeds/Manager_R-10482?source=x",
        ),
        ("https://www.usajobs.gov/job/812345600", "https://www.usajobs.gov/GetJob/ViewDetails/812345600"),
    ],
)  # fmt: skip
def test_addresses_of_one_posting_are_the_same(one, two):
    assert same_link(one) == same_link(two) != ""


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("https://larkmoor.example/jobs/17", "https://larkmoor.example/jobs/18"),
        ("https://larkmoor.example/job?id=7", "https://larkmoor.example/job?id=8"),
        ("https://larkmoor.example/#/jobs/17", "https://larkmoor.example/#/jobs/18"),
        ("https://boards.greenhouse.io/larkmoor/jobs/17", "https://boards.greenhouse.io/larkmoor/jobs/18"),
        ("https://a.wd1.myworkdayjobs.com/C/job/x/M_R-1", "https://b.wd1.myworkdayjobs.com/C/job/x/M_R-1"),
        ("https://larkmoor.example:8000/jobs/17", "https://larkmoor.example/jobs/17"),
    ],
)
def test_addresses_of_two_postings_are_not(one, two):
    assert same_link(one) != same_link(two)


@pytest.mark.parametrize(
    "link",
    [
        "",
        "javascript:alert(1)",
        "mailto:a@b.example",
        "nowhere",
        "http://[",
        "https://a b.example/",
        "http://x.example:a/",
    ],
)
def test_what_is_no_address_of_a_page_is_none(link):
    assert same_link(link) == ""


@given(st.text(st.sampled_from("https://w.ab?=&#%[]:@ \0é"), max_size=40))
def test_any_words_are_taken(link):
    assert same_link(link) == same_link(f" {link}") or not same_link(link)
