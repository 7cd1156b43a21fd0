"""An item as a person sees it to judge it: what was read, its words in what stands around them, who judged it before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gobetween.bootstrap.judging_case import CaseEntry
from gobetween.casefiles.decoding.time_and_source_readers import visible_words
from gobetween.cli.services.judging import Earlier, ShownItem
from gobetween.model.evidence import JudgedEntry, Judgement, Verdict
from gobetween.model.evidence.item_fields import described
from gobetween.model.evidence.judged_pairs import Key

AROUND = 400  # characters of the document on either side of an item's words, tags and all
SHOWN_AROUND = 160  # characters of these that are shown


class History:
    """All judgements of every item, in their order: of two persons' the later counts, and the earlier is told."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._by_key: dict[Key, list[Judgement]] = {}
        for judgement in judgements:
            self.add(judgement)

    def add(self, judgement: Judgement) -> None:
        """Takes in a later one."""
        self._by_key.setdefault(judgement.about.key, []).append(judgement)

    def before(self, judgement: Judgement) -> Judgement | None:
        """What somebody else said last of the same item; nothing if that was taken back. Who signs nothing may be anybody."""
        said = self._by_key.get(judgement.about.key, [])[:-1]
        others = (each for each in reversed(said) if each.by != judgement.by or (not each.by and each.verdict != judgement.verdict))
        other = next(others, None)
        return None if other is None or other.verdict is Verdict.OPEN else other


def shown_item(entry: JudgedEntry, text: str | None, of_case: Sequence[CaseEntry], history: History) -> ShownItem:
    """The entry as it is shown; `text` is its report's, `of_case` what entries of the case cite."""
    confidence, judgement = entry.item.confidence, entry.judgement
    before, after = _around(entry, text)
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
        verdict=judgement.verdict.value if judgement else "",
        changes=judgement.changes if judgement else (),
        into=judgement.into.item.passage.text if judgement is not None and judgement.into is not None else "",
        by=judgement.by if judgement else "",
        day=_day(judgement),
        note=judgement.note if judgement else "",
        earlier=_earlier(history.before(judgement) if judgement else None),
        in_case=_in_case(entry, of_case),
    )


def _earlier(judgement: Judgement | None) -> Earlier | None:
    return Earlier(judgement.verdict.value, judgement.by, _day(judgement), judgement.note) if judgement else None


def _day(judgement: Judgement | None) -> str:
    return judgement.day.isoformat() if judgement and judgement.day else ""


def _in_case(entry: JudgedEntry, of_case: Sequence[CaseEntry]) -> tuple[str, ...]:
    """Entries of the case on the item's words, which stay as they are whatever is judged of it; those of its own kind first."""
    spans = entry.judgement.about.spans if entry.judgement else entry.item.passage.spans
    resting = [each.place for each in of_case if each.rests_on(entry.sha256, spans)]
    return tuple(dict.fromkeys(sorted(resting, key=lambda place: not place.startswith(f"{entry.kind.value} "))))


def _around(entry: JudgedEntry, text: str | None) -> tuple[str, str]:
    if text is None:
        return "", ""
    passage = entry.item.passage
    before, after = text[max(passage.start - AROUND, 0) : passage.start], text[passage.end : passage.end + AROUND]
    return _end_of(visible_words(before)), _beginning_of(visible_words(after))


def _end_of(words: str) -> str:
    return words if len(words) <= SHOWN_AROUND else f"… {words[-SHOWN_AROUND:].partition(' ')[2]}"


def _beginning_of(words: str) -> str:
    return words if len(words) <= SHOWN_AROUND else f"{words[:SHOWN_AROUND].rpartition(' ')[0]} …"
