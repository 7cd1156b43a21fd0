"""Harm that a party says is coming: 'it would lock out the crews', 'is moving ahead with sanctions', 'would have no choice but to'."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import SUBJECTS, child, children, has_auxiliary, has_child, has_left, is_negated
from gobetween.reading.talks.clauses import clause_tokens
from gobetween.reading.talks.parties import parties_of
from gobetween.reading.talks.positions.modality.threats import HARMFUL, is_threat
from gobetween.reading.talks.positions.modality.unreal import is_unreal
from gobetween.reading.talks.positions.moves.undertakings import RANKS
from gobetween.reading.talks.positions.sayings.own_words import is_of_own, told_by
from gobetween.reading.talks.positions.stands import Stand, plain_stand
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.word_lists import words

_WILL = words("will would 'll ’ll 'd ’d shall")
_PRESSING = words("move press push go forge plough plow")
_AHEAD = words("ahead forward")
_MEASURES = HARMFUL | words("sanction strike tariff lockout walkout closure expulsion deportation annexation eviction prosecution")
_CHOICES = words("choice option alternative")
_YIELDING = stances.YIELDING | words("accept sign agree comply obey join attend come talk negotiate wait stay close rely work leave")
_ANSWERS = words("force response retaliation answer reprisal")
_PLANNING = words("plan intend")
_STRIKING = words("strike walkout stoppage action boycott")
_NEAR = 6  # tokens behind the choice that nobody has
_VERBS = _PRESSING | _PLANNING | words("have meet ballot poll be run wear")


def announced(scene: Scene, voices: Voices, verb: Token) -> Stand | None:
    """The threat in harm that a party tells of as coming, and will do itself; none where it is denied or only supposed."""
    if is_negated(verb) or is_unreal(verb) or child(verb, "nsubj", "nsubjpass") is None:
        return None
    if has_auxiliary(verb, _WILL) and _is_own_harm(scene, voices, verb):
        return _of_teller(scene, voices, verb)
    if verb.lemma_ not in _VERBS:
        return None
    if _is_without_choice(verb) or _is_pressing_ahead(verb) or _is_planned(verb) or _is_ballot(verb):
        return plain_stand(scene, verb, Stance.THREATEN)
    return _of_teller(scene, voices, verb) if _is_answered_with_force(verb) or _is_all_open(verb) or _is_wearing_thin(verb) else None


def _of_teller(scene: Scene, voices: Voices, verb: Token) -> Stand | None:
    parties = told_by(scene, voices, verb)
    words_of = clause_tokens(verb)
    return Stand(parties, Stance.THREATEN, words_of, (verb.i, words_of[1]), shown_by=verb.i) if parties else None


def _is_own_harm(scene: Scene, voices: Voices, verb: Token) -> bool:
    """'it would go to court', 'members would strike from midnight': of the speaker's own side."""
    subject = child(verb, "nsubj")
    is_harm = is_threat(verb, None) or (verb.lemma_ == "lock" and has_child(verb, ("out",)) and child(verb, "dobj") is not None)
    if subject is None or not is_harm or verb.dep_ not in ("ccomp", "conj", "parataxis"):
        return False
    is_of_ranks = subject.lemma_.lower() in RANKS and not set(parties_of(scene, subject)) - set(told_by(scene, voices, verb))
    return is_of_own(scene, voices, verb) or (is_of_ranks and voices.at(verb.idx) is not None)


def _is_without_choice(verb: Token) -> bool:
    """'would have no choice but to close the port'; not 'would have no choice but to accept it'."""
    thing = child(verb, "dobj") if verb.lemma_ == "have" and has_auxiliary(verb, _WILL) else None
    if thing is None or thing.lemma_ not in _CHOICES or not has_left(thing, ("no", "little")):
        return False
    goal = next((t for t in verb.doc[thing.i + 1 : thing.i + _NEAR] if t.tag_ == "VB"), None)
    return goal is not None and (goal.lemma_ not in _YIELDING or is_threat(goal, None) or goal.lemma_ == "close")


def _is_pressing_ahead(verb: Token) -> bool:
    """'is moving ahead with sanctions', 'will press ahead with the strike'."""
    ahead = next((c for c in verb.rights if c.lower_ in _AHEAD), None) if verb.lemma_ in _PRESSING else None
    holders = (verb, ahead) if ahead is not None else ()
    goals = [g for h in holders for p in children(h, "prep") if p.lower_ == "with" for g in children(p, "pobj")]
    is_coming = has_auxiliary(verb, _WILL) or verb.tag_ in ("VBG", "VB")
    return is_coming and any(t.lemma_.lower() in _MEASURES for t in goals)


def _is_planned(verb: Token) -> bool:
    """'plan to walk out for two days'."""
    goal = child(verb, "xcomp") if verb.lemma_ in _PLANNING and verb.tag_ in ("VBP", "VBZ") else None
    is_attack = goal is not None and goal.lemma_ in ("leave", "withdraw", "retire", "resign", "hold", "seek", "call")
    return goal is not None and not is_attack and is_threat(goal, None)


def _is_ballot(verb: Token) -> bool:
    """'will ballot its members for a strike'."""
    if verb.lemma_ not in ("ballot", "poll") or not has_auxiliary(verb, _WILL):
        return False
    goals = [g for p in (*children(verb, "prep"), *(p for t in children(verb, "dobj") for p in t.rights)) for g in children(p, "pobj")]
    return any(t.lemma_.lower() in _STRIKING for t in goals)


def _is_answered_with_force(verb: Token) -> bool:
    """'any attack would be met with force'."""
    if verb.lemma_ != "meet" or child(verb, "auxpass") is None or not has_auxiliary(verb, _WILL):
        return False
    return any(g.lemma_.lower() in _ANSWERS for p in children(verb, "prep") if p.lower_ == "with" for g in children(p, "pobj"))


def _is_all_open(verb: Token) -> bool:
    """'all options are on the table'."""
    subject = child(verb, *SUBJECTS)
    is_all = subject is not None and subject.lemma_ == "option" and has_left(subject, ("all", "every"))
    return is_all and verb.lemma_ in ("be", "remain") and verb.doc[verb.i + 1 : verb.i + 4].text.lower() == "on the table"


def _is_wearing_thin(verb: Token) -> bool:
    """'its patience was running out'."""
    subject = child(verb, *SUBJECTS)
    is_thin = verb.doc[verb.i + 1 : verb.i + 2].text.lower() in ("out", "thin")
    return subject is not None and subject.lemma_ == "patience" and verb.lemma_ in ("run", "wear") and is_thin
