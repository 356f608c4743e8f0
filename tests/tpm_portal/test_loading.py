"""What a start loads, and what waits until somebody asks for it."""

import subprocess
import sys

from django.conf import settings

# What only some pages need and a start would wait for, by what it is for.
LATER = {
    "redis": "tries, where CACHE_URL is set",
    "docx": "a resume for Word",
    "lxml": "the same",
    "jsonschema": "what is brought back",
    "icalendar": "a calendar",
    "typst": "a resume as PDF",
    "pypdf": "a resume that is read in",
    "applications.reading.header": "a posting",
    "applications.reading.reader": "a posting",
    "applications.reading.boards": "a posting of a job board",
}
SCRIPT = """
import sys
import tpm_portal.rsgi
print(*sys.modules)
"""


def test_what_few_pages_need_is_not_loaded_by_a_start():
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True, timeout=60, cwd=settings.BASE_DIR
    )
    loaded = set(done.stdout.split())
    assert "tpm_portal.rsgi" in loaded
    assert sorted(loaded & LATER.keys()) == []
