"""What can be owed: a text or a thing handed over, an answer, or a deed such as a release, a payment, a withdrawal."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.reading.syntax import Range, child, noun_phrase
from gobetween.reading.talks.promises.owed import ANSWERING, DELIVERING, THINGS
from gobetween.reading.word_lists import words

_MAKING = words("draft draw prepare write complete finish compile finalise finalize develop circulate lodge file turn put set")
_COMING = words("come get go return")
_DEEDS = words(
    """release free withdraw pull reopen open pay lift return dismantle evacuate disarm demobilise demobilize pass ratify appoint name
    publish nominate repeal reinstate vacate transfer remove clear restore compensate rehire disband surrender scrap cancel implement
    hand adopt reimburse repay connect repair reconnect extradite declassify recruit hire close shut stop halt cut reduce
    suspend register dissolve inspect report unfreeze grant deploy restart resettle dispatch concede"""
)
_OWED = THINGS | words(
    "wording table tables explanation apology statistics dossier submission counter-offer counteroffer counter-proposal"
)
# objects of such verbs that are nothing owed: 'name a price', 'open fire', 'pass judgement', 'return calls'
_IDLE = words(
    """fire price judgement judgment call talk negotiation speech way door eye match game goal visit time tribute attention comment
    question ball score victory point lesson example trophy place fight"""
)


def deed_of(verb: Token) -> Range | None:
    """The tokens of what the verb would hand over or do; `None` if that is nothing that one owes."""
    lemma = verb.lemma_.lower()
    thing = child(verb, "dobj", "nsubjpass")
    if thing is None and child(verb, "auxpass") is not None and verb.dep_ == "xcomp":  # 'the list is to be handed over'
        thing = child(verb.head, "nsubj", "nsubjpass")
    if lemma in _COMING and (lemma != "return" or child(verb, "dobj") is None):
        prep = next((p for p in verb.subtree if p.lower_ == "with" and p.dep_ == "prep"), None)
        thing = child(prep, "pobj") if prep is not None else None
        return noun_phrase(thing) if thing is not None and (_is_owed(thing) or thing.lower_ in ("yes", "no", "word")) else None
    if lemma in ANSWERING or (lemma == "report" and thing is None):
        return verb.i, (thing.right_edge.i if thing is not None and thing.i > verb.i else verb.i) + 1
    if thing is None or (lemma == "report" and not _is_owed(thing)):
        return None
    if lemma in DELIVERING | _MAKING and _is_owed(thing):
        return noun_phrase(thing)
    if lemma in _DEEDS and thing.lemma_.lower() not in _IDLE and thing.pos_ != "PRON":
        return verb.i if thing.i > verb.i else thing.left_edge.i, max(thing.right_edge.i, verb.i) + 1
    return None


def is_text_or_answer(verb: Token) -> bool:
    """Whether the verb hands over a text, figures or an answer, rather than doing a deed."""
    thing = child(verb, "dobj", "nsubjpass") or next((t for t in verb.subtree if t.dep_ == "pobj" and t.head.lower_ == "with"), None)
    return child(verb, "auxpass") is not None or verb.lemma_.lower() in ANSWERING or (thing is not None and _is_owed(thing))


def _is_owed(thing: Token) -> bool:
    return thing.lemma_.lower() in _OWED


def is_owed_thing(token: Token) -> bool:
    """Whether the noun is a text, figures or an answer."""
    return token.pos_ in ("NOUN", "PROPN") and _is_owed(token)
