"""The services behind the command that drafts a case: reports are read, a case is drafted, its folder written with copies of them."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from gobetween.bootstrap.proposing_onto import Onto, case_for_additions
from gobetween.bootstrap.proposing_public import check_public
from gobetween.model.errors import InvalidCase, InvalidReport

if TYPE_CHECKING:
    from gobetween.bootstrap.reports import Reports
    from gobetween.casefiles.report_files import ReportFile
    from gobetween.cli.services.proposing import ProposedCase
    from gobetween.model.evidence import Account
    from gobetween.reading.proposing.case_drafts import Originals
    from gobetween.reading.proposing.drafts import Draft, Name

MOST_SHOWN = 8  # questions that are printed; the listing in the folder has all
ADDITIONS = "ADDITIONS.md"
_LONGEST_TITLE = 200
_LONGEST_NAME = 100
_TEXTS = (".txt", ".html", ".htm", ".md", ".xhtml")


@frozen
class Copy:
    """A report as it is put into the case folder: its name in reports/, and its bytes, UTF-8."""

    name: str
    data: bytes


@frozen
class Proposing:
    """Drafts cases; `reports` reads what is at the paths, `today` is the day it works on."""

    reports: Reports
    today: dt.date

    def propose_case(
        self,
        paths: tuple[Path, ...],
        out: Path,
        title: str | None,
        progress: Callable[[str], None],
        *,
        onto: Path | None = None,
    ) -> ProposedCase:
        """A new case folder, drafted from the reports at these paths, with copies of them; see `ProposingServices.propose_case`.

        Raises:
            InvalidCase: the folder's name is no id, something is there already, or it cannot be written; or `onto` is no sound case.
            InvalidReport: there is no report, or one of them is a file of a case, or nothing in them is about talks.
            MissingPart: the parser of English is not installed.
        """
        from gobetween.casefiles.encoding.draft_files import LISTING, Remarks, draft_files
        from gobetween.casefiles.encoding.folder_writer import write_folder
        from gobetween.cli.services.proposing import ProposedCase
        from gobetween.reading.proposing.remarks import comments_of, head_of, listing_of

        name = _checked(out, title)
        check_public(paths, self.today)
        case = case_for_additions(onto, self.today) if onto else None
        reading = self.reports.read(paths, progress, names=case.names if case else None)
        if not reading.account.reports:
            refused = "\n".join(f"left out: {each}: {reason}" for each, reason in reading.refusals)
            raise InvalidReport("\n".join(part for part in ("none of these reports could be read", refused) if part))
        progress("drafting")
        account = case.new_in(reading.account) if case else reading.account
        draft, copies = _drafted(paths, account, name, title or _title_onto(case), case)
        told = _added(draft, case) if case else _Told(draft, comments_of(draft))
        files: dict[str, str | bytes] = dict(draft_files(told.draft.case, Remarks(head_of(told.draft), told.comments)))
        files |= {LISTING: listing_of(told.draft), **told.files}
        files |= {f"reports/{copy.name}": copy.data for copy in copies}
        files |= _judgements(paths)
        written = write_folder(files, out)
        return ProposedCase(
            written,
            (*_summary(told.draft), *told.summary),
            first=_first(told.draft),
            refusals=reading.refusals,
        )


def _checked(out: Path, title: str | None) -> str:
    """The id of the case, which is the folder's name."""
    from gobetween.casefiles.decoding.field_readers import is_id

    name = out.resolve().name
    if not is_id(name):
        better = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "my-case"
        raise InvalidCase(f"'{name}' cannot name a case: lower-case letters, digits and hyphens only; try '{better}'")
    if title is not None and (not title.strip() or len(title) > _LONGEST_TITLE or not title.isprintable()):
        raise InvalidCase(f"a title is one line of 1 to {_LONGEST_TITLE} characters")
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise InvalidCase(f"'{out}' is there already and no folder; choose another name")
    if out.is_dir() and any(out.iterdir()):
        raise InvalidCase(f"'{out}' is there already and not empty; a draft goes into a new folder: choose another name")
    return name


@frozen
class _Told:
    """A draft with the comments on its entries, and what else is told of it."""

    draft: Draft
    comments: Mapping[Name, Sequence[str]]
    files: Mapping[str, str] = field(factory=dict)
    summary: tuple[str, ...] = ()


def _added(draft: Draft, onto: Onto) -> _Told:
    """The draft in the ids of the case that it is to be added to, and what is new in it."""
    from gobetween.reading.proposing.additions import additions_to
    from gobetween.reading.proposing.additions_told import comments_on_additions, listing_of_additions, summary_of_additions
    from gobetween.rendering.text_safety import harmless_lines

    found = additions_to(onto.case, draft)
    summary = harmless_lines(summary_of_additions(found, onto.case))
    listing = {ADDITIONS: listing_of_additions(found, onto.case)}
    return _Told(found.draft, comments_on_additions(found, onto.case), listing, (summary,))


def _title_onto(onto: Onto | None) -> str:
    return f"Additions to {onto.case.title}"[:_LONGEST_TITLE] if onto else ""


