"""Shows people an address as they write it. Forms, links and mail servers get the spelling that is kept."""

from django import template

from accounts import spelling

register = template.Library()


@register.filter
def as_written(address: str) -> str:
    return spelling.as_written(address)
