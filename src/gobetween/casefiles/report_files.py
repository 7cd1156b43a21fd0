"""Reports on disk: which files there are to read, under which names, and why others are passed over."""

from __future__ import annotations

import itertools
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from attrs import frozen

from gobetween.casefiles.documents.case_file import CASE_FILE
from gobetween.casefiles.file_access import shown
from gobetween.casefiles.paths import JUDGEMENTS_FILE, case_meant
from gobetween.model.errors import InvalidReport
from gobetween.model.evidence.report_names import reason_against

REPORTS = "reports"
"""The folder of a case that holds its public reports."""

KINDS_OF_REPORT = "reports are text, HTML, PDF, DOCX, e-mail, feeds (RSS, Atom), JSON Lines, or archives of these"


@frozen(order=True)
class ReportFile:
    """A report: the name by which readers know it (its path within the folder that was given), and where it is, behind all links."""

    name: str
    path: Path


@frozen(order=True)
class PassedOver:
    """A file that is not read, and why."""

    name: str
    reason: str


@frozen
class FoundReports:
    """The reports that were found and the files that were passed over, each in order of name."""

    reports: tuple[ReportFile, ...]
    passed_over: tuple[PassedOver, ...] = ()


def find_reports(given: Sequence[Path]) -> FoundReports:
    """The reports among the given files and in the given folders, walked to the end; hidden files are left alone.

    Of a case folder only its `reports/` is walked: the rest is not public.

    Raises:
        InvalidReport: nothing stands at a path, a file given by name is no report, or there is no report at all.
    """
    reports: list[ReportFile] = []
    passed_over: list[PassedOver] = []
    for path in given:
        try:
            _find(path, f"{shown(path.resolve().name)}/" if len(given) > 1 else "", reports, passed_over)
        except (OSError, RuntimeError) as error:
            raise InvalidReport(f"'{path}' cannot be opened: {getattr(error, 'strerror', error)}") from error
    if not reports:
        where = ", ".join(f"'{path}'" for path in given)
        others = "1 other file:" if len(passed_over) == 1 else f"{len(passed_over)} other files, such as"
        also = f" ({others} {passed_over[0].name}: {passed_over[0].reason})" if passed_over else ""
        case = "".join(f"; if a case is meant: {meant}" for path in given if (meant := case_meant(path)))
        raise InvalidReport(f"no reports in {where or 'nothing'}{also}; {KINDS_OF_REPORT}{case}")
    return FoundReports(_named_apart(reports), tuple(sorted(passed_over)))


def _find(path: Path, prefix: str, reports: list[ReportFile], passed_over: list[PassedOver]) -> None:
    if path.is_dir():
        _walk(path, prefix, reports, passed_over)
    elif not path.exists():
        raise InvalidReport(f"nothing at '{path}'; give files or folders of reports")
    elif not path.is_file():
        raise InvalidReport(f"'{shown(str(path))}' is no plain file; what a pipe or a device gives must be saved to a file first")
    elif reason := reason_against(path.name):
        raise InvalidReport(f"'{shown(str(path))}' is {reason}; {KINDS_OF_REPORT}")
    else:
        reports.append(ReportFile(shown(path.name), _itself(path)))


def reports_in(folder: Path) -> FoundReports:
    """The reports of a folder, perhaps none; one that is a link, is not there or cannot be read has none."""
    reports: list[ReportFile] = []
    passed_over: list[PassedOver] = []
    if not folder.is_symlink():  # which may lead anywhere, to all that the machine holds
        _walk(folder, "", reports, passed_over)
    return FoundReports(_in_order(reports), tuple(sorted(passed_over)))


def _walk(folder: Path, prefix: str, reports: list[ReportFile], passed_over: list[PassedOver]) -> None:
    root = folder.resolve()

    def cannot_open(error: OSError) -> None:
        if isinstance(error, FileNotFoundError | NotADirectoryError):
            return
        closed = Path(error.filename or folder)
        relative = closed.relative_to(folder).as_posix() if closed != folder else closed.resolve().name
        passed_over.append(PassedOver(f"{prefix}{shown(relative)}/", f"a folder that cannot be opened: {error.strerror}"))

    for path, relative in _files(folder, cannot_open):
        name = prefix + shown(relative)
        if _leads_out(path, root):
            passed_over.append(PassedOver(name, "a link to outside the folder"))
        elif path.resolve() != root / relative and is_private_to_a_case(path):
            passed_over.append(PassedOver(name, "a link to a file of a case that is no report"))
        elif not path.is_file():
            passed_over.append(PassedOver(name, "not a plain file"))
        elif reason := reason_against(path.name):
            passed_over.append(PassedOver(name, reason))
        else:
            reports.append(ReportFile(name, _itself(path)))


def _itself(path: Path) -> Path:
    """The file that a link leads to now, so that the link is not asked again; any other path as it is."""
    return path.resolve() if path.is_symlink() else path


def _leads_out(path: Path, root: Path) -> bool:
    try:
        return not path.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # a link to itself leads nowhere
        return True


def _files(folder: Path, cannot_open: Callable[[OSError], None]) -> Iterator[tuple[Path, str]]:
    """The files below a folder; of a case folder, which holds what was said in confidence, those in its `reports/` alone."""
    for directory, below, names in os.walk(folder, onerror=cannot_open):
        is_case = CASE_FILE in names
        below[:] = sorted(name for name in below if not name.startswith(".") and (name == REPORTS or not is_case))
        for name in sorted(names) if not is_case else ():
            path = Path(directory, name)
            relative = path.relative_to(folder).as_posix()
            if not name.startswith(".") and name != JUDGEMENTS_FILE:
                yield path, relative


def is_private_to_a_case(path: Path) -> bool:
    """Whether a file lies in a case folder beside its `reports/`: it is no public report, whoever named it."""
    inner = path.resolve()
    return any((folder / CASE_FILE).is_file() and inner.relative_to(folder).parts[0] != REPORTS for folder in inner.parents)


def _named_apart(reports: list[ReportFile]) -> tuple[ReportFile, ...]:
    """Files of one name from different folders are named with their folder."""
    unique = {report.path.resolve(): report for report in reports}
    counts = Counter(report.name for report in unique.values())
    apart = (ReportFile(shown(full.as_posix()), report.path) if counts[report.name] > 1 else report for full, report in unique.items())
    return _in_order(apart)


def _in_order(reports: Iterable[ReportFile]) -> tuple[ReportFile, ...]:
    """By name; of names that are the same once they are written out, the second gets a number."""
    found: dict[str, ReportFile] = {}
    for report in sorted(reports):
        numbers = itertools.count(2)
        name = report.name
        while name in found:
            name = f"{report.name} ({next(numbers)})"
        found[name] = ReportFile(name, report.path)
    return tuple(sorted(found.values()))
