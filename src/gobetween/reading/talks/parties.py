"""Which actors a phrase names: its head, those joined to it or likened to it, whose it is, whom it speaks for."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from gobetween.model.evidence import SourceType
from gobetween.reading.naming.name_words import COLLECTIVES
from gobetween.reading.naming.unions import is_union
from gobetween.reading.scene import Scene
from gobetween.reading.speech.meant.pairs import number_meant
from gobetween.reading.speech.meant.phrases import is_not_the_states, is_rival
from gobetween.reading.syntax import child, child_called, children, has_left
from gobetween.reading.word_lists import words

_COMPANY = frozenset({"like", "alongside", "with"})
_MAKERS = words("draft propose table present submit sponsor author issue write sign")
_CROWDS = words(
    """group militant faction airline activist protester campaigner driver doctor student retailer exporter miner
    guerrilla insurgent separatist settler union state country employer terminal mill shipyard insurer lender farmer
    grower worker herder villager pilot nurse teacher shareholder creditor tenant resident"""
)
_LANDS = words("region republic kingdom state territory enclave province government")
# 'the authorities in Norway'
_RULERS = words("neighbour neighbours neighbor neighbors authorities leadership rulers government junta police prosecutors")
_FIRMS = words("customer company firm group union airline supplier lender shipper carrier bank fund")
_LEADING = frozenset({"lead", "head", "spearhead"})
_LED = words("country nation state government member donor economy power")
_JUDGING = words("court courts tribunal inquiry jury judge judges ombudsman arbitrator")
_SOME = frozenset({"some", "many", "most", "several", "few", "other", "these", "those"})
_TWO = 2


def parties_of(scene: Scene, head: Token) -> tuple[str, ...]:
    """The actors of a phrase: its head, those joined to it, and those who are 'like' it or 'along with' it."""
    if number_meant(head) or head.lemma_.lower() == "union":
        together = scene.together(head)
        if together or number_meant(head):
            return together
    if together := scene.meant_by_they(head):
        return together
    heads = [head, *(t for t in head.conjuncts if t.i > head.i), *_in_row(head)]
    heads += [p for c in children(head, "prep") if c.lower_ in _COMPANY for p in _with_joined(child(c, "pobj"))]
    if (
        (along := child(head, "advmod")) is not None
        and along.lower_ in ("along", "together")
        and (prep := child(along, "prep")) is not None
    ):
        heads += _with_joined(child(prep, "pobj"))
    heads += _likened(head)
    if (leading := _leading(head)) is not None and (led_by := _known_of(scene, [leading])):
        return led_by
    return _known_of(scene, heads) or _known_of(scene, _included(head)) or scene.together(head)


def _leading(head: Token) -> Token | None:
    """Norway in 'donor countries led by Norway': the one of many that is named."""
    led = next((c for c in children(head, "acl") if c.lemma_ in _LEADING), None) if head.lemma_.lower() in _LED else None
    agent = child(led, "agent") if led is not None and head.tag_ == "NNS" else None
    return child(agent, "pobj") if agent is not None else None


def _in_row(head: Token) -> list[Token]:
    """Canada and Brazil in 'Norway, Canada and Brazil', which the parser may hang on the first as if they explained it."""
    second = child(head, "appos") if head.pos_ == "PROPN" else None
    is_row = second is not None and any(True for _ in second.conjuncts)
    if second is not None and second.pos_ != "PROPN":  # 'Norway, the coalition and Canada want', not 'Norway, chair and host, wants'
        is_row = is_row and head.doc[second.right_edge.i + 1 : second.right_edge.i + 2].text != ","
    return [second, *(t for t in second.conjuncts if t.i > second.i)] if is_row and second is not None else []


def _known_of(scene: Scene, heads: Iterable[Token]) -> tuple[str, ...]:
    found = dict.fromkeys(name for token in heads for name in _own_parties(scene, token))
    return tuple(name for name in found if not is_judge(name))


def is_judge(name: str) -> bool:
    """Whether a body judges between others and is no side: 'Supreme Court', 'Labour Court', 'commission of inquiry'."""
    return bool(_JUDGING & set(name.lower().split()))


def _included(head: Token) -> list[Token]:
    """Those named in 'leaders, including from Norway and Canada,' and 'countries, among them Norway'."""
    found: list[Token] = []
    for including in head.rights:
        if including.lower_ == "including":
            sources = (including, *(p for p in children(including, "prep") if p.lower_ in ("from", "of")))
            found += (each for source in sources for each in _with_joined(child(source, "pobj")))
    return found


def is_both(noun: Token) -> bool:
    """Whether 'both sides', 'the two companies' or the like is meant."""
    return number_meant(noun) == _TWO


def _likened(head: Token) -> list[Token]:
    """Those in ', like A and others,' right behind a phrase, wherever the parser hung them."""
    doc, at = head.doc, head.i + 1
    if at + 2 >= len(doc) or doc[at].text != "," or doc[at + 1].lower_ not in _COMPANY:
        return []
    end = next((i for i in range(at + 2, min(at + 14, len(doc))) if doc[i].text == ","), at + 2)
    return [t for t in doc[at + 2 : end] if t.pos_ in ("PROPN", "NOUN")]


def _with_joined(token: Token | None) -> list[Token]:
    return [] if token is None else [token, *(t for t in token.conjuncts if t.i > token.i)]


def _own_parties(scene: Scene, token: Token) -> tuple[str, ...]:
    referent = scene.references.who(token)
    if referent is not None and referent.source_type is SourceType.DOCUMENT and scene.names.at(token) is None:
        return _maker(scene, token)
    if (land := _land_of(scene, token)) is not None:
        return (land,)
    if spoken_for := _spoken_for(scene, token):
        return spoken_for
    joined = _joined_adjectives(scene, token) or _sent_by(scene, token)
    if len(joined) > 1:
        return joined
    if referent is not None and referent.source_type is not SourceType.DOCUMENT:
        if referent.actor:
            return (referent.actor,)
        is_definite = has_left(token, ("the", "its", "both"))
        if referent.source_type is SourceType.BODY and token.lower_ in COLLECTIVES and is_definite:
            return (_known_by(scene, token) or referent.name,)
    is_called = token.text[:1].isupper() and has_left(token, ("the",)) and scene.names.at(token) is None
    if is_called and (known := _known_by(scene, token)) is not None:
        return (known,)
    if (owner := owner_of(scene, token)) is not None and token.pos_ == "NOUN" and not is_rival(token):
        if token.lower_ == "union" and not is_union(owner) and not scene.is_state(owner):
            return (scene.references.phrase(token),)  # 'Nordvik's clerks' union' wants what Nordvik does not
        return () if is_not_the_states(token) and scene.is_state(owner) else (owner,)
    if referent is not None and referent.actor is None and _is_explained(token):
        return (referent.name,)
    return _unnamed_side(scene, token)


def _is_explained(token: Token) -> bool:
    """'Corvane Line, the port's largest customer,': a name said to be a firm or the like."""
    return token.pos_ == "PROPN" and any(c.lemma_.lower() in _FIRMS for c in children(token, "appos"))


