"""Says in every form for whom it was shown, so that nobody is given, or saves as their own, what another typed."""

from django import template
from django.template.base import Parser, Token
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html

from accounts.typed import WHOSE

register = template.Library()


class WhoseNode(CsrfTokenNode):
    """Left out where a page is the same ``for_anybody`` who holds its link, signed in or not.

    A visitor's has no token either, see ``TokenOrOwnPage``: their pages are the same for everybody.
    """

    def render(self, context: template.Context) -> str:
        user = getattr(context.get("request"), "user", None)
        if user is not None and not user.is_authenticated:
            return ""
        csrf_input = super().render(context)
        if user is None or context.get("for_anybody"):
            return csrf_input
        return csrf_input + format_html('<input type="hidden" name="{}" value="{}">', WHOSE, user.pk)


@register.tag
def csrf_token(parser: Parser, token: Token) -> WhoseNode:
    """Django's, and whose form it is. In every template, see ``builtins`` in the settings."""
    return WhoseNode()
