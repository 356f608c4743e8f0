"""Skills and credentials: what a learner can show, and what the rules are."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "evidence"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from curation import moving, public_pages
        from evidence.catalog.public_pages import PAGES
        from evidence.catalog.slots import skill_page
        from evidence.ledger import facts as of_ledger
        from evidence.ledger.moving import STANDING
        from evidence.records import dates, facts, own_facts, standings
        from evidence.records.showing import offer_standing
        from keeping import dated

        skill_page.offer(offer_standing)
        for room in (own_facts, of_ledger):
            facts.offer(room.SOURCES, room.FACTS)
        facts.offer(standings.SOURCES, {})
        public_pages.offer(PAGES)
        moving.offer(STANDING)
        dated.offer(dates.dates, *dates.KINDS)
