"""Addresses of what a learner takes out and brings in, under the account."""

from django.urls import path

from tpm_portal.your_data import bring_views, leaving_views, views

urlpatterns = [
    path("data/", views.your_data, name="your_data"),
    path("data/everything/", views.everything, name="your_data_everything"),
    path("data/bring/", bring_views.bring, name="your_data_bring"),
    path("data/bring/look/", bring_views.look, name="your_data_look"),
    path("data/bring/keep/", bring_views.keep, name="your_data_keep"),
    path("data/bring/forget/", bring_views.forget, name="your_data_forget"),
    path("delete/", leaving_views.delete, name="account_delete"),
]
