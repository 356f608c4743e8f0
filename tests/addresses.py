"""Every address of the site, found in the URL conf, with rows behind it: no test can forget a new page."""

import re
import uuid

from django.apps import apps
from django.contrib.admin import site
from django.contrib.contenttypes.models import ContentType
from django.urls import get_resolver
from django.utils import timezone

from curation import previewing
from evidence.models import Credential, PathVersion, Recovery, Skill
from interviews.mock import helping
from interviews.models import Question
from keeping import verbs
from keeping.models import Deletion, Event
from roadmap import tracking
from roadmap.models import Milestone, ProofLink, Role
from salaries.models import Distribution
from tests.factories.accounts import make_device
from tests.factories.applications import (
    make_application,
    make_offer,
    make_person,
    make_requirement,
    make_saved_view,
    make_stage,
    make_task,
)
from tests.factories.curation import make_draft
from tests.factories.evidence import make_evidence, make_position, make_project, make_training
from tests.factories.interviews import make_asked, make_interview, make_mock, make_story, make_telling
from tests.factories.passkeys import make_passkey
from tests.factories.resumes import make_bullet, make_line, make_mention, make_resume, make_sent
from tests.factories.reviews import make_comment, make_review_link
from tpm_portal.mailing.choosing import choose


def routes(patterns=None, before="/"):
    """Each route of the site with its parameters still in it: ``/roadmap/<step>/``."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        text = before + re.sub(r"\(\?P(<\w+>)[^)]*\)|<(?:\w+:)?(\w+)>", _parameter, str(one.pattern)).strip("^$")
        if hasattr(one, "url_patterns"):
            yield from routes(one.url_patterns, text)
        else:
            yield text


def _parameter(match):
    return match[1] or f"<{match[2]}>"


def every_address(values):
    """One for each route. ``values`` are by parameter, or by section and parameter; rows of the admin are the last."""
    for route in routes():
        parts = route.split("/")

        def value(match, parts=parts):
            name = match[1]
            if name == "part" and parts[1] == "admin":
                files = site._registry[apps.get_model(parts[2], parts[3])].files()
                return next((file.part for file in files if file.part), "of-nothing")
            if name in ("object_id", "id", "pk") and parts[1] == "admin" and parts[2] != "r":
                row = apps.get_model(parts[2], parts[3])._default_manager.order_by("pk").last()
                return str(row.pk if row else 1)
            return str(values[f"{parts[1]} {name}"] if f"{parts[1]} {name}" in values else values[name])

        yield re.sub(r"<(\w+)>", value, route)


def _something_to_give_back(piece):
    day = {"field": "on", "present": f"{piece.on:%Y-%m-%d}", "offered": "2024-05-01"}
    return Recovery.objects.create(
        user=piece.user, subject=piece._meta.label_lower, token=piece.token, at=timezone.now(), **day
    )


def _draft_with_a_link(row):
    draft = make_draft(row)
    previewing.make_link(draft, at=timezone.now())
    draft.refresh_from_db()
    return draft


def make_something_of_everything(user):
    """Rows of ``user`` on the shipped content. Gives what stands for each parameter of a route."""
    now, today = timezone.now(), timezone.localdate()
    milestone = Milestone.objects.filter(step__number=1, how__isnull=False).first()
    act = {"user": user, "milestone": milestone, "at": now}
    piece = make_evidence(user)
    training = make_training(user)
    binned = make_evidence(user)
    verbs.put_in_bin(binned, at=now)
    tracking.change_state(state="doing", today=today, **act)
    tracking.tick(item=milestone.how.first(), ticked=True, **act)
    tracking.add_link(url="https://example.org/", title="", **act)
    tracking.attach(piece=piece, **act)
    story = make_story(user)
    mock = make_mock(user)
    link = helping.make_link(mock=mock, token=uuid.uuid4(), name="", at=now)
    resume = make_resume(user)
    bullet = make_bullet(user, position=make_position(user), evidence=[piece])
    to_review, review_link = make_review_link(resume)
    application = make_application(user, text="What we ask: Scrum", duties=["Lead the project"])
    pay = Distribution.objects.first().get_absolute_url().strip("/").split("/")
    return {
        "step": milestone.step.slug,
        "milestone": milestone.slug,
        "item": milestone.how.first().slug,
        "roadmap link": ProofLink.objects.last().pk,
        "roadmap event": Event.objects.filter(subject="roadmap.milestoneprogress").last().pk,
        "piece": piece.pk,
        "project": make_project(user).pk,
        "position": make_position(user).pk,
        "kind": "training",
        "row": training.pk,
        "subject": "evidence",
        "evidence event": Event.objects.last().pk,
        "undo event": Event.objects.last().pk,
        "deletion": Deletion.objects.filter(user=user).last().pk,
        "recovery": _something_to_give_back(piece).pk,
        "skill": Skill.objects.first().slug,
        "credential": Credential.objects.get(slug="pmp").slug,
        "version": PathVersion.objects.first().pk,
        "salaries role": pay[1],
        "salaries place": pay[2],
        "industry": pay[3],
        "guide role": Role.objects.first().slug,
        "device": make_device(user).pk,
        "passkey": make_passkey(user).pk,
        "asked": make_asked(user).pk,
        "interview": make_interview(user).pk,
        "round": make_interview(user, application=application).pk,
        "mock": mock.pk,
        "interviews place": 1,
        "interviews link": link.link.pk,
        "secret": link.secret,
        "about-the-data secret": previewing.address_of(_draft_with_a_link(milestone)).split("/")[-2],
        "story": story.pk,
        "telling": make_telling(story).pk,
        "question": Question.objects.first().slug,
        "resume": resume.pk,
        "number": make_line(resume, f"bullet:{bullet.token}", wording="Said otherwise").number,
        "bullet": bullet.pk,
        "mention": make_mention(user).pk,
        "copy": make_sent(resume).pk,
        "resumes link": review_link.pk,
        "resumes secret": to_review.split("/")[-2],
        "comment": make_comment(review_link).pk,
        "act": "accept",
        "application": application.pk,
        "requirement": make_requirement(application).pk,
        "stage": make_stage(application).pk,
        "person": make_person(user, application=application).pk,
        "task": make_task(user, application=application).pk,
        "offer": make_offer(application).pk,
        "view": make_saved_view(user).pk,
        "account token": uuid.uuid4(),
        "ending": "pdf",
        "uidb36": "1",
        "key": "set-password",
        "mail letter": "w",
        "mail key": choose(user, {"digest": True}, now=now).stop_key,
        "url": "nothing",
        "app_label": "interviews",
        "object_id": Question.objects.first().pk,
        "content_type_id": ContentType.objects.get_for_model(Question).pk,
    }
