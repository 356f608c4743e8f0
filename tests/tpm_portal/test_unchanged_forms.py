"""Every form of the site that shows what is stored, opened and saved unchanged: nothing changes, and it says so."""

import re
import uuid
from datetime import timedelta
from decimal import Decimal
from functools import cache, partial
from zoneinfo import ZoneInfo

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.models import DateField
from django.test import Client
from django.urls import URLPattern, get_resolver, resolve, reverse
from django.utils import timezone

from accounts.days import latest_day
from accounts.models import User
from evidence.models import Credential, Evidence, RenewalUnits, Skill
from evidence.records import rating
from interviews.mock import helping, mocking
from interviews.models import Category, Competency, Dimension, Interview, Question, RoundType
from interviews.practice import answering, practicing
from keeping import declaring, verbs
from resumes.making import arranging
from resumes.making.models import SentCopy
from roadmap import tracking
from roadmap.models import MilestoneProgress
from salaries.models import KeptNumber, Occupation, Place
from tests.factories.accounts import make_user
from tests.factories.applications import make_full_application
from tests.factories.evidence import (
    make_credential,
    make_education,
    make_evidence,
    make_held,
    make_own,
    make_position,
    make_project,
    make_skill,
    make_training,
)
from tests.factories.interviews import (
    make_asked,
    make_category,
    make_competency,
    make_dimension,
    make_interview,
    make_mock,
    make_question,
    make_round,
    make_story,
    make_telling,
)
from tests.factories.resumes import (
    make_annex,
    make_bullet,
    make_contact,
    make_line,
    make_mention,
    make_resume,
    make_sent,
)
from tests.factories.reviews import make_comment, make_review_link
from tests.factories.roadmap import make_aim, make_milestone, make_role
from tests.factories.salaries import make_distribution
from tests.forms import forms_of

# Spaces, quotes, markup, an entity, other scripts, a line break at the beginning and in between.
TEXT = "\n\nA <b>“first”</b> line &amp; more\n\n  indented,  then\tहिन्दी Київ ελιά\n\nthe 'last'"
LINE = "<b>“A”</b> &amp; 'more',  हिन्दी Київ"

# What is sent there goes on or begins something by being pressed; it does not show what is stored to be edited.
PRESSES = {
    "account_calendar_make": "An address is ready.",
    "mock_step": "The run goes on.",
    "rate": "A grade is one more review.",
    "asked_rate": "A grade is one more review.",
    "mock_rate": "A grade is one more review.",
    "mock_leave": "It leads elsewhere.",
    "mock_help": "It leads elsewhere.",
    "mock_end": "It asks first.",
    "attach": "What is chosen is attached; the list offers what is not yet.",
    "account_email": "It asks for a new address, and shows none.",
    "account_delete": "It asks for the password, and shows nothing.",
    "send": "It keeps one more copy.",
    "attach_copy": "It keeps one more copy.",
    "split": "It makes two rows of one.",
}
# So does one button of a form that shows what is stored, by the name of its address.
PRESSED_BUTTONS = {("dismiss", "again"): "What was let stand is looked at again."}
# Of these one can be filled, and every one of them is in some row.
ONE_OF = {
    "resumes.Bullet": ("position", "project", "mention"),
    "evidence.HeldCredential": ("credential", "name", "issuer"),
}
# How pages say that nothing had changed.
UNCHANGED = (
    *("Nothing had changed.", "that is what you had said.", "It&#x27;s already saved as version 1."),
    # Of a question that somebody who helps has scored.
    "Saved: 1 score and notes.",
)


def tables():
    return [model for model in apps.get_models() if model._meta.managed and model.__name__ != "Session"]


def everything():
    """All that is stored, as it is stored: the rows of each table, in one query for all of them."""
    with connection.cursor() as cursor:
        cursor.execute(_every_row())
        found = dict(cursor.fetchall())
    return {model: found[model._meta.db_table] for model in tables()}


@cache
def _every_row():
    every = "SELECT '{0}', array(SELECT t::text FROM \"{0}\" AS t ORDER BY t::text)"
    return " UNION ALL ".join(every.format(model._meta.db_table) for model in tables())


@pytest.fixture(scope="module")
def made(made_once):
    """What addresses take, by name, of a learner with a row in each table: made once for all tests of a module."""
    return fill(make_user("learner@example.org"))


@pytest.fixture
def learner(db, made):
    return User.objects.get(email="learner@example.org")


@pytest.fixture
def world(client, learner, made):
    client.force_login(learner)
    return made


