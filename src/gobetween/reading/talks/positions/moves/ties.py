"""One thing bound to another: 'made the release a condition', 'tied aid to reform', 'is holding it back until they leave'."""

from __future__ import annotations

from attrs import evolve
from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import SUBJECTS, child, child_called, children, has_left, is_negated, subject_of
from gobetween.reading.talks.parties import owner_of
from gobetween.reading.talks.positions.modality.conditions import condition_of
from gobetween.reading.talks.positions.modality.unreal import is_unreal
from gobetween.reading.talks.positions.stands import Stand, plain_stand
from gobetween.reading.talks.positions.wording.frame_table import CLASSES
from gobetween.reading.word_lists import words

_BINDING = words("make set lay impose turn declare")
_CONDITIONS = words("condition precondition prerequisite requirement")
_DEPENDING = words("conditional dependent contingent")
_ON = frozenset({"on", "upon"})
_TYING = words("tie link peg bind couple")
_BOUND = words(
    """signature support aid loan payment money fund grant help bonus vote consent approval truce ceasefire deal agreement pact
    recognition withdrawal pullback release return participation talk negotiation offer relief treaty accord rise raise million
    billion"""
)
_WITHHOLDING = words("hold keep withhold delay freeze")
_OWN_ACTS = words("support signature consent approval backing vote agreement acceptance participation return ratification offer")
_HANGING = words("depend hinge hang rest")
_WAITING = frozenset({"until", "till", "unless", "pending"})
_FURTHEST = 14  # tokens from a verb to the word that binds
_ADDING = words("attach add")


def stand_in_tie(scene: Scene, verb: Token) -> Stand | None:
    """The demand or the conditional step that the verb shows by what it binds to what; none where it is denied or unreal."""
    lemma = verb.lemma_.lower()
    if is_negated(verb):
        return None
    if lemma in _BINDING:
        return _made_condition(scene, verb) or _made_dependent(scene, verb)
    if lemma in _TYING:
        return _tied(scene, verb)
    if lemma in _WITHHOLDING:
        return _held_back(scene, verb)
    if lemma in _HANGING:
        return _hanging(scene, verb)
    return _with_condition(scene, verb) if lemma in _ADDING else None


def _made_condition(scene: Scene, verb: Token) -> Stand | None:
    """'made compensation a precondition', 'made it a condition that the port opens'."""
    word = next((t for t in _behind(verb) if t.lemma_.lower() in _CONDITIONS and _is_predicate(t, verb)), None)
    is_bare = word is not None and min((c.i for c in word.lefts if c.dep_ == "det"), default=word.i) <= verb.i + 1
    if word is None or is_bare or is_unreal(verb):
        return None
    found = plain_stand(scene, verb, Stance.DEMAND)
    if found is None:
        return None
    is_announced = scene.doc[verb.i + 1].lower_ == "it"
    start = min((c.i for c in word.lefts if c.dep_ == "det"), default=word.i)
    issue = (word.i + 1, found.words[1]) if is_announced and word.i + 1 < found.words[1] else (verb.i + 1, start)
    return evolve(found, issue=issue)


def _is_predicate(word: Token, verb: Token) -> bool:
    """Whether the word says what the object is made: it hangs on the verb, or on the object as the parser may see it."""
    is_indefinite = has_left(word, ("a", "an", "its", "their", "one", "another", "the"))
    if word.dep_ == "dobj" and word.head.i != verb.i:
        return False  # 'made it clear that it would not meet the conditions'
    is_second = word.dep_ in ("dobj", "oprd", "attr", "appos", "ccomp", "npadvmod", "dative") or word.head.i == verb.i
    return is_indefinite and is_second


