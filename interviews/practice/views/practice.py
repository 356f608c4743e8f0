"""Practice: one question at a time, and how many there may be in a day."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.guards import LearnerRequest, open_page
from interviews.bank.models import Question
from interviews.bank.recording import allow_recording
from interviews.dates.days import days_left
from interviews.practice import practicing, schedule
from interviews.practice.forms.asked import CapForm
from interviews.practice.planning import plan_for
from interviews.practice.showing import answer_context, last_fortnight


@open_page
def practice(request: LearnerRequest) -> HttpResponse:
    """What is to be answered next, with nothing else beside it; or what the next days hold."""
    now = timezone.now()
    aim = plan_for(request.user, now=now)
    queue = aim.queue if aim else practicing.queue(request.user, now=now)
    row = queue.next
    context = {
        "section": "interviews",
        "tab": "practice",
        "queue": queue,
        "aim": aim,
        "left": days_left(timezone.localdate(now), aim.interview.on) if aim else "",
        "place": queue.done + 1,
        "question": row,
        "own": not isinstance(row, Question),
        "points": row.point_lines if isinstance(row, Question) else [],
        "follow_ups": row.follow_up_lines if isinstance(row, Question) else [],
        "leech": bool(queue.card and queue.card.lapses >= schedule.LEECH),
        "story_url": f"{reverse('interviews:add_story')}?question={row.slug}" if isinstance(row, Question) else "",
        # Whoever said how it went with the keyboard goes on from the next question, not from the top of the page.
        "answer_back": f"{reverse('interviews:practice')}#question",
        **(
            answer_context(request.user, row)
            if row
            else {"fortnight": last_fortnight(request.user, today=timezone.localdate(now))}
        ),
    }
    return allow_recording(request, render(request, "interviews/practice.html", context))


@open_page
def settings(request: LearnerRequest) -> HttpResponse:
    posted = request.POST if request.method == "POST" else None
    form = CapForm(posted, initial={"daily_cap": practicing.daily_cap(request.user)})
    if form.is_bound and form.is_valid():
        cap = form.cleaned_data["daily_cap"]
        changed = practicing.set_daily_cap(request.user, cap)
        messages.success(request, f"Up to {cap} a day from now on." if changed else "Nothing had changed.")
        return redirect("interviews:practice")
    context = {
        "section": "interviews",
        "tab": "practice",
        "form": form,
        "crumbs": [("Practice", reverse("interviews:practice"))],
    }
    return render(request, "interviews/settings.html", context, status=422 if form.is_bound else 200)
