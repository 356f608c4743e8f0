"""Links are followed politely and to an end, whatever the servers do. All of it on a server of this machine."""

import gc
import socket
import ssl
from datetime import UTC, datetime
from threading import Event
from time import monotonic

import pytest

from curation import fetching
from curation.checking import Checker, Found, Turns, check_all
from curation.fetching import Fetcher, Limits, NoAnswerError, is_public, plain
from tests.curation.misbehaving import PAGE, serving

QUICK = Limits(connect=0.2, read=0.15, total=0.25)
NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def one_server():
    with serving() as server:
        yield server
    gc.collect()


@pytest.fixture
def server(one_server):
    one_server.start_anew()
    return one_server


def make_checker(waits=None, *, limits=QUICK, private=True, pause=0.0):
    fetcher = Fetcher("TPM-Portal-link-check/1.0 (+https://tpm.example.org)", limits, private=private)
    return Checker(fetcher, pause=pause, wait=(waits if waits is not None else []).append, now=lambda: NOW)


def failing(why, **more):
    return Found("failing", error=why, **more)


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("page", Found("reached", 200)),
        ("page?words=a b#part", Found("reached", 200)),
        ("no-head", Found("reached", 200)),
        ("head-hangs-up", Found("reached", 200)),
        ("endless-body", Found("reached", 200)),
        ("enormous-body", Found("reached", 200)),
        ("missing", Found("gone", 404)),
        ("gone", Found("gone", 410)),
        ("private", Found("turned_away", 403)),
        ("broken", Found("failing", 500)),
        ("leads-nowhere", Found("failing", 302)),
        ("silent", failing("It took too long.")),
        ("slow-headers", failing("It took too long.")),
        ("slow-body", failing("It took too long.")),
        ("short-body", failing("Its answer broke off.")),
        ("bad-chunks", failing("Its answer broke off.")),
        ("many-headers", failing("Its answer cannot be read.")),
        ("hangs-up", failing("It hung up without an answer.")),
        ("resets", failing("It hung up without an answer.")),
        ("garbage", failing("It does not speak HTTP.")),
        ("endless-line", failing("Its answer cannot be read.")),
    ],
)
def test_what_a_link_leads_to(server, path, found):
    begun = monotonic()
    assert make_checker().check(f"{server.root}/{path}") == found
    assert monotonic() - begun < 2


@pytest.mark.parametrize(
    ("path", "end", "found"),
    [
        ("moved", "/page", Found("moved", 200, permanent=True)),
        ("elsewhere-today", "/page", Found("reached", 200)),
        ("moved-then-elsewhere", "/page", Found("reached", 200)),
        ("moved-to-nothing", "/missing", Found("gone", 404, permanent=True)),
        ("here-and-there", "/here-and-there", failing("It leads in a circle.")),
        ("on-and-on", "/on-and-on?6", failing("It leads on more than 5 times.")),
    ],
)
def test_where_a_link_leads_on_to(server, path, end, found):
    one = make_checker().check(f"{server.root}/{path}")
    assert one == Found(found.state, found.status, server.root + end, found.permanent, found.error)


@pytest.mark.parametrize("path", ["leads-to-a-file", "leads-to-a-riddle"])
def test_what_leads_to_no_page_of_the_web_is_not_followed(server, path):
    one = make_checker().check(f"{server.root}/{path}")
    assert one.state == "failing"
    assert one.error in ("This is not the address of a page on the web.", "It leads to something that is no address.")
    assert server.asked() == [f"/{path}"]


def test_of_a_body_a_few_kilobytes_are_read(server):
    answer = make_checker().fetcher.fetch("GET", f"{server.root}/enormous-body")
    assert answer.body == b"x" * QUICK.size
    assert make_checker().fetcher.fetch("GET", f"{server.root}/page").body == PAGE


def test_it_says_who_it_is_and_asks_for_the_head_first(server):
    make_checker().check(f"{server.root}/no-head")
    agent = "TPM-Portal-link-check/1.0 (+https://tpm.example.org)"
    assert server.seen == [("GET", "/robots.txt", agent), ("HEAD", "/no-head", agent), ("GET", "/no-head", agent)]


# --- Servers that ask for time ---------------------------------------------------------------------------------


def test_who_is_busy_once_is_asked_again_after_a_while(server):
    waits = []
    assert make_checker(waits).check(f"{server.root}/busy-once") == Found("reached", 200)
    assert waits == [2.0]


