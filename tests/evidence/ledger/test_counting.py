"""PostgreSQL and the plain function count the same."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence.catalog.eligibility import SORTS
from evidence.ledger.assessing import Assessor
from evidence.ledger.loading import load_person
from evidence.models import Project
from tests.evidence.ledger.oracle import count_months
from tests.factories import NOW
from tests.factories.keeping import make_deletion

DAYS = st.dates(date(2012, 1, 1), date(2028, 12, 31))
PROJECTS = st.lists(
    st.fixed_dictionaries(
        {
            "starts_on": DAYS,
            "length": st.one_of(st.none(), st.integers(0, 1500)),
            "professional": st.booleans(),
            "part": st.sampled_from(["led", "took_part"]),
            "approach": st.sampled_from(["", "predictive", "agile", "hybrid"]),
            "is_program": st.booleans(),
            "is_construction": st.booleans(),
            "binned": st.sampled_from([False, False, False, True]),
        }
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(projects=PROJECTS, as_of=st.dates(date(2014, 1, 1), date(2028, 12, 31)), ahead=st.integers(0, 2))
def test_sql_and_the_pure_function_agree(learner, projects, as_of, ahead):
    latest = as_of + timedelta(days=ahead)
    if projects:
        projects[0]["starts_on"] = latest
    Project.objects.all().delete()
    deletion = make_deletion(learner)
    deletion = make_deletion(learner)
    Project.objects.bulk_create(
        Project(
            user=learner,
            title="P",
            created_at=NOW,
            ends_on=None if row["length"] is None else row["starts_on"] + timedelta(days=row["length"]),
            deletion=deletion if row["binned"] else None,
            **{name: value for name, value in row.items() if name not in ("length", "binned")},
        )
        for row in projects
    )
    rules = [(sort, years) for sort in SORTS for years in (None, 1, 5, 8)]
    assessor = Assessor(load_person(learner).on(as_of, latest=latest), as_of)
    assert count_months(learner, rules, as_of=as_of, latest=latest) == {rule: assessor.count(*rule) for rule in rules}
