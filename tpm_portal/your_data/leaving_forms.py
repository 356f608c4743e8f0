"""What is asked before an account is deleted."""

from typing import Any

from accounts.forms import PasswordToo
from accounts.models import User


class LeaveForm(PasswordToo):
    """Asks for the password, unless ``known`` says that they have shown who they are just now."""

    def __init__(self, *args: Any, user: User, known: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        if known:
            del self.fields["password"]
