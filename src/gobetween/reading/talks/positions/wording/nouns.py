"""Nouns that show where a party stands: its demand, its refusal, its answer that is awaited."""

from __future__ import annotations

from attrs import evolve
from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import child, child_called, children, has_child, has_left, is_negated
from gobetween.reading.talks.parties import owner_of, parties_of
from gobetween.reading.talks.positions.modality.conditions import condition_near
from gobetween.reading.talks.positions.modality.unreal import is_unreal
from gobetween.reading.talks.positions.stands import Stand, plain_stand
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.talks.positions.wording.noun_vetoes import BACKINGS, OF_ACTS, is_no_stance
from gobetween.reading.talks.positions.wording.owned import VOICING, Owned, is_given_up, owned_stance
from gobetween.reading.word_lists import words

_LINKING = words("be remain include comprise cover")
_AGAINST = words("opposition objection resistance")
_WINNING = words("have win enjoy gain get receive command secure carry")
_DEALS = words("deal agreement truce ceasefire peace talk negotiation settlement accord pact release return meeting treaty")


def stand_of_noun(scene: Scene, noun: Token, lemma: str) -> Stand | None:
    """The position that a noun shows with its owner: whose demand for what."""
    if lemma in stances.TOLD_AS and (told := _told_as(scene, noun)) is not None:
        return told
    if is_given_up(noun):
        return None
    if lemma in BACKINGS and (given := _given_to(scene, noun, lemma)) is not None:
        return given
    if lemma in _AGAINST and (resisting := _met_from(scene, noun, lemma)) is not None:
        return resisting
    owned = owned_stance(scene, noun, lemma)
    if owned is None or (lemma not in stances.NOUNS and lemma not in stances.INTENDING) or is_no_stance(owned):
        return None
    content, last = owned.content, _before_relative(noun, noun.right_edge.i + 1)
    if lemma in stances.INTENDING:
        is_threat = any(t.lemma_.lower() in stances.FORCE for t in scene.doc[content.i : min(last, content.i + 8)])
        words_of = noun.left_edge.i, last
        return Stand((owned.owner,), Stance.THREATEN, words_of, (content.left_edge.i, last)) if is_threat else None
    stance = _by_content(owned)
    start = content.i + 1 if content.dep_ == "prep" else content.left_edge.i
    if content.head == owned.carrier:
        last = content.right_edge.i + 1
    found = Stand((owned.owner,), stance, (noun.left_edge.i, last), (start, last))
    if owned.carrier is not None and (clause := plain_stand(scene, owned.carrier, stance)) is not None:
        found = evolve(clause, issue=(start, last))  # 'Norway voiced opposition to the toll'
    return found.on_condition(_condition_behind(noun, last)) if lemma in OF_ACTS and stance is Stance.ACCEPT else found


def _by_content(owned: Owned) -> Stance:
    """What stands behind the noun may make it another stance than that of the lists."""
    if owned.lemma == "bid" and owned.content.tag_ == "VB":
        return Stance.DEMAND  # 'its bid to join the union' asks for it
    if owned.lemma == "push" and any(t.lemma_ in stances.TEXTS for t in children(owned.content, "pobj")):
        return Stance.OFFER
    return owned.stance


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


def _condition_behind(noun: Token, last: int) -> tuple[int, int] | None:
    """'expressed willingness to meet, but only if ...'."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ not in VOICING:
        return None
    under = next((t for t in noun.subtree if t.lower_ in ("under", "on") and t.i > noun.i and _is_condition(t)), None)
    if under is not None:
        return under.i, under.right_edge.i + 1
    found = condition_near(verb)
    return found if found is not None and found[0] >= last else None


def _is_condition(prep: Token) -> bool:
    goal = child(prep, "pobj")
    return goal is not None and goal.lemma_ == "condition"


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


def pending_answer(scene: Scene, voices: Voices, noun: Token) -> Stand | None:
    """An answer that is awaited: whose it is, by its owner, else by who says that it is."""
    verb = noun.head
    if noun.dep_ == "attr" and verb.lemma_ == "be" and noun.lemma_ != "decision":
        return _no_answer(scene, noun)
    if noun.dep_ not in ("nsubj", "nsubjpass"):
        return None
    is_pending = has_child(verb, stances.PENDING) or verb.lower_ in stances.PENDING
    is_none = is_negated(verb) or has_left(noun, ("no",))  # 'no response has come from Norway'
    is_not_given = is_none and verb.lemma_ in ("give", "deliver", "come", "arrive", "receive", "make", "emerge")
    if not (is_pending or is_not_given):
        return None
    owner = owner_of(scene, noun)
    by = child_called(verb, ("from", "by"), "prep", "agent") if is_not_given else None
    if owner is None and by is not None and (source := child(by, "pobj")) is not None:
        owner = next(iter(parties_of(scene, source)), None)
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
