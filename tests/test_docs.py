"""What the documents name is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "findings" / "README.md"]
# A path with a folder and a file, such as `roadmap/counted.py`.
NAMED = re.compile(r"`((?:[a-z_]+/)+[a-z_]+\.(?:py|md|csv|yaml|sh))`")
LINKED = re.compile(r"\]\(([\w./-]+)\)")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_that_a_document_names_is_there(document):
    text = document.read_text()
    named = [ROOT / path for path in NAMED.findall(text)] + [document.parent / path for path in LINKED.findall(text)]
    assert [str(path) for path in named if not path.exists()] == []


def test_there_are_documents_and_they_name_files():
    assert len(DOCUMENTS) == 21
    assert sum(len(NAMED.findall(document.read_text())) for document in DOCUMENTS) > 40


def test_every_rule_that_the_code_cites_stands_among_the_rules():
    rules = set(re.findall(r"\*\*(R\d+)\*\*", (ROOT / "docs" / "rules.md").read_text()))
    apps = [path.parent for path in ROOT.glob("*/apps.py")]
    cited = {
        number
        for app in apps
        for file in app.rglob("*.py")
        for listed in re.findall(r"\brules? ((?:R\d+(?:, | and )?)+)", file.read_text())
        for number in re.findall(r"R\d+", listed)
    }
    assert rules == {f"R{number}" for number in range(1, 14)}
    assert cited
    assert cited <= rules
