"""Whatever breaks while a learner writes: their texts stand in no report, no mail, no log and on no error page."""

import uuid
from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import get_resolver, reverse
from django.utils import timezone

from applications.lists.forms import MatchForm
from applications.lists.sheets import Sheet, read_sheet
from evidence.models import RenewalUnits
from interviews.mock import helping, mocking
from tests.factories.accounts import make_user
from tests.factories.applications import (
    make_application,
    make_offer,
    make_person,
    make_requirement,
    make_saved_view,
    make_stage,
    make_task,
)
from tests.factories.evidence import (
    make_credential,
    make_education,
    make_evidence,
    make_held,
    make_own,
    make_position,
    make_project,
    make_training,
)
from tests.factories.interviews import (
    make_asked,
    make_dimension,
    make_interview,
    make_mock,
    make_question,
    make_round,
    make_story,
    make_telling,
)
from tests.factories.resumes import make_bullet, make_line, make_mention, make_resume, make_sent
from tests.factories.reviews import make_comment, make_review_link
from tests.factories.roadmap import make_milestone
from tpm_portal.elsewhere.anki_text import read_notes
from tpm_portal.elsewhere.forms import AnkiForm, ArchiveRowsForm, TrackerForm
from tpm_portal.elsewhere.linkedin import cells_in
from tpm_portal.elsewhere.linkedin_cells import written

pytestmark = pytest.mark.django_db
SECRET = "Zanzibar"
URL = "https://example.org/Zanzibar"
ANSWER = dict.fromkeys(("text", "situation", "task", "action", "result"), "")
STORY = ("headline", "situation", "task", "action", "result", "reflection", "in_30", "in_90", "in_180")
TELLING = ("employer", "to_whom", "note")
PROJECT = {
    **dict.fromkeys(("title", "organization", "role", "description", "confirmer_name", "confirmer_contact"), SECRET),
    **{"start_month": "3", "start_year": "2024", "end_month": "5", "end_year": "2025", "part": "led", "kind": "job"},
}
POSITION = {
    **dict.fromkeys(("employer", "title", "place", "summary"), SECRET),
    **{"start_month": "3", "start_year": "2024", "running": "on", "kind": "job", "url": URL},
}
PIECE = dict.fromkeys(("happened", "did", "result", "unit", "do_not_claim"), SECRET)
BACKGROUND = {
    "education": {"level": "bachelor", "finished_on": "2015-06-30", "title": SECRET, "institution": SECRET},
    "training": {
        **{"title": SECRET, "provider": SECRET, "url": URL},
        **{"kind": "pm_education", "hours": "35.5", "finished_on": "2024-03-31"},
    },
    "credential": {"earned_on": "2024-06-15", "number": SECRET, "url": URL},
    "units": {"what": SECRET, "units": "1.25", "earned_on": "2026-03-01"},
}
# What only shows something takes no text.
ONLY_SHOWN = {
    "interviews": {
        *("bank", "surprise", "practice", "trends", "asked_list", "asked", "interviews", "interview", "brief"),
        *("stories", "coverage", "told", "story", "question", "mock", "mock_report"),
    },
    "evidence": {
        *("skills", "skill", "credentials", "credential", "projects", "project", "positions", "pieces", "piece"),
        "background",
        *("my_skills", "ledger", "will_it_count", "ledger_credential", "pack", "pack_markdown"),
    },
    "resumes": {
        *("resumes", "resume", "bullets", "mentions", "sent", "sent_copy", "sent_file", "file", "read"),
        *("revisions", "revision"),
    },
    "applications": {
        *(
            "bookmark",
            "demand",
            "leaks",
            "applications",
            "application",
            "posting",
            "posting_raw",
            "offers",
            "compare_offers",
            "negotiation",
        ),
        *("stages", "table", "calendar"),
        *("people", "tasks", "rounds", "documents", "letter_text"),
        *("list_of_applications", "list_of_history", "proof"),
    },
    "keeping": {"bin", "bin_then"},
    "roadmap": {"roadmap", "step", "milestone"},
    "start": {"interview", "eligible", "pay"},
    "curation": {"about", "preview", "sources", "thanks"},
}
# Nothing a learner wrote is sent or looked up.
WITHOUT_TEXTS = {
    "interviews": {"settings", "favorite", "unfavorite", "mocks", "mock_begin", "bin_mock"},
    "evidence": {"assess", "rate", "read_rule", "settle"},
    "resumes": set(),
    "applications": {
        *("confirm", "join", "steer", "likings", "answer_offer", "take_back_answer", "move", "take_back"),
        *("thank", "contact", "done", "undone", "habits", "attach_copy", "unlink_copy"),
        "take_back_list",
    },
    "curation": set(),
    "keeping": {"restore", "undo", "restore_then", "undo_then"},
    "roadmap": {
        *("perhaps_done", "proved_by", "start", "done", "todo", "skip", "dates", "read", "tick", "untick"),
        *("remove_link", "attach", "detach", "undo", "undo_then", "not_now", "ask_again", "aim"),
    },
    # What is brought are days, months and choices; it is kept by "keep" alone.
    "start": {"bring_interview", "bring_eligible", "bring_pay", "discard"},
}
JOB = {
    **dict.fromkeys(("title", "employer", "places", "pay_words", "source", "note", "raw"), f"{SECRET} again"),
    **{"url": URL, "remote": "no"},
}
ASKED = {"quote": f"{SECRET} again", "strength": "required", "kind": "other", "unlisted": SECRET}
OFFER = {
    **{"form": "verbal", "base": "123,456", "currency": "USD", "period": "year"},
    **dict.fromkeys(("benefits", "note"), f"{SECRET} again"),
}
WORDING = {"wording": SECRET, "was": SECRET}
MENTION = {**dict.fromkeys(("title", "organization", "level", "text"), SECRET), "kind": "languages"}
RESUME = {**dict.fromkeys(("name", "purpose", "posting"), f"{SECRET} again"), "look": "classic"}
CONTACT = {
    **dict.fromkeys(("name", "phone", "city", "region", "address", "postal_code"), SECRET),
    **{"url": URL, "profiles-TOTAL_FORMS": "1", "profiles-INITIAL_FORMS": "0", "profiles-0-url": URL},
}
BROUGHT = {
    **{f"{rows}-{number}_FORMS": "1" for rows in ("entries", "bullets") for number in ("TOTAL", "INITIAL")},
    **{"contact-keep": "on", "contact-name": SECRET, "contact-phone": SECRET, "contact-city": SECRET},
    **{"top-token": uuid.uuid4(), "top-make": "on", "top-name": SECRET, "top-headline": SECRET, "top-summary": SECRET},
    **{"entries-0-token": uuid.uuid4(), "entries-0-keep": "on", "entries-0-kind": "languages"},
    **{f"entries-0-{name}": SECRET for name in ("title", "organization", "place", "text")},
    **{"bullets-0-token": uuid.uuid4(), "bullets-0-keep": "on", "bullets-0-of": "0", "bullets-0-text": SECRET},
}
FILE = SimpleUploadedFile(f"{SECRET}.json", f'{{"basics": {{"name": "{SECRET}"}}}}'.encode())
PERSON = dict.fromkeys(("name", "what", "known_from", "reach", "note"), f"{SECRET} again")
TASK = dict.fromkeys(("what", "note"), f"{SECRET} again")
ROUND = dict.fromkeys(("company", "note"), f"{SECRET} again")
SEVERAL = f"{SECRET} again\n---\n{SECRET} once more\n"
LIST = f"Title,Company,Notes\n{SECRET} again,{SECRET},{SECRET}\n"


