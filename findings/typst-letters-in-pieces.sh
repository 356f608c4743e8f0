#!/usr/bin/env bash
# Package:  typst 0.15.2 with fontpkg-noto-sans 2.15 and fontpkg-noto-sans-arabic 2.12, read by pypdf 7.1.1
# Behavior: some fonts take a letter apart into a base and its mark (feature ccmp): ị in Noto Sans, every dotted letter in
#           Noto Sans Arabic. In the PDF each piece is then said to be the whole letter. One "Thị" in a heading, and pypdf
#           reads every later i of the same font as ị: "Experịence". Arabic letters come doubled. It looks right in print,
#           and passes as PDF/UA-1. With the feature off each letter is one glyph and is read as typed; but Noto Sans Arabic
#           then no longer joins its dotted letters, so that Arabic needs another font.
# Seen:     2026-11-30, the lines below `expected`.
set -euo pipefail
here="$(mktemp -d /tmp/finding.XXXXXX)"
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet --disable-pip-version-check \
  typst==0.15.2 fontpkg-noto-sans==2.15 fontpkg-noto-sans-arabic==2.12 pypdf==7.1.1
"$here/venv/bin/python" -W ignore - > "$here/seen" <<'PYTHON'
import io
from importlib.util import find_spec
from pathlib import Path

import typst
from pypdf import PdfReader

folders = [str(Path(find_spec(name).origin).parent) for name in ("fontpkg_noto_sans", "fontpkg_noto_sans_arabic")]
fonts = typst.Fonts(include_system_fonts=False, font_paths=folders)
for features in ("(:)", "(ccmp: 0)"):
    source = f"""
#set document(title: "x")
#set text(font: ("Noto Sans", "Noto Sans Arabic"), features: {features})
= Thị in office, Experience
#text(dir: rtl)[بنت]
"""
    pdf = typst.compile(source.encode(), format="pdf", font_paths=fonts, pdf_standards=["ua-1"])
    for line in PdfReader(io.BytesIO(pdf)).pages[0].extract_text().splitlines():
        print(features, line.strip())
PYTHON
cat > "$here/expected" <<'TEXT'
(:) Thị ị ịn office, Experịence
(:) تتننبب
(ccmp: 0) Thị in office, Experience
(ccmp: 0) بنت
TEXT
cat "$here/seen"
diff "$here/expected" "$here/seen"
