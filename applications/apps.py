"""Applications: postings against proof, stages with their history, offers, and what the jobs one wants ask together."""

from django.apps import AppConfig


class ApplicationsConfig(AppConfig):
    name = "applications"
    default_auto_field = "django.db.models.BigAutoField"
