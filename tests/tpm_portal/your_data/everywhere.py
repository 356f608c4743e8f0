"""Looks for somebody in all that a database holds: every column of every table."""

from django.contrib.sessions.models import Session
from django.db import connection

COLUMNS = """
    SELECT table_name, column_name, data_type FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name IN
        (SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE')
    ORDER BY 1, 2
"""
KEYS = """
    SELECT c.conrelid::regclass::text, a.attname FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = 'accounts_user'::regclass ORDER BY 1, 2
"""


IN_TEXT = 'SELECT EXISTS (SELECT FROM "{}" WHERE "{}"::text ILIKE %s)'
IN_BYTES = 'SELECT EXISTS (SELECT FROM "{}" WHERE position(%s IN "{}") > 0)'
POINTS = 'SELECT EXISTS (SELECT FROM {} WHERE "{}" = %s)'


def holding(words):
    """The columns in which one of the ``words`` stands, also within JSON and within bytes, as (table, column)."""
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS)
        columns = cursor.fetchall()
        return {
            (table, column)
            for table, column, kind in columns
            for word in words
            if _is_in(cursor, table, column, word.encode() if kind == "bytea" else f"%{word}%")
        }


def _is_in(cursor, table, column, word):
    cursor.execute((IN_BYTES if isinstance(word, bytes) else IN_TEXT).format(table, column), [word])
    return cursor.fetchone()[0]


def pointing_to(pk):
    """The columns of all tables whose foreign key is that of the user, as (table, column); their sessions with them."""
    found = set()
    with connection.cursor() as cursor:
        cursor.execute(KEYS)
        for table, column in cursor.fetchall():
            cursor.execute(POINTS.format(table, column), [pk])
            if cursor.fetchone()[0]:
                found.add((table, column))
    if any(one.get_decoded().get("_auth_user_id") == str(pk) for one in Session.objects.all()):
        found.add(("django_session", "session_data"))
    return found
