"""Where parties stand: demands, offers, answers and refusals, each with its party, its issue and the words that say so."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, field, frozen
from spacy.tokens import Token

from gobetween.model.evidence import PositionMention, Stance
from gobetween.reading.scene import Scene
from gobetween.reading.speech.cues import ASKED_OF_REPORTERS
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import child, children, is_negated, is_no_longer, subject_of
from gobetween.reading.talks import stances
from gobetween.reading.talks.agents import agents_of, clause_tokens, issue_words, owner_of, parties_of, subject_tokens

_HYPOTHETICAL = frozenset({"if", "whether", "unless"})
_MODALS = frozenset({"could", "might", "may", "can"})
_SPLITTERS = frozenset({"in", "at", "on", "along", "over", "for", "from"})


@frozen
class _Found:
    """A position before its words are made: parties, stance, token ranges of the mention and of its issue."""

    parties: tuple[str, ...]
    stance: Stance
    words: tuple[int, int]
    issue: tuple[int, int]
    condition: tuple[int, int] | None = field(default=None)


def find_positions(scene: Scene, voices: Voices) -> tuple[PositionMention, ...]:
    """All positions in reading order, one for each party and each issue that the words join."""
    found: list[tuple[_Found, PositionMention]] = []
    for token in scene.doc:
        for position in _of_token(scene, voices, token):
            for part in _parts(scene, position):
                found += [(part, mention) for mention in _mentions(scene, voices, part)]
    found += [
        (position, mention) for position in _counterclaims(scene, voices, found) for mention in _mentions(scene, voices, position)
    ]
    unique = {(m.party, m.stance, m.passage.start, m.passage.end): m for _, m in found}
    return tuple(sorted(unique.values(), key=lambda m: (m.passage.start, m.passage.end)))


def _mentions(scene: Scene, voices: Voices, position: _Found) -> Iterator[PositionMention]:
    passage = scene.passage(*position.words)
    if passage is None:
        return
    verb_at = scene.doc[position.words[0]]
    condition = scene.passage(*position.condition) if position.condition else None
    issue = issue_words(scene, *position.issue)
    via = voices.at(verb_at.idx)
    when = scene.when(verb_at.sent.start, verb_at.sent.end)
    for party in position.parties:
        yield PositionMention(passage, party, stance=position.stance, issue=issue, condition=condition, via=via, when=when)


def _of_token(scene: Scene, voices: Voices, token: Token) -> Iterator[_Found]:
    lemma = token.lemma_.lower()
    found: _Found | None = None
    if token.pos_ == "VERB" or (token.pos_ == "AUX" and lemma == "want"):
        if lemma in stances.DROPPING:
            found = _dropped(scene, token)
        elif lemma == "oppose" and child(token, "nsubjpass") is not None:
            found = _opposed(scene, token)
        elif lemma in stances.ANSWERING:
            found = _unanswered(scene, token)
        elif lemma in stances.VERBS:
            found = _of_verb(scene, token, lemma)
        elif lemma in ("stress", "emphasize", "emphasise", "underline"):
            found = _importance(scene, token)
        elif lemma == "rule" and (child(token, "prt") or token).lower_ == "out":
            found = None if is_negated(token) or _is_unreal(token) else _plain(scene, token, Stance.REJECT)
    elif token.pos_ == "NOUN":
        if lemma in stances.REPLIES:
            found = _pending(scene, voices, token)
        elif lemma in stances.NOUNS or lemma in stances.INTENDING:
            found = _of_noun(scene, token, lemma)
    elif token.pos_ == "ADJ" and lemma in stances.ADJECTIVES:
        found = _of_adjective(scene, token, lemma)
    if found is not None and found.parties:
        yield found


# --- verbs ----------------------------------------------------------------------------------------------------------------------


def _of_verb(scene: Scene, verb: Token, lemma: str) -> _Found | None:
    if _is_unreal(verb) or (lemma in stances.NEEDED_PREPOSITIONS and not _has_needed(verb, lemma)):
        return None
    stance = stances.VERBS[lemma]
    wanted = child(verb, "dobj")
    if wanted is not None and (wanted.lower_ == "what" or wanted.lemma_ in ASKED_OF_REPORTERS):
        return None
    if lemma in ("agree", "refuse") and child(verb, "xcomp", "prep", "ccomp", "dobj") is None:
        return None
    if lemma == "refuse" and (goal := child(verb, "xcomp")) is not None and goal.lemma_ == "rule":
        return None  # "refused to rule out": left open, not refused
    if lemma == "concede" and child(verb, "ccomp") is not None:
        return None
    if stance is Stance.CLAIM and child(verb, "ccomp") is None:
        return None
    if stance is Stance.DEMAND and is_no_longer(verb):
        return _plain(scene, verb, Stance.DROPPED_DEMAND)
    if is_negated(verb):
        turned = stances.NEGATED.get(stance)
        if turned is None:
            return None
        stance = turned
    if stance is Stance.SUPPORT and child(verb, "dobj", "pobj") is None:
        return None
    found = _plain(scene, verb, stance)
    goal = child(verb, "xcomp")
    condition = _condition(verb) or (_condition(goal) if goal is not None else None)
    is_open = stance in (Stance.ACCEPT, Stance.OFFER, Stance.SUPPORT)
    is_unless = stance is Stance.REJECT and condition is not None and scene.doc[condition[0]].lower_ == "unless"
    if found is not None and condition is not None and (is_open or is_unless):
        return evolve(found, stance=Stance.CONDITIONAL, condition=condition)
    return found


def _opposed(scene: Scene, verb: Token) -> _Found | None:
    """'is opposed to ...', which the parser takes for a passive."""
    subject, to = child(verb, "nsubjpass"), child(verb, "prep")
    if subject is None or to is None or to.lower_ != "to" or is_negated(verb):
        return None
    return _Found(
        parties_of(scene, subject), Stance.OPPOSE, (subject.left_edge.i, to.right_edge.i + 1), (to.i + 1, to.right_edge.i + 1)
    )


def _has_needed(verb: Token, lemma: str) -> bool:
    wanted = stances.NEEDED_PREPOSITIONS[lemma]
    if any(c.lower_ in wanted for c in children(verb, "prep", "prt")):
        return True
    return lemma in ("press", "push", "ask") and child(verb, "dobj") is not None and child(verb, "xcomp", "ccomp") is not None


def _plain(scene: Scene, verb: Token, stance: Stance) -> _Found | None:
    parties = agents_of(scene, verb)
    if not parties or verb.dep_ == "amod":
        return None
    first, last = clause_tokens(verb)
    subject = subject_tokens(verb)
    if subject is not None and subject[1] <= verb.i <= subject[1] + 4:
        first = min(first, subject[0])
    if verb.dep_ in ("acl", "relcl") and subject is not None and subject[0] < verb.i:
        first = verb.i
    issue = _issue_range(verb, last)
    return _Found(parties, stance, (first, last), issue)


def _issue_range(verb: Token, last: int) -> tuple[int, int]:
    start = verb.i + 1
    for c in verb.rights:
        is_when = c.dep_ == "prep" and any(t.ent_type_ in ("DATE", "TIME") for t in children(c, "pobj"))
        if c.dep_ in ("dobj", "xcomp", "ccomp", "prep", "oprd", "prt") and not is_when:
            start = c.i + 1 if c.dep_ == "prt" else c.left_edge.i
            break
    return start, max(last, start)


def _is_unreal(verb: Token) -> bool:
    is_if = any(c.dep_ == "mark" and c.lower_ in _HYPOTHETICAL for c in verb.children)
    is_modal = any(c.dep_ == "aux" and c.lower_ in _MODALS for c in verb.children)
    is_purpose = verb.tag_ == "VB" and verb.dep_ in ("advcl", "acl", "relcl") and any(c.lower_ == "to" for c in verb.lefts)
    is_aim = verb.tag_ == "VB" and verb.dep_ == "xcomp" and verb.head.lemma_ in stances.FAILING
    is_asked = (
        verb.tag_ == "VB"
        and verb.dep_ in ("xcomp", "ccomp")
        and verb.head.lemma_ in stances.ASKING
        and child(verb.head, "dobj") is not None
        and not any(c.lower_ in ("will", "would") for c in children(verb, "aux"))
    )
    is_of_adjective = verb.tag_ == "VB" and verb.dep_ == "xcomp" and verb.head.pos_ == "ADJ"
    is_denied = verb.dep_ == "ccomp" and verb.head.lemma_ in stances.DENYING
    return (
        is_denied
        or is_if
        or is_modal
        or is_purpose
        or is_asked
        or is_aim
        or is_of_adjective
        or _is_within_condition(verb)
        or _is_charged(verb)
    )


def _is_within_condition(verb: Token) -> bool:
    """'if the group continues to reject it' says of nobody that they do."""
    at = verb
    for _ in range(4):
        if at.dep_ not in ("xcomp", "conj", "ccomp") or at.head is at:
            return False
        at = at.head
        if any(c.dep_ == "mark" and c.lower_ in _HYPOTHETICAL for c in at.children):
            return True
    return False


def _is_charged(verb: Token) -> bool:
    """'accused them of wanting more': what the accuser says of them."""
    at = verb
    for _ in range(4):
        if at.dep_ == "pcomp" and at.head.lower_ in ("of", "for", "with"):
            return at.head.head.lemma_ in stances.CHARGING
        if at.dep_ not in ("xcomp", "conj") or at.head is at:
            return False
        at = at.head
    return False


def _unanswered(scene: Scene, verb: Token) -> _Found | None:
    """'has not yet responded to the proposal', 'has yet to reply': an answer is awaited."""
    to = next((c for c in children(verb, "prep") if c.lower_ == "to"), None)
    is_yet_to = verb.dep_ == "xcomp" and verb.head.lemma_ == "have" and any(c.lower_ == "yet" for c in (*verb.lefts, *verb.head.rights))
    is_not_yet = is_negated(verb) and any(c.lower_ == "yet" for c in verb.children)
    is_not_to_text = is_negated(verb) and to is not None and any(t.lemma_ in stances.ANSWERED for t in children(to, "pobj"))
    if not (is_yet_to or is_not_yet or is_not_to_text) or (to is not None and any(t.lemma_ == "request" for t in to.subtree)):
        return None
    return _plain(scene, verb, Stance.PENDING)


def _condition(verb: Token) -> tuple[int, int] | None:
    given = next((p for p in children(verb, "prep") if p.lower_ in ("provided", "providing") and child(p, "pcomp") is not None), None)
    if given is not None:
        return given.left_edge.i, given.right_edge.i + 1
    for clause in children(verb, "advcl"):
        mark = next((c for c in clause.children if c.dep_ == "mark" or c.lower_ in stances.CONDITIONS), None)
        is_marked = mark is not None and mark.lower_ in stances.CONDITIONS
        if (is_marked or clause.lower_ in ("provided", "providing")) and clause.left_edge.lower_ != "even":
            return clause.left_edge.i, clause.right_edge.i + 1
    return None


def _dropped(scene: Scene, verb: Token) -> _Found | None:
    given_up = child(verb, "dobj")
    if (
        given_up is None
        or given_up.lemma_ not in stances.DROPPED
        or is_negated(verb)
        or (verb.lemma_ == "give" and child(verb, "prt") is None)
    ):
        return None
    found = _plain(scene, verb, Stance.DROPPED_DEMAND)
    if found is None:
        return None
    start = given_up.i + 1 if given_up.right_edge.i > given_up.i else given_up.left_edge.i
    last = max(given_up.right_edge.i + 1, start + 1)
    return evolve(found, issue=(start, last), words=(found.words[0], last))


def _importance(scene: Scene, verb: Token) -> _Found | None:
    """'stressed (him on) the importance of concluding': a demand, put politely."""
    for c in verb.subtree:
        if c.lemma_ in stances.IMPORTANCE and c.i > verb.i and c.i - verb.i < 12:
            found = _plain(scene, verb, Stance.DEMAND)
            return None if found is None else evolve(found, issue=(c.i + 1, max(found.words[1], c.i + 2)))
    return None


# --- nouns and adjectives -------------------------------------------------------------------------------------------------------


def _of_noun(scene: Scene, noun: Token, lemma: str) -> _Found | None:
    governor = noun.head
    if noun.dep_ == "compound" or (noun.dep_ == "dobj" and governor.lemma_ in stances.DROPPING):
        return None
    content = next((c for c in noun.rights if c.dep_ in ("prep", "acl", "relcl", "ccomp") and c.lower_ not in ("by", "from")), None)
    owner = owner_of(scene, noun)
    if owner is None and (by := next((c for c in children(noun, "prep") if c.lower_ in ("by", "from")), None)) is not None:
        source = child(by, "pobj")
        owner = next(iter(parties_of(scene, source)), None) if source is not None else None
    if owner is None or content is None:
        return None
    last = noun.right_edge.i + 1
    if lemma in stances.INTENDING:
        if not any(t.lemma_.lower() in stances.FORCE for t in scene.doc[content.i : min(last, content.i + 8)]) or not _is_voiced(
            noun, lemma
        ):
            return None
        return _Found((owner,), Stance.THREATEN, (noun.left_edge.i, last), (content.left_edge.i, last))
    stance = stances.NOUNS[lemma]
    if stance is Stance.OFFER and _is_named_after_place(scene, noun):
        return None
    if lemma == "push" and any(t.lemma_ in stances.TEXTS for t in children(content, "pobj")):
        stance = Stance.OFFER
    start = content.i + 1 if content.dep_ == "prep" else content.left_edge.i
    return _Found((owner,), stance, (noun.left_edge.i, last), (start, last))


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


def _of_adjective(scene: Scene, adjective: Token, lemma: str) -> _Found | None:
    content = child(adjective, "xcomp", "prep")
    verb = adjective.head
    if content is None or verb.lemma_ not in ("be", "remain", "seem", "appear") or (lemma == "prepared" and content.dep_ != "xcomp"):
        return None
    parties = agents_of(scene, verb)
    stance = stances.ADJECTIVES[lemma]
    if is_negated(verb):
        stance = stances.NEGATED.get(stance, stance)
    condition = _condition(verb) or _condition(content)
    if condition and stance is Stance.ACCEPT:
        stance = Stance.CONDITIONAL
    subject = subject_of(verb)
    first = subject.left_edge.i if subject is not None and subject.i < verb.i else verb.i
    last = content.right_edge.i + 1
    return _Found(parties, stance, (first, last), (content.left_edge.i, last), condition)


def _pending(scene: Scene, voices: Voices, noun: Token) -> _Found | None:
    """An answer that is awaited: whose it is, by its owner, else by who says that it is."""
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass"):
        return None
    is_pending = any(c.lower_ in stances.PENDING for c in verb.children) or verb.lower_ in stances.PENDING
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
    return _Found((owner,) if owner else (), Stance.PENDING, (first, max(end, noun.right_edge.i + 1)), issue)


# --- joined issues, and claims met by counterclaims -------------------------------------------------------------------------------


def _parts(scene: Scene, position: _Found) -> Iterator[_Found]:
    """The position, and the shorter one that ends before ', as well as in ...': two issues joined in one demand."""
    first, last = position.issue
    for i in range(first, last - 3):
        joined = scene.doc[i : i + 3]
        if joined.text.lower() == "as well as" and scene.doc[i + 3].lower_ in _SPLITTERS:
            yield evolve(position, words=(position.words[0], i), issue=(first, i))
            yield evolve(position, issue=(i + 3, last))
            return
    yield position


def _counterclaims(scene: Scene, voices: Voices, found: list[tuple[_Found, PositionMention]]) -> Iterator[_Found]:
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
                yield _Found((str(speaker.actor),), Stance.DENY, (first, last), _issue_range(token, last))
                break
