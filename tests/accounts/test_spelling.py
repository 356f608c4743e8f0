"""Addresses and passwords that are the same to a person are the same to the site."""

import importlib
import re
import unicodedata

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.contrib.auth import get_user
from django.core.checks import run_checks
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import User
from accounts.spelling import UNSEEN, as_written, one_address, one_password, spellings
from tests.accounts.test_views import RESET, SIGN_UP, mail_configured, sign_in, sign_up  # noqa: F401
from tests.factories.accounts import PASSWORD, make_user
from tests.kit import text

UMLAUT = "x@xn--exmple-cua.org"


@pytest.mark.parametrize(
    ("typed", "one"),
    [
        ("X@Example.ORG", "x@example.org"),
        ("  x@example.org\u00a0", "x@example.org"),
        ("x@exämple.org", UMLAUT),
        ("x@exa\u0308mple.org", UMLAUT),
        ("X@EXÄMPLE.org", UMLAUT),
        ("x@XN--EXMPLE-CUA.org", UMLAUT),
        ("x@example.org\u200b", "x@example.org"),
        ("\ufeffx@exam\u00adple.org", "x@example.org"),
        ("x\u200d@example.org\u200c", "x@example.org"),
        ("\uff58\uff20\uff45\uff58\uff41\uff4d\uff50\uff4c\uff45\uff0e\uff4f\uff52\uff47", "x@example.org"),
        ("x@例え。テスト", "x@xn--r8jz45g.xn--zckzah"),
        ("x@faß.de", "x@xn--fa-hia.de"),
        ("x@\u0646\u0627\u0645\u0647\u200c\u0627\u06cc.com", "x@xn--mgba3gch31f060k.com"),
        ("x@i❤.ws", "x@xn--i-7iq.ws"),
        ("x@xn--i-7iq.ws", "x@xn--i-7iq.ws"),
        ("x@[127.0.0.1]", "x@[127.0.0.1]"),
        ("no address", "no address"),
        ("a@b@exämple.org", "a@b@xn--exmple-cua.org"),
        ("", ""),
        ("x" * 400 + "@EXAMPLE.org", "x" * 400 + "@EXAMPLE.org"),
    ],
)
def test_one_spelling_of_an_address(typed, one):
    assert one_address(typed) == one


@given(st.text(max_size=40), st.text(max_size=40))
def test_an_address_in_its_one_spelling_stays_so(local, domain):
    one = one_address(f"{local}@{domain}")
    assert one_address(one) == one


@given(st.from_regex(r"[a-z]{1,9}", fullmatch=True), st.from_regex(r"[a-zäöüéñ]{1,9}", fullmatch=True), st.data())
def test_however_an_address_is_typed(local, domain, data):
    plain = f"{local}@{domain}.org"
    typed = data.draw(st.sampled_from([plain, plain.upper(), unicodedata.normalize("NFD", plain), f" {plain} "]))
    place = data.draw(st.integers(0, len(typed)))
    unseen = data.draw(st.characters().filter(UNSEEN.match) | st.sampled_from("\u200b\u2060\ufeff\u00ad"))
    # The older IDNA of Python's own differs only in letters that are not drawn here.
    known = f"{domain}.org".encode("idna").decode()
    assert one_address(typed[:place] + unseen + typed[place:]) == f"{local}@{known}"


SAME = ["x@exämple.org", "X@exa\u0308mple.ORG", "x@xn--exmple-cua.org", "x@exämple.org\u200b", "\uff58@exämple.org"]


@pytest.mark.parametrize("first", SAME)
def test_whoever_signed_up_signs_in_however_the_address_is_typed(client, db, first):
    sign_up(client, first)
    assert User.objects.get().email == UMLAUT
    for other in SAME:
        client.logout()
        assert sign_in(client, other)["Location"] == "/"
        client.logout()
        assert "already registered" in text(sign_up(client, other))
    assert User.objects.count() == 1


@pytest.mark.parametrize("typed", SAME)
def test_a_reset_link_goes_to_the_address_however_it_is_typed(client, db, mail_configured, mailoutbox, typed):  # noqa: F811
    make_user(UMLAUT)
    client.post(RESET, {"email": typed})
    assert [(one.to, one.subject) for one in mailoutbox] == [([UMLAUT], "[TPM Portal] Set a new password")]


