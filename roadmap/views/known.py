"""The page of all that the learner seems to have already."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from accounts.guards import LearnerRequest, open_page
from evidence.records.standings import standings_of
from roadmap.asking import SKILLS, asked_about, skills_in_words
from roadmap.likely import perhaps_done as likely
from roadmap.models import Milestone
from roadmap.overview import Overview


@open_page
def perhaps_done(request: LearnerRequest) -> HttpResponse:
    """All that rows speak for, and milestones whose every skill was shown or rated: a list to check, nothing is marked.

    What skills alone speak for is less sure, so it changes nothing elsewhere.
    """
    overview = Overview(request.user, also=SKILLS)
    stands = standings_of(overview.recorded)
    skills: dict[int, dict[int, str]] = {}
    for key, skill, name in Milestone.skills.through.objects.filter(skill__retired_at=None).values_list(
        "milestone", "skill", "skill__name"
    ):
        skills.setdefault(key, {})[skill] = name
    mastered = {skill for skill, stand in stands.items() if stand.mastered}
    open_ = [key for key in overview.rows if key in set(overview.open) - overview.have.keys()]
    context = {
        "section": "roadmap",
        "overview": overview,
        **asked_about(overview, most=None),
        "rows": [
            (overview.rows[key], skills_in_words(stands, skills[key]))
            for key in likely(skills, mastered=mastered, open_=open_)
        ],
        "rated": any(stand.now is not None for stand in stands.values()),
        "crumbs": [("Roadmap", reverse("roadmap:roadmap"))],
        "here": request.path,
    }
    return render(request, "roadmap/perhaps_done.html", context)
