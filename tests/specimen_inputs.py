"""Files of every kind that may hold reports, made by hand, so that each test says what is in its own."""

from __future__ import annotations

import io
import tarfile
import zipfile

CONTENT_TYPES = b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def pdf_of(*pages, about="", extra="", catalog="", form=None):
    """A PDF with these pages, each a list of lines; `about` is put into its data, `extra` into each page's commands."""
    objects = [f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(), b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        shown = "".join(f"({line.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj 0 -14 Td " for line in lines)
        commands = f"BT /F1 11 Tf 60 780 Td {shown} ET {extra}".encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(commands), commands))
        inside = f"/Contents {len(objects)} 0 R /Resources << /Font << /F1 3 0 R >>{form or ''} >>"
        kids.append(len(objects) + 1)
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {inside} >>".encode())
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>".encode()
    objects.append(f"<< {about} >>".encode())
    return pdf_from(objects)


def pdf_from(objects):
    """A PDF of these objects, the first its catalog and the last its data."""
    made = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(objects), table)
    return bytes(made)


def docx_of(body, about=None, **members):
    """A DOCX whose body is this XML."""
    files = {"[Content_Types].xml": CONTENT_TYPES, "word/document.xml": f"<w:document {_WORD}><w:body>{body}</w:body></w:document>"}
    if about is not None:
        files["docProps/core.xml"] = (
            '<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="t">'
            + about
            + "</cp:coreProperties>"
        )
    return zip_of({**files, **members})


def paragraph(*texts):
    """A paragraph of a DOCX, in as many runs as there are texts."""
    return "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in texts) + "</w:p>"


def zip_of(files, compression=zipfile.ZIP_DEFLATED):
    """A ZIP archive of these files; of pairs, names may come twice."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as archive:
        for name, content in files.items() if isinstance(files, dict) else files:
            archive.writestr(name, content)
    return made.getvalue()


def tar_of(files, mode="w", **kinds):
    """A tar archive of these files; `kinds` gives entries of other types by name."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode=mode) as archive:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
        for name, kind in kinds.items():
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, "/etc/passwd"
            archive.addfile(entry)
    return made.getvalue()
