"""Denials: who denies, with which verb, and what is denied if the words say it themselves."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen
from spacy.tokens import Token

from gobetween.reading.scene import Scene
from gobetween.reading.syntax import SUBJECTS, child, child_called, children, has_child, has_left, is_negated, noun_phrase, subject_of
from gobetween.reading.talks.parties import owner_of, parties_of
from gobetween.reading.talks.positions.wording.stances import UNTRUE
from gobetween.reading.word_lists import words

_DENYING = words("deny dispute refute contest doubt question rebut")
_REJECTING = words("reject dismiss deny refute dispute contest contradict rebuff challenge repudiate")
_FALSE = UNTRUE | words("inflated incorrect misleading inaccurate propaganda outdated overstated understated fake slander unproven")
_DENIED = _REJECTING | _DENYING
# with 'not' before them and an account or a figure behind
_GRANTING = words("accept recognise recognize share believe buy trust acknowledge confirm")
_DOUBTING = words("doubt question")
_GIVING = words("give publish quote cite supply put make release present")
_SAYING = words("say tell claim insist maintain argue put declare")
_CONTRARY = words("otherwise differently")
_OPPOSITES = words("opposite contrary reverse")
_DENIALS = _DENIED | _SAYING | _GRANTING | {"call", "disagree", "be", "take"}
CHARGES = words(
    """accusation allegation claim charge report account version figure number assertion suggestion estimate count statement involvement
    responsibility wrongdoing calculation story description total toll data arithmetic maths reading role
    complicity"""
)
_TAKEN_UP = frozenset({"this", "that", "it", "these", "those", "which"})
_ANYTHING = frozenset({"something", "which"})


@frozen
class Denial:
    """A denial: its verb, who denies, and the tokens that are denied, if it says them itself.

    `told_by` is whose claim it is, where the denial names it: 'denied the union's claim that ...'.
    """

    verb: Token
    by: str
    denied: tuple[int, int] | None
    told_by: str = ""
    is_pointing: bool = False  # at what was said before, whatever it says itself: 'denied any involvement', 'such a plan'


def find_denials(scene: Scene, verb: Token) -> Iterator[Denial]:
    """The denial that the verb makes, if it makes one."""
    lemma = verb.lemma_.lower()
    if lemma not in _DENIALS or has_child(verb, ("if", "unless", "whether"), "mark"):
        return
    if lemma == "be":
        yield from _of_being(scene, verb)
    elif lemma in _SAYING:
        if not is_negated(verb) and _says_otherwise(verb) and (by := _denier(scene, verb)):
            yield Denial(verb, by, None)
    elif lemma in _GRANTING or lemma == "take":
        yield from _of_not_granting(scene, verb)
    elif not is_negated(verb):
        yield from _of_denying(scene, verb)


def find_mistaken(scene: Scene, noun: Token) -> Iterator[Denial]:
    """', a charge Norway rejects', where the parser takes the verb for a noun."""
    before = scene.names.at(noun.i - 1) if noun.i > 0 else None
    if noun.tag_ != "NNS" or noun.lemma_.lower() not in _DENIED or before is None or not before.actor:
        return
    opening = noun.doc[max(noun.sent.start, before.start - 3) : before.start]
    if any(t.lemma_.lower() in CHARGES or t.lower_ in _ANYTHING for t in opening):
        yield Denial(noun, before.actor, None, is_pointing=True)


def _says_otherwise(verb: Token) -> bool:
    """'says otherwise', 'said the opposite', 'tells a different story'."""
    thing = child(verb, "dobj")
    is_other = thing is not None and (thing.lemma_ in _OPPOSITES or (thing.lemma_ in CHARGES and has_left(thing, ("different",))))
    return is_other or has_child(verb, _CONTRARY, "advmod", "acomp")


def _of_being(scene: Scene, verb: Token) -> Iterator[Denial]:
    """'was not aware of any such plan', 'said that the allegations were baseless'."""
    says = verb.head if verb.dep_ == "ccomp" else verb
    if _is_unaware(verb):
        if by := _denier(scene, says):
            yield Denial(verb, by, None)
        return
    charge = child(verb, "nsubj")
    is_untrue = any(c.lemma_.lower() in _FALSE for c in children(verb, "acomp", "attr")) and not is_negated(verb)
    is_of_charge = charge is not None and charge.lemma_.lower() in CHARGES
    if charge is not None and is_of_charge and is_untrue and says is verb:  # 'the report is, he says, an invention'
        says = next((c for c in children(verb, "parataxis", "ccomp") if c.lemma_ in _SAYING), verb)
    if charge is not None and is_of_charge and is_untrue and says is not verb and (by := _denier(scene, says)):
        yield Denial(says, by, _content_of(charge) or noun_phrase(charge), _owner(scene, charge), is_pointing=True)


def _of_not_granting(scene: Scene, verb: Token) -> Iterator[Denial]:
    """'does not accept the figures', 'took issue with the account'."""
    thing = child(verb, "dobj")
    if verb.lemma_ == "take":
        prep = next((p for t in (verb, thing) if t is not None for p in children(t, "prep") if p.lower_ == "with"), None)
        is_issue = thing is not None and thing.lower_ == "issue" and not is_negated(verb)
        thing = child(prep, "pobj") if prep is not None and is_issue else None
    elif not is_negated(verb):
        return
    if thing is None or thing.lemma_.lower() not in CHARGES or not (by := _denier(scene, verb)):
        return
    told_by = _owner(scene, thing)
    yield Denial(verb, by, noun_phrase(thing) if told_by else None, told_by, is_pointing=not told_by)


def _of_denying(scene: Scene, verb: Token) -> Iterator[Denial]:
    lemma = verb.lemma_.lower()
    thing = _thing(verb)
    content = child(verb, "ccomp", "xcomp")
    is_figure = content is not None and content.lemma_.lower() in CHARGES and content.pos_ in ("NOUN", "VERB")
    if thing is None and lemma in _REJECTING:  # 'dismissed as "fantasy" the claim that ...'
        thing = next((t for t in verb.subtree if t.i > verb.i and t.lemma_.lower() in CHARGES and child(t, "poss") is not None), None)
    if lemma in _DOUBTING and content is not None and not _is_told_as_done(content):
        return
    told_by = _owner(scene, thing) if thing is not None else ""
    denied: tuple[int, int] | None = None
    is_pointing = True
    if lemma in _DENYING and content is not None and is_figure and child(content, *SUBJECTS) is None:
        denied = None  # 'doubts that figure', which the parser takes for a clause
    elif lemma in _DENYING and content is not None and content.i > verb.i:
        denied = content.left_edge.i, content.right_edge.i + 1
        is_pointing = any(t.lower_ == "such" for t in content.subtree)
    elif thing is not None and ((lemma in _DENIED and _is_charge(thing)) or (lemma == "call" and _is_called_untrue(verb))):
        denied = _content_of(thing)
        is_pointing = denied is None
        if denied is None and thing.pos_ != "PRON" and (told_by or has_left(thing, ("any",))):
            denied = noun_phrase(thing)
    elif lemma != "disagree" or child(verb, "prep") is not None:
        return
    if by := _denier(scene, verb):
        yield Denial(verb, by, denied, told_by, is_pointing=is_pointing)


def _is_told_as_done(clause: Token) -> bool:
    """'that it had sunk', 'that 40 died': not 'that a deal is possible'."""
    return clause.tag_ in ("VBD", "VBN") or clause.lemma_.lower() in CHARGES or has_child(clause, ("had", "was", "were", "has"))


def _thing(verb: Token) -> Token | None:
    """What is denied: the object, the subject of a passive, or what a relative clause hangs on: 'a charge Norway rejects'."""
    thing = child(verb, "dobj") or (child(verb, "nsubjpass") if child(verb, "agent") is not None else None)
    if thing is not None or verb.dep_ not in ("relcl", "acl"):
        return thing
    head = verb.head
    return head if head.lemma_.lower() in CHARGES or head.lower_ in _ANYTHING else None


def _is_charge(thing: Token) -> bool:
    return thing.lower_ in _TAKEN_UP or thing.lower_ in _ANYTHING or thing.lemma_.lower() in CHARGES


def _content_of(thing: Token) -> tuple[int, int] | None:
    """'reports that he had met her': the clause; none for 'it' and 'the figure'."""
    clause = next((c for c in children(thing, "acl", "relcl", "ccomp") if c.lemma_ not in _DENIED), None)
    is_participle = clause is not None and clause.tag_ == "VBN" and child(clause, "aux", "auxpass") is None
    if clause is not None and ":" in thing.doc[thing.i : clause.left_edge.i + 1].text:
        return None  # 'rejects this: all were freed': what it says itself
    return None if clause is None or is_participle else (clause.left_edge.i, clause.right_edge.i + 1)


def _owner(scene: Scene, charge: Token) -> str:
    """Whose claim it is: 'the union's claim', 'the accusation by the union'."""
    owner = child(charge, "poss")
    if owner is not None:
        return named(scene, owner)
    source = next((child(p, "pobj") for p in children(charge, "prep") if p.lower_ in ("by", "from")), None)
    for clause in (t for t in charge.subtree if t.dep_ in ("acl", "relcl") and t.lemma_ in _GIVING):
        agent = child(clause, "agent")
        source = child(agent, "pobj") if agent is not None else child(clause, "nsubj")
    return named(scene, source) if source is not None else owner_of(scene, charge) or ""


