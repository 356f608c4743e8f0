"""Skills and credentials: what a learner can show, and what the rules are."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "evidence"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from evidence.catalog.slots import skill_page
        from evidence.records.showing import offer_standing

        skill_page.offer(offer_standing)
