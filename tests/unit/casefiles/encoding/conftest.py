"""Folders written from cases, and cases loaded from them."""

from __future__ import annotations

import datetime as dt

import pytest

from gobetween.casefiles.encoding.folder_writer import files_of, write_folder
from gobetween.casefiles.folders import load_case

TODAY = dt.date(2031, 6, 1)


@pytest.fixture
def there_and_back(tmp_path):
    """Writes a case as a folder and loads that, for the audience for which it was written."""

    def go(case, audience="keeper", assumption=None):
        folder = tmp_path / "written" / case.id
        folder.parent.mkdir(exist_ok=True)
        write_folder(files_of(case, audience=audience), folder)
        return load_case(folder, audience=audience, assumption=assumption, today=TODAY).case

    return go
