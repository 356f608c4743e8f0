from django.urls import path

from curation import report_views, views

app_name = "curation"

urlpatterns = [
    path("", views.about, name="about"),
    path("preview/<str:secret>/", views.preview, name="preview"),
    path("sources/", views.sources, name="sources"),
    path("looks-wrong/", report_views.looks_wrong, name="looks_wrong"),
    path("looks-wrong/thanks/", report_views.thanks, name="thanks"),
]
