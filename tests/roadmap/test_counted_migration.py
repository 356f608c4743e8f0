"""What the migration that froze learners' counts takes from databases that were there before."""

import importlib
from datetime import timedelta

from django.db import connection

from roadmap import tracking
from roadmap.models import ChecklistTick, CountedMilestone, Milestone, MilestoneProgress
from tests.factories.roadmap import make_milestone, make_step
from tests.roadmap.as_then import apps_then, log
from tests.roadmap.test_counted import LATER, NOW, roadmap

__all__ = ["roadmap"]


def test_the_migration_counts_what_figures_rested_on_until_then(learner, stranger, roadmap):
    """In a step under way what was offered when it was begun, in the others what is offered now."""
    began = NOW
    gone, added = make_milestone(step=roadmap[0].step), make_milestone(step=roadmap[0].step, published_at=LATER)
    gone.retire(at=began - timedelta(days=1))
    retired_since = make_milestone(step=roadmap[0].step)
    retired_since.retire(at=LATER)
    roadmap[4].retire(at=LATER)
    touched, moved = make_milestone(step=roadmap[0].step), make_milestone(step=make_step(3))
    for step in (moved.step, make_step(4)):
        make_milestone(step=step)
        step.retire(at=began - timedelta(days=1))
    Milestone.objects.exclude(pk=added.pk).update(published_at=NOW - timedelta(days=9))
    Milestone.objects.filter(pk__in=[touched.pk, roadmap[5].pk]).update(published_at=LATER)
    after = LATER + timedelta(days=1)
    for milestone, at in ((roadmap[0], began), (touched, after), (moved, began)):
        MilestoneProgress.objects.create(user=learner, milestone=milestone, began_at=at)
    migration = importlib.import_module("roadmap.migrations.0005_count_on_the_roadmap_as_it_was")
    with connection.cursor() as cursor:
        cursor.execute(migration.COUNT)
    assert dict(CountedMilestone.objects.filter(user=learner).values_list("milestone", "since")) == {
        **{each.pk: began for each in (*roadmap[:4], retired_since, moved)},
        roadmap[5].pk: LATER,
        touched.pk: after,
    }
    assert not CountedMilestone.objects.filter(user=stranger).exists()


def test_the_migration_finds_how_ticked_lines_read(learner, roadmap):
    milestone, longer = roadmap[0], roadmap[1]
    same, reworded = milestone.how.all()
    for line in (same, reworded, longer.how.first()):
        tracking.tick(user=learner, milestone=line.milestone, item=line, ticked=True, at=NOW)
    again = roadmap[2].how.first()
    for words in ("First thing", "Another thing"):
        again.text = words
        again.save()
        roadmap[2].record_version(at=NOW)
        for ticked in (False, True):
            tracking.tick(user=learner, milestone=roadmap[2], item=again, ticked=ticked, at=NOW)
    # Put back since, as it read when it was ticked for the first time.
    for line, words in ((reworded, "Another thing"), (longer.how.first(), "Another thing"), (again, "First thing")):
        line.text = words
        line.save()
    longer.how.create(slug="third", text="Third thing", position=9)
    unknown = roadmap[2].how.last()
    progress = MilestoneProgress.objects.get(milestone=roadmap[2])
    ChecklistTick.objects.create(user=learner, progress=progress, item=unknown, ticked_at=NOW)
    for each in roadmap[:3]:
        each.record_version(at=LATER)
    ChecklistTick.objects.update(text="")
    migration = importlib.import_module("roadmap.migrations.0005_count_on_the_roadmap_as_it_was")
    with log() as cursor:
        cursor.execute(migration.TICKED)
        migration.find_reworded(apps_then(), None)
    assert dict(ChecklistTick.objects.values_list("item", "text")) == {
        same.pk: "First thing",
        reworded.pk: "Second thing",
        longer.how.first().pk: "",
        again.pk: "Another thing",
        unknown.pk: "",
    }