def looked_at(text):
    """The form of a list as it is pressed once it was looked at."""
    form = MatchForm({"text": text}, read_sheet(text, with_names=True))
    assert form.is_valid()
    return {"text": text, "keep": "1", "seen": form.digest}


# Of other programs: a tracker, notes of Anki, and a table of LinkedIn's archive.
TRACKED = f"Date,Activity,Notes\n2025-11-03,{SECRET} again,{SECRET}\n"
DECK = f"#separator:tab\n{SECRET} again?\t{SECRET}\n"
JOBS = f"Company Name,Title,Description,Location,Started On,Finished On\n{SECRET} again,{SECRET},{SECRET},,2020,\n"
CELLS = written(cells_in(JOBS.encode(), f"{SECRET}.csv")[0])


def elsewhere_looked_at():
    """What comes in from elsewhere as it is pressed once it was looked at."""
    notes = read_notes(DECK)
    sheet = Sheet(list(notes.names), [(number, list(cells)) for number, cells in notes.rows])
    said = {"from_tracker": {"text": TRACKED}, "from_anki": {"text": DECK}, "from_linkedin": {"said": CELLS}}
    forms = {
        "from_tracker": TrackerForm(said["from_tracker"], read_sheet(TRACKED, with_names=True)),
        "from_anki": AnkiForm(said["from_anki"], sheet, notes.special),
        "from_linkedin": ArchiveRowsForm(said["from_linkedin"], has_projects=False),
    }
    assert [form.is_valid() for form in forms.values()] == [True] * 3
    return {
        name.replace("from", "read"): said[name] | {"keep": "1", "seen": form.digest} for name, form in forms.items()
    }


