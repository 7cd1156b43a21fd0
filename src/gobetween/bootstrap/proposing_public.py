"""Whether everyone may know the reports that a case is drafted from: everything in a draft is open."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from gobetween.model.errors import InvalidCase, InvalidReport

if TYPE_CHECKING:
    from gobetween.casefiles.report_files import ReportFile
    from gobetween.model.cases import Source


def check_public(paths: tuple[Path, ...], today: dt.date) -> None:
    """Refuses what lies in a case beside its reports, and those of its reports whose source only some hold.

    Raises:
        InvalidReport: such a file is among them, or a case that keeps something back has faults, so that nobody can tell.
    """
    from gobetween.casefiles.report_files import find_reports, is_private_to_a_case

    files = find_reports(paths).reports
    private = [file.name for file in files if is_private_to_a_case(file.path)]
    if private:
        raise InvalidReport(
            f"{private[0]} lies in a case folder, outside of its reports, and everything in a draft is open to everyone; "
            "put into reports/ what is public, and leave out the rest"
        )
    for folder in dict.fromkeys(home for file in files if (home := _case_of(file)) is not None):
        _check_held(folder, [file for file in files if _case_of(file) == folder], today)


def _case_of(file: ReportFile) -> Path | None:
    from gobetween.casefiles.documents.case_file import CASE_FILE

    return next((folder for folder in file.path.resolve().parents if (folder / CASE_FILE).is_file()), None)


def _check_held(folder: Path, files: Iterable[ReportFile], today: dt.date) -> None:
    from gobetween.casefiles.documents.case_file import CASE_FILE
    from gobetween.casefiles.folders import load_case

    try:
        sources = load_case(folder, today=today).case.sources
    except InvalidCase as error:
        if b"held_by" in (folder / CASE_FILE).read_bytes():
            raise InvalidReport(
                f"{folder.name} keeps something back and has faults, so that nobody can tell which of its reports are public; mend it: "
                f"gobetween check {folder.name}"
            ) from error
        return
    kept = tuple(_kept_back(sources))
    digests, names = {each.sha256 for each in kept if each.sha256}, {each.file for each in kept if each.file}
    for file in files if kept else ():
        is_named = file.path.resolve().relative_to(folder).as_posix().split("/", 1)[-1] in names
        if is_named or hashlib.sha256(file.path.read_bytes()).hexdigest() in digests:
            raise InvalidReport(
                f"{file.name} is held only by some in {folder.name}, and everything in a draft is open to everyone; leave it out"
            )


def _kept_back(sources: Iterable[Source]) -> Iterator[Source]:
    from gobetween.model.items import PUBLIC

    return (each for each in sources if PUBLIC not in each.holders)
