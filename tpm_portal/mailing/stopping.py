"""The links that stop one kind of mail without signing in, for as long as there is the account."""

from django.urls import reverse

from accounts.models import MailChoices, MailKind

# One letter for each, since a link is to stay short: with many mail programs 78 characters are too many.
LETTERS = {
    "w": MailKind.DIGEST,
    "i": MailKind.INTERVIEW,
    "e": MailKind.EXAM,
    "c": MailKind.EXPIRY,
    "f": MailKind.FOLLOW_UP,
    "q": MailKind.REVIEW,
}
OF_KIND = {kind: letter for letter, kind in LETTERS.items()}


def stop_path(choices: MailChoices, kind: MailKind) -> str:
    return reverse("stop_mail", args=[OF_KIND[kind], choices.stop_key])


def chosen_by(key: str) -> MailChoices | None:
    """Whose link it is."""
    return MailChoices.objects.filter(stop_key=key).first()
