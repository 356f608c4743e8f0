from django.urls import path

from applications.postings.views import page, requirements, saving

app_name = "applications"

urlpatterns = [
    *saving.APPLICATIONS.paths(""),
    path("<int:application>/", page.application, name="application"),
    path("<int:application>/confirm/", requirements.confirm, name="confirm"),
    path("<int:application>/posting/", saving.posting, name="posting"),
    path("<int:application>/posting/raw/", saving.raw, name="posting_raw"),
    *requirements.REQUIREMENTS.paths("requirements/", with_list=False),
    path("requirements/<int:requirement>/say/", requirements.say_of, name="say_of"),
    path("requirements/<int:requirement>/split/", requirements.split, name="split"),
    path("requirements/<int:requirement>/join/", requirements.join, name="join"),
]
