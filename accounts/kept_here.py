"""What only this browser leads to: how long it is kept, moving it into an account, and deleting it for good."""

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from accounts import nameless
from accounts.guards import LearnerRequest, learner_page, learner_post
from accounts.models import NOBODY, User


@learner_page
def kept_here(request: LearnerRequest) -> HttpResponse:
    """What somebody nameless can do about it. Whoever has an address has preferences instead."""
    if request.user.is_nameless:
        context = {"until": nameless.kept_until(request.user, at=timezone.now())}
        return render(request, "accounts/kept_here.html", context)
    if _left(request):
        return render(request, "accounts/left_here.html")
    return redirect("account_preferences")


@learner_post(page="account_kept_here")
def delete(request: LearnerRequest) -> HttpResponse:
    """Delete a nameless account and all that is in it."""
    if not nameless.delete(request.user):
        return redirect("account_preferences")
    logout(request)
    messages.success(request, "Deleted: nothing of what you did in this browser is left here.")
    return redirect("home")


@learner_post(page="account_kept_here")
def add(request: LearnerRequest) -> HttpResponse:
    """Try once more to add what could not be added at the sign-in."""
    left = _left(request)
    if left is not None and not request.user.is_nameless:
        say_what_came_along(request, nameless.join(left, into=request.user), left)
    return redirect("home")


def say_what_came_along(request: HttpRequest, said: list[str] | None, mine: User) -> None:
    """``said`` is what ``nameless.join`` gave back of ``mine``."""
    if said is None:
        request.session[nameless.LEFT] = mine.pk
        text = 'What you did in this browser could not be added to your account yet. <a href="{}">Try again</a>'
        messages.error(request, format_html(text, reverse("account_kept_here")))
        return
    request.session.pop(nameless.LEFT, None)
    if said:
        messages.success(request, f"What you did in this browser is in your account now: {', '.join(said)}.")


def _left(request: HttpRequest) -> User | None:
    return User.objects.filter(pk=request.session.get(nameless.LEFT, NOBODY), email=None).first()
