"""What sides did not agree on, or will not give way on: 'failed to agree on pay', 'has yet to be settled', 'refuse to budge on'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.reading.syntax import SUBJECTS, Range, child, children, has_child, has_left, is_negated, noun_phrase, subject_of
from gobetween.reading.talks.differences.vocabulary import (
    ACCORDS,
    DISAGREEMENTS,
    MATTERS,
    OVER,
    TALKS,
    are_sides,
    matter_of,
    matters_behind,
)
from gobetween.reading.word_lists import words

_AGREEING = words("agree decide compromise concur")
_SETTLING = words(
    "agree settle resolve decide solve clear finalise finalize conclude sort bridge overcome reconcile close unpick untie determine"
)
_HANDLING = words("negotiate discuss debate work thrash contest hammer dispute argue haggle finalise finalize resolve iron")
_FINAL = words("settle resolve finalise finalize")
_REACHING = words("reach find strike achieve secure make")
_COMING = ACCORDS | words("progress breakthrough headway formula middle ground solution meeting")
_UNABLE = words("unable fail incapable struggle able manage")
_QUESTIONS = words("how who what which whether where when why")
_ELUSIVE = words("elusive difficult impossible hard unlikely distant lacking absent missing tricky far")
_IN_DOUBT = frozenset({"if", "unless", "whether", "before", "until", "once", "should"})
_YIELDING = words("budge yield relent bend waver compromise move")
_GIVING = {
    "give": words("ground way inch"),
    "make": words("concession compromise"),
    "show": words("flexibility readiness willingness"),
    "move": words("inch"),
    "offer": words("concession compromise"),
}
_UNWILLING = words("refuse decline unwilling reluctant willing prepared ready")
_DIGGING = words("heel heels")
_CLOSING = words("end finish close adjourn conclude break wrap")

UNAGREED_BY = _SETTLING | _AGREEING | _HANDLING | _REACHING | _COMING | _YIELDING | _GIVING.keys() | {"dig"}
"""The words, or lemmas, around which something may be found."""


def find_unagreed(token: Token) -> Iterator[Range]:
    """The tokens of each matter that, as the words around `token` say, the sides have not agreed or will not give way on."""
    lemma = token.lemma_.lower()
    if has_child(token, _IN_DOUBT, "mark"):
        return
    if token.pos_ in ("NOUN", "PROPN"):
        if lemma in _COMING:
            yield from _no_accord(token)
    elif token.pos_ == "VERB":
        if lemma in _YIELDING or lemma in _GIVING or lemma == "dig":
            yield from _unyielding(token)
        if lemma in _AGREEING:
            yield from _not_agreed(token)
        if lemma in _SETTLING | _HANDLING:
            yield from _passed_over(token)
        if lemma in _SETTLING | _REACHING:
            yield from _unsettled(token)


def is_undone(verb: Token) -> bool:
    """'could not', 'have not yet', 'unable to', 'failed to', 'are yet to', 'still have to', 'neither side', 'without agreeing'."""
    over = verb.head
    if is_negated(verb) or has_left(verb, ("nor", "neither")):
        return True
    if verb.dep_ == "pcomp" and over.lower_ == "without":
        return True
    lemma = over.lemma_.lower()
    if verb.dep_ == "acl":
        return lemma in ("failure", "inability")
    if verb.dep_ not in ("xcomp", "advcl", "ccomp"):
        return False
    near = {t.lower_ for t in (*over.lefts, *over.rights, *verb.lefts)}
    if lemma in ("have", "be") and "yet" in near:
        return True
    if lemma in ("have", "need", "must", "remain") and "still" in near:
        return True
    if lemma in _UNABLE:
        is_not = is_negated(over) or is_negated(over.head)
        return not is_not if lemma not in ("able", "manage") else is_not
    return False


def _are_parties(subject: Token | None) -> bool:
    return are_sides(subject) or _is_talks(subject)


def _not_agreed(verb: Token) -> Iterator[Range]:
    """'cannot agree how many boats there are', 'have not been able to agree on the quota'."""
    if not is_undone(verb) or not _are_parties(subject_of(verb)) or _is_refusal_by_one(verb):
        return
    clause = child(verb, "ccomp")
    if clause is not None and any(t.lower_ in _QUESTIONS for t in verb.doc[verb.i + 1 : clause.i + 1]):
        yield verb.i + 1, clause.right_edge.i + 1
    else:
        yield from matters_behind(verb)


def _is_refusal_by_one(verb: Token) -> bool:
    """'Norway has not agreed to the list' is a stand of one; what two, or talks, have not agreed is open between them."""
    subject = subject_of(verb)
    is_plain = verb.dep_ not in ("xcomp", "advcl", "pcomp") and not has_child(verb, ("could", "can", "ca"), "aux")
    if subject is None or not is_plain:
        return False
    is_many = subject.tag_ in ("NNS", "NNPS") or subject.lower_ in ("they", "two", "both") or any(True for _ in subject.conjuncts)
    return not is_many and not has_left(subject, ("neither", "no"))


def _unsettled(verb: Token) -> Iterator[Range]:
    """'unable to bridge differences over pay', 'no agreement has been reached on troops', 'failed to resolve the question of pay'."""
    lemma = verb.lemma_.lower()
    thing = child(verb, "dobj", "nsubjpass")
    if thing is None:
        return
    is_none = has_left(thing, ("no", "little"))
    if not is_none and not is_undone(verb):
        return
    named = thing.lemma_.lower()
    if lemma in _REACHING:
        if named in _COMING:
            yield from matters_behind(thing, verb)
    elif named in DISAGREEMENTS and thing.dep_ == "dobj":
        yield from matters_behind(thing, verb)
    elif named in MATTERS and thing.dep_ == "dobj" and not is_none and has_child(thing, ("of", "over"), "prep"):
        yield matter_of(thing)
    elif thing.dep_ == "dobj" and not is_none and lemma in _FINAL and _is_new(thing) and _are_parties(subject_of(verb)):
        yield noun_phrase(thing)


def _is_new(thing: Token) -> bool:
    """Whether it is a matter by name, not 'it' or 'the issue'."""
    return thing.pos_ != "PRON" and thing.lemma_.lower() not in MATTERS | TALKS


def _passed_over(verb: Token) -> Iterator[Range]:
    """'the quota has yet to be settled', 'is still being negotiated', 'has not been agreed', 'yet to be agreed is the quota'."""
    if child(verb, "auxpass") is None:
        return
    holder = verb.head if verb.dep_ in ("xcomp", "csubj", "advcl") else verb
    still = {"still"} & {t.lower_ for t in verb.lefts}
    is_going_on = bool(still) and has_child(verb, ("being",), "auxpass")
    is_open = is_undone(verb) or is_going_on or (verb.dep_ == "csubj" and still)
    is_open = is_open or (verb.dep_ == "xcomp" and holder.lemma_ == "remain")
    if not is_open or (verb.lemma_ in _HANDLING - _SETTLING and not is_going_on):
        return
    subject = child(verb, "nsubjpass") or child(holder, "nsubj", "nsubjpass")
    if verb.dep_ == "csubj":
        subject = child(holder, "attr", "nsubj")
    if subject is None or subject.pos_ not in ("NOUN", "PROPN") or subject.lemma_.lower() in TALKS | DISAGREEMENTS:
        return
    is_only = any(t.lower_ == "only" for t in subject.doc[max(0, subject.left_edge.i - 1) : subject.i])
    if not is_only and not has_left(subject, ("no", "all")):
        yield _own_matter(subject, holder)


def _own_matter(subject: Token, holder: Token) -> Range:
    first, last = matter_of(subject)
    return first, last if subject.i > holder.i else min(last, holder.i)


def _no_accord(noun: Token) -> Iterator[Range]:
    """'there is no consensus on pay', 'ended without agreement on the fees', 'agreement on pay has proved elusive'."""
    verb = noun.head
    if noun.lemma_ == "meeting" and not any(g.lower_ == "minds" for p in children(noun, "prep") for g in children(p, "pobj")):
        return
    is_none = has_left(noun, ("no", "little")) and (verb.lemma_ in ("be", "remain", "have", "make") or noun.dep_ == "ROOT")
    closing = verb.head if noun.dep_ == "pobj" and verb.lower_ == "without" else None
    is_without = closing is not None and closing.lemma_ in _CLOSING and _is_talks(child(closing, *SUBJECTS))
    if is_none or is_without:
        yield from matters_behind(noun, *([verb] if verb.pos_ in ("AUX", "VERB") else []))
        return
    if noun.dep_ not in SUBJECTS or is_negated(verb):
        return
    is_elusive = has_child(verb, _ELUSIVE, "acomp", "oprd", "attr")
    is_out_of_sight = has_left(noun, ("no",)) and any(t.lower_ == "sight" for t in verb.subtree)
    if is_elusive or is_out_of_sight:
        elusive = [t for t in children(verb, "acomp", "oprd", "attr") if t.lower_ in _ELUSIVE]
        yield from matters_behind(noun, verb, *elusive, *(t for t in verb.subtree if t.lower_ in ("in", "sight")))


def _is_talks(subject: Token | None) -> bool:
    return subject is not None and subject.lemma_.lower() in TALKS


def _unyielding(verb: Token) -> Iterator[Range]:
    """'refused to budge on pay', 'neither side will give ground on the quota', 'have dug in their heels over the zone'."""
    thing = child(verb, "dobj", "npadvmod") or next((g for p in children(verb, "prep") for g in children(p, "pobj")), None)
    lemma = verb.lemma_.lower()
    if lemma == "dig":
        if any(t.lower_ in _DIGGING for t in verb.subtree) or has_child(verb, ("in",), "prt", "prep"):
            yield from matters_behind(verb, *(t for t in verb.subtree if t.lower_ in _DIGGING))
        return
    wanted = _GIVING.get(lemma)
    if wanted is not None and (thing is None or thing.lemma_.lower() not in wanted):
        return
    over = verb.head
    is_unwilling = over.lemma_.lower() in _UNWILLING and (over.lemma_ in ("refuse", "decline", "unwilling", "reluctant"))
    subject = subject_of(verb)
    is_no = (subject is not None and (has_left(subject, ("neither", "no")) or subject.lower_ in ("neither", "none"))) or (
        thing is not None and has_left(thing, ("no", "little"))
    )
    is_not = is_negated(verb) or is_no or (over.lemma_.lower() in _UNWILLING and is_negated(over.head if over.pos_ == "ADJ" else over))
    if is_unwilling or is_not:
        yield from matters_behind(*([thing] if thing is not None else []), verb, by=OVER - {"about"})