def _drafted(paths: tuple[Path, ...], account: Account, name: str, title: str, onto: Onto | None) -> tuple[Draft, tuple[Copy, ...]]:
    from gobetween.casefiles.report_files import find_reports
    from gobetween.reading.naming.lexicon_data import default_lexicon
    from gobetween.reading.reader import load_parser

    parser = load_parser()  # before what imports it, so that whoever has it not is told how to get it
    from gobetween.reading.proposing.case_drafts import draft_case

    originals, copies = _originals(find_reports(paths).reports, account)
    lexicon = onto.names.merged_with(default_lexicon()) if onto else default_lexicon()
    words = evolve(originals, are_of_known_talks=onto is not None)
    return draft_case(name, title, account, words, lexicon, parser), copies


def _originals(files: tuple[ReportFile, ...], account: Account) -> tuple[Originals, tuple[Copy, ...]]:
    """The texts of the reports, and copies of them to be put into the folder: what is in another encoding or form, as UTF-8."""
    from gobetween.reading.documents.cleaning import clean_document
    from gobetween.reading.proposing.case_drafts import Originals
    from gobetween.reading.proposing.evidence import Filed

    texts, clean, filed = {}, {}, {}
    copies: dict[str, Copy] = {}
    taken: set[str] = set()
    for part_name, text in _texts(files, account):
        data = text.encode("utf-8", "replace")
        digest = hashlib.sha256(data).hexdigest()
        if digest not in copies:
            copies[digest] = Copy(_file_name(part_name, taken), data)
        texts[part_name], clean[part_name] = text, clean_document(text).clean
        filed[part_name] = Filed(copies[digest].name, digest)
    return Originals(texts, clean, filed), tuple(copies.values())


def _texts(files: tuple[ReportFile, ...], account: Account) -> Iterator[tuple[str, str]]:
    """The text of each report that was read, by its name, newlines untouched; of a file that changed meanwhile, none.

    Raises:
        InvalidReport: a report changed while it was being read.
    """
    from gobetween.bootstrap.accounts import parts_of_file
    from gobetween.reading.documents.sources import open_source
    from gobetween.reading.inputs import Part

    wanted = {report.name: report.document.sha256 for report in account.reports}
    for file in files:
        for part in parts_of_file(file):
            if isinstance(part, Part) and hashlib.sha256(part.data).hexdigest() == wanted.get(part.name):
                del wanted[part.name]
                yield part.name, open_source(part.name, part.data).text
    if wanted:
        raise InvalidReport(f"{next(iter(wanted))}: changed while it was being read; run the command again")


def _file_name(name: str, taken: set[str]) -> str:
    """A name in reports/ that any system takes, with the path in it, and that no other report has."""
    parts = [part for part in PurePosixPath(name).parts if part not in ("/", "..", ".")]
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", "--".join(parts)).strip("-.") or "report"
    stem, end = (plain, ".txt") if not plain.lower().endswith(_TEXTS) else (plain[: plain.rindex(".")], plain[plain.rindex(".") :])
    stem = stem[:_LONGEST_NAME].strip("-.") or "report"
    if stem.lower() == "readme":
        stem = f"report-{stem}"
    wanted, number = f"{stem}{end}", 2
    while wanted.lower() in taken:
        wanted, number = f"{stem}-{number}{end}", number + 1
    taken.add(wanted.lower())
    return wanted


def _judgements(paths: tuple[Path, ...]) -> dict[str, bytes]:
    """What persons judged of what was read, to stand beside the case that was drafted with it; of several such files, none."""
    from gobetween.casefiles.judgement_files import file_for
    from gobetween.casefiles.paths import JUDGEMENTS_FILE

    found = {file for path in paths if (file := file_for(path)).is_file() and not file.is_symlink()}
    return {JUDGEMENTS_FILE: next(iter(found)).read_bytes()} if len(found) == 1 else {}


def _summary(draft: Draft) -> Iterator[str]:
    from gobetween.briefs.phrasing import counted
    from gobetween.rendering.text_safety import harmless_lines

    case = draft.case
    for label, ids in (("Parties", case.parties), ("Mediators", case.mediators)):
        yield harmless_lines(f"{label}: {', '.join(actor.name for actor in case.actors if actor.id in ids) or 'none found'}")
    yield harmless_lines(f"Issues: {'; '.join(issue.title for issue in case.issues) or 'none found'}")
    kinds = (
        ("source", case.sources),
        ("actor", case.actors),
        ("position", case.positions),
        ("meeting", case.meetings),
        ("sticking point", case.sticking_points),
    )
    yield ", ".join(counted(len(entries), word) for word, entries in kinds) + "; all of it a draft"


def _first(draft: Draft) -> tuple[str, ...]:
    from gobetween.rendering.text_safety import harmless_lines

    shown = [harmless_lines(each.text) for each in draft.questions[:MOST_SHOWN]]
    more = len(draft.questions) - len(shown)
    return (*shown, *([f"... and {more} more, in DRAFT.md"] if more else []))
