"""What is the same on every page of everybody is made once in a process: addresses, and parts of the frame."""

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.defaulttags import URLNode, url
from django.urls import NoReverseMatch
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from curation.addresses import kept_address, where

register = template.Library()

# What an address is made of. Nothing else: what is equal need not read alike, as 1 and True.
PLAIN = (str, int, SafeString)


class KeptURLNode(URLNode):
    """Django's, which looks every address up anew."""

    def render(self, context: template.Context) -> str:
        args = tuple(arg.resolve(context) for arg in self.args)
        kwargs = tuple((name, arg.resolve(context)) for name, arg in self.kwargs.items())
        if not all(type(value) in PLAIN for value in (*args, *(value for _, value in kwargs))):
            return str(super().render(context))
        try:
            address = kept_address(self.view_name.resolve(context), args, kwargs, _current_app(context), where())
        except NoReverseMatch:
            # What is to be said of that is Django's.
            return str(super().render(context))
        if self.asvar:
            context[self.asvar] = address
            return ""
        return str(conditional_escape(address)) if context.autoescape else address


@register.tag(name="url")
def kept_url(parser: Parser, token: Token) -> KeptURLNode:
    node = url(parser, token)
    return KeptURLNode(node.view_name, node.args, node.kwargs, node.asvar)


def _current_app(context: template.Context) -> str | None:
    request = getattr(context, "request", None)
    try:
        app: str | None = request.current_app  # type: ignore[union-attr]
    except AttributeError:
        match = getattr(request, "resolver_match", None)
        app = match.namespace if match else None
    return app


class KeptNode(template.Node):
    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist
        self.made: dict[tuple[str, str], str] = {}

    def render(self, context: template.Context) -> str:
        at = where()
        if at not in self.made:
            nothing = template.Context()
            with nothing.bind_template(context.template):  # type: ignore[arg-type]
                self.made[at] = self.nodelist.render(nothing)
        return self.made[at]


@register.tag
def kept(parser: Parser, token: Token) -> KeptNode:
    """``{% kept %}...{% endkept %}``: made once in a process, of nothing but what stands between the two.

    It is made without request, reader or any other variable, so that nothing of anybody can get into it.
    """
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(nodelist)