# Opened by a secret and by nobody who is signed in: ``test_helping`` and ``test_reviewer`` look at their reports.
BY_SECRET = {"interviews": {"help", "help_where"}, "resumes": {"reviewer"}}
DATED = ("company", "place", "note", "about_company", "to_ask")
ACTS = {
    **{f"interviews:{name}": ("question", ANSWER | {"text": SECRET}) for name in ("answer", "draft")},
    "interviews:rate": ("question", ANSWER | {"situation": SECRET, "result": SECRET, "grade": "fine"}),
    **{f"interviews:{name}": ("asked", ANSWER | {"text": SECRET}) for name in ("asked_answer", "asked_draft")},
    "interviews:asked_rate": ("asked", ANSWER | {"text": SECRET, "grade": "fumbled"}),
    "interviews:add_asked": ("", dict.fromkeys(("text", "company", "round"), SECRET)),
    "interviews:edit_asked": ("asked", dict.fromkeys(("text", "company", "round"), f"{SECRET} again")),
    "interviews:bin_asked": ("asked", {}),
    "interviews:suggest": ("asked", {}),
    "interviews:add_interview": ("", dict.fromkeys(DATED, SECRET)),
    "interviews:edit_interview": ("interview", dict.fromkeys(DATED, f"{SECRET} again")),
    "interviews:bin_interview": ("interview", {}),
    "interviews:add_story": ("", dict.fromkeys(STORY, SECRET)),
    "interviews:edit_story": ("story", dict.fromkeys(STORY, f"{SECRET} again")),
    "interviews:bin_story": ("story", {}),
    "interviews:add_telling": ("story", dict.fromkeys(TELLING, SECRET)),
    "interviews:edit_telling": ("telling", dict.fromkeys(TELLING, f"{SECRET} again")),
    "interviews:bin_telling": ("telling", {}),
    **{f"interviews:mock_{act}": ("mock", {"text": SECRET}) for act in ("step", "draft", "leave", "end", "help")},
    "interviews:mock_rate": ("ended", {"grade": "fine"}),
    "interviews:helper_links": ("mock", {"name": SECRET}),
    "interviews:withdraw_helper_link": ("link", {}),
    "evidence:add_project": ("", PROJECT),
    "evidence:edit_project": ("project", PROJECT),
    "evidence:bin_project": ("project", {}),
    "evidence:add_position": ("", POSITION),
    "evidence:edit_position": ("position", POSITION),
    "evidence:bin_position": ("position", {}),
    "evidence:add_piece": ("", PIECE),
    "evidence:edit_piece": ("piece", PIECE),
    "evidence:bin_piece": ("piece", {}),
    **{f"evidence:add_background {kind}": (f"kind {kind}", texts) for kind, texts in BACKGROUND.items()},
    **{f"evidence:edit_background {kind}": (kind, texts) for kind, texts in BACKGROUND.items()},
    **{f"evidence:bin_background {kind}": (kind, {}) for kind in BACKGROUND},
    "resumes:add_bullet": ("", {"text": SECRET}),
    "resumes:edit_bullet": ("bullet", {"text": f"{SECRET} again"}),
    "resumes:bin_bullet": ("bullet", {}),
    "resumes:add_mention": ("", MENTION),
    "resumes:edit_mention": ("mention", MENTION),
    "resumes:bin_mention": ("mention", {}),
    "resumes:contact": ("", CONTACT),
    "resumes:add_resume": ("", RESUME),
    "resumes:edit_resume": ("resume", RESUME),
    "resumes:bin_resume": ("resume", {}),
    **{f"resumes:act {act}": ("revised", {"do": act}) for act in ("hide section:skills", "beneath text:headline")},
    **{f"resumes:{act}": ("resume", {"key": "text:summary", **WORDING, "was": ""}) for act in ("word", "preview")},
    "resumes:dismiss": ("resume", {"code": "contact", "key": "contact:email", "reason": SECRET}),
    "resumes:send": ("resume", dict.fromkeys(("employer", "purpose"), SECRET)),
    "resumes:restore_revision": ("revision", {}),
    "resumes:bin_sent": ("copy", {}),
    "resumes:bring": ("", {"file": FILE}),
    "resumes:keep_brought": ("", BROUGHT),
    "resumes:review": ("resume", dict.fromkeys(("name", "note"), SECRET)),
    "resumes:withdraw_review_link": ("review link", {}),
    "resumes:decide": ("decided", {}),
    "resumes:bin_comment": ("comment", {}),
    "applications:paste": ("", {"raw": SECRET, "url": URL}),
    "applications:duties": ("application", {"more": SECRET}),
    "applications:add_application": ("", JOB),
    "applications:edit_application": ("application", JOB),
    "applications:bin_application": ("application", {}),
    "applications:add_requirement": ("", ASKED),
    "applications:edit_requirement": ("requirement", ASKED),
    "applications:bin_requirement": ("requirement", {}),
    "applications:add_offer": ("", OFFER),
    "applications:edit_offer": ("offer", OFFER),
    "applications:bin_offer": ("offer", {}),
    "applications:say_of": ("requirement", {"said": "yes"}),
    "applications:split": (
        "requirement",
        {"seen": 0, "of_edition": 1, **dict.fromkeys(("first", "quote"), f"{SECRET} again")},
    ),
    "applications:add_stage": ("", {"stage": "offer", "note": SECRET}),
    "applications:edit_stage": ("stage", {"stage": "offer", "note": f"{SECRET} again"}),
    "applications:bin_stage": ("stage", {}),
    "applications:add_view": ("", {"name": SECRET, "query": f"q={SECRET}"}),
    "applications:edit_view": ("view", {"name": f"{SECRET} again"}),
    "applications:bin_view": ("view", {}),
    **{f"applications:{act}_person": ("" if act == "add" else "person", PERSON) for act in ("add", "edit")},
    "applications:bin_person": ("person", {}),
    **{f"applications:{act}_task": ("" if act == "add" else "task", TASK) for act in ("add", "edit")},
    "applications:bin_task": ("task", {}),
    **{f"applications:{act}_round": ("" if act == "add" else "round", ROUND) for act in ("add", "edit")},
    "applications:bin_round": ("round", {}),
    "applications:apply": ("application", {"note": SECRET}),
    "applications:letter": ("application", {"letter": SECRET}),
    "applications:lists": ("", {"text": LIST}),
    "applications:read_list looked at": ("", {"text": LIST}),
    "applications:read_list kept": ("", looked_at(LIST)),
    "applications:many": ("", {"text": SEVERAL}),
    "applications:keep_many": ("", {"text": SEVERAL, "keep-0": "on", "title-0": SECRET, "employer-0": SECRET}),
    "from_tracker": ("", {"text": TRACKED}),
    "from_anki": ("", {"text": DECK}),
    "from_linkedin": ("", {"file": SimpleUploadedFile(f"{SECRET}.csv", JOBS.encode())}),
    **{f"{name} kept": ("", said) for name, said in elsewhere_looked_at().items()},
    "start:keep": ("", {"keep-interview": "on", "interview-company": SECRET}),
    "curation:looks_wrong": ("", {"page": "/skills/", **dict.fromkeys(("what", "instead"), SECRET)}),
    "roadmap:note": ("milestone", {"note": SECRET}),
    "roadmap:add_link": ("milestone", {"url": URL, "title": SECRET}),
    "roadmap:capture": ("milestone", PIECE),
}
# What writes nothing fails as it reads.
READS = {
    "applications:paste": "evidence_credential",
    **{"from_tracker": "evidence_evidence", "from_anki": "interviews_askedquestion"},
    "from_linkedin": "evidence_position",
    **dict.fromkeys(("resumes:preview", "resumes:bring"), "evidence_position"),
    **dict.fromkeys(
        ("applications:lists", "applications:read_list looked at", "applications:many"), "applications_application"
    ),
}
# Rows that a form has seen as they were made.
SEEN = {
    *("asked", "interview", "story", "telling", "ended", "project", "position", "piece"),
    *("bullet", "mention", "resume", *BACKGROUND),
    *("application", "requirement", "stage", "person", "task", "round", "offer", "view"),
}


