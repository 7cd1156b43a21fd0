"""Where talks fail or hang: 'broke down over pay', 'hangs on the amnesty', 'it is the shifts that ...'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.reading.syntax import SUBJECTS, Range, child, child_called, children, has_child, has_left, is_negated, noun_phrase
from gobetween.reading.word_lists import words

_TALKS = words(
    """talk negotiation deal agreement settlement accord truce ceasefire everything all progress solution compromise pact contract
    process round merger peace outcome discussion dialogue bid summit treaty conference success"""
)
_FAILING = words("break collapse founder stall fail snag stumble run stick end adjourn bog mire deadlock")
_FAILED_WITH = {"break": frozenset({"down", "off", "up"}), "run": frozenset({"aground", "into"})}
_HANGING = words("hang hinge depend turn rest")
_OVER = frozenset({"over", "on", "about"})
_GAPS = words("difference disagreement gap dispute division divide rift")
_LASTING = words("remain persist linger exist continue stay")
_ACCORDS = words("agreement consensus accord compromise understanding deal settlement")
_BRIDGING = words("bridge resolve settle overcome narrow reconcile close solve untie unpick")
_REACHING = words("reach find strike achieve secure")
_HARD = words("thorny vexed contentious divisive unresolved sensitive tricky knotty delicate explosive intractable disputed")
_CHIEF = words("key main central core crunch chief principal biggest outstanding remaining thorniest")
_ISSUES = words("issue question")
_MATTERS = _ISSUES | words("point problem matter topic demand")
_CENTRES = words("heart centre center core root bottom")
_QUARRELS = words("dispute quarrel standoff stand-off impasse deadlock row talk negotiation conflict disagreement strike issue matter")
_OBSTACLES = words("obstacle hurdle barrier impediment issue question problem")
_UNABLE = words("unable fail incapable struggle")
_NOBODY = frozenset({"nobody", "none", "neither", "no"})
_IN_DOUBT = frozenset({"if", "unless", "whether", "before", "until"})
_KNOWING = words("know see agree budge yield")


_CLEFT = _KNOWING | words("keep divide separate split part block prevent stop delay hold")
KNOTTED_BY = _FAILING | _HANGING | _BRIDGING | _REACHING | _LASTING | _ISSUES | _ACCORDS | _CLEFT | {"be"}
"""The lemmas around which something may be found."""


def find_knots(token: Token) -> Iterator[Range]:
    """The tokens of each matter that the words around `token` say talks fail or hang on."""
    lemma, kind = token.lemma_.lower(), token.pos_
    if has_child(token, _IN_DOUBT, "mark"):
        return
    if kind == "VERB":
        if lemma in _FAILING:
            yield from _failing(token)
        elif lemma in _HANGING:
            yield from _hanging(token)
        elif lemma in _BRIDGING | _REACHING:
            yield from _unbridged(token)
        elif lemma in _LASTING:
            yield from _lasting(token)
        if token.dep_ == "relcl":
            yield from _cleft(token)
    elif lemma in _ISSUES and _is_named(token):
        yield from _of(token)
    elif lemma in _ACCORDS and _is_lacking(token):
        yield from _behind(token)
    elif token.lemma_ == "be" and not is_negated(token):
        yield from _fronted(token)


def matter_of(goal: Token) -> Range:
    """'who pays' for 'the question of who pays', else the whole phrase."""
    of = child_called(goal, ("of",), "prep") if goal.lemma_.lower() in _MATTERS else None
    return goal.left_edge.i if of is None else of.i + 1, goal.right_edge.i + 1


def _behind(*holders: Token) -> Iterator[Range]:
    """What stands behind 'over' or 'on', unless it is a day."""
    for holder in holders:
        for prep in children(holder, "prep", "prt"):
            goal = child(prep, "pobj", "pcomp")
            if prep.lower_ in _OVER and goal is not None and goal.ent_type_ not in ("DATE", "TIME") and goal.pos_ != "PRON":
                yield matter_of(goal)
                return


def _failing(verb: Token) -> Iterator[Range]:
    subject = child(verb, *SUBJECTS)
    wanted = _FAILED_WITH.get(verb.lemma_.lower())
    is_failing = wanted is None or has_child(verb, wanted)
    is_about_talks = subject is not None and subject.lemma_.lower() in _TALKS
    ends_well = verb.lemma_ in ("end", "adjourn", "fail") and not has_child(verb, ("over",), "prep")
    if is_failing and is_about_talks and not is_negated(verb) and not ends_well:
        yield from _behind(verb)


def _hanging(verb: Token) -> Iterator[Range]:
    subject = child(verb, *SUBJECTS)
    if subject is None or subject.lemma_.lower() not in _TALKS or is_negated(verb):
        return
    found = list(_behind(verb))
    is_stranded = has_child(verb, ("on", "upon")) and not found
    if is_stranded and verb.dep_ in ("ccomp", "relcl", "pcomp") and verb.head.lemma_ == "be":
        subject = child(verb.head, *SUBJECTS)  # 'the amnesty is what the deal hinges on'
        found = [(subject.left_edge.i, subject.right_edge.i + 1)] if subject is not None and subject.pos_ != "PRON" else []
    yield from found


def _unbridged(verb: Token) -> Iterator[Range]:
    """'unable to bridge differences over pay', 'no agreement has been reached on troops', 'failed to resolve the question of pay'."""
    thing = child(verb, "dobj", "nsubjpass")
    if thing is None:
        return
    is_none = has_left(thing, ("no",))
    if not (is_none or _is_failed(verb)):
        return
    lemma = thing.lemma_.lower()
    if lemma in _GAPS or (verb.lemma_ in _REACHING and lemma in _ACCORDS):
        yield from _behind(thing, verb)
    elif verb.lemma_ in _BRIDGING and lemma in _MATTERS and not is_none:
        yield from _of(thing)


def _is_failed(verb: Token) -> bool:
    """'could not', 'unable to', 'failed to', 'have yet to', 'neither side'."""
    governor = verb.head
    is_not_yet = verb.dep_ == "xcomp" and governor.lemma_ == "have" and any(c.lower_ == "yet" for c in (*verb.lefts, *governor.rights))
    is_unable = verb.dep_ == "xcomp" and governor.lemma_ in _UNABLE and not is_negated(governor)
    return is_negated(verb) or is_not_yet or is_unable


def _lasting(verb: Token) -> Iterator[Range]:
    """'differences remain over the status of the island'."""
    subject = child(verb, "nsubj")
    is_gap = subject is not None and subject.lemma_.lower() in _GAPS and not has_left(subject, ("no", "few"))
    if is_gap and not is_negated(verb):
        yield from _behind(verb)


def _cleft(verb: Token) -> Iterator[Range]:
    """'it is the tariff that keeps them apart', 'it is the shifts that nobody knows how to untie'."""
    thing = verb.head
    link = thing.head
    it = child(link, "nsubj")
    if thing.dep_ != "attr" or link.lemma_ != "be" or it is None or it.lower_ != "it" or is_negated(link):
        return
    is_keeping = verb.lemma_ != "keep" or any(t.lower_ in ("apart", "from") for t in verb.subtree)
    parts = (
        verb.lemma_ in ("keep", "divide", "separate", "split", "part")
        and is_keeping
        and any(c.lemma_ in ("side", "party", "two", "they", "camp", "team") for c in children(verb, "dobj"))
    )
    subject = child(verb, "nsubj")
    baffles = subject is not None and subject.lower_ in _NOBODY and verb.lemma_ in _KNOWING
    blocks = verb.lemma_ in ("block", "prevent", "stop", "delay", "hold") and any(
        c.lemma_.lower() in _TALKS for c in children(verb, "dobj")
    )
    if parts or baffles or blocks:
        yield noun_phrase(thing)


def _is_named(noun: Token) -> bool:
    """'the thorny question of amnesty'."""
    return has_child(noun, _HARD, "amod") and has_child(noun, ("of",), "prep")


def _of(noun: Token) -> Iterator[Range]:
    if has_child(noun, ("of",), "prep"):
        yield matter_of(noun)


def _is_lacking(noun: Token) -> bool:
    """'there is no consensus on pay'."""
    return has_left(noun, ("no",)) and (noun.head.lemma_ in ("be", "remain") or noun.dep_ == "ROOT")


def _fronted(verb: Token) -> Iterator[Range]:
    """'At the heart of the dispute is X', 'Among the obstacles are X and Y', 'The key issue is X'."""
    what = child(verb, "attr", "ccomp", "acomp")
    subject = child(verb, "nsubj")
    for prep in children(verb, "prep"):
        place = child(prep, "pobj")
        if place is None or not (_is_centre(prep, place) or (prep.lower_ == "among" and place.lemma_ in _OBSTACLES)):
            continue
        told = (what or subject) if prep.i < verb.i else subject
        if told is not None and told.pos_ != "PRON":
            yield told.left_edge.i, told.right_edge.i + 1
        return
    is_chief = subject is not None and subject.lemma_ in _ISSUES and has_child(subject, _CHIEF, "amod", "compound")
    if is_chief and what is not None and what.i > verb.i and what.pos_ != "PRON":
        yield what.left_edge.i, what.right_edge.i + 1


def _is_centre(prep: Token, place: Token) -> bool:
    of = child_called(place, ("of",), "prep")
    goal = child(of, "pobj") if of is not None else None
    return prep.lower_ == "at" and place.lemma_ in _CENTRES and goal is not None and goal.lemma_.lower() in _QUARRELS
