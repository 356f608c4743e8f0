"""The file that is brought."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from keeping.taking.reading import Taken, UnreadableError, read
from tpm_portal.receiving import ARCHIVE_MEGABYTES
from tpm_portal.your_data.unpacking import NotOursError, document_in


class BringForm(forms.Form):
    file = forms.FileField(
        label="Your archive",
        help_text=f"The zip that you downloaded, or the everything.json in it. At most {ARCHIVE_MEGABYTES} MB.",
        error_messages={"required": "Choose a file.", "empty": "This file is empty.", "missing": "Choose a file."},
        widget=forms.FileInput(
            attrs={"accept": ".zip,.json,application/zip,application/json", "data-most-megabytes": ARCHIVE_MEGABYTES}
        ),
    )
    document: bytes
    taken: Taken

    def clean_file(self) -> "UploadedFile[Any]":
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > ARCHIVE_MEGABYTES * 1024 * 1024:
            raise forms.ValidationError(f"The file is larger than {ARCHIVE_MEGABYTES} MB.")
        try:
            self.document = document_in(file.file)  # type: ignore[arg-type]
            self.taken = read(self.document)
        except NotOursError as error:
            raise forms.ValidationError(str(error)) from error
        except UnreadableError as error:
            raise forms.ValidationError([*error.problems]) from error
        return file
