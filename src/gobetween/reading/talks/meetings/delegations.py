"""Delegations: whose they are, who leads them, how many they are, where they go."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.symbols import NOUN, PROPN
from spacy.tokens import Token

from gobetween.model.evidence import DelegationMention
from gobetween.reading.naming.names import Names
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, has_child, has_left, subject_of, tokens_of
from gobetween.reading.talks.meetings.leaders import COMPANIONS, GROUPS, brought, led_by, led_group
from gobetween.reading.talks.parties import owner_of, parties_of
from gobetween.reading.word_lists import words

_BODIES = frozenset({"delegation", "negotiator", "team", "mission", "entourage"})
_NEGOTIATING = words("negotiating negotiation negotiations bargaining peace mediation technical")
_LEADING = frozenset({"lead", "head", "chair"})
_SIZE = re.compile(
    r"\b(\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?:[- ]{1,3}(man|member|person|strong|woman|people))?"
)
_NUMBERS = {
    w: n
    for n, w in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"])
}
_MOVES = words("arrive return travel head go leave depart join come fly meet move visit land reach")
_PLANNED = words("expected scheduled due set planned slated planning expects plans")
_MEMBERS = words("member person people delegate official")
_GOING = frozenset({"leave", "depart"})
_SENDING = frozenset({"send", "dispatch", "bring", "field"})
_PLACING = frozenset({"to", "in", "at", "for", "from"})


def find_delegations(scene: Scene) -> tuple[DelegationMention, ...]:
    """All delegations whose side the text names, in reading order."""
    found: list[DelegationMention] = []
    for token in tokens_of(scene.doc, NOUN, PROPN):
        if token.lemma_.lower() in _BODIES and token.dep_ != "compound":
            led = tuple(led_by(scene, token))
            mention = None if led else _mention(scene, token)
            found += led if mention is None else (mention,)
            if not led and mention is None:
                found += led_group(scene, token)
        elif token.lemma_.lower() in GROUPS:
            group = tuple(led_group(scene, token)) or tuple(_committee(scene, token))
            found += group or (brought(scene, token) if token.lemma_.lower() in COMPANIONS else ())
    return tuple(found)


def _mention(scene: Scene, noun: Token) -> DelegationMention | None:
    is_team = noun.lemma_.lower() in ("team", "mission")
    if is_team and not has_left(noun, _NEGOTIATING) and _size(noun) is None:
        return None
    if noun.lemma_.lower() == "negotiator" and noun.tag_ != "NNS":
        return None  # one negotiator is no delegation
    actor = _actor(scene, noun)
    if actor is None:
        return None
    movement, verb = _movement(noun)
    place, end = _place(scene.names, verb) if verb is not None else (None, noun.i + 1)
    head = _head(scene, noun)
    leader = _leader(noun)
    if (
        head is None
        and _size(noun) is None
        and (movement is None or (noun.lemma_ == "negotiator" and verb is not None and verb.lemma_ in _GOING))
    ):
        return None  # nothing is told of it but what it does in the talks
    if leader is None and head is None and (coming := _coming_with(scene, noun)) is not None:
        leader, head = coming[0], (coming[1], noun.i + 1)
    leader = leader or _of_whom(noun)
    first = noun.left_edge.i if leader is None or leader.i > noun.i else leader.left_edge.i
    counted = (p.right_edge.i + 1 for p in children(noun, "prep") if p.lower_ == "of" and p.right_edge.pos_ == "NUM")
    last = max(noun.i + 1, end, *counted)
    if head is not None:
        last = max(last, head[1])
    passage = scene.passage(first, last)
    if passage is None:
        return None
    return DelegationMention(passage, actor, head=head[0] if head else None, size=_size(noun), movement=movement, place=place)


def _committee(scene: Scene, noun: Token) -> Iterator[DelegationMention]:
    """'heads a 12-person committee': sized, and under somebody's lead."""
    if noun.tag_ == "NN" and noun.dep_ == "dobj" and noun.head.lemma_ in _LEADING and _size(noun) is not None:
        mention = _mention(scene, noun)
        if mention is not None:
            yield mention


def _actor(scene: Scene, noun: Token) -> str | None:
    """Whose it is: its owner's, that of whoever leads, brings or sends it, or of the one 'whose' it is."""
    own = owner_of(scene, noun) or scene.references.actor_within(noun)
    if own is not None and not _is_of_whom(noun):
        return own
    leader = _leader(noun)
    if leader is None and noun.dep_ == "pobj" and noun.head.lower_ == "with":  # 'is expected with a team of six'
        verb = next((t for t in noun.ancestors if t.pos_ == "VERB"), noun.head.head)
        leader = subject_of(verb)
    if leader is None and noun.dep_ == "dobj" and noun.head.lemma_ in _SENDING:
        leader = subject_of(noun.head)
    if leader is None and _is_of_whom(noun):
        leader = _of_whom(noun)
    if leader is None:
        return None
    found = next(iter(parties_of(scene, leader)), None)
    if leader.lemma_ == "counterpart" and found in scene.pair:  # 'her counterpart': of the other side
        return next(each for each in scene.pair if each != found)
    return found


