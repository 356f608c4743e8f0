"""The ledger by hand: every expected number was worked out on a calendar, not copied from what the code said.

The day is November 25, 2026 unless a case says otherwise. Days are inclusive; generous counts each calendar
month with any day of work, strict only whole months.
"""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from evidence.catalog.eligibility import (
    AGILE,
    CLOSE,
    CONSTRUCTION,
    ELIGIBLE,
    LEADING,
    LIKELY,
    NOT_YET,
    OPEN,
    PERHAPS,
    PROGRAM,
    Course,
    Degree,
    Held,
    Person,
    Rule,
    Work,
)
from evidence.catalog.months import Count
from evidence.ledger.assessing import Assessor

TODAY = date(2026, 11, 25)
FILE = Path(__file__).parents[3] / "evidence" / "data" / "credentials.yaml"
PATHS = {path["id"]: path for path in yaml.safe_load(FILE.read_text())["paths"]}


def works(*spans, sorts=(LEADING,)):
    """``"2024-01-01 2024-03-31"``; without an end it runs."""
    rows = []
    for key, span in enumerate(spans, start=1):
        first, _, last = span.partition(" ")
        ends_on = date.fromisoformat(last) if last else None
        rows.append(Work(key, span, date.fromisoformat(first), ends_on, frozenset(sorts)))
    return tuple(rows)


# What, the projects, the years of the window, the day, generous, strict.
MONTHS = [
    ("nothing at all", [], 8, "", 0, 0),
    ("one whole month", ["2026-03-01 2026-03-31"], 8, "", 1, 1),
    ("one day", ["2026-03-15 2026-03-15"], 8, "", 1, 0),
    ("the last day of one month and the first of the next", ["2026-03-31 2026-04-01"], 8, "", 2, 0),
    ("a month without its first day", ["2026-03-02 2026-03-31"], 8, "", 1, 0),
    ("a month without its last day", ["2026-03-01 2026-03-30"], 8, "", 1, 0),
    ("leap February as a whole", ["2024-02-01 2024-02-29"], 8, "", 1, 1),
    ("leap February without the 29th", ["2024-02-01 2024-02-28"], 8, "", 1, 0),
    ("common February to the 28th", ["2025-02-01 2025-02-28"], 8, "", 1, 1),
    ("a year", ["2025-01-01 2025-12-31"], 8, "", 12, 12),
    ("mid month to mid month", ["2025-01-15 2025-12-15"], 8, "", 12, 10),
    ("overlapping halves", ["2025-01-01 2025-06-30", "2025-04-01 2025-09-30"], 8, "", 9, 9),
    ("one inside another", ["2025-01-01 2025-12-31", "2025-04-10 2025-05-20"], 8, "", 12, 12),
    ("the same twice", ["2025-01-01 2025-03-31"] * 2, 8, "", 3, 3),
    ("touching at a month's end", ["2025-01-01 2025-01-31", "2025-02-01 2025-02-28"], 8, "", 2, 2),
    ("touching inside a month, together whole", ["2025-01-01 2025-01-14", "2025-01-15 2025-01-31"], 8, "", 1, 1),
    ("two pieces of a month with a day between", ["2025-01-01 2025-01-14", "2025-01-16 2025-01-31"], 8, "", 1, 0),
    ("a gap of a month", ["2025-01-01 2025-01-31", "2025-03-01 2025-03-31"], 8, "", 2, 2),
    # 72 = 36 + 36. Together they run from January 2022 to September 2025.
    ("72 by adding up, really 45", ["2022-01-01 2024-12-31", "2022-10-01 2025-09-30"], 8, "", 45, 45),
    # 72 = 24 + 24 + 24. January 2022 to June 2025 without a gap.
    (
        "72 by adding up, really 42",
        ["2022-01-01 2023-12-31", "2022-10-01 2024-09-30", "2023-07-01 2025-06-30"],
        8,
        "",
        42,
        42,
    ),
    ("open-ended, the running month counts generously", ["2026-09-01"], 8, "", 3, 2),
    ("open-ended, on the last day of a month", ["2026-09-01"], 8, "2026-11-30", 3, 3),
    ("open-ended, on the first day of a month", ["2026-09-01"], 8, "2026-11-01", 3, 2),
    ("begins today", ["2026-11-25"], 8, "", 1, 0),
    ("begins tomorrow", ["2026-11-26"], 8, "", 0, 0),
    ("ends in the future, counted up to today", ["2026-10-01 2027-03-31"], 8, "", 2, 1),
    # The window of eight years opens on November 25, 2018.
    ("ends on the day before the window", ["2018-01-01 2018-11-24"], 8, "", 0, 0),
    ("ends on the first day of the window", ["2018-01-01 2018-11-25"], 8, "", 1, 0),
    ("the month that the window cuts is not whole", ["2018-11-01 2018-12-31"], 8, "", 2, 1),
    ("a window that opens on the first of a month", ["2018-11-01 2018-12-31"], 8, "2026-11-01", 2, 2),
    ("a window that opens a day later", ["2018-11-01 2018-12-31"], 8, "2026-11-02", 2, 1),
    ("sixty years of work in eight", ["1966-01-01 2026-11-25"], 8, "", 97, 95),
    ("sixty years of work without a window", ["1966-01-01 2026-10-31"], None, "", 730, 730),
    ("a window of five years", ["2020-01-01 2026-11-25"], 5, "", 61, 59),
    ("on 29 February the window opens on 28 February", ["2023-02-28 2023-02-28"], 5, "2028-02-29", 1, 0),
    ("a day earlier is out", ["2023-02-27 2023-02-27"], 5, "2028-02-29", 0, 0),
]


