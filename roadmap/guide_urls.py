from django.urls import path

from roadmap.views import guide

app_name = "guide"

urlpatterns = [
    path("", guide.overview, name="guide"),
    path("what-is-a-technical-project-manager/", guide.what_is_a_tpm, name="what_is_a_tpm"),
    path("technical-or-general/", guide.comparison, name="comparison"),
    path("roles/", guide.roles, name="roles"),
    path("roles/<slug:role>/", guide.role, name="role"),
    path("job-market/", guide.job_market, name="job_market"),
]
