"""What a party vows, prepares or keeps open to do: 'vowed to block it', 'reserves the right to', 'warned of a strike'."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import SUBJECTS, child, children, has_auxiliary, has_child, has_left, is_negated
from gobetween.reading.talks.clauses import clause_tokens
from gobetween.reading.talks.positions.modality.conditions import condition_near
from gobetween.reading.talks.positions.modality.threats import is_threat
from gobetween.reading.talks.positions.modality.unreal import is_unreal
from gobetween.reading.talks.positions.sayings.own_words import is_of_own, told_by
from gobetween.reading.talks.positions.stands import Stand, plain_stand
from gobetween.reading.word_lists import words

_VOWING = words("vow pledge swear promise prepare")
_UTTERING = words("vow swear")
_REVENGE = words("revenge response retribution vengeance reprisal airstrike attack war destruction")
_FIGHTING = words("refuse resist oppose fight reject veto")
_CONQUERING = words("march advance capture retake recapture crush destroy eliminate avenge overrun topple")
_SITTING = words("sit hold withhold stay")
_PULLING = words(
    """strike stoppage walkout boycott retaliation sanction countermeasure tariff lawsuit lockout blockade stay-away airstrike
    reprisal"""
)
_ANSWERING = words("answer respond reply react retaliate hit strike")
_REPRISALS = ("in kind", "with force", "forcefully", "militarily", "harshly", "decisively", "with all", "by all means")
_MIGHT = frozenset({"could", "might", "may"})
_WILL = frozenset({"will", "would", "'ll", "’ll", "shall"})
_OPEN_THREATS = words("veto strike walk quit block boycott retaliate sue withdraw")
_BRINGING_ON = words("prompt trigger provoke draw bring invite meet face have carry result lead")
_SUFFERING = words("face suffer pay bear")
_PRICES = words("consequence price retaliation punishment sanction reprisal wrath")
_GOING_ON = words("continue resume restart renew intensify escalate expand widen extend step prolong go carry")
_FORCE = words(
    """war strike walkout stoppage attack fighting operation offensive campaign bombardment blockade boycott shelling raid siege
    assault hostility lockout fight"""
)
_STRIKING = words("strike walkout stoppage lockout blockade boycott retaliation response reprisal consequence")
_WAITING = frozenset({"until", "till", "unless"})


def vowed(scene: Scene, verb: Token) -> Stand | None:
    """The threat or refusal in what is vowed, or warned of; what is only promised is owed, and no stand."""
    lemma = verb.lemma_.lower()
    if lemma in _VOWING:
        stance = _of_goal(verb, lemma)
    elif lemma == "reserve":
        stance = _of_right(verb)
    elif lemma == "warn":
        stance = _of_warning(verb)
    elif lemma in _ANSWERING:
        stance = Stance.THREATEN if _is_reprisal(verb) else None
    else:
        return None
    if stance is None or is_negated(verb) or is_unreal(verb):
        return None
    return plain_stand(scene, verb, stance)


def _is_reprisal(verb: Token) -> bool:
    """'will retaliate', 'would "answer in kind"'."""
    text = verb.doc[verb.i + 1 : verb.i + 5].text.lower()
    is_meant = verb.lemma_ == "retaliate" or text.startswith(_REPRISALS)
    return is_meant and has_auxiliary(verb, _WILL)


def _of_goal(verb: Token, lemma: str) -> Stance | None:
    goal, thing = child(verb, "xcomp"), child(verb, "dobj")
    if goal is None and lemma in _UTTERING and thing is not None and thing.i > verb.i:
        return Stance.THREATEN if thing.lemma_.lower() in _PULLING | _REVENGE else None
    if goal is None or goal.i < verb.i:
        return None
    condition = condition_near(goal)
    if is_threat(goal, condition) or (goal.lemma_ in _SITTING and condition is not None and verb.doc[condition[0]].lower_ in _WAITING):
        return Stance.THREATEN
    if goal.lemma_ in _CONQUERING and (child(goal, "dobj") is not None or has_child(goal, ("on",), "prep")):
        return Stance.THREATEN
    is_refused = lemma != "prepare" and (goal.lemma_ in _FIGHTING or has_child(goal, ("never",)))
    return Stance.REJECT if is_refused else None


def _of_right(verb: Token) -> Stance | None:
    """'reserves the right to suspend deliveries'."""
    right = child(verb, "dobj")
    holders = (verb, right) if right is not None and right.lemma_ == "right" else ()
    goals = (c for each in holders for c in children(each, "acl", "xcomp", "relcl") if c.tag_ == "VB")
    return Stance.THREATEN if any(is_threat(goal, None) for goal in goals) else None


def _of_warning(verb: Token) -> Stance | None:
    """'warned of a strike from Monday'; 'warned of war' is anybody's fear."""
    clause = child(verb, "ccomp")
    if clause is not None and has_auxiliary(clause, _MIGHT) and clause.i > verb.i and is_threat(clause, None):
        return Stance.THREATEN  # 'warned that it could pull out its envoy'
    if clause is not None and clause.lemma_ in _BRINGING_ON and clause.i > verb.i:
        answer = [*children(clause, "dobj"), *(g for p in children(clause, "prep") for g in children(p, "pobj"))]
        if any(t.lemma_.lower() in _REVENGE | _PULLING | {"consequence", "force"} for t in answer):
            return Stance.THREATEN  # 'warned that any raid would prompt retaliation'
    goals = (g for p in children(verb, "prep") if p.lower_ == "of" for g in children(p, "pobj"))
    return Stance.THREATEN if any(g.lemma_.lower() in _PULLING for g in goals) else None


