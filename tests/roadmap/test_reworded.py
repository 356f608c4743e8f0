"""What was reworded since a learner finished a milestone or ticked a line is said, and nothing else."""

from roadmap import tracking
from roadmap.models import ChecklistTick, CountedMilestone, MilestoneProgress
from roadmap.overview import Overview
from tests.roadmap.test_counted import LATER, NOW, put, roadmap

__all__ = ["roadmap"]


def reword(milestone, why, at):
    milestone.why = why
    milestone.save()
    milestone.record_version(at=at)


def test_words_that_were_put_back_are_no_change(learner, roadmap):
    milestone = roadmap[0]
    words = milestone.why
    put(learner, milestone, "done")
    reword(milestone, "Something else.", LATER)
    assert Overview(learner).rows[milestone.pk].changed
    reword(milestone, words, LATER)
    assert not Overview(learner).rows[milestone.pk].changed
    assert Overview(learner).changes == {}


def test_a_ticked_line_that_was_reworded_says_so_until_it_is_ticked_anew(client, learner, roadmap):
    milestone = roadmap[0]
    client.force_login(learner)
    line, other = milestone.how.all()
    for each in (line, other):
        client.post(f"{milestone.get_absolute_url()}items/{each.slug}/tick/")
    said = "Reworded since you checked it. It read: “First thing”"
    assert said not in client.get(milestone.get_absolute_url()).content.decode()
    line.text = "Another thing"
    line.save()
    assert client.get(milestone.get_absolute_url()).content.decode().count("Reworded since") == 1
    assert said in client.get(milestone.get_absolute_url()).content.decode()
    for act in ("untick", "tick"):
        client.post(f"{milestone.get_absolute_url()}items/{line.slug}/{act}/")
    assert said not in client.get(milestone.get_absolute_url()).content.decode()


def test_who_has_read_the_change_has_read_the_line(learner, roadmap):
    milestone = roadmap[0]
    line = milestone.how.first()
    tracking.tick(user=learner, milestone=milestone, item=line, ticked=True, at=NOW)
    line.text = "Another thing"
    line.save()
    tracking.mark_read(user=learner, milestone=milestone, at=LATER)
    assert ChecklistTick.objects.get().text == "Another thing"


def test_to_have_read_what_was_never_begun_begins_nothing(client, learner, roadmap):
    client.force_login(learner)
    assert client.post(f"{roadmap[0].get_absolute_url()}read/").status_code == 302
    assert (MilestoneProgress.objects.count(), CountedMilestone.objects.count()) == (0, 0)
