from html import escape
from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from applications.reading.markup import BLOCKS, attributes, clean, read_page

VOID = {"br", "hr"}
INLINE = ["b", "span", "em", "a"]
UNSEEN = ["script", "style", "template", "noscript"]
words = st.text(st.sampled_from("ab<>&;\"' \u00a0\n\t—é"), min_size=1, max_size=8)
blocks = st.sampled_from(sorted(BLOCKS - VOID - {"title", "body", "html"}))
trees: st.SearchStrategy[object] = st.recursive(
    words | st.sampled_from(sorted(VOID)).map(lambda name: (name, [])),
    lambda inner: st.tuples(blocks | st.sampled_from(INLINE) | st.sampled_from(UNSEEN), st.lists(inner, max_size=4)),
    max_leaves=25,
)


def written(node):
    if isinstance(node, str):
        return escape(node)
    name, inner = node
    if name in VOID:
        return f"<{name}>"
    if name in ("script", "style"):
        # What stands in these is no markup.
        return f"<{name}>if (a < b) '<p>no</p>'</{name}>"
    return f"<{name} class='x > y' data-of=\"it's\">{''.join(map(written, inner))}</{name.upper()}>"


def shown(node):
    """The characters in order, with None where a line ends."""
    if isinstance(node, str):
        yield from node
        return
    name, inner = node
    if name in UNSEEN:
        # Nothing of it is seen, but a block in it ends the line all the same. Scripts and styles hold no markup.
        if name not in ("script", "style"):
            yield from (mark for child in inner for mark in shown(child) if mark is None)
        return
    ends = [None] if name in BLOCKS else []
    yield from ends
    for child in inner:
        yield from shown(child)
    yield from ends


def by_the_words_of_the_guide(node):
    found = []
    for ends, characters in groupby(shown(node), key=lambda character: character is None):
        if not ends and (line := " ".join("".join(characters).split())):
            found.append(line)
    return "\n".join(found)


@given(trees)
def test_a_block_ends_a_line_and_spaces_become_one(tree):
    assert read_page(clean(written(tree))).text == by_the_words_of_the_guide(tree)


@given(st.text(st.sampled_from("<>/!-?\"'= &#x;1apstyleh\n\0\ud800"), max_size=60))
def test_any_characters_are_read_and_can_be_kept(text):
    page = read_page(clean(text))

    assert "\0" not in page.text
    page.text.encode()


def test_head_script_and_style_are_not_shown():
    page = read_page(
        "<html><head><title>Manager | Larkmoor</title><style>p{}</style></head><body><p>One</p>"
        "<script>document.write('<p>two</p>')</script><template><p>three</p></template><p>Four</p></body></html>"
    )

    assert page.text == "One\nFour"
    assert page.title == "Manager | Larkmoor"


def test_a_head_that_is_never_ended_hides_nothing_of_the_body():
    assert read_page("<head><title>Manager</title><p>One<p>Two").text == "One\nTwo"


def test_an_end_tag_too_many_hides_nothing():
    assert read_page("</style></noscript><p>One</p></head><p>Two</p>").text == "One\nTwo"


def test_a_quotation_mark_that_is_never_closed_loses_nothing_after_its_tag():
    assert read_page("<p>One <a href=\"x>two</a></p><p class='y'>Three").text == "One two\nThree"


def test_a_sign_that_begins_no_tag_is_text():
    assert read_page("<p>a < b and <3 and c <</p>").text == "a < b and <3 and c <"


def test_a_comment_is_not_shown_and_may_hold_tags():
    assert read_page("<p>One<!-- <p>two</p> --> three<!doctype html><?php four ?></p>").text == "One three"


def test_what_the_head_says_is_kept():
    page = read_page(
        '<meta content="Larkmoor &amp; Sons" property="og:site_name">'
        '<script type="application/ld+json">{"a": 1}</script>'
        "<h1>Delivery<br>Manager</h1><h1> </h1>"
    )

    assert page.site == "Larkmoor & Sons"
    assert page.scripts == (("application/ld+json", '{"a": 1}'),)
    assert page.heads == ("DeliveryManager",)


def test_attributes_are_read_in_every_way_they_are_written():
    assert attributes(""" a="1" B='2' c=3 d a="4" e = "&quot;" """) == {"a": "1", "b": "2", "c": "3", "e": '"'}


def test_a_number_without_end_is_no_character():
    assert read_page("<p>a&#" + "9" * 5000 + ";b</p>").text == "a\ufffdb"


def test_lines_end_alike_and_what_cannot_be_kept_is_marked():
    assert clean("\ufeffa\r\nb\rc\0\ud800") == "a\nb\nc\ufffd\ufffd"


def test_a_page_of_a_million_open_tags_is_read_in_one_pass():
    for piece in ('<a b="', "<a b='x' ", "<", "</", "<!--", "<script>", "&#1", "<p a=\"'"):
        read_page("<p>" + piece * 200_000)
