from django.urls import path

from interviews.bank import views as bank
from interviews.brief import views as brief
from interviews.dates import views as dates
from interviews.mock.views import helping, mock
from interviews.mock.views import report as mock_report
from interviews.practice.views import answers, asked, practice, trends
from interviews.stories.views import stories, tellings

app_name = "interviews"

# Fixed words come first; a question's slug is never one of them (``interviews.bank.models.questions.FIXED_WORDS``).
urlpatterns = [
    path("", bank.bank, name="bank"),
    path("surprise/", bank.surprise, name="surprise"),
    # Practice
    path("practice/", practice.practice, name="practice"),
    path("practice/settings/", practice.settings, name="settings"),
    path("practice/trends/", trends.trends, name="trends"),
    # Questions of one's own
    path("mine/", asked.asked_list, name="asked_list"),
    path("mine/<int:asked>/", asked.asked, name="asked"),
    *asked.ASKED.paths("mine/", with_list=False),
    path("mine/<int:asked>/suggest/", asked.suggest, name="suggest"),
    path("mine/<int:asked>/answer/", answers.answer, name="asked_answer"),
    path("mine/<int:asked>/draft/", answers.asked_draft, name="asked_draft"),
    path("mine/<int:asked>/rate/", answers.asked_rate, name="asked_rate"),
    # Interview dates
    path("dates/", dates.interviews, name="interviews"),
    path("dates/<int:interview>/", brief.interview, name="interview"),
    *dates.INTERVIEWS.paths("dates/", with_list=False),
    path("dates/<int:interview>/brief/", brief.brief, name="brief"),
    # Mock interviews
    path("mock/", mock.mocks, name="mocks"),
    path("mock/<int:mock>/", mock.mock, name="mock"),
    path("mock/<int:mock>/begin/", mock.begin, name="mock_begin"),
    path("mock/<int:mock>/step/", mock.step, name="mock_step"),
    path("mock/<int:mock>/draft/", mock.draft, name="mock_draft"),
    path("mock/<int:mock>/leave/", mock.leave, name="mock_leave"),
    path("mock/<int:mock>/end/", mock.end, name="mock_end"),
    path("mock/<int:mock>/bin/", mock.bin_mock, name="bin_mock"),
    path("mock/<int:mock>/report/", mock_report.report, name="mock_report"),
    path("mock/<int:mock>/rate/<int:place>/", mock_report.rate, name="mock_rate"),
    # Somebody who helps with a mock interview
    path("mock/<int:mock>/help/", mock.ask_for_help, name="mock_help"),
    path("mock/<int:mock>/links/", helping.helper_links, name="helper_links"),
    path("mock/<int:mock>/links/<int:link>/withdraw/", helping.withdraw_link, name="withdraw_helper_link"),
    path("help/<str:secret>/", helping.help_page, name="help"),
    path("help/<str:secret>/where/", helping.help_where, name="help_where"),
    # Where pages that are still open send what is to be deleted.
    path("mine/<int:asked>/delete/", asked.ASKED.bin),
    path("dates/<int:interview>/delete/", dates.INTERVIEWS.bin),
    path("mock/<int:mock>/delete/", mock.bin_mock),
    # Stories
    path("stories/", stories.stories, name="stories"),
    path("stories/add/", stories.add_story, name="add_story"),
    path("stories/coverage/", stories.coverage, name="coverage"),
    path("stories/told/", tellings.told, name="told"),
    path("stories/<int:story>/", stories.story, name="story"),
    path("stories/<int:story>/edit/", stories.edit_story, name="edit_story"),
    path("stories/<int:story>/bin/", stories.bin_story, name="bin_story"),
    path("stories/<int:story>/told/", tellings.add_telling, name="add_telling"),
    path("stories/<int:story>/told/<int:telling>/", tellings.edit_telling, name="edit_telling"),
    path("stories/<int:story>/told/<int:telling>/bin/", tellings.bin_telling, name="bin_telling"),
    # One question, and what a learner does with it. Last, because any word fits it.
    path("<slug:question>/", bank.question, name="question"),
    path("<slug:question>/answer/", answers.answer, name="answer"),
    path("<slug:question>/draft/", answers.draft, name="draft"),
    path("<slug:question>/rate/", answers.rate, name="rate"),
    path("<slug:question>/favorite/", bank.favorite, name="favorite"),
    path("<slug:question>/favorite/remove/", bank.unfavorite, name="unfavorite"),
]