def _is_called_untrue(verb: Token) -> bool:
    return any(c.lemma_.lower() in _FALSE for c in verb.subtree if verb.i < c.i < verb.i + 12)


def _is_unaware(verb: Token) -> bool:
    """'was not aware of any such message', 'is unaware of such a plan'."""
    aware = child_called(verb, ("aware", "unaware"), "acomp")
    is_such = aware is not None and any(t.lower_ == "such" for t in aware.subtree)
    return is_such and aware is not None and (aware.lower_ == "unaware") != is_negated(verb)


def _denier(scene: Scene, verb: Token) -> str:
    agent = child(verb, "agent")
    subject = child(agent, "pobj") if agent is not None else subject_of(verb)
    if subject is None:
        return ""
    if subject.lemma_.lower() in CHARGES:  # 'a figure Norway disputes', which the parser joins to what was said before
        before = scene.names.at(verb.i - 1)
        return before.actor or "" if before is not None else ""
    return named(scene, subject)


def named(scene: Scene, token: Token) -> str:
    """The actor who is meant, else the person, else the words for them."""
    if parties := parties_of(scene, token):
        return parties[0]
    referent = scene.references.who(token)
    if referent is not None and (referent.is_person or token.pos_ == "PROPN"):
        return referent.name
    if token.pos_ == "PRON":
        return ""
    if (land := _land_of_side(scene, token)) is not None:
        return land
    passage = scene.passage(*noun_phrase(token))
    return "" if passage is None else passage.text.removeprefix("The ").removeprefix("the ")


def _land_of_side(scene: Scene, token: Token) -> str | None:
    """'the Korean side', where of all Koreas the text names one only."""
    first = next((c for c in token.lefts if c.dep_ in ("amod", "compound", "nmod") and c.text[:1].isupper()), None)
    if first is None or token.lemma_ not in ("side", "delegation", "team", "camp"):
        return None
    root = first.lower_.removesuffix("n")
    meant = {m.actor for m in scene.names.mentions() if m.actor and root in m.actor.lower().split()}
    return meant.pop() if len(meant) == 1 else None
