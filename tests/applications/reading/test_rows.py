"""One row a line, split only where it must be, with what it asks."""

import pytest

from applications.reading.reader import read_rows

from .kit import row_of, rows_of, words


@pytest.mark.parametrize(
    ("line", "quotes"),
    [
        (
            "- Bachelor's degree and 5 years of delivery experience",
            ["Bachelor's degree", "5 years of delivery experience"],
        ),
        ("- 5 years of running Scrum teams with Jira", ["5 years of running Scrum teams with Jira"]),
        ("- 5 years in IT and solid SQL", ["5 years in IT", "solid SQL"]),
        (
            "- 10+ years in IT, including 3 in machine learning",
            ["10+ years in IT", "including 3 in machine learning"],
        ),
        ("- Fluent German; French would be great", ["Fluent German", "French would be great"]),
        ("- PMP required, CSM preferred", ["PMP required", "CSM preferred"]),
        ("- 5+ years of Python, ideally on data pipelines", ["5+ years of Python", "ideally on data pipelines"]),
        (
            "- Experience in banking, insurance or lending preferred",
            ["Experience in banking, insurance or lending preferred"],
        ),
        (
            "- Bachelor's in physics, engineering or math plus 8 years, or Master's plus 6 years of running labs",
            ["Bachelor's in physics, engineering or math", "8 years, or Master's plus 6 years of running labs"],
        ),
        (
            "- Five years in delivery, two of which must have been in a bank",
            ["Five years in delivery", "two of which must have been in a bank"],
        ),
        ("- US citizenship", ["US citizenship"]),
        (
            "- PMP is preferred, and it would be helpful to know EN 50128, but we can teach it",
            ["PMP is preferred", "it would be helpful to know EN 50128, but we can teach it"],
        ),
        (
            "- Selenium is nice to have, but our engineers will explain",
            ["Selenium is nice to have, but our engineers will explain"],
        ),
        ("- CSM needed; SAFe certification a plus", ["CSM needed", "SAFe certification a plus"]),
        ("- Two migrations (name them in the resume)", ["Two migrations (name them in the resume)"]),
        (
            "- You can read a pull request (you won't have to open one)",
            ["You can read a pull request (you won't have to open one)"],
        ),
        ("- Work authorization or US citizenship, we do not sponsor", []),
        ("- Strong writing; we decide in documents", ["Strong writing; we decide in documents"]),
        (
            "- Bachelor's degree with seven years of IT work, or high school diploma with eleven years of IT work",
            ["Bachelor's degree", "with seven years of IT work, or high school diploma with eleven years of IT work"],
        ),
    ],
)
def test_a_line_is_split_only_where_it_must_be(line, quotes):
    assert [row.passage.quote for row in rows_of(line)] == quotes


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Active Secret clearance", "clearance"),
        ("isiZulu or Sesotho", "language"),
        ("6 years' project management in a bank", "experience"),
        ("You need to be fine with late shifts on release nights", "other"),
        ("Must hold a current NV1", "clearance"),
        ("Polish would be great", "language"),
        ("- BICSI RCDD", "credential"),
        ("US citizenship is needed (ITAR)", "other"),
        ("Must live in Maine at the time of hire", "other"),
        ("Site visits across the north, maybe 20% of the time", "travel"),
        ("You should be prepared to spend 30 per cent of your time away", "travel"),
        ("Expect two trips a year of five days each", "travel"),
        ("Somebody patient, tidy and curious", "other"),
        ("- You have taken a loom through its first winter", "other"),
        ("An enhanced DBS check", "clearance"),
        ("PMP or CSM", "credential"),
        ("ITIL certified", "credential"),
        ("Knowledge of ITIL", "skill"),
        ("PRINCE2 Practitioner", "credential"),
        ("RN license", "credential"),
        ("A Scrum certification", "credential"),
        ("B.E / B.Tech / MCA", "degree"),
        ("A degree in engineering", "degree"),
        ("Completed studies of electrical engineering", "degree"),
        ("Excellent spoken and written English", "language"),
        ("5 years of experience with Jira", "experience"),
        ("Several years in a PMO", "experience"),
        ("Proven track record with Jira", "skill"),
        ("Willingness to travel up to 20%", "travel"),
        ("Must be a U.S. citizen", "other"),
        ("A full UK driving licence", "other"),
        ("Team spirit and a portion of humor", "other"),
    ],
)
def test_the_first_kind_that_fits_wins(line, kind):
    assert row_of(line).kind == kind


