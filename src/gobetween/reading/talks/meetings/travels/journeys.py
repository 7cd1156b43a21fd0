"""Visits: who went, goes or is expected where; a journey counts where it serves the talks."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve
from spacy.tokens import Token

from gobetween.model.evidence import MeetingStatus
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, has_child, has_left, is_negated, subject_of
from gobetween.reading.talks.meetings.courses.cancellations import called_off
from gobetween.reading.talks.meetings.participants import company, place_of, who
from gobetween.reading.talks.meetings.parts import Part, clause_of, is_dated, make_part, object_behind, surely
from gobetween.reading.talks.meetings.status import is_planned
from gobetween.reading.talks.meetings.travels.stays import of_stay
from gobetween.reading.talks.meetings.words import AWAITING, ENVOYS, PLACES, POSTS, REPRESENTING, ROOMS, SENT, TALKS, TRAVELLING, VISITS
from gobetween.reading.word_lists import words

_BODIES = frozenset({"delegation", "team", "mission"})
_OTHER_TEAMS = words(
    """football soccer cricket rugby hockey national olympic basketball rescue search medical aid film news sales management relief
    climbing racing ice"""
)
_MAKING = words("pay make end begin conclude start finish complete wrap wind wound open cut undertake extend")
_PURPOSES = words("meet negotiate discuss visit mediate confer")
_HABITS = words("annual yearly usual regular weekly monthly traditional customary")
_SIGHTS = words(
    "shrine temple mosque church cathedral dargah tomb grave cemetery memorial monument museum basilica pagoda funeral wedding"
)  # who goes there does not go to talk
_ARRIVING = words("arrive land fly travel head depart leave jet journey set take touch reach")  # by which one who is sent comes or goes


def find_journeys(scene: Scene, token: Token) -> Iterator[Part]:
    """The visit that a verb of travelling, of awaiting, or a noun for a trip tells."""
    lemma = token.lemma_.lower()
    found: Part | None = None
    if lemma in VISITS and called_off(token.head) is not None:
        return
    is_bound = lemma in ("leave", "set", "take") and object_behind(token, "for") is not None and _is_setting_out(token)
    is_sent = lemma in ("send", "dispatch") and child(token, "auxpass") is not None and is_traveller(scene, subject_of(token))
    is_leaving = is_bound or is_sent or (lemma == "leave" and _are_leaving(scene, token))
    is_clause = token.dep_ not in ("acl", "amod") or _is_main(token)
    if token.pos_ == "VERB" and (lemma in TRAVELLING or is_leaving) and is_clause:
        found = _of_travelling(scene, token)
    elif token.lemma_ == "be" and token.tag_ == "VB":
        yield from _of_being_there(scene, token)
    elif token.lemma_ == "be" or (token.pos_ == "VERB" and lemma in ("stay", "remain")):
        found = of_stay(scene, token)
    elif _is_awaited(token):
        found = _of_awaiting(scene, token)
    elif token.lower_ == "way" and token.head.lower_ == "on" and any(c.dep_ == "poss" for c in token.lefts):
        found = _on_the_way(scene, token)
    elif token.pos_ in ("NOUN", "PROPN") and lemma in VISITS and token.dep_ != "compound":
        found = _of_trip(scene, token)
    if found is not None:
        yield found


def _is_setting_out(verb: Token) -> bool:
    """'left for Oslo', 'left Ottawa for Oslo', 'set off for Oslo'."""
    thing = child(verb, "dobj")
    if verb.lemma_ == "leave":
        return thing is None or thing.ent_type_ in ("GPE", "LOC", "FAC")
    return thing is None and has_child(verb, ("off", "out"))


def _are_leaving(scene: Scene, verb: Token) -> bool:
    """'The negotiating team left Doha on Friday': those who are sent leave a town on a day."""
    town, subject = child(verb, "dobj"), subject_of(verb)
    is_town = town is not None and town.ent_type_ == "GPE"
    return is_town and is_traveller(scene, subject) and is_dated(scene, (verb.i, verb.right_edge.i + 1))


def _here(verb: Token) -> str | None:
    """'arrived here on Saturday': where the text was written."""
    is_coming = verb.lemma_ in ("arrive", "come", "land", "return", "fly", "reach")
    return next((c.text for c in children(verb, "advmod") if is_coming and c.lower_ in ("here", "there")), None)


def _town_left(verb: Token) -> str | None:
    """'left Oslo', 'reached the capital'."""
    town = child(verb, "dobj") if verb.lemma_ in ("leave", "reach") else None
    return town.text if town is not None and (town.ent_type_ == "GPE" or town.lemma_ == "capital") else None


def _camp_visited(verb: Token) -> str | None:
    """'visited the rebels' camp', where those go who are sent."""
    camp = child(verb, "dobj")
    return camp.doc[camp.left_edge.i : camp.i + 1].text.removeprefix("the ") if camp is not None and camp.pos_ == "NOUN" else None


