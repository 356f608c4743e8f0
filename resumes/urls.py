from django.urls import path

from resumes.base import views as base
from resumes.bringing import views as bringing
from resumes.making.views import files, reading, resumes, revisions, sent
from resumes.review.views import review, reviewer

app_name = "resumes"

urlpatterns = [
    path("", resumes.resumes, name="resumes"),
    path("bullets/", base.bullets, name="bullets"),
    *base.BULLETS.paths("bullets/", with_list=False),
    path("contact/", base.contact, name="contact"),
    *base.MENTIONS.paths("lines/"),
    path("bring/", bringing.bring, name="bring"),
    path("bring/keep/", bringing.keep, name="keep_brought"),
    path("sent/", sent.sent, name="sent"),
    path("sent/<int:copy>/", sent.sent_copy, name="sent_copy"),
    path("sent/<int:copy>/bin/", sent.bin_sent, name="bin_sent"),
    path("sent/<int:copy>/resume.<slug:ending>", sent.sent_file, name="sent_file"),
    path("<int:resume>/", resumes.resume, name="resume"),
    *resumes.RESUMES.paths("", with_list=False),
    path("<int:resume>/act/", resumes.act, name="act"),
    path("<int:resume>/word/", resumes.word, name="word"),
    path("<int:resume>/dismiss/", resumes.dismiss, name="dismiss"),
    path("<int:resume>/preview/", resumes.preview, name="preview"),
    path("<int:resume>/resume.<slug:ending>", files.file, name="file"),
    path("<int:resume>/read/", reading.read, name="read"),
    path("<int:resume>/send/", sent.send, name="send"),
    path("<int:resume>/revisions/", revisions.revisions, name="revisions"),
    path("<int:resume>/revisions/<int:number>/", revisions.revision, name="revision"),
    path("<int:resume>/revisions/<int:number>/restore/", revisions.restore, name="restore_revision"),
    path("<int:resume>/review/", review.review, name="review"),
    path("<int:resume>/review/links/<int:link>/withdraw/", review.withdraw_link, name="withdraw_review_link"),
    path("<int:resume>/review/<int:comment>/bin/", review.bin_comment, name="bin_comment"),
    path("<int:resume>/review/<int:comment>/<slug:act>/", review.decide, name="decide"),
    path("review/<str:secret>/", reviewer.reviewer, name="reviewer"),
]