@pytest.fixture(scope="module")
def opened(made):
    """Every page of that learner, opened once for all tests of a module."""
    client = Client()
    client.force_login(User.objects.get(email="learner@example.org"))
    return list(pages(client, made))


def fill(learner):
    """At least one row in each table, every field of it filled. Returns what addresses take, by name."""
    now, today = timezone.now(), timezone.localdate()
    learner.name, learner.time_zone = LINE, "America/Argentina/Buenos_Aires"
    learner.save()
    dimension, category = make_dimension(), make_category()
    question = make_question(category=category)
    skill, credential, kind = make_skill(), make_credential(), make_round(category)
    competency = make_competency(questions=[question])
    position = make_position(
        learner,
        **{"employer": LINE, "title": LINE, "place": LINE, "kind": "contract", "starts": "2021-03-15", "ends": "2024"},
        **{"summary": TEXT.strip(), "url": "https://example.org/"},
    )
    project = make_project(
        learner,
        **{
            "title": LINE,
            "position": position,
            "organization": LINE,
            "kind": "contract",
            "role": LINE,
            "part": "took_part",
        },
        **{"starts_on": today - timedelta(days=900), "ends_on": today - timedelta(days=400), "exact": True},
        **{
            "professional": True,
            "professional_said": True,
            "is_program": True,
            "is_construction": True,
            "team_size": 12,
            "hours": 1200,
        },
        **{"budget": "to_1m", "purpose": TEXT.strip(), "description": TEXT.strip(), "confirmer_name": LINE},
        **{"confirmer_contact": LINE, "confidential": True, "approach": "agile"},
    )
    piece = make_evidence(
        learner,
        **{"happened": TEXT.strip(), "did": TEXT.strip(), "result": TEXT.strip(), "amount": Decimal("-1234.50")},
        **{"unit": LINE, "on": today - timedelta(days=800), "project": project},
        **{"position": position, "do_not_claim": TEXT.strip()},
        skills=[skill.slug],
        links=[["https://example.org/a?b=%20c&d=é", LINE], ["http://example.org/", ""]],
    )
    education = make_education(learner, title=LINE, institution=LINE, accredited=True, was_over=True)
    training = make_training(
        learner, provider=LINE, hours=Decimal("7.5"), credential=credential, url="https://example.org/c"
    )
    held = make_held(learner, credential, expires_on=today + timedelta(days=90), number=LINE, url="https://e.org/")
    named = make_held(
        learner,
        **{"credential": None, "name": LINE, "issuer": LINE, "expires_on": today, "number": LINE},
        **{"url": "https://e.org/"},
    )
    units = make_own(
        RenewalUnits, learner, holding=held, what=LINE, units=Decimal("0.25"), earned_on=today - timedelta(days=9)
    )
    rating.rate(user=learner, skill=skill, values={"now": 2, "wanted": 4}, at=now)
    make_skill()
    asked = make_asked(learner, text=LINE, category=category, company=LINE, round=LINE, on=today - timedelta(days=30))
    interview = make_interview(
        learner,
        **dict.fromkeys(("note", "about_company", "to_ask"), TEXT.strip()),
        **{"company": LINE, "on": today, "at": "14:30:05.25", "place": LINE, "round_type": kind, "minutes_per_day": 45},
    )
    parts = dict.fromkeys(
        ("situation", "task", "action", "result", "reflection", "in_30", "in_90", "in_180"), TEXT.strip()
    )
    story = make_story(
        learner,
        **parts,
        headline=LINE,
        happened_on=today - timedelta(days=700),
        skills=[skill.slug],
        competencies=[competency.slug],
        questions=[question.slug],
        evidence=[piece.pk, make_evidence(learner).pk],
    )
    telling = make_telling(
        story, employer="Acme", to_whom=LINE, on=today - timedelta(days=3), interview=interview, note=LINE
    )
    # Told there a second time, and kept by saying so.
    make_telling(story, employer="Acme", on=today - timedelta(days=2))
    for row in (question, asked):
        values = dict.fromkeys(answering.FIELDS, "") | {"text": TEXT.strip()}
        answering.keep_version(user=learner, row=row, values=values, seen=0, at=now)
    practicing.set_daily_cap(learner, 7)
    going = make_mock(learner, question, level="mid", category=category)
    ended = make_mock(learner, question)
    mocking.step(ended, place=1, phase="question", text=TEXT, seen=0, at=now)
    mocking.end(ended, place=1, phase="follow_up", at=now)
    made = helping.make_link(mock=going, token=uuid.uuid4(), name=LINE, at=now)
    (sheet,) = helping.sheets(made.link)
    helping.save(made.link, [helping.Heard(sheet, {dimension.pk: 3}, TEXT)], at=now)
    milestone = make_milestone()
    milestone.skills.add(skill)
    act = {"user": learner, "milestone": milestone, "at": timezone.now()}
    tracking.change_state(state="done", today=today - timedelta(days=3), **act)
    days = {"started_on": today - timedelta(days=50), "finished_on": today - timedelta(days=40), "target_on": today}
    tracking.set_dates(**days, **act)
    tracking.write_note(note=TEXT, seen=0, **act)
    tracking.add_link(url="https://example.org/", title=LINE, **act)
    tracking.attach(piece=piece, **act)
    make_evidence(learner)
    figures = make_distribution(figures={"p50": 100_000}, currency="CAD")
    KeptNumber.objects.keep(
        user=learner,
        **{"amount": Decimal("95000.50"), "currency": "CAD", "period": "month", "kind": "total"},
        **{"place": figures.place, "occupation": figures.occupation, "level": "senior", "at": now},
    )
    mention = make_mention(
        learner,
        **dict.fromkeys(("title", "organization", "place", "level", "score", "sort"), LINE),
        **{"kind": "projects", "starts": "2019", "ends": "2020-02", "text": TEXT.strip(), "url": "https://e.org/"},
        **{"words": [LINE], "roles": [LINE]},
    )
    make_contact(
        learner,
        **dict.fromkeys(("name", "phone", "address", "city", "region"), LINE),
        **{"postal_code": "C1425", "country_code": "AR", "url": "https://example.org/?a=%20b"},
        profiles=[{"network": LINE, "username": LINE, "url": "https://example.org/é"}],
    )
    make_annex(learner, of=position)
    bullets = [
        make_bullet(learner, text=TEXT.strip(), position=position, evidence=[piece]),
        make_bullet(learner, text=LINE, project=project),
        make_bullet(learner, text=LINE, mention=mention),
    ]
    base = make_resume(learner, name=LINE, purpose=LINE, paper="a4")
    tailored = make_resume(
        learner, name=LINE, purpose=LINE, look="compact", paper="letter", base=base, posting=TEXT.strip()
    )
    wordings = [f"bullet:{bullets[0].token}", f"position:{position.token}", "text:summary", "section:experience"]
    make_line(base, "text:headline", wording=LINE)
    make_line(base, wordings[0], wording="Otherwise")
    make_line(tailored, wordings[0], wording=TEXT.strip())
    make_line(tailored, "text:summary", wording=TEXT.strip())
    make_line(tailored, f"bullet:{bullets[1].token}", shown=False)
    arranging.dismiss(tailored, code="no-number", key=wordings[0], reason=LINE, stands=True, at=now)
    to_review, review_link = make_review_link(tailored, name=LINE, note=TEXT.strip(), shows_contact=True)
    about = {"key": "text:summary", "about": TEXT.strip()}
    comment = make_comment(review_link, **about, text=TEXT.strip())
    make_comment(review_link, text="Shorter", state="accepted")
    copy = make_sent(tailored, name=LINE, employer=LINE, purpose=LINE)
    make_aim(learner, interview_ahead=True, led="five", role=make_role(), credential=credential)
    linked = {"resume": tailored, "copy": copy, "skill": skill, "credential": credential, "interview": interview}
    applied = make_full_application(learner, line=LINE, text=TEXT.strip(), today=today, **linked)
    return {
        ("question",): [[question.slug]],
        ("asked",): [[asked.pk]],
        ("interview",): [[interview.pk]],
        ("round",): [[interview.pk]],
        ("mock",): [[going.pk], [ended.pk]],
        ("mock", "place"): [[ended.pk, 1]],
        ("mock", "link"): [[going.pk, made.link.pk]],
        ("secret",): [[made.secret], [to_review.split("/")[-2]]],
        ("story",): [[story.pk]],
        ("story", "telling"): [[story.pk, telling.pk]],
        ("project",): [[project.pk]],
        ("position",): [[position.pk]],
        ("piece",): [[piece.pk]],
        ("resume",): [[base.pk], [tailored.pk]],
        ("resume", "number"): [[tailored.pk, 1]],
        ("resume", "ending"): [[tailored.pk, "pdf"]],
        ("bullet",): [[bullet.pk] for bullet in bullets],
        ("mention",): [[mention.pk]],
        ("resume", "link"): [[tailored.pk, review_link.pk]],
        ("resume", "comment"): [[tailored.pk, comment.pk]],
        ("resume", "comment", "act"): [[tailored.pk, comment.pk, "accept"]],
        ("copy",): [[copy.pk]],
        ("application", "copy"): [[applied["application"].pk, copy.pk]],
        **{(name,): [[row.pk]] for name, row in applied.items() if name != "interview"},
        ("copy", "ending"): [[copy.pk, "pdf"]],
        # What is asked for at an address, by its name.
        "resumes:word": [f"?key={key}" for key in ("text:headline", *wordings)],
        "resumes:dismiss": [f"?code=no-number&key={wordings[0]}"],
        "applications:add_offer": [f"?application={applied['application'].pk}"],
        "applications:add_round": [f"?application={applied['application'].pk}"],
        "applications:add_requirement": [f"?application={applied['application'].pk}"],
        ("skill",): [[skill.slug]],
        ("credential",): [[credential.slug]],
        ("kind",): [["education"], ["training"], ["credential"], ["units"]],
        ("kind", "row"): [
            ["education", education.pk],
            ["training", training.pk],
            ["credential", held.pk],
            ["credential", named.pk],
            ["units", units.pk],
        ],
        ("step",): [[milestone.step.slug]],
        ("step", "milestone"): [[milestone.step.slug, milestone.slug]],
        ("role", "place", "industry"): [
            [figures.occupation.slug, figures.place.slug, figures.industry.slug],
        ],
        (): [[]],
    }


