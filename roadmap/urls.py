from django.urls import path

from roadmap.views import acts, aim, known, pages, proof

app_name = "roadmap"

_MILESTONE = "<slug:step>/<slug:milestone>/"

urlpatterns = [
    path("", pages.roadmap, name="roadmap"),
    path("aim/", aim.aim, name="aim"),
    path("perhaps-done/", known.perhaps_done, name="perhaps_done"),
    path("proved-by/<int:piece>/", proof.proved_by, name="proved_by"),
    path("<slug:step>/", pages.step, name="step"),
    path(_MILESTONE, pages.milestone, name="milestone"),
    path(f"{_MILESTONE}start/", acts.start, name="start"),
    path(f"{_MILESTONE}done/", acts.done, name="done"),
    path(f"{_MILESTONE}todo/", acts.todo, name="todo"),
    path(f"{_MILESTONE}not-now/", acts.not_now, name="not_now"),
    path(f"{_MILESTONE}ask-again/", acts.ask_again, name="ask_again"),
    path(f"{_MILESTONE}skip/", acts.skip, name="skip"),
    path(f"{_MILESTONE}dates/", acts.dates, name="dates"),
    path(f"{_MILESTONE}note/", acts.note, name="note"),
    path(f"{_MILESTONE}read/", acts.read, name="read"),
    path(f"{_MILESTONE}items/<slug:item>/tick/", acts.tick, name="tick"),
    path(f"{_MILESTONE}items/<slug:item>/untick/", acts.untick, name="untick"),
    path(f"{_MILESTONE}links/", acts.add_link, name="add_link"),
    path(f"{_MILESTONE}links/<int:link>/remove/", acts.remove_link, name="remove_link"),
    path(f"{_MILESTONE}evidence/attach/", proof.attach, name="attach"),
    path(f"{_MILESTONE}evidence/add/", proof.capture, name="capture"),
    path(f"{_MILESTONE}evidence/<int:piece>/detach/", proof.detach, name="detach"),
    path(f"{_MILESTONE}history/<int:event>/undo/", acts.undo, name="undo"),
    # As it was, by the number in the log that milestones had. Pages with this address may still be open.
    path(f"{_MILESTONE}undo/<int:event>/", acts.undo_then, name="undo_then"),
]
