"""The programs that will read ``deploy/`` read it here: systemd and nginx, and a reader of YAML for compose."""

import re
import subprocess
from datetime import UTC, datetime, timedelta

import pytest
import yaml
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.servers import installed
from tests.site import free_port
from tests.test_deploy import DEPLOY, ROOT
from tests.tpm_portal.test_settings import read as variables

INSTRUCTION = re.compile(r"^(FROM|RUN|COPY|WORKDIR|USER|ENV|EXPOSE|HEALTHCHECK|CMD)\b")


@pytest.fixture
def units(tmp_path):
    """All units, as they are with the site in this checkout."""
    for path in [*DEPLOY.glob("*.service"), *DEPLOY.glob("*.timer")]:
        text = path.read_text().replace("/srv/tpm-portal/.venv/bin/python", "/usr/bin/env python")
        (tmp_path / path.name).write_text(text.replace("/srv/tpm-portal", str(ROOT)))
    return tmp_path


def verified(units):
    program = installed("systemd", "systemd-analyze")
    names = sorted(map(str, units.iterdir()))
    done = subprocess.run([program, "verify", "--man=no", *names], capture_output=True, text=True)
    # It looks at what it knows of the machine too, which is nothing of ours.
    return [line for line in done.stderr.splitlines() if "tpm-" in line]


def test_systemd_finds_nothing_wrong_with_the_units(units):
    assert verified(units) == []


def test_systemd_does_look_at_them(units):
    path = units / "tpm-portal.service"
    path.write_text(path.read_text().replace("Restart=always", "Restart=perhaps").replace("PrivateTmp", "PrivatTmp"))
    assert len(verified(units)) == 2


@pytest.fixture
def configuration(tmp_path):
    """The example for nginx as a whole configuration, with a certificate and ports that are free."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "tpm.example.org")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    (tmp_path / "fullchain.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (tmp_path / "privkey.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    site = (DEPLOY / "nginx.conf").read_text().replace("/etc/letsencrypt/live/tpm.example.org", str(tmp_path))
    site = re.sub(r"^ *listen \[::\]:.*\n", "", site, flags=re.MULTILINE)
    site = site.replace("listen 80;", f"listen 127.0.0.1:{free_port()};")
    site = site.replace("listen 443 ", f"listen 127.0.0.1:{free_port()} ")
    path = tmp_path / "nginx.conf"
    path.write_text(
        f"pid {tmp_path}/nginx.pid;\nerror_log stderr;\nevents {{}}\nhttp {{\naccess_log off;\n"
        + "".join(
            f"{kind}_temp_path {tmp_path}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        + f"{site}}}\n"
    )
    return path


def read_by_nginx(configuration):
    program = installed("nginx-light", "nginx")
    return subprocess.run([program, "-t", "-q", "-c", str(configuration)], capture_output=True, text=True)


def test_nginx_takes_the_example(configuration):
    done = read_by_nginx(configuration)
    # Newer ones would have http2 on a line of its own, which older ones do not know.
    said = [line for line in done.stderr.splitlines() if 'the "listen ... http2" directive is deprecated' not in line]
    assert (done.returncode, said) == (0, [])


def test_nginx_does_look_at_it(configuration):
    configuration.write_text(configuration.read_text().replace("proxy_read_timeout", "proxy_reed_timeout"))
    assert 'unknown directive "proxy_reed_timeout"' in read_by_nginx(configuration).stderr


def test_what_the_proxy_says_is_what_the_site_believes():
    told = dict(re.findall(r"proxy_set_header (\S+) (\S+);", (DEPLOY / "nginx.conf").read_text()))
    assert told == {
        "Connection": '""',
        "Host": "$host",
        "X-Forwarded-Proto": "$scheme",
        "X-Forwarded-For": "$remote_addr",
        "X-Request-ID": "$request_id",
    }


def compose():
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text())


def test_containers_are_given_settings_that_there_are():
    known = {one or other for one, other in variables()}
    services = compose()["services"]
    sites = {name: one for name, one in services.items() if "build" in one}
    assert sites.keys() == {"release", "site", "clock"}
    assert {name for one in sites.values() for name in one["environment"]} <= known
    dockerfile = (DEPLOY / "Dockerfile").read_text()
    (given,) = re.findall(r"^ENV (.*)$", dockerfile, re.MULTILINE)
    assert {pair.partition("=")[0] for pair in given.split()} - {"PYTHONUNBUFFERED"} <= known
    # Whoever waits for something waits for what there is, and for a health that it tells.
    for one in services.values():
        for name, on in one.get("depends_on", {}).items():
            assert on["condition"] != "service_healthy" or "healthcheck" in services[name]
    assert {mount.partition(":")[0] for one in services.values() for mount in one.get("volumes", [])} == set(
        compose()["volumes"]
    )


def test_containers_have_time_to_answer_what_they_are_asked():
    """Docker kills after ten seconds; the site takes longer to answer what it has begun, see ``serve``."""
    assert compose()["services"]["site"]["stop_grace_period"] == "30s"
    assert "TimeoutStopSec=30" in (DEPLOY / "tpm-portal.service").read_text()


def test_the_image_is_small_and_nobodys():
    """What hadolint asks for: pinned bases, no caches kept, exec forms, and no root at the end."""
    text = (DEPLOY / "Dockerfile").read_text().replace("\\\n", "")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert [line for line in lines if not INSTRUCTION.match(line)] == []
    bases = re.findall(r"^FROM (\S+)", text, re.MULTILINE)
    assert [base for base in bases if ":" not in base or base.endswith(":latest")] == []
    (apt,) = [line for line in lines if "apt-get install" in line]
    assert all(said in apt for said in ("--no-install-recommends", "rm -rf /var/lib/apt/lists", " -y "))
    assert all("--no-cache-dir" in line for line in lines if "pip install" in line)
    assert [line for line in lines if re.match(r"(CMD|HEALTHCHECK.* CMD) (?!\[)", line)] == []
    users = [line for line in lines if line.startswith("USER ")]
    assert users == ["USER 10001"]
    assert lines.index("USER 10001") < lines.index(next(line for line in lines if line.startswith("CMD")))
    kept_out = (ROOT / ".dockerignore").read_text().split()
    assert {".git", ".env", "var", ".venv"} <= set(kept_out)
