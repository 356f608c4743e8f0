"""Whether what an address or a form says could be the primary key of a row. Pure."""

from typing import Any

# More would not fit into a bigint.
MOST_DIGITS = 18


def is_key(value: Any) -> bool:
    return str(value).isdecimal() and len(str(value)) <= MOST_DIGITS
