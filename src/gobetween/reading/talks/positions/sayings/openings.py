"""What a party holds out in its own words: 'the door is open for Canada', 'it would pay a bonus', 'would not stand in its way'."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import SUBJECTS, child, children, has_auxiliary, has_child, has_left, is_negated
from gobetween.reading.talks.clauses import clause_tokens
from gobetween.reading.talks.parties import parties_of
from gobetween.reading.talks.positions.modality.conditions import is_within_condition
from gobetween.reading.talks.positions.modality.threats import is_threat
from gobetween.reading.talks.positions.modality.unreal import is_unreal
from gobetween.reading.talks.positions.sayings.own_words import is_of_own, told_by
from gobetween.reading.talks.positions.stands import Stand, plain_stand
from gobetween.reading.word_lists import words

_BE = words("be remain stay stand")
_DOORS = words("door window offer invitation")
_COULD = words("could can")
_WILL = words("will would 'll ’ll 'd ’d")
_GRANTING = words("pay grant guarantee compensate cede concede waive forgo share return reimburse refund")
_LIFTING = {"lift": words("siege blockade ban sanction embargo toll tariff curfew restriction veto closure")}
_EVERYDAY = words("price tax fine wage staff supplier attention respect visit tribute homage heed debt interest rent bill dividend")


def held_out(scene: Scene, voices: Voices, verb: Token) -> Stand | None:
    """The offer, or the consent, of whoever says so of its own side; none where it is denied, supposed or told of others."""
    if is_within_condition(verb) or is_unreal(verb, may_be_open=verb.lemma_ == "offer"):
        return None
    if verb.lemma_ == "offer" and has_auxiliary(verb, _COULD) and child(verb, "dobj") is not None and not is_negated(verb):
        return plain_stand(scene, verb, Stance.OFFER) if is_of_own(scene, voices, verb) else None
    if verb.lemma_ in _BE and not is_negated(verb):
        return _with_open_door(scene, voices, verb)
    if verb.lemma_ in ("stand", "get") and is_negated(verb):
        is_aside = verb.doc[verb.i + 1 : verb.i + 5].text.lower() == "in the way of"
        is_own = is_aside and has_auxiliary(verb, _WILL) and is_of_own(scene, voices, verb)
        return plain_stand(scene, verb, Stance.ACCEPT) if is_own else None
    if verb.lemma_ == "foot" and has_child(verb, ("bill",), "dobj") and has_auxiliary(verb, _WILL) and not is_negated(verb):
        return plain_stand(scene, verb, Stance.OFFER) if is_of_own(scene, voices, verb) else None
    if verb.lemma_ not in _GRANTING | _LIFTING.keys() or is_negated(verb) or not has_auxiliary(verb, _WILL):
        return None
    thing = child(verb, "dobj")
    is_meant = thing is not None and thing.pos_ != "PRON" and thing.lemma_.lower() not in _EVERYDAY
    if thing is None or not is_meant or thing.lemma_.lower() not in _LIFTING.get(verb.lemma_, {thing.lemma_.lower()}):
        return None
    is_own = is_of_own(scene, voices, verb) and not is_threat(verb, None)
    return plain_stand(scene, verb, Stance.OFFER) if is_own else None


def _with_open_door(scene: Scene, voices: Voices, copula: Token) -> Stand | None:
    """'the door remained open for Canada to join', 'it was still open for Canada to join the others'."""
    subject, said = child(copula, *SUBJECTS), child(copula, "acomp")
    if subject is None or said is None or said.lower_ != "open" or has_auxiliary(copula, words("should must could may might")):
        return None
    clause = next(
        (c for c in (*children(copula, "advcl", "xcomp", "ccomp"), *children(said, "advcl", "xcomp", "ccomp")) if c.i > said.i), None
    )
    asked = child(clause, *SUBJECTS) if clause is not None else None
    is_for_another = asked is not None and clause is not None and has_left(clause, ("to",)) and bool(parties_of(scene, asked))
    parties = told_by(scene, voices, copula)
    is_door = subject.lemma_.lower() in _DOORS and child(subject, "compound", "amod") is None
    if not parties or not (is_door or is_for_another):
        return None
    if asked is not None and set(parties_of(scene, asked)) & set(parties):
        return None
    first, last = clause_tokens(copula)
    issue = (clause.left_edge.i, max(last, clause.left_edge.i + 1)) if clause is not None else (first, last)
    return Stand(parties, Stance.OFFER, (first, last), issue, shown_by=copula.i)
