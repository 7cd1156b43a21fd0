"""What someone gave: a case folder, or reports."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Literal

from gobetween.casefiles.documents.case_file import CASE_FILE
from gobetween.model.errors import InvalidCase

JUDGEMENTS_FILE = "judgements.yaml"

MOST_NAMED = 8


def kind_of(path: Path) -> Literal["case", "reports"]:
    """'case' for a case folder or its `case.yaml`, 'reports' for any other file or folder.

    Raises:
        InvalidCase: nothing stands at the path, or it cannot be opened.
    """
    try:
        if path.is_dir():
            return "case" if (path / CASE_FILE).exists() else "reports"
        if path.exists():
            return "case" if path.name == CASE_FILE else "reports"
    except OSError as error:
        raise InvalidCase(f"'{path}' cannot be opened: {error.strerror}") from error
    raise InvalidCase(f"nothing at '{path}'{_near(path)}; give a case folder, or files or folders of reports")


def case_folder(path: Path) -> Path:
    """The case folder that a path names.

    Raises:
        InvalidCase: nothing stands there, or no case.
    """
    if _is_nothing(path):
        raise InvalidCase(f"nothing at '{path}'{_near(path)}; give a case folder, or begin one with: gobetween new NAME")
    if kind_of(path) == "reports":
        raise InvalidCase(
            f"'{path}' is no case folder: there is no {CASE_FILE}; {_cases_in(path)}begin a case with: gobetween new NAME"
        )
    return path if path.is_dir() else path.parent


def _is_nothing(path: Path) -> bool:
    try:
        return not path.exists()
    except OSError:  # `kind_of` says what is wrong
        return False


def _cases_in(path: Path) -> str:
    """The case folders within a folder, if there are any."""
    try:
        found = [f"'{each}'" for each in sorted(path.iterdir()) if (each / CASE_FILE).is_file()]
    except OSError:
        return ""
    return f"in it are: {', '.join(found[:MOST_NAMED])}; or " if found else ""


def _near(path: Path) -> str:
    """A neighbour with a similar name, as a question."""
    try:
        names = [entry.name for entry in path.parent.iterdir() if not entry.name.startswith(".")]
    except OSError:
        return ""
    close = get_close_matches(path.name, names, n=1)
    return f", did you mean '{path.parent / close[0]}'?" if close else ""
