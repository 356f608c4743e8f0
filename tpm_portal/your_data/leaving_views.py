"""The page on which somebody deletes their account."""

from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from allauth.decorators import rate_limit
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from accounts.guards import LearnerRequest, learner_page
from tpm_portal.your_data.archive import name_of
from tpm_portal.your_data.counted import counted
from tpm_portal.your_data.leaving import StaffError, leave
from tpm_portal.your_data.leaving_forms import LeaveForm

FRAME = {"section": "account", "tab": "data"}


@sensitive_post_parameters("password")
@learner_page
@rate_limit(action="reauthenticate")  # type: ignore[untyped-decorator]
def delete(request: LearnerRequest) -> HttpResponse:
    """What goes, and the press that makes it go. Who it is they show by the password, or have shown just now.

    Whoever has neither password nor passkey has nothing to show.
    """
    user, known = request.user, did_recently_reauthenticate(request)
    if not known and not user.has_usable_password():
        return redirect_to_login(reverse("account_delete"), reverse("account_reauthenticate"))
    form = LeaveForm(request.POST if request.method == "POST" else None, user=user, known=known)
    staff = user.is_staff or user.is_superuser
    if request.method == "POST" and not staff and form.is_valid():
        try:
            leave(user)
        except StaffError:
            return redirect("account_delete")
        logout(request)
        messages.success(request, "Your account is deleted, with everything in it. Thank you for having been here.")
        return redirect("home")
    context = {
        "form": form,
        "rooms": counted(user),
        "staff": staff,
        "known": known,
        "name": name_of(user, timezone.now()),
        "crumbs": [("Your data", reverse("your_data"))],
    }
    return render(request, "tpm_portal/delete.html", FRAME | context, status=422 if form.errors else 200)
