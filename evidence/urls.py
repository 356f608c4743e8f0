from django.urls import path

from evidence import views

app_name = "evidence"

urlpatterns = [
    path("skills/", views.skills, name="skills"),
    path("skills/<slug:skill>/", views.skill, name="skill"),
    path("credentials/", views.credentials, name="credentials"),
    path("credentials/<slug:credential>/", views.credential, name="credential"),
]
