"""Writing a case folder that loads back to the same case: its files as texts, and texts to a new folder."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from gobetween.casefiles.decoding.limits import LARGEST_FILE
from gobetween.casefiles.documents.case_file import CASE_FILE
from gobetween.casefiles.encoding.carried import CARRIED_BY_RECORD
from gobetween.casefiles.encoding.entries import Scribe
from gobetween.casefiles.encoding.entrusted_parts import assumed_in, entrusted_in
from gobetween.casefiles.encoding.file_trees import assumption_tree, case_tree, party_tree
from gobetween.casefiles.encoding.folder_forms import folder_form
from gobetween.casefiles.encoding.proofs import check_files
from gobetween.casefiles.encoding.yaml_texts import Tree, yaml_text
from gobetween.model.cases import Case
from gobetween.model.errors import InvalidCase
from gobetween.model.items import KEEPER
from gobetween.model.preferences import ASSUMPTION_NOTICE

__all__ = ["CARRIED_BY_RECORD", "files_of", "write_folder"]


def files_of(case: Case, *, audience: str = KEEPER) -> Mapping[str, str]:
    """The files of a case folder that say the case: `case.yaml`, `parties/<id>.yaml`, `assumptions/<name>.yaml`, by their paths.

    `case` is all that the keeper holds, or the view of another audience. Loaded for that audience the files give the same case again
    (they were read back and compared), but for this:

    - The id of a case is the name of its folder.
    - `CARRIED_BY_RECORD`, evidence, the files in reports/ and the words cited from them are not written; they come from elsewhere.
    - In an id with a `/`, this becomes `--` (and `_` becomes `-`), everywhere it is named. Entries in a party's own file keep theirs.
    - Entries stand in the order of a folder: roles by actors, offices by persons, what is entrusted last.
    - A party holds the numbers that it entrusted, and a source is known once it is published.
    - Holders and owners who are not in the case are not named, nor is an issue that it does not have, to which a clause is bound.
    - For another audience than the keeper the holders are those that it can know of (see `known_holders`), so that no file tells it
      with whom others spoke.

    Raises:
        InvalidCase: a folder cannot say the case (an id, a collection, a text that it does not take), or the case holds what the
            audience may not see.
    """
    form = folder_form(case, audience)
    scribe, entrusted = Scribe(form), entrusted_in(form)
    trees: dict[str, dict[str, Tree]] = {CASE_FILE: case_tree(form, scribe, entrusted)}
    trees |= {f"parties/{file.party}.yaml": party_tree(file, scribe) for file in entrusted}
    trees |= {f"assumptions/{assumed.name}.yaml": assumption_tree(assumed, scribe) for assumed in assumed_in(form)}
    files = {name: yaml_text(tree, _remarks(name, case, audience)) for name, tree in trees.items()}
    for name, text in files.items():
        if len(text.encode()) > LARGEST_FILE:
            raise InvalidCase(f"{name} would be larger than the {LARGEST_FILE:,} bytes that a case file may have")
    check_files(files, form)
    return files


def _remarks(name: str, case: Case, audience: str) -> Iterator[str]:
    """What a reader of that file has to be told first."""
    if name.startswith("assumptions/"):
        yield ASSUMPTION_NOTICE
    if name != CASE_FILE:
        return
    if audience != KEEPER:
        yield f"These talks as far as {audience} has them; open them with --as {audience}."
    if case.is_rehearsal:
        yield "A rehearsal: acts in the name of actors may be invented."


def write_folder(files: Mapping[str, str | bytes], folder: Path) -> tuple[Path, ...]:
    """The files, written to a new folder, or to an empty one; all of them are on the disk when this returns, or none is there.

    A new folder is for its owner's eyes alone (mode 700).

    Raises:
        InvalidCase: something is there already, a name leads out of the folder, or it cannot be written.
    """
    for name in files:
        path = PurePosixPath(name)
        if path.is_absolute() or not path.parts or ".." in path.parts or set(name) & set("\\:\0"):
            raise InvalidCase(f"'{name}' is no name of a file within a folder")
    try:
        is_new = _is_new(folder)
        stage = Path(tempfile.mkdtemp(prefix=".unfinished-", dir=folder.parent if is_new else folder))
    except OSError as error:
        raise InvalidCase(f"'{folder}' cannot be written: {error.strerror}") from error
    try:
        for name, content in files.items():
            _write(stage / name, content if isinstance(content, bytes) else content.encode())
        _settle(stage, folder, is_new=is_new)
    except OSError as error:
        raise InvalidCase(f"'{folder}' cannot be written: {error.strerror}") from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return tuple(folder / name for name in files)


def _is_new(folder: Path) -> bool:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise InvalidCase(f"'{folder}' is there already and no folder; choose another name")
    if folder.is_dir() and any(folder.iterdir()):
        raise InvalidCase(f"'{folder}' is there already and not empty; choose another name, or an empty folder")
    return not folder.exists()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _settle(stage: Path, folder: Path, *, is_new: bool) -> None:
    """Puts what is complete where it belongs, at one stroke where that can be; `case.yaml`, which makes it a case, comes last."""
    for directory in (stage, *(path for path in stage.rglob("*") if path.is_dir())):
        _sync(directory)
    if is_new:
        stage.rename(folder)
        _sync(folder.parent)
        return
    placed: list[Path] = []
    try:
        for path in sorted(stage.iterdir(), key=lambda path: (path.name == CASE_FILE, path.name)):
            target = folder / path.name
            if target.is_symlink() or target.exists():
                raise FileExistsError(0, f"{path.name} came to be there meanwhile")
            path.rename(target)
            placed.append(target)
        _sync(folder)
    except OSError:
        for path in placed:
            path.rename(stage / path.name)
        raise


def _sync(directory: Path) -> None:
    """Has the names in a directory on the disk, where the system can be asked for that."""
    with contextlib.suppress(PermissionError):  # Windows opens no directories
        descriptor = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
