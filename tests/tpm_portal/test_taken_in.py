"""What was typed into the form of a new row, opened again and saved as it stands: it stays as it was taken in."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence.models import Evidence
from interviews.models import Interview, Story
from tests.factories.interviews import make_round
from tests.forms import forms_of

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t\r &<'"), max_size=40)
NUMBERS = st.decimals("-99999.99", "99999.99", places=2, allow_nan=False)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(WORDS, min_size=4, max_size=4), number=NUMBERS, day=st.dates(date(1950, 1, 1), date(2026, 1, 1)))
@pytest.mark.parametrize(
    ("add", "model", "several", "one"),
    [
        ("evidence:add_piece", Evidence, ("happened", "did", "result", "do_not_claim"), "unit"),
        ("interviews:add_story", Story, ("situation", "task", "reflection", "in_30"), "headline"),
        ("interviews:add_interview", Interview, ("note",), "company"),
    ],
)
def test_what_was_taken_in_comes_back_as_it_was(learning, learner, add, model, several, one, texts, number, day):
    kind = make_round()
    (form,) = [form for form in forms_of(learning.get(reverse(add)), reverse(add)) if "token" in dict(form.fields)]
    typed = {name: f"x{value}" for name, value in zip(several, texts, strict=False)}
    typed |= {one: f"x{texts[0]}".replace("\n", "").replace("\r", "")[:40]}
    typed |= {"amount": number, "round_type": kind.pk, "minutes_per_day": 30}
    typed |= {"on": timezone.localdate() if model is Interview else day, "happened_on": day}
    sent = form.data(form.buttons[-1], **{name: value for name, value in typed.items() if name in form.typed})
    token = dict(form.fields)["token"]
    response = learning.post(form.action, sent)
    assert response.status_code == 302, response.context["form"].errors
    row = model.objects.get(token=token)
    (edit,) = [form for form in forms_of(learning.get(f"{row.get_absolute_url()}edit/")) if "seen" in dict(form.fields)]
    document = row.document()
    response = learning.post(f"{row.get_absolute_url()}edit/", edit.data(edit.buttons[-1]), follow=True)
    row.refresh_from_db()
    assert (row.document(), row.edition) == (document, 1)
    assert "Nothing had changed." in response.content.decode()
