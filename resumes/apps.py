"""Resumes: drawn from what is recorded, as pages that people and machines read, and as they were sent."""

from django.apps import AppConfig


class ResumesConfig(AppConfig):
    name = "resumes"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from evidence.records.slots import piece_page, speaks_for
        from resumes.base.showing import offer_bullets
        from resumes.making.open_points import offer_spoken_for

        piece_page.offer(offer_bullets)
        speaks_for.offer(offer_spoken_for)
