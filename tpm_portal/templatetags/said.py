"""What the site said of a press, as it is shown."""

from collections.abc import Iterable

from django import template
from django.contrib.messages.storage.base import Message

register = template.Library()


@register.filter
def said_once(messages: Iterable[Message]) -> list[Message]:
    """Each message in its last form: what was sent twice, as the first answer never arrived, is said by both."""
    return list({(message.level, str(message.message)): message for message in messages}.values())
