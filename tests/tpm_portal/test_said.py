"""What is shown of several messages."""

from django.contrib.messages import INFO, SUCCESS
from django.contrib.messages.storage.base import Message

from tpm_portal.templatetags.said import said_once


def test_what_two_answers_say_in_the_same_words_is_shown_once_with_its_undo():
    first, other = Message(SUCCESS, "Saved: A."), Message(INFO, "Saved: A.")
    again = Message(SUCCESS, "Saved: A.", extra_tags="/keeping/undo/1/")
    assert [(one.level, one.extra_tags) for one in said_once([first, other, again])] == [
        (SUCCESS, "/keeping/undo/1/"),
        (INFO, None),
    ]
    assert said_once([]) == []
