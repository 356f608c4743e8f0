"""A database of commit d7bf2e8 becomes one of today: its learner reads the same, and can take back the same.

``database.sql.xz`` holds the rows and ``pages.txt.xz`` what their learner read; ``then/fill.py`` made both, ``walk.py``
uses them. The sentences around it have all been written anew since, so it is what the learner recorded that is
compared, see ``facts.py``; what of it is shown no more stands below, one by one, with the reason.
"""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.upgrade.facts import facts
from tests.upgrade.reading import OLD_WINDOW, parted, unpacked

pytestmark = pytest.mark.xdist_group("upgrade")
ROOT = Path(__file__).parent.parent.parent

# Tables that have another name now.
MOVED = {"salaries_importbatch": "curation_batch", "salaries_change": "curation_change"}
# The logs, of which each event is looked for; and whoever writes to the bank sweeps away the marks of older editions.
COUNTED_OTHERWISE = {"evidence_ownevent", "roadmap_progressevent", "interviews_edition"}
WALK = "import django; django.setup(); from tests.upgrade import walk; walk.main()"
# The pages of what is paid have other figures with every edition. Of them the learner's own number is compared.
PAY = "/salaries/"
NUMBER = (
    *("Amount* [98000.00]", "Currency* [US dollars (USD)]", "For* [a year]", "Base or total* [Base pay]"),
    *("Place* [United States]", "Role [Technical project manager and its neighbors]", "Level* [Any level]"),
)
# What is on a page no more, and why: regular expressions.
SAID_OTHERWISE: dict[str, str] = {
    r".*/evidence/projects/.*: words: Move of the billing": "It stood in the help of a field, which is said otherwise.",
    r".*/evidence/\d+/.*: fields: 2026-11-29": "The form of a piece shows its own day; it showed today.",
    r"/interviews/stories/5/told/5/: fields: Globex": "An employer that is the interview's is not in the field too.",
}
# How many events each had in all logs together.
PEOPLE = {"learner@example.org": 195, "stranger@example.org": 195}
# The tables of that day in which a learner can have nothing: of curators, and of rights.
EMPTY = {
    *("accounts_user_groups", "accounts_user_user_permissions", "curation_importdraft", "evidence_descriptionlimit"),
    "salaries_importbatch",
}


@pytest.fixture(scope="module")
def walked(then_beside):
    """What ``walk.py`` found, in a database beside those of the tests."""
    inherited = {key: value for key, value in os.environ.items() if key != "DJANGO_ALLOW_ASYNC_UNSAFE"}
    done = subprocess.run(
        [sys.executable, "-c", WALK],
        cwd=ROOT,
        env=inherited | {"DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": then_beside},
        capture_output=True,
        text=True,
        timeout=560,
        stdin=subprocess.DEVNULL,
    )
    print(done.stderr)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def then():
    """What the learner read then, by page, and what pressing showed."""
    return parted(unpacked("pages.txt.xz"))


def test_an_empty_database_gets_the_tables_that_migrations_lead_to(walked):
    upgraded, laid_at_once = (tables.splitlines() for tables in walked["tables"])
    assert len(laid_at_once) > 5_000
    assert laid_at_once == upgraded


def test_no_row_is_lost(walked):
    before, after = walked["counts"]
    assert (before["accounts_user"], before["interviews_question"]) == (2, 123)
    kept = {name: rows for name, rows in before.items() if not name.startswith(("account_", "auth_", "django_"))}
    assert {name for name, rows in kept.items() if not rows} == EMPTY
    now = {name: after.get(MOVED.get(name, name), 0) for name in before if name not in COUNTED_OTHERWISE}
    assert {name: (before[name], rows) for name, rows in now.items() if rows < before[name]} == {}


def test_every_event_is_in_one_log(walked):
    before, after = walked["events"]
    assert {who: sum(before[event] for event in before if event.startswith(who)) for who in PEOPLE} == PEOPLE
    assert after == before


def test_every_row_belongs_to_the_learner_whose_row_it_hangs_on(walked):
    """As it was migrated, and after every page was used."""
    assert walked["at_odds"] == [{}, {}]


def test_what_is_undone_or_restored_shows_what_was_before(then):
    """Of the pages then: that what is compared below says something."""
    presses = [name for name in then if ", by " in name]
    assert Counter(name.split()[0] for name in presses) == {"undo": 28, "restore": 11}
    assert [name for name in presses if "Nothing to undo" in then[name] or "It is not in the bin" in then[name]] == []


def test_every_page_still_says_what_the_learner_recorded(walked, then):
    """Their words, what is counted of them, their days and times, and what stands in their forms."""
    now, own, lost = walked["pages"], walked["own"], []
    windows = {name: now.pop(name) for name in list(now) if name.endswith(OLD_WINDOW)}
    assert list(now) == list(then)
    for name, text in then.items():
        if not name.startswith(PAY):
            lost += [f"{name}: {one}" for one in facts(text, own).missing_in(facts(now[name], own))]
    unlisted = [one for one in lost if not any(re.fullmatch(known, one) for known in SAID_OTHERWISE)]
    assert unlisted == [], "\n".join(unlisted)
    assert [known for known in SAID_OTHERWISE if not any(re.fullmatch(known, one) for one in lost)] == []
    # A page that was opened before the upgrade sends its press to the address of that day.
    assert windows == {name: now[name.removesuffix(OLD_WINDOW)] for name in windows}


def test_the_learners_number_is_what_it_was(walked, then):
    for pages in (then, walked["pages"]):
        lines = pages[f"{PAY}my-number/"].split("\n")
        assert [line for line in lines if line in NUMBER] == list(NUMBER)
        assert [line for line in lines if line.startswith("Delete my number")] != []


def test_seeding_brings_the_content_up_to_date_once(walked):
    assert ", 0 created, 0 updated" in f", {walked['seeded'].partition(': ')[2]}"
    assert set(walked["statuses"].values()) == {200}, walked["statuses"]
