"""Who was named so far: what a later word may take up, looked back for over a bounded stretch."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from itertools import accumulate

from spacy.attrs import IDX, IS_SPACE, SENT_START
from spacy.tokens import Doc, Token

from gobetween.reading.speech.attribution import QuoteMap
from gobetween.reading.speech.cues import SAYING
from gobetween.reading.speech.referents import Candidate, Referent

_FAR = 40  # candidates looked back over, at most


class Candidates:
    """The referents of one document in reading order."""

    def __init__(self, doc: Doc, quoted: QuoteMap) -> None:
        self._doc, self._quoted = doc, quoted
        self._sentence, self._paragraph = _numbered(doc)
        self._found: list[Candidate] = []
        self._indices: list[int] = []

    def put(self, token: Token, referent: Referent) -> None:
        """Take in one more, named at `token`, behind all others."""
        is_subject = token.dep_ in ("nsubj", "nsubjpass", "ROOT") or (
            token.dep_ == "appos" and token.head.dep_ in ("nsubj", "nsubjpass", "ROOT")
        )
        is_speaker = (is_subject and token.head.lemma_ in SAYING) or (
            token.head.lower_ == "to" and token.head.head.lower_ == "according"
        )
        quoted = self._quoted.at(token) >= 0
        where = (self._sentence[token.i], self._paragraph[token.i])
        self._found.append(Candidate(token.i, is_subject or is_speaker, *where, quoted, referent, is_speaker))
        self._indices.append(token.i)

    def back(
        self,
        token: Token,
        fits: Callable[[Referent], bool],
        *,
        is_topic: bool = False,
        speakers_only: bool = False,
        same_quotation: bool = False,
        is_near: bool = False,
    ) -> Referent | None:
        """The nearest fitting candidate before `token`: a subject of late, else the nearest; `is_near`: of its paragraph."""
        stop = bisect_left(self._indices, token.i)
        inside = self._quoted.at(token) >= 0
        sentence, paragraph = self._sentence[token.i], self._paragraph[token.i]
        nearest: Referent | None = None
        earlier: list[Candidate] = []
        for candidate in reversed(self._found[max(0, stop - _FAR) : stop]):
            if (candidate.is_quoted and not inside) or not fits(candidate.referent) or candidate.at == token.i:
                continue
            if same_quotation and self._quoted.at(self._doc[candidate.at]) != self._quoted.at(token):
                break
            if speakers_only and (not candidate.is_speaker or sentence - candidate.sentence > 3):
                continue
            if is_near and candidate.paragraph < paragraph:
                break
            if nearest is None:
                nearest = candidate.referent
            if candidate.is_subject and sentence - candidate.sentence <= 4:
                earlier.append(candidate)
        if not earlier or is_near:
            return nearest
        if is_topic and earlier[0].paragraph < paragraph:  # 'it' at a paragraph's head takes up the topic of the one before
            same = [c for c in earlier if c.paragraph == earlier[0].paragraph]
            return same[-1].referent
        return earlier[0].referent


def _numbered(doc: Doc) -> tuple[list[int], list[int]]:
    """The number of the sentence and of the paragraph that each token stands in."""
    places = doc.to_array([SENT_START, IDX, IS_SPACE]).tolist()
    ends = [idx for i, (_, idx, is_space) in enumerate(places) if is_space and "\n" in doc[i].text]
    return list(accumulate(int(start == 1) for start, _, _ in places)), [bisect_left(ends, idx) for _, idx, _ in places]
