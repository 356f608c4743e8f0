"""Resumes: drawn from what is recorded, as pages that people and machines read, and as they were sent."""

from django.apps import AppConfig


class ResumesConfig(AppConfig):
    name = "resumes"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from evidence.records import facts
        from evidence.records.slots import piece_page
        from resumes import facts as own
        from resumes.making.slots import along_with_resume
        from resumes.making.uses import offer_uses
        from resumes.review.points import offer_points

        piece_page.offer(offer_uses)
        along_with_resume.offer(offer_points)
        facts.offer(own.SOURCES, own.FACTS)
