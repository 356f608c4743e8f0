"""Which paper is usual where. Pure."""

from resumes.writing.content import Paper

# Where US Letter is usual, by ISO 3166-1 (source: Unicode CLDR, supplemental data, paper sizes).
LETTER = frozenset({"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"})


def usual_paper(country_code: str, time_zone: str) -> Paper:
    """The usual paper of a country; where none is known, of the part of the world that a time zone names."""
    letter = country_code.upper() in LETTER if country_code else time_zone.startswith(("America/", "US/", "Canada/"))
    return Paper.LETTER if letter else Paper.A4
