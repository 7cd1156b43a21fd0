"""The items of some reports on a desk, to be judged one by one; each judgement is on the disk before the next."""

from __future__ import annotations

import datetime as dt
import re
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import define, evolve, field, frozen

from gobetween.bootstrap.judging_case import CaseEntry, check_open
from gobetween.bootstrap.judging_editions import carried_over
from gobetween.bootstrap.judging_places import well_placed
from gobetween.bootstrap.judging_shown import History, shown_item
from gobetween.bootstrap.judging_texts import Searched, check_quoted, passage_of, text_of
from gobetween.casefiles.judgement_files import JudgementBook
from gobetween.cli.services.judging import ShownItem, Sign
from gobetween.model.errors import InvalidJudgement
from gobetween.model.evidence import (
    Account,
    ItemKind,
    JudgedEntry,
    JudgedItem,
    Judgement,
    Report,
    Verdict,
    judged,
    undecided,
)
from gobetween.model.evidence.item_fields import added_item
from gobetween.model.evidence.items import item_id
from gobetween.model.evidence.judged_pairs import SAME_WORDS, common_part
from gobetween.model.evidence.judgements import told_apart
from gobetween.reading.events.coding import code_events

if TYPE_CHECKING:
    from gobetween.casefiles.report_files import ReportFile

MOST_NAMED = 6
MOST_QUOTED = 60  # characters of what somebody typed or wrote that a message repeats


@frozen
class AsRead:
    """What was read before anybody judged it, the files it was read from, and those left out, with the reason."""

    account: Account
    files: tuple[ReportFile, ...]
    left_out: tuple[tuple[str, str], ...] = ()
    entries: tuple[CaseEntry, ...] = ()  # of the case, if it is one
    hidden: tuple[str, ...] = ()  # names in the case that not everyone may know


def of_absent(absent: Sequence[Judgement]) -> tuple[str, ...]:
    """One line for each document that was judged and is not here; the judgements are kept for when it is."""
    counts: dict[str, int] = {}
    for judgement in absent:
        name = judgement.report or f"a document with the SHA-256 {judgement.about.sha256[:12]}..."
        counts[name] = counts.get(name, 0) + 1
    return tuple(
        f"{number} {'judgement' if number == 1 else 'judgements'} on {name} kept, not used: it is not among these reports, or changed; "
        "if it lies here under another name, and changed, write that name after `report`"
        for name, number in counts.items()
    )


