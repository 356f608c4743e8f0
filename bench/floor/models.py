"""One table."""

from django.conf import settings
from django.db import models


class Thing(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    name = models.CharField(max_length=100)
    on = models.DateField()
    about = models.TextField()

    def __str__(self) -> str:
        return self.name
