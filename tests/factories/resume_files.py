"""Small PDF and Word files, made by hand so that they say exactly what a test is about."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{}"/>'
    "</Relationships>"
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/{}" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def make_pdf(*pages, picture=False):
    """A PDF with the lines of each page in Helvetica, or with one picture on it."""
    objects = {3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"}
    objects[4] = (
        b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>\n"
        b"stream\n\0\nendstream"
    )
    kids = []
    for number, lines in enumerate(pages):
        place = 5 + 2 * number
        said = b"".join(
            b"(%s) Tj T* " % line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            for line in lines
        )
        stream = b"q 99 0 0 99 9 9 cm /I Do Q" if picture else b"BT /F 10 Tf 14 TL 50 780 Td %sET" % said
        resources = b"<</XObject<</I 4 0 R>>>>" if picture else b"<</Font<</F 3 0 R>>>>"
        kids.append(b"%d 0 R" % place)
        objects[place] = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources %s>>" % (
            place + 1,
            resources,
        )
        objects[place + 1] = b"<</Length %d>>\nstream\n%s\nendstream" % (len(stream), stream)
    objects[1] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[2] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    file = b"%PDF-1.7\n"
    places = {}
    for number in sorted(objects):
        places[number] = len(file)
        file += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    table = b"".join(b"%010d 00000 n \n" % places[number] for number in sorted(objects))
    file += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return file + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, file.rindex(b"xref"))


def make_docx(body, *, parts=None, main="word/document.xml", relations=RELATIONS):
    """A Word document with this XML in its body, and other parts by name."""
    document = f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>"
    return make_zip(
        {"[Content_Types].xml": TYPES.format(main), "_rels/.rels": relations.format(main), main: document}
        | (parts or {})
    )


def make_zip(parts):
    """A packed file with these parts."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        for name, said in parts.items():
            packed.writestr(name, said)
    return file.getvalue()


def paragraph(text, properties=""):
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
