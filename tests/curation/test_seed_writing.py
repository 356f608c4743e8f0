"""New rows are written together, whatever refers to what; and one by one where the database refuses any."""

from datetime import UTC, datetime

import pytest
import yaml

from curation.content_files import Children, Seed, SeedError
from curation.seeding import seed_database
from evidence.models import Skill, SkillAlias, SkillGroup
from salaries.models import Place

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def place(slug, parent=None):
    kind = "country" if parent is None else "city"
    return {"id": slug, "code": slug.upper(), "name": slug.title(), "kind": kind, "parent": parent}


def seed_places(path, rows):
    file = path / "places.yaml"
    file.write_text(yaml.safe_dump({"places": []}))
    seed = Seed(file, "places", Place, ("code", "name", "kind"), references=("parent",), more=(lambda: rows,))
    return seed_database([seed], at=NOW)


def test_hundreds_of_rows_with_children_take_few_statements(tmp_path, django_assert_max_num_queries):
    file = tmp_path / "skills.yaml"
    skill = {"group": "g", "weight": 1, "level": "mid", "description": "Does it."}
    skills = [
        {
            "id": f"s{n}",
            "name": f"Skill {n}",
            **skill,
            "aliases": [{"id": f"a{m}", "term": f"{n} {m}"} for m in range(3)],
        }
        for n in range(300)
    ]
    group = {"id": "g", "name": "Group", "description": "All."}
    file.write_text(yaml.safe_dump({"groups": [group], "skills": skills}))
    seeds = [
        Seed(file, "groups", SkillGroup, ("name", "description"), ordered=True),
        Seed(
            file,
            "skills",
            Skill,
            ("name", "weight", "level", "description"),
            references=("group",),
            children=(Children("aliases", SkillAlias, "skill", ("term", "case_sensitive")),),
            ordered=True,
        ),
    ]
    with django_assert_max_num_queries(40):
        assert len(seed_database(seeds, at=NOW).created) == 301
    assert SkillAlias.objects.count() == 900
    assert list(Skill.objects.get(slug="s299").aliases.order_by("position").values_list("slug", "position")) == [
        ("a0", 1),
        ("a1", 2),
        ("a2", 3),
    ]
    assert seed_database(seeds, at=NOW).changes == 0


def test_a_row_may_lie_in_one_that_stands_further_down(tmp_path):
    report = seed_places(tmp_path, [place("a", parent="b"), place("b", parent="c"), place("c")])
    assert report.created == ["salaries.place a", "salaries.place b", "salaries.place c"]
    assert dict(Place.objects.values_list("slug", "parent__slug")) == {"a": "b", "b": "c", "c": None}


def test_rows_that_lie_in_one_another_are_refused(tmp_path):
    with pytest.raises(SeedError, match=r"salaries\.place: a, b refer to one another\."):
        seed_places(tmp_path, [place("a", parent="b"), place("b", parent="a"), place("c")])
    assert Place.objects.count() == 0


def test_of_many_rows_the_one_that_the_database_refuses_is_named_and_none_is_there(tmp_path):
    rows = [place("a"), place("b"), place("c") | {"code": "A"}]
    with pytest.raises(SeedError, match=r"places row 3 \(c\): .*code"):
        seed_places(tmp_path, rows)
    assert Place.objects.count() == 0