@pytest.mark.parametrize("typed", SAME)
@pytest.mark.parametrize("with_mail", [False, True])
def test_an_address_is_changed_to_its_one_spelling_and_only_if_it_is_free(
    learning, learner, settings, typed, with_mail
):
    settings.MAIL_CONFIGURED = with_mail
    data = {"action_add": "", "email": typed, "password": PASSWORD}
    learning.post("/account/email/", data)
    learner.refresh_from_db()
    kept = EmailAddress.objects.get(email=UMLAUT)
    assert (kept.user, kept.verified, learner.email == UMLAUT) == (learner, False, not with_mail)
    if not with_mail:
        learning.force_login(make_user("other@example.org"))
        assert "This address cannot be used here." in text(learning.post("/account/email/", data))


def test_an_address_with_a_nul_or_letters_no_server_knows_is_refused(client, db):
    for email in ("a\x00@exämple.org", "ä@example.org", "x@exam ple.org"):
        response = client.post(SIGN_UP, {"email": email, "password1": PASSWORD})
        assert "invalid-feedback" in text(response)
    assert not User.objects.exists()


def spell_what_is_kept():
    migration = importlib.import_module("accounts.migrations.0003_spell_addresses_in_one_way")
    migration.spell(apps, connection.schema_editor())


def keep(user, email, **row):
    """As releases before kept an address."""
    User.objects.filter(pk=user.pk).update(email=email)
    EmailAddress.objects.create(user=user, email=email, primary=True, **row)


def test_addresses_that_are_kept_are_spelled_in_one_way(client, learner, stranger):
    keep(learner, "x@exämple.org\u200b", verified=True)
    EmailAddress.objects.create(user=stranger, email="new@exämple.org")
    spell_what_is_kept()
    rows = EmailAddress.objects.order_by("pk").values_list("email", "primary", "verified")
    assert list(rows) == [(UMLAUT, True, True), ("new@xn--exmple-cua.org", False, False)]
    assert sign_in(client, "x@exämple.org")["Location"] == "/"
    assert run_checks(tags=["database"], databases=["default"]) == []


def test_two_accounts_with_one_address_stay_apart_and_are_named(client, learner, stranger):
    keep(learner, "x@exämple.org")
    keep(stranger, UMLAUT)
    spell_what_is_kept()
    for user, email in ((learner, "x@exämple.org"), (stranger, UMLAUT)):
        client.logout()
        sign_in(client, email)
        assert get_user(client) == user
    client.logout()
    assert "already registered" in text(sign_up(client, "X@exämple.org"))
    (warning,) = run_checks(tags=["database"], databases=["default"])
    assert warning.msg == f"Accounts {learner.pk} and {stranger.pk} have one address in two spellings."


COMPOSED, DECOMPOSED, WIDE = (
    "crème brûlée now",
    unicodedata.normalize("NFD", "crème brûlée now"),
    "crème\u00a0brûlée \uff4e\uff4f\uff57",
)


def test_a_password_has_one_spelling():
    assert {one_password(one) for one in (COMPOSED, DECOMPOSED, WIDE)} == {COMPOSED}
    assert spellings(PASSWORD) == [PASSWORD]
    assert spellings(DECOMPOSED) == [COMPOSED, DECOMPOSED]
    assert spellings("é" * 1001) == ["é" * 1001]


@given(st.text(max_size=30))
def test_every_spelling_of_a_password_is_hashed_alike(typed):
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert one_password(unicodedata.normalize(form, typed)) == one_password(typed)
    assert spellings(typed)[0] == one_password(typed)
    assert typed in spellings(typed)


@pytest.mark.parametrize("chosen", [COMPOSED, DECOMPOSED, WIDE])
@pytest.mark.parametrize("typed", [COMPOSED, DECOMPOSED, WIDE])
def test_a_password_with_accents_works_on_every_device(client, db, chosen, typed):
    client.post(SIGN_UP, {"email": "x@example.org", "password1": chosen})
    client.post("/account/reauthenticate/", {"password": typed})
    new = {"oldpassword": typed, "password1": typed + "!", "password2": typed + "!"}
    client.post("/account/password/change/", new)
    client.logout()
    assert sign_in(client, "x@example.org", typed + "!")["Location"] == "/"
    client.post("/account/email/", {"email": "y@example.org", "password": typed + "!"})
    assert User.objects.get().email == "y@example.org"


def hash_as_before(user, raw):
    """As releases before hashed a password."""
    super(User, user).set_password(raw)
    user.save()


