"""The site with one more room."""

from django.urls import include, path

from tests.toy.models import COURSES
from tpm_portal.urls import urlpatterns as site

urlpatterns = [path("toy/", include((COURSES.paths("courses/"), "toy"))), *site]
