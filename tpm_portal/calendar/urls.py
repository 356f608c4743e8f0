from django.urls import path

from tpm_portal.calendar import views

urlpatterns = [
    path("", views.calendar, name="account_calendar"),
    path("make/", views.make, name="account_calendar_make"),
    path("kinds/", views.kinds, name="account_calendar_kinds"),
    path("revoke/", views.withdraw, name="account_calendar_withdraw"),
    path("download/", views.file, name="account_calendar_file"),
    path("<str:secret>.ics", views.feed, name="account_calendar_feed"),
]
