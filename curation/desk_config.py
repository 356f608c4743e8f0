"""Makes the desk the admin of the site. Apart from ``apps``, where Django would take it for the app of this room."""

from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    default_site = "curation.site.DeskSite"
