"""The three-way rule: the file, the row, and what was last seeded."""

import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import yaml
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curation.content_files import Children, Seed, SeedError, read_documents
from curation.models import SeedRecord, Source
from curation.seeding import all_seeds, document_of, seed_database
from evidence.models import Credential, EligibilityPath, Skill, SkillAlias, SkillGroup
from roadmap.models import HowToItem, Milestone, MilestoneVersion, ProofHint, Resource, Role, Step
from tests.kit import at_once

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)

GROUPS = [{"id": "methods", "name": "Methods", "description": "How."}]
SKILLS = [
    {
        "id": "scrum",
        "name": "Scrum",
        "group": "methods",
        "weight": 3,
        "level": "entry",
        "description": "Runs it.",
        "aliases": [{"id": "scrum", "term": "scrum"}, {"id": "sprints", "term": "sprints"}],
    },
    {
        "id": "kanban",
        "name": "Kanban",
        "group": "methods",
        "weight": 2,
        "level": "entry",
        "description": "Limits work.",
        "aliases": [{"id": "kanban", "term": "kanban"}],
    },
]


class Files:
    """Two tables in a file of their own, which a test rewrites."""

    def __init__(self, path):
        self.path = path / "skills.yaml"
        self.groups = [dict(row) for row in GROUPS]
        self.skills = [dict(row) for row in SKILLS]
        alias = Children("aliases", SkillAlias, "skill", ("term", "case_sensitive"))
        self.seeds = [
            Seed(self.path, "groups", SkillGroup, ("name", "description"), ordered=True),
            Seed(
                self.path,
                "skills",
                Skill,
                ("name", "weight", "level", "description"),
                references=("group",),
                children=(alias,),
                ordered=True,
            ),
        ]

    def seed(self, **kwargs):
        self.path.write_text(yaml.safe_dump({"groups": self.groups, "skills": self.skills}))
        return seed_database(self.seeds, at=NOW, **kwargs)


@pytest.fixture
def files(tmp_path, db):
    return Files(tmp_path)


def test_what_follows_a_seeding_follows_only_one_that_changed_something(files):
    finished = []
    files.seeds[0] = replace(files.seeds[0], finish=lambda: finished.append(SkillGroup.objects.count()))
    files.seed()
    assert finished == [1]
    files.seed()
    assert finished == [1]
    files.skills[0]["name"] = "Scrum guide"
    files.seed()
    assert finished == [1, 1]


def terms(slug="scrum"):
    return list(SkillAlias.objects.filter(skill__slug=slug, retired_at=None).values_list("term", flat=True))


def test_missing_rows_are_created_in_the_order_of_the_file(files):
    report = files.seed()
    assert report.created == ["evidence.skillgroup methods", "evidence.skill scrum", "evidence.skill kanban"]
    assert list(Skill.objects.values_list("slug", "position")) == [("scrum", 1), ("kanban", 2)]
    assert terms() == ["scrum", "sprints"]


def test_a_second_run_reports_zero_changes(files):
    files.seed()
    report = files.seed()
    assert (report.changes, report.unchanged, report.kept, report.gone) == (0, 3, [], [])


def test_a_row_nobody_edited_follows_its_file(files):
    files.seed()
    files.skills[0]["description"] = "Runs it well."
    report = files.seed()
    assert report.updated == ["evidence.skill scrum"]
    assert Skill.objects.get(slug="scrum").description == "Runs it well."


def test_a_row_a_curator_edited_is_left_alone_and_reported(files):
    files.seed()
    Skill.objects.filter(slug="scrum").update(description="As the curator says.")
    files.skills[0]["description"] = "As the file says."
    for _ in range(2):
        report = files.seed()
        assert (report.kept, report.changes) == (["evidence.skill scrum"], 0)
        assert Skill.objects.get(slug="scrum").description == "As the curator says."


def test_a_field_that_is_seeded_only_since_is_no_edit(files):
    files.seed()
    narrow = [replace(seed, fields=seed.fields[:-1]) for seed in files.seeds]
    Skill.objects.update(description="")
    documents = {seed.table: {s: document_of(seed, r) for s, r in rows(seed)} for seed in narrow}
    for record in SeedRecord.objects.all():
        record.document = documents[record.table][record.key]
        record.save()
    report = files.seed()
    assert (report.kept, report.updated) == ([], ["evidence.skill scrum", "evidence.skill kanban"])
    assert Skill.objects.get(slug="scrum").description == "Runs it."


def rows(seed):
    return [(row.slug, row) for row in seed.model.objects.all()]