def _land_of(scene: Scene, token: Token) -> str | None:
    """'the breakaway region of X', 'the government of X', 'the governor of X' are X."""
    wanted = "of" if token.lower_ in _LANDS or _governs(token) else "in" if token.lower_ in _RULERS else ""
    of = next((p for p in children(token, "prep") if p.lower_ == wanted), None)
    goal = child(of, "pobj") if of is not None else None
    mention = scene.names.at(goal) if goal is not None else None
    is_bare = mention is None and goal is not None and goal.pos_ == "PROPN" and goal.ent_type_ in ("GPE", "LOC")
    if is_bare and goal is not None and (wanted == "in" or _governs(token)):
        return goal.doc[goal.left_edge.i : goal.i + 1].text  # a land that the text names nowhere else
    return mention.actor if mention is not None and not mention.is_person and not mention.is_adjective else None


def _governs(token: Token) -> bool:
    """'The governor of Lowick', 'the first minister of Lowick': who stands for a region."""
    return token.lower_ in ("governor", "premier") or (token.lower_ == "minister" and has_left(token, ("first", "chief")))


def _spoken_for(scene: Scene, token: Token) -> tuple[str, ...]:
    """'General Malk, who speaks for Norway,' is of Norway."""
    clause = next((c for c in children(token, "relcl") if c.lemma_ in ("speak", "negotiate", "act")), None)
    prep = child_called(clause, ("for",), "prep") if clause is not None else None
    goal = child(prep, "pobj") if prep is not None else None
    return parties_of(scene, goal) if goal is not None else ()