def _goes_home(verb: Token) -> bool:
    """'will return home on Friday'."""
    return verb.lemma_ in ("return", "go", "fly", "head", "travel") and has_child(verb, ("home", "back"))


def _is_main(verb: Token) -> bool:
    """'A delegation left for Oslo on Tuesday', taken for a phrase: a past form with its subject right before it and no other verb."""
    noun = verb.head
    is_past = verb.tag_ == "VBD" and verb.dep_ == "acl" and noun.dep_ == "ROOT" and noun.pos_ in ("NOUN", "PROPN")
    return is_past and noun.i < verb.i and not any(t.text == "," for t in verb.doc[noun.i : verb.i])


def _of_travelling(scene: Scene, verb: Token) -> Part | None:
    subject = verb.head if _is_main(verb) else subject_of(verb)
    people = who(scene, subject)
    place = place_of(scene, verb) or _goal_words(scene, verb) or _town_left(verb) or _here(verb)
    is_home = _goes_home(verb) and is_traveller(scene, subject) and is_dated(scene, (verb.i, verb.right_edge.i + 1))
    is_own = (
        subject is not None
        and (subject.lemma_.lower() in _BODIES or _are_envoys(subject))
        and verb.lemma_ in ("arrive", "land", "leave", "depart")
    )
    is_home = is_home or (is_own and is_dated(scene, (verb.i, verb.right_edge.i + 1)))
    is_visit = verb.lemma_ == "visit" and child(verb, "dobj") is not None
    is_call = is_visit and subject is not None and subject.lemma_.lower() in SENT
    place = place or (_camp_visited(verb) if is_call else None)
    if (place is None and not is_home) or subject is None or not (people or _are_sent(scene, subject)) or is_negated(verb):
        return None
    tokens = clause_of(scene, verb, subject)
    is_envoy = is_traveller(scene, subject)
    is_for_talks = any(t.lemma_.lower() in TALKS or t.lemma_ in _PURPOSES for t in scene.doc[verb.i : verb.right_edge.i + 1])
    goal = object_behind(verb, "to", "at") or child(verb, "dobj")
    if goal is not None and not is_for_talks and any(t.lemma_.lower() in _SIGHTS for t in scene.doc[goal.left_edge.i : goal.i + 1]):
        return None
    is_journey = (_here(verb) is not None or has_child(verb, ("to", "in", "for"), "prep", "dative")) and is_envoy
    is_dated_journey = is_journey and (is_planned(verb) or is_dated(scene, (verb.i, verb.right_edge.i + 1)))
    is_sent = is_envoy or (is_planned(verb) and _is_person(scene, subject))
    is_arrival = is_sent and verb.lemma_ in _ARRIVING | {"return"} and _is_town(scene, verb)
    if not (is_for_talks or is_visit or is_dated_journey or is_arrival or is_home):
        return None
    people += [name for d in children(verb, "advcl", "xcomp") for name in company(scene, d)]
    part = surely(make_part(scene, verb, tokens, people, "visit"))
    return None if part is None else evolve(part, mention=evolve(part.mention, place=part.mention.place or place))


