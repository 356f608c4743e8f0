from django.urls import path

from keeping import views

app_name = "keeping"

urlpatterns = [
    path("bin/", views.bin_page, name="bin"),
    path("bin/<int:deletion>/restore/", views.restore, name="restore"),
    path("undo/<int:event>/", views.undo, name="undo"),
    # As they were. Pages with these addresses may still be open.
    path("evidence/bin/", views.moved, name="bin_then"),
    path("evidence/bin/<slug:subject>/<int:row>/restore/", views.restore_row, name="restore_then"),
    path("evidence/undo/<int:event>/", views.undo, name="undo_then"),
]
