"""A whole posting, read at once."""

import time
from datetime import date

import pytest

from applications.reading.reading import MOST_READ, read
from tests.applications.scoring import vocabulary

PASTED = date(2026, 11, 23)
BYTES = 1_000_000


@pytest.mark.parametrize(
    "repeated",
    [
        "competitive ",
        "At Larkmoor ",
        "12 March 2026 ",
        "send us by 12/11 ",
        "salary R980 000 to ",
        "at the office Monday to ",
        "this is a 3 position for ",
        "Larkmoor Mills: ",
        "Contract  Fixed term: ",
        "a\tb  c\n",
    ],
)
def test_a_megabyte_of_the_same_words_is_read_in_seconds(repeated):
    words = vocabulary()
    read("Scrum Master", vocabulary=words, pasted_on=PASTED)
    raw = repeated * (BYTES // len(repeated))

    started = time.process_time()
    reading = read(raw, vocabulary=words, pasted_on=PASTED)

    assert time.process_time() - started < 5
    assert reading.cut
    assert len(reading.text) <= MOST_READ