# These name nothing that is edited: acts that answer to POST alone, pages of mails, content pages.
NAMELESS = {
    *(
        ("version",),
        ("event",),
        ("deletion",),
        ("token",),
        ("recovery",),
        ("subject", "row"),
        ("key",),
        ("uidb36", "key"),
        ("letter", "key"),
        ("section",),
        ("page",),
        ("slug",),
    ),
    *(("step", "milestone", "event"), ("step", "milestone", "item"), ("step", "milestone", "link")),
    *(("step", "milestone", "piece"), ("path",), ("role",), ("device",)),
    # It asks once more who it is, see tests.accounts.test_passkeys.
    ("passkey",),
}


def patterns(resolver, namespaces=(), taken=()):
    """All addresses of the site but those of the admin: the name with its namespace, and the names of what it takes."""
    for pattern in resolver.url_patterns:
        names = (*taken, *pattern.pattern.converters, *pattern.pattern.regex.groupindex)
        names = tuple(dict.fromkeys(names))
        if isinstance(pattern, URLPattern):
            if pattern.name:
                yield ":".join((*namespaces, pattern.name)), names
        elif pattern.namespace != "admin":
            yield from patterns(pattern, (*namespaces, *filter(None, [pattern.namespace])), names)


def pages(client, world):
    """Every page that can be opened, by its address."""
    for name, takes in patterns(get_resolver()):
        if takes in NAMELESS:
            continue
        assert takes in world, f"{name} takes {takes}: say in the world, or in NAMELESS, what that is."
        for values in world[takes]:
            for asked in world.get(name, [""]):
                address = reverse(name, kwargs=dict(zip(takes, values, strict=True))) + asked
                response = client.get(address)
                if response.status_code == 200 and response.headers["Content-Type"].startswith("text/html"):
                    yield name, address, response