def _made_dependent(scene: Scene, verb: Token) -> Stand | None:
    """'made the loan dependent on reforms'."""
    word = next((t for t in _behind(verb) if t.lower_ in _DEPENDING), None)
    holders = (word, verb) if word is not None else ()
    on = next((p for each in holders for p in children(each, "prep") if p.lower_ in _ON and p.i > each.i), None)
    if word is None or on is None or is_unreal(verb):
        return None
    found = plain_stand(scene, verb, Stance.CONDITIONAL)
    condition = word.i, on.right_edge.i + 1
    return None if found is None else evolve(found.on_condition(condition), issue=(verb.i + 1, word.i))


def _tied(scene: Scene, verb: Token) -> Stand | None:
    """'tied any truce to the release of its sailors'."""
    thing = child(verb, "dobj")
    holders = (verb, thing) if thing is not None else ()
    to = next((p for holder in holders for p in children(holder, "prep") if p.lower_ == "to"), None)
    if thing is None or to is None or not _is_bound(verb, thing) or is_unreal(verb):
        return None
    found = plain_stand(scene, verb, Stance.CONDITIONAL)
    if found is None:
        return None
    return evolve(found.on_condition((to.i, to.right_edge.i + 1)), issue=(thing.left_edge.i, max(thing.i + 1, to.i)))


def _is_bound(verb: Token, thing: Token) -> bool:
    return thing.lemma_.lower() in _BOUND or (verb.lemma_ == "tie" and thing.lemma_.lower() in CLASSES["matter"] | CLASSES["gain"])


def _held_back(scene: Scene, verb: Token) -> Stand | None:
    """'is holding back its ships until the toll is gone'."""
    is_back = verb.lemma_ in ("withhold", "delay", "freeze") or any(c.lower_ in ("back", "up") for c in verb.rights)
    thing = child(verb, "dobj")
    condition = condition_of(verb) if is_back and thing is not None else None
    if thing is None or condition is None or scene.doc[condition[0]].lower_ not in _WAITING or is_unreal(verb):
        return None
    found = plain_stand(scene, verb, Stance.CONDITIONAL)
    return None if found is None else evolve(found.on_condition(condition), issue=(thing.left_edge.i, condition[0]))


def _hanging(scene: Scene, verb: Token) -> Stand | None:
    """'Norway's support depends on a new lock'."""
    subject = child(verb, *SUBJECTS)
    on = child_called(verb, _ON, "prep")
    if subject is None or on is None or subject.lemma_.lower() not in _OWN_ACTS or is_unreal(verb):
        return None
    owner = owner_of(scene, subject)
    words_of = subject.left_edge.i, on.right_edge.i + 1
    if owner is None:
        return None
    return Stand((owner,), Stance.CONDITIONAL, words_of, (subject.left_edge.i, subject.i + 1), (on.i, words_of[1]), shown_by=verb.i)


def _with_condition(scene: Scene, verb: Token) -> Stand | None:
    """'proposed eight and attached a condition: the union must leave the court'."""
    thing = child(verb, "dobj")
    found = plain_stand(scene, verb, Stance.CONDITIONAL) if thing is not None and thing.lemma_.lower() in _CONDITIONS else None
    if thing is None or found is None or is_unreal(verb):
        return None
    before = verb.head if verb.dep_ == "conj" and verb.head.pos_ == "VERB" else verb
    subject = subject_of(before)
    first = min(found.words[0], before.i, subject.left_edge.i if subject is not None and subject.i < before.i else before.i)
    colon = next((t.i for t in scene.doc[thing.i : verb.sent.end] if t.text == ":"), None)
    if colon is None or colon + 1 >= verb.sent.end:
        return evolve(found, words=(first, found.words[1]))
    last = verb.sent.end
    return evolve(found, words=(first, last), issue=(before.i + 1, max(verb.i, before.i + 2)), condition=(colon + 1, last))


def _behind(verb: Token) -> tuple[Token, ...]:
    last = min(verb.i + _FURTHEST, verb.right_edge.i + 1)
    return tuple(verb.doc[verb.i + 1 : last])