def test_who_says_how_long_is_left_alone_for_so_long_and_asked_three_times_at_most(server):
    waits = []
    assert make_checker(waits).check(f"{server.root}/busy") == Found("turned_away", 429, busy=True)
    assert (waits, server.asked()) == ([7.0, 7.0], ["/busy"] * 3)


def test_who_asks_for_an_hour_is_left_alone_today_with_all_their_links(server):
    waits = []
    links = [f"{server.root}/{path}" for path in ("page", "busy-for-long", "missing", "gone")]
    found = list(check_all(links, checker=make_checker(waits), workers=2, stop=Event()))
    assert found == [
        (links[0], Found("reached", 200)),
        (links[1], Found("turned_away", 429, busy=True)),
        (links[2], None),
        (links[3], None),
    ]
    assert (waits, server.asked()) == ([], ["/page", "/busy-for-long"])


# --- robots.txt ------------------------------------------------------------------------------------------------

NOT_ALLOWED = Found("turned_away", error="robots.txt asks us not to.")


@pytest.mark.parametrize(
    ("robots", "found"),
    [
        (None, Found("reached", 200)),
        ((200, "User-agent: *\nDisallow: /other"), Found("reached", 200)),
        ((200, "User-agent: *\nDisallow: /pa"), NOT_ALLOWED),
        ((200, "\ufeffUser-agent: tpm-portal-link-check\nDisallow: /page"), NOT_ALLOWED),
        ((200, "User-agent: another\nDisallow: /"), Found("reached", 200)),
        ((200, "\x00garbage\n:::"), Found("reached", 200)),
        ((403, ""), Found("reached", 200)),
        ((500, ""), NOT_ALLOWED),
        ((503, ""), NOT_ALLOWED),
    ],
)
def test_what_a_site_asks_of_programs_is_kept_to(server, robots, found):
    server.robots = robots
    assert make_checker().check(f"{server.root}/page") == found
    assert server.asked() == (["/page"] if found.status else [])


def test_the_rules_of_a_site_are_read_once_and_hold_where_a_link_leads_on_to(server):
    server.robots = (200, "User-agent: *\nDisallow: /page")
    checker = make_checker()
    one = Found("turned_away", None, f"{server.root}/page", True, "robots.txt asks us not to.")
    assert [checker.check(f"{server.root}/moved") for _ in range(2)] == [one, one]
    assert server.times["/robots.txt"] == 1


@pytest.mark.parametrize(("asked", "waited"), [("4", 4), ("3600", 30), ("x", 1)])
def test_a_pause_that_a_site_asks_for_is_kept_if_it_is_not_too_long(server, asked, waited):
    server.robots = (200, f"User-agent: *\nCrawl-delay: {asked}\nAllow: /")
    waits = []
    checker = make_checker(waits, pause=1.0)
    for _ in range(2):
        checker.check(f"{server.root}/page")
    # After the rules, and after the first page.
    assert waits == pytest.approx([1, waited], abs=0.5)


def test_a_host_that_is_away_is_waited_for_once():
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        root = f"http://127.0.0.1:{busy.getsockname()[1]}"
        checker = make_checker()
        assert checker.check(f"{root}/a") == failing("Nothing listens there.")
    # Somebody listens by now, whom nobody asks.
    assert checker.check(f"{root}/b") == failing("Nothing listens there.")
    assert not checker.fetcher.heard


# --- One at a time ---------------------------------------------------------------------------------------------


def test_a_host_is_asked_one_thing_at_a_time_and_several_hosts_at_once(server):
    port = server.server_port
    hosts = [f"http://{name}:{port}" for name in ("127.0.0.1", "localhost")]
    links = [f"{host}/slow?{number}" for host in hosts for number in range(3)]
    checker = make_checker(limits=Limits())
    found = dict(check_all(links, checker=checker, workers=4, stop=Event()))
    assert found == dict.fromkeys(links, Found("reached", 200))
    assert server.most <= 2
    # Of each host in its order.
    assert [path for path in server.asked() if path.endswith("?0")] == ["/slow?0"] * 2
    server.start_anew()
    list(check_all(links[:3], checker=checker, workers=4, stop=Event()))
    assert (server.most, server.asked()) == (1, [f"/slow?{number}" for number in range(3)])


def test_between_two_turns_at_a_host_there_is_its_pause():
    clock, waits = [100.0], []
    turns = Turns(waits.append, clock=lambda: clock[0])
    with turns.at("a", pause=5):
        clock[0] = 103.0
    with turns.at("b", pause=5):
        pass
    clock[0] = 104.0
    with turns.at("a", pause=5):
        pass
    assert waits == [4.0]


