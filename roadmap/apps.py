"""The six steps, their milestones, and a learner's progress through them."""

from django.apps import AppConfig


class RoadmapConfig(AppConfig):
    name = "roadmap"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from curation import moving, public_pages
        from curation.previewing import offer_learner
        from evidence.ledger.slots import aimed_at
        from evidence.records import facts
        from evidence.records.slots import aimed_skills
        from keeping import dated
        from roadmap import dates
        from roadmap import facts as own
        from roadmap.aimed import offer_credential, offer_skills
        from roadmap.made_up import learner_under_way
        from roadmap.moving import COUNTED
        from roadmap.public_pages import PAGES

        aimed_at.offer(offer_credential)
        aimed_skills.offer(offer_skills)
        offer_learner(learner_under_way)
        moving.offer(COUNTED)
        facts.offer(own.SOURCES, own.FACTS)
        public_pages.offer(PAGES)
        dated.offer(dates.dates, *dates.KINDS)
