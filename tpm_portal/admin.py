"""Users and groups at the desk: they keep to what every other desk keeps to."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin
from django.contrib.auth.models import Group

from accounts.admin import ForSuperusers, UserAdmin
from accounts.models import User
from curation.desk import Desk

admin.site.unregister((User, Group))


@admin.register(User)
class UserDesk(Desk, UserAdmin):
    pass


@admin.register(Group)
class GroupDesk(ForSuperusers, Desk, GroupAdmin):
    pass
