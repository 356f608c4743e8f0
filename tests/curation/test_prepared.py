"""Queries that are put together once say what the plain ones say, whoever asks, and refuse what cannot be kept."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, F, Q
from django.db.models.functions import TruncDate
from django.utils import timezone

from accounts.models import User
from curation.prepared import Fixed, Word, prepared
from evidence.models import Evidence
from tests.factories.accounts import make_user
from tests.factories.evidence import make_evidence

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 29)


def plain(user, day, order):
    rows = Evidence.objects.for_user(user).filter(on__gte=day)
    return rows.annotate(twice=F("pk") * 2).prefetch_related("skills").order_by(order)


def test_rows_are_those_of_the_plain_query_whoever_asks(learner, stranger):
    ask = prepared(plain)
    for user in (learner, stranger):
        for day in (1, 2, 3):
            make_evidence(user, on=TODAY + timedelta(days=day))
    for user in (learner, stranger, learner):
        for day in (TODAY, TODAY + timedelta(days=3)):
            for order in ("on", "-on"):
                wanted = list(plain(user, day, order))
                found = ask(user, day, order=order)
                assert [(row.pk, row.twice, row.user_id) for row in found] == [
                    (row.pk, row.twice, row.user_id) for row in wanted
                ]
                assert [list(row.skills.all()) for row in found] == [list(row.skills.all()) for row in wanted]
    assert len(ask(learner, TODAY, "on")) == 3


def test_it_is_put_together_once_and_asked_each_time(learner, stranger, django_assert_num_queries):
    built = []

    @prepared
    def ask(user):
        built.append(user.pk)
        return Evidence.objects.for_user(user).values_list("user_id")

    make_evidence(stranger)
    with django_assert_num_queries(3):
        assert (ask(learner), ask(stranger), ask(learner)) == ([], [(stranger.pk,)], [])
    # Two times, both of somebody who is not there.
    assert len(built) == 2
    assert not {learner.pk, stranger.pk} & set(built)


def test_what_is_no_value_makes_another_query(learner):
    @prepared
    def ask(user, only):
        return Evidence.objects.filter(Q(user=user.pk) if only else Q()).values_list("pk", flat=True)

    mine, other = make_evidence(learner).pk, make_evidence(make_user("other@example.org")).pk
    assert (set(ask(learner, True)), set(ask(learner, False))) == ({mine}, {mine, other})


def test_a_fixed_day_makes_a_query_of_its_own_with_all_that_is_worked_out_of_it(learner, stranger):
    @prepared
    def ask(user, today):
        return Evidence.objects.for_user(user).filter(on__gt=today.day - timedelta(days=2)).values_list("on", flat=True)

    for user in (learner, stranger):
        for days in (0, 1):
            make_evidence(user, on=TODAY - timedelta(days=days))
    make_evidence(stranger, on=TODAY)
    for today, mine, other in ((TODAY, 2, 3), (TODAY + timedelta(days=1), 1, 2), (TODAY, 2, 3)):
        assert (len(ask(learner, Fixed(today))), len(ask(stranger, Fixed(today)))) == (mine, other)
    # Of a day that is not fixed it would stay that of the first call.
    with pytest.raises(ValueError, match="worked out on the way"):
        prepared(lambda user: Evidence.objects.for_user(user).filter(on__gt=TODAY))(learner)


def test_days_are_those_of_the_zone_that_is_in_force(learner):
    @prepared
    def ask(user):
        return User.objects.filter(pk=user.pk).values_list(TruncDate("date_joined"), flat=True)

    User.objects.update(date_joined="2026-11-29T23:30:00Z")
    for zone, day in (("UTC", 29), ("Asia/Tokyo", 30), ("UTC", 29)):
        with timezone.override(zone):
            assert ask(learner) == [date(2026, 11, day)]


def test_who_is_nobody_is_asked_about_in_their_own_way(learner):
    @prepared
    def ask(user):
        return Evidence.objects.for_user(user) if user.is_authenticated else Evidence.objects.none()

    piece = make_evidence(learner)
    assert (ask(AnonymousUser()), ask(learner), ask(User(pk=0)), ask(AnonymousUser())) == ([], [piece], [], [])


def test_a_value_that_is_worked_out_on_the_way_is_refused(learner):
    ways = {
        "of an argument": lambda user, day: Evidence.objects.filter(user=user, on=day + timedelta(days=1)),
        "of the clock": lambda user, day: Evidence.objects.filter(user=user, on=timezone.localdate()),
        "into the query": lambda user, number: Evidence.objects.filter(user=user)[: number % 100],
    }
    for way, build in ways.items():
        with pytest.raises(ValueError, match="its query"):
            prepared(build)(learner, 12 if way == "into the query" else TODAY)
    # Of a person nothing but the key goes into a query.
    with pytest.raises(User.DoesNotExist):
        prepared(lambda user: User.objects.filter(time_zone=user.time_zone))(learner)


def test_groups_are_counted_as_ever(learner):
    ask = prepared(lambda user: Evidence.objects.filter(user=user).values_list("on").annotate(number=Count("pk")))
    for _ in range(2):
        make_evidence(learner, on=TODAY)
    assert ask(learner) == [(TODAY, 2)]


def test_a_word_goes_in_as_it_is(learner, django_assert_num_queries):
    built = []

    @prepared
    def ask(user, word):
        built.append(word)
        return Evidence.objects.filter(user=user, happened=word).values_list("happened", flat=True)

    for word in ("One", "Two's"):
        make_evidence(learner, happened=word)
    with django_assert_num_queries(3):
        assert [ask(learner, Word(word)) for word in ("One", "Two's", "Three")] == [["One"], ["Two's"], []]
    assert len(built) == 2
