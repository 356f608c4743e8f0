"""A spoken answer stays on the device: the network is watched from the first press to the rating."""

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import expect

from interviews.models import RatedAnswer
from tests.browser.test_pages import sticks_out
from tests.browser.test_stories import enter
from tests.factories.accounts import make_user
from tests.factories.interviews import make_mock

PAGE = "/interviews/q-article-01/"


@pytest.fixture(scope="module")
def browser(browser_with_devices):
    return browser_with_devices


def test_no_recording_leaves_the_browser(open_page, violations, site):
    make_user("learner@example.org")
    page = open_page(width=390)
    page.context.grant_permissions(["microphone"], origin=site)
    enter(page)
    page.goto(PAGE)
    sent = []
    page.context.on("request", lambda request: sent.append((request.method, request.url.removeprefix(site), request)))
    page.get_by_role("button", name="Record my answer").click()
    expect(page.locator("[data-speak-state]")).to_have_text("Recording.")
    page.get_by_role("button", name="Start the timer").click()
    expect(page.locator("[data-timer-shown]")).not_to_have_text("0:00")
    page.get_by_role("button", name="Stop recording").click()
    expect(page.locator("[data-speak-state]")).to_contain_text("within the target of 2 min.")
    expect(page.get_by_text("It is never uploaded")).to_be_visible()
    # Listen back: there is something to hear.
    player = page.locator(".speak audio")
    heard = "player.ontimeupdate = () => player.currentTime > 0.2 && done(true); player.play();"
    assert player.evaluate(f"player => new Promise((done) => {{ {heard} }})")
    player.evaluate("player => player.pause()")
    assert violations(page) == []
    seconds = page.locator('[name="spoken_seconds"]').input_value()
    page.get_by_role("button", name="Fine").click()
    expect(page.get_by_role("status").first).to_contain_text("Fine. It comes back on")
    posts = [(url, parse_qs(request.post_data)) for method, url, request in sent if method != "GET"]
    assert [url for url, _ in posts] == [f"{PAGE}rate/"]
    fields = posts[0][1]
    assert fields.pop("csrfmiddlewaretoken")
    assert fields.pop("token")
    assert fields == {
        "whose": [str(RatedAnswer.objects.get().user_id)],
        "seen": ["0"],
        "spoken_seconds": [seconds],
        # Where the keyboard was.
        "back": [f"{PAGE}#grades"],
        "grade": ["fine"],
    }
    assert all(len(url) < 200 for _, url, _ in sent)
    assert RatedAnswer.objects.get().spoken_seconds == int(seconds) > 0


def test_a_run_records_with_its_seconds_and_how_loud_it_is_and_sends_nothing(open_page, violations, site):
    mock = make_mock(make_user("learner@example.org"))
    page = open_page(width=390)
    page.emulate_media(reduced_motion="no-preference")
    page.context.grant_permissions(["microphone"], origin=site)
    enter(page)
    page.goto(mock.get_absolute_url())
    sent = []
    page.context.on("request", lambda request: sent.append(request.method))
    page.get_by_role("button", name="Record my answer").click()
    expect(page.locator("[data-speak-clock]")).to_have_text("0:01")
    page.wait_for_function("() => document.querySelector('meter').value > 0.05")
    assert not sticks_out(page)
    assert violations(page) == []
    page.get_by_role("button", name="Stop recording").click()
    expect(page.locator(".speak audio")).to_be_visible()
    expect(page.locator("meter")).to_be_hidden()
    expect(page.locator("[data-speak-state]")).to_contain_text("within the target of 2 min.")
    assert [method for method in sent if method != "GET"] == []
    # Whoever wants no motion sees the seconds alone.
    page.emulate_media(reduced_motion="reduce")
    page.get_by_role("button", name="Record again").click()
    expect(page.locator("[data-speak-clock]")).to_have_text("0:01")
    expect(page.locator("meter")).to_be_hidden()


def test_a_refused_microphone_is_said_and_the_rest_still_works(open_page):
    make_user("learner@example.org")
    page = open_page(errors_expected=True)
    enter(page)
    page.goto(PAGE)
    page.get_by_role("button", name="Record my answer").click()
    expect(page.locator("[data-speak-state]")).to_contain_text("The microphone was refused. Nothing was recorded.")
    expect(page.get_by_role("button", name="Record my answer")).to_be_enabled()


def begin(page):
    page.goto(PAGE)
    page.get_by_role("button", name="Record my answer").click()
    expect(page.locator("[data-speak-state]")).to_have_text("Recording.")


@pytest.fixture
def recording(open_page, site):
    """The page of a question on which the microphone is allowed."""
    make_user("learner@example.org")
    page = open_page(errors_expected=True)
    page.context.grant_permissions(["microphone"], origin=site)
    page.add_init_script(KEEP_IT)
    enter(page)
    return page


