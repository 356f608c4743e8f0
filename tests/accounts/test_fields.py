"""Form fields for what learners write."""

from django import forms

from accounts.fields import PlainSelect, PlainTextField


class Form(forms.Form):
    plain = forms.ChoiceField(
        choices=[("", "Any"), (1, "<b>"), ("b&c", "Two")], widget=PlainSelect(attrs={"class": "x"})
    )
    usual = forms.ChoiceField(
        choices=[("", "Any"), (1, "<b>"), ("b&c", "Two")], widget=forms.Select(attrs={"class": "x"})
    )
    text = PlainTextField(max_length=3)


def html(form, name):
    """The attributes of the select in any order, and its options to the letter."""
    flat = "".join(line.strip() for line in str(form[name]).splitlines()).replace(name, "name")
    head, _, options = flat.partition(">")
    return sorted(head.split()), options


def test_a_plain_select_writes_what_the_usual_one_does():
    for value in ("", "1", "b&c", "nothing"):
        form = Form(initial={"plain": value, "usual": value}, use_required_attribute=False)
        assert html(form, "plain") == html(form, "usual")
    assert html(Form(), "plain")[1].count(" selected") == 1


def test_a_text_is_judged_here_and_not_cut_off_by_the_browser():
    assert "maxlength" not in str(Form()["text"])
    assert Form({"text": "abcd"}).errors["text"] == ["Ensure this value has at most 3 characters (it has 4)."]
    form = Form({"text": "a\r\nb\r\n"})
    assert "text" not in form.errors
    assert form.cleaned_data["text"] == "a\nb"
