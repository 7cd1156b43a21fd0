"""Entries of a case that rest on the words of an item: they are the case's own, and no judgement of the item changes them."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from attrs import fields, frozen

from gobetween.casefiles.documents.case_file import CASE_FILE
from gobetween.casefiles.folders import load_case
from gobetween.casefiles.judgement_files import file_for
from gobetween.disclosure.views import view_for
from gobetween.model.cases import Case
from gobetween.model.errors import InvalidCase, InvalidJudgement
from gobetween.model.evidence import Judgement
from gobetween.model.evidence.item_fields import described
from gobetween.model.evidence.judged_pairs import SAME_WORDS, common_part
from gobetween.model.evidence.judging import in_force
from gobetween.model.items import PUBLIC, Item
from gobetween.model.passages import Span


@frozen
class CaseEntry:
    """An entry of a case with the words of one report that it cites; `place` says where it stands, for a person."""

    place: str
    sha256: str
    spans: tuple[Span, ...]

    def rests_on(self, sha256: str, spans: Sequence[Span]) -> bool:
        """Whether it cites the same words, as judgements take words to be the same."""
        return self.sha256 == sha256 and common_part(self.spans, spans) >= SAME_WORDS


def entries_of(case: Case, folder: Path) -> tuple[CaseEntry, ...]:
    """Every entry of the case that cites a report, once for each citation; sources are no such entries."""
    lines = _lines(folder / CASE_FILE)
    documents = {source.id: source.sha256 for source in case.sources}
    return tuple(_entries(case, documents, lines))


def hidden_names(case: Case) -> tuple[str, ...]:
    """The names, and other names, of actors and persons of the case that not everyone may know of."""
    known = {name.casefold() for name in _names(view_for(PUBLIC, case).case)}
    return tuple(sorted(name for name in {*_names(case)} if name.casefold() not in known))


def check_open(judgement: Judgement, hidden: Sequence[str], text: Callable[[], str | None]) -> None:
    """Refuses a hidden name unless the report's text has it: what was judged is in everybody's briefs.

    Raises:
        InvalidJudgement: the item as it was judged has a name that not everyone may know.
    """
    if untold := _untold(judgement, hidden, text):
        raise InvalidJudgement(
            f"'{untold[0]}' is known to some in this case alone, and {judgement.report} does not name it; "
            "reports and what is judged of them are open to everyone, so that name cannot stand in a judgement"
        )


def without_hidden(
    judgements: Sequence[Judgement], hidden: Sequence[str], text: Callable[[str], str | None]
) -> tuple[tuple[Judgement, ...], tuple[str, ...]]:
    """The judgements but for those in force that a hand made to name who is hidden; and for the keeper, what they name.

    `text` gives the text of a report by its name.
    """
    if not hidden:
        return tuple(judgements), ()
    found = {
        each.about.key: (each.report, untold)
        for each in in_force(judgements)
        if (untold := _untold(each, hidden, partial(text, each.report)))
    }
    notes = dict.fromkeys(
        f"a judgement on {report} not used, as '{untold[0]}' is known to some in this case alone, and the report does not name it; "
        "take the name out of judgements.yaml"
        for report, untold in found.values()
    )
    return tuple(each for each in judgements if each.about.key not in found), tuple(notes)


def hidden_beside(paths: Sequence[Path], today: dt.date) -> tuple[str, ...]:
    """The hidden names of the cases in whose folders these reports lie; none of a case that cannot be loaded."""
    folders = dict.fromkeys(file_for(path).parent for path in paths)
    found: list[str] = []
    for folder in folders:
        if (folder / CASE_FILE).is_file():
            with contextlib.suppress(InvalidCase):
                found += hidden_names(load_case(folder, today=today).case)
    return tuple(dict.fromkeys(found))


def _untold(judgement: Judgement, hidden: Sequence[str], text: Callable[[], str | None]) -> tuple[str, ...]:
    """The hidden names that the item has as it was judged, and its report has not."""
    named = _found_in("\n".join(said for _, said in described(judgement.about.kind, judgement.judged_item())), hidden)
    return tuple(sorted({*named} - {*_found_in(text() or "", named)})) if named else ()


def _names(case: Case) -> Iterator[str]:
    for actor in case.actors:
        yield from (actor.name, *actor.aliases)
    for person in case.persons:
        yield from (person.name, *person.aliases)


def _found_in(words: str, names: Sequence[str]) -> tuple[str, ...]:
    """Those of the names that stand in the words, however they are written there."""
    flat = " ".join(words.split())
    return tuple(each for each in names if re.search(rf"(?<!\w){re.escape(' '.join(each.split()))}(?!\w)", flat, re.IGNORECASE))


def _entries(case: Case, documents: Mapping[str, str], lines: Sequence[str]) -> Iterator[CaseEntry]:
    for each in fields(Case):
        value = getattr(case, each.name)
        for item in value if isinstance(value, tuple) else ():
            for citation in item.citations if isinstance(item, Item) else ():
                if citation.source in documents and citation.spans:
                    yield CaseEntry(_place(each.name, item.id, lines), documents[citation.source], citation.spans)


def _place(collection: str, name: str, lines: Sequence[str]) -> str:
    """The entry by its collection and id, with its line in the case file where it can be told."""
    line = _line_of(collection, name, lines)
    return f"{collection} '{name}'{f' ({CASE_FILE}, line {line})' if line else ''}"


def _line_of(collection: str, name: str, lines: Sequence[str]) -> int | None:
    entry = re.compile(rf"\s+(?:- (?:\{{\s*)?id: *['\"]?{re.escape(name)}['\"]?\s*(?:[,}}].*)?|{re.escape(name)}:.*)$")
    is_within = False
    for number, line in enumerate(lines, 1):
        if line[:1].isalpha():
            is_within = line.startswith(f"{collection}:")
        elif is_within and entry.match(line):
            return number
    return None


def _lines(file: Path) -> Sequence[str]:
    try:
        return file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):  # the case was loaded from it: it has gone meanwhile
        return ()
