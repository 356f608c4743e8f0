"""A plain table of own rows, as a room would declare it: all that its pages, its history and its bin need."""

from django.db import models

from evidence.models import Project
from keeping.models import Own
from keeping.pages import OwnPages, Words
from keeping.plain import form_of


class Course(Own):
    FIELDS = ("name", "on", "hours", "project")
    LISTED_AT = "toy:courses"

    name = models.CharField("name of the course", max_length=100)
    on = models.DateField("day", null=True, blank=True)
    hours = models.DecimalField(max_digits=5, decimal_places=1, null=True, blank=True)
    project = models.ForeignKey(Project, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        app_label = "toy"
        ordering = ("name", "pk")
        constraints = (models.UniqueConstraint(fields=["user", "token"], name="toy_course_once"),)

    def __str__(self) -> str:
        return self.name


WORDS = Words("Courses", empty="A course you took is worth a line.", add="Add a course", edit="Edit the course")
COURSES = OwnPages(Course, form_of(Course), WORDS, section="evidence", tab="", listed_at="toy:courses", name="course")
