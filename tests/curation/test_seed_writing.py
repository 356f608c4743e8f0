"""New rows are written together, whatever refers to what; and one by one where the database refuses any."""

from datetime import UTC, datetime

import pytest
import yaml

from curation.content_files import Children, Seed, SeedError
from curation.seeding import seed_database
from evidence.models import Skill, SkillAlias, SkillGroup
from roadmap.models import Milestone, Step
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


def steps(path, milestones):
    path.write_text(
        yaml.safe_dump(
            {
                "steps": [{"id": "s", "number": 1, "title": "S", "tagline": "T", "summary": "S", "outcome": "O"}],
                "milestones": milestones,
            }
        )
    )
    return [
        Seed(path, "steps", Step, ("number", "title", "tagline", "summary", "outcome")),
        Seed(
            path,
            "milestones",
            Milestone,
            ("title", "level", "required", "cost", "effort_min", "effort_max", "why"),
            references=("step",),
            links=("prerequisites",),
        ),
    ]


def milestone(number, prerequisites, **fields):
    row = {"id": f"m{number}", "step": "s", "title": "M", "level": "entry", "required": True, "cost": "free"}
    return {**row, "effort_min": 1, "effort_max": 2, "why": "W", "prerequisites": prerequisites, **fields}


def test_hundreds_of_rows_with_links_take_few_statements(tmp_path, django_assert_max_num_queries):
    rows = [milestone(n, [f"m{n + 1}", f"m{n + 2}"] if n < 198 else []) for n in range(200)]
    seeds = steps(tmp_path / "steps.yaml", rows)
    with django_assert_max_num_queries(40):
        seed_database(seeds, at=NOW)
    links = Milestone.prerequisites.through.objects
    assert links.count() == 2 * 198
    assert set(Milestone.objects.get(slug="m7").prerequisites.values_list("slug", flat=True)) == {"m8", "m9"}
    assert seed_database(seeds, at=NOW).changes == 0


def test_a_link_that_its_file_names_twice_is_there_once(tmp_path):
    seed_database(steps(tmp_path / "steps.yaml", [milestone(1, ["m2", "m2"]), milestone(2, [])]), at=NOW)
    assert [each.slug for each in Milestone.objects.get(slug="m1").prerequisites.all()] == ["m2"]


def test_of_many_rows_with_links_the_one_that_the_database_refuses_is_named(tmp_path):
    rows = [milestone(1, ["m2"]), milestone(2, []), milestone(3, ["m1"], effort_min=9)]
    with pytest.raises(SeedError, match=r"milestones row 3 \(m3\): "):
        seed_database(steps(tmp_path / "steps.yaml", rows), at=NOW)
    assert Milestone.objects.count() == 0
