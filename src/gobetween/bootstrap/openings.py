"""From a case folder to what talks are opened with: the case as each audience sees it, entrusted and assumed numbers, the files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from gobetween.model.items import KEEPER, PUBLIC

if TYPE_CHECKING:
    from gobetween.casefiles.folders import LoadedCase
    from gobetween.cli.services.talks import OpeningRequest
    from gobetween.model.cases import Case
    from gobetween.model.preferences import Preferences
    from gobetween.talks.entering import TalksOpened
    from gobetween.talks.openings import KeptFile, Opening


def opening_of(request: OpeningRequest, today: dt.date) -> tuple[Opening, tuple[str, ...]]:
    """What talks are opened with, and what whoever opens them should be told.

    Raises:
        InvalidCase: a file of the folder has faults; all faults are told, as whoever opens talks holds the folder.
    """
    from gobetween.casefiles.folders import check_folder, load_case
    from gobetween.casefiles.paths import case_folder
    from gobetween.disclosure.views import view_for
    from gobetween.talks.openings import Opening

    folder = case_folder(request.folder)
    warnings = check_folder(folder, today=today)
    frame = load_case(folder, today=today).case
    loaded = {each: load_case(folder, audience=each, today=today) for each in _audiences(folder, frame, today)}
    seen = {audience: view_for(audience, each.case).case for audience, each in loaded.items()}
    numbers = (*_entrusted(loaded), *_assumed(folder, tuple(loaded), today))
    opening = Opening(_terms(request, frame), seen, numbers, tuple(_files(folder, today)))
    remarks = "remark" if len(warnings) == 1 else "remarks"
    return opening, (f"note: {len(warnings)} {remarks} on the folder; to read them: gobetween check {folder}",) if warnings else ()


def _audiences(folder: Path, frame: Case, today: dt.date) -> Iterator[str]:
    """The keeper, the public, and every actor who may know of itself."""
    from gobetween.casefiles.folders import load_case
    from gobetween.model.errors import NotDisclosed

    yield from (KEEPER, PUBLIC)
    for actor in frame.actors:
        try:
            load_case(folder, audience=actor.id, today=today)
        except NotDisclosed:
            continue  # the keeper notes it for itself: whoever it is has no part in the talks
        yield actor.id


def _terms(request: OpeningRequest, frame: Case) -> TalksOpened:
    from gobetween.talks.entering import TalksOpened

    return TalksOpened(
        frame.title,
        frame.profile,
        summary=frame.summary,
        is_rehearsal=request.is_rehearsal,
        is_reported=frame.is_reported,
        is_fictional=frame.is_fictional,
        retained_until=request.retained_until or frame.retained_until,
        **request.options,
    )


def _entrusted(loaded: dict[str, LoadedCase]) -> tuple[Preferences, ...]:
    """What each party entrusted, once, from whoever may open its file."""
    return tuple({each.party: each for found in loaded.values() for each in found.case.preferences}.values())


def _assumed(folder: Path, audiences: tuple[str, ...], today: dt.date) -> Iterator[Preferences]:
    """Every assumption set, from the first audience that may open it."""
    from gobetween.casefiles.file_access import names_in
    from gobetween.casefiles.folders import load_case
    from gobetween.model.errors import NotDisclosed

    for name in names_in(folder, "assumptions", ".yaml"):
        for audience in audiences:
            try:
                found = load_case(folder, audience=audience, assumption=name, today=today).assumption
            except NotDisclosed:
                continue
            if found is not None:
                yield from found.preferences
                break


def _files(folder: Path, today: dt.date) -> Iterator[KeptFile]:
    from gobetween.casefiles.folders import files_with_holders
    from gobetween.talks.openings import KeptFile

    for path, content, holders in files_with_holders(folder, today=today):
        yield KeptFile(path, content, frozenset({KEEPER}) if PUBLIC in holders else holders)  # everyone has what a public file says
