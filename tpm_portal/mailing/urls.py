"""What a learner is written of, and the links of mails, which are short: see ``stopping``."""

from django.urls import path

from tpm_portal.mailing import views

urlpatterns = [
    path("account/mail/", views.choices, name="account_mail"),
    path("account/mail/sample/", views.sample, name="account_mail_sample"),
    path("mail/<slug:letter>/<slug:key>/", views.stop_mail, name="stop_mail"),
    path("mail/<slug:letter>/<slug:key>/undo/", views.undo_stop, name="undo_stop_mail"),
]
