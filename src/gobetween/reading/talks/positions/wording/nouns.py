"""Nouns that show where a party stands: its demand, its refusal, its answer that is awaited."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import SUBJECTS, child, child_called, children, has_child, has_left, is_negated
from gobetween.reading.talks.agents import agents_of
from gobetween.reading.talks.parties import owner_of, parties_of
from gobetween.reading.talks.positions.modality.conditions import condition_near
from gobetween.reading.talks.positions.modality.unreal import is_unreal
from gobetween.reading.talks.positions.stands import Stand
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.word_lists import words

_OF_ACTS = words("readiness willingness unwillingness reluctance backing endorsement approval consent resistance hesitation")
_LINKING = words("be remain include comprise cover")
# 'signalled acceptance of the draft', 'voiced opposition to it'
_VOICING = words("signal express voice indicate declare announce convey register communicate reiterate repeat state show hint")
_VOICED = words(
    """acceptance support opposition willingness readiness reluctance refusal rejection approval consent unwillingness resistance
    backing endorsement hostility insistence"""
)
_AGAINST = words("opposition objection resistance")
_PUT = words("proposal offer")
_BACKINGS = words("backing support endorsement blessing approval consent")
_WINNING = words("have win enjoy gain get receive command secure carry")
_NO_CONTENT = words("by from with at after during before since under amid in according despite following")
_DEALS = words("deal agreement truce ceasefire peace talk negotiation settlement accord pact release return meeting treaty")
_TOPICS = words("over about concerning regarding")
_BRINGING = frozenset(
    {"arrive", "come", "return", "leave", "travel", "open", "start", "enter", "begin"}
)  # 'arrived with a demand of 31 percent'


def stand_of_noun(scene: Scene, noun: Token, lemma: str) -> Stand | None:
    """The position that a noun shows with its owner: whose demand for what."""
    governor = noun.head
    if lemma in stances.TOLD_AS and (told := _told_as(scene, noun)) is not None:
        return told
    if noun.dep_ == "compound" or (noun.dep_ == "dobj" and governor.lemma_ in stances.DROPPING and not is_unreal(governor)):
        return None
    if noun.dep_ == "pobj" and any(
        t.lemma_ in (stances.DROPPING | {"climb"}) - {"back"} or t.lower_ == "off" for t in noun.doc[noun.i - 5 : noun.i]
    ):
        return None  # 'let go of its insistence'
    if lemma in _BACKINGS and (given := _given_to(scene, noun, lemma)) is not None:
        return given
    if lemma in _AGAINST and (resisting := _met_from(scene, noun, lemma)) is not None:
        return resisting
    content = next((c for c in noun.rights if c.dep_ in ("prep", "acl", "relcl", "ccomp") and c.lower_ not in _NO_CONTENT), None)
    content = content or next((c for c in children(noun, "advcl") if has_child(c, ("for",), "mark")), None)
    owner = owner_of(scene, noun)
    if owner is None and content is not None and (source := _source_within(noun, content)) is not None:
        owner = next(iter(parties_of(scene, source)), None)
    if owner is None and (by := child_called(noun, ("by", "from"), "prep")) is not None:
        source = child(by, "pobj")
        owner = next(iter(parties_of(scene, source)), None) if source is not None else None
        if content is None and lemma in _PUT and owner is not None:  # 'a ceasefire proposal from Norway'
            content = next((c for c in children(noun, "compound") if c.pos_ == "NOUN"), None)
        if content is None and source is not None:  # 'a demand by downstream Sudan for at least 75'
            content = child_called(source, ("for",), "prep")
    if owner is None and noun.dep_ == "pobj" and governor.lower_ == "with" and governor.head.lemma_ in _BRINGING:
        owner = next(iter(agents_of(scene, governor.head)), None)
    if owner is None and noun.dep_ == "dobj" and governor.lemma_ in _VOICING and lemma in _VOICED and not is_unreal(governor):
        owner = None if is_negated(governor) else next(iter(agents_of(scene, governor)), None)
    if owner is None or content is None or (content.dep_ == "relcl" and noun.doc[content.left_edge.i - 1].text == ","):
        return None
    last = _before_relative(noun, noun.right_edge.i + 1)
    if lemma in _BACKINGS and _is_of_side(scene, content):
        return None
    if lemma in stances.INTENDING:
        if not any(t.lemma_.lower() in stances.FORCE for t in scene.doc[content.i : min(last, content.i + 8)]) or not _is_voiced(
            noun, lemma
        ):
            return None
        return Stand((owner,), Stance.THREATEN, (noun.left_edge.i, last), (content.left_edge.i, last))
    if lemma not in stances.NOUNS:
        return None
    stance = stances.NOUNS[lemma]
    is_to_thing = lemma == "claim" and content.lower_ == "to" and content.dep_ == "prep"  # 'its claims to the island'
    if stance is Stance.DEMAND and content.dep_ == "prep" and content.lower_ in _TOPICS:
        return None  # 'its demands over pay': what they are is not told
    if stance is Stance.DEMAND and content.dep_ == "relcl" and any(c.tag_ == "WDT" and c.dep_ in SUBJECTS for c in content.children):
        return None  # 'the union's demands that are hard to accept'
    if lemma in ("claim", "call") and content.lower_ != "for" and content.dep_ != "advcl" and not is_to_thing:
        return None
    if lemma in _OF_ACTS and content.lower_ not in ("to", "on", "for", "against", "of") and content.tag_ != "VB":
        return None
    if lemma in ("condition", "terms") and content.dep_ not in ("acl", "ccomp", "relcl"):
        return None  # 'the condition of the army' is no term
    if stance is Stance.OFFER and _is_named_after_place(scene, noun):
        return None
    if lemma == "bid" and content.tag_ == "VB":
        stance = Stance.DEMAND  # 'its bid to join the union' asks for it
    if lemma == "push" and any(t.lemma_ in stances.TEXTS for t in children(content, "pobj")):
        stance = Stance.OFFER
    start = content.i + 1 if content.dep_ == "prep" else content.left_edge.i
    found = Stand((owner,), stance, (noun.left_edge.i, last), (start, last))
    return found.on_condition(_condition_behind(noun, last)) if lemma in _OF_ACTS and stance is Stance.ACCEPT else found


def _met_from(scene: Scene, noun: Token, lemma: str) -> Stand | None:
    """'met opposition from Norway and Canada', whatever it is that they oppose."""
    by = next((p for p in children(noun, "prep") if p.lower_ in ("from", "by")), None)
    source = child(by, "pobj") if by is not None and owner_of(scene, noun) is None else None
    parties = parties_of(scene, source) if source is not None else ()
    if by is None or not parties or any(c.lower_ in ("no", "little", "possible", "potential", "any") for c in noun.lefts):
        return None
    return Stand(parties, stances.NOUNS[lemma], (noun.left_edge.i, by.right_edge.i + 1), (noun.i, noun.i + 1))


def _before_relative(noun: Token, last: int) -> int:
    """The end of a noun's words before ', which would ...': told beside it, where no second issue follows: ', as well as in ...'."""
    if "as well as" in noun.doc[noun.i : last].text.lower():
        return last
    return next((i for i in range(noun.i + 2, last) if noun.doc[i].lower_ == "which" and noun.doc[i - 1].text == ","), last)