def test_a_browser_that_cannot_record_says_so_and_lets_the_microphone_go(recording):
    page = recording
    page.add_init_script(
        "delete window.MediaRecorder; const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);"
        "navigator.mediaDevices.getUserMedia = async (wanted) => (window.stream = await ask(wanted));"
    )
    page.goto(PAGE)
    page.get_by_role("button", name="Record my answer").click()
    expect(page.locator("[data-speak-state]")).to_have_text(
        "This browser cannot record here. Write your answer, or speak it with the timer."
    )
    assert page.evaluate("stream.getTracks().map((track) => track.readyState)") == ["ended"]


# The clock by which the browser plays sound, as a number that the test decides on.
AUDIO_CLOCK = """
    const real = Object.getOwnPropertyDescriptor(BaseAudioContext.prototype, "currentTime").get;
    Object.defineProperty(BaseAudioContext.prototype, "currentTime", { get() { return real.call(this) * %s; } });
"""


def test_a_recording_ends_by_itself_after_an_hour_of_sound_and_is_there_to_be_heard(recording):
    page = recording
    page.add_init_script(AUDIO_CLOCK % 7200)
    begin(page)
    expect(page.locator("[data-speak-state]")).to_contain_text(
        "Stopped after an hour, the longest there is. Recorded 60 min, 58 min over the target."
    )
    expect(page.locator(".speak audio")).to_be_visible()
    assert page.locator('[name="spoken_seconds"]').input_value() == "3600"


def stop(page):
    page.get_by_role("button", name="Stop recording").click()
    expect(page.locator(".speak audio")).to_be_visible()
    return page.locator("[data-speak-state]").inner_text(), int(page.locator('[name="spoken_seconds"]').input_value())


# How long the recorded file sounds, decoded whole.
KEEP_IT = """
    const make = URL.createObjectURL;
    URL.createObjectURL = (file) => { window.recorded = file; return make(file); };
"""
SOUND = """async () =>
    (await new OfflineAudioContext(1, 1, 48000).decodeAudioData(await recorded.arrayBuffer())).duration
"""


def test_sleep_is_not_counted_as_sound_and_the_pause_is_said(recording):
    page = recording
    page.clock.install()
    begin(page)
    page.get_by_role("button", name="Start the timer").click()
    # The lid is closed for 25 minutes: clocks go on, and nothing is called meanwhile.
    page.clock.fast_forward("25:00")
    expect(page.locator("[data-speak-state]")).to_contain_text(
        "Recording. Not counted: 25 min in which this device slept or its clock was set."
    )
    expect(page.locator("[data-timer-said]")).to_have_text(
        "Stood still for 25 min: this device slept or its clock was set."
    )
    expect(page.locator("[data-timer-shown]")).to_have_text(re.compile("^0:[0-5][0-9]$"))
    said, seconds = stop(page)
    assert "Not counted: 25 min in which this device slept or its clock was set. Recorded" in said
    assert abs(seconds - page.evaluate(SOUND)) <= 1
    assert seconds < 60


@pytest.mark.parametrize("hours", [-2, 2])
def test_a_clock_that_is_set_changes_no_length(recording, hours):
    page = recording
    page.clock.install()
    begin(page)
    page.get_by_role("button", name="Start the timer").click()
    page.clock.set_system_time(datetime.now(UTC) + timedelta(hours=hours))
    expect(page.locator("[data-timer-shown]")).to_have_text(re.compile("0:0[2-9]"))
    assert re.fullmatch("0:[0-5][0-9]", page.locator("[data-timer-shown]").inner_text())
    assert ("2 h" in page.locator("[data-timer-said]").inner_text()) is (hours > 0)
    said, seconds = stop(page)
    assert abs(seconds - page.evaluate(SOUND)) <= 1
    assert ("Not counted: 2 h" in said) is (hours > 0)


def test_without_anything_to_play_sound_on_the_length_is_that_of_the_steady_clock(recording):
    page = recording
    page.add_init_script(AUDIO_CLOCK % 0)
    page.clock.install()
    begin(page)
    page.clock.run_for(30_000)
    page.clock.fast_forward("25:00")
    said, seconds = stop(page)
    assert "Not counted: 25 min" in said
    assert 30 <= seconds < 90


def test_a_recording_that_breaks_off_says_so_and_what_was_recorded_is_there(recording):
    page = recording
    page.add_init_script(
        "const make = window.MediaRecorder;"
        "window.MediaRecorder = function (stream) { return (window.recorder = new make(stream)); };"
    )
    begin(page)
    page.evaluate("recorder.dispatchEvent(new Event('error')); recorder.stop()")
    expect(page.locator("[data-speak-state]")).to_contain_text(
        "The recording broke off; what was recorded until then is here. Recorded 1 s"
    )
    expect(page.locator(".speak audio")).to_be_visible()


def test_a_recording_with_nothing_in_it_says_so(recording):
    page = recording
    page.add_init_script("window.Blob = class { size = 0; };")
    begin(page)
    page.get_by_role("button", name="Stop recording").click()
    expect(page.locator("[data-speak-state]")).to_contain_text("Nothing was recorded.")
    expect(page.locator(".speak audio")).to_be_hidden()
    assert page.locator('[name="spoken_seconds"]').input_value() == ""