@define
class Desk:
    """See `JudgingDesk`."""

    as_read: AsRead
    book: JudgementBook
    judgements: list[Judgement]
    today: dt.date
    is_whole: bool = field(default=True, kw_only=True)  # not one report of many
    entries: list[JudgedEntry] = field(init=False)
    absent: tuple[Judgement, ...] = field(init=False)
    _by_id: dict[str, JudgedEntry] = field(init=False)
    _reports: dict[str, Report] = field(init=False)
    _history: History = field(init=False)
    _of_editions: tuple[str, ...] = field(default=(), init=False)
    _texts: dict[str, str | None] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        self._reports = {report.document.sha256: report for report in reversed(self.as_read.account.reports)}
        carried = carried_over(self.as_read.account, self.judgements, self._text)
        placed = well_placed(self.as_read.account, carried.judgements, self._text)
        self.judgements, self._of_editions = list(placed.judgements), (*carried.notes, *placed.notes)
        self._history = History(self.judgements)
        result = judged(self.as_read.account, self.judgements, code_events)
        self.entries, self.absent = list(result.entries), result.absent
        self._by_id = {entry.id: entry for entry in reversed(self.entries)}

    @property
    def notes(self) -> tuple[str, ...]:
        """See `JudgingDesk.notes`."""
        return (*self._of_editions, *(of_absent(self.absent) if self.is_whole else ()))

    @property
    def left_out(self) -> tuple[tuple[str, str], ...]:
        """See `JudgingDesk.left_out`."""
        return self.as_read.left_out

    @property
    def file(self) -> Path:
        """See `JudgingDesk.file`."""
        return self.book.file

    def undecided(self, kind: str = "") -> tuple[str, ...]:
        """See `JudgingDesk.undecided`.

        Raises:
            InvalidJudgement: there is no such kind.
        """
        wanted = _kind(kind) if kind else None
        return tuple(entry.id for entry in undecided(self.entries) if wanted in (None, entry.kind))

    def judged(self) -> Iterator[ShownItem]:
        """See `JudgingDesk.judged`."""
        return (self._shown(entry) for entry in self.entries if entry.judgement is not None)

    def find(self, named: str) -> str:
        """See `JudgingDesk.find`.

        Raises:
            InvalidJudgement: no item is meant, or several are.
        """
        wanted = named.strip().casefold()
        exact = [entry.report for entry in self.entries if entry.id == wanted]
        if len(exact) > 1:  # one in thousands of millions
            raise InvalidJudgement(f"'{named}' happens to be an item of each of: {', '.join(exact)}; judge one of these files alone")
        begun = [entry.id for entry in self.entries if wanted and (entry.id.startswith(wanted) or f"-{wanted}" in entry.id)]
        found = [wanted] if exact else list(dict.fromkeys(begun))
        if len(found) == 1:
            return found[0]
        asked = f"{named[:MOST_QUOTED]} …" if len(named) > MOST_QUOTED else named
        if found:
            raise InvalidJudgement(f"'{asked}' may be any of {_listed(found)}; give more of the id")
        left_out = f" (left out: {_listed([name for name, _ in self.left_out])})" if self.left_out else ""
        raise InvalidJudgement(
            f"no item '{asked}' here{left_out}; 'gobetween read' shows the ids, such as {_listed([*self._by_id][-2:])}"
        )

    def show(self, item: str) -> ShownItem:
        """See `JudgingDesk.show`."""
        return self._shown(self._entry(item))

    def judge(self, item: str, verdict: str, sign: Sign) -> ShownItem:
        """See `JudgingDesk.judge`."""
        entry = self._entry(item)
        before = entry.judgement
        chosen = Verdict(verdict)
        if chosen is Verdict.RIGHT and before is not None and before.verdict in (Verdict.CHANGED, Verdict.ADDED):
            return self._keep(entry, before.verdict, sign, changes=before.changes)  # right as it was changed
        return self._keep(entry, chosen, sign)

    def change(self, item: str, changes: tuple[tuple[str, str], ...], sign: Sign) -> ShownItem:
        """See `JudgingDesk.change`."""
        entry = self._entry(item)
        check_quoted(entry.kind, changes, self._text(entry.report), entry.report)
        before = entry.judgement.changes if entry.judgement else ()
        cleaned = {name.strip(): " ".join(text.split()) for name, text in (*before, *changes)}
        return self._keep(entry, Verdict.CHANGED, sign, changes=tuple(cleaned.items()))

    def merge(self, item: str, into: str, sign: Sign) -> ShownItem:
        """See `JudgingDesk.merge`.

        Raises:
            InvalidJudgement: the other is no item that stands, of the same kind and document.
        """
        entry, other = self._entry(item), self._entry(into)
        if other.is_struck:
            raise InvalidJudgement(f"'{into}' is struck itself ({_verdict(other)}); merge with an item that stands")
        if (other.kind, other.sha256) != (entry.kind, entry.sha256):
            msg = f"'{item}' is a {entry.kind.word} in {entry.report}, '{into}' a {other.kind.word} in {other.report}; "
            raise InvalidJudgement(f"{msg}an item is merged with another of its kind in the same document")
        return self._keep(entry, Verdict.MERGED, sign, into=self._about(other))

    def add(self, kind: str, report: str, words: str, fields: tuple[tuple[str, str], ...], sign: Sign) -> ShownItem:
        """See `JudgingDesk.add`.

        Raises:
            InvalidJudgement: there is no such kind or report, or the words are not in it once.
        """
        wanted = _kind(kind)
        source = next((each for each in self.as_read.account.reports if each.name == report), None)
        if source is None:
            raise InvalidJudgement(f"no report '{report}' here; reports: {_listed([e.name for e in self.as_read.account.reports])}")
        text = self._text(report)
        passage = passage_of(words, Searched(text) if text is not None else None, report)
        check_quoted(wanted, fields, text, report)
        try:
            about = JudgedItem(source.document.sha256, wanted, added_item(wanted, passage, fields))
        except ValueError as error:
            raise InvalidJudgement(str(error)) from None
        self._refuse_double(about)
        judgement = Judgement(about, Verdict.ADDED, by=sign.by, day=self.today, note=sign.note, report=report)
        self._write(judgement, item_id(about.sha256, wanted, about.item))
        added = next(each for each in self.entries if each.judgement is not None and each.judgement.about == about)
        return self._shown(added)

    def _refuse_double(self, about: JudgedItem) -> None:
        """Refuses to add what is read, or was added, already: of the same words the same."""
        for entry in self.entries:
            if entry.is_struck or (entry.sha256, entry.kind) != (about.sha256, about.kind):
                continue
            is_added_again = entry.judgement is not None and entry.judgement.about.key == about.key and entry.judgement.verdict.keeps
            same_words = common_part(entry.item.passage.spans, about.spans) >= SAME_WORDS
            if same_words and not is_added_again and told_apart(entry.item) == told_apart(about.item):
                quoted = textwrap.shorten(entry.item.passage.text, MOST_QUOTED, placeholder=" …")
                raise InvalidJudgement(
                    f"{entry.id} says that already, on “{quoted}”; judge that item: right, or change FIELD=VALUE where it is otherwise"
                )

    def _keep(
        self,
        entry: JudgedEntry,
        verdict: Verdict,
        sign: Sign,
        *,
        changes: tuple[tuple[str, str], ...] = (),
        into: JudgedItem | None = None,
    ) -> ShownItem:
        try:
            judgement = Judgement(
                self._about(entry),
                verdict,
                changes=changes,
                into=into,
                by=sign.by,
                day=self.today,
                note=sign.note,
                report=entry.report,
            )
        except ValueError as error:
            raise InvalidJudgement(str(error)) from None
        self._write(judgement, entry.id)
        now = self._by_id.get(entry.id)
        return self._shown(now) if now else evolve(self._shown(entry), standing="gone", verdict=verdict.value)

    def _about(self, entry: JudgedEntry) -> JudgedItem:
        """The item as it was read: a second judgement is about what the first was about."""
        is_its_own = entry.judgement is not None and entry.judgement.about.kind is entry.kind
        if is_its_own and entry.judgement is not None:
            return entry.judgement.about
        return JudgedItem(entry.sha256, entry.kind, entry.item)

    def _write(self, judgement: Judgement, item: str) -> None:
        sha256 = judgement.about.sha256
        check_open(judgement, self.as_read.hidden, lambda: self._text(self._reports[sha256].name))
        self.book.add(judgement, item)
        self.judgements.append(judgement)
        self._history.add(judgement)
        fresh = judged(Account((self._reports[sha256],)), self.judgements, code_events).entries
        place = next((at for at, each in enumerate(self.entries) if each.sha256 == sha256), len(self.entries))
        others = [each for each in self.entries if each.sha256 != sha256]
        self.entries = [*others[:place], *fresh, *others[place:]]
        self._by_id = {entry.id: entry for entry in reversed(self.entries)}

    def _entry(self, item: str) -> JudgedEntry:
        return self._by_id[item]

    def _shown(self, entry: JudgedEntry) -> ShownItem:
        return shown_item(entry, self._text(self._reports[entry.sha256].name), self.as_read.entries, self._history)

    def _text(self, report: str) -> str | None:
        """The report's text as its spans count it; `None` if its file has gone meanwhile."""
        if report not in self._texts:
            self._texts[report] = text_of(report, self.as_read.files)
        return self._texts[report]


def _kind(word: str) -> ItemKind:
    """The kind of that name, of one item or of several, in letters of any size."""
    wanted = "_".join(re.findall(r"\w+", word.casefold()))
    for kind in ItemKind:
        if wanted in (kind.word.replace("-", "_"), kind.value):
            return kind
    shown = f"{word[:MOST_QUOTED]} …" if len(word) > MOST_QUOTED else word
    raise InvalidJudgement(f"'{shown}' is no kind of item; allowed: {', '.join(kind.word for kind in ItemKind)}")


def _verdict(entry: JudgedEntry) -> str:
    return entry.judgement.verdict.value if entry.judgement else ""


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:MOST_NAMED])
    return f"{shown}, ..." if len(names) > MOST_NAMED else shown or "none"
