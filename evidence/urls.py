from django.urls import path

from evidence.catalog import views as public
from evidence.ledger.views import ledger, pack
from evidence.ledger.views.will_it_count import will_it_count
from evidence.records.views import background, pieces, positions, projects, recoveries, skills

app_name = "evidence"

urlpatterns = [
    path("skills/", public.skills, name="skills"),
    path("skills/<slug:skill>/", public.skill, name="skill"),
    path("credentials/", public.credentials, name="credentials"),
    path("credentials/<slug:credential>/", public.credential, name="credential"),
    path("evidence/projects/", projects.projects, name="projects"),
    path("evidence/projects/<int:project>/", projects.project, name="project"),
    *projects.PROJECTS.paths("evidence/projects/", with_list=False),
    path("evidence/jobs/", positions.positions, name="positions"),
    *positions.POSITIONS.paths("evidence/jobs/", with_list=False),
    path("evidence/", pieces.pieces, name="pieces"),
    path("evidence/<int:piece>/", pieces.piece, name="piece"),
    *pieces.PIECES.paths("evidence/", with_list=False),
    path("evidence/background/", background.background, name="background"),
    path("evidence/background/add/<slug:kind>/", background.add, name="add_background"),
    path("evidence/background/<slug:kind>/<int:row>/edit/", background.edit, name="edit_background"),
    path("evidence/background/<slug:kind>/<int:row>/bin/", background.put_in_bin, name="bin_background"),
    path("evidence/skills/", skills.my_skills, name="my_skills"),
    path("evidence/skills/assess/", skills.assess, name="assess"),
    path("evidence/skills/<slug:skill>/rate/", skills.rate, name="rate"),
    path("evidence/credentials/", ledger.overview, name="ledger"),
    path("evidence/credentials/will-it-count/", will_it_count, name="will_it_count"),
    path("evidence/credentials/rules/<int:version>/read/", ledger.read_rule, name="read_rule"),
    path("evidence/credentials/<slug:credential>/", ledger.credential, name="ledger_credential"),
    path("evidence/credentials/<slug:credential>/pack/", pack.pack, name="pack"),
    path("evidence/credentials/<slug:credential>/pack.md", pack.download, name="pack_markdown"),
    path("evidence/recoveries/<int:recovery>/settle/", recoveries.settle, name="settle"),
]
