from django.urls import path

from applications.offers.views import compare, negotiation, offers
from applications.postings.views import page, requirements, saving
from applications.stages.views import habits, people, stages, tasks

app_name = "applications"

urlpatterns = [
    *saving.APPLICATIONS.paths(""),
    path("<int:application>/", page.application, name="application"),
    path("<int:application>/confirm/", requirements.confirm, name="confirm"),
    path("<int:application>/stages/", stages.stages, name="stages"),
    *stages.STAGES.paths("stages/", with_list=False),
    path("<int:application>/posting/", saving.posting, name="posting"),
    path("<int:application>/posting/raw/", saving.raw, name="posting_raw"),
    *requirements.REQUIREMENTS.paths("requirements/", with_list=False),
    path("requirements/<int:requirement>/say/", requirements.say_of, name="say_of"),
    path("requirements/<int:requirement>/split/", requirements.split, name="split"),
    path("requirements/<int:requirement>/join/", requirements.join, name="join"),
    path("people/", people.people, name="people"),
    *people.PEOPLE.paths("people/", with_list=False),
    path("people/<int:person>/thank/", people.thank, name="thank"),
    path("people/<int:person>/contact/", people.contact, name="contact"),
    path("tasks/", tasks.tasks, name="tasks"),
    *tasks.TASKS.paths("tasks/", with_list=False),
    path("tasks/<int:task>/done/", tasks.done, name="done"),
    path("tasks/<int:task>/undone/", tasks.undone, name="undone"),
    path("habits/", habits.habits, name="habits"),
    path("<int:application>/offers/", offers.offers, name="offers"),
    path("<int:application>/offers/answer/", offers.answer_offer, name="answer_offer"),
    path("<int:application>/negotiation/", negotiation.negotiation, name="negotiation"),
    *offers.OFFERS.paths("offers/", with_list=False),
    path("offers/compare/", compare.compare_offers, name="compare_offers"),
    path("offers/answers/<int:stage>/take-back/", offers.take_back_answer, name="take_back_answer"),
]
