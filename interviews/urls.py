from django.urls import path

from interviews.views import answers, bank

app_name = "interviews"

# Fixed words come first; a question's slug is never one of them (``interviews.models.bank.FIXED_WORDS``).
urlpatterns = [
    path("", bank.bank, name="bank"),
    # Practice
    # Questions of one's own
    # Interview dates
    # Mock interviews
    # Stories
    # One question, and what a learner does with it. Last, because any word fits it.
    path("<slug:question>/", bank.question, name="question"),
    path("<slug:question>/answer/", answers.answer, name="answer"),
    path("<slug:question>/draft/", answers.draft, name="draft"),
]
