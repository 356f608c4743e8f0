"""What the role pays: every figure a claim with a source, and where a number sits among them."""

from django.apps import AppConfig


class SalariesConfig(AppConfig):
    name = "salaries"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from curation import public_pages
        from salaries.public_pages import PAGES

        public_pages.offer(PAGES)
