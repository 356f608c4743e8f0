"""The question bank, and practice that remembers."""

from django.apps import AppConfig


class InterviewsConfig(AppConfig):
    name = "interviews"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from curation import public_pages
        from evidence.records import facts
        from evidence.records.slots import told_of
        from interviews import facts as own
        from interviews.bank.public_pages import PAGES
        from interviews.bank.slots import question_page
        from interviews.dates import coming
        from interviews.practice import coming_back
        from interviews.practice.showing import offer_answer
        from interviews.stories.showing import offer_stories, offer_told
        from keeping import dated

        question_page.offer(offer_answer)
        question_page.offer(offer_stories)
        told_of.offer(offer_told)
        facts.offer(own.SOURCES, own.FACTS)
        public_pages.offer(PAGES)
        for room in (coming, coming_back):
            dated.offer(room.dates, *room.KINDS)
