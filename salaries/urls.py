from django.urls import path

from salaries.views import compare, data, distribution, number, pages

app_name = "salaries"

urlpatterns = [
    path("", pages.salaries, name="salaries"),
    path("places/", pages.places, name="places"),
    path("compare/", compare.compare, name="compare"),
    path("why-they-differ/", pages.why, name="why"),
    path("my-number/", number.number, name="number"),
    path("my-number/forget/", number.forget, name="forget"),
    path("data/", data.about, name="data"),
    path("data/v1/claims.json", data.claims_json, name="claims_json"),
    path("data/v1/claims.csv", data.claims_csv, name="claims_csv"),
    path("<slug:role>/<slug:place>/<slug:industry>/", distribution.distribution, name="distribution"),
]