@pytest.mark.parametrize(
    ("spans", "years", "day", "generous", "strict"), [case[1:] for case in MONTHS], ids=[c[0] for c in MONTHS]
)
def test_months(spans, years, day, generous, strict):
    as_of = date.fromisoformat(day) if day else TODAY
    assert Assessor(Person(works=works(*spans)), as_of).count(LEADING, years) == Count(generous, strict)


def person(*, led=(), programs=(), agile=(), built=(), degree="", gac=False, done="2015-06-30", hours=(), held=()):
    rows = [*works(*led), *works(*programs, sorts=(LEADING, PROGRAM)), *works(*agile, sorts=(AGILE,))]
    rows += works(*built, sorts=(CONSTRUCTION,))
    return Person(
        works=tuple(rows),
        degrees=(Degree(degree, gac, date.fromisoformat(done)),) if degree else (),
        courses=tuple(Course(kind, Decimal(number), date(2024, 1, 1), slug) for kind, number, slug in hours),
        held=tuple(Held(slug, date(2020, 1, 1), date.fromisoformat(last) if last else None) for slug, last in held),
    )


PM35, PM23, AGILE28 = ("pm_education", 35, ""), ("pm_education", 23, ""), ("agile_education", 28, "")
THREE_YEARS = ["2023-01-01 2025-12-31"]
FIVE_YEARS = ["2021-01-01 2025-12-31"]