_HARMING = _SUFFERING | _OPEN_THREATS | _GOING_ON


def pressed_on(scene: Scene, voices: Voices, verb: Token) -> Stand | None:
    """'we will continue the war', 'the shelling would resume after the truce, Norway said': harm that goes on, or begins again."""
    if verb.lemma_ == "be":
        return _there_will_be(scene, voices, verb)
    if verb.lemma_ not in _HARMING:
        return None
    thing, subject = child(verb, "dobj"), child(verb, *SUBJECTS)
    if verb.lemma_ in _SUFFERING and thing is not None and has_auxiliary(verb, _WILL) and not is_negated(verb):
        is_grave = thing.lemma_.lower() in _PRICES or (thing.lemma_ == "action" and has_left(thing, ("military",)))
        parties = told_by(scene, voices, verb) if is_grave and subject is not None and not is_of_own(scene, voices, verb) else ()
        words_of = clause_tokens(verb)
        return Stand(parties, Stance.THREATEN, words_of, (thing.left_edge.i, words_of[1]), shown_by=verb.i) if parties else None
    is_kept_open = has_auxiliary(verb, _MIGHT) and verb.dep_ == "ccomp" and verb.lemma_ in _OPEN_THREATS and not is_negated(verb)
    if is_kept_open and is_threat(verb, None) and is_of_own(scene, voices, verb):
        return plain_stand(scene, verb, Stance.THREATEN)  # 'Norway said it may veto the treaty'
    if verb.lemma_ not in _GOING_ON or not has_auxiliary(verb, _WILL) or is_negated(verb) or subject is None or is_unreal(verb):
        return None
    if verb.lemma_ in ("go", "carry") and not has_child(verb, ("on",)):
        return None
    is_of_harm = subject.lemma_.lower() in _FORCE and thing is None
    parties = told_by(scene, voices, verb)
    if not parties or not (is_of_harm or (thing is not None and thing.lemma_.lower() in _FORCE and is_of_own(scene, voices, verb))):
        return None
    first, last = clause_tokens(verb)
    return Stand(parties, Stance.THREATEN, (first, last), (subject.left_edge.i if is_of_harm else verb.i, last), shown_by=verb.i)


def _there_will_be(scene: Scene, voices: Voices, copula: Token) -> Stand | None:
    """'there will be a strike at all ports, the union warned'."""
    if not has_left(copula, ("there",)):
        return None
    thing = child(copula, "attr")
    is_there = has_left(copula, ("there",)) and has_auxiliary(copula, _WILL) and not is_negated(copula)
    is_harm = thing is not None and thing.lemma_.lower() in _STRIKING and not has_left(thing, ("no",))
    parties = told_by(scene, voices, copula) if is_there and is_harm and not is_unreal(copula) else ()
    words_of = copula.left_edge.i, copula.right_edge.i + 1
    return Stand(parties, Stance.THREATEN, words_of, (copula.i + 1, words_of[1]), shown_by=copula.i) if parties else None