@pytest.mark.parametrize(
    ("line", "heading", "strength"),
    [
        ("Jira", "Requirements", "required"),
        ("Jira", "Nice to have", "preferred"),
        ("Jira is a plus", "Requirements", "preferred"),
        ("Knowledge of SCADA and of IT security is a plus", "Requirements", "preferred"),
        ("Jira strongly preferred", "Requirements", "preferred"),
        ("Jira would be an asset", "Requirements", "preferred"),
        ("You must know Jira", "Nice to have", "required"),
        ("Jira (desirable)", "Requirements", "preferred"),
        ("[E] Jira", "Nice to have", "required"),
        ("PMP not required but welcome", "Requirements", "preferred"),
        ("Jira ist von Vorteil", "Anforderungen", "preferred"),
        ("Jira, in whatever tool you prefer", "Requirements", "required"),
        ("Jira is a lovely plus", "Requirements", "preferred"),
        ("Jira is a bonus", "Requirements", "preferred"),
        ("Jira", "Sprinkles on top (bonus!)", "preferred"),
    ],
)
def test_words_in_the_line_go_before_the_mark_and_the_mark_before_the_heading(line, heading, strength):
    assert row_of(line, heading).strength == strength


@pytest.mark.parametrize(
    ("line", "credentials", "unlisted"),
    [
        ("PMP, PgMP or PMI-ACP certification", ("pmp", "pgmp", "pmi-acp"), ()),
        ("PRINCE2 or ITIL certified", ("prince2-foundation", "prince2-practitioner", "itil-foundation"), ()),
        ("SAFe certification", ("safe-agilist", "safe-ssm"), ()),
        ("PSM II or CSPO", (), ("PSM II", "CSPO")),
        ("Certified in SSM or PSM1", ("safe-ssm", "psm-i"), ()),
        ("APM, PMP or PRINCE2 Practitioner certification", ("pmp", "prince2-practitioner"), ("APM",)),
        ("Bachelor's degree in computer science", ("bachelor-technical",), ()),
        ("Bachelor's degree in any field", (), ()),
        ("- You have taken a loom through CE certification", (), ()),
        ("Master's degree in business or a technical field", ("master-optional",), ()),
    ],
)
def test_credentials_are_named_by_slug_or_by_name(line, credentials, unlisted):
    row = row_of(line)
    assert (set(row.credentials), set(row.unlisted)) == (set(credentials), set(unlisted))


@pytest.mark.parametrize(
    ("line", "kind", "within"),
    [
        ("PMP, or willingness to obtain it within 12 months of hire", "obtain_later", 12),
        ("PMP certification required, or must be obtained within six months", "obtain_later", 6),
        ("PRINCE2 Practitioner, or a commitment to gain it in the first nine months", "obtain_later", 9),
        ("Experience with Prosci or similar", "equivalent", None),
        ("Bachelor's degree or equivalent experience", "experience", None),
    ],
)
def test_what_else_satisfies_a_row_is_an_alternative(line, kind, within):
    (alternative,) = row_of(line).alternatives
    assert (alternative.kind, alternative.within_months) == (kind, within)
    assert alternative.quote in line


@pytest.mark.parametrize(
    "line",
    [
        "A degree is not required",
        "No PMP needed",
        "You do not need a degree",
        "Applicants must have the right to work in the UK",
        "We cannot sponsor visas",
        "We are an equal opportunity employer",
        "Must be able to lift 25 pounds",
        "Employment is contingent on a background check",
        "We use Jira and Confluence",
        "Our engineers are on call",
        "Kaveri is an 11 year old company",
        "25 days of holiday and a pension",
        "E = essential, D = desirable",
        "Up to two days of remote work a week are possible",
        "On site Tuesday through Thursday",
        "Mobile working up to three days per week within Germany",
        "A $10,000 referral bonus if you bring a colleague with a Top Secret clearance",
        "A one-year trial period may be required",
        "Kind regards,",
    ],
)
def test_what_only_looks_like_a_demand_is_none(line):
    assert rows_of(line) == ()


def test_a_table_says_mark_and_years_in_its_own_columns():
    table = "Skill | Years | Required/Desired\nJira and Confluence | 3 | Required\nPower BI | 1 | Desired"
    assert [(row.passage.quote, row.kind, row.months, row.strength) for row in rows_of(table, "Matrix")] == [
        ("Jira and Confluence", "experience", 36, "required"),
        ("Power BI", "experience", 12, "preferred"),
    ]


def test_a_table_of_two_columns_says_strength_by_column():
    table = "Area | Essential | Desirable\nTools | Jira | Smartsheet\nEducation | A degree | PMP"
    assert [(row.passage.quote, row.strength) for row in rows_of(table, "Person specification")] == [
        ("Jira", "required"),
        ("Smartsheet", "preferred"),
        ("A degree", "required"),
        ("PMP", "preferred"),
    ]


