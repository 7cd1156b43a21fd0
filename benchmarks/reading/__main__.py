"""Scores of reading on the annotated texts of this folder, development and held out apart.

    make bench      or      python benchmarks/reading [--misses] [--only WORDS]

`--misses` lists what was missed and what was wrong in the development texts; the held-out ones are counted only. Where causes.yaml has
judged the misses of development, the shares of parser, rules and reference are printed.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import yaml
from annotated import PARTS, Annotated, annotated_texts, told_together
from matching import Tally
from scores import KINDS, tally, tally_days

from gobetween.briefs.accounts.occasions import find_occasions
from gobetween.model.evidence import Account, Document, Report
from gobetween.reading.documents.stories import find_stories
from gobetween.reading.naming.lexicon_data import default_lexicon
from gobetween.reading.reader import load_parser, read_document

CAUSES = Path(__file__).with_name("causes.yaml")
JUDGED = (
    "statements",
    "figures with attribution",
    "meetings with status",
    "positions with stance",
    "sticking points",
    "assessments with tone",
    "leverage, by whom",
    "deliverables, by whom",
    "disputes, denied by whom",
    "delegations",
    "acts",
    "dates that resolve",
    "dates rightly left open",
)
"""The kinds whose misses are judged: the strictest row of each."""


def main() -> None:
    """The table of each part, and what was missed if asked."""
    asked = arguments()
    parser, lexicon = load_parser(), default_lexicon()
    for part in PARTS:
        texts = [(each, read_document(each.path.name, each.data, lexicon, parser)) for each in annotated_texts(part)]
        tallies = tally_all(texts, asked.only)
        print(f"\nReading, {part}: {len(texts)} texts, {sum(len(each.text.split()) for each, _ in texts)} words")
        for title, counts in tallies.items():
            print(row(title, counts))
        if not asked.only:
            print(publications(texts))
            print(stories(texts))
        if part == "development":
            if asked.misses:
                print(misses(tallies))
            if not asked.only:
                print(shares(tallies))


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description="Scores reading on the annotated texts of this folder.")
    parser.add_argument("--misses", action="store_true", help="list what was missed or wrong in the development texts")
    parser.add_argument("--only", default="", metavar="WORDS", help="only the kinds with these words in their titles")
    return parser.parse_args()


def tally_all(texts: Sequence[tuple[Annotated, Document]], only: str) -> dict[str, Tally]:
    """The counts of each kind by title."""
    tallies = {kind.title: tally(kind, texts) for kind in KINDS if only in kind.title}
    for title, resolved in (("dates that resolve", True), ("dates rightly left open", False)):
        if only in title:
            tallies[title] = tally_days(texts, resolved=resolved)
    return tallies


def row(title: str, counts: Tally) -> str:
    """One line of the table."""
    return f"  {title:28s} P {counts.precision:.2f}  R {counts.recall:.2f}   ({counts.read} read, {counts.marked} marked)"


def publications(texts: Sequence[tuple[Annotated, Document]]) -> str:
    """How many days of publication are right, or rightly unknown."""
    right = sum(document.published.day == _day(each.marks["publication"]["date"]) for each, document in texts)
    return f"  days of publication          {right} of {len(texts)}"


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def stories(texts: Sequence[tuple[Annotated, Document]]) -> str:
    """Copies and excerpts, and one event told by different agencies: pairs found, pairs true."""
    reports = tuple(Report(each.path.name, document) for each, document in texts)
    account = Account(reports, find_stories(reports))
    here = {each.path.name for each, _ in texts}
    lines = []
    for title, key, groups in (("story", "same_story", account.stories), ("event", "same_event", find_occasions(account))):
        found = _pairs(group.names for group in groups)
        true = {pair for pair in _pairs(told_together(key)) if pair <= here}
        lines.append(f"  {f'same {title}, in pairs':28s} {len(found & true)} right of {len(found)} found, {len(true)} true")
    return "\n".join(lines)


def _pairs(groups: object) -> set[frozenset[str]]:
    return {frozenset((a, b)) for group in groups for a in group for b in group if a < b}  # type: ignore[attr-defined]  # groups of names


def misses(tallies: dict[str, Tally]) -> str:
    """What was missed, and what was wrong, kind by kind."""
    lines = []
    for title, counts in tallies.items():
        lines.append(f"\n{title}")
        lines += [f"  missed  {file}: {each.words!r} {_told(each.mark)}" for file, each in counts.missed]
        lines += [f"  wrong   {file}: {each.words!r} {_shown(each.item)}" for file, each in counts.wrong]
    return "\n".join(lines)


def _told(mark: dict[str, object]) -> str:
    names = ("party", "stance", "value", "tone", "by", "owed_by", "denied_by", "actor", "status", "form", "resolved")
    return " ".join(f"{name}={mark[name]}" for name in names if mark.get(name))


def _shown(item: object) -> str:
    names = ("party", "stance", "value", "tone", "by", "owed_by", "denied_by", "actor", "status", "form", "when")
    shown = {name: getattr(item, name, None) for name in names}
    return " ".join(f"{name}={getattr(value, 'name', value)}" for name, value in shown.items() if value)


def shares(tallies: dict[str, Tally]) -> str:
    """Which part of the misses and wrong items comes from the parser, the rules or reference, as judged by hand in causes.yaml."""
    written = yaml.safe_load(CAUSES.read_text(encoding="utf-8")) if CAUSES.is_file() else []
    judged = {(each["file"], each["kind"], each["words"]): each["cause"] for each in written}
    faults = [
        judged.get((file, title, each.words), "not judged")
        for title, counts in tallies.items()
        if title in JUDGED
        for file, each in (*counts.missed, *counts.wrong)
    ]
    count = Counter(faults)
    told = ", ".join(f"{cause} {number} ({number / len(faults):.0%})" for cause, number in count.most_common()) or "none"
    return f"  causes of {len(faults)} misses and wrong items: {told}"


if __name__ == "__main__":
    main()
