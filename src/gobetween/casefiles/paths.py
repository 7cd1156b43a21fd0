"""What someone gave: a case folder, or reports."""

from __future__ import annotations

import re
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

from gobetween.casefiles.documents.case_file import CASE_FILE
from gobetween.model.errors import InvalidCase

JUDGEMENTS_FILE = "judgements.yaml"

MOST_NAMED = 8

_OTHER_NAME = re.compile(r"case\.ya?ml(?:\.txt)?", re.IGNORECASE)


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
        remedies = "; or ".join(filter(None, (case_meant(path), "begin a case with: gobetween new NAME")))
        raise InvalidCase(f"'{path}' is no case folder: there is no {CASE_FILE}; {remedies}")
    return path if path.is_dir() else path.parent


def _is_nothing(path: Path) -> bool:
    try:
        return not path.exists()
    except OSError:  # `kind_of` says what is wrong
        return False


def case_meant(path: Path) -> str:
    """What may be meant by a folder that is no case: one within it, or a file there that is to be renamed; nothing if neither is."""
    try:
        within = sorted(path.iterdir())
        found = [f"'{each}'" for each in within if (each / CASE_FILE).is_file()]
    except OSError:
        return ""
    misnamed = next((each for each in within if _OTHER_NAME.fullmatch(each.name) and each.is_file()), None)
    if misnamed is not None:
        return f"rename '{misnamed}' to {CASE_FILE}"
    return f"in it {'is' if len(found) == 1 else 'are'}: {', '.join(found[:MOST_NAMED])}" if found else ""


def _near(path: Path) -> str:
    """A neighbour with a similar name, as a question."""
    try:
        names = [entry.name for entry in path.parent.iterdir() if not entry.name.startswith(".")]
    except OSError:
        return ""
    close = get_close_matches(path.name, names, n=1)
    return f", did you mean '{path.parent / close[0]}'?" if close else ""