def shows_what_is_stored(form):
    """Whether a form is there to change something: something stands in it, and it is not the form of a new row."""
    sent = dict(form.fields)
    return form.method == "post" and bool(form.filled()) and not ("token" in sent and sent.get("seen") == "0")


def saved_unchanged(client, form, before):
    """What changed, and whether a page said that nothing had, for every button of a form but those that only act."""
    changed, words = set(), []
    for button in form.buttons or [("", "", "")]:
        where = button[2] or form.action
        pressed = str(resolve(where.partition("?")[0]).url_name)
        if pressed in PRESSES or (pressed, button[1]) in PRESSED_BUTTONS:
            continue
        with transaction.atomic():
            response = client.post(where, form.data(button), follow=True)
            after = everything()
            transaction.set_rollback(True)
        changed |= {model.__name__ for model in before if before[model] != after[model]}
        assert response.status_code in (200, 422), (where, response.status_code)
        words.append(response.content.decode())
    return changed, not words or any(said in page for page in words for said in UNCHANGED)


def retire_what_is_chosen():
    """What rows of the learner point to: what is curated is retired, what is their own is in the bin."""
    now = timezone.now()
    for model in (Category, Competency, Dimension, Question, RoundType, Credential, Skill, Occupation, Place):
        for row in model.objects.all():
            row.retire(at=now)
    for piece in Evidence.objects.exclude(project=None):
        verbs.put_in_bin(piece.project, at=now)
        verbs.bring_back(piece, at=now)
    for row in (*Interview.objects.all(), *Evidence.objects.filter(project=None)):
        verbs.put_in_bin(row, at=now)


