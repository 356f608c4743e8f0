"""What somebody prepares for interviews on the site of d7bf2e8: the rest of ``errands``."""

from errands import key

from evidence.models import Evidence
from interviews.models import (
    AskedQuestion,
    Category,
    HelperLink,
    Interview,
    MockInterview,
    Question,
    RoundType,
    Story,
    Telling,
)

BANK = "/interviews/"


def practice(me, day):
    """Answers in versions, rated on several days, drafts, favorites and questions of one's own."""
    questions = list(Question.objects.order_by("category__position", "position", "slug"))
    first, second, third, fourth = (question.slug for question in questions[::20][:4])
    for slug in (first, second, third) if day == 1 else (second, first):
        page, text = f"{BANK}{slug}/", me.says(f"On day {day} I would say this about {slug}.")
        me.sends(page, f"{page}answer/", text=text, situation="", task="", action="", result="")
        me.sends(page, f"{page}answer/", text="", situation=text, task="Mine", action="Done", result=f"{day} percent")
        grade = {first: "fine", second: "fumbled", third: "nailed"}[slug]
        me.sends(
            page, f"{page}answer/", to=f"{page}rate/", grade=grade, choose={"1": "3", "2": "4"}, spoken_seconds="95"
        )
    if day > 1:
        for slug in (first, fourth):
            page, typed = f"{BANK}{slug}/", {"situation": me.says(f"Begun on day {day}"), "task": ""}
            me.sends(page, f"{page}answer/", to=f"{page}draft/", status=200, **typed)
        return
    for slug in (first, third, fourth):
        me.presses(f"{BANK}{slug}/favorite/")
    me.presses(f"{BANK}{third}/favorite/remove/")
    me.sends(f"{BANK}practice/settings/", daily_cap="7")
    category = Category.objects.order_by("position").first().pk
    said = {"company": "Acme", "round": "phone screen", "on": "2026-09-01"}
    own = me.adds(AskedQuestion, f"{BANK}mine/add/", text=me.says("What broke?"), category=category, **said)
    offered = me.adds(AskedQuestion, f"{BANK}mine/add/", text=me.says("What did you ship?"), category=category)
    gone = me.adds(AskedQuestion, f"{BANK}mine/add/", text=me.says("Why are you here?"))
    back = me.adds(AskedQuestion, f"{BANK}mine/add/", text=me.says("Where do you live?"))
    me.sends(f"{BANK}mine/{own}/edit/", company="Acme Corp", category="")
    me.sends(f"{BANK}mine/{offered}/edit/", round="final")
    me.presses(f"{BANK}mine/{offered}/suggest/")
    me.presses(f"{BANK}mine/{back}/suggest/")
    me.presses(f"{BANK}mine/{back}/suggest/", take_back="1")
    page = f"{BANK}mine/{own}/"
    me.sends(page, f"{page}answer/", text=me.says("The cache broke."))
    me.sends(page, f"{page}answer/", to=f"{page}rate/", grade="fine", choose={"1": "2"})
    page = f"{BANK}mine/{gone}/"
    me.sends(page, f"{page}answer/", text="To find out.")
    for row in (gone, back):
        me.presses(f"{BANK}mine/{row}/delete/")
    me.presses(f"/evidence/bin/askedquestion/{back}/restore/")


