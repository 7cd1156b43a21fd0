"""Case folders: what an audience may open of one, as a case; and what is wrong with one, for whoever holds it.

Whose file it is decides who opens it: a party's own file; another's only where its head entrusts it to the audience; for the
public none. A file that is not the audience's changes nothing for it, whatever state it is in.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from attrs import evolve, field, frozen

from gobetween.casefiles.decoding.faults import Fault, Faults, listed
from gobetween.casefiles.decoding.field_readers import is_id
from gobetween.casefiles.decoding.limits import LARGEST_FILE
from gobetween.casefiles.decoding.places import Frame, Name, Warned
from gobetween.casefiles.documents.case_file import CASE_FILE, Original, ReadCase, read_case
from gobetween.casefiles.documents.party_files import (
    AssumptionSet,
    Entrusted,
)
from gobetween.casefiles.file_access import is_there, names_in, read_within, shown
from gobetween.casefiles.judgement_files import check_judgements
from gobetween.casefiles.likely_slips import likely_slips
from gobetween.casefiles.own_files import (
    assumption_set,
    entrusted_to,
    frame_of,
    holders_of,
    named_in_head,
    open_assumptions,
    open_party,
    sets_open,
)
from gobetween.casefiles.passed_over import passed_over
from gobetween.casefiles.report_files import ReportFile, reports_in
from gobetween.disclosure.views import check_audience
from gobetween.model.cases import Case, Release
from gobetween.model.errors import InvalidCase
from gobetween.model.issues import Link
from gobetween.model.items import EVERYONE, KEEPER, PUBLIC
from gobetween.model.positions import Position

REPORTS = "reports"
MOST_OF_FUTURE = 3
"""So many entries that lie after today are told one by one; more are one line."""

_LARGEST_REPORT = 20_000_000


@frozen
class LoadedCase:
    """A case as far as its audience may open it, with what it should be told about it; `sets_open` names its sets of assumptions."""

    case: Case
    audience: str
    warnings: tuple[str, ...] = ()
    report_files: tuple[ReportFile, ...] = ()
    assumption: AssumptionSet | None = field(default=None, kw_only=True)
    sets_open: tuple[str, ...] = field(default=(), kw_only=True)


def load_case(
    folder: Path, *, audience: str = KEEPER, as_of: dt.date | None = None, assumption: str | None = None, today: dt.date
) -> LoadedCase:
    """The case in a folder, from those of its files that the audience may open; `assumption` names a set of assumed numbers.

    Everything of `case.yaml` is in the case, whoever holds it: what an audience may see of it, and as of which day, is for
    `disclosure` to say. Numbers that are in it to be pooled are not the audience's to see.

    Raises:
        InvalidCase: a file that the audience may open has faults (all of them are told).
        NotDisclosed: the audience is not there, or was not by the day, or may not be told of; or no assumption set of that name is
            open to the audience, whether there is one or not.
    """
    faults = Faults()
    reports = _reports(folder)
    read = _read(folder, reports, today, faults)
    if read is None:
        raise _invalid(folder, faults, audience)
    check_audience(audience, read.case, as_of=as_of)
    entrusted = tuple(entrusted_to(folder, read, audience, faults))
    assumed = assumption_set(folder, read.frame, audience, assumption, faults) if assumption is not None else None
    if faults.found:
        raise InvalidCase(f"'{folder}' has faults", faults.texts())
    case = _with_entrusted(read.case, entrusted)
    if assumed is not None:
        case = evolve(case, preferences=case.preferences + assumed.preferences)
    told = _warnings(folder, read.warnings if audience == KEEPER else (), (*entrusted, *([assumed] if assumed else [])))
    is_of_today = as_of is None or audience == KEEPER  # what is noted of the files as they are might tell of what became known since
    warnings = _in_words(each for each in told if is_of_today and each.holders & {PUBLIC, audience})
    if audience == KEEPER:
        warnings = (*warnings, *passed_over(folder, read.frame.ids["actor"]))
    return LoadedCase(case, audience, warnings, reports, assumption=assumed, sets_open=sets_open(folder, read.frame, audience))


def files_with_holders(folder: Path, *, today: dt.date) -> Iterator[tuple[str, bytes, frozenset[str]]]:
    """Every file of a sound folder that a person wrote or put there, with those who may open it: its path, its bytes, its holders.

    What Gobetween itself made of the reports (evidence/) is left out: it can be made again.
    """
    read = _read(folder, (), today, Faults())
    if read is None:
        raise InvalidCase(f"'{folder}' has faults; gobetween check {folder} tells them")
    yield CASE_FILE, read_within(folder, CASE_FILE, LARGEST_FILE + 1), frozenset({KEEPER})
    for name in names_in(folder, "parties", ".yaml"):
        holders = named_in_head(folder, name, frame_of(read, name), "entrusted_to") | {name}
        yield f"parties/{name}.yaml", read_within(folder, f"parties/{name}.yaml", LARGEST_FILE + 1), holders
    for name in names_in(folder, "assumptions", ".yaml"):
        path = f"assumptions/{name}.yaml"
        yield path, read_within(folder, path, LARGEST_FILE + 1), holders_of(folder, name, read.frame) or frozenset({KEEPER})
    for path in _other_files(folder):
        yield path, read_within(folder, path, _LARGEST_REPORT), frozenset({KEEPER})


def _other_files(folder: Path) -> Iterator[str]:
    """Reports, judgements and what else lies in the folder, in a stated order; links are not followed."""
    written = (CASE_FILE, "parties/", "assumptions/", "evidence/", "record")
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder).as_posix()
        is_hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not path.is_symlink() and not is_hidden and not relative.startswith(written):
            yield relative


@frozen
class CheckedFolder:
    """What all files of a sound folder say together, with warnings: for whoever holds the folder to mend it by, never for a view.

    `lines` says where positions and links stand in their files, `keys` which keys are written there, both by their ids.
    """

    case: Case
    warnings: tuple[str, ...]
    lines: Mapping[str, int] = field(factory=dict)
    keys: Mapping[str, frozenset[str]] = field(factory=dict)


def check_folder(folder: Path, *, today: dt.date) -> tuple[str, ...]:
    """The warnings about every file of a folder, for whoever holds it; see `checked_folder`."""
    return checked_folder(folder, today=today).warnings


def checked_folder(folder: Path, *, today: dt.date) -> CheckedFolder:
    """Every file of a folder, read and checked, for whoever holds it.

    Raises:
        InvalidCase: some file has faults; all faults of all files are told.
    """
    faults = Faults()
    read = _read(folder, _reports(folder), today, faults)
    if read is None:
        raise _invalid(folder, faults, KEEPER)
    entrusted = {}
    for name in names_in(folder, "parties", ".yaml"):
        if name not in read.frame.ids["actor"]:
            actors = read.frame.ids["actor"]
            suggestion = faults.suggestion(name.lower(), actors)
            remedy = f"{suggestion} rename the file" if suggestion else ""
            fault = f"'{shown(name)}' is no actor of this case; actors: {listed(actors)}{remedy}"
            faults.add(Fault(f"parties/{shown(name)}.yaml", 1, fault))
        elif found := open_party(folder, name, frame_of(read, name), faults):
            entrusted[name] = found
    sets: list[AssumptionSet] = []
    for name in names_in(folder, "assumptions", ".yaml"):
        if not is_id(name):
            allowed = "allowed in the name: lower-case letters, digits and hyphens between them"
            faults.add(Fault(f"assumptions/{shown(name)}.yaml", 1, allowed))
        if assumed := open_assumptions(folder, name, read.frame, faults):
            sets.append(assumed)
    for release in read.case.releases:
        _check_release(release, entrusted, read.frame, faults)
    check_judgements(folder, faults)
    if faults.found:
        raise InvalidCase(f"'{folder}' has faults", faults.texts())
    warnings = (
        *_in_words(_warnings(folder, read.warnings, (*entrusted.values(), *sets))),
        *passed_over(folder, read.frame.ids["actor"]),
        *likely_slips(read.case, read.frame.lines),
    )
    case = _with_entrusted(read.case, tuple(entrusted.values()))
    stated: tuple[Position | Link, ...] = (*case.positions, *case.links)
    names = {entry.id: _name_in_frame(entry) for entry in stated}
    lines = {entry: read.frame.lines[name] for entry, name in names.items() if name in read.frame.lines}
    return CheckedFolder(case, warnings, lines, {entry: read.frame.keys[name] for entry, name in names.items() if entry in lines})


def _name_in_frame(entry: Position | Link) -> Name:
    """By what name the frame knows an entry; those of a party's file have its id and the key of their list in front of their own."""
    if isinstance(entry, Link):
        return ("link", entry.id)
    party, _, rest = entry.id.partition("/")
    key, _, own = rest.partition("/")
    return ("red line" if key == "red_lines" else "position", f"{party}/{own}" if own else entry.id)


