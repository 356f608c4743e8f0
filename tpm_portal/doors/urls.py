from django.urls import path

from tpm_portal.doors import keep_views, views

app_name = "start"

urlpatterns = [
    path("interview/", views.interview, name="interview"),
    path("interview/keep/", keep_views.bring, {"door": "interview"}, name="bring_interview"),
    path("eligible/", views.eligible, name="eligible"),
    path("eligible/keep/", keep_views.bring, {"door": "eligible"}, name="bring_eligible"),
    path("pay/", views.pay, name="pay"),
    path("pay/keep/", keep_views.bring, {"door": "pay"}, name="bring_pay"),
    path("keep/", keep_views.keep, name="keep"),
    path("keep/discard/", keep_views.discard, name="discard"),
]
