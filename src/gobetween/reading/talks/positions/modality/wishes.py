"""What is only wished, demanded of another, called untrue or said of nobody: no stance of whoever it names."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.reading.syntax import SUBJECTS, child, children, has_child, has_left, is_negated
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.word_lists import words

_MUST = words("must should ought shall")
_WISHING = words("hope hop wish want expect doubt insist urge believe fear suggest require recommend think assume demand")
_MOST = 4
_DEMANDING = words("demand require request ask urge propose recommend stipulate")
_NEARLY = words("almost nearly virtually likely probably possibly perhaps presumably")
_PROPOSALS = words("proposal draft plan offer idea suggestion scheme blueprint")
_TRUE = words("true case accurate correct")


def is_wished(verb: Token) -> bool:
    """'Canada must accept', 'Norway hopes that Canada will accept', 'reports that it accepted are false', 'almost accepted'."""
    has_must = any(c.dep_ == "aux" and c.lower_ in _MUST for at in _joined(verb) for c in at.children)
    is_nearly = has_child(verb, _NEARLY)
    return has_must or is_nearly or _is_put_forward(verb) or _is_hoped(verb) or _is_untrue(verb)


def _is_put_forward(verb: Token) -> bool:
    """'Under the proposal both will agree on a date': what a text would have them do."""
    first = verb
    for _ in range(_MOST):
        if first.dep_ != "conj" or first.head.pos_ not in ("VERB", "AUX"):
            break
        first = first.head
    if not has_child(verb, ("will", "would"), "aux"):
        return False
    return any(t.lemma_.lower() in _PROPOSALS for p in children(first, "prep") if p.lower_ == "under" for t in children(p, "pobj"))


def _joined(verb: Token) -> tuple[Token, ...]:
    """The verb and those before it that it shares its subject and auxiliaries with: 'should be barred and give up its claim'."""
    found = [verb]
    while (
        found[-1].dep_ == "conj"
        and found[-1].tag_ in ("VB", "VBP")
        and child(found[-1], *SUBJECTS, "aux") is None
        and len(found) < _MOST
    ):
        found.append(found[-1].head)
    return tuple(found)


def is_of_neither(verb: Token) -> bool:
    """'Neither Norway nor Canada has accepted', 'no party has agreed', 'has neither accepted nor rejected it'."""
    subject = child(verb, *SUBJECTS)
    first = verb.head if verb.dep_ == "conj" and has_child(verb.head, ("nor",), "cc") else verb
    if has_left(first, ("neither",)):
        return True
    return subject is not None and any(t.lower_ in ("neither", "no", "nobody", "none") for t in (subject, *subject.lefts))


def _is_hoped(verb: Token) -> bool:
    """What one wishes of another: the subject of the wish is not that of what is wished."""
    first = verb
    for _ in range(_MOST):
        is_joined = first.dep_ == "conj" and first.i > first.head.i and first.head.pos_ in ("VERB", "AUX")
        if not is_joined or child(first, *SUBJECTS) is not None:
            break
        first = first.head
    if first.dep_ == "ccomp" and first.head.lemma_ in _DEMANDING and first.i > first.head.i and child(first, *SUBJECTS) is not None:
        return first.tag_ in ("VB", "VBZ", "VBP", "VBN")  # 'demands that it ends the siege and recognises the border'
    is_odd = verb.dep_ == "conj" and verb.tag_ == "VBZ" and first.tag_ == "VBG" and first.lemma_ in _DEMANDING
    if is_odd and child(first, "ccomp") is not None:
        return True  # 'is demanding that it ends the siege and recognises the border', joined by the parser to who demands
    above = verb.head
    if verb.dep_ not in ("ccomp", "xcomp") or above.lemma_ not in _WISHING or child(verb, *SUBJECTS) is None:
        return False
    is_future = has_child(verb, ("will", "would", "to"), "aux")
    return is_future or verb.tag_ == "VB"


def _is_untrue(verb: Token) -> bool:
    above = verb.head
    if verb.dep_ in ("acl", "relcl", "ccomp") and above.lemma_.lower() in stances.CHARGES:
        holder = above.head
        told = [holder, *children(holder, "acomp", "attr", "xcomp", "oprd")]
        return any(t.lemma_.lower() in stances.UNTRUE | {"deny", "dismiss", "reject"} for t in told)
    if verb.dep_ in ("ccomp", "csubj", "advcl") and above.pos_ in ("AUX", "ADJ"):
        copula = above if above.pos_ == "AUX" else above.head
        told = [*children(copula, "acomp", "attr"), above]
        is_not_true = is_negated(copula) and any(t.lemma_.lower() in _TRUE for t in told)
        return is_not_true or any(t.lemma_.lower() in stances.UNTRUE for t in told)
    return verb.tag_ == "VBG" and verb.dep_ in ("xcomp", "ccomp", "pcomp") and above.lemma_ in stances.DENYING