def _of_whom(noun: Token) -> Token | None:
    """The one 'whose' delegation it is."""
    if not _is_of_whom(noun):
        return None
    holder = noun.head if noun.dep_ == "appos" else noun.head.head if noun.head.dep_ == "relcl" else None
    return holder.head if holder is not None and holder.dep_ == "appos" else holder


def _is_of_whom(noun: Token) -> bool:
    return has_child(noun, ("whose",), "poss")


def _leader(noun: Token) -> Token | None:
    """The subject of 'leads the delegation', 'who led a delegation of 22'."""
    return subject_of(noun.head) if noun.dep_ == "dobj" and noun.head.lemma_ in _LEADING else None


def _coming_with(scene: Scene, noun: Token) -> tuple[Token, str] | None:
    """Whoever 'travels with a delegation of five': the word for them, and the name."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "with":
        return None
    verb = next((t for t in noun.ancestors if t.pos_ == "VERB"), None)
    leader = subject_of(verb) if verb is not None else None
    referent = scene.references.who(leader) if leader is not None and leader.i < noun.i else None
    return (leader, referent.name) if leader is not None and referent is not None and referent.is_person else None


def _head(scene: Scene, noun: Token) -> tuple[str, int] | None:
    """The one who leads it: 'led by ...', 'headed by ...', or the subject of 'leads the delegation'."""
    for clause in children(noun, "acl", "relcl"):
        if clause.lemma_ in _LEADING and (agent := child(clause, "agent")) is not None:
            return _person_after(scene, agent)
    if (holder := _of_whom(noun)) is not None:
        referent = scene.references.who(holder)
        if referent is not None and referent.is_person:
            return referent.name, noun.i + 1
    led = noun.head
    if noun.dep_ == "dobj" and led.lemma_ in _LEADING and (leader := _leader(noun)) is not None:
        referent = scene.references.who(leader)
        return (referent.name, noun.i + 1) if referent is not None and referent.is_person else None
    text = scene.doc[noun.i + 1 : min(noun.i + 8, noun.sent.end)]
    by = next((t for t in text if t.lower_ == "by" and scene.doc[t.i - 1].lemma_ in _LEADING), None)
    return _person_after(scene, by) if by is not None else None


def _person_after(scene: Scene, by: Token) -> tuple[str, int] | None:
    stop = min(by.i + 16, by.sent.end)
    person = next((m for m in scene.names.mentions(by.i + 1, stop) if m.is_person), None)
    return (person.name, person.end) if person is not None else None


def _size(noun: Token) -> int | None:
    """'four-man', '12-member', 'three negotiators', 'a delegation of 22'."""
    if noun.dep_ == "nsubj" and (told := _size_told(noun.head)) is not None:
        return told
    of = next((child(p, "pobj") for p in children(noun, "prep") if p.lower_ == "of"), None)
    if of is not None and of.pos_ == "NUM":
        return int(of.text) if of.text.isdigit() else _NUMBERS.get(of.lower_)
    match = _SIZE.search(noun.doc[noun.left_edge.i : noun.i].text.lower())
    if match is None or not (match[2] or noun.lemma_ == "negotiator"):
        return None
    return int(match[1]) if match[1].isdigit() else _NUMBERS[match[1]]


def _size_told(verb: Token) -> int | None:
    """'has nine members', 'numbers nine'."""
    thing = child(verb, "dobj")
    count = thing if verb.lemma_ == "number" else child(thing, "nummod") if thing is not None and thing.lemma_ in _MEMBERS else None
    if count is None or verb.lemma_ not in ("have", "number", "count", "comprise", "include"):
        return None
    return int(count.text) if count.text.isdigit() else _NUMBERS.get(count.lower_)


def _movement(noun: Token) -> tuple[str | None, Token | None]:
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass"):
        return None, None
    if verb.lower_ in _PLANNED:
        goal = child(verb, "xcomp")
        return verb.lower_, goal if goal is not None else verb
    if verb.lemma_ in _MOVES and noun.dep_ == "nsubj":
        modal = next((c.lower_ for c in children(verb, "aux") if c.lower_ in ("will", "would")), "")
        onward = " to" if verb.tag_ == "VBG" and has_child(verb, ("to",), "prep") else ""
        return f"{modal} {verb.lower_}{onward}".strip(), verb
    return None, None


def _place(names: Names, verb: Token) -> tuple[str | None, int]:
    for prep in children(verb, "prep"):
        goal = child(prep, "pobj")
        if prep.lower_ in _PLACING and goal is not None and (goal.ent_type_ in ("GPE", "LOC", "FAC") or names.at(goal) is not None):
            return place_words(names, goal), goal.i + 1
    there = child(verb, "dobj")
    if there is not None and there.ent_type_ in ("GPE", "LOC"):
        return place_words(names, there), there.i + 1
    return None, verb.i + 1


def place_words(names: Names, token: Token) -> str:
    """The place's name as the text has it."""
    mention = names.at(token)
    start, end = (mention.start, mention.end) if mention is not None else (token.i, token.i + 1)
    while (
        mention is None and start > 0 and names.doc[start - 1].ent_type_ == token.ent_type_ and names.doc[start - 1].dep_ == "compound"
    ):
        start -= 1
    return names.doc[start:end].text.removeprefix("the ")
