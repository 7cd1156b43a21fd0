"""Who was named so far: what a later word may take up, looked back for over a bounded stretch."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from itertools import accumulate

from spacy.attrs import IDX, IS_SPACE, SENT_START
from spacy.tokens import Doc, Token

from gobetween.reading.speech.attribution import QuoteMap
from gobetween.reading.speech.cues import SAYING
from gobetween.reading.speech.meant.referents import Candidate, Referent
from gobetween.reading.syntax import child

_ANSWERS = frozenset({"comment", "response", "reaction", "word", "reply", "statement", "confirmation", "answer"})
_OF_LATE = 4  # sentences in which a subject counts more than others
_FAR = 40  # candidates looked back over, at most


class Candidates:
    """The referents of one document in reading order."""

    def __init__(self, doc: Doc, quoted: QuoteMap) -> None:
        self._doc, self._quoted = doc, quoted
        self._sentence, self._paragraph = _numbered(doc, quoted)
        self._found: list[Candidate] = []
        self._indices: list[int] = []

    def put(self, token: Token, referent: Referent) -> None:
        """Take in one more, named at `token`, behind all others."""
        is_subject = token.dep_ in ("nsubj", "nsubjpass", "ROOT") or (
            token.dep_ == "appos" and token.head.dep_ in ("nsubj", "nsubjpass", "ROOT")
        )
        is_subject = is_subject or _is_asked(token)
        is_speaker = (is_subject and token.head.lemma_ in SAYING) or (
            token.head.lower_ == "to" and token.head.head.lower_ == "according"
        )
        is_main = token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ == "ROOT"
        quoted = self._quoted.at(token) >= 0
        where = (self._sentence[token.i], self._paragraph[token.i])
        self._found.append(Candidate(token.i, is_subject or is_speaker, *where, quoted, referent, is_speaker, is_main))
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
        found = self._fitting(token, fits, speakers_only=speakers_only, same_quotation=same_quotation, is_near=is_near)
        chosen = self._chosen(token, found, is_topic=is_topic, is_near=is_near)
        return chosen.referent if chosen is not None else None

    def weighed(
        self, token: Token, fits: Callable[[Referent], bool], *, is_topic: bool = False
    ) -> tuple[Referent | None, frozenset[str]]:
        """The same, with the actors of those who may be meant about as well.

        Centering (Grosz, Joshi and Weinstein, 1995): the subject of the sentence before is taken up rather than anybody else. It leaves
        two where that sentence has two subjects, where the subject taken stands further back than another, or where none is a subject.
        """
        found = self._fitting(token, fits)
        here = self._sentence[token.i]
        chosen = self._chosen(token, found, is_topic=is_topic)
        if chosen is None:
            return None, frozenset()
        just_before = [c for c in found if here - c.sentence <= 1]
        if chosen not in just_before and len({_called(c) for c in just_before}) == 1 and chosen.referent.is_person:
            chosen = just_before[0]
        taken = _called(chosen)
        return chosen.referent, frozenset(_called(c) for c in found if _called(c) != taken and _is_as_good(c, chosen, here))

    def _fitting(
        self,
        token: Token,
        fits: Callable[[Referent], bool],
        *,
        speakers_only: bool = False,
        same_quotation: bool = False,
        is_near: bool = False,
    ) -> list[Candidate]:
        """Those who may be meant, the nearest first."""
        stop = bisect_left(self._indices, token.i)
        inside = self._quoted.at(token) >= 0
        sentence, paragraph = self._sentence[token.i], self._paragraph[token.i]
        found: list[Candidate] = []
        for candidate in reversed(self._found[max(0, stop - _FAR) : stop]):
            if (candidate.is_quoted and not inside) or not fits(candidate.referent) or candidate.at == token.i:
                continue
            if same_quotation and self._quoted.at(self._doc[candidate.at]) != self._quoted.at(token):
                break
            if speakers_only and (not candidate.is_speaker or sentence - candidate.sentence > 3):
                continue
            if is_near and candidate.paragraph < paragraph:
                break
            found.append(candidate)
        return found

    def _chosen(self, token: Token, found: list[Candidate], *, is_topic: bool = False, is_near: bool = False) -> Candidate | None:
        """Of those who may be meant, the nearest subject of late, else the nearest."""
        sentence, paragraph = self._sentence[token.i], self._paragraph[token.i]
        earlier = [c for c in found if c.is_subject and sentence - c.sentence <= _OF_LATE]
        if not earlier or is_near:
            return found[0] if found else None
        if is_topic and earlier[0].paragraph < paragraph:  # 'it' at a paragraph's head takes up the topic of the one before
            return [c for c in earlier if c.paragraph == earlier[0].paragraph][-1]
        return _main_of(earlier, sentence, is_said=token.dep_ == "nsubj" and token.head.lemma_ in SAYING)


def _main_of(subjects: list[Candidate], sentence: int, *, is_said: bool) -> Candidate:
    """The nearest subject; of an earlier sentence, who says or does the whole of it, not who does something within it.

    'Berg said the envoy had left. She said' is Berg; 'Berg said the envoy had left. He will return' may be the envoy.
    """
    nearest = subjects[0]
    if nearest.sentence >= sentence or not (nearest.referent.is_person or nearest.referent.is_anonymous):
        return nearest
    mains = [c for c in subjects if c.sentence == nearest.sentence and c.is_main and c.paragraph == nearest.paragraph]
    return mains[0] if mains and (is_said or not mains[0].is_speaker) else nearest


def _is_asked(token: Token) -> bool:
    """'There was no comment from the guild': of whom the sentence is."""
    word = token.head.head
    return token.dep_ == "pobj" and token.head.lower_ == "from" and word.lemma_ in _ANSWERS and child(word.head, "expl") is not None


def _called(candidate: Candidate) -> str:
    return candidate.referent.actor or candidate.referent.name


def _is_as_good(other: Candidate, chosen: Candidate, here: int) -> bool:
    """Whether another may be meant as well as the one chosen, for a word in sentence number `here`."""
    if other.is_subject and chosen.is_subject:
        return other.sentence >= chosen.sentence
    if not chosen.is_subject:
        return not other.is_subject and other.sentence == chosen.sentence
    return here - chosen.sentence > 1 and other.sentence > chosen.sentence


def _numbered(doc: Doc, quoted: QuoteMap) -> tuple[list[int], list[int]]:
    """The number of the sentence and of the paragraph that each token stands in; a quotation counts as one sentence with its frame."""
    places = doc.to_array([SENT_START, IDX, IS_SPACE]).tolist()
    ends = [idx for i, (_, idx, is_space) in enumerate(places) if is_space and "\n" in doc[i].text]
    begins = (int(start == 1 and not (i and quoted.is_within(i))) for i, (start, _, _) in enumerate(places))
    return list(accumulate(begins)), [bisect_left(ends, idx) for _, idx, _ in places]
