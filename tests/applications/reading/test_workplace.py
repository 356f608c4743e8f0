import pytest

from applications.reading.labels import Label
from applications.reading.workplace import read_workplace


@pytest.mark.parametrize(
    ("line", "way"),
    [
        ("Hybrid", "hybrid"),
        ("Leeds (hybrid)", "hybrid"),
        ("Remote - United States", "yes"),
        ("Location: Remote with some travel", "yes"),
        ("Pune - WFO all 5 days, do not apply if looking for hybrid", "no"),
        ("Pittsburgh, PA (On-site)", "no"),
        ("Charlotte NC (3 days onsite, 2 days remote)", "hybrid"),
        ("Lyon - Télétravail 2 jours par semaine", "hybrid"),
        ("Modelo híbrido", "hybrid"),
        ("Lisbon or remote in Europe", "yes"),
        ("Migration to a hybrid cloud", "unknown"),
        ("Support of remote sites and teams", "unknown"),
        ("Work site: Akron (two telework days weekly)", "hybrid"),
        ("Staff enjoy teleworking of two days per week", "hybrid"),
        ("WFH: 1 day per week upon confirmation", "hybrid"),
        ("We are in the studio three days a week", "hybrid"),
        ("At the office Tuesday to Thursday", "hybrid"),
        ("Two anchor days a week", "hybrid"),
        ("Weavers work at home up to three days a week", "hybrid"),
        ("Columbus, OH (onsite Tue-Thu, remote Mon and Fri)", "hybrid"),
        ("Working from home is possible for about two days a week", "hybrid"),
        ("Two days home office per week", "hybrid"),
        ("This position does not offer remote work", "no"),
        ("Leeds", "unknown"),
    ],
)
def test_a_line_of_the_head_says_how_one_works(line, way):
    assert read_workplace([line], [], "").value == way


@pytest.mark.parametrize(
    ("sentence", "way"),
    [
        ("Expect to be in one of our offices for 60% of your time.", "hybrid"),
        ("We work from the Dublin office on Tuesdays and Thursdays.", "hybrid"),
        ("Expect to be in on two days out of five.", "hybrid"),
        ("We're in the studio three days a week.", "hybrid"),
        ("Staff enjoy teleworking of two days per week.", "hybrid"),
        ("The bank supports 3 days of office work per week.", "hybrid"),
        ("Brussels North, 3d/week on-site, 2d home", "hybrid"),
        ("This position does not offer remote work.", "no"),
        ("We offer mobile working on up to two days a week.", "hybrid"),
        ("You will spend three days a week in our Leeds office.", "hybrid"),
        ("Come to the cannery most days, please.", "hybrid"),
        ("We ask all to be in York on Tuesdays and Wednesdays, and many work from home on the other days.", "hybrid"),
        ("This role is fully remote.", "yes"),
        ("You can work from anywhere in the EU.", "yes"),
        ("This position is on-site at our plant.", "no"),
        ("Remote work is not available.", "no"),
        ("You will present to remote teams and visit our office in May.", "unknown"),
        ("You run workshops at the client's site three days a month.", "unknown"),
        ("", "unknown"),
    ],
)
def test_a_sentence_says_how_one_works(sentence, way):
    found = read_workplace([], [], f"You plan. {sentence}")

    assert found.value == way
    assert found.quote is None or found.quote in sentence


@pytest.mark.parametrize(
    ("labels", "way"),
    [
        ([Label("remote job", "No"), Label("telework eligible", "Yes, up to 4 days")], "hybrid"),
        ([Label("remote job", "No"), Label("telework eligible", "No")], "no"),
        ([Label("remote job", "Yes")], "yes"),
        ([Label("location type", "Hybrid")], "hybrid"),
        ([Label("work mode", "Work from office")], "no"),
        ([Label("workplace", "see below")], "unknown"),
    ],
)
def test_labels_say_how_one_works_together(labels, way):
    assert read_workplace([], labels, "").value == way