@pytest.mark.parametrize("old", [COMPOSED, DECOMPOSED, WIDE])
def test_an_old_hash_still_opens_and_is_made_anew(client, learner, old):
    hash_as_before(learner, old)
    assert sign_in(client, password=old)["Location"] == "/"
    assert client.get("/account/preferences/").status_code == 200
    learner.refresh_from_db()
    assert super(User, learner).check_password(COMPOSED)
    for typed in (COMPOSED, DECOMPOSED, WIDE):
        client.logout()
        assert sign_in(client, password=typed)["Location"] == "/"


def test_a_new_hash_of_an_old_one_ends_no_session(learning, learner):
    hash_as_before(learner, DECOMPOSED)
    learning.force_login(learner)
    learning.post("/account/reauthenticate/", {"password": DECOMPOSED})
    learner.refresh_from_db()
    assert super(User, learner).check_password(COMPOSED)
    assert learning.get("/account/preferences/").status_code == 200


def test_length_is_judged_in_the_spelling_that_is_hashed(client, db):
    response = sign_up(client, password1=unicodedata.normalize("NFD", "éèêëàçîïô"))
    assert "This password is too short." in text(response)


def hashes(monkeypatch, client, email, password):
    done = []
    encode = importlib.import_module("django.contrib.auth.hashers").MD5PasswordHasher.encode

    def count(hasher, typed, *args, **kwargs):
        done.append(typed)
        return encode(hasher, typed, *args, **kwargs)

    with monkeypatch.context() as patch:
        patch.setattr("django.contrib.auth.hashers.MD5PasswordHasher.encode", count)
        sign_in(client, email, password)
    return len(done)


@pytest.mark.parametrize("typed", [COMPOSED, DECOMPOSED, WIDE, "wrong password here"])
def test_an_unknown_address_costs_as_many_hashes_as_a_known_one(client, learner, monkeypatch, typed):
    known = hashes(monkeypatch, client, "learner@example.org", typed)
    assert known == len(spellings(typed))
    assert hashes(monkeypatch, client, "anybody@example.org", typed) == known


@pytest.mark.parametrize(
    ("kept", "written"),
    [
        (UMLAUT, "x@exämple.org"),
        ("x@xn--r8jz45g.xn--zckzah", "x@例え.テスト"),
        ("x@example.org", "x@example.org"),
        # What does not lead back is shown as it is kept.
        ("x@xn--i-7iq.ws", "x@xn--i-7iq.ws"),
        ("x@xn--a.org", "x@xn--a.org"),
        ("x@xn--.org", "x@xn--.org"),
        ("xn--exmple-cua.org@example.org", "xn--exmple-cua.org@example.org"),
        ("", ""),
    ],
)
def test_an_address_as_its_owner_writes_it(kept, written):
    assert as_written(kept) == written


@given(st.text(max_size=40), st.text(max_size=40))
def test_an_address_as_it_is_written_is_the_same_address(local, domain):
    kept = one_address(f"{local}@{domain}")
    assert one_address(as_written(kept)) == kept


def test_people_read_their_address_as_they_write_it_on_pages_and_in_mails(
    client,
    db,
    settings,
    mailoutbox,
    mail_configured,  # noqa: F811
):
    def follow(found):
        return re.search(r"https?://[^/]+(/\S+)", found.body)[1]

    said = text(sign_up(client, "x@exämple.org")) + text(client.get("/"))
    confirm = follow(mailoutbox[-1])
    said += text(client.get(confirm)) + text(client.post(confirm, follow=True)) + text(sign_up(client, "x@exämple.org"))
    client.post(RESET, {"email": "x@exämple.org"})
    client.post(RESET, {"email": "y@exämple.org"})
    user = User.objects.get()
    client.force_login(user)
    said += text(client.post("/account/email/", {"action_add": "", "email": "z@exämple.org", "password": PASSWORD}))
    said += text(client.get("/account/email/"))
    assert '<input type="hidden" name="email" value="z@xn--exmple-cua.org">' in said
    said = said.replace('name="email" value="z@xn--exmple-cua.org"', "")
    client.post(follow(mailoutbox[-1]), follow=True)
    client.post(
        "/account/password/change/",
        {"oldpassword": PASSWORD, "password1": "another long password", "password2": "another long password"},
    )
    settings.MAIL_CONFIGURED = False
    client.force_login(User.objects.get())
    data = {"email": "w@exämple.org", "password": "another long password"}
    said += text(client.get("/account/email/")) + text(client.post("/account/email/", data, follow=True))
    written = [one.body for one in mailoutbox]
    assert len(written) >= 7
    assert "xn--" not in said + "".join(written)
    for address in ("x", "z", "w"):
        assert f"{address}@exämple.org" in said
    assert all("exämple.org" in body for body in written)
