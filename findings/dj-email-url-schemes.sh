#!/usr/bin/env bash
# Package:  dj-email-url 1.0.6 (what environs 15.2.0 reads an EMAIL_URL with)
# Behavior: a scheme it does not know, such as smtp+tls or smtp+ssl, raises nothing: the answer has host and port, TLS and
#           SSL off, and no EMAIL_BACKEND, so that settings that read that key fail at the start and settings that do not
#           send mail in the clear. `smtps`, elsewhere the name of SMTP inside TLS on port 465, switches STARTTLS on and
#           SSL off, with which a server on that port is never understood. TLS is asked for by submission:// or ?tls=True,
#           SSL only by ?ssl=True.
# Seen:     2026-11-29, the lines below `expected`.
set -euo pipefail
here="$(mktemp -d /tmp/finding.XXXXXX)"
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet --disable-pip-version-check dj-email-url==1.0.6
"$here/venv/bin/python" -W ignore - > "$here/seen" <<'PYTHON'
import dj_email_url

for address in (
    "smtp+tls://user:word@mail.example.org:587",
    "smtp+ssl://user:word@mail.example.org:465",
    "smtps://user:word@mail.example.org:465",
    "submission://user:word@mail.example.org:587",
    "smtp://user:word@mail.example.org:465?ssl=True",
):
    read = dj_email_url.parse(address)
    backend = read.get("EMAIL_BACKEND", "none").rpartition(".")[2]
    print(address.partition(":")[0], "tls", read["EMAIL_USE_TLS"], "ssl", read["EMAIL_USE_SSL"], backend)
PYTHON
cat > "$here/expected" <<'TEXT'
smtp+tls tls False ssl False none
smtp+ssl tls False ssl False none
smtps tls True ssl False EmailBackend
submission tls True ssl False EmailBackend
smtp tls False ssl True EmailBackend
TEXT
cat "$here/seen"
diff "$here/expected" "$here/seen"
