"""A real Chromium on the live site with the shipped content."""

import os

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser import axe
from tests.chromium import chromium, without_windows

# Playwright's event loop runs in the test's own thread, where the fixtures use the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

expect.set_options(timeout=15_000)

# Of one such switch after another the last one holds: first what Playwright turns off by its own, then what Chromium
# would open behind each new window, two more pages for what drops down from a bar that nobody sees.
OFF = [
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "LensOverlay"),
    *("HttpsFirstBalancedModeAutoEnable", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning"),
    *("AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled"),
    # A process in waiting and a frame made anew for each page of the same site.
    *("SpareRendererForSitePerProcess", "RenderDocument"),
    *("PreconnectToSearch", "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup"),
]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-device-for-media-stream",
    f"--disable-features={','.join(OFF)}",
]


# The site's own pauses, such as the one before what was typed is saved, pass in a tenth of their time: they are waited
# for in every other story. What a page counts by the clock is as long as ever.
SOONER = """(later => {
  window.setTimeout = (work, pause, ...rest) => later(work, pause >= 1000 ? pause / 10 : pause, ...rest);
})(window.setTimeout);"""


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright):
    browser = playwright.chromium.launch(executable_path=without_windows(), args=FLAGS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def browser_with_devices(playwright):
    """For a file of tests that need a microphone: they take it for ``browser``."""
    browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
    yield browser
    browser.close()


@pytest.fixture
def site(live_server, transactional_db, seeded):
    """The address of the live site, with all content in it."""
    return live_server.url


@pytest.fixture
def open_page(browser, site):
    """Open a page; at the end nothing may have been asked of another origin and no error may stand in the console."""
    contexts, problems = [], []

    def open_page(*, width=1280, scheme="light", javascript=True, errors_expected=False):
        context = browser.new_context(
            base_url=site,
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=javascript,
            timezone_id="Europe/Berlin",
            # Nothing fades or is on its way when it is looked at, and fading keeps the machine busy after each press.
            reduced_motion="reduce",
        )
        context.add_init_script(SOONER)
        page = context.new_page()
        page.set_default_timeout(20_000)
        if not errors_expected:
            page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
            page.on("pageerror", lambda error: problems.append(str(error)))
        page.on(
            "request",
            lambda request: (
                problems.append(request.url) if not request.url.removeprefix("blob:").startswith(site) else None
            ),
        )
        contexts.append(context)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture(scope="session")
def violations():
    """What axe-core finds on a page."""
    return axe.violations
