"""What is no meeting of parties, though the words are those of one: a board's session, a press conference, who somebody is."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, has_left
from gobetween.reading.talks.meetings.parts import is_dated
from gobetween.reading.talks.meetings.status import is_planned
from gobetween.reading.talks.meetings.words import (
    AMUSEMENTS,
    ONE_SIDE,
    OWN_BODIES,
    OWN_MEETINGS,
    POSTS,
    RANK_AND_FILE,
    SIDES_BY_NOUN,
    TALKS,
)
from gobetween.reading.talks.parties import parties_of
from gobetween.reading.word_lists import words

_OWN = words("member membership staff supporter level employee voter shareholder investor public follower rank")
_LEADING = frozenset({"lead", "head", "chair"})
_HOSTING = frozenset({"facilitate", "mediate", "moderate", "oversee", "broker", "host", "organise", "organize"})
_BODIES = words("parliament council committee court cabinet assembly senate congress board commission")
_SINGLE = words("bank board cabinet parliament court committee assembly executive shareholder investor member staff caucus employee")
_IN_ROUNDS = TALKS | words("diplomacy contact visit call dialog haggling mediator leader proposal")
_LONG = words("year month decade career life lifetime")
_UNDERLINGS = words("general commander adviser advisor minister deputy officer aide colonel secretary lawyer")
_SPORTS = words("match tournament semifinal final semi-final quarter-final league cup championship playoff fixture qualifier")
_CONFERENCES = frozenset({"conference"})


def is_of_own(noun: Token) -> bool:
    """'a board meeting', 'a session of parliament', 'a press conference'; a council's summit brings parties together."""
    lemma = noun.lemma_.lower()
    if lemma == "summit":
        return False
    is_talks = lemma in ("talk", "negotiation")  # 'strike talks' are those that are to end one
    is_own = any(
        c.lemma_.lower() in OWN_MEETINGS - ({"strike"} if is_talks else set()) for c in children(noun, "compound", "amod", "poss")
    )
    of = next((goal for p in children(noun, "prep") if p.lower_ == "of" for goal in children(p, "pobj")), None)
    if of is None or is_own:
        return is_own
    if lemma == "round":
        return of.lemma_.lower() not in _IN_ROUNDS  # 'the second round of the tournament'
    return (lemma == "session" and of.lemma_.lower() in _BODIES) or (lemma == "meeting" and of.lemma_.lower() in _SINGLE)


def is_internal(noun: Token) -> bool:
    """'strike meetings for members', 'a consultation with every level of the union', 'a press conference with her guest'."""
    goals = (goal for p in children(noun, "prep") if p.lower_ in ("for", "with", "of") for goal in children(p, "pobj"))
    is_before_cameras = noun.lemma_.lower() in _CONFERENCES and is_of_own(noun)
    return is_before_cameras or any(goal.lemma_.lower() in _OWN for goal in goals)


def is_own_body(scene: Scene, met: Token, subject: Token | None) -> bool:
    """'the union's executive council', 'his aides', 'its members': one's own, unless those of another side are told to meet them."""
    owner = child(met, "poss")
    if owner is not None and owner.lower_ in ("his", "her", "its", "their") and met.lemma_.lower() in _UNDERLINGS:
        return child(met, "prep") is None  # 'met his generals', but 'their ministers from Peru'
    if met.lemma_.lower() not in OWN_BODIES or met.pos_ == "PROPN":
        return False
    if owner is None or owner.pos_ == "PRON" or subject is None:
        return True
    if owner.pos_ == "NOUN":  # 'the union' is that of the one who was named last
        return subject.lemma_.lower() not in POSTS
    sides, theirs = parties_of(scene, subject), parties_of(scene, owner)
    return not sides or not theirs or bool(set(sides) & set(theirs))


def is_among_own(verb: Token, subject: Token | None) -> bool:
    """'Union leaders will meet to weigh the offer', 'workers met on Monday': one side by itself."""
    if subject is None or subject.tag_ != "NNS" or any(True for _ in subject.conjuncts):
        return False
    if child(verb, "dobj") is not None or any(p.lower_ in ("with", "between") for p in children(verb, "prep")):
        return False
    is_of_sides = any(p.lower_ in ("of", "from") for p in children(subject, "prep")) or has_left(subject, ("two", "both", "rival"))
    is_of_one = any(c.lemma_.lower() in ONE_SIDE for c in children(subject, "compound", "amod", "poss"))
    return not is_of_sides and (is_of_one or subject.lemma_.lower() in RANK_AND_FILE)


def is_for_show(verb: Token) -> bool:
    """'gathered to protest', 'meet Peru in the last match of the group': not to talk."""
    is_match = verb.lemma_ == "meet" and any(t.lemma_.lower() in _SPORTS for t in verb.doc[verb.i : verb.right_edge.i + 1])
    return is_match or any(c.lemma_ in AMUSEMENTS and c.tag_ == "VB" for c in children(verb, "advcl", "xcomp"))


def is_within_one_side(noun: Token) -> bool:
    """'talks among the employers': they are all of one side."""
    goals = (goal for p in children(noun, "prep") if p.lower_ == "among" for goal in children(p, "pobj"))
    return any(goal.lemma_.lower() in SIDES_BY_NOUN | RANK_AND_FILE and not any(True for _ in goal.conjuncts) for goal in goals)


def tells_who(scene: Scene, verb: Token, noun: Token) -> bool:
    """'who is leading the talks', 'which hosted the talks': says who somebody is, with neither day nor guests of its own."""
    if verb.dep_ != "relcl" or verb.lemma_ not in _LEADING | _HOSTING:
        return False
    is_present = verb.tag_ in ("VBZ", "VBP", "VBG")
    if verb.lemma_ in _LEADING and is_present:
        return True
    is_known = any(c.lower_ in ("the", "these", "those") for c in noun.lefts)
    is_fixed = is_dated(scene, (verb.i, max(verb.right_edge.i, noun.i) + 1)) or is_planned(verb)
    return not is_fixed and (is_known or verb.lemma_ in _HOSTING - {"host"})


def is_aim(verb: Token) -> bool:
    """'was picked to mediate a dialogue': what for, not what happened."""
    return (
        verb.tag_ == "VB"
        and verb.dep_ in ("xcomp", "advcl", "acl")
        and any(c.lower_ == "to" for c in verb.lefts)
        and not is_planned(verb)
    )


def is_too_long(verb: Token) -> bool:
    """'has spent years negotiating'."""
    time = child(verb, "dobj")
    return time is not None and time.lemma_.lower() in _LONG
