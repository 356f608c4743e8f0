"""``manage.py curator``: make an account that may do everything in the admin, or what one of the roles may."""

import os
import sys
from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from accounts.models import User
from accounts.notices import tell_of_new_password
from accounts.second_step import has_second_step
from accounts.spelling import as_written, one_address, one_password
from tpm_portal import roles


class Command(BaseCommand):
    help = (
        "Create an account for the admin, or let an existing one in. It may do everything there, or with --role what "
        "that role may. Asks, or reads ADMIN_EMAIL and ADMIN_PASSWORD."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--role",
            choices=[name.lower() for name in roles.rights()],
            help="an editor writes drafts, a curator publishes too, an operator looks after accounts",
        )

    def handle(self, *, role: str | None, **options: Any) -> None:
        groups = [self._group(role)] if role else []
        email = os.environ.get("ADMIN_EMAIL") or self._ask("Email address: ")
        email = one_address(email)
        try:
            validate_email(email)
        except ValidationError as error:
            raise CommandError(f"'{email}' is not an email address.") from error
        user = User.objects.filter(email=email).first()
        password = os.environ.get("ADMIN_PASSWORD")
        if user is None and not password:
            password = self._ask("Password: ", secret=True)
        if password:
            try:
                validate_password(one_password(password), user or User(email=email))
            except ValidationError as error:
                raise CommandError(" ".join(error.messages)) from error
        existed = user is not None
        user = user or User.objects.create_user(email, password)
        user.is_staff = user.is_active = True
        user.is_superuser = role is None
        if password and existed:
            user.set_password(password)
        user.save()
        user.groups.set(groups)
        if password and existed:
            tell_of_new_password(user)
        able = f"can now sign in and open /admin/{f' as {role}' if role else ''}"
        self.stdout.write(f"{as_written(email)} {able}{', with the new password' if password and existed else ''}.")
        if settings.STAFF_SECOND_FACTOR and not has_second_step(user):
            self.stdout.write(
                "The first time, /admin/ asks for a passkey or an authenticator app to be set up. If it is ever lost, "
                "run 'manage.py reset_second_step ADDRESS'."
            )

    def _group(self, role: str) -> Group:
        try:
            return Group.objects.get(name=role.capitalize())
        except Group.DoesNotExist as error:
            raise CommandError("There are no roles here yet. Run migrate first.") from error

    def _ask(self, question: str, *, secret: bool = False) -> str:
        if not sys.stdin.isatty():
            raise CommandError("Set ADMIN_EMAIL and ADMIN_PASSWORD, or run this in a terminal.")
        return getpass(question) if secret else input(question)
