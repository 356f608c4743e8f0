"""Every address of d7bf2e8 that a signed-in learner can open, with the keys of their rows and some of the content's."""

from django.urls import get_resolver, reverse

from evidence.models import Education, Evidence, HeldCredential, Project, RenewalUnits, Skill, Training
from interviews.models import AskedQuestion, Interview, MockInterview, Question, Story, Telling
from roadmap.models import Milestone
from roadmap.models.guide import Role
from salaries.models import Distribution

# What only takes forms, what is the same for everybody or never the same, and what is about the way in.
NO_PAGES = {
    *("evidence:bin_project", "evidence:bin_piece", "evidence:bin_background", "evidence:rate", "evidence:read_rule"),
    *("evidence:restore", "evidence:undo"),
    *("roadmap:start", "roadmap:done", "roadmap:todo", "roadmap:skip", "roadmap:dates", "roadmap:note", "roadmap:read"),
    *("roadmap:tick", "roadmap:untick", "roadmap:add_link", "roadmap:remove_link", "roadmap:attach"),
    *("roadmap:capture", "roadmap:detach", "roadmap:undo"),
    *("interviews:surprise", "interviews:bin_asked", "interviews:suggest", "interviews:asked_draft"),
    *("interviews:asked_rate", "interviews:bin_interview", "interviews:mock_step", "interviews:mock_draft"),
    *("interviews:mock_leave", "interviews:bin_mock", "interviews:mock_rate", "interviews:mock_help"),
    *("interviews:withdraw_helper_link", "interviews:help", "interviews:bin_story", "interviews:bin_telling"),
    *("interviews:draft", "interviews:rate", "interviews:favorite", "interviews:unfavorite"),
    *("curation:sources", "salaries:forget", "salaries:claims_json", "salaries:claims_csv"),
    *("healthz", "robots", "sitemap", "account_theme", "account_logout", "account_login", "account_signup"),
    *("account_inactive", "account_reauthenticate", "account_email_verification_sent", "account_confirm_email"),
    *("account_reset_password", "account_reset_password_done", "account_reset_password_from_key"),
    *("account_reset_password_from_key_done", "account_set_password"),
}

# Where a row is seen, by its table: on its own page, and in a list.
BACKGROUND = "/evidence/background/"
ROWS = {
    "project": ["/evidence/projects/{}/", "/evidence/projects/", "/evidence/"],
    "evidence": ["/evidence/{}/", "/evidence/"],
    "education": [f"{BACKGROUND}education/{{}}/edit/", BACKGROUND],
    "training": [f"{BACKGROUND}training/{{}}/edit/", BACKGROUND],
    "heldcredential": [f"{BACKGROUND}credential/{{}}/edit/", BACKGROUND],
    "renewalunits": [f"{BACKGROUND}units/{{}}/edit/", BACKGROUND],
    "askedquestion": ["/interviews/mine/{}/", "/interviews/mine/"],
    "interview": ["/interviews/dates/{}/", "/interviews/dates/"],
    "mockinterview": ["/interviews/mock/{}/", "/interviews/mock/"],
    "story": ["/interviews/stories/{}/", "/interviews/stories/"],
    "telling": ["/interviews/stories/told/"],
}


def pages(user):
    """The addresses, by the names of their routes."""
    found = []
    for name in _names(get_resolver()):
        if name not in NO_PAGES:
            found += (
                [reverse(name, args=arguments) for arguments in _arguments(user)[name]]
                if name in (_arguments(user))
                else [reverse(name)]
            )
    found += [f"{reverse('evidence:pieces')}?{query}" for query in ("q=week", "year=2023", "skill=none&step=none")]
    found += [
        f"{reverse('evidence:background')}?show={kind}" for kind in ("education", "training", "credential", "units")
    ]
    found += [f"{reverse('evidence:assess')}?group=end", f"{reverse('interviews:bank')}?mine=favorites"]
    return found


def looks(address, page, known):
    """Where somebody looks who has pressed: an undo on its page and the form, a restore on the row and its list."""
    if "/undo/" in address:
        return [path for path in (page, f"{page}edit/") if path in known]
    subject, key = address.split("/")[3:5]
    return [path.format(key) for path in ROWS[subject]] + [page]


def _names(resolver, before=""):
    for one in resolver.url_patterns:
        if hasattr(one, "url_patterns"):
            if one.namespace != "admin":
                yield from _names(one, f"{one.namespace}:" if one.namespace else before)
        elif one.name:
            yield f"{before}{one.name}"


def _arguments(user):
    def own(model):
        # What is in the bin too: its page is gone until it comes back.
        return [[key] for key in model.objects.filter(user=user).order_by("pk").values_list("pk", flat=True)]

    kinds = {"education": Education, "training": Training, "credential": HeldCredential, "units": RenewalUnits}
    milestones = list(Milestone.objects.select_related("step").in_order())
    questions = list(Question.objects.order_by("category__position", "position", "slug"))
    asked = [[question.slug] for question in questions[::20][:5]]
    pay = Distribution.objects.order_by("pk").first().get_absolute_url().strip("/").split("/")
    tellings = Telling.objects.filter(user=user).order_by("pk").values_list("story", "pk")
    return {
        "evidence:skill": [[skill.slug] for skill in Skill.objects.order_by("pk")[:6]],
        "evidence:credential": [["pmp"], ["csm"]],
        "evidence:project": own(Project),
        "evidence:edit_project": own(Project),
        "evidence:piece": own(Evidence),
        "evidence:edit_piece": own(Evidence),
        "evidence:add_background": [[kind] for kind in kinds],
        "evidence:edit_background": [[kind, *key] for kind, model in kinds.items() for key in own(model)],
        "evidence:ledger_credential": [["pmp"], ["capm"], ["pmi-acp"]],
        "evidence:pack": [["pmp"], ["capm"]],
        "evidence:pack_markdown": [["pmp"]],
        "roadmap:proved_by": own(Evidence),
        "roadmap:step": [[slug] for slug in dict.fromkeys(row.step.slug for row in milestones)],
        "roadmap:milestone": [[row.step.slug, row.slug] for row in milestones[:16]],
        "guide:role": [[Role.objects.order_by("pk").first().slug]],
        "salaries:distribution": [pay[1:]],
        "interviews:asked": own(AskedQuestion),
        "interviews:edit_asked": own(AskedQuestion),
        "interviews:asked_answer": own(AskedQuestion),
        "interviews:interview": own(Interview),
        "interviews:edit_interview": own(Interview),
        "interviews:brief": own(Interview),
        "interviews:mock": own(MockInterview),
        "interviews:mock_end": own(MockInterview),
        "interviews:mock_report": own(MockInterview),
        "interviews:helper_links": own(MockInterview),
        "interviews:story": own(Story),
        "interviews:edit_story": own(Story),
        "interviews:add_telling": own(Story),
        "interviews:edit_telling": [list(keys) for keys in tellings],
        "interviews:question": asked,
        "interviews:answer": asked,
    }
