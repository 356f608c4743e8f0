"""Resumes: drawn from what is recorded, as pages that people and machines read, and as they were sent."""

from django.apps import AppConfig


class ResumesConfig(AppConfig):
    name = "resumes"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from evidence.records.slots import piece_page
        from resumes.base.showing import offer_bullets

        piece_page.offer(offer_bullets)
