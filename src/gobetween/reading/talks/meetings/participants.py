"""Who takes part in a meeting, and where it is."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, child_called, children
from gobetween.reading.talks.meetings.delegations import place_words
from gobetween.reading.talks.meetings.words import MEDIATING, PLACES, PLACING, POSTS, REPRESENTING, TALKS, WITH
from gobetween.reading.talks.parties import is_both, parties_of


def who(scene: Scene, head: Token | None) -> list[str]:
    """Persons by their names, others by their actors, for a phrase and those joined to it."""
    if head is None:
        return []
    if _means_both(head):
        return list(scene.pair)
    found: list[str] = []
    for token in (head, *(t for t in head.conjuncts if t.i > head.i)):
        referent = scene.references.who(token)
        if referent is not None and referent.is_person:
            found += [referent.name, *_beside(scene, token, referent.name)]
            continue
        apposed = _apposed(scene, token)
        known = _senders(scene, token) or list(parties_of(scene, token))
        names = [apposed] if apposed else known or _by_post(token) or _by_surname(scene, token)
        found += [name for name in names if name not in ("delegation", "team", "side")]
    return found


def _senders(scene: Scene, token: Token) -> list[str]:
    """'delegations from A and B': both by name, also one that the text tells nothing more of; empty for fewer than two names."""
    if token.tag_ != "NNS" or token.lemma_.lower() not in REPRESENTING:
        return []
    prep = child_called(token, ("from",), "prep")
    first = child(prep, "pobj") if prep is not None else None
    sent_by = [] if first is None else [first, *(t for t in first.conjuncts if t.i > first.i)]
    if len(sent_by) < 2 or any(t.pos_ != "PROPN" for t in sent_by):
        return []
    return [scene.party(t) or _proper(t) for t in sent_by]


def _proper(name: Token) -> str:
    """A name with the names before it, as it stands."""
    start = min((c.i for c in children(name, "compound") if c.pos_ == "PROPN"), default=name.i)
    return name.doc[start : name.i + 1].text


def _apposed(scene: Scene, token: Token) -> str | None:
    """The person named behind a post: 'the foreign minister, Ada Berg'."""
    for c in token.subtree:
        if c.i > token.i and c.dep_ == "appos":
            mention = scene.names.at(c)
            if mention is not None and mention.is_person:
                return mention.name
            if token.lemma_.lower() in POSTS and c.pos_ == "PROPN" and any(t.pos_ == "PROPN" for t in children(c, "compound")):
                return scene.doc[c.left_edge.i : c.i + 1].text
    return None


def _by_surname(scene: Scene, token: Token) -> list[str]:
    """A person by the lone name that the text gives, where the full one is not known."""
    is_name = token.pos_ == "PROPN" and token.text[:1].isupper() and token.ent_type_ in ("PERSON", "ORG", "")
    if not is_name or child(token, "compound") is not None or token.dep_ == "compound":
        return []
    full = next((m.name for m in scene.names.mentions() if m.is_person and m.name.split()[-1] == token.text), None)
    return [full or token.text]


def _by_post(token: Token) -> list[str]:
    """A mediator whom the text names by the post alone."""
    if token.lemma_.lower() not in MEDIATING:
        return []
    first = next((c.i for c in token.lefts if c.dep_ in ("compound", "amod")), token.i)
    return [token.doc[first : token.i + 1].text]


def _means_both(noun: Token) -> bool:
    """'the boards', 'both teams', 'the two countries' leaders': those of the two sides."""
    if noun.tag_ != "NNS" or noun.lemma_ not in REPRESENTING or child(noun, "prep") is not None:
        return False
    owner = child(noun, "poss")
    if owner is not None:
        return is_both(owner)
    counted = {c.lower_ for c in noun.lefts}
    return bool(counted) and counted <= {"the", "two", "both"}


def _beside(scene: Scene, head: Token, name: str) -> list[str]:
    """Others named in one breath with a person: 'leader A B and senior official C D'."""
    joined = [t for c in children(head, "appos") for t in c.conjuncts if (r := scene.references.who(t)) is not None and r.is_person]
    if joined and (beside := scene.references.who(joined[0])) is not None:
        return [beside.name]
    tail = scene.doc[head.i + 1 : head.right_edge.i + 1]
    if len(tail) == 0 or tail[0].lower_ != "and":
        return []
    return [m.name for m in scene.names.mentions(head.i + 1, min(head.right_edge.i + 1, head.i + 12)) if m.is_person and m.name != name]


def persons(scene: Scene, head: Token | None) -> list[str]:
    """The name of a person who belongs to a side."""
    referent = scene.references.who(head) if head is not None else None
    return [referent.name] if referent is not None and referent.is_person and referent.actor else []


def hearer_of(verb: Token) -> Token | None:
    """The one who is told."""
    if verb.lemma_ == "speak":
        prep = child_called(verb, ("to", "with"), "prep")
        return child(prep, "pobj") if prep is not None else None
    return child(verb, "dobj")


def company(scene: Scene, at: Token) -> list[str]:
    """Those behind 'with', 'between', 'among', 'by'."""
    found: list[str] = []
    for prep in children(at, "prep", "agent"):
        if prep.lower_ in WITH:
            found += who(scene, child(prep, "pobj"))
        elif prep.lower_ in PLACING or prep.lower_ == "of":
            goal = child(prep, "pobj")
            found += (
                [n for p in children(goal, "prep") if p.lower_ in ("between", "with") for n in who(scene, child(p, "pobj"))]
                if goal is not None
                else []
            )
    return found


def place_of(scene: Scene, at: Token) -> str | None:
    """The place that a verb or a noun of meeting has behind it, as the text has it."""
    for prep in children(at, "prep"):
        goal = child(prep, "pobj")
        if prep.lower_ not in PLACING or goal is None:
            continue
        if goal.ent_type_ in ("GPE", "LOC", "FAC") or ((m := scene.names.at(goal)) is not None and m.kind == "state"):
            return place_words(scene.names, goal)
        if goal.lemma_ in PLACES - {"line", "front", "area", "base"}:
            return scene.doc[goal.left_edge.i : goal.i + 1].text
        is_name = goal.pos_ == "PROPN" and goal.ent_type_ not in ("DATE", "TIME", "PERSON", "ORG", "NORP", "EVENT")
        if is_name and prep.lower_ == "in" and at.lemma_.lower() in TALKS:
            return scene.doc[goal.left_edge.i : goal.i + 1].text
    there = child(at, "dobj") if at.lemma_ == "visit" else None
    if there is not None and (there.ent_type_ in ("GPE", "LOC") or scene.names.at(there) is not None):
        return place_words(scene.names, there)
    for inner in children(at, "dobj", "xcomp"):
        if (inner.lemma_.lower() in TALKS or inner.lemma_ in ("part", "meet")) and (place := place_of(scene, inner)) is not None:
            return place
    return None


def place_among(scene: Scene, words: tuple[int, int]) -> str | None:
    """The first 'in' and a place among the words, wherever the parser hung it."""
    for token in scene.doc[words[0] : words[1]]:
        goal = child(token, "pobj") if token.lower_ in ("in", "at") else None
        if goal is not None and goal.ent_type_ in ("GPE", "FAC"):
            return place_words(scene.names, goal)
    return None
