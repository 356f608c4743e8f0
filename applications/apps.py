"""Applications: postings against proof, stages with their history, offers, and what the jobs one wants ask together."""

from django.apps import AppConfig


class ApplicationsConfig(AppConfig):
    name = "applications"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from applications import facts as own
        from applications.demand.steering import offer_order
        from applications.stages import dates
        from applications.stages.applying import offer_sent_for
        from applications.stages.rounds import offer_application, offer_posting
        from evidence.records import facts
        from interviews.dates.slots import brief_page, interview_page
        from keeping import dated
        from resumes.making.slots import sent_copy_page
        from roadmap.slots import roadmap_page

        interview_page.offer(offer_application)
        brief_page.offer(offer_posting)
        sent_copy_page.offer(offer_sent_for)
        roadmap_page.offer(offer_order)
        facts.offer(own.SOURCES, own.FACTS)
        dated.offer(dates.dates, *dates.KINDS)
