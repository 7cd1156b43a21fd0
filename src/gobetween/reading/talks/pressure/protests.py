"""Strikes, walkouts, marches, blockades and the like, told by a verb or held as a thing; who took part, named or not."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.reading.concordance import forms, sentence_of
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, noun_phrase, subject_of
from gobetween.reading.talks.agents import agents_of
from gobetween.reading.talks.parties import owner_of, parties_of
from gobetween.reading.word_lists import words

# the parser takes "staged" for a form of "stag"
_STAGING = words("stage stag hold begin start launch mount organise organize join continue carry conduct make set open erect put")
_ACTIONS = words(
    """strike walkout walk-out stoppage blockade roadblock march rally demonstration protest sit-in boycott lockout picket shutdown
    slowdown go-slow raid airstrike offensive operation incursion ambush exercise exercises drill drills manoeuvre manoeuvres maneuvers
    attack assault sweep crackdown fire ban vigil encampment barricade checkpoint"""
)
_DONE = words(
    """strike walkout seizure arrest detention raid blockade shelling bombing bombardment attack withdrawal release expulsion boycott
    closure suspension recall killing offensive incursion invasion stoppage occupation capture abduction"""
)
# what makes such a noun one that is only thought of
_UNDONE = words("planned possible threatened further looming proposed imminent potential new future next feared alleged reported")
_AVERTING = words(
    "avert avoid prevent threaten plan call postpone cancel suspend announce consider propose demand want fear expect oppose"
)
_CROWDS = words(
    """worker driver nurse teacher pilot docker farmer fisherman fishermen student protester demonstrator resident villager trader
    trucker miner writer actor doctor employee member staff crew herder settler activist supporter relative family shopkeeper grower
    thousand hundred dozen score people crowd picket striker steward railwayman guard cleaner postman courier lecturer firefighter
    tenant refugee pensioner veteran civilian local person woman man youth"""
)
_PHRASES = {
    "walk": ("out", "off"),
    "down": ("tools",),
    "lock": ("out",),
    "stay": ("away",),
    "stop": ("work", "working"),
    "lay": ("tools",),
    "pull": ("out",),
    "open": ("fire",),
    "go": ("strike",),
    "come": ("strike",),
    "storm": ("out",),
}
_PROTESTING = words("march rally strike picket protest demonstrate block blockade barricade occupy boycott besiege storm burn")
_CROWDED_WITH = words("through on outside to in at past from across over against down")


def stages(verb: Token) -> bool:
    """'staged a walkout', 'held a warning strike', 'set up roadblocks', 'carried out drone strikes', 'walked out', 'opened fire'."""
    lemma = verb.lemma_.lower()
    if lemma not in _PHRASES and lemma not in _STAGING and lemma != "call":
        return False
    behind = set(forms(verb.doc)[verb.i + 1 : min(verb.i + 5, sentence_of(verb)[1])])
    if lemma in _PHRASES and behind & set(_PHRASES[lemma]):
        return lemma != "stay" or bool(behind & {"from", "work"})
    if lemma == "call" and {"out"} <= behind and "strike" in behind:
        return True
    thing = child(verb, "dobj", "nsubjpass")
    is_staged = thing is not None and lemma in _STAGING and thing.lemma_.lower() in _ACTIONS
    return is_staged and not (lemma == "set" and not behind & {"up"})


def protests(verb: Token) -> bool:
    """'marched through the capital', 'rallied outside the ministry', 'occupied the ministry': not 'rallied round the plan'."""
    lemma = verb.lemma_.lower()
    if lemma not in _PROTESTING or (subject := subject_of(verb)) is None:
        return False
    if lemma in ("march", "rally", "protest", "demonstrate", "strike"):
        is_bare = child(verb, "dobj") is None
        preps = [p.lower_ for p in children(verb, "prep")]
        return is_bare and is_crowd(subject) and (not preps or any(p in _CROWDED_WITH for p in preps))
    return is_crowd(subject) and child(verb, "dobj", "nsubjpass") is not None


def is_crowd(noun: Token) -> bool:
    """Many people called by what they are: 'farmers', 'some 400 writers', 'thousands of workers'."""
    return noun.lemma_.lower() in _CROWDS and (noun.tag_ == "NNS" or noun.lower_ in ("people", "staff", "crew", "crowd", "police"))


def crowd_of(scene: Scene, verb: Token) -> tuple[str, ...]:
    """The words for a crowd that does it."""
    subject = subject_of(verb)
    if subject is None or not is_crowd(subject):
        return ()
    passage = scene.passage(*noun_phrase(subject, verb))
    return (passage.text.removeprefix("The ").removeprefix("the "),) if passage is not None else ()


def noun_actors(scene: Scene, noun: Token) -> tuple[str, ...]:
    """Who did what a noun names as done: 'Norway's seizure of a trawler', 'a strike by pilots'; empty if it names nothing done."""
    if noun.lemma_.lower() not in _DONE or any(c.lower_ in _UNDONE or c.lower_ in ("no", "any") for c in noun.lefts):
        return ()
    governor = noun.head
    for _ in range(2):
        if governor.pos_ in ("VERB", "AUX"):
            break
        governor = governor.head
    if governor.lemma_ in _AVERTING or governor.tag_ not in ("VBD", "VBN") or any(c.tag_ == "MD" for c in governor.children):
        return ()
    maker = next((child(p, "pobj") for p in children(noun, "prep") if p.lower_ == "by"), None)
    if maker is not None:
        if found := parties_of(scene, maker):
            return found
        passage = scene.passage(*noun_phrase(maker)) if is_crowd(maker) else None
        return (passage.text,) if passage is not None else ()
    owner = owner_of(scene, noun)
    return (owner,) if owner else ()


def doers(scene: Scene, verb: Token) -> tuple[str, ...]:
    """The actors behind the verb, else the crowd that is its subject."""
    return agents_of(scene, verb) or crowd_of(scene, verb)
