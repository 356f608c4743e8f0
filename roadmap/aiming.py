"""Which credential to aim at first, by what somebody says of themselves in three answers. Pure."""

from dataclasses import dataclass

PMP, CAPM, OPEN_TO_ALL = "pmp", "capm", "google-pm"
NOT_LED, UNDER_THREE, THREE_TO_FIVE, FIVE_OR_MORE = "none", "some", "three", "five"
_WITH_A_DEGREE = ("bachelor", "master")


@dataclass(frozen=True)
class FirstAim:
    """A credential by its slug, and why it is the first to look at."""

    credential: str
    reason: str


def first_aim(education: str, led: str) -> FirstAim:
    """The credential that is nearest to what was answered; the ledger has the last word.

    ``education`` is one of the levels of ``evidence.catalog.eligibility.EDUCATION``, ``led`` one of the four above.
    The months of leading projects that PMI asks for (36 with a four-year degree, else 60) and the diploma that CAPM
    asks for are those of the rules in ``evidence/data/credentials.yaml``, which name their sources.
    """
    degree = education in _WITH_A_DEGREE
    if led == FIVE_OR_MORE and education != "none":
        return FirstAim(PMP, "With five years of leading projects you're within reach of the PMP.")
    if led == THREE_TO_FIVE and degree:
        return FirstAim(PMP, "With a four-year degree, the PMP asks for 36 months of leading projects.")
    if education == "none":
        return FirstAim(OPEN_TO_ALL, "It's open to anyone, and its hours can count toward other credentials later.")
    if led == NOT_LED:
        return FirstAim(CAPM, "It asks for no experience, only a diploma and 23 hours of training.")
    asked = 36 if degree else 60
    return FirstAim(CAPM, f"The PMP asks for {asked} months of leading projects. CAPM asks for none.")
