"""The question bank, and practice that remembers."""

from django.apps import AppConfig


class InterviewsConfig(AppConfig):
    name = "interviews"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from evidence.records.slots import told_of
        from interviews.bank.slots import question_page
        from interviews.practice.showing import offer_answer
        from interviews.stories.showing import offer_stories, offer_told

        question_page.offer(offer_answer)
        question_page.offer(offer_stories)
        told_of.offer(offer_told)
