"""What a party says of an issue itself: 'the text is unacceptable', 'no deal without guarantees', 'Canada must leave first'.

The party is whoever says so, or for whom it is so: 'for Egypt the clause is a red line'. In the outlet's own voice nobody says it.
"""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import SUBJECTS, child, children, has_auxiliary, has_child, has_left, is_negated
from gobetween.reading.talks.clauses import clause_tokens
from gobetween.reading.talks.parties import parties_of
from gobetween.reading.talks.positions.modality.conditions import condition_of, is_within_condition
from gobetween.reading.talks.positions.sayings.dependence import depending
from gobetween.reading.talks.positions.sayings.judgements import judged
from gobetween.reading.talks.positions.sayings.musts import must_be, must_first
from gobetween.reading.talks.positions.sayings.own_words import told_by
from gobetween.reading.talks.positions.stands import Stand
from gobetween.reading.talks.positions.wording.frame_table import CLASSES
from gobetween.reading.word_lists import words

_WANTING = words("want demand seek need require ask")
_WAYS = words("way solution answer path remedy option road")
_OPEN = words("will would can could shall 'll ’ll 'd ’d")
_BE = words("be remain stay")


def stand_on_terms(scene: Scene, voices: Voices, verb: Token, before: Stand | None = None) -> Stand | None:
    """The position that a sentence about the issue shows of whoever says it; none for a sentence that nobody is cited with."""
    if is_within_condition(verb) or has_child(verb, ("if", "whether", "unless"), "mark"):
        return None
    if (bound := depending(scene, voices, verb)) is not None:
        return bound
    if verb.lemma_ in _BE:
        told = (
            _what_is_wanted(scene, voices, verb)
            or must_be(scene, voices, verb)
            or _without(scene, voices, verb)
            or judged(scene, voices, verb)
        )
        return told or _sided(scene, verb) or must_first(scene, voices, verb)
    return must_first(scene, voices, verb, before) or judged(scene, voices, verb)


def _what_is_wanted(scene: Scene, voices: Voices, copula: Token) -> Stand | None:
    """'What the union wants is a guarantee', 'a guarantee is what the union wants', 'the only way out was a vote'."""
    way = child(copula, "nsubj")
    if way is not None and way.lemma_.lower() in _WAYS and has_left(way, ("only",)) and not is_negated(copula):
        return _needed(scene, voices, copula)
    clause = child(copula, "csubj", "nsubj")
    behind = child(copula, "ccomp", "attr")
    if clause is not None and behind is not None and behind.lemma_ in _WANTING and behind.i > copula.i and not is_negated(copula):
        is_what = has_left(behind, ("what",))
        parties = agents_of_clause(scene, behind) if is_what else ()
        words_of = clause.left_edge.i, copula.right_edge.i + 1
        return Stand(parties, Stance.DEMAND, words_of, (clause.left_edge.i, clause.right_edge.i + 1)) if parties else None
    if clause is None or clause.lemma_ not in _WANTING or clause.dep_ != "csubj" or is_negated(copula):
        return None
    if child(clause, "nsubjpass") is not None:
        return _needed(scene, voices, copula) if clause.lemma_ in ("need", "require") else None
    thing = next((c for c in clause.lefts if c.lower_ in ("what", "all")), None)
    parties = agents_of_clause(scene, clause) if thing is not None else ()
    last = copula.right_edge.i + 1
    return Stand(parties, Stance.DEMAND, (clause.left_edge.i, last), (copula.i + 1, last)) if parties else None


def _needed(scene: Scene, voices: Voices, copula: Token) -> Stand | None:
    """'what was needed was a commission': demanded by whoever says so."""
    parties, behind = told_by(scene, voices, copula), child(copula, "attr", "xcomp", "ccomp")
    if not parties or behind is None or behind.i < copula.i:
        return None
    first, last = copula.left_edge.i, copula.right_edge.i + 1
    return Stand(parties, Stance.DEMAND, (first, last), (behind.left_edge.i, last), shown_by=copula.i)


def agents_of_clause(scene: Scene, clause: Token) -> tuple[str, ...]:
    """The actors of a clause that is itself a subject: its own subject only."""
    subject = child(clause, *SUBJECTS)
    return parties_of(scene, subject) if subject is not None else ()