@pytest.fixture(scope="module")
def learner(made_once):
    return make_user("learner@example.org")


@pytest.fixture(scope="module")
def rows(learner):
    """The learner's rows that acts are on, each with a text that must not be told; and what forms choose from."""
    question = make_question()
    make_dimension()
    story = make_story(learner, **dict.fromkeys(STORY, SECRET))
    telling = make_telling(story, **dict.fromkeys(TELLING, SECRET))
    asked = make_asked(learner, **dict.fromkeys(("text", "company", "round"), SECRET))
    interview = make_interview(learner, company=SECRET, note=SECRET, on=timezone.localdate())
    going, ended = make_mock(learner, question), make_mock(learner, question)
    mocking.step(ended, place=1, phase="question", text=SECRET, seen=0, at=timezone.now())
    mocking.end(ended, place=1, phase="follow_up", at=timezone.now())
    link = helping.make_link(mock=going, token=uuid.uuid4(), name=SECRET, at=timezone.now()).link
    holding = make_held(learner, make_credential(), number=SECRET, url=URL)
    units = {"holding": holding, "what": SECRET, "units": Decimal("1.5"), "earned_on": date(2026, 3, 1)}
    background = {
        "education": make_education(learner, title=SECRET),
        "training": make_training(learner, title=SECRET),
        "credential": holding,
        "units": make_own(RenewalUnits, learner, **units),
    }
    milestone = make_milestone()
    position = make_position(learner, employer=SECRET, summary=SECRET)
    bullet = make_bullet(learner, text=SECRET, position=position)
    resume, revised = (make_resume(learner, name=SECRET, purpose=SECRET) for _ in range(2))
    # Behind the second save it does not say so any more.
    for wording in (SECRET, f"{SECRET} otherwise"):
        make_line(revised, "text:headline", wording=wording)
    _, review_link = make_review_link(resume, name=SECRET, note=SECRET)
    comment = make_comment(review_link, about=SECRET, text=SECRET)
    application = make_application(learner, text=SECRET, **dict.fromkeys(("title", "employer", "note"), SECRET))
    return {
        "application": [application.pk],
        "requirement": [make_requirement(application, quote=SECRET).pk],
        "stage": [make_stage(application, note=SECRET).pk],
        "person": [make_person(learner, name=SECRET, reach=SECRET).pk],
        "task": [make_task(learner, what=SECRET).pk],
        "offer": [make_offer(application, benefits=SECRET).pk],
        "view": [make_saved_view(learner, name=SECRET).pk],
        "review link": [resume.pk, review_link.pk],
        "comment": [resume.pk, comment.pk],
        "decided": [resume.pk, comment.pk, "accept"],
        "position": [position.pk],
        "bullet": [bullet.pk],
        "mention": [make_mention(learner, title=SECRET).pk],
        "resume": [resume.pk],
        "revised": [revised.pk],
        "revision": [revised.pk, 1],
        "copy": [make_sent(resume, name=SECRET, employer=SECRET).pk],
        "project": [make_project(learner, title=SECRET, confirmer_name=SECRET).pk],
        "piece": [make_evidence(learner, happened=SECRET, do_not_claim=SECRET).pk],
        **{f"kind {kind}": [kind] for kind in BACKGROUND},
        **{kind: [kind, row.pk] for kind, row in background.items()},
        "milestone": [milestone.step.slug, milestone.slug],
        "question": [question.slug],
        "asked": [asked.pk],
        "interview": [interview.pk],
        "round": [interview.pk],
        "story": [story.pk],
        "telling": [story.pk, telling.pk],
        "mock": [going.pk],
        "ended": [ended.pk, 1],
        "link": [going.pk, link.pk],
        "": [],
    }


