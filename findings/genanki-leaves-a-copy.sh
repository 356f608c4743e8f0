#!/usr/bin/env bash
# Package:  genanki 0.13.1 (writes decks that Anki opens)
# Behavior: each package that is written leaves the whole collection, with every word of every card, as a file without an
#           ending in the temporary folder: one more each time, also where the package itself goes to memory and never to
#           the disk. A server that makes decks for many people fills up with their answers. Writing the collection with
#           `write_to_db` into a database in memory, and packing that, leaves nothing.
# Seen:     2026-12-01, the lines below `expected`.
set -euo pipefail
here="$(mktemp -d /tmp/finding.XXXXXX)"
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet --disable-pip-version-check genanki==0.13.1
mkdir "$here/temporary"
TMPDIR="$here/temporary" "$here/venv/bin/python" - > "$here/seen" <<'PYTHON'
import itertools, sqlite3, tempfile
from io import BytesIO
from pathlib import Path

import genanki

deck = genanki.Deck(1, "Interviews")
deck.add_note(genanki.Note(model=genanki.BASIC_MODEL, fields=["Why us?", "An answer in confidence"]))
folder = Path(tempfile.gettempdir())
for number in (1, 2):
    genanki.Package(deck).write_to_file(BytesIO())
    left = list(folder.iterdir())
    print(f"packages: {number}, files left: {len(left)}")
print("the answer is in all of them:", all(b"An answer in confidence" in file.read_bytes() for file in left))
in_memory = sqlite3.connect(":memory:")
genanki.Package(deck).write_to_db(in_memory.cursor(), 1.0, itertools.count(1))
print("files left after one in memory:", len(list(folder.iterdir())) - len(left))
PYTHON
cat > "$here/expected" <<'TEXT'
packages: 1, files left: 1
packages: 2, files left: 2
the answer is in all of them: True
files left after one in memory: 0
TEXT
cat "$here/seen"
diff "$here/expected" "$here/seen"
