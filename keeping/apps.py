"""Whatever belongs to one learner: kept once, changed with a history, put in the bin and brought back."""

from django.apps import AppConfig


class KeepingConfig(AppConfig):
    name = "keeping"
    default_auto_field = "django.db.models.BigAutoField"
