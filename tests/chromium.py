"""Find a Chromium for the browser stories, or install one, and print its path: ``python -m tests.chromium``."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Debian's Chromium without windows: the same pages for two thirds of the processor's time, but without a microphone.
SHELL = "chromium-headless-shell"


def chromium() -> str:
    """The path of a Chromium. Raises ``SystemExit`` that says what to install if there is none to be had."""
    found = _present() or _from_playwright() or _from_distribution()
    return found or sys.exit(
        "The browser stories need Chromium, and none was found or could be installed. Install it with your system's "
        "package manager, or set CHROMIUM to its path."
    )


def without_windows() -> str:
    """The path of a Chromium for pages that need no device: the quick one where there is one."""
    return shutil.which(SHELL) or chromium()


def _present() -> str | None:
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).exists() else sys.exit(f"CHROMIUM is set to {named}, which does not exist.")
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def _from_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    def installed() -> str | None:
        with sync_playwright() as playwright:
            path = playwright.chromium.executable_path
        return path if Path(path).exists() else None

    if found := installed():
        return found
    done = subprocess.run(
        [sys.executable, "-m", "playwright", "install", "chromium"], stdout=sys.stderr, timeout=600, check=False
    )
    return installed() if done.returncode == 0 else None


def _from_distribution() -> str | None:
    _install("update")
    _install("install", "-y", "chromium")
    return _present()


def _install(*arguments: str) -> None:
    """Have Debian's tool do something, where it may."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", *arguments], env=environment, stdout=sys.stderr, check=False)


if __name__ == "__main__":
    sys.stdout.write(f"{chromium()}\n")
    if not shutil.which(SHELL):
        _install("install", "-y", SHELL)