def test_an_edited_child_counts_as_an_edit_of_its_parent(files):
    files.seed()
    SkillAlias.objects.filter(term="sprints").update(term="iterations")
    files.skills[0]["description"] = "As the file says."
    assert files.seed().kept == ["evidence.skill scrum"]
    assert terms() == ["scrum", "iterations"]


def test_one_edited_field_leaves_only_this_field_alone(files):
    files.seed()
    Skill.objects.filter(slug="scrum").update(description="As the curator says.")
    SkillAlias.objects.filter(term="sprints").update(term="iterations")
    files.skills[0] |= {"name": "Scrum, newly", "weight": 2, "description": "As the file says."}
    files.skills[0]["aliases"] = [
        {"id": "scrum", "term": "Scrum", "case_sensitive": True},
        {"id": "sprints", "term": "sprint", "case_sensitive": True},
        {"id": "new", "term": "increments"},
    ]
    report = files.seed()
    assert (report.kept, report.updated) == (["evidence.skill scrum"], ["evidence.skill scrum"])
    assert report.fields == {"evidence.skill scrum": ["description", "aliases sprints: term"]}
    scrum = Skill.objects.get(slug="scrum")
    assert (scrum.name, scrum.weight, scrum.description) == ("Scrum, newly", 2, "As the curator says.")
    found = list(scrum.aliases.order_by("position").values_list("term", "case_sensitive"))
    assert found == [("Scrum", True), ("iterations", True), ("increments", False)]
    again = files.seed()
    assert (again.kept, again.changes) == (["evidence.skill scrum"], 0)
    scrum.aliases.filter(slug="sprints").update(term="sprint")
    Skill.objects.filter(slug="scrum").update(description="As the file says.")
    assert files.seed().kept == []


def test_what_a_curator_took_out_stays_out_and_what_they_added_stays_in(files):
    files.seed()
    scrum = Skill.objects.get(slug="scrum")
    SkillAlias.objects.get(slug="sprints").retire(at=NOW)
    SkillAlias.objects.create(skill=scrum, slug="own", term="own", position=1)
    files.skills[0]["aliases"] = [*SKILLS[0]["aliases"], {"id": "late", "term": "late"}]
    report = files.seed()
    assert report.fields == {"evidence.skill scrum": ["aliases sprints: retired", "aliases own: added"]}
    assert sorted(alias.term for alias in scrum.aliases.published()) == ["late", "own", "scrum"]
    assert files.seed().changes == 0


def test_a_file_and_an_edit_that_do_not_go_together_leave_the_row_alone_and_the_site_starts(files):
    """The file gives a new alias the term that a curator has given to another: the rule of one term a skill."""
    files.seed()
    SkillAlias.objects.filter(slug="sprints").update(term="late")
    files.skills[0] |= {"name": "Scrum, newly", "aliases": [*SKILLS[0]["aliases"], {"id": "late", "term": "late"}]}
    for _ in range(2):
        report = files.seed()
        assert (report.changes, report.fields) == (0, {"evidence.skill scrum": ["name", "aliases"]})
        assert Skill.objects.get(slug="scrum").name == "Scrum"
    SkillAlias.objects.filter(slug="sprints").update(term="iterations")
    assert files.seed().updated == ["evidence.skill scrum"]
    assert Skill.objects.get(slug="scrum").name == "Scrum, newly"
    assert sorted(terms()) == ["iterations", "late", "scrum"]


def test_checked_today_and_one_corrected_fee_do_not_freeze_a_credential(tmp_path, db):
    """On the shipped file: two edits at the desk, then a release that changes other facts of the same credential."""
    shipped = all_seeds()
    seed_database(shipped, at=NOW)
    pmp = Credential.objects.get(slug="pmp")
    fee, other = pmp.fees.order_by("position")[:2]
    type(fee).objects.filter(pk=fee.pk).update(amount="1.50", checked_on="2026-12-01")
    file = next(seed.file for seed in shipped if seed.model is Credential)
    content = yaml.safe_load(file.read_text())
    row = next(row for row in content["credentials"] if row["id"] == "pmp")
    row["facts"][0]["value"], row["fees"][1]["amount"], row["exam_note"] = "Changed", 2, "Another note."
    newer = tmp_path / "credentials.yaml"
    newer.write_text(yaml.safe_dump(content))
    seeds = [replace(seed, file=newer) if seed.file == file else seed for seed in shipped]
    report = seed_database(seeds, at=NOW)
    assert report.fields == {"evidence.credential pmp": [f"fees {fee.slug}: amount", f"fees {fee.slug}: checked_on"]}
    pmp.refresh_from_db()
    fee.refresh_from_db()
    other.refresh_from_db()
    assert (str(fee.amount), other.amount, pmp.exam_note) == ("1.50", 2, "Another note.")
    assert pmp.facts.get(slug=row["facts"][0]["id"]).value == "Changed"


