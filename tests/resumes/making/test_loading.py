"""A resume loaded for a file alone says the same as the one loaded for its page."""

from datetime import date

import pytest

from evidence.models import Grip
from evidence.records import rating
from resumes.making.deriving import Change
from resumes.making.loading import compose_resume
from resumes.making.models import Resume
from resumes.making.opening import TO_PRINT
from tests.factories import NOW
from tests.factories.evidence import make_education, make_evidence, make_project, make_skill
from tests.factories.resumes import make_annex, make_bullet, make_line, make_mention, make_resume

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize("instead", [None, {"text:summary": Change(wording="What is typed")}])
def test_what_is_loaded_to_print_says_the_same(learner, position, resume, keys, instead):
    shown, said = make_skill(), make_skill()
    piece = make_evidence(learner, skills=[shown.slug], amount="40", unit="%")
    rating.rate(user=learner, skill=said, values={"now": Grip.ALONE, "wanted": None}, at=NOW)
    make_bullet(learner, position=position, evidence=[piece])
    make_project(learner), make_education(learner), make_mention(learner)
    make_annex(learner, of=position, said={"extra": {"color": "blue"}})
    make_line(resume, f"skill:{said.slug}", shown=True)
    tailored = make_resume(learner, base=resume, posting="Wanted: somebody who knows it all")
    make_line(tailored, keys[1], wording="Led four teams")
    (row,) = TO_PRINT.ask(learner, tailored.pk)
    whole, printed = (
        compose_resume(one, today=TODAY, instead=instead, to_print=to_print)
        for one, to_print in ((Resume.objects.with_layers().get(pk=tailored.pk), False), (row, True))
    )
    assert printed.content() == whole.content()
    assert {shown.name, said.name} <= {entry.title for part in printed.content().sections for entry in part.entries}
    assert (len(whole.recorded.terms), printed.recorded.terms) == (2, {})
    assert [bool(one.proof) for one in printed.recorded.sentences] == [False] * 4
