#!/usr/bin/env bash
# Package:  django-cache-url 3.4.6 (what environs 15.2.0 reads a CACHE_URL with)
# Behavior: the user name of a Redis address is dropped and its password kept. A server with access lists (Redis 6 and
#           newer) is then asked to let in the default user with somebody else's password. Nothing is said until the first
#           command fails. What follows the question mark arrives as text, a timeout of 5 as '5'.
# Seen:     2026-11-29, the lines below `expected`.
set -euo pipefail
here="$(mktemp -d /tmp/finding.XXXXXX)"
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet --disable-pip-version-check django-cache-url==3.4.6
"$here/venv/bin/python" - > "$here/seen" <<'PYTHON'
import django_cache_url

for address in ("redis://ann:word@cache.example.org:6379/0", "rediss://ann:word@cache.example.org:6379/1?timeout=5"):
    read = django_cache_url.parse(address)
    print(read["LOCATION"], repr(read.get("TIMEOUT")))
PYTHON
cat > "$here/expected" <<'TEXT'
redis://:word@cache.example.org:6379/0 None
rediss://:word@cache.example.org:6379/1 '5'
TEXT
cat "$here/seen"
diff "$here/expected" "$here/seen"
