"""The texts of reports, for whoever judges: the words of an item in what stands around them, and where words stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from gobetween.casefiles.decoding.time_and_source_readers import visible_words
from gobetween.model.errors import InvalidJudgement, InvalidReport
from gobetween.model.evidence import ItemKind
from gobetween.model.evidence.item_fields import CHANGED_PASSAGES
from gobetween.model.passages import Passage, Span

if TYPE_CHECKING:
    from gobetween.casefiles.report_files import ReportFile


def text_of(report: str, files: Sequence[ReportFile]) -> str | None:
    """The report's text as its spans count it; `None` if its file has gone meanwhile."""
    from gobetween.bootstrap.read_texts import text_of_report

    try:
        return text_of_report(files, report)
    except InvalidReport:
        return None


def check_quoted(kind: ItemKind, fields: Sequence[tuple[str, str]], text: str | None, report: str) -> None:
    """Refuses words, for a field that quotes the report, that do not stand in it.

    Raises:
        InvalidJudgement: they do not.
    """
    for name, words in fields:
        pattern = r"\s+".join(map(re.escape, words.split()))
        if name in CHANGED_PASSAGES.get(kind, ()) and text is not None and not re.search(pattern, f"{text}\n{visible_words(text)}"):
            raise InvalidJudgement(f"{name}: '{words}' does not stand in {report}; a {name} is words of the report")


def passage_of(words: str, text: str | None, report: str) -> Passage:
    """The one place in the report's text where the words stand, however they are broken into lines.

    Raises:
        InvalidJudgement: there are no words, no text, or not one such place.
    """
    if not words.strip():
        raise InvalidJudgement("no words were given; an item stands on words of its report")
    if text is None:
        raise InvalidJudgement(f"the text of {report} cannot be opened; words can only be found in a report that is here")
    found = list(re.finditer(r"\s+".join(map(re.escape, words.split())), text))
    if len(found) != 1:
        how_often = "do not stand in" if not found else f"stand {len(found)} times in"
        raise InvalidJudgement(f"these words {how_often} {report}; give words exactly as they stand there, as many as tell the place")
    return Passage(" ".join(words.split()), (Span(*found[0].span()),))
