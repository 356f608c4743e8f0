"""Whatever makes more of what is kept for somebody is refused once that is too much, found by rule in every form."""

from copy import copy
from hashlib import sha512

from django.db import transaction
from django.urls import resolve, reverse

from interviews.models import Answer, MockNote
from keeping import ceilings
from roadmap.models import MilestoneProgress
from tests.forms import forms_of
from tests.keys import OF_CURATORS, tables_that_lead_to_a_user
from tests.tpm_portal.test_sent_again import TYPED, chosen
from tests.tpm_portal.test_unchanged_forms import learner, made, opened, world

__all__ = ["learner", "made", "opened", "world"]

# Nothing in it repeats, so that it does not get shorter when it is packed.
LONG = "".join(sha512(bytes([number])).hexdigest() for number in range(157))[:20_000]
# What is pressed there makes rows, and never more than there are curated ones.
BOUNDED = {
    "favorite": "one for each question",
    "settings": "one for each learner",
    "number": "one for each learner",
    "read_rule": "one for each version of a rule",
    "read": "the wording that a learner has read",
    "account_preferences": "one for each learner",
    "account_email": "the one address that is to be confirmed",
    "account_change_address": "one for each learner",
}


def grew(before, learner):
    return any(now > then for now, then in zip(ceilings.kept_for(learner.pk), before, strict=True))


def typed_over(client, form, name):
    """The form as somebody would change it: with what its maker types, or a word more in every text."""
    sent = dict(form.fields)
    if name in TYPED and sent.get("seen", "0") == "0":
        changed = {field: value for field, value in TYPED[name]().items() if field in form.typed}
        offered = chosen(form, client.get(form.action).content.decode())
        return changed | {
            field: offered[field] for field in ("round_type", "credential", "holding") if field in offered
        }
    if name == "assess":
        return dict.fromkeys(form.typed, "3")
    texts = ("text", "note", "happened", "headline", "what", "title", "company", "employer", "skip_reason", "answer")
    changed = {field: f"{sent.get(field, '')} A word more." for field in texts if field in form.typed}
    changed |= {
        field: f"{sent.get(field, '')} A word more." for field in form.typed if field.startswith(("notes_", "text_"))
    }
    addresses = {"url": "https://example.org/another"} if "url" in form.typed and "happened" not in form.typed else {}
    return changed | addresses


def acts(client, opened, world):
    """Each form of the site with each of its buttons, as (name, address, data).

    What stands in the frame of every page, and says which page it was pressed on, is the same act everywhere.
    """
    seen = set()
    for found in every_act(client, opened, world):
        name, where, data = found
        same = (
            name,
            where,
            repr({field: data[field] for field in data if field not in ("csrfmiddlewaretoken", "next")}),
        )
        if same not in seen:
            seen.add(same)
            yield found


def every_act(client, opened, world):
    for _, address, page in opened:
        for form in forms_of(page, address):
            if form.method != "post":
                continue
            for button in form.buttons or [("", "", "")]:
                where = button[2] or form.action
                name = resolve(where.partition("?")[0]).url_name
                data = form.data(button, **typed_over(client, form, name))
                yield name, where, data
                # Sent by a script while somebody types.
                if name == "mock_step":
                    yield "mock_draft", where.replace("/step/", "/draft/"), data
    draft = {"seen": 1, "text": "Half an answer"}
    yield "draft", reverse("interviews:draft", args=world[("question",)][0]), draft
    yield "asked_draft", reverse("interviews:asked_draft", args=world[("asked",)][0]), draft


def test_every_act_that_makes_more_is_refused_once_there_is_too_much(client, learner, world, opened, monkeypatch):
    refused, most, cookies = set(), ceilings.MOST_SAVED, client.cookies
    client.cookies = copy(cookies)
    for name, where, data in acts(client, opened, world):
        before = ceilings.kept_for(learner.pk)
        with transaction.atomic():
            client.post(where, data)
            more = grew(before, learner)
            transaction.set_rollback(True)
        # Whatever it did to the session, too, is undone.
        client.cookies = copy(cookies)
        if not more or name in BOUNDED:
            continue
        putting_away = name.startswith("bin_") or name == "restore"
        monkeypatch.setattr(ceilings, "MOST_SAVED", -ceilings.MOST_PUT_AWAY - 1 if putting_away else -1)
        with transaction.atomic():
            response = client.post(where, data)
            assert not grew(before, learner), f"{name} {where} goes on when there is too much."
            # What is saved while somebody types is answered in JSON.
            if name in ("draft", "asked_draft", "mock_draft"):
                assert (response.status_code, "for one person" in response.json()["errors"][0]) == (422, True), where
            else:
                assert response.status_code == 409, (name, where, response.status_code)
                assert "Nothing was saved" in response.content.decode()
                assert response["HX-Retarget"] == "#page"
            transaction.set_rollback(True)
        monkeypatch.setattr(ceilings, "MOST_SAVED", most)
        client.cookies = copy(cookies)
        refused.add(name)
    acts_of_all = {"answer", "rate", "draft", "mock_draft", "helper_links", "help", "mock_step", "mock_rate", "note"}
    acts_of_all |= {"add_piece", "edit_story", "bin_story", "assess", "add_link", "suggest", "review", "reviewer"}
    assert acts_of_all <= refused


def test_every_table_with_rows_of_a_learner_is_added_up_or_says_why_not(world):
    found = {model._meta.label for model in tables_that_lead_to_a_user()}
    counted = {model._meta.label for model in ceilings.learners_tables()}
    assert found == counted | set(ceilings.EXEMPT) | OF_CURATORS
    assert not counted & (set(ceilings.EXEMPT) | OF_CURATORS)


def test_rows_and_bytes_of_all_tables_are_added_up_and_only_those_of_one_learner(learner, stranger, world):
    rows, size = ceilings.kept_for(learner.pk)
    assert rows == sum(model._default_manager.filter(user=learner).count() for model in ceilings.learners_tables())
    assert ceilings.kept_for(stranger.pk) == (0, 0)
    for model, name, value in ((MilestoneProgress, "note", LONG), (MockNote, "text", LONG[:2000])):
        model.objects.filter(pk=model.objects.first().pk).update(**{name: value})
    Answer.objects.filter(pk=Answer.objects.first().pk).update(draft={"text": LONG})
    assert ceilings.kept_for(learner.pk)[1] - size > len(LONG)