# What, the path, the person, the state, what is missing (its kind).
STATES = [
    ("a master's needs a bachelor's", "master-general", {"degree": "bachelor"}, ELIGIBLE, []),
    ("an associate degree is too little", "master-general", {"degree": "associate"}, CLOSE, ["education"]),
    (
        "a degree to be finished tomorrow",
        "master-general",
        {"degree": "bachelor", "done": "2026-11-26"},
        CLOSE,
        ["education"],
    ),
    ("a degree finished today", "master-general", {"degree": "bachelor", "done": "2026-11-25"}, ELIGIBLE, []),
    ("PMP, nothing at all", "pmp-bachelor", {}, NOT_YET, ["education", "experience", "training"]),
    (
        "PMP, 60 months and a diploma",
        "pmp-secondary",
        {"led": FIVE_YEARS, "degree": "secondary", "hours": [PM35]},
        ELIGIBLE,
        [],
    ),
    (
        "PMP, 59 months and a diploma",
        "pmp-secondary",
        {"led": ["2021-02-01 2025-12-31"], "degree": "secondary", "hours": [PM35]},
        CLOSE,
        ["experience"],
    ),
    (
        "PMP, 36 months and a bachelor's",
        "pmp-bachelor",
        {"led": THREE_YEARS, "degree": "bachelor", "hours": [PM35]},
        ELIGIBLE,
        [],
    ),
    (
        "PMP, a master's meets a bachelor's",
        "pmp-bachelor",
        {"led": THREE_YEARS, "degree": "master", "hours": [PM35]},
        ELIGIBLE,
        [],
    ),
    (
        "PMP, 36 only if any day counts",
        "pmp-bachelor",
        {"led": ["2023-01-02 2025-12-31"], "degree": "bachelor", "hours": [PM35]},
        LIKELY,
        [],
    ),
    (
        "PMP, 34.5 hours",
        "pmp-bachelor",
        {"led": THREE_YEARS, "degree": "bachelor", "hours": [("pm_education", "34.5", "")]},
        CLOSE,
        ["training"],
    ),
    (
        "PMP, hours of two courses",
        "pmp-bachelor",
        {"led": THREE_YEARS, "degree": "bachelor", "hours": [PM23, ("pm_education", 12, "")]},
        ELIGIBLE,
        [],
    ),
    (
        "PMP, agile hours are others",
        "pmp-bachelor",
        {"led": THREE_YEARS, "degree": "bachelor", "hours": [AGILE28, AGILE28]},
        CLOSE,
        ["training"],
    ),
    (
        "PMP, CAPM waives the training",
        "pmp-bachelor",
        {"led": THREE_YEARS, "degree": "bachelor", "held": [("capm", "")]},
        ELIGIBLE,
        [],
    ),
    (
        "PMP, CAPM on its last day",
        "pmp-bachelor",
        {"led": THREE_YEARS, "degree": "bachelor", "held": [("capm", "2026-11-25")]},
        ELIGIBLE,
        [],
    ),
    (
        "PMP, CAPM expired yesterday",
        "pmp-bachelor",
        {"led": THREE_YEARS, "degree": "bachelor", "held": [("capm", "2026-11-24")]},
        CLOSE,
        ["training"],
    ),
    (
        "PMP, GAC degree and 24 months, training may be met",
        "pmp-gac",
        {"led": ["2024-01-01 2025-12-31"], "degree": "bachelor", "gac": True},
        LIKELY,
        [],
    ),
    (
        "PMP, GAC degree with the training",
        "pmp-gac",
        {"led": ["2024-01-01 2025-12-31"], "degree": "bachelor", "gac": True, "hours": [PM35]},
        ELIGIBLE,
        [],
    ),
    (
        "PMP, degree is not accredited",
        "pmp-gac",
        {"led": ["2024-01-01 2025-12-31"], "degree": "bachelor", "hours": [PM35]},
        CLOSE,
        ["flag"],
    ),
    (
        "PMP, agile work that was not led",
        "pmp-bachelor",
        {"agile": THREE_YEARS, "degree": "bachelor", "hours": [PM35]},
        CLOSE,
        ["experience"],
    ),
    ("CAPM, diploma and 23 hours", "capm-main", {"degree": "secondary", "hours": [PM23]}, ELIGIBLE, []),
    ("CAPM, 22 hours", "capm-main", {"degree": "secondary", "hours": [("pm_education", 22, "")]}, CLOSE, ["training"]),
    (
        "ACP, 24 months in five years",
        "acp-general",
        {"agile": ["2024-01-01 2025-12-31"], "degree": "secondary", "hours": [AGILE28]},
        ELIGIBLE,
        [],
    ),
    (
        "ACP, 24 months but half of them too old",
        "acp-general",
        {"agile": ["2020-11-01 2022-10-31"], "degree": "secondary", "hours": [AGILE28]},
        CLOSE,
        ["experience"],
    ),
    (
        "ACP, an active PMP replaces the experience",
        "acp-pmp",
        {"degree": "secondary", "hours": [AGILE28], "held": [("pmp", "2027-01-01")]},
        ELIGIBLE,
        [],
    ),
    (
        "ACP, an expired PMP does not",
        "acp-pmp",
        {"degree": "secondary", "hours": [AGILE28], "held": [("pmp", "2025-01-01")]},
        CLOSE,
        ["holds"],
    ),
    # Seven years of programs are 84 months, and programs are led projects too.
    (
        "PgMP, diploma and 84 months of programs",
        "pgmp-secondary",
        {"programs": ["2016-01-01 2022-12-31"], "degree": "secondary"},
        ELIGIBLE,
        [],
    ),
    (
        "PgMP, 83 months of programs",
        "pgmp-secondary",
        {"programs": ["2016-02-01 2022-12-31"], "degree": "secondary"},
        CLOSE,
        ["experience"],
    ),
    (
        "PgMP, 48 months of programs and a bachelor's",
        "pgmp-bachelor",
        {"programs": ["2020-01-01 2023-12-31"], "degree": "bachelor"},
        ELIGIBLE,
        [],
    ),
    (
        "PgMP, led projects are no programs",
        "pgmp-bachelor",
        {"led": ["2020-01-01 2023-12-31"], "degree": "bachelor"},
        CLOSE,
        ["experience"],
    ),
    (
        "PgMP, PMP waives the led projects only",
        "pgmp-bachelor",
        {"degree": "bachelor", "held": [("pmp", "")]},
        CLOSE,
        ["experience"],
    ),
    (
        "PgMP, accredited and 36 months",
        "pgmp-gac",
        {"programs": ["2020-01-01 2022-12-31"], "degree": "master", "gac": True},
        ELIGIBLE,
        [],
    ),
    (
        "PgMP, 36 months without accreditation",
        "pgmp-gac",
        {"programs": ["2020-01-01 2022-12-31"], "degree": "master"},
        CLOSE,
        ["flag"],
    ),
    (
        "PMI-CP, construction and the issuer's course",
        "pmi-cp-main",
        {"built": THREE_YEARS, "hours": [("issuer_course", 1, "pmi-cp")]},
        ELIGIBLE,
        [],
    ),
    (
        "PMI-CP, the course of another credential",
        "pmi-cp-main",
        {"built": THREE_YEARS, "hours": [("issuer_course", 40, "csm")]},
        CLOSE,
        ["training"],
    ),
    ("PMI-CP, software is no construction", "pmi-cp-main", {"led": THREE_YEARS}, NOT_YET, ["experience", "training"]),
    ("CSM, 16 hours of its course", "csm-main", {"hours": [("issuer_course", 16, "csm")]}, ELIGIBLE, []),
    ("CSM, 14 hours of its course", "csm-main", {"hours": [("issuer_course", 14, "csm")]}, CLOSE, ["training"]),
    ("SSM, its course of any length", "ssm-main", {"hours": [("issuer_course", 1, "safe-ssm")]}, ELIGIBLE, []),
    ("SSM, without its course", "ssm-main", {}, CLOSE, ["training"]),
    (
        "PRINCE2 Practitioner, holding Foundation",
        "p2p-foundation",
        {"held": [("prince2-foundation", "")]},
        ELIGIBLE,
        [],
    ),
    ("PRINCE2 Practitioner, without Foundation", "p2p-foundation", {}, CLOSE, ["holds"]),
    ("PSM I is open", "psm-open", {}, OPEN, []),
    ("PRINCE2 Foundation is open", "p2f-open", {}, OPEN, []),
    ("Google's certificate is open", "google-open", {}, OPEN, []),
    ("Project+ is open", "pplus-open", {}, OPEN, []),
    ("ITIL Foundation is open", "itil-open", {}, OPEN, []),
    ("AWS Cloud Practitioner is open", "clf-open", {}, OPEN, []),
]