def _is_of_side(scene: Scene, content: Token) -> bool:
    """'Norway's support for the rebels', 'Norwegian support for Harwick Air': help to a side, and no stand on an issue."""
    goal = child(content, "pobj") if content.dep_ == "prep" else None
    is_name = goal is not None and goal.pos_ == "PROPN" and goal.ent_type_ not in ("LAW", "EVENT", "DATE")
    return goal is not None and (is_name or scene.party(goal) is not None) and goal.lemma_.lower() not in stances.TEXTS | stances.TALKED


def _condition_behind(noun: Token, last: int) -> tuple[int, int] | None:
    """'expressed willingness to meet, but only if ...'."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ not in _VOICING:
        return None
    under = next((t for t in noun.subtree if t.lower_ in ("under", "on") and t.i > noun.i and _is_condition(t)), None)
    if under is not None:
        return under.i, under.right_edge.i + 1
    found = condition_near(verb)
    return found if found is not None and found[0] >= last else None


def _is_condition(prep: Token) -> bool:
    goal = child(prep, "pobj")
    return goal is not None and goal.lemma_ == "condition"


def _source_within(noun: Token, content: Token) -> Token | None:
    """'an offer of 12 percent from the bank', where the parser hangs whoever makes it on the sum."""
    if content.lower_ not in ("of", "for", "to"):
        return None
    by = next((t for t in content.subtree if t.lower_ in ("from", "by") and t.dep_ in ("prep", "agent") and t.i > content.i), None)
    is_sum = by is not None and any(t.pos_ == "NUM" for t in noun.doc[content.i + 1 : by.i])
    return child(by, "pobj") if by is not None and is_sum else None


def _given_to(scene: Scene, noun: Token, lemma: str) -> Stand | None:
    """'the plan has the backing of Norway', 'has won Norway's support'."""
    verb = noun.head
    subject = child(verb, "nsubj") if noun.dep_ == "dobj" and verb.lemma_ in _WINNING else None
    if subject is None or is_negated(verb) or is_unreal(verb) or has_left(noun, ("no", "little")):
        return None
    owner = owner_of(scene, noun) or _owner_behind(scene, noun)
    if owner is None or owner in parties_of(scene, subject) or subject.pos_ == "PROPN":
        return None
    words_of = subject.left_edge.i, noun.right_edge.i + 1
    return Stand((owner,), stances.NOUNS.get(lemma, Stance.SUPPORT), words_of, (subject.left_edge.i, subject.right_edge.i + 1))