def _are_envoys(subject: Token) -> bool:
    """'Envoys representing the opposition', 'the negotiators'."""
    return subject.tag_ == "NNS" and subject.lemma_.lower() in ENVOYS


def _are_sent(scene: Scene, subject: Token) -> bool:
    """Those who travel for others, whom the text calls by no name: 'a logistics team', 'the envoys', 'a group of Western diplomats'."""
    inner = next((goal for p in children(subject, "prep") if p.lower_ == "of" for goal in children(p, "pobj")), None)
    return (
        (subject.tag_ == "NNS" and is_traveller(scene, subject))
        or (subject.pos_ == "NUM" and has_left(subject, ("the",)))
        or (subject.lemma_.lower() in _BODIES and not has_left(subject, _OTHER_TEAMS))
        or (inner is not None and inner.tag_ == "NNS" and inner.lemma_.lower() in POSTS | REPRESENTING)
    )


def _is_town(scene: Scene, verb: Token) -> bool:
    """Whether the way leads to a town or land, and no further words tell that it is about something else."""
    goal = child(verb, "dobj") or object_behind(verb, "to", "in", "for", "at")
    return goal is not None and (goal.ent_type_ in ("GPE", "FAC") or scene.names.at(goal) is not None or goal.lemma_ == "capital")


def _of_being_there(scene: Scene, verb: Token) -> Iterator[Part]:
    """'is to be in Oslo on Friday and in Ottawa on Sunday': a visit, or two."""
    subject = subject_of(verb)
    people = who(scene, subject)
    stays = [p for p in children(verb, "prep") if p.lower_ == "in" and _is_place(child(p, "pobj"))]
    if subject is None or not stays or is_negated(verb) or not is_planned(verb) or not _is_person(scene, subject) or not people:
        return
    stays += [p for p in stays[0].conjuncts if p.lower_ == "in" and p.i > verb.i and _is_place(child(p, "pobj"))]
    first, last = clause_of(scene, verb, subject)
    starts = [first, *(p.i for p in stays[1:])]
    for at, stay, end in zip(starts, stays, [*starts[1:], last], strict=True):
        if not is_dated(scene, (stay.i, end)):
            continue
        part = surely(make_part(scene, verb, (at, end if end == last else end - 1), people, "visit"))
        goal = child(stay, "pobj")
        if part is not None and goal is not None:
            where = scene.doc[goal.left_edge.i : goal.i + 1].text
            when = scene.when(stay.i, end)
            yield evolve(part, mention=evolve(part.mention, status=MeetingStatus.PLANNED, place=where, when=when))


def _is_place(goal: Token | None) -> bool:
    return goal is not None and goal.ent_type_ not in ("DATE", "TIME") and (goal.pos_ == "PROPN" or goal.lemma_ in PLACES)


def _goal_words(scene: Scene, verb: Token) -> str | None:
    """Where a verb of travelling leads, also to a place that only the text knows: 'to the line of contact', 'to Sereth'."""
    goal = object_behind(verb, "to", "for") if verb.lemma_ != "arrive" else object_behind(verb, "in", "at")
    if goal is None or goal.ent_type_ in ("DATE", "TIME", "PERSON") or goal.lemma_ in TALKS or goal.pos_ not in ("PROPN", "NOUN"):
        return None
    is_place = goal.pos_ == "PROPN" or goal.lemma_ in PLACES or (goal.lemma_ in ROOMS and child(goal, "poss") is not None)
    return scene.doc[goal.left_edge.i : goal.right_edge.i + 1].text.split(",")[0].removeprefix("the ") if is_place else None


