"""What made-up learners have recorded, table by table, in the order in which rows point to each other."""

from tpm_portal.filling.statements import Insert, at, each, insert, of_row, on, own, token, told

VERBS = "(ARRAY['Led','Planned','Saved','Moved','Opened','Fixed','Taught','Wrote'])[1 + (l.h + g) % 8]"
THINGS = (
    "(ARRAY['the release','the vendor','two teams','the budget','the audit','the launch','a risk','the plan'])"
    "[1 + (l.h / 8 + g) % 8]"
)
FIRMS = "(ARRAY['Northwind','Contoso','Fabrikam','Initech','Globex','Umbrella Data','Acme Works'])[1 + (l.h + g) % 7]"
HAPPENED = f"{VERBS} || ' ' || {THINGS} || ' at ' || {FIRMS}"
HEADLINE = f"'When I ' || lower({VERBS}) || ' ' || {THINGS} || ' (' || g || ')'"
SENTENCES = "repeat('It took us several weeks, and everybody knew what came next. ', 1 + (l.h + g) % 4)"

# The milestones one has touched are the first along the line; of each four the last is under way.
_STATE = "CASE WHEN g % 4 = 0 THEN 'doing' ELSE 'done' END"
_DONE_ON = f"CASE WHEN g % 4 = 0 THEN NULL ELSE {on('milestones')} END"
ROADMAP = (
    insert(
        "roadmap_milestoneprogress",
        "milestones",
        {
            **{"user_id": "l.user_id", "token": token("progress"), "milestone_id": "c.milestones[g]"},
            **{"state": _STATE, "started_on": on("milestones"), "finished_on": _DONE_ON},
            **{"target_on": f"CASE WHEN g % 4 = 0 THEN {on('milestones')} + 90 END", "skip_reason": "''"},
            **{"note": f"CASE WHEN g % 3 = 0 THEN {SENTENCES} ELSE '' END", "read_version": "1"},
            **{"not_now": "false", "began_at": at("milestones")},
        },
    ),
    # The first touch takes the whole roadmap into a learner's count.
    Insert(
        "roadmap_countedmilestone",
        {
            **{"user_id": "l.user_id", "milestone_id": "m.id", "step_id": "m.step_id", "required": "m.required"},
            "since": "l.joined + time '08:00'",
        },
        "FROM fill_learner l CROSS JOIN fill_content c JOIN roadmap_milestone m ON m.id = ANY (c.milestones)"
        " WHERE l.milestones > 0",
    ),
    told(
        "roadmap.milestoneprogress",
        "progress",
        "milestones",
        f"jsonb_build_object('state', {_STATE}, 'started_on', {on('milestones')}, 'finished_on', {_DONE_ON})",
        act="state",
        version="1",
    ),
)
EVIDENCE = (
    insert(
        "evidence_position",
        "positions",
        {
            **own("position", "positions"),
            **{"employer": FIRMS, "title": "'Project coordinator'", "place": "''", "kind": "'job'", "url": "''"},
            **{"starts": "to_char(l.joined - 900 * g, 'YYYY-MM')", "summary": "''"},
            **{"ends": "CASE WHEN g = 1 THEN '' ELSE to_char(l.joined - 900 * (g - 1), 'YYYY-MM') END"},
        },
    ),
    told("evidence.position", "position", "positions", f"jsonb_build_object('employer', {FIRMS})"),
    insert(
        "evidence_project",
        "projects",
        {
            **own("project", "projects"),
            **{"title": f"{VERBS} || ' ' || {THINGS}", "organization": FIRMS, "position_id": "p.id", "kind": "'job'"},
            **{"role": "'Coordinator'", "part": "'led'", "professional": "true", "professional_said": "false"},
            **{"starts_on": "l.joined - 300 * g", "ends_on": "l.joined - 300 * g + 200", "exact": "false"},
            **{"approach": "(ARRAY['predictive','agile','hybrid'])[1 + g % 3]", "is_program": "false"},
            **{"is_construction": "false", "team_size": "4 + g", "budget": "'to_250k'", "hours": "NULL"},
            **{"purpose": "''", "description": SENTENCES, "confirmer_name": "''", "confirmer_contact": "''"},
            "confidential": "false",
        },
        of_row("evidence_position", "position", "p", "1 + (g - 1) % l.positions"),
    ),
    told("evidence.project", "project", "projects", f"jsonb_build_object('title', {VERBS} || ' ' || {THINGS})"),
    insert(
        "evidence_evidence",
        "pieces",
        {
            **own("piece", "pieces"),
            **{"happened": HAPPENED},
            **{"did": SENTENCES, "result": "'Delivered ' || (g % 9 + 1) || ' days early.'", "amount": "g % 9 + 1"},
            **{"unit": "'days'", "on": on("pieces"), "project_id": "p.id", "position_id": "NULL"},
            "do_not_claim": "''",
        },
        "LEFT " + of_row("evidence_project", "project", "p", "1 + (g - 1) % greatest(l.projects, 1)"),
    ),
    told("evidence.evidence", "piece", "pieces", f"jsonb_build_object('happened', {VERBS} || ' ' || {THINGS})"),
    insert(
        "evidence_evidenceskill",
        "pieces",
        {
            "user_id": "l.user_id",
            "evidence_id": "e.id",
            "skill_id": "c.skills[1 + (l.h + g * 7) % cardinality(c.skills)]",
        },
        of_row("evidence_evidence", "piece", "e", "g"),
    ),
    # A piece of each three proves a milestone.
    insert(
        "roadmap_milestoneevidence",
        "pieces",
        {
            **{"user_id": "l.user_id", "milestone_id": "c.milestones[1 + g % l.milestones]", "evidence_id": "e.id"},
            "added_at": at("pieces"),
        },
        of_row("evidence_evidence", "piece", "e", "g") + " WHERE g % 3 = 0",
    ),
    insert(
        "evidence_education",
        "educations",
        {
            **own("education", "educations"),
            **{"level": "(ARRAY['bachelor','associate'])[g]", "title": "'Business'", "institution": "'State College'"},
            **{"accredited": "true", "finished_on": "l.joined - 3000 * g", "was_over": "true"},
        },
    ),
    told("evidence.education", "education", "educations", "jsonb_build_object('title', 'Business')"),
    insert(
        "evidence_skillstanding",
        "skills",
        {**own("standing", "skills"), "skill_id": "c.skills[g]", "now": "(l.h + g) % 5", "wanted": "4"},
    ),
)
_QUESTION = "c.questions[1 + (l.h % 50 + g * 11) % cardinality(c.questions)]"
_CARD = of_row("interviews_reviewcard", "card", "k", "1 + (g - 1) % l.cards")
_GRADE = "(ARRAY['fine','nailed','fumbled','fine','nailed'])[1 + (l.h + g) % 5]"
INTERVIEWS = (
    insert(
        "interviews_reviewcard",
        "cards",
        {
            **{"user_id": "l.user_id", "question_id": _QUESTION, "asked_id": "NULL", "token": token("card")},
            **{"state": "2", "step": "NULL", "stability": "3 + g % 20", "difficulty": "5", "lapses": "g % 3"},
            **{
                "due_on": "l.joined + l.span + g % 30",
                "last_on": "l.joined + l.span - 1 - g % 5",
                "moved_from": "NULL",
            },
        },
    ),
    insert(
        "interviews_reviewlog",
        "reviews",
        {
            **{"user_id": "l.user_id", "card_id": "k.id", "token": token("review"), "grade": _GRADE},
            **{"at": at("reviews"), "on": on("reviews"), "corrected": "false"},
        },
        _CARD,
    ),
    insert(
        "interviews_ratedanswer",
        "reviews",
        {
            **{"user_id": "l.user_id", "question_id": "k.question_id", "asked_id": "NULL", "version_id": "NULL"},
            **{"spoken_seconds": "60 + g % 90", "note": "''", "at": at("reviews"), "corrected": "false"},
        },
        _CARD,
    ),
    Insert(
        "keeping_event",
        {
            **{"user_id": "l.user_id", "subject": "'interviews.reviewcard'", "act": "'rated'", "at": at("reviews")},
            "token": "md5('card ' || l.n || ' ' || (1 + (g - 1) % l.cards))::uuid",
            **{"before": "'{}'::jsonb", "after": f"jsonb_build_object('grade', {_GRADE})"},
        },
        each("reviews"),
    ),
    insert(
        "interviews_story",
        "stories",
        {
            **own("story", "stories"),
            **{"headline": HEADLINE},
            **{"happened_on": "l.joined - 30 * g", "in_30": "''", "in_90": "''", "in_180": "''", "reflection": "''"},
            **dict.fromkeys(("situation", "task", "action", "result"), SENTENCES),
        },
    ),
    told("interviews.story", "story", "stories", f"jsonb_build_object('headline', {VERBS} || ' ' || {THINGS})"),
    insert(
        "interviews_storyquestion",
        "stories",
        {"user_id": "l.user_id", "story_id": "s.id", "question_id": _QUESTION},
        of_row("interviews_story", "story", "s", "g"),
    ),
    insert(
        "interviews_interview",
        "interviews",
        {
            **own("interview", "interviews"),
            **{"company": FIRMS, "on": "l.until + 2 + g * 3 + l.h % 9", "at": "time '14:00'", "place": "''"},
            **{"round_type_id": "c.rounds[1 + g % cardinality(c.rounds)]", "minutes_per_day": "30", "note": "''"},
            **{"about_company": "''", "to_ask": "''", "application_id": "NULL"},
        },
    ),
    told("interviews.interview", "interview", "interviews", f"jsonb_build_object('company', {FIRMS})"),
)
RESUMES = (
    insert(
        "resumes_bullet",
        "bullets",
        {
            **own("bullet", "bullets"),
            **{"text": f"{VERBS} || ' ' || {THINGS} || ', ' || (g % 9 + 1) || ' days early'", "position_id": "p.id"},
            **{"project_id": "NULL", "mention_id": "NULL"},
        },
        of_row("evidence_position", "position", "p", "1 + (g - 1) % l.positions"),
    ),
    told("resumes.bullet", "bullet", "bullets", f"jsonb_build_object('text', {VERBS} || ' ' || {THINGS})"),
    insert(
        "resumes_bulletevidence",
        "bullets",
        {"user_id": "l.user_id", "bullet_id": "b.id", "evidence_id": "e.id"},
        of_row("resumes_bullet", "bullet", "b", "g") + " " + of_row("evidence_evidence", "piece", "e", "g"),
    ),
    insert(
        "resumes_resume",
        "resumes",
        {
            **own("resume", "resumes"),
            **{"name": "'Resume ' || g", "base_id": "NULL", "purpose": "''", "posting": "''", "look": "'classic'"},
            "paper": "''",
        },
    ),
    told("resumes.resume", "resume", "resumes", "jsonb_build_object('name', 'Resume ' || g)"),
)
_JOB = of_row("applications_application", "application", "a", "1 + (g - 1) % l.applications")
_STAGE = "(ARRAY['saved','applied','screening'])[least(3, 1 + (g - 1) / l.applications)]"
APPLICATIONS = (
    insert(
        "applications_application",
        "applications",
        {
            **own("application", "applications"),
            **{"title": "'Technical project manager'", "employer": FIRMS, "by_agency": "false", "places": "'Ohio'"},
            **{"remote": "'hybrid'", "employment_types": "'[]'::jsonb", "pay_words": "''", "pay_least": "NULL"},
            **{"pay_most": "NULL", "pay_currency": "''", "pay_period": "''", "closes_on": "NULL", "url": "''"},
            **{"source": "''", "note": "''", "resume_id": "NULL", "letter": "''"},
        },
    ),
    told("applications.application", "application", "applications", f"jsonb_build_object('employer', {FIRMS})"),
    insert(
        "applications_stagechange",
        "stages",
        {**own("stage", "stages"), "application_id": "a.id", "stage": _STAGE, "on": on("stages"), "note": "''"},
        _JOB,
    ),
    told("applications.stagechange", "stage", "stages", f"jsonb_build_object('stage', {_STAGE})"),
)
TABLES = (*ROADMAP, *EVIDENCE, *INTERVIEWS, *RESUMES, *APPLICATIONS)
