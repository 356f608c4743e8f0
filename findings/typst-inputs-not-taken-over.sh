#!/usr/bin/env bash
# Package:  typst 0.15.2
# Behavior: what one compile laid out is taken over by the next in the same process, also with a new Compiler, where
#           nothing that it depends on has changed. A value in `sys_inputs` is a part of the library that every piece of
#           the document depends on: if it differs from the last time, all is laid out again, even when no line reads
#           it. The same value in a file beside the source (Compiler({"main": ..., "word": ...}), read by `read`) lets
#           all the other paragraphs be taken over.
# Seen:     2026-12-01, the lines below `expected`; the times themselves were some 2.5 to 1.
set -euo pipefail
here="$(mktemp -d /tmp/finding.XXXXXX)"
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet --disable-pip-version-check typst==0.15.2
"$here/venv/bin/python" -W ignore - "$here" > "$here/seen" <<'PYTHON'
import statistics
import sys
import time

import typst

fonts = typst.Fonts(include_system_fonts=False)
paragraphs = "\n\n".join(f"Number {n}. " + "Some words that stay as they are, time after time. " * 6 for n in range(120))


def seconds(said, inputs, word):
    files = {"main": f"{said}\n\n{paragraphs}".encode()} | ({"word": word.encode()} if not inputs else {})
    compiler = typst.Compiler(
        files, root=sys.argv[1], font_paths=fonts, sys_inputs={"word": word} if inputs else {}
    )
    began = time.process_time()
    compiler.compile(format="pdf")
    return time.process_time() - began


ways = {
    "a file that differs": lambda turn: seconds('#read("/word")', False, f"Word{turn}"),
    "an input that differs": lambda turn: seconds("#sys.inputs.word", True, f"Word{turn}"),
    "an input that differs and is not read": lambda turn: seconds("Word", True, f"Word{turn}"),
    "an input that stays": lambda turn: seconds("#sys.inputs.word", True, "Word"),
}
taken = {way: [] for way in ways}
for turn in range(40):
    for way, compiled in ways.items():
        taken[way].append(compiled(turn))
middle = {way: statistics.median(times[5:]) for way, times in taken.items()}
for way, time_ in middle.items():
    print(f"{way}: {time_ * 1000:.1f} ms", file=sys.stderr)
    longer = time_ > 1.5 * middle["a file that differs"]
    print(f"{way}: {'all is laid out again' if longer else 'the rest is taken over'}")
PYTHON
cat > "$here/expected" <<'TEXT'
a file that differs: the rest is taken over
an input that differs: all is laid out again
an input that differs and is not read: all is laid out again
an input that stays: the rest is taken over
TEXT
cat "$here/seen"
diff "$here/expected" "$here/seen"