def is_traveller(scene: Scene, subject: Token | None) -> bool:
    """Whether a named person with a post, an envoy by title, a delegation, or who was called so before, travels."""
    if subject is None:
        return False
    if subject.lemma_.lower() in ENVOYS or (subject.tag_ == "NNS" and subject.lemma_.lower() in POSTS | REPRESENTING):
        return True
    referent = scene.references.who(subject)
    return referent is not None and referent.is_person and any(office.person.name == referent.name for office in scene.offices)


def _is_awaited(token: Token) -> bool:
    if token.lower_ == "due":
        return token.head.lemma_ == "be"
    if token.lemma_.lower() not in AWAITING or token.pos_ != "VERB":
        return False
    return child(token, "auxpass") is not None and child(token, "xcomp") is None


def _of_awaiting(scene: Scene, verb: Token) -> Part | None:
    """'is expected in Geneva on Wednesday'."""
    subject, goal = subject_of(verb), object_behind(verb, "in", "at")
    is_there = has_child(verb, ("there",))
    is_place = goal is not None and goal.ent_type_ not in ("DATE", "TIME") and (goal.pos_ == "PROPN" or goal.lemma_ in PLACES)
    if subject is None or not (is_there or is_place) or is_negated(verb):
        return None
    people = who(scene, subject)
    is_post = subject.lemma_.lower() in POSTS
    if not (people or is_post) or not (is_traveller(scene, subject) or _is_person(scene, subject) or is_post):
        return None
    part = surely(make_part(scene, verb, clause_of(scene, verb, subject), people, "visit"))
    return None if part is None else evolve(part, mention=evolve(part.mention, status=MeetingStatus.PLANNED))


def _is_person(scene: Scene, subject: Token) -> bool:
    referent = scene.references.who(subject)
    return referent is not None and referent.is_person


def _on_the_way(scene: Scene, way: Token) -> Part | None:
    """'is on his way', 'was said to be on her way'."""
    verb = way.head.head
    subject = subject_of(verb) if verb.pos_ in ("AUX", "VERB") else None
    if subject is None or not (people := who(scene, subject)):
        return None
    part = surely(make_part(scene, verb, (subject.left_edge.i, max(verb.right_edge.i, way.i) + 1), people, "visit"))
    return None if part is None else evolve(part, mention=evolve(part.mention, status=MeetingStatus.PLANNED))


def _of_trip(scene: Scene, noun: Token) -> Part | None:
    if has_left(noun, _HABITS):
        return None  # 'her annual visit to Oslo'
    owner = child(noun, "poss")
    people = who(scene, owner) if owner is not None else []
    is_made = noun.dep_ == "dobj" and noun.head.lemma_ in _MAKING
    if is_made and not is_negated(noun.head):
        people += who(scene, subject_of(noun.head))  # 'paid a visit to Oslo'
    for prep in children(noun, "prep"):
        if prep.lower_ in ("by", "of"):
            people += who(scene, child(prep, "pobj"))
    place = place_of(scene, noun) or (place_of(scene, noun.head) or _goal_words(scene, noun.head) if is_made else None)
    inner = next((t for t in scene.doc[noun.i + 1 : noun.right_edge.i + 1] if t.lemma_ in VISITS), None)
    place = (place_of(scene, inner) if inner is not None else None) or place
    is_his = owner is not None and (owner.lower_ in ("his", "her", "their") or owner.pos_ == "PROPN")
    if not (people or is_his) or not place:
        return None
    if is_made and noun.head.i < noun.i and owner is None:
        return surely(make_part(scene, noun.head, clause_of(scene, noun.head, subject_of(noun.head)), people, "visit", noun=noun))
    aside = next((c for c in children(noun, "relcl") if c.lemma_ not in ("include", "take", "follow", "begin")), None)
    aside = aside or next((c for p in children(noun, "prep") for g in children(p, "pobj") for c in children(g, "relcl")), None)
    last = noun.right_edge.i + 1 if aside is None or aside.left_edge.i < noun.i else aside.left_edge.i
    return make_part(scene, noun, (noun.left_edge.i, last), people, "visit", noun=noun)
