from django.urls import path

from tpm_portal.elsewhere.views import anki, linkedin, start, tracker

urlpatterns = [
    path("", start.start, name="from_elsewhere"),
    path("tracker/", tracker.tracker, name="from_tracker"),
    path("tracker/read/", tracker.read, name="read_tracker"),
    path("anki/", anki.anki, name="from_anki"),
    path("anki/read/", anki.read, name="read_anki"),
    path("anki/cards.apkg", anki.cards, name="anki_cards"),
    path("linkedin/", linkedin.linkedin, name="from_linkedin"),
    path("linkedin/read/", linkedin.read, name="read_linkedin"),
    path("<uuid:token>/take-back/", start.take_back_from, name="take_back_from"),
]