def _known_by(scene: Scene, noun: Token) -> str | None:
    """The body named before by this word: 'the Movement' for 'the Free Highlands Movement', 'the Ministry' for that of Education."""
    word = noun.lower_
    for mention in scene.names.mentions(0, noun.i):
        names = mention.name.lower().split()
        if mention.kind == "organisation" and len(names) > 1 and (names[-1] == word or names[:2] == [word, "of"]):
            return mention.name
    return None


def _unnamed_side(scene: Scene, noun: Token) -> tuple[str, ...]:
    """Many who act as one and are called by no name: 'small island states', 'unions at the plant'."""
    is_many = noun.tag_ == "NNS" and noun.lemma_.lower() in _CROWDS
    is_subject = noun.dep_ in ("nsubj", "nsubjpass") and scene.names.at(noun) is None
    first = next((c.i for c in noun.lefts if c.dep_ in ("amod", "compound", "nmod")), noun.i)
    if not is_many or not is_subject or any(c.dep_ in ("nummod", "poss") or c.lower_ in _SOME for c in noun.lefts):
        return ()
    return (scene.doc[first : noun.i + 1].text,)


def _sent_by(scene: Scene, token: Token) -> tuple[str, ...]:
    """'negotiators from A and B' are those of two."""
    if token.tag_ != "NNS" or scene.names.at(token) is not None:
        return ()
    found: list[str] = []
    for prep in children(token, "prep"):
        source = child(prep, "pobj") if prep.lower_ in ("from", "of", "for") else None
        for sender in _with_joined(source):
            mention = scene.names.at(sender)
            if mention is not None and mention.actor and not mention.is_adjective:
                found.append(mention.actor)
    return tuple(dict.fromkeys(found))


def _joined_adjectives(scene: Scene, token: Token) -> tuple[str, ...]:
    """'Egyptian and American officials', 'Norvanian and Front delegations' are two."""
    found = []
    for i in range(token.left_edge.i, token.i):
        mention = scene.names.at(i)
        if mention is None or not mention.actor or scene.doc[i].dep_ not in ("amod", "conj", "nmod", "compound"):
            continue
        if mention.is_adjective or (token.tag_ == "NNS" and not mention.is_person and _is_joined_before(scene.doc[i], token)):
            found.append(mention.actor)
    return tuple(dict.fromkeys(found))


def _is_joined_before(name: Token, noun: Token) -> bool:
    """Whether a name is one of several joined before the noun that they tell: 'Front and Norvanian delegations'."""
    return any(name.i != each.i and each.i < noun.i for each in name.conjuncts)


def _maker(scene: Scene, document: Token) -> tuple[str, ...]:
    for clause in children(document, "acl"):
        if clause.lemma_ in _MAKERS and (agent := child(clause, "agent")) is not None and (source := child(agent, "pobj")) is not None:
            return parties_of(scene, source)
    return ()


def owner_of(scene: Scene, noun: Token) -> str | None:
    """The actor whose the noun is: 'Israel's demand', 'Israeli demands', 'a US push', 'his intention', 'a union claim'."""
    for owner in children(noun, "poss", "amod", "compound", "nmod"):
        mention = scene.names.at(owner)
        if mention is not None:
            if mention.is_person:
                referent = scene.references.who(owner)
                return referent.actor if referent is not None else None
            return mention.actor
        if owner.dep_ == "poss":
            referent = scene.references.who(owner)
            if referent is not None and referent.actor:
                return referent.actor
            if referent is not None and referent.source_type is SourceType.BODY:
                return referent.name
        elif owner.dep_ == "compound" and (described := scene.names.parts.describing(owner.lower_)) is not None:
            return described
    return None
