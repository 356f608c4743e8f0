from django.urls import path

from curation import views

app_name = "curation"

urlpatterns = [
    path("", views.about, name="about"),
    path("sources/", views.sources, name="sources"),
]