def _read(folder: Path, reports: tuple[ReportFile, ...], today: dt.date, faults: Faults) -> ReadCase | None:
    try:
        data = read_within(folder, CASE_FILE, LARGEST_FILE + 1)
    except OSError:
        found = "cannot be read (links are not followed)" if is_there(folder / CASE_FILE) else "is not there"
        raise InvalidCase(f"'{folder}' is no case folder: its {CASE_FILE} {found}") from None
    originals = dict(_originals(folder, reports)) if b"sha256" in data else {}
    return read_case(data, folder.resolve().name, originals, today, faults)


def _warnings(folder: Path, of_case: Iterable[Warned], of_others: Iterable[Entrusted | AssumptionSet]) -> Iterator[Warned]:
    """All warnings; those of the common file say in which line, which tells how much others have before it: for its keeper alone."""
    yield from of_case
    for found in of_others:
        yield from found.warnings
    if (folder / REPORTS).is_symlink():
        yield Warned(EVERYONE, f"{REPORTS}/ is a link and was not followed; copy the reports into the folder")


def _in_words(warnings: Iterable[Warned]) -> tuple[str, ...]:
    """The warnings as texts; many entries that lie after today are one line, as likely none of them is a slip of the pen."""
    told = tuple(warnings)
    of_future = [each.text for each in told if each.is_of_future]
    if len(of_future) <= MOST_OF_FUTURE:
        return tuple(each.text for each in told)
    remedy = f"if the case is invented, add 'fictional: true' to {CASE_FILE}"
    summed = f"{len(of_future)} entries were published, or known, only after today; {remedy}. The first: {of_future[0]}"
    return (summed, *(each.text for each in told if not each.is_of_future))


