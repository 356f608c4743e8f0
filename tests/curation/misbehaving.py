"""A web server on a free port of this machine that does to its callers what servers out there do."""

import socket
import struct
import time
from collections import Counter
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread

DRIP = 0.02
PAGE = b"<!doctype html><title>A page</title>"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def do_HEAD(self):
        self._go()

    do_GET = do_HEAD  # noqa: N815

    def _go(self):
        self.close_connection = True
        name = self.path.split("?")[0].strip("/")
        server = self.server
        with server.door:
            server.seen.append((self.command, self.path, self.headers["User-Agent"]))
            server.times[self.path] += 1
            server.now += 1
            server.most = max(server.most, server.now)
            self.is_in = True
        try:
            getattr(self, name.replace("-", "_").replace(".", "_"))()
        finally:
            self._is_out()

    def _is_out(self):
        with self.server.door:
            self.server.now -= self.is_in
            self.is_in = False

    def _say(self, status, body=b"", **headers):
        # Whoever has the answer may ask for the next before this thread comes to its end.
        self._is_out()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def _only_get(self):
        """Refuse the head, so that the body is asked for."""
        if self.command == "HEAD":
            self._say(405)
        return self.command == "GET"

    def _drip(self, what):
        while True:
            self.wfile.write(what)
            self.wfile.flush()
            time.sleep(DRIP)

    # --- What it does ------------------------------------------------------------------------------------------

    def robots_txt(self):
        if self.server.robots is None:
            return self._say(404)
        status, text = self.server.robots
        return self._say(status, text.encode())

    def page(self):
        self._say(200, PAGE)

    def slow(self):
        """Takes a moment, which tells whether two are asked at once."""
        time.sleep(DRIP)
        self._say(200, PAGE)

    def silent(self):
        time.sleep(0.4)

    def slow_headers(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        self._drip(b"x")

    def slow_body(self):
        if self._only_get():
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n")
            self._drip(b"x")

    def endless_body(self):
        if self._only_get():
            self.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
            while True:
                self.server.sent += self.wfile.write(b"x" * 1024)

    def enormous_body(self):
        if self._only_get():
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5000000000\r\n\r\n")
            while True:
                self.server.sent += self.wfile.write(b"x" * 1024)

    def short_body(self):
        if self._only_get():
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + PAGE)

    def bad_chunks(self):
        if self._only_get():
            self.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnot a number\r\n")

    def many_headers(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X-Again: yes\r\n" * 200 + b"\r\n")

    def here_and_there(self):
        self._say(302, Location="/there-and-here")

    def there_and_here(self):
        self._say(302, Location="/here-and-there")

    def on_and_on(self):
        number = int(self.path.partition("?")[2] or 0)
        self._say(302, Location=f"/on-and-on?{number + 1}")

    def moved(self):
        self._say(301, Location="/page")

    def elsewhere_today(self):
        self._say(302, Location="/page")

    def moved_then_elsewhere(self):
        self._say(308, Location="/elsewhere-today")

    def moved_to_nothing(self):
        self._say(301, Location="/missing")

    def moved_inside(self):
        self._say(301, Location=self.server.inside)

    def leads_to_a_file(self):
        self._say(302, Location="file:///etc/passwd")

    def leads_to_a_riddle(self):
        self._say(302, Location="http://[::/")

    def leads_nowhere(self):
        self._say(302)

    def missing(self):
        self._say(404)

    def gone(self):
        self._say(410)

    def private(self):
        self._say(403)

    def broken(self):
        self._say(500)

    def busy(self):
        self._say(429, Retry_After="7")

    def busy_for_long(self):
        self._say(429, Retry_After="3600")

    def busy_once(self):
        self._say(503 if self.server.times[self.path] == 1 else 200)

    def no_head(self):
        if self._only_get():
            self._say(200, PAGE)

    def head_hangs_up(self):
        if self.command == "GET":
            self._say(200, PAGE)

    def hangs_up(self):
        pass

    def resets(self):
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    def garbage(self):
        self.wfile.write(b"\x00\xff220 mail.example.org ESMTP\r\n\r\n")

    def endless_line(self):
        self.wfile.write(b"x" * 200_000)


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.door = Lock()
        self.start_anew()

    def start_anew(self):
        self.seen, self.times, self.robots, self.sent, self.inside = [], Counter(), None, 0, ""
        self.now = self.most = 0

    @property
    def root(self):
        return f"http://127.0.0.1:{self.server_port}"

    def asked(self, method=None):
        """The paths that were asked for, but for the file of rules."""
        return [path for verb, path, _ in self.seen if path != "/robots.txt" and method in (None, verb)]

    def handle_error(self, request, client_address):
        """Callers hang up; that is what they are here for."""


@contextmanager
def serving():
    with Server() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
