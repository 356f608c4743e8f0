"""What nobody sees is taken out of keys and put into words in texts; garbled text is pointed out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curation.side_by_side import MOST_ITEMS, SHOWN, side_by_side
from curation.unseen import doubts, garbled, in_sight, looks, quoted, told_apart, unseen_in, without_unseen

UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u202a\u202e\u2066\u2069\u061c"


@pytest.mark.parametrize("character", [*UNSEEN, "\u00a0", "\u202f", "\u3000", " ", "\t"])
def test_keys_lose_what_nobody_sees(character):
    assert without_unseen(f"{character}arn-hays{character}") == "arn-hays"
    if character in UNSEEN:
        assert without_unseen(f"arn{character}-hays") == "arn-hays"


@given(st.text())
def test_a_key_without_it_stays_as_it_is(text):
    assert without_unseen(without_unseen(text)) == without_unseen(text)
    assert unseen_in(in_sight(text)) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u00a0b", "a«no-break space»b"),
        ("a\u200bb", "a«zero width space»b"),
        ("\ufeffa", "«byte-order mark»a"),
        ("a\u202eb", "a«right-to-left override»b"),
        ("a\u00adb", "a«soft hyphen»b"),
        ("a\tb", "a«tab»b"),
        ("a  b", "a «space»b"),
        ("a\x07b", "a«U+0007»b"),
        ("one\ntwo", "one\ntwo"),
        ("Zürich, 日本", "Zürich, 日本"),
        # Parts of what is seen.
        ("👩\u200d🔧", "👩\u200d🔧"),
    ],
)
def test_texts_show_it_in_words(text, shown):
    assert in_sight(text) == shown


@pytest.mark.parametrize(
    ("was", "will", "shown"),
    [
        ("a b", "a\u00a0b", ("a«space»b", "a«no-break space»b")),
        (
            "Zürich",
            "Zu\u0308rich",
            ("Z«latin small letter u with diaeresis»rich", "Z«latin small letter u»«combining diaeresis»rich"),
        ),
        ("a b", "a  b", ("a b", "a «space»b")),
        ("mode", "m\u043ede", ("m«latin small letter o»de", "m«cyrillic small letter o»de")),
        ("non-event", "non\u2011event", ("non«hyphen-minus»event", "non«non-breaking hyphen»event")),
        ("one", "two", ("one", "two")),
    ],
)
def test_two_texts_that_look_alike_are_told_apart(was, will, shown):
    assert told_apart(was, will) == shown
    assert looks(was) == looks(will) or was == "one"


@given(st.text(max_size=30), st.text(max_size=30))
def test_texts_that_differ_are_never_shown_alike(was, will):
    assert (was == will) == (len(set(told_apart(was, will))) == 1) or looks(was) != looks(will)


def test_items_beside_each_other_go_come_and_stay():
    assert side_by_side(["One", "Two", "x"], ["One", "Three", "x"]) == [
        (" ", "One"),
        ("-", "Two"),
        ("+", "Three"),
        (" ", "x"),
    ]
    assert side_by_side(["a b", "c"], ["d", "a\u00a0b"]) == [
        *(("-", "a«space»b"), ("-", "c"), ("+", "d"), ("+", "a«no-break space»b")),
    ]


def test_very_many_items_are_cut_and_counted():
    items = side_by_side([], [str(number) for number in range(SHOWN + 5)])
    assert (len(items), items[-1]) == (SHOWN + 1, (" ", "and 5 more"))
    items = side_by_side(["x"] * (MOST_ITEMS + 1), ["y"])
    assert (len(items), items[SHOWN:]) == (SHOWN + 2, [(" ", f"and {MOST_ITEMS + 1 - SHOWN} more"), ("+", "y")])


ENCODINGS = ("cp1252", "latin-1", "mac_roman", "cp850", "cp437")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", ["Zürich", "don’t", "“yes”", "naïve", "£95,000"])
def test_text_that_was_read_in_a_wrong_encoding_is_pointed_out_and_put_right(encoding, text):
    wrong = "".join(
        bytes([byte]).decode(encoding, errors="replace").replace("\ufffd", chr(byte)) for byte in text.encode()
    )
    assert garbled(f"Once {wrong} and") == [f"“{in_sight(wrong)}” looks garbled. Was it “{text}”?"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [("ÃƒÂ¼ber", "über"), ("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"), ("Å\x81Ã³dÅº", "Łódź"), ("ðŸ˜€", "😀"), ("æ—¥æœ¬", "日本")],
)
def test_so_is_what_was_garbled_twice_and_what_is_not_western(text, meant):
    assert [sentence.partition(" Was it ")[2] for sentence in garbled(text)] == [f"“{meant}”?"]


def test_a_letter_that_is_lost_is_pointed_out():
    assert garbled("Once Z\ufffdrich and") == ["“Z\ufffdrich” has lost a letter."]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Zürich",
            "São Paulo",
            "NAÏVE",
            "Łódź",
            "日本語",
            "Привет",
            "“quoted” – and…",
            "CAFÉ”",
            "ESPAÑA…",
            "«ça»",
            "≈£50k",
        ),
        *("naïve « ça »", "ÅRSRAPPORT", "Ελλάδα", "½ × 2 ≤ 3", "👩\u200d🔧", "© 2026 ®", "°C", "Tiếng Việt"),
    ],
)
def test_ordinary_text_in_any_language_is_not_called_garbled(text):
    assert garbled(text) == []


def test_only_what_is_new_is_doubted():
    assert doubts("", "plain") == doubts("a\u00a0b ZÃ¼rich", "a\u00a0c ZÃ¼rich") == []
    assert doubts("a b", "a\u00a0b ZÃ¼rich") == [
        "There is what nobody sees: no-break space.",
        "“ZÃ¼rich” looks garbled. Was it “Zürich”?",
    ]
    assert doubts("x", "#NAME?") == ["#NAME? is what a spreadsheet writes where a formula failed."]
    assert doubts("ZÃ¼rich", "Ã¤ Ã¶ Ã¼ Ã¼ ÃŸ ZÃ¼rich")[2:] == [
        "“Ã¼” looks garbled. Was it “ü”?",
        "And 1 more like it.",
    ]


def test_messages_show_what_misleads_the_eye():
    assert quoted("13–1082") == "'13«en dash»1082'"
    assert quoted("arn\u200bhays") == "'arn«zero width space»hays'"
    assert quoted("٩٥٠") == "'٩٥٠'"
    assert quoted("x" * 41) == f"'{'x' * 40}...'"
