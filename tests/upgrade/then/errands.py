"""What somebody does on the site of d7bf2e8 until they have something of every kind, with a history, undone and binned.

Everything goes through the pages: a form is opened, filled in and sent. ``me`` is a ``tests.upgrade.fill.Person``.
"""

from evidence.models import (
    Credential,
    Education,
    Evidence,
    HeldCredential,
    PathVersion,
    Project,
    RenewalUnits,
    Skill,
    Training,
)
from roadmap.models import HowToItem, Milestone, ProgressEvent, ProofLink


def key(model, slug):
    return model.objects.get(slug=slug).pk


def settle_in(me):
    me.sends("/account/preferences/", name=me.name, time_zone="Europe/Berlin", theme="dark")
    me.sends("/salaries/my-number/", button="keep", amount="98000", status=200)
    me.presses(f"/evidence/credentials/rules/{PathVersion.objects.order_by('pk').first().pk}/read/")


def work(me):
    """Projects and pieces of evidence: edited, undone, binned, brought back."""
    add = "/evidence/projects/add/"
    began = {"start_month": "3", "start_year": "2022", "end_month": "8", "end_year": "2023", "part": "led"}
    whole = {
        "organization": "Northwind", "kind": "contract", "professional": "yes", "role": "delivery lead",
        "approach": "hybrid", "is_program": "on", "team_size": "9", "budget": "to_250k", "hours": "1200",
        "purpose": "One bill for every customer", "description": me.says("I planned it and ran it."),
        "confirmer_name": "Ada Example", "confirmer_contact": "ada@example.org",
    }  # fmt: skip
    billing = me.adds(Project, add, title=me.says("Move of the billing"), **began | whole)
    days = {"start_day": "4", "end_day": "29", "start_month": "5", "end_month": "5", "start_year": "2024"}
    exact = me.adds(Project, add, title=me.says("Office move"), kind="own", part="took_part", end_year="2024", **days)
    running = {"start_month": "1", "start_year": "2025", "running": "on", "part": "led", "confidential": "on"}
    secret = me.adds(Project, add, title=me.says("Something secret"), kind="job", approach="agile", **running)
    gone = me.adds(Project, add, title=me.says("Abandoned rollout"), kind="volunteer", **began)
    me.adds(Project, add, title=me.says("Thesis"), kind="study", **began)
    again = me.adds(Project, add, title=me.says("Intranet"), kind="job", **began)
    forgotten = me.adds(Project, add, title=me.says("Long forgotten"), kind="job", **began)

    piece = {"did": me.says("I called everybody together."), "result": "Nobody was billed twice.", "amount": "12.5"}
    links = {"links-0-url": "https://example.org/review", "links-0-title": "The review"}
    links |= {"links-1-url": "https://example.org/board", "links-1-title": ""}
    skills = list(Skill.objects.order_by("pk")[:6])
    slugs = [skill.slug for skill in skills]
    add = "/evidence/add/"
    first = me.adds(
        Evidence, add, happened=me.says("We went live a week early"), on="2023-06-12", unit="percent fewer defects",
        project=billing, skills=slugs[:3], do_not_claim="Not alone", **piece, **links,
    )  # fmt: skip
    plain = me.adds(Evidence, add, happened=me.says("A risk came up\nand went away"), on="2026-09-30")
    moved = me.adds(Evidence, add, happened=me.says("A plan for the move"), on="2024-05-05", project=exact)
    late = me.adds(Evidence, add, happened=me.says("The rollout was stopped"), on="2023-02-01", project=gone)
    later = me.adds(Evidence, add, happened=me.says("The lessons were written"), on="2023-03-01", project=gone)
    binned = me.adds(Evidence, add, happened=me.says("A mistake of mine"), on="2023-03-02", skills=slugs[:1])
    restored = me.adds(Evidence, add, happened=me.says("A talk at the meetup"), on="2023-04-02", skills=slugs[4:5])
    undone = me.adds(Evidence, add, happened=me.says("A budget was cut"), on="2022-04-02")

    edit = "/evidence/{}/edit/".format
    me.sends(edit(first), result="Nobody was billed twice, and two were refunded.", skills=slugs[1:4])
    me.sends(edit(first), **{"links-0-title": "The public review", "amount": "13"}, on="2023-06-12")
    me.sends(edit(plain), on="2026-09-29", happened=me.says("A risk came up\nand went away again"))
    # The form showed today for the day.
    me.sends(edit(moved), project=billing)
    me.sends(edit(undone), amount="4000", unit="euros", on="2022-04-02")
    me.undoes(f"/evidence/{undone}/")
    me.sends(edit(later), did="I wrote them.", on="2023-03-01")
    edit = "/evidence/projects/{}/edit/".format
    me.sends(edit(billing), hours="1300", role="program lead")
    me.sends(edit(exact), kind="volunteer")
    me.sends(edit(secret), approach="predictive")
    me.undoes(f"/evidence/projects/{secret}/")
    for path in (f"projects/{forgotten}", f"projects/{again}", restored):
        me.presses(f"/evidence/{path}/bin/")
    me.presses(f"/evidence/bin/evidence/{restored}/restore/")
    me.presses(f"/evidence/bin/project/{again}/restore/")
    kept = {"first": first, "plain": plain, "moved": moved, "restored": restored}
    return kept | {"binned": binned, "gone": gone, "late": late}


