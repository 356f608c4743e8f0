"""How fast a resume becomes a PDF, beside Chromium and WeasyPrint: ``python -m tests.resumes.bench``.

The same two pages, in one run: typst as the site uses it; the same text as HTML printed by headless Chromium, once by a
browser that is kept running (Playwright) and once by a fresh process for each; and by WeasyPrint, which is installed
into a virtual environment of its own for this. Each turn prints a resume that differs in one word, as they do while
somebody works on one: typst takes over the lines that stayed, the others lay out all. Beside that stands what typst
takes where every line differs, so that nothing can be taken over. What is printed is there before the clock starts:
content for typst, HTML for the others. Then 2,000 resumes in this process, with the memory
it holds before and after.
"""

import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

import psutil
from markdown_it import MarkdownIt
from pypdf import PdfReader

from resumes.writing.content import Content, Entry, Look, Paper
from resumes.writing.markdown import to_markdown
from resumes.writing.pdf import compile_pdf
from tests.chromium import chromium
from tests.resumes.people import generated

WEASYPRINT = "weasyprint==70.0"
QUIET = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
STYLE = (
    "@page{size:letter;margin:.8in .9in}body{font:9.6pt/1.5 'Noto Sans',sans-serif}"
    "h1{font-size:25pt}h2{font-size:11.5pt}"
)
T = TypeVar("T")
DAY = date(2026, 11, 29)
IN_WEASYPRINT = """
import sys, time
from weasyprint import HTML
for path in sys.argv[1:]:
    began = time.perf_counter()
    HTML(filename=path).write_pdf(pdf_variant="pdf/ua-1")
    print(time.perf_counter() - began)
"""


def resume(turn: int) -> Content:
    """Two pages, other in one word in each turn."""
    content = generated(2)[0]
    return replace(content, headline=f"Technical Project Manager, number {turn}")


def another(turn: int) -> Content:
    """The same two pages, other in each line in each turn."""
    sections = []
    for section in resume(turn).sections:
        entries = tuple(_another(entry, turn) for entry in section.entries)
        sections.append(replace(section, text=section.text and f"{section.text} {turn}", entries=entries))
    return replace(resume(turn), sections=tuple(sections))


def _another(entry: Entry, turn: int) -> Entry:
    said: dict[str, Any] = {
        name: f"{text} {turn}" for name in ("title", "organization", "text") if (text := getattr(entry, name))
    }
    bullets = tuple(replace(bullet, text=f"{bullet.text} {turn}") for bullet in entry.bullets)
    return replace(entry, **said, words=tuple(f"{word} {turn}" for word in entry.words), bullets=bullets)


def html(turn: int) -> str:
    body = MarkdownIt("commonmark").render(to_markdown(resume(turn)))
    return f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Resume</title><style>{STYLE}</style>{body}'


def timed(act: Callable[[T], object], make: Callable[[int], T], turns: range) -> list[float]:
    """Seconds of each turn, after one that is not counted, without what it takes to ``make`` that which is printed."""
    act(make(10_000))
    taken = []
    for made in map(make, turns):
        began = time.perf_counter()
        act(made)
        taken.append(time.perf_counter() - began)
    return taken


def by_typst(content: Content) -> bytes:
    return compile_pdf(content, Look.MODERN, Paper.LETTER, DAY)


def kept_browser(turns: int) -> list[float]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        page = browser.new_page()

        def act(source: str) -> None:
            page.set_content(source)
            page.pdf(format="Letter", tagged=True)

        taken = timed(act, html, range(turns))
        browser.close()
    return taken


def fresh_browser(turns: int) -> list[float]:
    path = chromium()
    with tempfile.TemporaryDirectory() as folder:

        def make(turn: int) -> Path:
            page = Path(folder, f"{turn}.html")
            page.write_text(html(turn))
            return page

        def act(page: Path) -> None:
            target = f"--print-to-pdf={page.with_suffix('.pdf')}"
            profile = f"--user-data-dir={folder}/profile"
            subprocess.run([path, *QUIET, profile, target, page.as_uri()], check=True, capture_output=True, timeout=120)

        return timed(act, make, range(turns))


def by_weasyprint(turns: int) -> list[float]:
    with tempfile.TemporaryDirectory() as folder:
        venv.create(Path(folder, "venv"), with_pip=True)
        python = str(Path(folder, "venv", "bin", "python"))
        subprocess.run([python, "-m", "pip", "install", "-q", WEASYPRINT], check=True, stdout=sys.stderr)
        pages = [Path(folder, f"{turn}.html") for turn in range(turns + 1)]
        for turn, page in enumerate(pages):
            page.write_text(html(turn))
        told = subprocess.run(
            [python, "-c", IN_WEASYPRINT, *map(str, pages)], check=True, capture_output=True, text=True, timeout=600
        )
    return [float(line) for line in told.stdout.split()][1:]


def memory(times: int) -> tuple[float, float]:
    """Megabytes that this process holds after the first hundred resumes, and after all."""
    process = psutil.Process()
    before = 0.0
    for turn in range(times):
        by_typst(resume(turn))
        if turn == 99:
            before = process.memory_info().rss / 1e6
    return before, process.memory_info().rss / 1e6


def main() -> None:
    say = sys.stdout.write
    pages = [len(PdfReader(BytesIO(by_typst(make(0)))).pages) for make in (resume, another)]
    say(f"The resume has {pages[0]} pages, with every line another {pages[1]}.\n")
    ours = timed(by_typst, resume, range(60))
    slower = timed(by_typst, another, range(60))
    others = {
        "Chromium, kept": kept_browser(20),
        "Chromium, fresh process": fresh_browser(5),
        "WeasyPrint, kept process": by_weasyprint(10),
    }
    ours += timed(by_typst, resume, range(1000, 1060))
    slower += timed(by_typst, another, range(1000, 1060))
    middle, most = statistics.median(ours), statistics.median(slower)
    say(f"{'typst, one word other':26}{middle * 1000:9.1f} ms at the median\n")
    say(f"{'typst, every line other':26}{most * 1000:9.1f} ms at the median\n")
    for name, taken in others.items():
        their = statistics.median(taken)
        say(
            f"{name:26}{their * 1000:9.1f} ms at the median, {their / middle:6.1f} times as long as the one, "
            f"{their / most:6.1f} times as long as the other\n"
        )
    before, after = memory(2000)
    say(f"Memory: {before:.0f} MB after 100 resumes, {after:.0f} MB after 2,000: {(after / before - 1) * 100:+.1f}%\n")


if __name__ == "__main__":
    main()
