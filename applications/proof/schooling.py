"""Whether a degree is in a technical field, by its title. Pure."""

import re

# Words for computing, engineering, mathematics and the natural sciences. "Bachelor of Science" alone says no field.
TECHNICAL = re.compile(
    r"""(?<!\w)(?:
        comput(?:er|ing|ational)\w* | software | hardware | IT | cyber\w*
        | informati(?:cs|on\s+(?:technology|systems?|science)) | \w*informatik\w*
        | \w*engineering | ingenieur\w* | [bm]\.?\s?(?:eng|tech) | technolog(?:y|ie)
        | data\s+(?:science|analytics) | electr(?:ical|onics?)\w* | mechanical | robotics
        | telecommunications? | networks? | math(?:s|ematics|ematik)? | statistics
        | physics | physik | chemistry | natural\s+sciences? | STEM
    )(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
# Two letters that are a word as well.
IT = re.compile(r"(?<!\w)it(?!\w)")


def is_technical(title: str) -> bool:
    """Whether the title of a degree says a technical field; one that says no field at all does not."""
    return bool(TECHNICAL.search(IT.sub("", title)))
