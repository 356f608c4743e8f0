"""How content gets in from files, and where each fact comes from."""

from django.apps import AppConfig


class CurationConfig(AppConfig):
    name = "curation"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from curation import public_pages
        from curation.models import Source

        pages = {"curation:about": "About the data", "curation:sources": "Sources"}
        public_pages.offer({name: public_pages.Listing(title, Source) for name, title in pages.items()})