def test_cells_that_became_lines_are_put_together_again():
    table = "Criterion\nE/D\nKnowledge of Jira\nE\nKnowledge of SQL\nD"
    assert [(row.passage.quote, row.strength) for row in rows_of(table)] == [
        ("Knowledge of Jira", "required"),
        ("Knowledge of SQL", "preferred"),
    ]


def test_the_same_demand_said_twice_is_one_row():
    text = "Requirements\n- Jira and SQL\n\nRequirements\n- Jira and SQL\n\nBenefits\nA dog in the office."
    (row,) = read_rows(text, words())[0]
    assert [passage.quote for passage in row.also] == ["Jira and SQL"]
    assert row.also[0].start > row.passage.start


def test_a_demand_in_the_middle_of_the_duties_is_a_row_and_no_duty():
    rows, duties, _ = read_rows(
        "Responsibilities\n- Lead the rollout\n- You must hold SC clearance\n\nBenefits\nA dog in the office.", words()
    )
    assert [row.passage.quote for row in rows] == ["You must hold SC clearance"]
    assert [duty.passage.quote for duty in duties] == ["Lead the rollout"]


def test_a_label_is_no_part_of_the_quote():
    text = "Some employer\n\nEducation: B.E or B.Tech\nTravel: up to 20% to customers\n\nBenefits\nA dog in the office."
    rows = read_rows(text, words())[0]
    assert [(row.passage.quote, row.kind) for row in rows] == [
        ("B.E or B.Tech", "degree"),
        ("up to 20% to customers", "travel"),
    ]
    assert rows[1].percent == 20


def test_languages_are_named_by_code():
    assert row_of("Portuguese, Dutch or Spanish would be nice").languages == ("pt", "nl", "es")
    assert row_of("Another European language").languages == ()


def test_one_of_several_is_enough_where_it_says_so():
    assert row_of("Python or SQL").any_of
    assert not row_of("Python and SQL").any_of
    assert row_of("PMP / CSM").any_of


def test_a_german_posting_is_read():
    text = (
        "Projektleiter IT (m/w/d)\n\nIhre Aufgaben\n- Sie leiten ERP-Projekte von der Planung bis zur Abnahme\n\n"
        "Ihr Profil\n- Abgeschlossenes Studium der Informatik\n"
        "- Mindestens 5 Jahre Berufserfahrung im Projektmanagement\n"
        "- Sehr gute Deutsch- und Englischkenntnisse\n- PMP ist von Vorteil\n\nWir bieten\n- 30 Tage Urlaub\n"
    )
    rows, duties, _ = read_rows(text, words())
    assert [(row.kind, row.strength, row.months) for row in rows] == [
        ("degree", "required", None),
        ("experience", "required", 60),
        ("language", "required", None),
        ("credential", "preferred", None),
    ]
    assert len(duties) == 1


def test_a_posting_in_two_languages_has_each_row_once():
    text = (
        "Exigences\n- Cinq ans d'expérience en gestion de projets dans les services\n- Connaissance de Jira et de SQL\n"
        "- Maîtrise de MS Project et des outils de la suite\n- Certification PMP avec les années\n\n"
        "Requirements\n- Five years of experience with the management of projects and of services\n"
        "- Knowledge of Jira and of SQL\n- Mastery of MS Project and the tools of the suite\n"
        "- PMP certification with the years\n\n"
        "Benefits\nThe dog is in the office and the cat is on the roof.\n"
    )
    rows = read_rows(text, words())[0]
    assert [row.passage.quote.split()[0] for row in rows] == ["Five", "Knowledge", "Mastery", "PMP"]
    assert [len(row.also) for row in rows] == [1, 1, 1, 1]


def test_a_list_that_begins_with_verbs_is_the_work_whatever_stands_above_it():
    text = (
        "Some firm\n\nThings you might like\n- Run the planning\n- Coordinating vendors\n- Reports to the board\n\nEnd"
    )
    rows, duties, _ = read_rows(text, words())
    assert rows == ()
    assert [duty.passage.quote.split()[0] for duty in duties] == ["Run", "Coordinating"]


def test_a_second_rung_is_an_alternative():
    line = "BS in computing and 12+ years of relevant experience, MS and 10+ years, or PhD and 7+ years"
    degree, time = rows_of(line)
    assert (degree.kind, degree.level) == ("degree", "bachelor")
    assert (time.kind, time.months) == ("experience", 144)
