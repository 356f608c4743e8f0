"""Users and groups at the desk: they keep to what every other desk keeps to."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin
from django.contrib.auth.models import Group

from accounts.admin import ForSuperusers, UserAdmin
from accounts.models import User
from curation.desk import ACCOUNTS, Desk

admin.site.unregister((User, Group))


@admin.register(User)
class UserDesk(Desk, UserAdmin):
    group, place_in_group = ACCOUNTS, 1
    about = "Who may sign in, and nothing of what they track"


@admin.register(Group)
class GroupDesk(ForSuperusers, Desk, GroupAdmin):
    group, place_in_group = ACCOUNTS, 2
    about = "What several people of the staff may do"
