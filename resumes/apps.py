"""Resumes: drawn from what is recorded, as pages that people and machines read, and as they were sent."""

from django.apps import AppConfig


class ResumesConfig(AppConfig):
    name = "resumes"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from evidence.records.slots import piece_page, speaks_for
        from resumes.making.open_points import offer_spoken_for
        from resumes.making.slots import along_with_resume
        from resumes.making.uses import offer_uses
        from resumes.review.points import offer_points

        piece_page.offer(offer_uses)
        speaks_for.offer(offer_spoken_for)
        along_with_resume.offer(offer_points)
