"""What shall be, told apart from what is: 'insists that the line be drawn' wants it, 'insists that no lorry has moved' tells it."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import SUBJECTS, child, children, has_auxiliary, has_child, is_negated
from gobetween.reading.talks.clauses import clause_tokens
from gobetween.reading.talks.positions.modality.unreal import is_unreal
from gobetween.reading.talks.positions.stands import Stand, plain_stand
from gobetween.reading.word_lists import words

_SHALL = words("must should shall ought")
_WILL = words("will would 'll ’ll wo 'd ’d shall")
_CAN = words("can could may might")
_TENSED = frozenset({"VBZ", "VBD", "VBP"})
_BEING = words("is are was were has have had does do did 's ’s")
_NOT = words("not no never nobody none nothing neither n't n’t")
_LIKING = words("like love prefer")
_WISHED = words("see have get keep be make put move change know cut raise end use start hold")
NO_WISHES = words(
    """thank say add stress point express congratulate comment talk meet speak think believe ask remind emphasize emphasise denounce
    clarify condemn reiterate note warn apologise apologize know recall assure tell"""
)
_SETTLING = words("settle accept take agree sign consider hear want")
_NEAR = 16  # tokens from a verb to the end of what it is about
_PUTTING = words("suggest propose float moot")
_COULD = words("could might may should")
_DONE = words(
    """share give pay lift raise cut reduce split exchange swap phase use replace set create establish add include cap merge limit
    spread build hold grant release hand withdraw open fund finance settle solve resolve"""
)
_ADAMANT = words("adamant insistent clear firm")
_TELLING_THAT = words("insist suggest ask demand request propose require stipulate recommend")


def is_wanted(clause: Token) -> bool:
    """Whether a that-clause says what shall be: in the bare form, or with 'must' or 'should'."""
    if has_auxiliary(clause, _SHALL):
        return True
    if has_auxiliary(clause, _WILL | _CAN | _BEING):
        return False
    return not _is_tensed(clause)


def is_told(clause: Token) -> bool:
    """Whether a that-clause says what is or was so, in a form that no wish has."""
    return not is_wanted(clause) and not has_auxiliary(clause, _WILL | _CAN)


def _is_tensed(verb: Token) -> bool:
    """'opens', 'opened', but neither 'open' nor 'put', which may be a wish."""
    return verb.tag_ in _TENSED and (verb.lower_ != verb.lemma_.lower() or verb.lower_ in _BEING)


def is_nothing_of_it(clause: Token) -> bool:
    """'that not one lorry has moved', 'that it never fired'."""
    subject = child(clause, *SUBJECTS)
    opening = () if subject is None else (subject, *subject.lefts, *(t for each in subject.lefts for t in each.lefts))
    return is_negated(clause) or any(t.lower_ in _NOT for t in opening)


def least_wanted(verb: Token) -> tuple[int, int] | None:
    """What is asked for at the least: 'will not settle for less than 6 percent', 'will accept nothing short of a ban'."""
    if verb.lemma_ not in _SETTLING:
        return None
    doc, last = verb.doc, min(verb.right_edge.i + 1, verb.i + _NEAR)
    for i in range(verb.i + 1, last - 2):
        opening, joint = doc[i].lower_, doc[i + 1].lower_
        is_least = opening in ("less", "lower", "fewer") and joint == "than"
        is_nothing = opening in ("nothing", "anything") and joint in ("less", "short", "but", "below", "under", "other")
        is_of_other = any(t.pos_ == "VERB" for t in doc[verb.i + 1 : i])  # 'will not agree to pay them less than others'
        if (is_least or is_nothing) and not is_of_other:
            first = i + 3 if doc[i + 2].lower_ in ("than", "of") else i + 2
            return min(first, last - 1), last
    return None


def wished(scene: Scene, verb: Token) -> Stand | None:
    """'would like the cap lifted', 'would have droughts declared by a panel', 'would rather wait': what a party wants, put mildly."""
    if not has_auxiliary(verb, frozenset({"would", "'d", "’d"})) or is_negated(verb) or is_unreal(verb):
        return None
    lemma = verb.lemma_.lower()
    if lemma in _LIKING:
        goal = child(verb, "xcomp", "ccomp", "dobj")
        is_polite = goal is None or (goal.dep_ == "xcomp" and goal.lemma_ in NO_WISHES) or (goal.dep_ == "dobj" and goal.pos_ == "PRON")
        is_other = lemma == "prefer" and any(t.lower_ in ("rather", "instead") for t in verb.subtree if t.i > verb.i)
        return None if is_polite else plain_stand(scene, verb, Stance.REJECT if is_other else Stance.DEMAND)
    return plain_stand(scene, verb, Stance.DEMAND) if lemma == "have" and _is_caused(verb) else None


def _is_caused(verb: Token) -> bool:
    """'have the quota set by scientists': a thing, and what is to be done with it."""
    thing = child(verb, "dobj")
    done = child(thing, "acl") if thing is not None else child(verb, "ccomp")
    return done is not None and done.tag_ == "VBN" and done.i > verb.i + 1 and child(verb, "nsubj") is not None


def told_to_be(scene: Scene, verb: Token) -> Stand | None:
    """'has asked that the list be published', 'is adamant that the dam be removed'."""
    clause = next((c for c in children(verb, "ccomp") if c.i > verb.i), None)
    if clause is None or is_negated(verb) or is_unreal(verb):
        return None
    if verb.lemma_ in _PUTTING and _is_put(clause):
        return plain_stand(scene, verb, Stance.OFFER)
    if not has_child(clause, ("that",), "mark"):
        return None
    is_meant = has_child(verb, _ADAMANT, "acomp") if verb.lemma_ == "be" else verb.lemma_.lower() in _TELLING_THAT
    if not is_meant or not is_wanted(clause) or clause.tag_ == "VBG":
        return None
    is_offer = verb.lemma_ in ("suggest", "propose", "recommend")
    found = plain_stand(scene, verb, Stance.OFFER if is_offer else Stance.DEMAND)
    return found if found is None else Stand(found.parties, found.stance, (found.words[0], clause_tokens(verb)[1]), found.issue)


def _is_put(clause: Token) -> bool:
    """'suggested the toll could be shared': what could be done, put to others; not 'that it could be delayed'."""
    return has_auxiliary(clause, _COULD) and child(clause, "nsubjpass") is not None and clause.lemma_.lower() in _DONE
