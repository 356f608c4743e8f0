"""Who may import whom: down only, never sideways, never up, and nothing imports ``tpm_portal``."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FLOORS = {
    "accounts": 0,
    "curation": 0,
    "evidence": 1,
    "salaries": 1,
    "roadmap": 2,
    "interviews": 2,
    "resumes": 2,
    "applications": 3,
    "tpm_portal": 4,
}
# Guards and the user's own type are offered by the ground floor to every floor above it.
FILES = [file for app in FLOORS for file in sorted((ROOT / app).rglob("*.py"))]
PURE = (
    "curation/folding.py",
    "curation/queries.py",
    "roadmap/progress.py",
    "roadmap/changes.py",
    "roadmap/likely.py",
    "evidence/catalog/eligibility.py",
    "evidence/catalog/months.py",
    "evidence/records/skill_states.py",
    "evidence/catalog/wording.py",
    "evidence/catalog/worth.py",
    "interviews/practice/comparing.py",
    "interviews/stories/coverage.py",
    "interviews/bank/speaking.py",
    "interviews/bank/synonyms.py",
    "interviews/practice/trends.py",
    "interviews/stories/told.py",
    "curation/names.py",
    "curation/numbers.py",
    "salaries/pay.py",
    "salaries/placing.py",
    "salaries/ruler.py",
)


def apps_named(tree):
    """The apps a module imports or names in a string foreign key such as ``"evidence.Skill"``."""
    for node in ast.walk(tree):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names = [node.module]
        elif isinstance(node, ast.Call):
            first = [argument.value for argument in node.args[:1] if isinstance(argument, ast.Constant)]
            names = [value for value in first if isinstance(value, str) and value.count(".") == 1]
        yield from (name.split(".")[0] for name in names if name.split(".")[0] in FLOORS)


def test_there_are_files_to_check():
    assert len(FILES) > 60


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_imports_go_down_only(file):
    app = file.relative_to(ROOT).parts[0]
    for named in apps_named(ast.parse(file.read_text())):
        assert named == app or FLOORS[named] < FLOORS[app]


@pytest.mark.parametrize("name", PURE)
def test_pure_modules_import_only_the_standard_library(name):
    tree = ast.parse((ROOT / name).read_text())
    modules = {
        (node.module or "") if isinstance(node, ast.ImportFrom) else node.names[0].name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    pure = {file.removesuffix(".py").replace("/", ".") for file in PURE}
    imported = {module.split(".")[0] for module in modules - pure}
    plain = {
        "bisect",
        "collections",
        "dataclasses",
        "datetime",
        "decimal",
        "difflib",
        "functools",
        "itertools",
        "re",
        "typing",
        "unicodedata",
    }
    assert imported <= plain


def test_templates_include_only_their_own_partials_and_the_shared_ones():
    templates = ROOT / "templates"
    for file in templates.rglob("*.html"):
        folder = file.relative_to(templates).parts[0]
        if folder.endswith(".html"):
            continue  # the pages that join the apps
        for line in file.read_text().split("{% include ")[1:]:
            name = line.split('"')[1]
            assert name.startswith(("includes/", f"{folder}/")), f"{file} includes {name}"
