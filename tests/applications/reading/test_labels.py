from applications.reading.countries import country_of, is_known
from applications.reading.labels import Label, labels_in
from applications.reading.looking import lines, sentences, sentences_with
from applications.reading.teasers import end_of_posting


def found(text, kind):
    return labels_in(text, end=len(text))[kind]


def test_a_label_stands_before_its_value_or_above_it():
    text = "Location: Leeds\n- Company | Larkmoor\n\nEmployment Type\nFull time\nWork schedule     Part-time\nHours"

    assert found(text, "places") == [Label("location", "Leeds")]
    assert found(text, "employer") == [Label("company", "Larkmoor")]
    assert found(text, "employment") == [Label("employment type", "Full time"), Label("work schedule", "Part-time")]


def test_two_spaces_part_a_label_from_its_value_too():
    text = "Employer  Larkmoor Trust\nSites  Leeds; Derby\n+ 1 more location: Boise, Idaho"

    labels = labels_in(text, end=len(text))

    assert labels["employer"] == [Label("employer", "Larkmoor Trust")]
    assert [label.name for label in labels["places"]] == ["sites", "more location"]


def test_a_label_above_another_label_has_no_value():
    assert found("Location\nEmployment type\nFull time", "places") == []


def test_a_list_of_places_is_read_to_its_end():
    text = "Locations\nOmaha, NE\nLeeds, West Yorkshire\nYou plan and deliver."

    assert [label.value for label in found(text, "places")] == ["Omaha, NE", "Leeds, West Yorkshire"]


def test_a_value_under_a_sentence_that_points_down():
    assert found("Location\n1 vacancy in the following location:\nDenver, CO", "places") == [
        Label("location", "Denver, CO")
    ]


def test_the_country_is_what_the_top_speaks_of():
    assert country_of("Hartford, CT") == "US"
    assert country_of("Leeds, with customers in Nairobi, for the UK") == "GB"
    assert country_of("Remote (US, Canada)") == "US"
    assert country_of("Somewhere") == ""
    assert country_of("x " * 500 + "Toronto") == "CA"
    assert (is_known("Kraków"), is_known("CDI"), is_known("Larkmoor")) == (True, False, False)


def test_other_postings_end_this_one():
    text = "You plan and deliver. " * 12

    for teaser in (
        "More jobs",
        "Similar roles at Larkmoor",
        "Also hiring: Analyst",
        "Other roles we are working on: Analyst",
        "Another competition, for an Analyst, closes on 15 January",
    ):
        assert end_of_posting(f"{text}\n{teaser}") == len(text) + 1
    assert end_of_posting(f"{text}\nOther duties as assigned") == len(text) + 25
    assert end_of_posting("More jobs") == 9


def test_sentences_and_lines_lie_where_they_say():
    text = "One. Two!\nThree; four\n\nfive"

    assert [text[start:end] for start, end, _ in sentences(text)] == ["One.", "Two!", "Three;", "four\n", "five"]
    assert [text[start:end] for start, end, _ in lines(text)] == ["One. Two!", "Three; four", "five"]
    assert [text[start:end] for start, end in sentences_with(text, ["two", "five"])] == ["Two!", "five"]
