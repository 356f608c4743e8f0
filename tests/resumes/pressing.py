"""What is pressed on the pages of a resume, and what it says then."""

from django.urls import reverse

from keeping.models import Event
from tests.factories.resumes import composed, line_of
from tests.kit import words

# What no page of ours sends.
ODD = ["", " ", "\x00", "nothing", "x" * 100_000, "bullet:\x00", "bullet:5d1f0e4c-8b1a-4f6e-9a53-0c7f3a3f7c11", "🙂"]


def at(name, *args, query=""):
    return reverse(f"resumes:{name}", args=args) + query


def act(client, resume, do):
    """Press a button of a resume. Gives the page that follows."""
    response = client.post(at("act", resume.pk), {"do": do}, follow=True)
    assert response.status_code == 200
    return words(response)


def shown(resume):
    return [told.line.text for _, told in composed(resume).shown_bullets()]


def word(client, resume, key, wording, was=None):
    was = line_of(resume, key).text if was is None else was
    return client.post(at("word", resume.pk), {"key": key, "was": was, "wording": wording}, follow=True)


def undo_last(client, resume):
    client.post(reverse("keeping:undo", args=[Event.objects.latest("pk").pk]))
