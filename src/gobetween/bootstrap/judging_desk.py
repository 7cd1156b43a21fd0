"""The items of some reports on a desk, to be judged one by one; each judgement is on the disk before the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import define, evolve, field, frozen

from gobetween.bootstrap.judging_case import CaseEntry, check_open
from gobetween.bootstrap.judging_editions import carried_over
from gobetween.bootstrap.judging_texts import check_quoted, passage_of, text_of
from gobetween.casefiles.decoding.time_and_source_readers import visible_words
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
from gobetween.model.evidence.item_fields import added_item, described
from gobetween.reading.events.coding import code_events

if TYPE_CHECKING:
    from gobetween.casefiles.report_files import ReportFile

AROUND = 400  # characters of the document on either side of an item's words, tags and all
SHOWN_AROUND = 160  # characters of these that are shown
MOST_NAMED = 6


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
        f"{number} {'judgement' if number == 1 else 'judgements'} on {name} kept, not used: it is not among these reports, or changed"
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
    _of_editions: tuple[str, ...] = field(default=(), init=False)
    _texts: dict[str, str | None] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        carried = carried_over(self.as_read.account, self.judgements, lambda name: text_of(name, self.as_read.files))
        self.judgements, self._of_editions = list(carried.judgements), carried.notes
        result = judged(self.as_read.account, self.judgements, code_events)
        self.entries, self.absent = list(result.entries), result.absent
        self._by_id = {entry.id: entry for entry in reversed(self.entries)}
        self._reports = {report.document.sha256: report for report in reversed(self.as_read.account.reports)}

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
        if found:
            raise InvalidJudgement(f"'{named}' may be any of {_listed(found)}; give more of the id")
        raise InvalidJudgement(f"no item '{named}' here; 'gobetween read' shows the ids, such as {_listed([*self._by_id][-2:])}")

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
        check_quoted(entry.kind, changes, self._text(self._reports[entry.sha256]), entry.report)
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
        passage = passage_of(words, self._text(source), report)
        check_quoted(wanted, fields, self._text(source), report)
        try:
            about = JudgedItem(source.document.sha256, wanted, added_item(wanted, passage, fields))
        except ValueError as error:
            raise InvalidJudgement(str(error)) from None
        self._write(Judgement(about, Verdict.ADDED, by=sign.by, day=self.today, note=sign.note, report=report), "added")
        added = next(each for each in self.entries if each.judgement is not None and each.judgement.about == about)
        return self._shown(added)

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
        check_open(judgement, self.as_read.hidden, lambda: self._text(self._reports[sha256]))
        self.book.add(judgement, item)
        self.judgements.append(judgement)
        fresh = judged(Account((self._reports[sha256],)), self.judgements, code_events).entries
        place = next((at for at, each in enumerate(self.entries) if each.sha256 == sha256), len(self.entries))
        others = [each for each in self.entries if each.sha256 != sha256]
        self.entries = [*others[:place], *fresh, *others[place:]]
        self._by_id = {entry.id: entry for entry in reversed(self.entries)}

    def _entry(self, item: str) -> JudgedEntry:
        return self._by_id[item]

    def _shown(self, entry: JudgedEntry) -> ShownItem:
        confidence, judgement = entry.item.confidence, entry.judgement
        before, after = self._around(entry)
        return ShownItem(
            entry.id,
            entry.report,
            entry.kind.word,
            entry.item.passage.text,
            fields=tuple(described(entry.kind, entry.item)),
            before=before,
            after=after,
            percent=confidence.percent if confidence else None,
            doubts=confidence.reasons if confidence else (),
            standing="struck" if entry.is_struck else entry.item.standing.value,
            verdict=_verdict(entry),
            into=judgement.into.item.passage.text if judgement is not None and judgement.into is not None else "",
            by=judgement.by if judgement else "",
            day=judgement.day.isoformat() if judgement and judgement.day else "",
            note=judgement.note if judgement else "",
            in_case=self._in_case(entry),
        )

    def _in_case(self, entry: JudgedEntry) -> tuple[str, ...]:
        """Entries of the case on the item's words, which stay as they are whatever is judged of it."""
        spans = entry.judgement.about.spans if entry.judgement else entry.item.passage.spans
        return tuple(dict.fromkeys(each.place for each in self.as_read.entries if each.rests_on(entry.sha256, spans)))

    def _around(self, entry: JudgedEntry) -> tuple[str, str]:
        text = self._text(self._reports[entry.sha256])
        if text is None:
            return "", ""
        passage = entry.item.passage
        before, after = text[max(passage.start - AROUND, 0) : passage.start], text[passage.end : passage.end + AROUND]
        return _end_of(visible_words(before)), _beginning_of(visible_words(after))

    def _text(self, report: Report) -> str | None:
        """The report's text as its spans count it; `None` if its file has gone meanwhile."""
        if report.name not in self._texts:
            self._texts[report.name] = text_of(report.name, self.as_read.files)
        return self._texts[report.name]


def _kind(word: str) -> ItemKind:
    kinds = {each.word: each for each in ItemKind}
    if word not in kinds:
        raise InvalidJudgement(f"'{word}' is no kind of item; allowed: {', '.join(kinds)}")
    return kinds[word]


def _verdict(entry: JudgedEntry) -> str:
    return entry.judgement.verdict.value if entry.judgement else ""


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:MOST_NAMED])
    return f"{shown}, ..." if len(names) > MOST_NAMED else shown or "none"


def _end_of(words: str) -> str:
    return words if len(words) <= SHOWN_AROUND else f"… {words[-SHOWN_AROUND:].partition(' ')[2]}"


def _beginning_of(words: str) -> str:
    return words if len(words) <= SHOWN_AROUND else f"{words[:SHOWN_AROUND].rpartition(' ')[0]} …"
