"""The reports as a case's sources, and what is found in them as citations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve, field, frozen

from gobetween.briefs.accounts.coverage import Coverage, Found
from gobetween.model.cases import Source
from gobetween.model.dates import UNKNOWN_DATE, DateBasis, When
from gobetween.model.evidence import Standing
from gobetween.model.items import EVERYONE
from gobetween.model.passages import Citation, Passage
from gobetween.reading.proposing.drafts import Remark, Support
from gobetween.reading.proposing.ids import Ids

JUDGED = frozenset({Standing.CONFIRMED, Standing.CHANGED})
FEWEST_PERCENT = 50  # an item below this confidence is a doubtful one
_EXTENSIONS = (".txt", ".html", ".htm", ".md", ".text", ".xhtml", ".pdf", ".docx", ".eml", ".xml", ".rss", ".atom", ".jsonl")


@frozen
class Filed:
    """Where a report is in the case folder: its file in reports/, and the SHA-256 of that file, which its words are known by there."""

    name: str
    sha256: str


@frozen
class Shelf:
    """The sources of the case and, for each report by its name, which of them it is; reports of the same bytes are one source."""

    coverage: Coverage
    sources: tuple[Source, ...] = field(kw_only=True)
    of_report: Mapping[str, str] = field(kw_only=True)

    def cite(self, found: Iterable[Found[Any]]) -> tuple[Citation, ...]:
        """The words of these, each once."""
        return self.cite_passages((each.report.name, each.passage) for each in found)

    def cite_passages(self, passages: Iterable[tuple[str, Passage]]) -> tuple[Citation, ...]:
        """The passages of reports, each once; the words themselves are in the reports."""
        return tuple(dict.fromkeys(Citation(self.of_report[name], passage.spans) for name, passage in passages))

    def known(self, citations: Iterable[Citation]) -> When:
        """By when it was known: the publication of the earliest source that has a date."""
        published = {source.id: source.published for source in self.sources}
        dates = [published[each.source] for each in citations if not published[each.source].is_unknown]
        return min(dates, key=lambda date: date.sort_key, default=UNKNOWN_DATE)

    def when(self, found: Found[Any]) -> When:
        """When it was so: the time that its words give, else that of the report, which is an inference."""
        own: When = getattr(found.item, "when", UNKNOWN_DATE)
        if not own.is_unknown:
            return own
        return reported(found.report.document.published)

    def remark(self, found: Iterable[Found[Any]], *doubts: str) -> Remark:
        """How well these bear out an entry that says what they say; whoever confirmed all of them confirmed it."""
        each = tuple(found)
        if each and all(getattr(one.item, "standing", Standing.READ) in JUDGED for one in each):
            return Remark(Support.CONFIRMED, _words(each))
        return self.conclusion(each, *doubts)

    def conclusion(self, found: Iterable[Found[Any]], *doubts: str) -> Remark:
        """How well these bear out an entry that is concluded from them: to confirm them is not to confirm it."""
        each = tuple(found)
        unsure = [one.item.confidence for one in each if getattr(one.item, "confidence", None) is not None]
        low = [doubt for doubt in unsure if doubt.percent < FEWEST_PERCENT]
        low = low or ([*unsure] if len(unsure) == len(each) and all(doubt.is_doubtful for doubt in unsure) else [])
        told = (*doubts, *(f"{doubt.percent}%: {', '.join(doubt.reasons)}".rstrip(": ") for doubt in low[:1]))
        if any(getattr(one.item, "standing", Standing.READ) is Standing.PROPOSED for one in each):
            told = (*told, Standing.PROPOSED.value)
        support = Support.SEVERAL_ORIGINS if self.coverage.origins(each) > 1 else Support.ONE_ORIGIN
        return Remark(Support.DOUBTFUL if told else support, _words(each), doubts=told)

    def common(self, found: Iterable[Found[Any]], remark: Remark) -> dict[str, Any]:
        """What every entry drafted from these has: its words, when it was known, for everyone to see, marked unless confirmed."""
        citations = self.cite(found)
        return {
            "citations": citations,
            "known": self.known(citations),
            "holders": EVERYONE,
            "is_inferred": remark.support is not Support.CONFIRMED,
        }


def _words(found: Iterable[Found[Any]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.passage.text for one in found))


def reported(published: When) -> When:
    """The time of a report as the time of what it tells in the present."""
    if published.is_unknown:
        return UNKNOWN_DATE
    return When(published.earliest, published.latest, basis=DateBasis.INFERRED, inference="The time of the report.")


def shelf_of(coverage: Coverage, files: Mapping[str, Filed]) -> Shelf:
    """The reports as sources, in order of publication; `files` says where each is in the case's folder."""
    ids, by_words, of_report = Ids(), dict[str, str](), dict[str, str]()
    sources: list[Source] = []
    for report in coverage.reports:
        document, filed = report.document, files.get(report.name)
        words = filed.sha256 if filed else document.sha256
        if words not in by_words:
            by_words[words] = ids.new(_stem(report.name), words[:8])
            sources.append(
                Source(
                    by_words[words],
                    outlet=document.outlet.name if document.outlet else "",
                    title=document.title or "",
                    published=document.published,
                    known=document.published,
                    sha256=words,
                    file=filed.name if filed else None,
                    holders=EVERYONE,
                )
            )
        of_report[report.name] = by_words[words]
    return Shelf(coverage, sources=tuple(_told_apart(each, coverage, of_report) for each in sources), of_report=of_report)


def _told_apart(source: Source, coverage: Coverage, of_report: Mapping[str, str]) -> Source:
    """The source, with the one whose story it copies, and why that is thought."""
    name = next(name for name, found in of_report.items() if found == source.id)
    story = next((story for story in coverage.account.stories if name in story.names), None)
    first = of_report[coverage.stories[name]] if story else source.id
    if story is None or first == source.id:
        return source
    return evolve(source, same_story_as=first, note=f"Drafted as a copy: {story.reason}.", is_inferred=True)


def _stem(name: str) -> str:
    stem = name.rsplit("/", 1)[-1]
    while (shorter := next((stem[: -len(end)] for end in _EXTENSIONS if stem.lower().endswith(end)), None)) is not None:
        stem = shorter
    return stem
