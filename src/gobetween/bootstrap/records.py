"""Records of live talks in folders: exporting talks, opening them again, and looking at an exported folder."""

from __future__ import annotations

import base64
import datetime as dt
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from attrs import evolve

from gobetween.model.errors import InvalidCase, NotDisclosed, RecordDamaged

if TYPE_CHECKING:
    from gobetween.disclosure.views import View
    from gobetween.record.checkpoints import Checkpoint
    from gobetween.record.entries import Line
    from gobetween.record.journals import Journal
    from gobetween.storage.exports import ExportedBook
    from gobetween.talks.clerks import Clerk, Sources

RECORD_FILE = "record.jsonl"
REHEARSAL_FILE = "REHEARSAL.txt"
LARGEST_CHECKPOINT = 100_000


def export_all(journal: Journal, talks: str, folder: Path) -> tuple[str, ...]:
    """Writes the folder that talks were opened from, as far as its files can be read, and the record of everybody.

    Raises:
        NotDisclosed: there are no such talks.
        InvalidCase: the folder is there and not empty, or cannot be written.
    """
    from gobetween.casefiles.encoding.folder_writer import write_folder
    from gobetween.storage.exports import export_volume

    record = "".join(export_volume(journal.volume(talks)))
    files, sealed = _kept_files(journal, talks)
    beside = {**_rehearsal_note(journal, talks), **_schemas_named_in(files)}
    written = write_folder({**files, **beside, RECORD_FILE: record}, folder)
    notes = (f"sealed, and left in {RECORD_FILE} alone: the files of {', '.join(sealed)}",) if sealed else ()
    return (*(f"wrote {path}" for path in written), *notes)


def _schemas_named_in(files: Mapping[str, bytes]) -> dict[str, str]:
    """The schemas that editors look for beside the files, where the files name them."""
    from gobetween.casefiles.schemas.kinds import files_for_editors

    named = any(b"$schema=" in text.partition(b"\n")[0] and b".schemas/" in text.partition(b"\n")[0] for text in files.values())
    return files_for_editors() if named else {}


def _rehearsal_note(journal: Journal, talks: str) -> dict[str, str]:
    """A file that says what the files beside it do not, as they are those of the folder byte by byte."""
    from gobetween.model.items import PUBLIC
    from gobetween.talks.replays import replay

    if not replay(PUBLIC, journal.book(talks, PUBLIC)[:1]).is_rehearsal:
        return {}
    return {REHEARSAL_FILE: "This record is of a rehearsal: acts in it are invented; no real party did, said or agreed to any of it.\n"}


def _kept_files(journal: Journal, talks: str) -> tuple[dict[str, bytes], list[str]]:
    """The files of the folder, and the audiences whose books could not be opened for them."""
    from gobetween.talks.entering import FileKept
    from gobetween.talks.replays import act_of

    files: dict[str, bytes] = {}
    sealed: list[str] = []
    for audience in journal.audiences(talks):
        try:
            lines = journal.book(talks, audience)
        except NotDisclosed:
            sealed.append(audience)
            continue
        for line in lines:
            if line.entry.kind == FileKept.KIND:
                act = act_of(line.entry)
                assert isinstance(act, FileKept)
                files[act.path] = base64.b64decode(act.content)
    return files, sealed


def export_own(clerk: Clerk, talks: str, audience: str, folder: Path) -> tuple[str, ...]:
    """Writes what one audience has: a folder that says its view, and its own book.

    The book is written also where no case folder can say the view: what others wrote must not keep anybody from its own record.

    Raises:
        NotDisclosed: there are no such talks, or no such audience.
        InvalidCase: the folder is there and not empty, or cannot be written.
    """
    from gobetween.casefiles.encoding.folder_writer import write_folder
    from gobetween.storage.exports import export_book

    seat = clerk.standing(talks, clerk.seat(talks, audience)).actor
    files, notes = _own_files(clerk.view(talks, seat), seat)
    record = "".join(export_book(clerk.journal, talks, seat))
    return (*(f"wrote {path}" for path in write_folder({**files, RECORD_FILE: record}, folder)), *notes)


def _own_files(view: View, audience: str) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """The case files that say the view, and what is to be told where none can."""
    from gobetween.casefiles.encoding.folder_writer import files_of
    from gobetween.rendering.text_safety import harmless_lines

    try:
        return files_of(view.case, audience=audience), ()
    except InvalidCase as fault:
        why = harmless_lines(str(fault))
        return {}, (f"no case files: {why}", f"{RECORD_FILE} holds all that {audience} has; brief, show and verify read it")


def check_snapshots(journal: Journal, talks: str, audiences: Iterable[str]) -> None:
    """Checks that what is kept of views beside the books says what the books say.

    Raises:
        RecordDamaged: it says something else.
    """
    from gobetween.talks.replays import replay
    from gobetween.talks.snapshots import draft_of

    for audience in audiences:
        try:
            kept = journal.snapshot(talks, audience)
            draft = draft_of(kept[1], audience) if kept else None
            lines = journal.book(talks, audience) if draft else ()
        except NotDisclosed:
            continue  # its key is not at hand
        if kept and draft and draft != replay(audience, lines[: kept[0]]):
            raise RecordDamaged(f"what is kept of the view of {audience} is not what its book says: restore a backup")


