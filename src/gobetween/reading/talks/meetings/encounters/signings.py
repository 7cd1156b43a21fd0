"""Signings: parties who sign a deal in a town or on a day have met; 'a deal signed on 3 May in Oslo between A and B'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, is_negated, subject_of
from gobetween.reading.talks.meetings.encounters.sittings import are_many, is_of_talkers
from gobetween.reading.talks.meetings.participants import company, place_among, place_of, who
from gobetween.reading.talks.meetings.parts import Part, clause_of, is_dated, is_refused, make_part, surely
from gobetween.reading.word_lists import words

_DEALS = words("agreement deal accord ceasefire truce treaty pact memorandum armistice protocol declaration roadmap")
_SIGNING = words("sign initial ink")


def find_signings(scene: Scene, verb: Token) -> Iterator[Part]:
    """The meeting at which parties sign what they agreed, where the words say in which town; none for a law or a contract."""
    if verb.lemma_.lower() not in _SIGNING or is_negated(verb) or is_refused(verb):
        return
    if child(verb, "auxpass") is not None:
        part = _was_signed(scene, verb)
    else:
        part = _signed(scene, verb) if verb.dep_ == "acl" else _of_signing(scene, verb)
    if part is not None:
        yield part


def _of_signing(scene: Scene, verb: Token) -> Part | None:
    """'The two sides signed the accord in Oslo on Sunday'."""
    deal, subject = child(verb, "dobj"), subject_of(verb)
    if (
        deal is None
        or deal.lemma_ not in _DEALS
        or subject is None
        or not is_of_talkers(scene, subject)
        or not are_many(scene, subject)
    ):
        return None
    tokens = clause_of(scene, verb, subject)
    if (place_of(scene, verb) or place_of(scene, deal)) is None or not is_dated(scene, tokens):
        return None
    return surely(make_part(scene, verb, tokens, [*who(scene, subject), *company(scene, deal)], "meeting"))


def _was_signed(scene: Scene, verb: Token) -> Part | None:
    """'The deal was signed in Oslo on Sunday', 'the pact is to be initialled on Friday by both ministers'."""
    deal, agent = child(verb, "nsubjpass"), child(verb, "agent")
    if deal is None or deal.lemma_ not in _DEALS:
        return None
    tokens = clause_of(scene, verb, deal)
    by = child(agent, "pobj") if agent is not None else None
    is_placed = place_of(scene, verb) is not None or place_among(scene, tokens) is not None
    if not is_dated(scene, tokens) or not (is_placed or (by is not None and is_of_talkers(scene, by))):
        return None
    return surely(make_part(scene, verb, tokens, [*who(scene, by), *company(scene, deal)], "meeting"))


def _signed(scene: Scene, verb: Token) -> Part | None:
    """'a deal signed on 3 May in Oslo between Norway and Canada'."""
    deal = verb.head
    joining = [t for t in verb.subtree if t.i > verb.i and t.lower_ in ("between", "by")]  # wherever the parser hung it
    people = [name for prep in joining for goal in children(prep, "pobj") for name in who(scene, goal)] or company(scene, deal)
    tokens = deal.left_edge.i, max(verb.right_edge.i, deal.i) + 1
    if (
        verb.tag_ != "VBN"
        or deal.lemma_ not in _DEALS
        or not (joining or len(people) > 1)
        or place_among(scene, tokens) is None
        or not is_dated(scene, tokens)
    ):
        return None
    return surely(make_part(scene, verb, tokens, people, "meeting"))
