"""Feeds read by the libraries of three kinds of calendar programs: ``python -m tests.tpm_portal.calendar.clients``.

``icalendar`` in this process, ``ical.js`` and ``node-ical`` in Node (https://nodejs.org), which is needed, with npm to
fetch them into a folder that is thrown away: no part of the tests. On a throwaway database. The readers run on machines
in four time zones; each must find the same moments and days as the time zone's rules say.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import tests.postgres

ZONES = ("America/New_York", "America/Phoenix", "Europe/London", "Asia/Kolkata", "Australia/Sydney")
MACHINES = ("UTC", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Auckland")
PACKAGES = ("ical.js@2.2.1", "node-ical@0.27.2")
# Every day of four years for one learner, and every fifth of one for the others, from the next year on.
MANY, SOME = range(1461), range(0, 366, 5)
READER = """
import fs from "node:fs";
import ICAL from "ical.js";
import nodeIcal from "node-ical";

const two = (number) => String(number).padStart(2, "0");
const local = (at) => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
const text = fs.readFileSync(process.argv[2], "utf8");
const found = { "ical.js": {}, "node-ical": {} };
for (const one of new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(one);
  const say = (at) => (at.isDate ? at.toString() : at.toJSDate().toISOString());
  found["ical.js"][event.uid] = [say(event.startDate), say(event.endDate), event.summary];
}
for (const one of Object.values(nodeIcal.sync.parseICS(text))) {
  if (one.type !== "VEVENT") continue;
  const say = (at) => (one.datetype === "date" ? local(at) : at.toISOString());
  found["node-ical"][one.uid] = [say(one.start), say(one.end), one.summary];
}
console.log(JSON.stringify(found));
"""


def main() -> int:
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        print("Node with npm is not installed, so nothing was checked.", file=sys.stderr)
        return 1
    right: Counter[str] = Counter()
    wrong = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "read.mjs").write_text(READER)
        (folder / "package.json").write_text("{}")
        subprocess.run([npm, "install", "--no-audit", "--no-fund", "--silent", *PACKAGES], cwd=folder, check=True)
        for zone, body, expected in _feeds():
            (folder / "feed.ics").write_bytes(body)
            answers = {"icalendar": _by_icalendar(body)}
            for machine in MACHINES:
                run = [node, "read.mjs", "feed.ics"]
                said = subprocess.run(
                    run, cwd=folder, check=True, capture_output=True, env={**os.environ, "TZ": machine}
                )
                answers |= {f"{client} in {machine}": rows for client, rows in json.loads(said.stdout).items()}
            for client, rows in answers.items():
                odd = [uid for uid in expected.keys() | rows.keys() if expected.get(uid) != rows.get(uid)]
                right[client] += len(expected) - len(odd)
                wrong += len(odd)
                for uid in odd[:5]:
                    print(f"{zone}, {client}: {uid} is {rows.get(uid)} and should be {expected.get(uid)}")
    for client, number in right.items():
        print(f"{client:>32} {number:5} as they should be")
    print(f"{wrong} wrong.")
    return 1 if wrong else 0


def _by_icalendar(body: bytes) -> dict[str, list[str]]:
    import icalendar

    events: Any = icalendar.Calendar.from_ical(body).walk("VEVENT")
    return {str(one["UID"]): [_said(one["DTSTART"].dt), _said(one["DTEND"].dt), str(one["SUMMARY"])] for one in events}


def _said(at: date) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.000Z}" if isinstance(at, datetime) else at.isoformat()


def _feeds():
    """For each zone the feed as the site sends it, and what it should say, by UID."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.test import Client
    from django.urls import reverse

    from tests.factories.accounts import make_user
    from tests.factories.applications import make_task
    from tests.factories.interviews import make_interview
    from tests.tpm_portal.calendar.test_feed import make_link
    from tpm_portal.calendar.linking import secret_in

    call_command("migrate", verbosity=0)
    for zone in ZONES:
        user, expected = make_user(time_zone=zone), {}
        first = date(datetime.now(UTC).year + 1, 1, 1)
        for on in (first + timedelta(days=number) for number in (MANY if zone == ZONES[0] else SOME)):
            row = make_interview(user, on=on, at=time(14), company="Müller; Söhne, 株式会社")
            at = datetime.combine(on, time(14), tzinfo=ZoneInfo(zone))
            title = "Interview: Müller; Söhne, 株式会社 (First call)"
            expected[f"interview-{row.token}"] = [_said(at), _said(at + timedelta(hours=1)), title]
        for on in (first + timedelta(days=number) for number in SOME):
            row = make_task(user, due_on=on, what="Write a very long line, so that it is folded " * 4)
            expected[f"task-{row.token}"] = [on.isoformat(), (on + timedelta(days=1)).isoformat(), row.what]
        address = reverse("account_calendar_feed", args=[secret_in(make_link(user))])
        yield zone, Client().get(address).content, expected


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    assert tests.postgres
    sys.exit(main())
