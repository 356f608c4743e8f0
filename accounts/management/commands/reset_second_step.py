"""``manage.py reset_second_step ADDRESS``: for who has lost phone, passkeys and recovery codes."""

from argparse import ArgumentParser
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from accounts.models import User
from accounts.notices import tell_of_second_step
from accounts.spelling import as_written, one_address


class Command(BaseCommand):
    help = "Remove somebody's authenticator app, passkeys and recovery codes: their password alone signs them in then."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help="the address of the account; be sure that it is its owner who asks")

    def handle(self, *, email: str, **options: Any) -> None:
        user = User.objects.filter(email=one_address(email)).first()
        if user is None:
            raise CommandError(f"There is no account with the address '{email}'.")
        with transaction.atomic():
            removed, _ = Authenticator.objects.filter(user=user).delete()
            if removed:
                tell_of_second_step(
                    user,
                    what="Whoever runs the site removed your second step because it was lost. "
                    "Your password alone signs you in now.",
                )
        name = as_written(user.email or "")
        if not removed:
            self.stdout.write(f"{name} has no second step.")
            return
        told = " A mail says so." if settings.MAIL_CONFIGURED else ""
        self.stdout.write(f"{name} signs in with the password alone now.{told}")
