"""``manage.py check_links``: follow the links of the content, and record the day each was last reached."""

from argparse import ArgumentParser, ArgumentTypeError
from collections import Counter
from datetime import timedelta
from threading import Event
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from curation import link_rules, links
from curation.checking import Checker, Found, check_all, host_of
from curation.fetching import Fetcher

# Of so many hosts one answers, or it is we who are not connected.
HOSTS_THAT_TELL = 3
# And after so many nobody need be asked any more: offline each of them may take a long time to fail.
HOSTS_ENOUGH = 20
OFFLINE, INTERRUPTED = 2, 130
NOT_CONNECTED = "No host answered, so nothing was recorded. Does this machine reach the internet?"


def _number(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ArgumentTypeError("must be 1 or more")
    return number


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 <= seconds <= 60:
        raise ArgumentTypeError("must be from 0 to 60")
    return seconds


def _hosts(held: list[tuple[str, Found]]) -> int:
    return len({host_of(address) for address, _ in held})


class Command(BaseCommand):
    help = (
        "Follow the links of the content, those first that were not checked for the longest time, and record what "
        "they lead to. Ends with 1 if links are broken, with 2 if no host answers at all, with 130 if interrupted."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--limit", type=_number, metavar="N", help="check N links at most")
        parser.add_argument("--older-than", type=_number, metavar="DAYS", help="leave out what was checked since")
        parser.add_argument("--workers", type=_number, default=8, metavar="N", help="hosts asked at a time (8)")
        parser.add_argument("--pause", type=_seconds, default=1.0, metavar="SECONDS", help="between two requests (1)")
        parser.add_argument("--allow-private", action="store_true", help="also go to addresses that are not public")
        parser.add_argument("--dry-run", action="store_true", help="only list what would be checked")

    def handle(self, *, limit: int | None, older_than: int | None, dry_run: bool, **options: Any) -> None:
        linked = links.addresses()
        before = timezone.now() - timedelta(days=older_than) if older_than else None
        due = links.due(linked, before=before, limit=limit)
        if dry_run:
            self.stdout.write("\n".join([*due, f"{len(due)} of {len(linked)} links would be checked."]))
            return
        forgotten = links.forget(linked)
        self.verbosity = options["verbosity"]
        states, left, interrupted = self._run(due, **options)
        if forgotten:
            self.stdout.write(f"{forgotten} no longer linked to, and forgotten.")
        done = sum(states.values())
        said = [f"{states[state]} {label.lower()}" for state, label in link_rules.STATES.items() if states[state]]
        self.stdout.write(f"{done} of {len(linked)} links checked{': ' if said else ''}{'; '.join(said)}.")
        if left:
            self.stdout.write(f"{left} left for the next run: their hosts asked for time, or the run ended early.")
        if interrupted:
            raise CommandError("Interrupted. What was found is kept; the next run goes on.", returncode=INTERRUPTED)
        if broken := sum(states[state] for state in link_rules.BROKEN):
            raise CommandError(f"{broken} broken. They are listed in the admin, under Link checks.")

    def _run(self, due: list[str], **options: Any) -> tuple[Counter[str], int, bool]:
        """How many links are in each state, how many are left, and whether somebody ended the run."""
        stop, states, interrupted = Event(), Counter[str](), False
        fetcher = Fetcher(f"TPM-Portal-link-check/1.0 (+{settings.SITE_URL})", private=options["allow_private"])
        checker = Checker(fetcher, pause=options["pause"], wait=stop.wait)
        held: list[tuple[str, Found]] = []
        try:
            for address, found in check_all(due, checker=checker, workers=options["workers"], stop=stop):
                if found is None:
                    continue
                held.append((address, found))
                # Until somebody answers it may be we who are not connected, and then nothing is said of any link.
                if fetcher.heard:
                    self._keep(held, states)
                elif _hosts(held) >= HOSTS_ENOUGH:
                    raise CommandError(NOT_CONNECTED, returncode=OFFLINE)
        except KeyboardInterrupt:
            interrupted = True
        if held and not fetcher.heard:
            if _hosts(held) >= HOSTS_THAT_TELL:
                raise CommandError(NOT_CONNECTED, returncode=OFFLINE)
            self._keep(held, states)
        return states, len(due) - sum(states.values()), interrupted

    def _keep(self, held: list[tuple[str, Found]], states: Counter[str]) -> None:
        while held:
            address, found = held.pop(0)
            links.record(address, found, at=timezone.now())
            states[found.state] += 1
            if self.verbosity > 1 or (self.verbosity and found.state in link_rules.BROKEN):
                why = found.error or f"It answers {found.status}."
                self.stdout.write(f"{link_rules.STATES[found.state]}: {address} {why}")
