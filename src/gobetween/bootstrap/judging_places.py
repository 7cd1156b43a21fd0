"""Judgements whose words do not stand where they say: what was written wrongly by hand is told, and quoted by nobody."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence

from attrs import frozen

from gobetween.bootstrap.judging_texts import Searched, stands_at
from gobetween.model.evidence import Account, Document, Judgement, items_of
from gobetween.model.evidence.item_fields import CHANGED_PASSAGES
from gobetween.model.evidence.judging import in_force

_QUOTED = 60


@frozen
class Placed:
    """The judgements that are on words of their reports, and what is to be said of the others."""

    judgements: tuple[Judgement, ...]
    notes: tuple[str, ...] = ()


def well_placed(account: Account, judgements: Sequence[Judgement], texts: Callable[[str], str | None]) -> Placed:
    """The judgements without those in force whose words are not the report's, at the place that they give.

    A report's text is asked for only where something was judged that is not read there so: added, changed in its words, no longer
    read, or mistyped. Of a report that cannot be opened nothing is said.
    """
    known: dict[str, _Report] = {}
    for report in reversed(account.reports):
        known[report.document.sha256] = _Report(report.name, report.document)
    wrong: dict[str, list[Judgement]] = {}
    for judgement in in_force(judgements):
        judged = known.get(judgement.about.sha256)
        if judged is not None and not judged.has(judgement, texts):
            wrong.setdefault(judged.name, []).append(judgement)
    if not wrong:
        return Placed(tuple(judgements))
    keys = {each.about.key for found in wrong.values() for each in found}
    return Placed(
        tuple(each for each in judgements if each.about.key not in keys), tuple(_note(name, found) for name, found in wrong.items())
    )


class _Report:
    """A report with what is read in it, and its text if that is needed."""

    def __init__(self, name: str, document: Document) -> None:
        self.name, self.document = name, document
        self._read: set[object] | None = None
        self._text: Searched | None = None

    def has(self, judgement: Judgement, texts: Callable[[str], str | None]) -> bool:
        """Whether the words of the judgement are the report's."""
        about, quoted = judgement.about, self._words_given(judgement)
        if self._read is None:
            self._read = {(kind, item.passage) for _, kind, item in items_of(self.document)}
        if (about.kind, about.item.passage) in self._read and not quoted:
            return True
        if self._text is None:
            text = texts(self.name)
            if text is None:
                return True
            self._text = Searched(text)
        return stands_at(about.item.passage, self._text.raw) and all(self._text.passages(words) for words in quoted)

    def _words_given(self, judgement: Judgement) -> list[str]:
        quoting = CHANGED_PASSAGES.get(judgement.about.kind, ())
        return [words for name, words in judgement.changes if name in quoting and words.strip()]


def _note(name: str, found: Sequence[Judgement]) -> str:
    words = textwrap.shorten(found[0].about.item.passage.text, _QUOTED, placeholder=" …")
    number, are = ("1 judgement", "its words do") if len(found) == 1 else (f"{len(found)} judgements", "their words do")
    more = "; ..." if len(found) > 1 else ""
    return (
        f"{number} on {name} not used, as {are} not stand in it at the place that is given: “{words}”{more}; "
        "mend `words`, `at` or `changed` in judgements.yaml, or take the entry out"
    )
