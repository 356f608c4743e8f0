"""Every arrow of the house goes down: imports, keys, addresses, reverse relations, SQL, and desks that are replaced."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from tests import floors
from tests.floors import FLOORS, JOINTS, ROOMS, ROOT, Arrow, circles, files, imported_by, modules, place, pure

# Wanted all the same: (file, what) with the reason.
WANTED = {
    ("accounts/kept_here.py", "home"): "where whoever deleted or added what was kept in this browser goes",
    ("accounts/views.py", "home"): "where whoever changed the colors goes if nothing says from where they came",
    ("evidence/catalog/views.py", "milestones"): "the page of a skill lists the milestones that build it",
    ("evidence/records/forms/pieces.py", "milestone_rows"): "pieces are filtered by the step that they prove",
    ("evidence/records/views/pieces.py", "milestone_rows"): "a piece lists the milestones that it proves",
    ("interviews/bank/views.py", "milestones"): "a question lists the milestones that build its skills",
    ("interviews/dates/models.py", "applications.Application"): "a round is one row, seen from both rooms",
    ("roadmap/views/aim.py", "home"): "what was answered shows on Today",
    ("templates/accounts/preferences.html", "your_data"): "what an account holds is seen where it is looked after",
    ("templates/account/signup_closed.html", "roadmap:roadmap"): "what can be read without an account",
    ("templates/evidence/assess_found.html", "roadmap:perhaps_done"): "the next thing to do after the ratings",
    ("templates/evidence/assess_found.html", "roadmap:roadmap"): "the next thing to do after the ratings",
    ("templates/evidence/credential.html", "roadmap:roadmap"): "where milestones that lead to it are",
    ("templates/evidence/piece.html", "interviews:add_story"): "a story is told from the piece",
    ("templates/evidence/piece.html", "roadmap:proved_by"): "which milestones a piece proves is said there",
    ("templates/evidence/skill.html", "roadmap:roadmap"): "where milestones that build it are",
    ("templates/evidence/skills_mine.html", "roadmap:perhaps_done"): "what the ratings have settled perhaps",
    (
        "templates/interviews/question.html",
        "roadmap:milestone",
    ): "a question links the milestones that build its skills",
}
# The one desk that an upper floor makes anew, which the lower one cannot know.
REPLACED = {("interviews/admin.py", "Skill"): "a skill's desk shows the questions that ask for it"}


@cache
def every_arrow():
    return [arrow for file in files() for arrow in floors.arrows(file)]


def test_there_are_files_and_arrows_of_each_kind():
    assert len(files()) > 300
    kinds = {arrow.kind for arrow in every_arrow()}
    assert kinds == {"import", "key", "url", "sql", "reverse relation", "replaced admin"}


def test_every_arrow_goes_down_but_for_those_that_are_wanted():
    up = {(arrow.file, arrow.what) for arrow in every_arrow() if arrow.goes_up and arrow.kind != "replaced admin"}
    assert up == set(WANTED)


def test_no_desk_of_another_app_is_replaced_but_for_those_that_are_wanted():
    ours = {(arrow.file, arrow.what) for arrow in every_arrow() if arrow.kind == "replaced admin"}
    assert {key for key in ours if not key[0].startswith("tpm_portal/")} == set(REPLACED)


def test_nothing_imports_what_joins_the_apps():
    arrows = [arrow for arrow in every_arrow() if arrow.kind == "import" and arrow.to == "tpm_portal"]
    assert [arrow for arrow in arrows if not _at_the_top(arrow)] == []


def _at_the_top(arrow):
    return place(arrow.file)[0] == "tpm_portal"


def test_a_room_does_not_reach_through_the_joints_of_its_app():
    joints = {f"{app}.{joint}" for app in ROOMS for joint in JOINTS}
    found = {
        (name, target)
        for name in modules()
        if name.split(".")[0] in ROOMS and name.split(".")[1:2] and name.split(".")[1] in ROOMS[name.split(".")[0]]
        for target in imported_by(name, at_start=False)
        if target in joints and target.split(".")[0] == name.split(".")[0]
    }
    assert found == set()


def test_every_room_stands_in_the_order_and_every_app_on_a_floor():
    for app, rooms in ROOMS.items():
        folders = {path.parent.name for path in (ROOT / app).glob("*/__init__.py")}
        assert folders - {"management", "migrations", "models", "views", "forms"} == set(rooms)
    assert {path.parent.name for path in ROOT.glob("*/apps.py")} <= set(FLOORS)


def test_no_modules_import_each_other_in_a_circle():
    assert circles() == []


def test_what_is_pure_says_so_and_what_says_so_is():
    said = {name for name, tree in modules().items() if re.search(r"\bPure\b", ast.get_docstring(tree) or "")}
    assert said == pure()
    assert len(said) > 30


def test_no_file_is_longer_than_three_hundred_lines():
    long = {str(file.relative_to(ROOT)) for file in files() if len(file.read_text().splitlines()) > 300}
    assert {file for file in long if "/migrations/" not in file} == set()


def test_templates_include_only_their_own_partials_and_the_shared_ones():
    templates = ROOT / "templates"
    for file in templates.rglob("*.html"):
        folder = file.relative_to(templates).parts[0]
        if folder.endswith(".html") or folder == "tpm_portal":
            continue  # the pages that join the apps
        for line in file.read_text().split("{% include ")[1:]:
            name = line.split('"')[1]
            assert name.startswith(("includes/", f"{folder}/")), f"{file} includes {name}"


@pytest.mark.parametrize(
    ("file", "source", "kind", "to"),
    [
        ("evidence/records/x.py", "from roadmap.models import Milestone", "import", "roadmap"),
        ("evidence/records/x.py", "import interviews.bank.views", "import", "interviews.bank"),
        ("interviews/bank/x.py", "from interviews.mock import drawing", "import", "interviews.mock"),
        ("interviews/bank/x.py", "def f():\n    from roadmap import tracking", "import", "roadmap"),
        ("salaries/x.py", "from evidence.models import Skill", "import", "evidence"),
        ("accounts/x.py", "from tpm_portal.views import home", "import", "tpm_portal"),
        ("evidence/catalog/x.py", "ForeignKey('roadmap.Milestone')", "key", "roadmap"),
        ("evidence/catalog/x.py", "ForeignKey(to='interviews.Question')", "key", "interviews"),
        ("evidence/catalog/x.py", "reverse('roadmap:roadmap')", "url", "roadmap"),
        ("curation/x.py", "redirect('home')", "url", "tpm_portal"),
        ("curation/x.py", "TABLE = 'SELECT 1 FROM evidence_skill JOIN x'", "sql", "evidence"),
        (
            "evidence/migrations/0099_x.py",
            "RunSQL('CREATE TRIGGER t AFTER UPDATE ON roadmap_milestone EXECUTE FUNCTION f()')",
            "sql",
            "roadmap",
        ),
        ("evidence/records/x.py", "pieces.filter(milestone_rows__isnull=True)", "reverse relation", "roadmap"),
        ("evidence/records/x.py", "piece.milestone_rows.all()", "reverse relation", "roadmap"),
        ("evidence/records/x.py", "pieces.order_by('milestone_rows__milestone')", "reverse relation", "roadmap"),
        ("interviews/bank/x.py", "Skill.milestones.rel.related_model", "reverse relation", "roadmap"),
        ("interviews/x.py", "admin.site.unregister(Skill)", "replaced admin", "evidence"),
    ],
)
def test_each_kind_of_arrow_is_seen(file, source, kind, to):
    (arrow,) = {arrow for arrow in floors._of_python(file, ast.parse(source)) if arrow.kind == kind}
    assert (arrow.to, arrow.goes_up or kind == "replaced admin") == (to, True)


def test_addresses_in_templates_are_seen():
    (arrow,) = floors._of_template("templates/evidence/x.html", "<a href=\"{% url 'roadmap:roadmap' %}\">")
    assert arrow == Arrow("templates/evidence/x.html", "url", "roadmap", "roadmap:roadmap")
    assert arrow.goes_up


def test_shared_templates_belong_to_the_top():
    assert place("templates/includes/history.html")[0] == "tpm_portal"
    assert place("templates/interviews/story.html") == ("interviews", "")
    assert place(str(Path("interviews") / "bank" / "views.py")) == ("interviews", "bank")