@pytest.mark.parametrize(
    ("path", "fields", "state", "missing"), [case[1:] for case in STATES], ids=[c[0] for c in STATES]
)
def test_states(path, fields, state, missing):
    result = Assessor(person(**fields), TODAY).assess(Rule.from_snapshot(PATHS[path]["credential"], PATHS[path]))
    assert (result.state, [item.requirement.kind for item in result.missing]) == (state, missing)


def test_every_shipped_path_has_a_case():
    assert {case[1] for case in STATES} == set(PATHS)
    assert len(MONTHS) + len(STATES) >= 60


# What, the projects, months needed within eight years: likely on, eligible on, apply before, and what is left then.
FORECASTS = [
    ("nothing runs, nothing comes", ["2025-01-01 2025-12-31"], 36, None, None, None, 0),
    # January 2024 to December 2026 are 36 months.
    (
        "36th month begins in December, is whole at its end",
        ["2024-01-01"],
        36,
        date(2026, 12, 1),
        date(2026, 12, 31),
        None,
        0,
    ),
    ("begun in mid month, strict a month behind", ["2024-01-15"], 36, date(2026, 12, 1), date(2027, 1, 31), None, 0),
    (
        "enough today, too few when the first month leaves",
        ["2019-03-01 2022-02-28"],
        36,
        TODAY,
        TODAY,
        date(2027, 4, 1),
        35,
    ),
    (
        "a last day in mid month leaves on the day after",
        ["2018-12-01 2018-12-10", "2020-01-01 2022-11-30"],
        36,
        TODAY,
        None,
        date(2026, 12, 11),
        35,
    ),
    ("more than enough falls later", ["2019-03-01 2022-06-30"], 36, TODAY, TODAY, date(2027, 8, 1), 35),
]


@pytest.mark.parametrize(
    ("spans", "needed", "likely", "eligible", "before", "left"),
    [case[1:] for case in FORECASTS],
    ids=[c[0] for c in FORECASTS],
)
def test_forecasts(spans, needed, likely, eligible, before, left):
    asked = {"kind": "experience", "experience": LEADING, "months": needed, "within_years": 8}
    result = Assessor(Person(works=works(*spans)), TODAY).assess(Rule.from_snapshot("x", {"requirements": [asked]}))
    assert (result.likely_on, result.eligible_on, result.apply_before, result.falls_to) == (
        likely,
        eligible,
        before,
        left,
    )


def test_training_that_an_accredited_degree_may_meet_says_so():
    result = Assessor(person(degree="bachelor", gac=True), TODAY).assess(Rule.from_snapshot("pmp", PATHS["pmp-gac"]))
    training = result.items[3]
    assert (training.state, training.flag_may_meet, training.have) == (PERHAPS, True, Decimal(0))


def test_a_waiver_names_what_waives():
    result = Assessor(person(held=[("capm", "")]), TODAY).assess(Rule.from_snapshot("pmp", PATHS["pmp-bachelor"]))
    assert result.items[2].waived == ("capm",)
