"""The pages of a resume as pictures in its page: smaller than they come, and the same picture."""

import re
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from resumes.making.showing import _address
from resumes.writing.content import Look, Paper
from resumes.writing.pdf import draw_pages
from tests.resumes.people import generated

BEGINNING = "data:image/svg+xml,"
GRANTED = {"fill-rule": "nonzero", "fill": "#000000", "y": "0"}


def drawn(svg):
    """What a picture draws, in order, with what SVG takes for granted left out."""
    found = []
    for one in ElementTree.fromstring(svg).iter():  # noqa: S314
        said = {key: value for key, value in one.attrib.items() if GRANTED.get(key) != value}
        found.append((one.tag, said, one.text))
    return found


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_picture_stands_in_its_address_as_it_was_drawn(number):
    content, _, _ = generated(number)
    (svg, *_) = draw_pages(content, list(Look)[number], Paper.LETTER).pictures
    address = _address(svg)
    assert address.startswith(BEGINNING)
    # It ends no attribute, begins no entity and leads to no part of itself.
    assert re.findall('["&#]', address) == []
    assert drawn(unquote(address.removeprefix(BEGINNING))) == drawn(svg.decode())
    assert len(address) < 0.92 * len(svg)
