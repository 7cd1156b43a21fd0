"""What talks fail, stall or hang on: 'broke down over pay', 'came to nothing because of the dam', 'hinges on the amnesty'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.reading.syntax import SUBJECTS, Range, child, children, has_child, is_negated, subject_of
from gobetween.reading.talks.differences.vocabulary import (
    DISAGREEMENTS,
    MATTERS,
    OVER,
    SIDES,
    STANDS,
    STANDSTILLS,
    TALKS,
    behind,
    leading,
    matter_of,
)
from gobetween.reading.word_lists import words

_FAILING = words(
    """stall founder flounder falter collapse snag deadlock stumble unravel stagnate stick fail stymie stalemate derail bog mire
    deadlocked stuck stalled stymied bogged mired gridlocked logjammed snagged"""
)
_HINDERING = words(
    """hamper hinder hold delay block complicate overshadow dog plague slow hobble thwart scuttle scupper sink postpone suspend halt
    interrupt impede obstruct bedevil hang end adjourn cancel abandon freeze pause"""
)
_TO_AN_END = {
    "break": words("down off up"),
    "fall": words("apart through"),
    "run": words("aground trouble difficulty wall sand"),
    "hit": words("rock snag wall impasse deadlock buffer roadblock trouble stumbling-block obstacle hitch"),
    "reach": STANDSTILLS,
    "come": words("nothing halt standstill grief unstuck naught nought"),
    "grind": words("halt standstill down"),
    "go": words("nowhere"),
    "end": STANDSTILLS | words("failure disarray"),
    "be": STANDSTILLS | words("trouble limbo doubt jeopardy"),
    "remain": STANDSTILLS | words("trouble limbo doubt jeopardy"),
}
_BRINKS = words("brink verge edge jeopardy trouble limbo doubt danger")
_WITH_BY = _HINDERING | words("stall stymie derail mire bog deadlock stalled stymied mired bogged deadlocked")
_HANGING = words("hang hinge")
_ENDING = words("end adjourn cancel abandon suspend postpone halt hold delay block fail")
"""Verbs of which only 'over' and a reason, never 'on' or 'about', tell that something was in the way."""
_ALL_TALKS = TALKS | words("everything all success")
_REASONS = DISAGREEMENTS | STANDS | MATTERS
_OBJECTING = words("object refuse insist reject demand oppose balk baulk disagree differ want")
_BEFORE = 8  # tokens from the name of the talks to the verb, where the parser sees no subject

FAILED_BY = _BRINKS | _FAILING | _HINDERING | _TO_AN_END.keys() - {"be", "remain"} | _HANGING | STANDSTILLS
"""The words, or lemmas, around which something may be found."""


def find_failures(token: Token) -> Iterator[Range]:
    """The tokens of each matter over which, as the words around `token` say, talks fail or stall, or on which they hang."""
    lemma = token.lemma_.lower()
    if is_negated(token) or not _is_of_talks(token):
        return
    if lemma in _HANGING and lemma != "hang":
        found = next((goal for _, goal in leading(token, OVER | {"upon"})), None)
        yield from [matter_of(found)] if found is not None else _stranded(token)
        return
    if lemma in _BRINKS:
        last = next((t.i for p in children(token, "prep") if p.lower_ == "of" for t in children(p, "pobj", "pcomp")), token.i)
        goal = next((g for _, g in leading(token.doc[last], frozenset({"over"}))), None)
        yield from [matter_of(goal)] if goal is not None else []
        return
    end = _end_of(token)
    if end is not None:
        yield from _reasons(token, end)


def _is_of_talks(verb: Token) -> bool:
    """Whether talks are what fails, also where a headline hides the subject from the parser."""
    subject = subject_of(verb)
    if subject is not None and subject.i < verb.i and subject.lower_ not in ("it", "they", "which", "that"):
        is_side = subject.lemma_.lower() in SIDES and (verb.lemma_.lower() in _FAILING or verb.lower_ in _FAILING)
        named = verb.doc[subject.left_edge.i : min(subject.right_edge.i + 1, verb.i)]
        return is_side or any(t.lemma_.lower() in _ALL_TALKS or t.lower_ in TALKS for t in named)
    if subject is not None and subject.lower_ in ("it", "they"):
        before = verb.doc[max(0, verb.sent.start - 1)].sent
        return any(t.lemma_.lower() in TALKS and t.pos_ == "NOUN" for t in (*before, *verb.doc[verb.sent.start : subject.i]))
    near = verb.doc[max(verb.sent.start, verb.i - _BEFORE) : verb.i]
    at = next((t for t in reversed(near) if t.pos_ in ("NOUN", "PROPN", "VERB") or t.lower_ == "talks"), None)
    return at is not None and (at.lemma_.lower() in TALKS or at.lower_ in TALKS)


def _end_of(verb: Token) -> int | None:
    """Where the words of failing end: the place of 'down' in 'broke down'."""
    lemma = verb.lemma_.lower()
    wanted = _TO_AN_END.get(lemma)
    if wanted is not None:
        told = next((t.i for t in verb.doc[verb.i + 1 : min(verb.i + 6, verb.sent.end)] if t.lemma_.lower() in wanted), None)
        if told is not None:
            return told
    is_failing = lemma in _FAILING or verb.lower_ in _FAILING or lemma in _HINDERING
    return verb.i if is_failing else None


def _reasons(verb: Token, end: int) -> Iterator[Range]:
    lemma = verb.lemma_.lower()
    plain = frozenset({"over"}) if lemma in _ENDING and verb.i == end else OVER
    goal = next((g for _, g in leading(verb.doc[end], plain)), None)
    if goal is None:
        within = plain | {"by", "in"} if lemma in _WITH_BY or verb.lower_ in _WITH_BY else plain
        causes = leading(verb.doc[end], within | {"amid", "because", "due", "owing", "after", "following"})
        goal = next((g for _, g in causes if g.lemma_.lower() in _REASONS), None)
    if goal is not None:
        yield matter_of(goal)
        for joined in goal.head.conjuncts:  # 'over the dam and over the dues'
            other = behind(joined) if joined.i > goal.i and joined.lower_ == goal.head.lower_ else None
            if other is not None:
                yield matter_of(other)
        return
    for clause in children(verb, "advcl"):
        thing = child(clause, "dobj", "xcomp", "ccomp") or next((g for p in children(clause, "prep") if (g := behind(p))), None)
        is_cause = has_child(clause, ("because", "since", "as", "when", "after"), "mark", "advmod")
        if is_cause and clause.lemma_ in _OBJECTING and thing is not None:
            yield thing.left_edge.i, thing.right_edge.i + 1
            return


def _stranded(verb: Token) -> Iterator[Range]:
    """'the amnesty is what the deal hinges on'."""
    if has_child(verb, ("on", "upon")) and verb.dep_ in ("ccomp", "relcl", "pcomp") and verb.head.lemma_ == "be":
        subject = child(verb.head, *SUBJECTS)
        if subject is not None and subject.pos_ != "PRON":
            yield subject.left_edge.i, subject.right_edge.i + 1
