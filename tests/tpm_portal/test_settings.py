"""Every variable that the settings read is told to operators, and nothing else is."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
# Read by Make alone, or only for the one command that asks for them.
ELSEWHERE = {"ADMIN_EMAIL", "ADMIN_PASSWORD"}


def read():
    files = [ROOT / "tpm_portal/settings.py", *(ROOT / "tpm_portal/management").rglob("*.py")]
    code = "".join(file.read_text() for file in files)
    return set(re.findall(r'\benv\.\w+\(\s*"([A-Z_]+)"|environ(?:\.get\(|\[)"([A-Z_]+)"', code))


def test_the_operators_page_and_the_example_name_every_variable_and_no_other():
    names = {one or other for one, other in read()} - ELSEWHERE
    page = (ROOT / "docs" / "operating.md").read_text()
    table = page.partition("| variable | default | meaning |")[2].partition("\n\n")[0]
    rows = [row.split("|")[1] for row in table.splitlines() if row]
    on_page = {name for row in rows for name in re.findall(r"`([A-Z_]+)`", row)}
    in_example = set(re.findall(r"^(?:# )?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    assert on_page == in_example == names
