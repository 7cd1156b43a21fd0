"""A case folder to begin with: fictional, complete, and made to be replaced."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

from gobetween.casefiles.decoding.field_readers import is_id
from gobetween.casefiles.schemas.kinds import files_for_editors
from gobetween.model.errors import InvalidCase

_FILES = ("case.yaml", "parties/upper-valley.yaml", "assumptions/first-guess.yaml", "reports/README.md")
_TITLE_LINE = "title: Title of the talks"
_LONGEST_TITLE = 200


def write_skeleton(folder: Path, title: str) -> tuple[Path, ...]:
    """The files of a new case folder: a small fictional case that loads as it stands; its id is the folder's name.

    Beside them the schemas of case files are written, for editors.

    Raises:
        InvalidCase: the folder's name is no id, the title cannot be one, something is there already, or it cannot be written.
    """
    name = folder.resolve().name
    if not is_id(name):
        better = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "my-case"
        raise InvalidCase(f"'{name}' cannot name a case: lower-case letters, digits and hyphens only; try '{better}'")
    if not title.strip() or len(title) > _LONGEST_TITLE or not title.isprintable():
        raise InvalidCase(f"a title is one line of 1 to {_LONGEST_TITLE} characters")
    try:
        _refuse_to_overwrite(folder)
        for file, text in files_for_editors().items():
            _write(folder / file, text)
        return tuple(_write(folder / file, _content(file, title.strip())) for file in _FILES)
    except OSError as error:
        raise InvalidCase(f"'{folder}' cannot be written: {error.strerror}") from error


def _refuse_to_overwrite(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise InvalidCase(f"'{folder}' is there already and no folder; choose another name")
    if folder.is_dir() and any(folder.iterdir()):
        raise InvalidCase(f"'{folder}' is there already and not empty; choose another name, or an empty folder")


def _content(file: str, title: str) -> str:
    text = (files("gobetween.casefiles") / "new_case" / file).read_text("utf-8")
    return text.replace(_TITLE_LINE, f"title: {json.dumps(title, ensure_ascii=False)}")


def _write(path: Path, content: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(content)
    return path