def judged(client, opened):
    found, problems, before = set(), [], everything()
    for name, address, page in opened:
        for form in forms_of(page, address):
            if not shows_what_is_stored(form):
                continue
            changed, said = saved_unchanged(client, form, before)
            found.add(name)
            if changed:
                problems.append(f"{name} {address} {form.action} changed {sorted(changed)}")
            elif not said:
                problems.append(f"{name} {address} {form.action} did not say that nothing had changed")
    return found, problems


def test_the_world_has_every_field_filled(world):
    """What is not filled cannot be lost, and would prove nothing."""
    for model in declaring.tables().values():
        rows, one_of = model.objects.all(), ONE_OF.get(model._meta.label, ())
        always = [name for name in model.FIELDS if name not in one_of]
        assert any(all(map(partial(filled, row), always)) for row in rows), model
        assert all(any(filled(row, name) for row in rows) for name in one_of), model


def filled(row, name):
    return getattr(row, name) not in (None, "", False)


def test_every_form_saved_unchanged_changes_nothing_and_says_so(client, world, opened):
    found, problems = judged(client, opened)
    assert not problems, "\n".join(problems)
    # Whatever is called so is one, and was looked at.
    edits = {name for name, _ in patterns(get_resolver()) if "edit" in name}
    assert edits | {"resumes:contact", "resumes:word", "resumes:dismiss"} <= found


def test_what_was_chosen_stays_when_it_is_no_longer_offered(client, world):
    retire_what_is_chosen()
    _, problems = judged(client, pages(client, world))
    assert not problems, "\n".join(problems)


def dated():
    """The tables whose days can be moved: a copy that was sent stays as it was, and no form shows its day."""
    return [model for model in (*declaring.tables().values(), MilestoneProgress) if model is not SentCopy]


def days_of(model):
    return [field.name for field in model._meta.fields if type(field) is DateField]


def test_days_that_were_today_where_the_learner_was_then_stay(client, learner, world):
    """Recorded where each day begins first, and now it is still the day before, or the one before that."""
    learner.time_zone = "Etc/GMT+12"
    learner.save()
    there = latest_day(timezone.now())
    assert there > timezone.localdate(timezone=ZoneInfo(learner.time_zone))
    moved = dated()
    for model in moved:
        model.objects.filter(user=learner).update(**dict.fromkeys(days_of(model), there))
    # An interview so far ahead as it may be, and a target in the last year that is offered there.
    Interview.objects.update(on=there + timedelta(days=366))
    MilestoneProgress.objects.update(target_on=there.replace(day=28, year=there.year + 50))
    assert sum(len(days_of(model)) for model in moved) >= 13
    found, problems = judged(client, pages(client, world))
    assert not problems, "\n".join(problems)
    # Nor does the browser stop what the server takes.
    for _, address, page in pages(client, world):
        for field in re.findall(r'<input type="date"[^>]*>', page.content.decode()):
            value, most = (re.search(rf' {name}="([^"]*)"', field) for name in ("value", "max"))
            assert not value or not most or value[1] <= most[1], (address, field)
    assert {"evidence:edit_piece", "evidence:edit_background", "evidence:edit_project", "roadmap:milestone"} <= found


def test_another_day_is_still_judged(client, learner, world):
    learner.time_zone = "Etc/GMT+12"
    learner.save()
    there = latest_day(timezone.now())
    day = there + timedelta(days=1)
    for model in dated():
        model.objects.filter(user=learner).update(**dict.fromkeys(days_of(model), there))
    before, judgements = everything(), 0
    for name, address, page in pages(client, world):
        for form in forms_of(page, address):
            past = [one for one in form.typed if one in ("on", "finished_on", "earned_on", "started_on", "happened_on")]
            to_come = name in ("interviews:edit_interview", "applications:edit_round") or "education" in address
            if not shows_what_is_stored(form) or to_come:
                continue
            for one in past:
                said = client.post(form.action, form.data(**{one: day})).content.decode()
                assert "cannot be in the future. Today is" in said, (address, one)
                judgements += 1
    assert everything() == before
    # Evidence, training, a credential, its units, an own question, a story, a telling, and two days of a milestone.
    assert judgements >= 9