def test_who_stops_listening_stops_the_run_after_the_requests_under_way(server):
    stop = Event()
    links = [f"{server.root}/page?{number}" for number in range(20)]
    going = check_all(links, checker=make_checker(), workers=1, stop=stop)
    first = next(going)
    going.close()
    assert first == (links[0], Found("reached", 200))
    assert stop.is_set()
    assert len(server.asked()) < 20


def test_a_mistake_of_ours_ends_the_run_and_is_no_fault_of_a_link(server):
    class Broken(Checker):
        def check(self, address):
            raise RuntimeError("ours")

    checker = Broken(make_checker().fetcher, pause=0, wait=[].append)
    with pytest.raises(RuntimeError, match="ours"):
        list(check_all([f"{server.root}/page"], checker=checker, workers=1, stop=Event()))


# --- Where it goes ---------------------------------------------------------------------------------------------

INSIDE = failing("It leads into a private network, where we do not go.")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"])
def test_nobody_is_led_into_our_own_network(server, host):
    checker = make_checker(private=False)
    assert checker.check(f"http://{host}:{server.server_port}/page") == INSIDE
    assert (server.seen, checker.fetcher.heard) == ([], False)


def test_nor_from_outside_by_leading_on(server):
    """As if ``localhost`` were out there: what it leads on to is looked at as strictly as the link."""

    class OneIsPublic(Fetcher):
        def _connected(self, host, port, end):
            self.private = host == "localhost"
            return super()._connected(host, port, end)

    server.inside = f"{server.root}/page"
    checker = Checker(OneIsPublic("x", QUICK), pause=0, wait=[].append)
    address = f"http://localhost:{server.server_port}/moved-inside"
    one = checker.check(address)
    assert (one.state, one.final, one.error) == ("failing", server.inside, INSIDE.error)
    assert set(server.asked()) == {"/moved-inside"}


@pytest.mark.parametrize(
    "ip",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"),  # noqa: S104
        *("224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:10.0.0.1"),
        *("64:ff9b::7f00:1", "2002:7f00:1::", "192.0.2.1", "2001:db8::1"),
    ],
)
def test_what_is_not_out_in_the_open(ip):
    assert not is_public(ip)


@pytest.mark.parametrize("ip", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"])
def test_what_is_out_in_the_open(ip):
    assert is_public(ip)


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("https://example.org", "https://example.org/"),
        ("HTTPS://Example.ORG:443/A?b=c#d", "https://example.org/A?b=c"),
        ("http://example.org:8080/a b/ü?q=ß", "http://example.org:8080/a%20b/%C3%BC?q=%C3%9F"),
        ("https://example.org/a%20b?c=%c2%ae", "https://example.org/a%20b?c=%c2%ae"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://example.org/a\r\nX-Evil: 1", "https://example.org/aX-Evil:%201"),
        ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/"),
    ],
)
def test_an_address_is_asked_for_in_plain_letters(address, asked):
    assert plain(address) == asked
    assert plain(asked) == asked


@pytest.mark.parametrize(
    "address",
    [
        *("", "/page/", "ftp://example.org/", "https://", "https://a:b@example.org/", "https://example.org:99999/"),
        *(
            "http://[::/",
            "http://[::1%25x]/",
            "https://exa mple.org/",
            "https://a\x00.example/",
            "https://\u2603..com/",
        ),
        "https://xn--\u00fc.example/",
    ],
)
def test_what_is_no_address_is_not_asked(address):
    with pytest.raises(NoAnswerError):
        plain(address)
    assert make_checker().check(address).state == "failing"


def test_a_name_that_nobody_has_is_said_to_be_so():
    no_host = "There is no such host."
    assert make_checker().check(f"http://{'a' * 70}.example/") == failing(no_host)
    assert str(fetching._in_words(socket.gaierror(-2, "Name or service not known"))) == no_host


def test_what_is_wrong_with_a_secure_line_is_named(server):
    unverified = ssl.SSLCertVerificationError()
    unverified.verify_message = "certificate has expired"
    assert str(fetching._in_words(unverified)) == "Its certificate is not good: certificate has expired."
    # And where no TLS is spoken at all.
    one = make_checker().check(f"https://127.0.0.1:{server.server_port}/page")
    assert one.state == "failing"
    assert one.error.startswith("No secure line could be made: ")


def test_requests_of_two_hosts_do_not_wait_for_each_other():
    waits = []
    turns = Turns(waits.append)
    with turns.at("a", pause=9), turns.at("b", pause=9):
        pass
    assert waits == []
