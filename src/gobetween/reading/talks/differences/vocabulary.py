"""The words that tell what lies between sides, one list for each idea, and the way from such a word to its matter."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.reading.syntax import Range, child, children
from gobetween.reading.word_lists import words

COUNSELS = words(
    """talk talks negotiation discussion dialogue bargaining summit conference meeting round session process mediation diplomacy
    effort attempt bid progress headway peace vote formation consultation parley"""
)
"""Where sides speak with each other, and how that goes."""

ACCORDS = words("agreement deal accord settlement compromise consensus understanding truce ceasefire cease-fire pact treaty contract")
"""What sides may come to."""

TALKS = COUNSELS | ACCORDS | words("signing solution merger takeover tie-up outcome coalition handover swap package draft resolution")
"""All that can stall, or be in somebody's way."""

SIDES = words(
    """side party camp delegation negotiator team government company union they both two neighbour neighbor minister partner province
    country owner bank group official diplomat expert delegate employer worker farmer mediator lawyer creditor lender member leader
    capital village fleet province state bloc board management rebel envoy cabinet faction ministry nation ally lawmaker coalition"""
)
"""Who may differ."""

MATTERS = words("question issue matter point problem topic subject item")
"""Names of what is talked about: 'the question of pay'."""

GAPS = words("difference gap division divergence rift split divide distance")
"""What may lie between sides."""

STANDSTILLS = words("impasse deadlock stalemate standoff stand-off gridlock logjam")

QUARRELS = STANDSTILLS | words(
    """dispute row quarrel disagreement contention squabble squabbling wrangle wrangling bickering haggling argument feud spat tussle
    fight battle clash strife controversy dissent discord friction"""
)
"""What sides may have with each other, or be in."""

STANDS = words(
    """demand insistence refusal objection opposition reluctance rejection reservation claim condition precondition call proposal plan
    concern fear mistrust distrust lack intransigence unwillingness reticence veto resistance failure"""
)
"""What a side may want, fear or refuse, so that talks stall."""

DISAGREEMENTS = GAPS | QUARRELS

OVER = frozenset({"over", "on", "about", "around", "regarding", "concerning", "surrounding"})

_BETWEEN = frozenset({"ADV", "PART", "DET", "ADJ", "NUM", "AUX", "PUNCT", "SPACE"})
_REACH = 12  # tokens from the verb to the word that leads to the matter


def is_day(goal: Token) -> bool:
    """Whether what stands behind 'on' or 'over' is a time: 'on Monday', 'over the weekend', but not 'over rest hours'."""
    if goal.ent_type_ not in ("DATE", "TIME"):
        return False
    return not any(c.dep_ == "compound" and c.pos_ == "NOUN" for c in goal.lefts)


def behind(prep: Token) -> Token | None:
    """What `prep` leads to, if that is a matter: no time, no pronoun."""
    goal = child(prep, "pobj", "pcomp")
    if goal is None:
        return None
    is_bare = goal.pos_ == "PRON" and goal.dep_ == "pobj" and goal.lower_ not in ("what", "who", "whom")
    return None if is_bare or is_day(goal) else goal


def matter_of(goal: Token) -> Range:
    """'who pays' for 'the question of who pays' and for 'a dispute over who pays', else the whole phrase."""
    for _ in range(3):
        lemma = goal.lemma_.lower()
        wanted = frozenset({"of", "over", "on"}) if lemma in MATTERS else OVER if lemma in DISAGREEMENTS else frozenset()
        inner = next((g for p in children(goal, "prep") if p.lower_ in wanted and (g := behind(p)) is not None), None)
        if inner is None:
            break
        goal = inner
    late = next((c for c in goal.rights if c.dep_ in ("relcl", "parataxis", "advcl") and goal.dep_ != "pcomp"), None)
    last = goal.right_edge.i + 1 if late is None else max(late.left_edge.i, goal.i + 1)
    return goal.left_edge.i, last - 1 if last - 1 > goal.i and goal.doc[last - 1].is_punct else last


def matters_behind(*holders: Token, by: frozenset[str] = OVER) -> Iterator[Range]:
    """The matter behind the first 'over', 'on', 'about' that hangs on one of the words and stands after it."""
    for holder in holders:
        for prep in children(holder, "prep", "prt", "agent"):
            goal = behind(prep) if prep.lower_ in by and prep.i > holder.i else None
            if goal is not None:
                yield matter_of(goal)
                return
    if holders and holders[0].pos_ == "VERB":  # 'wrangling for weeks over pay', where the parser hangs 'over' on the weeks
        found = next((goal for _, goal in leading(holders[0], by)), None)
        if found is not None:
            yield matter_of(found)


def leading(verb: Token, prepositions: frozenset[str]) -> Iterator[tuple[Token, Token]]:
    """Each of the prepositions right behind the verb, or behind a time, with what it leads to."""
    doc = verb.doc
    for i in range(verb.i + 1, min(verb.i + 1 + _REACH, verb.sent.end)):
        word = doc[i]
        if word.lower_ in prepositions:
            inner = doc[i + 1] if word.lower_ in ("because", "due", "owing") and i + 1 < len(doc) else word
            goal = behind(inner)
            if goal is not None:
                yield word, goal
                return
        is_between = word.pos_ in _BETWEEN or word.ent_type_ in ("DATE", "TIME") or word.dep_ in ("prt", "prep")
        if not is_between:
            return


def are_sides(subject: Token | None) -> bool:
    """Whether they may differ: named, 'they', or called a side."""
    if subject is None:
        return False
    return subject.lemma_.lower() in SIDES or subject.lower_ in SIDES or subject.pos_ in ("PROPN", "PRON")
