"""``manage.py curator``: make an account that looks after the content in the admin."""

import os
import sys
from getpass import getpass
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from accounts.models import User
from accounts.notices import tell_of_new_password
from accounts.spelling import as_written, one_address, one_password


class Command(BaseCommand):
    help = "Create a curator, or give an existing account that role. Asks, or reads ADMIN_EMAIL and ADMIN_PASSWORD."

    def handle(self, **options: Any) -> None:
        email = os.environ.get("ADMIN_EMAIL") or self._ask("E-mail address: ")
        email = one_address(email)
        try:
            validate_email(email)
        except ValidationError as error:
            raise CommandError(f"'{email}' is no e-mail address.") from error
        user = User.objects.filter(email=email).first()
        password = os.environ.get("ADMIN_PASSWORD")
        if user is None and not password:
            password = self._ask("Password: ", secret=True)
        if password:
            try:
                validate_password(one_password(password), user or User(email=email))
            except ValidationError as error:
                raise CommandError(" ".join(error.messages)) from error
        if user is None:
            User.objects.create_superuser(email, password)
            self.stdout.write(f"{as_written(email)} can now sign in and open /admin/.")
            return
        user.is_staff = user.is_superuser = user.is_active = True
        if password:
            user.set_password(password)
        user.save()
        if password:
            tell_of_new_password(user)
        self.stdout.write(
            f"{as_written(email)} exists and is a curator{', with the new password' if password else ''}."
        )

    def _ask(self, question: str, *, secret: bool = False) -> str:
        if not sys.stdin.isatty():
            raise CommandError("Set ADMIN_EMAIL and ADMIN_PASSWORD, or run this in a terminal.")
        return getpass(question) if secret else input(question)
