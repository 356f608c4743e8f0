"""One page."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from bench.floor.models import Thing


@login_required
def things(request: HttpRequest) -> HttpResponse:
    return render(request, "things.html", {"things": Thing.objects.filter(user=request.user).order_by("pk")[:40]})


urlpatterns = [path("", things)]
