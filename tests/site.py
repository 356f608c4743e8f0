"""The whole site in processes of its own, as ``make run`` serves it, for tests that kill parts of it."""

import http.client
import io
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.parse
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import psutil

from tests.sending import Form

ROOT = Path(__file__).parent.parent
PASSWORD = "correct horse battery staple"


def milestone_addresses():
    # The benches start a site before Django is set up.
    from curation.content_files import read_documents
    from curation.seeding import all_seeds

    documents = read_documents(all_seeds())
    milestones = next(rows for seed, rows in documents.items() if seed.section == "milestones")
    return [f"/roadmap/{document['step']}/{slug}/" for slug, document in milestones.items()]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Site:
    """``manage.py serve`` on a port and an embedded database of its own, or on the server at ``database_url``."""

    def __init__(self, directory, database_url=""):
        self.port = free_port()
        self.directory = directory
        self.database_url = database_url
        self.log = directory / "serve.log"
        self.process = None

    def environment(self):
        return os.environ | {
            "DJANGO_SETTINGS_MODULE": "tpm_portal.settings",
            "DATABASE_URL": self.database_url,
            "EMBEDDED_POSTGRES_DIR": str(self.directory / "postgres"),
            "SECRET_KEY": "one-key-for-all-starts-of-this-site-" * 2,
            "SITE_URL": "",
            "PORT": str(self.port),
            "WEB_WORKERS": "2",
        }

    def start(self, seconds=240.0, prepare=True):
        """Until it answers: the first start brings all content, which takes a slow machine minutes."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "serve", *([] if prepare else ["--no-prepare"])],
                cwd=ROOT,
                env=self.environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        try:
            self.wait_for(200, seconds)
        except BaseException:
            # It would hold its database for ever, and with it the next test.
            self.kill_group()
            raise

    def wait_for(self, status, seconds=30.0):
        deadline = time.monotonic() + seconds
        while Browser(self.port).status("/readyz/") != status:
            assert time.monotonic() < deadline, self.log.read_text()[-3000:]
            time.sleep(0.05)  # polling for another process, with the deadline above

    def workers(self):
        """Those that serve pages, without the commands that the site runs beside them now and then."""
        return [one for one in psutil.Process(self.process.pid).children() if serves(one)]

    def kill_group(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=20)

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(timeout=40)


def serves(process):
    """Whether a process of the site is one that serves pages, and not a command that it runs beside them."""
    try:
        return not {"daily", "send_reminders"} & set(process.cmdline())
    except psutil.NoSuchProcess:  # a zombie, too
        return False


class Browser:
    """Cookies, a CSRF token, and answers as status numbers; 0 when there was none."""

    def __init__(self, port):
        self.port = port
        self.cookies = {}
        self.location = ""
        self.body = ""

    def send(self, path, data=None):
        """Send a request and leave its answer unread. Returns the connection."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if data is None:
            connection.request("GET", path, headers=headers)
        else:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            headers["X-CSRFToken"] = self.cookies.get("csrftoken", "")
            # A visitor's form holds no token: their browser says where it comes from.
            headers["Origin"] = f"http://127.0.0.1:{self.port}"
            connection.request("POST", path, urllib.parse.urlencode(data, doseq=True), headers)
        return connection

    def status(self, path, data=None):
        try:
            connection = self.send(path, data)
        except (OSError, http.client.HTTPException):
            return 0
        try:
            response = connection.getresponse()
            # Of a file, too, which nobody reads here.
            self.body = response.read().decode(errors="replace")
        except (OSError, http.client.HTTPException):
            return 0
        finally:
            connection.close()
        self.location = response.headers.get("Location", "")
        for cookie in response.headers.get_all("Set-Cookie") or []:
            name, value = re.match(r"([^=]+)=([^;]*)", cookie).groups()
            self.cookies[name] = value
        return response.status

    def sent(self, path, form_id, **typed):
        """Send the form of a page as it stands there, but for what is ``typed``."""
        assert self.status(path) == 200
        form = Form(self.body, form_id)
        return self.status(path, [pair for pair in form.pairs if pair[0] not in typed] + list(typed.items()))

    def sign_up(self, email):
        assert self.status("/account/signup/") == 200
        assert self.status("/account/signup/", {"email": email, "password1": PASSWORD}) == 302
        assert self.status("/roadmap/") == 200

    def everything(self):
        """The archive of an account as the site sends it, and what it says; nothing where it broke off."""
        connection = self.send("/account/data/everything/")
        try:
            archive = connection.getresponse().read()
            return archive, json.loads(ZipFile(io.BytesIO(archive)).read("everything.json"))
        except (BadZipFile, OSError, http.client.HTTPException):
            return b"", None
        finally:
            connection.close()

    def bring(self, archive):
        """Choose an archive to bring in; what the page that shows it asks to be sent with the yes."""
        part = 'Content-Disposition: form-data; name="file"; filename="everything.zip"\r\nContent-Type: application/zip'
        body = b"--mark\r\n" + part.encode() + b"\r\n\r\n" + archive + b"\r\n--mark--\r\n"
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "Content-Type": "multipart/form-data; boundary=mark",
            "X-CSRFToken": self.cookies["csrftoken"],
            "Origin": f"http://127.0.0.1:{self.port}",
        }
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("POST", "/account/data/bring/", body, headers)
        page = connection.getresponse().read().decode()
        connection.close()
        return re.search(r'name="seen" value="(\w+)"', page)[1]