def tell(me, pieces):
    """Interview dates, stories with all their links, and to whom they were told."""
    kind = key(RoundType, "hiring-manager")
    add, said = f"{BANK}dates/add/", {"round_type": kind, "note": me.says("Third floor")}
    soon = me.adds(Interview, add, company="Initech", on="2026-12-04", minutes_per_day="45", **said)
    over = me.adds(Interview, add, company=me.says("Globex"), on="2026-11-27", **said)
    gone = me.adds(Interview, add, company="Hooli", on="2026-12-20", **said)
    back = me.adds(Interview, add, company="Umbrella", on="2027-01-20", **said)
    me.sends(f"{BANK}dates/{soon}/edit/", minutes_per_day="40", on="2026-12-05")
    me.sends(f"{BANK}dates/{over}/edit/", note="")
    me.undoes(f"{BANK}dates/{over}/")
    for row in (gone, back):
        me.presses(f"{BANK}dates/{row}/delete/")
    me.presses(f"/evidence/bin/interview/{back}/restore/")

    add = f"{BANK}stories/add/"
    skills = Evidence.objects.get(pk=pieces["first"]).skills.order_by("slug").values_list("slug", flat=True)
    parts = {"task": "To bill once", "action": me.says("I made a list."), "result": "12 percent fewer"}
    parts |= {"reflection": "Ask earlier", "in_30": "Short", "in_90": "Longer", "in_180": "Longest", "save": "1"}
    links = {"skills": list(skills), "evidence": [str(pieces["first"]), str(pieces["plain"])]}
    links["competencies"] = me.offered(add, "competencies")[:3]
    links["questions"] = me.offered(add, "questions")[:2]
    whole = me.adds(
        Story, add, headline=me.says("The bill that came twice"), situation="It was late", happened_on="2023-06-01",
        **parts, **links,
    )  # fmt: skip
    rough = me.adds(Story, add, headline=me.says("A quiet week"), situation="Nothing happened", save="1")
    gone = me.adds(Story, add, headline=me.says("Told too often"), situation="Again", save="1")
    back = me.adds(Story, add, headline=me.says("The wrong building"), situation="We moved", save="1")
    proof = {"evidence": [str(pieces["first"]), str(pieces["moved"])], "save": "1"}
    me.sends(f"{BANK}stories/{whole}/edit/", **proof, competencies=links["competencies"][1:], result="13 percent fewer")
    me.sends(f"{BANK}stories/{whole}/edit/", headline=me.says("The bill that came once"), save="1")
    me.sends(f"{BANK}stories/{back}/edit/", skills=list(skills)[:1], save="1")
    me.undoes(f"{BANK}stories/{back}/")
    told = f"{BANK}stories/{whole}/told/"
    me.adds(Telling, told, employer="", interview=over, on="2026-11-27", to_whom="The manager", note="Went well")
    wrong = me.adds(Telling, told, employer=me.says("Initrode"), on="2026-10-01")
    binned = me.adds(Telling, told, employer="Hooli", on="2026-10-02")
    restored = me.adds(Telling, f"{BANK}stories/{rough}/told/", employer="Acme", on="2026-10-03")
    me.sends(f"{told}{wrong}/", employer=me.says("Initrode Inc."), note="Twice")
    me.presses(f"{told}{binned}/bin/")
    me.presses(f"{BANK}stories/{rough}/told/{restored}/bin/")
    me.presses(f"/evidence/bin/telling/{restored}/restore/")
    for row in (gone, back):
        me.presses(f"{BANK}stories/{row}/bin/")
    me.presses(f"/evidence/bin/story/{back}/restore/")


def rehearse(me):
    """Mock interviews: ended with a helper's scores and own ratings, under way with an open link, binned, restored."""
    kind = key(RoundType, "behavioral-panel")
    start = {"minutes": "30", "round_type": kind, "level": "", "mix": "even", "category": ""}
    ended, under_way, gone, back = (
        me.adds(MockInterview, f"{BANK}mock/", seed=me.says(seed), **start)
        for seed in ("amber harbor", "bright copper", "calm desert", "dusty ember")
    )
    helper = _ask_for_help(me, ended, "Grace")
    for text in (me.says("I listened first."), "More on that.", "", me.says("I wrote it down.")):
        me.sends(f"{BANK}mock/{ended}/", text=text)
    me.helps(helper, {"1": ("4", me.says("Clear, but long.")), "2": ("3", "")})
    me.helps(helper, {"1": ("5", me.says("Clear."))})
    page = f"{BANK}mock/{ended}/"
    where = MockInterview.objects.get(pk=ended)
    me.presses(f"{page}end/?place={where.place}&phase={where.phase}", sure="1")
    report = f"{page}report/"
    me.sends(report, f"{page}rate/1/", grade="fine", choose={"1": "4", "2": "5"})
    me.sends(report, f"{page}rate/2/", grade="fumbled", choose={"1": "2"})
    second = _ask_for_help(me, ended, "")
    me.helps(second, {"1": ("2", "Too quiet.")})
    me.presses(f"{page}links/{me.newest(HelperLink)}/withdraw/")
    for row in (gone, back):
        me.sends(f"{BANK}mock/{row}/", text="Begun")
        me.presses(f"{BANK}mock/{row}/delete/")
    me.presses(f"/evidence/bin/mockinterview/{back}/restore/")
    page = f"{BANK}mock/{under_way}/"
    for text in (me.says("I asked why."), "Because of the date."):
        me.sends(page, text=text)
    where = MockInterview.objects.get(pk=under_way)
    me.presses(f"{page}leave/?place={where.place}&phase={where.phase}", seen="0", text=me.says("Half a sen"))
    me.helper = _ask_for_help(me, under_way, "Linus")
    me.helps(me.helper, {"1": ("3", "Go on.")})


def _ask_for_help(me, mock, name):
    """The address that somebody who helps is given."""
    links = f"{BANK}mock/{mock}/links/"
    shown = me.sends(links, name=name, status=200)
    return "/interviews/help/" + shown.content.decode().partition("/interviews/help/")[2].partition("/")[0] + "/"
