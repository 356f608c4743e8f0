"""Files that somebody keeps: what they are called, and how they are sent."""

import re
import unicodedata

from django.http import HttpResponse
from django.utils.http import content_disposition_header


def attachment(data: bytes, media_type: str, name: str) -> HttpResponse:
    """A file to keep."""
    response = HttpResponse(data, content_type=media_type)
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response


def file_name(name: str) -> str:
    """What somebody's resume is called: in plain letters as far as a name has any, which every program takes."""
    plain = unicodedata.normalize("NFKD", name)
    found = re.findall(r"[A-Za-z0-9]+", re.sub(r"[\u0300-\u036f]", "", plain)) or re.findall(r"\w+", name)
    return "-".join([*found, "resume"])
