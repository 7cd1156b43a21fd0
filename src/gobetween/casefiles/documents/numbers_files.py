"""A file with what packages are worth to one party, for a case that lies elsewhere: the keys of a party's file, and no others."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from gobetween.casefiles.decoding.faults import Faults
from gobetween.casefiles.decoding.fields import read_fields
from gobetween.casefiles.decoding.limits import LARGEST_FILE
from gobetween.casefiles.decoding.places import Desk, Frame, Place, Unreadable
from gobetween.casefiles.documents.case_file import check_version, parsed, schema_of_file
from gobetween.casefiles.documents.preferences import NUMBERS_WITH_NOTE, preferences_from
from gobetween.casefiles.file_access import read_within
from gobetween.casefiles.schemas.fragments import Schema, given
from gobetween.model.cases import Case
from gobetween.model.errors import InvalidCase
from gobetween.model.preferences import Preferences, ValueBasis


def schema_of_numbers() -> Schema:
    """What a file of numbers may hold."""
    return schema_of_file(NUMBERS_WITH_NOTE, {}, conditions=(given("values"), given("reservation")))


def read_numbers(file: Path, party: str, case: Case, today: dt.date) -> Preferences:
    """What packages of the case are worth to the party, as the file says.

    Raises:
        InvalidCase: the file cannot be read, or has faults (all of them are told).
    """
    try:
        data = read_within(file.parent, file.name, LARGEST_FILE + 1)
    except OSError as error:
        raise InvalidCase(f"'{file}' cannot be read; give a plain file with weights, values and a reservation") from error
    faults = Faults()
    found = _preferences(data, file.name, party, _frame(case, today), faults)
    if faults.found or found is None:
        raise InvalidCase(f"'{file}' has faults", faults.texts())
    return found


def _preferences(data: bytes, name: str, party: str, frame: Frame, faults: Faults) -> Preferences | None:
    root = parsed(data, name, faults)
    if root is None:
        return None
    at = Place(Desk(name, frame, faults), root)
    check_version(at)
    read = read_fields(at, NUMBERS_WITH_NOTE, ("gobetween",))
    note = read.pop("note", "")
    try:
        return preferences_from(at, party, read, basis=ValueBasis.ENTRUSTED, note=note) if not faults.found else None
    except Unreadable:
        return None


def _frame(case: Case, today: dt.date) -> Frame:
    frame = Frame(today)
    frame.ids["issue"] = dict.fromkeys(issue.id for issue in case.issues)
    for issue in case.issues:
        frame.ids[f"option:{issue.id}"] = dict.fromkeys(option.id for option in issue.options)
    return frame