def tidy(me, kept):
    """A project goes to the bin with its evidence, of which a piece was there already, and a piece of its own."""
    for path in (kept["late"], f"projects/{kept['gone']}", kept["binned"]):
        me.presses(f"/evidence/{path}/bin/")


def bring_along(me):
    """Education, training, credentials with their renewal, and how well each skill is known."""
    add, edit = "/evidence/background/add/{}/".format, "/evidence/background/{}/{}/edit/".format
    degree = me.adds(Education, add("education"), level="bachelor", finished_on="2015-06-30", title="BSc in physics")
    me.adds(Education, add("education"), level="master", finished_on="2027-06-30", institution=me.says("Uni"))
    school = me.adds(Education, add("education"), level="secondary", finished_on="2011-06-30", title="School")
    me.sends(edit("education", degree), institution="Uni Example", accredited="on")
    me.presses(f"/evidence/background/education/{school}/bin/")
    course = {"kind": "pm_education", "hours": "35", "finished_on": "2024-03-31", "provider": me.says("Teachers")}
    kept = me.adds(Training, add("training"), title=me.says("A course"), url="https://example.org/c", **course)
    issuers = {"kind": "issuer_course", "credential": key(Credential, "csm"), "hours": "16"}
    other = me.adds(Training, add("training"), title="A workshop", finished_on="2025-03-31", **issuers)
    me.sends(edit("training", kept), hours="36.5")
    me.sends(edit("training", kept), title=me.says("A long course"))
    me.undoes(edit("training", kept))
    me.presses(f"/evidence/background/training/{other}/bin/")
    me.presses(f"/evidence/bin/training/{other}/restore/")
    days = {"earned_on": "2024-06-01", "expires_on": "2027-05-31", "number": "123", "url": "https://example.org/b"}
    pmp = me.adds(HeldCredential, add("credential"), credential=key(Credential, "pmp"), **days)
    csm = me.adds(HeldCredential, add("credential"), credential=key(Credential, "csm"), earned_on="2025-01-15")
    capm = me.adds(HeldCredential, add("credential"), credential=key(Credential, "capm"), earned_on="2020-01-15")
    me.sends(edit("credential", pmp), number="12345")
    units = {"what": me.says("A talk"), "units": "1.5", "earned_on": "2025-02-01"}
    talk = me.adds(RenewalUnits, add("units"), holding=pmp, **units)
    me.adds(RenewalUnits, add("units"), holding=pmp, **units | {"what": "Reading", "units": "3"})
    me.adds(RenewalUnits, add("units"), holding=csm, **units | {"what": "Hidden with it"})
    lost = me.adds(RenewalUnits, add("units"), holding=pmp, **units | {"what": "Counted twice"})
    me.sends(edit("units", talk), units="2", what=me.says("A talk at a conference"))
    me.presses(f"/evidence/background/units/{lost}/bin/")
    me.presses(f"/evidence/background/credential/{csm}/bin/")
    me.presses(f"/evidence/background/credential/{capm}/bin/")
    me.presses(f"/evidence/bin/heldcredential/{capm}/restore/")
    me.sends("/evidence/skills/assess/", choose={"1": "3", "2": "4"})
    me.sends("/evidence/skills/assess/")
    slugs = list(Skill.objects.order_by("-pk").values_list("slug", flat=True))
    for number, slug in enumerate(slugs[:4]):
        me.presses(f"/evidence/skills/{slug}/rate/", now=str(number), wanted="4")
    me.presses(f"/evidence/skills/{slugs[0]}/rate/", now="2", wanted="3")
    me.undoes_what_was_said()