def _reports(folder: Path) -> tuple[ReportFile, ...]:
    """The reports of the folder; a link in their place is not followed."""
    return () if (folder / REPORTS).is_symlink() else reports_in(folder / REPORTS).reports


def _originals(folder: Path, reports: tuple[ReportFile, ...]) -> Iterator[tuple[str, Original]]:
    for report in reports:
        try:
            data = read_within(folder / REPORTS, report.name, _LARGEST_REPORT)
        except OSError:
            continue
        try:
            text: str | None = data.decode("utf-8")
        except UnicodeDecodeError:
            text = None
        yield hashlib.sha256(data).hexdigest(), Original(report.name, text)


def _invalid(folder: Path, faults: Faults, audience: str) -> InvalidCase:
    """The faults of the common file; what they quote may be anybody's, so they are told to whoever holds the folder alone."""
    if audience == KEEPER:
        return InvalidCase(f"'{folder}' has faults", faults.texts())
    return InvalidCase(f"'{folder}' has a faulty {CASE_FILE}; whoever holds the folder can open it as its keeper to see what is wrong")


def _with_entrusted(case: Case, entrusted: tuple[Entrusted, ...]) -> Case:
    return evolve(
        case,
        preferences=tuple(each for found in entrusted for each in found.preferences),
        positions=case.positions + tuple(each for found in entrusted for each in found.positions),
        interests=case.interests + tuple(each for found in entrusted for each in found.interests),
        delegations=case.delegations + tuple(each for found in entrusted for each in found.delegations),
    )


def _check_release(release: Release, entrusted: dict[str, Entrusted], frame: Frame, faults: Faults) -> None:
    """Keeps a fault for every party whose file the releaser neither holds nor may pool."""
    for party in release.draws_on:
        found = entrusted.get(party)
        if found is not None and release.by in found.holders | found.pooled_for:
            continue
        line = frame.lines.get(("release", release.id), 1)
        entitled = (
            listed(sorted(found.holders | found.pooled_for)) if found else f"nobody, as parties/{party}.yaml is not there or faulty"
        )
        faults.add(Fault(CASE_FILE, line, f"releases: '{release.by}' draws on what {party} entrusted; entitled to it: {entitled}"))