def has_record(folder: Path) -> bool:
    """Whether the folder is of talks that have been live."""
    return (folder / RECORD_FILE).is_file() and not (folder / RECORD_FILE).is_symlink()


def open_again(journal: Journal, folder: Path, talks: str) -> tuple[str, ...]:
    """Takes the whole record of an exported folder into the store, exactly as it was.

    Raises:
        RecordDamaged: the record is not what was recorded, or is one actor's own book alone.
        InvalidCase: the record is of talks with another name.
        RecordConflict: there are talks of that name in the store.
    """
    from gobetween.record.volumes import checked
    from gobetween.storage.exports import read_lines, read_volumes

    path = folder / RECORD_FILE
    volumes = read_volumes(read_lines(path), str(path))
    for volume in volumes:
        if volume.talks != talks:
            raise InvalidCase(f"{path} is the record of '{volume.talks}'; open it under that name: --name {volume.talks}")
        checked(volume)
        journal.take_in(volume)
    return (f"opened again, with its record as it was: {talks}", f"Next: gobetween as ACTOR --talks {quote(talks)} show")


def view_of_folder(folder: Path, audience: str, sources: Sources, *, as_of: dt.date | None, assumption: str | None) -> View:
    """What the audience sees of talks whose record lies in the folder: the whole record, or the audience's own book.

    A record knows by which day something was recorded, not since when it was known: that is what `as_of` goes by.

    Raises:
        RecordDamaged: the record is not what was recorded.
        NotDisclosed: the record holds no book of that audience, or the audience's book begins only after that day.
    """
    from gobetween.model.sealed import CUSTODIAN
    from gobetween.record.volumes import ORDER
    from gobetween.storage.exports import read_books, read_lines, read_volumes
    from gobetween.storage.memory import MemoryJournal
    from gobetween.talks.clerks import Clerk

    path = folder / RECORD_FILE
    lines = tuple(read_lines(path))
    books = tuple(read_books(lines, str(path)))
    if not any(book.audience == ORDER for book in books):
        return _view_of_book(books, audience, as_of, assumption)
    volume = read_volumes(lines, str(path))[0]
    journal = MemoryJournal()
    journal.take_in(volume)
    if as_of is not None and audience != CUSTODIAN:
        _refuse_before_the_book(audience, journal.book(volume.talks, audience), as_of)
    return Clerk(journal, sources).view(volume.talks, audience, as_of=as_of, assumption=assumption)


def _view_of_book(books: tuple[ExportedBook, ...], audience: str, as_of: dt.date | None, assumption: str | None) -> View:
    from gobetween.record.canonical import entry_of
    from gobetween.record.entries import Line
    from gobetween.talks.clerks import live_view
    from gobetween.talks.replays import replay

    book = next((each for each in books if each.audience == audience), None)
    if book is None:
        raise NotDisclosed(f"this record holds nothing for '{audience}'; it is one actor's own: --as {books[0].audience}")
    lines = tuple(Line(kept.position, entry_of(kept.content), kept.digest) for kept in book.lines)
    if as_of is not None:
        _refuse_before_the_book(audience, lines, as_of)
    case = replay(audience, lines, as_of=as_of).case(book.talks)
    return evolve(live_view(audience, case, case.preferences, assumption), as_of=as_of)


def _refuse_before_the_book(audience: str, lines: Iterable[Line], as_of: dt.date) -> None:
    """Refuses a day on which the audience's book, which is its own to know, had not begun: there is no case by then.

    Raises:
        NotDisclosed: the day is before the first line's.
    """
    from gobetween.protocols.acts import Moment

    first = min((Moment(line.entry.author, line.entry.recorded).day for line in lines), default=None)
    if first is not None and as_of < first:
        raise NotDisclosed(
            f"the record of these talks begins for '{audience}' on {first}, after {as_of}: choose a day from then on. In a record "
            "--as-of and diff go by the day on which something was recorded; for what was known earlier, ask the case folder that the "
            "talks were opened from"
        )


def read_checkpoint(file: Path) -> Checkpoint:
    """The checkpoint in a file.

    Raises:
        InvalidCase: the file cannot be read, or holds none.
    """
    from gobetween.record.checkpoints import Checkpoint
    from gobetween.record.codecs import decode

    try:
        return decode(json.loads(file.read_bytes()[:LARGEST_CHECKPOINT]), Checkpoint)
    except OSError as error:
        raise InvalidCase(f"the checkpoint {file} cannot be read: {error.strerror}") from error
    except (ValueError, RecordDamaged) as error:
        raise InvalidCase(f"{file} holds no checkpoint; make one with: gobetween checkpoint TALKS --as ACTOR -o FILE") from error


def checkpoint_text(checkpoint: Checkpoint) -> str:
    """The checkpoint as the text of a file."""
    from gobetween.record.codecs import encode

    return json.dumps(encode(checkpoint), indent=1, sort_keys=True) + "\n"