def test_overwrite_lets_the_file_win_and_says_so(files):
    files.seed()
    Skill.objects.filter(slug="scrum").update(description="As the curator says.")
    report = files.seed(overwrite=True)
    assert (report.overwritten, report.kept) == (["evidence.skill scrum"], [])
    assert Skill.objects.get(slug="scrum").description == "Runs it."


def test_a_curators_edit_that_the_file_catches_up_with_follows_the_file_again(files):
    files.seed()
    Skill.objects.filter(slug="scrum").update(description="Better.")
    files.skills[0]["description"] = "Better."
    assert files.seed().kept == []
    files.skills[0]["description"] = "Better still."
    assert files.seed().updated == ["evidence.skill scrum"]


def test_a_row_a_curator_made_under_the_same_slug_is_left_alone(files):
    group = SkillGroup.objects.create(slug="methods", name="Mine", description="My own.")
    assert files.seed().kept == ["evidence.skillgroup methods"]
    group.refresh_from_db()
    assert group.name == "Mine"


def test_nothing_is_ever_deleted_and_what_left_the_file_is_reported(files):
    files.seed()
    files.skills.pop()
    report = files.seed()
    assert (report.gone, report.changes) == (["evidence.skill kanban"], 0)
    assert Skill.objects.filter(slug="kanban", retired_at=None).exists()


def test_a_child_that_left_the_file_is_retired_and_comes_back(files):
    files.seed()
    files.skills[0]["aliases"] = SKILLS[0]["aliases"][:1]
    files.seed()
    assert terms() == ["scrum"]
    assert SkillAlias.objects.get(term="sprints").retired_at == NOW
    files.skills[0]["aliases"] = SKILLS[0]["aliases"][::-1]
    files.seed()
    assert terms() == ["sprints", "scrum"]


def test_retiring_is_not_touched_by_a_file(files):
    files.seed()
    Skill.objects.get(slug="scrum").retire(at=NOW)
    files.skills[0]["description"] = "Newer."
    files.seed()
    scrum = Skill.objects.get(slug="scrum")
    assert (scrum.retired_at, scrum.description) == (NOW, "Newer.")


BROKEN = [
    ({"level": "expert"}, r"skills row 2 \(kanban\): level: Value 'expert' is not a valid choice"),
    ({"weight": "many"}, r"skills row 2 \(kanban\): weight: “many” value must be an integer"),
    ({"name": ""}, r"skills row 2 \(kanban\): name: This field cannot be blank"),
    ({"name": "x" * 81}, r"skills row 2 \(kanban\): name: Ensure this value has at most 80"),
    ({"name": "a\x00b"}, r"skills row 2 \(kanban\): name: the text holds a NUL"),
    ({"nmae": "Typo"}, r"skills row 2 \(kanban\): there is no field called nmae"),
    ({"group": "nowhere"}, r"skills row 2 \(kanban\): group names 'nowhere', which no file has"),
    ({"group": None}, r"skills row 2 \(kanban\): group is missing"),
    ({"id": "scrum"}, "skills row 2: the id 'scrum' is used twice"),
    ({"id": "no slug!"}, "skills row 2: the id 'no slug!' must be"),
    ({"id": 7.5}, "skills row 2: the id 7.5 must be"),
    ({"name": ["Kanban"]}, r"skills row 2 \(kanban\): name: a single value is wanted"),
    ({"name": True}, r"skills row 2 \(kanban\): name: YAML reads this as yes or no"),
    ({"weight": 2.5}, r"skills row 2 \(kanban\): weight: a whole number is wanted"),
    ({"aliases": "kanban"}, r"skills row 2 \(kanban\): aliases must be a list"),
    ({"aliases": [{"id": "a"}]}, r"skills row 2 \(kanban\), aliases 1: term: This field cannot be"),
    (
        {"aliases": [{"id": "a", "term": "x"}, {"id": "a", "term": "y"}]},
        r"skills row 2 \(kanban\), aliases 2: the id 'a' is used twice",
    ),
    ({"aliases": [{"term": "x"}]}, r"skills row 2 \(kanban\), aliases 1: every row is a mapping with an id"),
]


@pytest.mark.parametrize(("change", "message"), BROKEN)
def test_a_broken_row_names_file_row_and_reason_and_changes_nothing(files, change, message):
    files.skills[0]["description"] = "Would be new."
    files.skills[1] |= change
    with pytest.raises(SeedError, match=f"skills.yaml, {message}"):
        files.seed()
    assert (Skill.objects.count(), SkillGroup.objects.count(), SeedRecord.objects.count()) == (0, 0, 0)


