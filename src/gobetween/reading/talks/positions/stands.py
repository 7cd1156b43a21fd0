"""A position as a rule finds it: its parties, its stance, the tokens of its words, its issue and its condition."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, field, frozen
from spacy.tokens import Token

from gobetween.model.evidence import SourceType, Stance
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import RELATIVES, SUBJECTS, child, children, subject_of
from gobetween.reading.talks.agents import agents_of
from gobetween.reading.talks.clauses import clause_tokens, subject_tokens
from gobetween.reading.word_lists import words

_CONTRASTING = frozenset({"while", "whereas", "although", "though"})
_CAUSES = frozenset({"as", "because", "since"})
_ASIDES = frozenset({"including", "saying", "a", "an", "particularly", "especially"})
_DASHES = ("—", "–", "-")
_GIVEN = frozenset({"provided", "providing", "pending", "depending"})
_TAKEN_UP = frozenset({"it", "them", "this", "that", "these", "those", "him", "her"})
_IN_PART = frozenset({"principle", "part", "full", "public", "private", "general", "writing"})
_AT_POSTS = "gobetween: surnames at posts"
_POSTS = words("opposition president mayor king queen pope independent")
_TIMES = words("day week month year time moment way reason place")


@frozen
class Stand:
    """A position before its words are made: parties, stance, token ranges of the mention and of its issue."""

    parties: tuple[str, ...]
    stance: Stance
    words: tuple[int, int]
    issue: tuple[int, int]
    condition: tuple[int, int] | None = field(default=None)
    shown_by: int | None = field(default=None)  # the verb, noun or adjective, where it is not the first token of the words

    def on_condition(self, condition: tuple[int, int] | None) -> Stand:
        """The same, conditional, with the condition among its words; itself if there is none."""
        if condition is None:
            return self
        words = min(self.words[0], condition[0]), max(self.words[1], condition[1])
        return evolve(self, stance=Stance.CONDITIONAL, words=words, condition=condition)


def plain_stand(scene: Scene, verb: Token, stance: Stance) -> Stand | None:
    """The clause of the verb as a position of whoever does what it says; none where nobody is named."""
    parties = agents_of(scene, verb) or _named_alone(scene, verb)
    if not parties or verb.dep_ == "amod" or _is_mutual(verb):
        return None
    first, last = clause_tokens(verb)
    subject = subject_tokens(verb)
    if (taken_up := _taken_up(verb)) is not None:
        return Stand(parties, stance, (taken_up.left_edge.i, last), (taken_up.left_edge.i, taken_up.i + 1), shown_by=verb.i)
    is_added = verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.doc[verb.left_edge.i - 1].text == ","
    if subject is not None and not is_added and subject[1] <= verb.i <= subject[1] + 4:
        first = min(first, subject[0])
    if verb.dep_ in ("acl", "relcl") and subject is not None and subject[0] < verb.i:
        first = verb.i
    last = before_aside(verb, _before_contrast(verb, last))
    issue = issue_range(verb, last)
    return Stand(parties, stance, (first, last), issue)


def _is_mutual(verb: Token) -> bool:
    """'do not recognise each other': what both do to both is no stand of one of them."""
    behind = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]]
    return behind in (["each", "other"], ["one", "another"])


def _named_alone(scene: Scene, verb: Token) -> tuple[str, ...]:
    """Who does it, where the text names them and no side of theirs: 'Viktor Palla', a land told of nowhere else."""
    subject = None if child(verb, "nsubjpass") is not None or verb.dep_ == "csubj" else subject_of(verb)
    if subject is None:
        return ()
    who = scene.references.who(subject)
    if who is not None:
        is_alone = who.source_type is SourceType.NAMED_PERSON and not who.actor and _is_of_no_side(scene, who.name)
        return (who.name,) if is_alone else ()
    is_name = subject.pos_ == "PROPN" and scene.names.at(subject) is None and subject.ent_type_ not in ("DATE", "TIME", "MONEY")
    if not is_name or subject.text.isupper() or child(subject, "nummod", "poss") is not None:
        return ()
    first = min((t.i for t in subject.lefts if t.dep_ == "compound" and t.pos_ == "PROPN"), default=subject.i)
    return (scene.doc[first : subject.i + 1].text,)


def _is_of_no_side(scene: Scene, person: str) -> bool:
    """Whether a person is called by a post that makes them a side of their own: 'opposition leader', 'President'."""
    known = scene.doc.user_data
    if _AT_POSTS not in known:
        known[_AT_POSTS] = frozenset(_surnames_at_posts(scene))
    return person.rsplit(maxsplit=1)[-1] in known[_AT_POSTS]


def _surnames_at_posts(scene: Scene) -> Iterator[str]:
    for mention in scene.names.mentions():
        if mention.is_person and any(t.lower_ in _POSTS for t in scene.doc[max(0, mention.start - 2) : mention.end]):
            yield mention.name.rsplit(maxsplit=1)[-1]


def _taken_up(verb: Token) -> Token | None:
    """The thing in 'an idea Canada backs', 'a sum which Canada calls final', told of before the clause that takes it up."""
    subject = child(verb, "nsubj")
    is_clause = verb.dep_ == "relcl" and subject is not None and subject.lower_ not in RELATIVES and verb.head.pos_ in ("NOUN", "PROPN")
    thing = child(verb, "dobj")
    is_open = thing is None or thing.lower_ in RELATIVES
    if not is_clause or not is_open or child(verb, "xcomp", "ccomp", "oprd", "nsubjpass") is not None or verb.head.lemma_ in _TIMES:
        return None
    is_on_which = any(p.lower_ in ("on", "in", "at") and p.i < verb.i for p in children(verb, "prep"))
    return None if is_on_which else verb.head


def _before_contrast(verb: Token, last: int) -> int:
    """The end of the clause before 'while the others ...', which tells of somebody else."""
    for mark in verb.doc[verb.i + 2 : last]:
        if mark.dep_ == "mark" and mark.lower_ in _CONTRASTING and child(mark.head, *SUBJECTS) is not None:
            return max(verb.i + 1, mark.i)
    return last


def before_aside(verb: Token, last: int) -> int:
    """The end of the clause before ', saying that ...', ', according to ...', 'because it ...': what is told beside it."""
    for i in range(verb.i + 2, last):
        token, before = verb.doc[i], verb.doc[i - 1].text == ","
        is_participle = before and token.tag_ == "VBG" and token.dep_ == "advcl"
        is_source = before and token.lower_ == "according"
        is_cause = token.dep_ == "mark" and token.lower_ in _CAUSES and token.head.dep_ == "advcl" and token.head.i > i
        is_aside = token.text in _DASHES and i + 1 < last and verb.doc[i + 1].lower_ in _ASIDES
        opening = token if token.lower_ != "but" or i + 1 == last else verb.doc[i + 1]
        is_aside = is_aside or (before and _is_told_beside(opening, verb))
        if is_aside or (is_participle and token.lower_ not in _GIVEN) or is_source or is_cause:
            return max(verb.i + 1, i)
    return last


def _is_told_beside(token: Token, verb: Token) -> bool:
    """The first word of ', which would cover ...', ', with Norway saying ...', ', who ...', where nothing of the verb follows."""
    if token.lower_ in ("which", "who"):
        is_last = not any(c.i > token.head.right_edge.i for c in children(verb, "xcomp", "ccomp", "dobj"))
        return token.dep_ in ("nsubj", "nsubjpass", "dobj") and token.head.dep_ == "relcl" and is_last
    clause = child(token, "pcomp") if token.lower_ == "with" else None
    return clause is not None and clause.tag_ == "VBG" and child(clause, *SUBJECTS) is not None


def issue_range(verb: Token, last: int) -> tuple[int, int]:
    """The tokens of what the verb is about: its first object or complement that is no time, and what follows."""
    if child(verb, "agent") is not None and (subject := child(verb, "nsubjpass")) is not None:
        return subject.left_edge.i, subject.right_edge.i + 1
    start = verb.i + 1
    thing = child(verb, "dobj")
    if thing is not None and thing.lower_ in _TAKEN_UP and any(t.is_alpha for t in verb.doc[thing.i + 1 : last]):
        return verb.i, last  # 'take it to court'
    if (at := _placed_before_clause(verb)) is not None:
        return at.left_edge.i, max(last, at.left_edge.i)
    for c in verb.rights:
        goals = [*children(c, "pobj")] if c.dep_ == "prep" else []
        is_when = any(t.ent_type_ in ("DATE", "TIME") or (c.lower_ == "in" and t.lower_ in _IN_PART) for t in goals)
        if c.dep_ in ("dobj", "xcomp", "ccomp", "prep", "oprd", "prt") and not is_when:
            start = c.i + 1 if c.dep_ == "prt" else c.left_edge.i
            break
    return start, max(last, start)


def _placed_before_clause(verb: Token) -> Token | None:
    """The clause in 'insisted in Bern that the quota be cut': a place before it is no issue."""
    clause = child(verb, "ccomp")
    first = next((c for c in verb.rights if c.dep_ in ("dobj", "xcomp", "ccomp", "prep", "oprd")), None)
    is_place = first is not None and first.lower_ in ("in", "at", "from") and any(g.pos_ == "PROPN" for g in first.children)
    return clause if is_place and clause is not None and clause.i > verb.i else None
