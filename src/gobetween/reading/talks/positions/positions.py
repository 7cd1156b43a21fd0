"""Where parties stand: demands, offers, answers and refusals, each with its party, its issue and the words that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from attrs import evolve
from spacy.symbols import ADJ, AUX, NOUN, VERB
from spacy.tokens import Token

from gobetween.model.evidence import PositionMention, Stance
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import child, is_negated, subject_of, tokens_of
from gobetween.reading.talks.clauses import clause_tokens, issue_words
from gobetween.reading.talks.positions.left_out.headlines import told_below
from gobetween.reading.talks.positions.left_out.outlets import is_cited_outlet
from gobetween.reading.talks.positions.left_out.reasons import told_once
from gobetween.reading.talks.positions.modality.conditions import condition_near
from gobetween.reading.talks.positions.modality.moods import told_to_be, wished
from gobetween.reading.talks.positions.modality.times import when_taken
from gobetween.reading.talks.positions.modality.unreal import is_unreal
from gobetween.reading.talks.positions.moves.accords import accord, agreed_by_sides, struck, told_done, upheld
from gobetween.reading.talks.positions.moves.announced import announced
from gobetween.reading.talks.positions.moves.awaited import awaited, unexcluded
from gobetween.reading.talks.positions.moves.contents import held_in_offer
from gobetween.reading.talks.positions.moves.leaving import left_table
from gobetween.reading.talks.positions.moves.steps import stepped
from gobetween.reading.talks.positions.moves.tidings import (
    attending,
    awaited_from,
    brought_together,
    put_by,
    refusal_of,
    served,
    striking,
    warned_of,
)
from gobetween.reading.talks.positions.moves.ties import stand_in_tie
from gobetween.reading.talks.positions.moves.undertakings import (
    conditional_stand,
    deal_on_condition,
    refusal,
    undecided,
)
from gobetween.reading.talks.positions.moves.vows import pressed_on, vowed
from gobetween.reading.talks.positions.sayings.charges import charged
from gobetween.reading.talks.positions.sayings.hearsay import as_claimed, without_inner
from gobetween.reading.talks.positions.sayings.openings import held_out
from gobetween.reading.talks.positions.sayings.own_words import own_word
from gobetween.reading.talks.positions.sayings.rebuttals import rebuttal
from gobetween.reading.talks.positions.sayings.resolves import resolved
from gobetween.reading.talks.positions.sayings.terms import stand_in_slogan, stand_on_terms
from gobetween.reading.talks.positions.stands import Stand, issue_range, plain_stand
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.talks.positions.wording.adjectives import stand_of_adjective
from gobetween.reading.talks.positions.wording.aims import aimed
from gobetween.reading.talks.positions.wording.feelings import felt
from gobetween.reading.talks.positions.wording.frames import stand_in_frame
from gobetween.reading.talks.positions.wording.musings import mused
from gobetween.reading.talks.positions.wording.nouns import pending_answer, stand_of_noun
from gobetween.reading.talks.positions.wording.phrases import NO_LONGER, no_longer, stand_by_phrase
from gobetween.reading.talks.positions.wording.postures import posture
from gobetween.reading.talks.positions.wording.verbs import dropped_demand, importance, opposed, stand_of_verb, unanswered
from gobetween.reading.talks.positions.wording.views import pressing, viewed

_SPLITTERS = frozenset({"in", "at", "on", "along", "over", "for", "from"})


def find_positions(scene: Scene, voices: Voices) -> tuple[PositionMention, ...]:
    """All positions in reading order, one for each party and each issue that the words join."""
    found: list[tuple[Stand, PositionMention]] = []
    before: Stand | None = None
    for token in tokens_of(scene.doc, VERB, AUX, NOUN, ADJ):
        for position in _of_token(scene, voices, token, before):
            before = position if position.stance in (Stance.OFFER, Stance.DEMAND) else before
            for part in _parts(scene, position):
                found += [(part, mention) for mention in _mentions(scene, voices, part)]
    found += [
        (position, mention) for position in _counterclaims(scene, voices, found) for mention in _mentions(scene, voices, position)
    ]
    unique = {(m.party, m.stance, m.passage.start, m.passage.end): m for _, m in told_below(scene, told_once(scene, found))}
    whole = _not_told_within(without_inner(tuple(unique.values())))
    return tuple(sorted(whole, key=lambda m: (m.passage.start, m.passage.end)))


def _not_told_within(mentions: Iterable[PositionMention]) -> list[PositionMention]:
    """Those that no other of the same party says in more words, begun before: 'confirmed its offer of 4 percent' for the offer.

    Cost is that of sorting: a long text repeats itself.
    """
    given = list(mentions)
    ordered = sorted(given, key=lambda each: (each.party, each.stance, each.passage.start))
    within: set[int] = set()
    for _, alike in groupby(ordered, key=lambda each: (each.party, each.stance)):
        reach = -1  # the furthest end of those that began before
        for _, together in groupby(alike, key=lambda each: each.passage.start):
            begun = tuple(together)
            within.update(id(each) for each in begun if each.passage.end <= reach)
            reach = max(reach, *(each.passage.end for each in begun))
    return [each for each in given if id(each) not in within]


def _mentions(scene: Scene, voices: Voices, position: Stand) -> Iterator[PositionMention]:
    passage = scene.passage(*position.words)
    if passage is None:
        return
    verb_at = scene.doc[position.words[0]]
    condition = scene.passage(*position.condition) if position.condition else None
    start, end = position.issue
    if position.condition and start < position.condition[0] < end:
        end = position.condition[0]
    issue = issue_words(scene, start, end)
    via = voices.at(verb_at.idx)
    when = when_taken(scene, scene.doc[position.words[0] if position.shown_by is None else position.shown_by])
    for party in position.parties:
        if is_cited_outlet(scene, party):
            continue
        yield PositionMention(passage, party, stance=position.stance, issue=issue, condition=condition, via=via, when=when)


def _of_token(scene: Scene, voices: Voices, token: Token, before: Stand | None) -> Iterator[Stand]:
    lemma = token.lemma_.lower()
    found: Stand | None = None
    if token.pos_ == "VERB" or (token.pos_ == "AUX" and lemma == "want"):
        found = (
            vowed(scene, token)
            or pressed_on(scene, voices, token)
            or awaited(scene, token)
            or conditional_stand(scene, voices, token)
            or refusal(scene, voices, token)
            or undecided(scene, token)
        )
        found = found or unexcluded(scene, token) or stand_in_tie(scene, token) or wished(scene, token) or told_to_be(scene, token)
        found = found or deal_on_condition(scene, token) or stand_by_phrase(scene, token)
        found = found or stand_in_frame(scene, token) or held_in_offer(scene, token, before)
        if found is None:
            found = _listed(scene, token, lemma)
        found = found or own_word(scene, voices, token) or stand_on_terms(scene, voices, token, before)
        found = found or resolved(scene, voices, token) or held_out(scene, voices, token) or rebuttal(scene, voices, token)
        found = found or announced(scene, voices, token) or _of_news(scene, voices, token)
    elif token.pos_ == "AUX":
        found = (
            pressed_on(scene, voices, token)
            or stand_on_terms(scene, voices, token, before)
            or held_out(scene, voices, token)
            or announced(scene, voices, token)
            or told_to_be(scene, token)
            or rebuttal(scene, voices, token)
            or felt(scene, token)
            or aimed(scene, token)
            or posture(scene, token)
        )
    elif token.pos_ == "NOUN":
        if lemma in stances.REPLIES:
            found = pending_answer(scene, voices, token)
        elif lemma in stances.NOUNS or lemma in stances.INTENDING or lemma in stances.TOLD_AS:
            found = stand_of_noun(scene, token, lemma)
        found = found or stand_in_slogan(scene, voices, token) or accord(scene, token) or refusal_of(scene, token)
    elif token.pos_ == "ADJ" and lemma in stances.ADJECTIVES:
        found = stand_of_adjective(scene, token, lemma)
    told = as_claimed(scene, voices, token, found) if found is not None and found.parties else None
    if told is not None:
        yield evolve(told, shown_by=token.i)


def _of_news(scene: Scene, voices: Voices, verb: Token) -> Stand | None:
    """The position that a verb shows as news tells it: an accord, a feeling, an answer awaited, a way out, a step, an aim."""
    found = agreed_by_sides(scene, verb) or upheld(scene, voices, verb) or struck(scene, verb) or felt(scene, verb)
    found = (
        found
        or posture(scene, verb)
        or mused(scene, verb)
        or awaited_from(scene, verb)
        or left_table(scene, verb)
        or charged(scene, voices, verb)
        or put_by(scene, verb)
    )
    found = (
        found
        or stepped(scene, verb)
        or served(scene, verb)
        or brought_together(scene, verb)
        or striking(scene, verb)
        or warned_of(scene, verb)
    )
    return (
        found or aimed(scene, verb) or viewed(scene, verb) or pressing(scene, verb) or attending(scene, verb) or told_done(scene, verb)
    )


def _listed(scene: Scene, token: Token, lemma: str) -> Stand | None:
    """The position that a verb of the lists shows."""
    if lemma in stances.DROPPING and ((dropped := dropped_demand(scene, token)) is not None or lemma not in stances.VERBS):
        return dropped
    if lemma == "oppose" and (child(token, "nsubjpass") is not None or token.dep_ == "acomp"):
        return opposed(scene, token)
    if lemma in stances.ANSWERING:
        return unanswered(scene, token)
    if lemma in stances.VERBS:
        return stand_of_verb(scene, token, lemma)
    if lemma in stances.STRESSING:
        return importance(scene, token)
    if lemma in NO_LONGER:
        return no_longer(scene, token)
    if lemma == "rule" and (child(token, "prt") or token).lower_ == "out":
        ruled_out = None if is_negated(token) or is_unreal(token) else plain_stand(scene, token, Stance.REJECT)
        return ruled_out.on_condition(condition_near(token)) if ruled_out is not None else None
    return None


# --- joined issues, and claims met by counterclaims -------------------------------------------------------------------------------


def _parts(scene: Scene, position: Stand) -> Iterator[Stand]:
    """The position, and the shorter one that ends before ', as well as in ...': two issues joined in one demand."""
    first, last = position.issue
    for i in range(first, last - 3):
        joined = scene.doc[i : i + 3]
        if joined.text.lower() == "as well as" and scene.doc[i + 3].lower_ in _SPLITTERS:
            yield evolve(position, words=(position.words[0], i), issue=(first, i))
            yield evolve(position, issue=(i + 3, last))
            return
    yield position


def _counterclaims(scene: Scene, voices: Voices, found: list[tuple[Stand, PositionMention]]) -> Iterator[Stand]:
    """A claim, met in the next sentence by another party's word that it has stopped or never did such a thing: denied."""
    for position, mention in found:
        if mention.stance is not Stance.CLAIM:
            continue
        sentence = scene.doc[position.words[0]].sent
        if sentence.end >= len(scene.doc) or "\n" in scene.doc[sentence.end - 1].text_with_ws:
            continue
        following = scene.doc[sentence.end].sent
        for token in following:
            is_stopping = token.pos_ in ("VERB", "AUX") and (token.lemma_ in stances.STOPPING or is_negated(token))
            speaker = voices.at(token.idx) if is_stopping else None
            if speaker is None or speaker.actor in (None, mention.party):
                continue
            subject = subject_of(token)
            who = scene.references.who(subject) if subject is not None else None
            if subject is not None and (subject.lower_ in ("it", "they") or (who is not None and who.actor == speaker.actor)):
                first, last = clause_tokens(token)
                yield Stand((str(speaker.actor),), Stance.DENY, (first, last), issue_range(token, last), shown_by=token.i)
                break
