"""What stands in ``deploy/`` runs commands that there are, as the documents say."""

import re
from configparser import ConfigParser
from pathlib import Path

import pytest
import yaml
from django.core.management import get_commands

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"
UNITS = sorted(DEPLOY.glob("*.service"))


def read(path):
    parser = ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str
    parser.read_string(path.read_text())
    return parser


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_each_unit_runs_a_command_as_nobody_of_importance(path):
    service = read(path)["Service"]
    command = service["ExecStart"].split()
    assert command[:2] == ["/srv/tpm-portal/.venv/bin/python", "manage.py"]
    assert command[2] in get_commands()
    assert (service["User"], service["NoNewPrivileges"], service["ProtectSystem"]) == ("tpm", "true", "strict")


def test_each_timer_has_what_it_starts_and_the_document_names_it():
    timers = {path.stem for path in DEPLOY.glob("*.timer")}
    assert timers == {path.stem for path in UNITS} - {"tpm-portal"}
    document = (ROOT / "docs" / "operating.md").read_text()
    assert [name for name in timers if f"{name}.timer" not in document] == []
    assert all(read(DEPLOY / f"{name}.timer")["Timer"]["Persistent"] == "true" for name in timers)


def test_containers_run_commands_that_there_are():
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]
    said = " ".join(str(service.get("command", "")) for service in services.values())
    named = set(re.findall(r'manage\.py[", ]+(\w+)', said + (DEPLOY / "Dockerfile").read_text()))
    assert named == {"migrate", "seed", "daily", "send_reminders", "collectstatic", "serve"}
    assert named <= set(get_commands())
    assert "USER 10001" in (DEPLOY / "Dockerfile").read_text()
