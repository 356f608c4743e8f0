"""The statements that make up learners, a few for each table: the database makes the rows itself. Pure."""

from dataclasses import dataclass

from tpm_portal.filling.busyness import COUNTS, KINDS, most

# Whose password nobody knows: such accounts are signed into by tests and benches alone.
NO_PASSWORD = "!filled"  # noqa: S105 (no password has this hash)

_DAYS = [kind.days for kind in KINDS]
_COLUMNS = ", ".join(f"(ARRAY{[getattr(kind, name) for kind in KINDS]})[kind] AS {name}" for name in COUNTS)

_ADDRESS = "'learner' || lpad(n::text, 7, '0') || '@example.org'"


@dataclass(frozen=True)
class Insert:
    """Rows of a table: what each column is, by name, and from where. Columns that are left out have their defaults."""

    table: str
    columns: dict[str, str]
    source: str


PEOPLE = Insert(
    "accounts_user",
    {
        **{"password": f"'{NO_PASSWORD}'", "is_superuser": "false", "is_staff": "false", "is_active": "true"},
        **{"date_joined": "until - interval '1 day' * (1 + n % 300)", "email": _ADDRESS, "name": "'Learner ' || n"},
        "time_zone": ("(ARRAY['America/New_York','America/Phoenix','Europe/London','Asia/Kolkata','UTC'])[1 + n % 5]"),
        "theme": "'system'",
    },
    "FROM fill_number ORDER BY n",
)
ADDRESSES = Insert(
    "account_emailaddress",
    {"user_id": "user_id", "email": _ADDRESS, "verified": "true", "primary": "true"},
    "FROM fill_learner",
)
# ``fill_number``: who is missing. %(until)s is the last day.
NUMBERS = """
    CREATE TEMPORARY TABLE fill_number AS
    SELECT n, %(until)s::timestamptz AS until FROM generate_series(%(first)s::int, %(last)s::int) AS n
    """
# ``fill_learner``: who is made up in this run, by number, with how many rows of each table. %(kinds)s says the place of
# the kind for each hundredth. A learner is here for as long as their kind is, give or take a third.
PREPARE = (
    f"""
    CREATE TEMPORARY TABLE fill_learner AS
    SELECT *, %(until)s::date AS until, %(until)s::date - span AS joined, {_COLUMNS}
    FROM (
        SELECT n, u.id AS user_id, kind, (ARRAY{_DAYS})[kind] * (67 + h %% 67) / 100 AS span, h
        FROM fill_number
        JOIN accounts_user u ON u.email = {_ADDRESS}
        CROSS JOIN LATERAL (SELECT abs(hashint4(n)) AS h) AS drawn
        CROSS JOIN LATERAL (SELECT (%(kinds)s::int[])[1 + h %% 100] AS kind) AS of_kind
    ) AS learner
    ORDER BY n
    """,  # noqa: S608 (ours)
    # What is drawn from: the keys of the content, in one row.
    """
    CREATE TEMPORARY TABLE fill_content AS
    SELECT %(milestones)s::bigint[] AS milestones, %(questions)s::bigint[] AS questions,
        %(rounds)s::bigint[] AS rounds, %(skills)s::bigint[] AS skills
    """,
    "ANALYZE fill_learner, fill_content",
)


def each(count: str) -> str:
    """From where: ``g`` runs over the rows of each learner, all first rows first, as people come and write by turns."""
    learners = f"SELECT * FROM fill_learner WHERE {count} >= g OFFSET 0"  # noqa: S608 (ours)
    return (
        f"FROM generate_series(1, {most(count)}) AS g CROSS JOIN LATERAL ({learners}) AS l CROSS JOIN fill_content AS c"
    )


def token(name: str) -> str:
    """The token of a row, the same in each run."""
    return f"md5('{name} ' || l.n || ' ' || g)::uuid"


def at(count: str) -> str:
    """When the row was made: one after the other over the learner's days."""
    return f"({on(count)} + time '08:00' + (l.h + g) % 700 * interval '1 minute') AT TIME ZONE 'UTC'"


def on(count: str) -> str:
    return f"(l.joined + g * l.span / (l.{count} + 1))"


def insert(table: str, count: str, columns: dict[str, str], joins: str = "") -> Insert:
    return Insert(table, columns, f"{each(count)} {joins}")


def own(name: str, count: str) -> dict[str, str]:
    """What every own row has."""
    return {"user_id": "l.user_id", "token": token(name), "edition": "1", "created_at": at(count)}


def told(subject: str, name: str, count: str, after: str, act: str = "added", version: str = "NULL::int") -> Insert:
    """The event of each row."""
    columns = {
        **{"user_id": "l.user_id", "subject": f"'{subject}'", "token": token(name), "act": f"'{act}'"},
        **{"at": at(count), "before": "'{}'::jsonb", "after": after, "version": version},
    }
    return insert("keeping_event", count, columns)


def of_row(table: str, name: str, alias: str, number: str) -> str:
    """A join to another made-up row of the same learner."""
    return (
        f"JOIN {table} {alias} ON {alias}.user_id = l.user_id AND"
        f" {alias}.token = md5('{name} ' || l.n || ' ' || ({number}))::uuid"
    )