def test_the_same_term_twice_in_a_skill_is_refused_by_name(files):
    files.skills[1]["aliases"] = [{"id": "a", "term": "x"}, {"id": "b", "term": "x"}]
    with pytest.raises(SeedError, match=r"skills row 2 \(kanban\): This skill has this term already"):
        files.seed()
    assert SkillGroup.objects.count() == 0


def test_a_row_that_only_the_database_can_judge_is_named_with_the_reason(tmp_path, db):
    """An experience without its months is refused by a constraint that spans columns."""
    shipped = all_seeds()
    file = next(seed.file for seed in shipped if seed.model is EligibilityPath)
    content = yaml.safe_load(file.read_text())
    assert content["paths"][1]["requirements"][1].pop("months") == 60
    broken = tmp_path / "credentials.yaml"
    broken.write_text(yaml.safe_dump(content))
    seeds = [replace(seed, file=broken) if seed.file == file else seed for seed in shipped]
    with pytest.raises(SeedError, match=r"credentials.yaml, paths row 2 \(pmp-secondary\): Fill in what this kind"):
        seed_database(seeds, at=NOW)
    assert (Source.objects.count(), Credential.objects.count()) == (0, 0)


def test_two_terms_can_change_places_in_one_run(files):
    files.seed()
    first, second = SKILLS[0]["aliases"]
    files.skills[0]["aliases"] = [first | {"term": second["term"]}, second | {"term": first["term"]}]
    assert files.seed().updated == ["evidence.skill scrum"]
    assert terms() == ["sprints", "scrum"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("groups: [", "while parsing"),
        ("- a list", "must be a mapping"),
        ("groups: []", "no list called 'skills'"),
        ("groups: []\nskills: []\nskills: []", "the key 'skills' is used twice"),
        ("groups: []\nskills:\n- just text", "every row is a mapping with an id"),
    ],
)
def test_a_broken_file_is_refused(files, content, message):
    files.path.write_text(content)
    with pytest.raises(SeedError, match=message):
        read_documents(files.seeds)


def test_a_missing_file_is_refused(files):
    with pytest.raises(SeedError, match="No such file"):
        read_documents(files.seeds)


def test_check_touches_no_database(db, django_assert_num_queries):
    out = io.StringIO()
    with django_assert_num_queries(0):
        call_command("seed", "--check", stdout=out)
    assert out.getvalue() == "Content files are valid: 1081 rows in 27 tables.\n"


def test_the_command_says_in_one_line_what_is_wrong(db, monkeypatch, files):
    files.path.write_text("groups: []")
    monkeypatch.setattr("curation.management.commands.seed.all_seeds", lambda: files.seeds)
    with pytest.raises(CommandError, match=r"^Nothing was changed\. .*no list called 'skills'\.$"):
        call_command("seed")


def test_the_shipped_content(db):
    report = seed_database(all_seeds(), at=NOW)
    assert len(report.created) == 1081
    assert {
        model.__name__: model.objects.count()
        for model in (Source, Skill, Credential, EligibilityPath, Step, Milestone, Role)
    } == {
        "Source": 94,
        "Skill": 142,
        "Credential": 17,
        "EligibilityPath": 20,
        "Step": 6,
        "Milestone": 66,
        "Role": 25,
    }
    assert Milestone.objects.filter(required=True).count() == 61
    assert (HowToItem.objects.count(), ProofHint.objects.count()) == (198, 66)
    assert MilestoneVersion.objects.count() == 66
    second = seed_database(all_seeds(), at=NOW)
    assert (second.changes, second.unchanged, second.kept, second.gone) == (0, 1081, [], [])


def test_links_may_name_rows_further_down_in_the_file(seeded):
    """Prerequisites of milestones, and credentials that waive a requirement, come out as the file has them."""
    documents = read_documents(all_seeds())
    for seed, rows in documents.items():
        if seed.model in (Milestone, EligibilityPath, Role):
            for row in seed.model.objects.all():
                assert document_of(seed, row) == rows[row.slug]
    training = EligibilityPath.objects.get(slug="pmp-bachelor").requirements.get(slug="training")
    assert [held.slug for held in training.waived_by.all()] == ["capm"]
    assert [
        held.slug
        for path in Credential.objects.get(slug="pmi-acp").paths.filter(slug="acp-pmp")
        for requirement in path.requirements.filter(kind="holds")
        for held in requirement.holds.all()
    ] == ["pmp"]


