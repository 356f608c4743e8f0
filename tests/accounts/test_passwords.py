"""A password that anybody would try first here is refused, and nothing that only holds such a word."""

import re

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from tests.kit import text


@pytest.mark.parametrize(
    "password",
    ["technical project manager", "TPM-Portal-2026!", "ProjectManager1", "projectmanagers", "Adm1n-Adm1n"],
)
def test_our_own_words_alone_are_refused(password):
    with pytest.raises(ValidationError, match="words that anybody would try first here"):
        validate_password(password)


@pytest.mark.parametrize(
    "password",
    ["correct horse battery staple", "my manager ate 3 projects", "пароль-из-слов", "tpm" + "x" * 61, "😀" * 10],
)
def test_what_only_holds_one_of_them_is_taken_whatever_it_is_made_of(password):
    validate_password(password)


def test_signing_up_says_so_beside_the_field(client, db):
    page = text(client.post("/account/signup/", {"email": "new@example.org", "password1": "TPM-Portal-2026!"}))
    assert "words that anybody would try first here" in page


def test_what_everybody_takes_is_refused():
    with pytest.raises(ValidationError, match="too common"):
        validate_password("1q2w3e4r5t6y")


@pytest.mark.parametrize("address", ["/account/signup/", "/account/login/"])
def test_the_box_is_masked_and_takes_what_a_password_manager_writes(client, db, address):
    (box,) = re.findall(r'<input[^>]*type="password"[^>]*>', text(client.get(address)))
    assert re.search(r'autocomplete="(new|current)-password"', box)
    assert "maxlength" not in box
    assert "onpaste" not in box
