"""The texts of reports, for whoever judges: where words stand in them, as a reader sees them, and whether they do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from gobetween.casefiles.decoding.time_and_source_readers import visible_words
from gobetween.model.errors import InvalidJudgement, InvalidReport
from gobetween.model.evidence import ItemKind
from gobetween.model.evidence.item_fields import CHANGED_PASSAGES
from gobetween.model.passages import Passage, Span

if TYPE_CHECKING:
    from gobetween.casefiles.report_files import ReportFile
    from gobetween.reading.documents.clean_text import CleanText

_ALIKE = ('"“”„‟«»', "'’‘‚‛´`", "-‐‑‒–—")
"""Signs that a page writes in one way and a keyboard in another."""


def text_of(report: str, files: Sequence[ReportFile]) -> str | None:
    """The report's text as its spans count it; `None` if its file has gone meanwhile."""
    from gobetween.bootstrap.read_texts import text_of_report

    try:
        return text_of_report(files, report)
    except InvalidReport:
        return None


@frozen
class Searched:
    """The text of a report, in which words are looked for as a reader sees them: without tags, however lines are broken."""

    raw: str

    @cached_property
    def _clean(self) -> CleanText:
        from gobetween.reading.documents.cleaning import clean_text

        return clean_text(self.raw)

    def passages(self, words: str) -> tuple[Passage, ...]:
        """Every place where the words stand as whole words: in the article, else anywhere in the file."""
        found = tuple(self._clean.passage(place) for place in _places(words, self._clean.text))
        return found or tuple(Passage(" ".join(words.split()), (Span(*place),)) for place in _places(words, self.raw))


def check_quoted(kind: ItemKind, fields: Sequence[tuple[str, str]], text: str | None, report: str) -> None:
    """Refuses words, for a field that quotes the report, that do not stand in it.

    Raises:
        InvalidJudgement: they do not.
    """
    for name, words in fields:
        is_quoted = name in CHANGED_PASSAGES.get(kind, ()) and words.strip() and text is not None
        if is_quoted and not Searched(text or "").passages(words):
            raise InvalidJudgement(f"{name}: '{words}' does not stand in {report}; a {name} is words of the report")


def passage_of(words: str, text: Searched | None, report: str) -> Passage:
    """The one place in the report's text where the words stand.

    Raises:
        InvalidJudgement: there are no words, no text, or not one such place.
    """
    if not words.strip():
        raise InvalidJudgement("no words were given; an item stands on words of its report")
    if text is None:
        raise InvalidJudgement(f"the text of {report} cannot be opened; words can only be found in a report that is here")
    found = text.passages(words)
    if len(found) != 1:
        how_often = "do not stand in" if not found else f"stand {len(found)} times in"
        raise InvalidJudgement(
            f"these words {how_often} {report}; give whole words exactly as they stand there, as many as tell the place"
        )
    return found[0]


def stands_at(passage: Passage, text: str) -> bool:
    """Whether its words stand there in the text, one after the other; what else stands between them, such as tags, does not count."""
    if passage.end > len(text):
        return False
    there = _letters(" ".join(visible_words(text[span.start : span.end]) for span in passage.spans))
    place = 0
    for word in filter(None, map(_letters, passage.text.split())):
        place = there.find(word, place) + len(word)
        if place < len(word):
            return False
    return True


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()


def _places(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the words stand, not as parts of longer ones ("said no" in "said nothing")."""
    flat = " ".join(words.split())
    pattern = r"\s+".join("".join(map(_sign, word)) for word in flat.split())
    begins = r"(?<!\w)" if flat[0].isalnum() else ""
    ends = r"(?!\w)" if flat[-1].isalnum() else ""
    return (match.span() for match in re.finditer(f"{begins}{pattern}{ends}", text))


def _sign(letter: str) -> str:
    """The pattern of a letter, or of a sign in any of its forms."""
    forms = next((each for each in _ALIKE if letter in each), "")
    return f"[{re.escape(forms)}]" if forms else re.escape(letter)