def test_a_term_stands_once_in_a_skill_whatever_its_case(db):
    """Otherwise the lowercase one would match what its case-sensitive twin is there to leave alone."""
    shipped = next(rows for seed, rows in read_documents(all_seeds()).items() if seed.model is Skill)
    for slug, document in shipped.items():
        lower = [alias["term"].lower() for alias in document["aliases"]]
        assert sorted(set(lower)) == sorted(lower), slug
    assert sum(len(document["aliases"]) for document in shipped.values()) == 1250
    assert sum(alias["case_sensitive"] for document in shipped.values() for alias in document["aliases"]) == 116


def test_the_command_says_what_it_left_alone_and_what_it_overwrote(files, monkeypatch):
    files.seed()
    monkeypatch.setattr("curation.management.commands.seed.all_seeds", lambda: files.seeds)
    Skill.objects.filter(slug="scrum").update(description="As the curator says.")
    files.skills.pop()
    files.path.write_text(yaml.safe_dump({"groups": files.groups, "skills": files.skills}))

    def run(*arguments):
        out = io.StringIO()
        call_command("seed", *arguments, stdout=out)
        return out.getvalue().splitlines()

    gone = "No longer in its file, retire it in the admin if it should go: evidence.skill kanban"
    assert run() == [
        "Left alone, edited by a curator: evidence.skill scrum (description)",
        gone,
        "Content: 0 created, 0 updated, 0 overwritten, 1 left alone, 1 unchanged.",
    ]
    assert run("--overwrite") == [
        "Overwritten, a curator's edit is gone: evidence.skill scrum",
        gone,
        "Content: 0 created, 0 updated, 1 overwritten, 0 left alone, 1 unchanged.",
    ]


def test_check_names_what_is_wrong_and_writes_nothing(files, monkeypatch, django_assert_num_queries):
    files.skills[1] |= {"level": "expert"}
    files.path.write_text(yaml.safe_dump({"groups": files.groups, "skills": files.skills}))
    monkeypatch.setattr("curation.management.commands.seed.all_seeds", lambda: files.seeds)
    with django_assert_num_queries(0), pytest.raises(CommandError, match=r"skills row 2 \(kanban\): level"):
        call_command("seed", "--check")


def test_a_changed_milestone_gets_a_version_and_an_unchanged_one_none(db):
    seed_database(all_seeds(), at=NOW)
    seeds = all_seeds()
    milestone = Milestone.objects.get(slug="creds-stocktake")
    Resource.objects.filter(milestone=milestone).update(name="Renamed by a curator")
    milestone.record_version(at=NOW)
    report = seed_database(seeds, at=NOW)
    assert report.kept == ["roadmap.milestone creds-stocktake"]
    assert MilestoneVersion.objects.filter(milestone=milestone).count() == 2
    seed_database(seeds, at=NOW, overwrite=True)
    assert MilestoneVersion.objects.filter(milestone=milestone).count() == 3
    assert MilestoneVersion.objects.count() == 68


@pytest.mark.django_db(transaction=True)
def test_two_machines_that_seed_at_once_do_not_meet(tmp_path):
    files = Files(tmp_path)
    files.path.write_text(yaml.safe_dump({"groups": files.groups, "skills": files.skills}))
    reports = at_once(*[lambda: seed_database(files.seeds, at=NOW)] * 2)
    assert sorted(report.changes for report in reports) == [0, 3]


text = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=1, max_size=30)
aliases = st.lists(st.tuples(text, st.booleans()), max_size=4, unique_by=lambda row: row[0]).map(
    lambda rows: [{"id": f"a{n}", "term": term, "case_sensitive": case} for n, (term, case) in enumerate(rows)]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(rows=st.lists(st.tuples(text, st.sampled_from([1, 2, 3]), text, aliases), min_size=1, max_size=4))
def test_what_is_written_reads_back_as_the_same_document(files, rows):
    files.skills = [
        {
            "id": f"s{n}",
            "name": name,
            "group": "methods",
            "weight": weight,
            "level": "mid",
            "description": description,
            "aliases": own,
        }
        for n, (name, weight, description, own) in enumerate(rows)
    ]
    files.seed(overwrite=True)
    documents = read_documents(files.seeds)[files.seeds[1]]
    for slug, document in documents.items():
        assert document_of(files.seeds[1], Skill.objects.get(slug=slug)) == document


def test_seeds_are_listed_so_that_nothing_refers_upward():
    seen = set()
    for seed in all_seeds():
        for name in seed.references:
            assert seed.model._meta.get_field(name).related_model in {*seen, seed.model}
        seen.add(seed.model)
    assert replace(all_seeds()[0]).table == "curation.source"