@pytest.mark.parametrize("act", ACTS)
def test_nothing_private_stands_in_a_log_or_a_report(client, learner, told, rows, act):
    on, texts = ACTS[act]
    address = reverse(act.split(" ")[0], args=rows[on])
    sent = {"token": uuid.uuid4(), "seen": 1 if on in SEEN else 0}
    sent |= {"on": f"{timezone.localdate():%Y-%m-%d}", "minutes_per_day": 30, "round_type": make_round().pk}
    sent |= {"credential": make_credential().pk, "holding": rows["credential"][1]}
    sent |= {"application": rows["application"][0], **texts}
    if on == "mock":
        address += "?place=1&phase=question"
    client.force_login(learner)
    if act == "start:keep":
        typed = f"on={timezone.localdate()}&round={make_round().slug}"
        assert client.post(reverse("start:bring_interview"), {"told": typed}).url == address
    reports = told(address, sent, reading=READS.get(act, ""))
    assert [where for where, said in reports.items() if SECRET in said] == []


@pytest.mark.parametrize("app", ONLY_SHOWN)
def test_every_view_that_takes_a_text_is_looked_at(app):
    names = {name for name in get_resolver().namespace_dict[app][1].reverse_dict if isinstance(name, str)}
    acts = {act.split(" ")[0].partition(":")[2] for act in ACTS if act.startswith(f"{app}:")}
    assert names == {*ONLY_SHOWN[app], *WITHOUT_TEXTS[app], *acts, *BY_SECRET.get(app, ())}
