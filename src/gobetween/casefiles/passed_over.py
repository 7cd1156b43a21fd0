"""Files and folders of a case that are not read, though whoever put them there likely meant them to be."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from pathlib import Path

from gobetween.casefiles.documents.case_file import CASE_FILE
from gobetween.casefiles.documents.heads import HEAD_BYTES
from gobetween.casefiles.file_access import names_in, read_within, shown
from gobetween.casefiles.paths import JUDGEMENTS_FILE

FOLDERS = ("parties", "assumptions", "reports", "evidence")
"""The folders that are read."""

_ENDINGS = (".yaml.txt", ".yaml", ".yml")
_CLOSE = 0.66  # as `party` is to `parties`
_OWN_KEYS = {"entrusted_to": "parties", "pooling": "parties", "red_lines": "parties", "preferences": "assumptions"}


def passed_over(folder: Path, actors: Collection[str]) -> Iterator[str]:
    """A line for each of them, with what would have it read; notes and whatever else lies there are left alone."""
    for directory in ("parties", "assumptions"):
        for name in names_in(folder, directory, ""):
            if not name.endswith(".yaml") and name.lower().endswith(_ENDINGS):
                yield f"{directory}/{shown(name)} is not read; name it {shown(name.split('.', 1)[0])}.yaml"
    for name in names_in(folder, ".", ""):
        if (folder / name).is_dir():
            yield from _folder_passed_over(folder, name)
        elif name.lower().endswith(_ENDINGS) and name not in (CASE_FILE, JUDGEMENTS_FILE):
            yield from _file_passed_over(folder, name, actors)


def _folder_passed_over(folder: Path, name: str) -> Iterator[str]:
    close = get_close_matches(name.strip().lower(), FOLDERS, n=1, cutoff=_CLOSE)
    if close and name not in FOLDERS and not _is_same(folder / name, folder / close[0]):
        yield f"'{shown(name)}/' is not read; did you mean {close[0]}/?"


def _file_passed_over(folder: Path, name: str, actors: Collection[str]) -> Iterator[str]:
    stem = name[: -len(next(each for each in _ENDINGS if name.lower().endswith(each)))].strip().lower()
    own_names = {CASE_FILE.removesuffix(".yaml"): CASE_FILE, JUDGEMENTS_FILE.removesuffix(".yaml"): JUDGEMENTS_FILE}
    meant = get_close_matches(stem, own_names, n=1, cutoff=0.8)
    if stem in actors:
        yield f"'{shown(name)}' is not read where it lies; if it is what '{stem}' entrusted, move it to parties/{stem}.yaml"
    elif meant and not _is_same(folder / name, folder / own_names[meant[0]]):
        yield f"'{shown(name)}' is not read; did you mean {own_names[meant[0]]}?"
    elif directory := _folder_meant(folder, name):
        yield f"'{shown(name)}' is not read where it lies; if it is a case file, move it into {directory}/"


def _folder_meant(folder: Path, name: str) -> str | None:
    """Where a file belongs by the keys at its top, if any of them is one of a case file's alone."""
    try:
        head = read_within(folder, name, HEAD_BYTES)
    except OSError:
        return None
    keys = (line.partition(b":")[0].decode("utf-8", "replace") for line in head.splitlines() if b":" in line)
    return next((_OWN_KEYS[key] for key in keys if key in _OWN_KEYS), None)


def _is_same(one: Path, other: Path) -> bool:
    """Whether both names mean one thing, as `Parties` and `parties` do on some systems."""
    try:
        return one.samefile(other)
    except OSError:
        return False
