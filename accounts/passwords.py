"""Passwords that anybody would try first on a site such as this."""

import re

from django.core.exceptions import ValidationError

# Listed in docs/security.md, too. Compared without signs, digits and capitals.
OURS = (
    *("tpm", "portal", "technical", "project", "program", "product", "management", "manager", "roadmap"),
    *("credential", "capm", "scrum", "agile", "career", "password", "welcome", "letmein", "login", "admin"),
)
_ONLY_OURS = re.compile(f"(?:(?:{'|'.join(OURS)})s?)+")
# What is often written for a letter.
_LETTERS = str.maketrans("0134578@$", "oieastbas")


class NotOfOurWords:
    """Refuses what is made of this site's own words alone, whatever digits and signs stand between them."""

    def validate(self, password: str, user: object = None) -> None:
        """Raises ``ValidationError``."""
        typed = password.casefold()
        for letters in (typed, typed.translate(_LETTERS)):
            if _ONLY_OURS.fullmatch(re.sub(r"[\W\d_]+", "", letters)):
                raise ValidationError("This is made of words that anybody would try first here. Add some of your own.")

    def get_help_text(self) -> str:
        return "Your password can't be made of the words of this site alone."
