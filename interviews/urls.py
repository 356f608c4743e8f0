from django.urls import path

from interviews.views import answers, bank, stories, tellings

app_name = "interviews"

# Fixed words come first; a question's slug is never one of them (``interviews.models.bank.FIXED_WORDS``).
urlpatterns = [
    path("", bank.bank, name="bank"),
    # Practice
    # Questions of one's own
    # Interview dates
    # Mock interviews
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
]
