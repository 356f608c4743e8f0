from django.urls import path

from evidence.views import bin, public

app_name = "evidence"

urlpatterns = [
    path("skills/", public.skills, name="skills"),
    path("skills/<slug:skill>/", public.skill, name="skill"),
    path("credentials/", public.credentials, name="credentials"),
    path("credentials/<slug:credential>/", public.credential, name="credential"),
    path("evidence/bin/", bin.bin_page, name="bin"),
    path("evidence/bin/<slug:subject>/<int:row>/restore/", bin.restore, name="restore"),
    path("evidence/undo/<int:event>/", bin.undo, name="undo"),
]
