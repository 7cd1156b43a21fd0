"""What a verb names without anybody doing it: under a condition, a modal or an aim, denied, charged, feared, or asked of another."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.reading.concordance import answered_once
from gobetween.reading.syntax import SUBJECTS, child, children, has_child, has_left
from gobetween.reading.talks.positions.modality.conditions import is_within_condition
from gobetween.reading.talks.positions.modality.wishes import is_of_neither, is_wished
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.word_lists import words

_HYPOTHETICAL = frozenset({"if", "whether", "unless"})
_SHORT = words("short stopped refrained instead shy refrain far")
_MODALS = frozenset({"could", "might", "may", "can"})
_WOULD = frozenset({"would", "'d", "’d"})
_NOT_DONE = words("without before until instead")  # 'must leave before agreeing to it'
_IN_MIND = words(
    """avoid consider contemplate delay postpone risk discuss debate imagine envisage mean imply involve justify recommend rule
    exclude"""
)
_DEPENDING = words("depend hinge rest hang rely contingent conditional dependent condition")
_PRICES = words("exchange return subject")
_THOUGHTS = words("guarantee assurance fear hope concern worry possibility prospect chance risk expectation likelihood speculation")
_SIGNS = words("sign hint question idea way talk possibility")
_DEEP = 4  # steps up from a verb


def is_unreal(verb: Token, *, may_be_open: bool = False) -> bool:
    """Whether the verb says of nobody that they do it: under a condition, a modal, an aim, a denial, a charge, or asked of another.

    `may_be_open` lets a modal pass, where one says what the words say anyway: 'could live with'.
    """
    return _is_of_nobody(verb) or (not may_be_open and has_child(verb, _MODALS, "aux"))


@answered_once
def _is_of_nobody(verb: Token) -> bool:
    is_if = has_child(verb, _HYPOTHETICAL, "mark")
    is_gone = has_child(verb, ("have",), "aux") and has_child(verb, _WOULD, "aux")
    over = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "by" else verb
    is_gone = is_gone or (over is not verb and {"could", "have"} <= {c.lower_ for c in children(over, "aux")})
    is_purpose = verb.tag_ == "VB" and verb.dep_ in ("advcl", "acl", "relcl") and has_left(verb, ("to",))
    first = verb
    for _ in range(_DEEP):
        if first.dep_ != "conj" or first.tag_ != "VB" or child(first, *SUBJECTS) is not None:
            break
        first = first.head
    is_aim = first.tag_ == "VB" and first.dep_ == "xcomp" and first.head.lemma_ in stances.FAILING
    is_aim = is_aim or (verb.tag_ == "VBG" and verb.dep_ in ("xcomp", "ccomp", "dobj") and verb.head.lemma_.lower() in _IN_MIND)
    is_of_adjective = verb.tag_ == "VB" and verb.dep_ == "xcomp" and verb.head.pos_ == "ADJ"
    is_denied = verb.dep_ == "ccomp" and verb.head.lemma_ in stances.DENYING
    is_denied = is_denied or (verb.head.lower_ == "way" and has_left(verb.head, ("no",)))  # 'there is no way it would sign'
    is_shunned = is_shunned_for_another(verb)
    is_pressed = verb.dep_ == "pcomp" and verb.head.lower_ == "into"  # 'bullied them into accepting it'
    is_bound = verb.dep_ == "pcomp" and verb.head.lower_ in ("on", "upon") and verb.head.head.lemma_.lower() in _DEPENDING
    holder = verb.head.head if verb.dep_ == "acl" and has_child(verb, ("being",)) else verb
    is_bound = is_bound or (holder is not verb and holder.head.lemma_.lower() in _DEPENDING)  # 'rests on its terms being accepted'
    is_bound = is_bound or (
        verb.dep_ == "pcomp" and verb.head.head.lower_ in _PRICES
    )  # 'in return for backing it', 'subject to agreeing'
    is_no_sign = verb.dep_ == "pcomp" and verb.head.lower_ in ("of", "for") and verb.head.head.lemma_.lower() in _THOUGHTS | _SIGNS
    is_short_of = verb.dep_ == "pcomp" and (
        verb.head.lower_ in _NOT_DONE
        or has_left(verb.head, _NOT_DONE)
        or (verb.head.lower_ in ("of", "from") and verb.head.head.lower_ in _SHORT)
    )
    return (
        is_short_of
        or is_bound
        or is_pressed
        or is_no_sign
        or is_denied
        or is_shunned
        or is_only_thought_of(verb)
        or is_wished(verb)
        or is_of_neither(verb)
        or is_within_condition(verb)
        or is_if
        or is_gone
        or is_purpose
        or _is_asked(verb)
        or is_aim
        or is_of_adjective
        or _is_in_condition(verb)
        or _is_charged(verb)
    )


def is_shunned_for_another(verb: Token) -> bool:
    """'would leave rather than accept it', 'would rather leave than accept it'."""
    is_joined = verb.dep_ == "conj" and verb.i > verb.head.i and has_child(verb.head, ("than",), "cc")
    return is_joined or (verb.dep_ == "advcl" and has_child(verb, ("than",), "mark"))


def is_only_thought_of(verb: Token) -> bool:
    """'a guarantee that it will not leave', 'the fear that it would reject it': what others want or think of."""
    return verb.dep_ in ("acl", "ccomp", "relcl") and verb.head.pos_ == "NOUN" and verb.head.lemma_.lower() in _THOUGHTS


def _is_asked(verb: Token) -> bool:
    """'urged them to agree', 'urged them to come and accept the truce': what another shall do."""
    at = verb
    for _ in range(_DEEP):
        if at.tag_ not in ("VB", "VBP") or has_child(at, ("will", "would"), "aux"):
            return False
        if at.dep_ in ("xcomp", "ccomp"):
            is_asked_on = has_child(at.head, ("on", "upon"), "prep")  # 'called on them to reject it'
            return at.head.lemma_ in stances.ASKING and (child(at.head, "dobj") is not None or is_asked_on)
        if at.dep_ != "conj" or child(at, *SUBJECTS) is not None:
            return False
        at = at.head
    return False


def _is_in_condition(verb: Token) -> bool:
    """'if the group continues to reject it' says of nobody that they do."""
    at = verb
    for _ in range(_DEEP):
        if at.dep_ not in ("xcomp", "conj", "ccomp") or at.head is at:
            return False
        at = at.head
        if has_child(at, _HYPOTHETICAL, "mark"):
            return True
    return False


def _is_charged(verb: Token) -> bool:
    """'accused them of wanting more', 'of spoiling the talks by refusing to come': what the accuser says of them."""
    at = verb
    for _ in range(_DEEP):
        if at.dep_ == "pcomp" and at.head.lower_ in ("of", "for", "with"):
            over = {at.head.head.lemma_, at.head.head.head.lemma_}  # the parser may hang 'of' on who is accused
            return bool(over & stances.CHARGING)
        is_by = at.dep_ == "pcomp" and at.head.lower_ == "by"
        if not is_by and (at.dep_ not in ("xcomp", "conj", "advcl") or at.tag_ == "VBD"):
            return False
        at = at.head.head if is_by else at.head
    return False