def _told_as(scene: Scene, noun: Token) -> Stand | None:
    """'its main demand is a fund', 'a fund remains Norway's first condition': the issue is the other side of 'is'."""
    word = noun.lemma_.lower()
    is_price = word == "price" and child(noun, "compound", "prep") is None
    if (word == "line" and not has_left(noun, ("red", "bottom"))) or (word == "price" and not is_price):
        return None
    is_told = any(
        c.dep_ in ("acl", "prep", "relcl") and c.lower_ not in ("of", "by") and child(c, "agent") is None for c in noun.rights
    )
    on_deal = any(g.lemma_.lower() in _DEALS for p in children(noun, "prep") if p.lower_ in ("for", "to") for g in children(p, "pobj"))
    is_term = word in ("condition", "precondition", "prerequisite", "requirement", "price") and on_deal
    if noun.dep_ in ("nsubj", "nsubjpass") and is_told and not is_term:
        return None  # 'its demand for a fund is an obstacle'
    at = noun
    while at.dep_ == "pobj" and at.head.lower_ in ("of", "among", "on") and at.head.dep_ in ("prep", "ROOT", "advmod"):
        at = at.head.head  # 'one of its demands', 'among its demands'
    copula = at if at.lemma_ in _LINKING else at.head
    if copula.lemma_ not in _LINKING or copula.pos_ not in ("AUX", "VERB") or is_negated(copula) or is_unreal(copula):
        return None
    owner = owner_of(scene, noun) or _owner_behind(scene, noun)
    sides = [c for c in children(copula, "nsubj", "attr", "dobj", "ccomp", "acomp", "xcomp", "csubj") if noun not in c.subtree]
    issue = next(iter(sides), None)
    if owner is None or issue is None or issue.pos_ == "PRON":
        return None
    words_of = copula.left_edge.i, copula.right_edge.i + 1
    return Stand((owner,), Stance.DEMAND, words_of, (issue.left_edge.i, issue.right_edge.i + 1))


def _owner_behind(scene: Scene, noun: Token) -> str | None:
    """'a key demand of the union', 'the conditions set by Norway'."""
    set_by = next((c for c in children(noun, "acl") if c.tag_ == "VBN"), None)  # 'conditions set by Norway'
    by = child(set_by, "agent") if set_by is not None else None
    by = by or child_called(noun, ("of", "by", "from", "for"), "prep")
    source = child(by, "pobj") if by is not None else None
    return next(iter(parties_of(scene, source)), None) if source is not None else None


def _is_voiced(noun: Token, lemma: str) -> bool:
    """An intention is a threat where its owner utters it; a plan that others speak of is no threat."""
    return lemma != "plan" or noun.head.lemma_ in ("reiterate", "announce", "repeat", "confirm", "declare", "restate")


def _is_named_after_place(scene: Scene, noun: Token) -> bool:
    """'Paris' proposal' is named after where it was made, not after who made it."""
    owner = child(noun, "poss", "compound")
    mention = scene.names.at(owner) if owner is not None else None
    if mention is None or mention.is_adjective or mention.kind != "state":
        return False
    words = scene.doc[mention.start : mention.end].text.removeprefix("the ")
    return words != mention.name and not words.replace(".", "").isupper()


def pending_answer(scene: Scene, voices: Voices, noun: Token) -> Stand | None:
    """An answer that is awaited: whose it is, by its owner, else by who says that it is."""
    verb = noun.head
    if noun.dep_ == "attr" and verb.lemma_ == "be" and noun.lemma_ != "decision":
        return _no_answer(scene, noun)
    if noun.dep_ not in ("nsubj", "nsubjpass"):
        return None
    is_pending = has_child(verb, stances.PENDING) or verb.lower_ in stances.PENDING
    is_not_given = is_negated(verb) and verb.lemma_ in ("give", "deliver", "come", "arrive", "receive", "make")
    if not (is_pending or is_not_given):
        return None
    owner = owner_of(scene, noun)
    if owner is None and (speaker := voices.at(noun.idx)) is not None:
        owner = speaker.actor
    first, last = (
        noun.left_edge.i,
        max(verb.i, *(c.i for c in verb.children if not c.is_punct)) + 1 if is_pending else verb.right_edge.i + 1,
    )
    end = next((c.i + 1 for c in verb.children if c.lower_ in stances.PENDING), last)
    to = child(noun, "prep")
    issue = (to.i + 1, noun.right_edge.i + 1) if to is not None else (first, noun.right_edge.i + 1)
    return Stand((owner,) if owner else (), Stance.PENDING, (first, max(end, noun.right_edge.i + 1)), issue)


def _no_answer(scene: Scene, noun: Token) -> Stand | None:
    """'there was no immediate answer from Norway to the offer'; not to a request for comment."""
    by = next((p for p in children(noun, "prep") if p.lower_ in ("from", "by")), None)
    source = child(by, "pobj") if by is not None and any(c.lower_ == "no" for c in noun.lefts) else None
    parties = parties_of(scene, source) if source is not None else ()
    if not parties or any(t.lemma_.lower() in ("comment", "request", "question", "query") for t in noun.subtree):
        return None
    words_of = noun.left_edge.i, noun.right_edge.i + 1
    return Stand(parties, Stance.PENDING, words_of, words_of)