def _without(scene: Scene, voices: Voices, copula: Token) -> Stand | None:
    """'there will be no deal without guarantees', 'no deal is possible without': demanded by whoever says so."""
    thing = child(copula, "attr", "nsubj") or child(copula, "acomp")
    is_no = thing is not None and has_left(thing, ("no",))
    is_impossible = is_negated(copula) or any(c.lemma_ in ("impossible", "unthinkable") for c in children(copula, "acomp"))
    if thing is None or not (is_no or is_impossible):
        return None
    parties = told_by(scene, voices, copula)
    if not parties or not (is_impossible or has_auxiliary(copula, _OPEN)):
        return None
    first, last = copula.left_edge.i, copula.right_edge.i + 1
    without = next((t for t in copula.subtree if t.lower_ == "without" and child(t, "pobj", "pcomp") is not None), None)
    if without is not None:
        return Stand(parties, Stance.DEMAND, (first, last), (without.i + 1, without.right_edge.i + 1), shown_by=copula.i)
    condition = condition_of(copula)
    if condition is None or not is_no or scene.doc[condition[0]].lower_ not in ("until", "unless", "before", "as", "so"):
        return None
    return Stand(parties, Stance.CONDITIONAL, (first, last), (thing.left_edge.i, thing.i + 1)).on_condition(condition)


def _second_of_slogan(noun: Token) -> Token | None:
    """'peace' in 'No prisoners, no peace'."""
    doc, i = noun.doc, noun.i
    is_followed = i + 3 < len(doc) and doc[i + 1].text == "," and doc[i + 2].lower_ == "no" and doc[i + 3].pos_ in ("NOUN", "PROPN")
    return doc[i + 3] if is_followed else None


def stand_in_slogan(scene: Scene, voices: Voices, noun: Token) -> Stand | None:
    """'No deal without prisoners, Norway said', 'No prisoners, no peace': demanded by whoever says so without a verb."""
    if not has_left(noun, ("no",)) or noun.head.pos_ == "AUX" or noun.dep_ in SUBJECTS:
        return None
    if (second := _second_of_slogan(noun)) is not None:
        told = told_by(scene, voices, noun)
        words_of = noun.left_edge.i, second.right_edge.i + 1
        return Stand(told, Stance.DEMAND, words_of, (noun.left_edge.i, noun.i + 1), shown_by=noun.i) if told else None
    without = next((p for p in children(noun, "prep") if p.lower_ == "without" and child(p, "pobj", "pcomp") is not None), None)
    parties = told_by(scene, voices, noun) if without is not None else ()
    if without is None or not parties:
        return None
    last = without.right_edge.i + 1
    return Stand(parties, Stance.DEMAND, (noun.left_edge.i, last), (without.i + 1, last), shown_by=noun.i)


def _sided(scene: Scene, copula: Token) -> Stand | None:
    """'is against the freeze', 'are in favour of it'."""
    subject = child(copula, "nsubj")
    for prep in children(copula, "prep"):
        goal = child(prep, "pobj")
        if prep.lower_ == "after" and subject is not None and goal is not None and _is_gain(goal) and not is_negated(copula):
            after = parties_of(scene, subject)  # 'is after 11 percent'
            words_of = clause_tokens(copula)
            return Stand(after, Stance.DEMAND, words_of, (goal.left_edge.i, words_of[1])) if after else None
        is_for = prep.lower_ == "in" and goal is not None and goal.lower_ in ("favour", "favor")
        if subject is None or goal is None or is_negated(copula) or not (is_for or prep.lower_ == "against"):
            continue
        first, last = clause_tokens(copula)
        parties = parties_of(scene, subject)
        return Stand(parties, Stance.SUPPORT if is_for else Stance.OPPOSE, (first, last), (goal.i + is_for, last)) if parties else None
    return None


def _is_gain(goal: Token) -> bool:
    """'11 percent', 'a larger share'; no time of day."""
    is_sum = goal.pos_ == "NUM" or any(c.pos_ == "NUM" for c in goal.lefts)
    return (is_sum and goal.ent_type_ not in ("DATE", "TIME")) or goal.lemma_.lower() in CLASSES["gain"]
