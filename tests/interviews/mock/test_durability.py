"""Kill -9 of the server between any two steps of a mock interview: it stands exactly where it stood."""

import subprocess
import sys
import time
import uuid

import psycopg2
import pytest

from tests.site import ROOT, Browser, Site

# All that a run needs, instead of the whole content.
PREPARE = """
import django
django.setup()
from tests.factories.interviews import make_category, make_dimension, make_question, make_round
from tpm_portal.static_files import collect_if_changed
collect_if_changed()
categories = [make_category() for _ in range(2)]
for number in range(6):
    make_question(category=categories[number % 2], follow_ups="One?\\nTwo?")
make_dimension()
make_round(*categories, slug="a-round")
"""


@pytest.fixture
def site(tmp_path, migrated_beside):
    """The site as a process group of its own, apart from its database."""
    site = Site(tmp_path, database_url=migrated_beside)
    subprocess.run([sys.executable, "-c", PREPARE], cwd=ROOT, env=site.environment(), check=True)
    site.start(prepare=False)
    yield site
    site.stop()


@pytest.fixture
def rows(migrated_beside):
    """Ask the database itself."""
    connection = psycopg2.connect(migrated_beside)
    connection.autocommit = True

    def rows(query, *arguments):
        with connection.cursor() as cursor:
            cursor.execute(query, arguments)
            return cursor.fetchall()

    yield rows
    connection.close()


class Run:
    """One learner's run: what they send, step by step, and everything that is stored of it."""

    def __init__(self, site, rows, email):
        self.rows = rows
        self.browser = Browser(site.port)
        self.browser.sign_up(email)
        ((self.user,),) = rows("SELECT id FROM accounts_user WHERE email = %s", email)
        ((kind,),) = rows("SELECT id FROM interviews_roundtype WHERE slug = %s", "a-round")
        fields = {
            "round_type": kind,
            "minutes": 8,
            "seed": "amber harbor 42",
            "level": "",
            "mix": "even",
            "category": "",
        }
        self.start = ("/interviews/mock/", fields | {"token": uuid.uuid4(), "seen": 0})
        self.tokens = {}

    def requests(self):
        """What is posted one after the other, each address as the page has it when it is reached."""
        yield self.start
        ((mock, number),) = self.rows(
            "SELECT m.id, count(*) FROM interviews_mockinterview m JOIN interviews_mockquestion q ON q.mock_id = m.id "
            "WHERE m.user_id = %s GROUP BY m.id",
            self.user,
        )
        assert number == 2
        own = f"/interviews/mock/{mock}/"
        for place in (1, 2):
            for phase, edition in (("question", 0), ("follow_up", 3 - place)):
                where = f"?place={place}&phase={phase}"
                if place == 1:
                    yield f"{own}draft/{where}", {"seen": edition, "text": f"Half of {phase}"}
                    edition += 1
                yield f"{own}step/{where}", {"seen": edition, "text": f"{phase} {place}, all of it 🎤"}
        yield f"{own}rate/1/", {"seen": 0, "grade": "nailed", "token": self.tokens.setdefault(1, uuid.uuid4())}

    def stored(self):
        """Everything but keys and times."""
        return {
            "run": self.rows(
                "SELECT place, phase, edition, finished_at IS NULL FROM interviews_mockinterview WHERE user_id = %s",
                self.user,
            ),
            "questions": self.rows(
                "SELECT q.place, text, follow_up, answer, follow_up_answer, q.edition, answer_seconds IS NULL, "
                "follow_up_seconds IS NULL, rating_id IS NULL FROM interviews_mockquestion q "
                "JOIN interviews_mockinterview m ON m.id = q.mock_id WHERE m.user_id = %s ORDER BY q.place",
                self.user,
            ),
            "events": self.rows("SELECT subject, act FROM keeping_event WHERE user_id = %s", self.user),
            "reviews": self.rows(
                "SELECT grade FROM interviews_reviewlog l JOIN interviews_reviewcard c ON c.id = l.card_id "
                "WHERE l.user_id = %s",
                self.user,
            ),
            "ratings": self.rows("SELECT count(*) FROM interviews_ratedanswer WHERE user_id = %s", self.user),
            "versions": self.rows(
                "SELECT number, v.text FROM interviews_answerversion v JOIN interviews_answer a ON a.id = v.answer_id "
                "WHERE v.user_id = %s",
                self.user,
            ),
        }

    def send(self, path, data):
        """Send until it is answered as it should be."""
        assert self.browser.status(path, data) == (200 if "/draft/" in path else 302), self.browser.body
        assert "/account/" not in self.browser.location


def restart(site):
    site.kill_group()
    site.start(prepare=False)


@pytest.mark.xdist_group("whole-site")
def test_a_run_killed_at_every_step_is_the_same_as_one_that_never_was(site, rows):
    never = Run(site, rows, "never@example.org")
    expected = []
    for path, data in never.requests():
        never.send(path, data)
        expected.append(never.stored())
    assert expected[-1]["run"] == [(2, "done", 1, False)]
    assert expected[-1]["versions"] == [(1, "question 1, all of it 🎤")]

    # Each kill hits two learners at the same step.
    on_its_way, unread = Run(site, rows, "on-its-way@example.org"), Run(site, rows, "unread@example.org")
    for one, other, after in zip(on_its_way.requests(), unread.requests(), expected, strict=True):
        before = on_its_way.stored()
        # Of one it was done, and nobody has read the answer.
        answer = unread.browser.send(*other)
        deadline = time.monotonic() + 20
        while unread.stored() != after:
            assert time.monotonic() < deadline
            time.sleep(0.01)  # polling for another process, with the deadline above
        # That of the other is on its way: it was done, or it was not.
        request = on_its_way.browser.send(*one)
        restart(site)
        answer.close()
        request.close()
        assert on_its_way.stored() in (before, after)
        assert unread.stored() == after
        for run, (path, data) in ((on_its_way, one), (unread, other)):
            # The same request once more does what was not done, and nothing else. The page shows what is stored.
            run.send(path, data)
            assert run.stored() == after
            if "/draft/" in path:
                assert run.browser.status(path.partition("draft/")[0]) == 200
                assert data["text"] in run.browser.body
