"""What is kept of templates: addresses as Django gives them, and parts of the frame in which nothing of anybody is."""

import uuid
from itertools import product

import pytest
from django.http import HttpRequest
from django.template import Template, engines
from django.template.context import RequestContext
from django.template.defaulttags import URLNode
from django.urls import NoReverseMatch
from django.utils.safestring import SafeString

from accounts.models import User
from tpm_portal.templatetags.kept import KeptURLNode


def rendered(source, **context):
    request = HttpRequest()
    request.user = User()
    return engines["django"].from_string(source).render(context, request)


def test_addresses_are_those_that_django_gives(monkeypatch):
    rows = [7, "7", SafeString("7"), uuid.UUID(int=7), "a b/ü", True, 1, None, ""]
    sources = [
        "{% url 'roadmap:step' row %}",
        "{% url 'roadmap:step' step=row %}",
        "{% url 'evidence:edit_piece' row %}",
        "{% url 'home' %}?{% url 'roadmap:roadmap' as there %}{{ there }}",
    ]

    def answers():
        found = []
        for source, row in product(sources, [*rows, *rows]):
            try:
                found.append(rendered(source, row=row))
            except NoReverseMatch as error:
                found.append(str(error))
        return found

    kept = answers()
    monkeypatch.setattr(KeptURLNode, "render", URLNode.render)
    assert kept == answers()


def test_nothing_of_a_reader_gets_into_what_is_kept():
    source = "{% kept %}<a href=\"{% url 'home' %}\">{{ request.user.name }}{{ name }}</a>{% endkept %}{{ name }}"
    template: Template = engines["django"].from_string(source).template
    for name in ("Ann", "Bob"):
        request = HttpRequest()
        request.user = User(name=name)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(template.engine, "string_if_invalid", "")
            assert template.render(RequestContext(request, {"name": name})) == f'<a href="/"></a>{name}'