def walk(me, pieces):
    """Milestones in every state, with whatever can hang on one, undone and taken away."""
    rows = list(Milestone.objects.filter(retired_at=None).select_related("step").order_by("step__number", "position"))
    pages = [f"/roadmap/{row.step.slug}/{row.slug}/" for row in rows]
    doing, done, skipped, aimed, back, dated, unread, read = pages[:8]
    lines = list(HowToItem.objects.filter(milestone=rows[0]).order_by("position").values_list("slug", flat=True))
    me.presses(f"{doing}start/")
    for line in lines[:2]:
        me.presses(f"{doing}items/{line}/tick/")
    me.presses(f"{doing}items/{lines[0]}/untick/")
    me.sends(doing, f"{doing}note/", note=me.says("**Bold** plans"))
    me.sends(doing, f"{doing}note/", note=me.says("**Bolder** plans\n\n- one\n- two"))
    me.sends(doing, f"{doing}links/", url="https://example.org/plan", title="The plan")
    me.sends(doing, f"{doing}links/", url="https://example.org/old", title=me.says("An old plan"))
    me.presses(f"{doing}links/{me.newest(ProofLink)}/remove/")
    me.presses(f"{doing}evidence/attach/", piece=pieces["first"])
    me.presses(f"{doing}evidence/attach/", piece=pieces["plain"])
    me.presses(f"{doing}evidence/{pieces['plain']}/detach/")
    me.sends(doing, f"{doing}dates/", started_on="2026-10-01", target_on="2026-12-24")
    for act in ("start", "done"):
        me.presses(f"{done}{act}/")
    me.presses(f"{done}evidence/add/", happened=me.says("It was agreed"), on="2026-10-20", token=me.token(), seen="0")
    me.presses(f"{skipped}skip/", reason=me.says("I know this already"))
    me.sends(aimed, f"{aimed}dates/", target_on="2026-11-20")
    me.presses(f"{back}start/")
    me.presses(f"{back}todo/")
    me.undoes(back)
    me.sends(dated, f"{dated}dates/", started_on="2020-01-01", finished_on="2020-02-01")
    me.sends(dated, f"{dated}note/", note=me.says("Long ago"))
    me.undoes(dated)
    for page in (unread, read):
        me.presses(f"{page}done/")
    me.presses(f"/roadmap/proved-by/{pieces['moved']}/", milestones=[rows[1].pk, rows[8].pk])
    me.presses(f"/roadmap/proved-by/{pieces['restored']}/", milestones=[rows[2].pk])
    # The last changes of these are of other kinds: a tick, a link that was taken away, a piece, a skipping.
    ticked, unlinked, proved, left = pages[9:13]
    me.presses(f"{ticked}items/{HowToItem.objects.filter(milestone=rows[9]).order_by('position').first().slug}/tick/")
    me.sends(unlinked, f"{unlinked}links/", url="https://example.org/away", title="")
    me.presses(f"{unlinked}links/{me.newest(ProofLink)}/remove/")
    me.presses(f"{proved}evidence/attach/", piece=pieces["first"])
    me.presses(f"{proved}evidence/{pieces['first']}/detach/")
    me.presses(f"{left}skip/", reason="Later")
    assert ProgressEvent.objects.exclude(undoes=None).filter(progress__user=me.user).exists()
    return rows[6:8]


def read_again(me, rows):
    """One of the milestones whose wording has changed since is read."""
    me.presses(f"/roadmap/{rows[1].step.slug}/{rows[1].slug}/read/")
