"""Where each actor stands, as reported: by actor, by matter, what was dropped and what is asked instead, answers awaited."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from gobetween.briefs.accounts.coverage import Coverage, Found, gather, join_same, speaker_of
from gobetween.briefs.accounts.likeness import are_alike, stems
from gobetween.briefs.accounts.lines import Row, dated, line, section, table, words
from gobetween.briefs.accounts.matters import Group, matter_of, matters_table, stance_words
from gobetween.briefs.accounts.rules.denials import find_denials
from gobetween.briefs.accounts.suppositions import positions_in_force
from gobetween.briefs.accounts.wording import agreeing, quoted
from gobetween.briefs.blocks import Cell, Mark, Section, Table
from gobetween.model.evidence import PositionMention, Stance, Statement, StatementKind
from gobetween.model.passages import Passage

SAME_SENTENCE = 150  # characters after a dropped demand within which the same sentence goes on
NEXT_SENTENCE = 350  # characters within which the next sentence says what is asked
ASKED = frozenset({Stance.DEMAND, Stance.OFFER, Stance.ACCEPT, Stance.CONDITIONAL, Stance.SUPPORT})
ON_BEING_QUOTED = re.compile(r"\banonym|\b(?:declin|refus)\w+ to comment\b|\bnot to be (?:named|identified|quoted)\b", re.IGNORECASE)
_HAD = (
    r"previously|formerly|originally|initially|at first|until (?:now|then)|had (?:also |always |earlier |long |once |first )?"
    r"(?:demanded|asked|insisted|wanted|sought|offered|proposed|refused|rejected|called for|ruled out)"
)
EARLIER = re.compile(rf"\b(?:{_HAD}|insisted)\b", re.IGNORECASE)
NOW = re.compile(r"\b(?:(?<!until )now|still|continues?|again)\b", re.IGNORECASE)
HAD = re.compile(rf"\b(?:{_HAD})\b", re.IGNORECASE)
BEFORE = {
    Stance.DEMAND: "demanded before",
    Stance.OFFER: "offered before",
    Stance.REJECT: "rejected before",
    Stance.OPPOSE: "opposed before",
    Stance.CONDITIONAL: "would have accepted before, if",
}
FACTUAL = frozenset({Stance.CLAIM, Stance.DENY})


def positions_section(coverage: Coverage) -> tuple[Section, ...]:
    """Positions as mentioned in the reports."""
    blocks = (*_dropped(coverage), *_pending(coverage), *matters_table(coverage, position_groups(coverage)), *_all(coverage))
    lead = "What the reports say that each actor wants, accepts, refuses or threatens; not what the actor told a mediator."
    return section("account-positions", "Where each actor stands", lead, blocks)


def position_groups(coverage: Coverage) -> tuple[Group, ...]:
    """Positions, each with its copies in reports that tell the same story."""

    def are_one(first: Found[PositionMention], second: Found[PositionMention]) -> bool:
        if first.report is second.report and not _touch(first, second):
            return first.passage.text == second.passage.text
        return are_alike(matter_of(first), matter_of(second))

    def by(found: Found[PositionMention]) -> tuple[str, str, Stance]:
        return coverage.origin(found), coverage.names.of(found.item.party), found.item.stance

    own = (each for each in positions_in_force(coverage) if _is_own(coverage, each))
    return coverage.once("positions", lambda: gather(own, are_one, by=by))


def dropped_demands(coverage: Coverage) -> Iterator[tuple[Group, tuple[Group, ...]]]:
    """Each dropped demand with what the same actor asks for or accepts instead, by the report that has it dropped."""
    groups = position_groups(coverage)
    for dropped in (group for group in groups if group[0].item.stance is Stance.DROPPED_DEMAND):
        yield dropped, tuple(group for group in groups if _is_instead(coverage, dropped, group))


def pending_answers(coverage: Coverage) -> tuple[Group, ...]:
    """Answers that are awaited; the same words in several reports once."""
    groups = (group for group in position_groups(coverage) if group[0].item.stance is Stance.PENDING)
    return join_same(groups, lambda found: coverage.names.of(found.item.party))


def is_named(coverage: Coverage, found: Found[PositionMention]) -> bool:
    """Whether the words themselves name the party; if not, that it is theirs was concluded."""
    named = {found.item.party, coverage.names.of(found.item.party)}
    return any(stems(name) and stems(name) <= stems(found.passage.text) for name in named)


def pending_in_words(coverage: Coverage, group: Group, limit: int) -> str:
    """Whose answer is awaited if the words say so, else the words alone, and who says it."""
    whose = f"{coverage.names.of(group[0].item.party)}: " if is_named(coverage, group[0]) else ""
    speaker = speaker_of(group[0])
    who = coverage.source(speaker)
    return f"{whose}{quoted(group[0].passage.text, limit)}" + (f", {agreeing(who, 'says')} {who}" if speaker else "")


def _is_own(coverage: Coverage, found: Found[PositionMention]) -> bool:
    """Whether it is a position in the talks: no wish about being quoted, and no words of an allegation, which are about another."""
    if ON_BEING_QUOTED.search(found.passage.text):
        return False
    party = coverage.names.of(found.item.party)
    own = (each for each in _allegations(coverage, found) if each.speaker.actor and coverage.names.of(each.speaker.actor) == party)
    return not _is_in(found, own)


def _allegations(coverage: Coverage, found: Found[PositionMention]) -> tuple[Statement, ...]:
    statements = found.report.document.statements
    key = ("allegations", found.report.name)
    return coverage.once(key, lambda: tuple(each for each in statements if each.kind is StatementKind.ALLEGATION))


def _is_in(found: Found[PositionMention], statements: Iterable[Statement]) -> bool:
    return any(each.content.start <= found.passage.start and found.passage.end <= each.content.end for each in statements)


def _touch(first: Found[PositionMention], second: Found[PositionMention]) -> bool:
    return any(mine.overlaps(theirs) for mine in first.passage.spans for theirs in second.passage.spans)


def _is_instead(coverage: Coverage, dropped: Group, other: Group) -> bool:
    if other[0].item.stance not in ASKED or coverage.names.of(other[0].item.party) != coverage.names.of(dropped[0].item.party):
        return False
    return any(_follows(first, second) for first in dropped for second in other)


def _follows(dropped: Found[PositionMention], other: Found[PositionMention]) -> bool:
    """Whether the same sentence goes on with the other, or the next sentence has it on the same matter."""
    apart = other.passage.start - dropped.passage.end
    goes_on = apart <= SAME_SENTENCE and not other.passage.text[:1].isupper()
    is_next = apart <= NEXT_SENTENCE and bool(stems(dropped.item.issue) & stems(f"{other.item.issue} {other.passage.text}"))
    if dropped.report is not other.report or other.passage.end < dropped.passage.start or not (goes_on or is_next):
        return False
    if dropped.item.issue and dropped.item.issue == other.item.issue and other.item.stance is Stance.DEMAND:
        return False
    return not is_earlier(other)


def is_earlier(found: Found[PositionMention]) -> bool:
    """Whether the words tell of an earlier time: what was demanded, or insisted on, before."""
    return EARLIER.search(found.passage.text) is not None and NOW.search(found.passage.text) is None


def _dropped(coverage: Coverage) -> tuple[Table, ...]:
    rows = []
    for dropped, instead in dropped_demands(coverage):
        actor = coverage.names.of(dropped[0].item.party)
        others = tuple(found for group in instead for found in group)
        asked = "; ".join(quoted(group[0].passage.text) for group in instead) or "nothing that was read"
        who = coverage.source(speaker_of(dropped[0]))
        rows.append((Cell(actor), words(dropped), line(asked, others), Cell(who), dated(coverage.when(dropped[0]))))
    return table("Demands dropped, and what is asked instead", ("Actor", "Dropped", "Instead", "Said by", "When"), rows)


def _pending(coverage: Coverage) -> tuple[Table, ...]:
    rows = [
        (
            Cell(coverage.names.of(group[0].item.party), detail="" if is_named(coverage, group[0]) else "not named in these words"),
            words(group),
            Cell(coverage.source(speaker_of(group[0]))),
            dated(coverage.when(group[0])),
        )
        for group in pending_answers(coverage)
    ]
    return table("Answers awaited", ("From", "Words", "Said by", "When"), rows)


def _all(coverage: Coverage) -> tuple[Table, ...]:
    groups = sorted(position_groups(coverage), key=lambda group: _order(coverage, group))
    disputed = {(each.report.name, each.passage) for clash in find_denials(coverage) for side in clash.sides for each in side.found}
    dropped = [group[0] for group in groups if group[0].item.stance is Stance.DROPPED_DEMAND]
    rows = [_row(coverage, group, _stance(coverage, group, dropped), _marks(coverage, group, disputed)) for group in groups]
    ranks = [_rank(group) for group in groups]
    return table("All positions, by actor", ("Actor", "Stance", "Words", "Said by", "When"), rows, ranks=ranks)


def _order(coverage: Coverage, group: Group) -> tuple[object, ...]:
    first = group[0]
    return (coverage.names.of(first.item.party), coverage.when(first).sort_key, first.report.name, first.passage.start)


def _rank(group: Group) -> float:
    position = group[0].item
    told = 1 if position.via or position.condition else 0
    return len(group) + told - (1 if position.stance in FACTUAL else 0)


def _is_among(disputed: Collection[tuple[str, Passage]], group: Group) -> bool:
    return any((found.report.name, found.passage) in disputed for found in group)


def _marks(coverage: Coverage, group: Group, disputed: Collection[tuple[str, Passage]]) -> tuple[Mark, ...]:
    contested = (Mark.CONTESTED,) if _is_among(disputed, group) else ()
    return (*contested, Mark.ALLEGED) if any(_is_in(found, _allegations(coverage, found)) for found in group) else contested


def _stance(coverage: Coverage, group: Group, dropped: Iterable[Found[PositionMention]]) -> str:
    """What the actor does, in a word; a demand that the same story has dropped was demanded before."""
    first = group[0]
    if first.item.stance is Stance.DEMAND and is_earlier(first):
        for each in dropped:
            same = coverage.origin(each) == coverage.origin(first) and coverage.names.of(each.item.party) == coverage.names.of(
                first.item.party
            )
            if same and stems(each.item.issue) and stems(each.item.issue) <= stems(first.passage.text):
                return "demanded before"
    if first.item.stance is Stance.PENDING and not is_named(coverage, first):
        return "an answer is pending"
    if HAD.search(first.passage.text) and not NOW.search(first.passage.text) and first.item.stance in BEFORE:
        return BEFORE[first.item.stance]
    return agreeing(coverage.names.of(first.item.party), stance_words(first.item))


def _row(coverage: Coverage, group: Group, stance: str, marks: tuple[Mark, ...]) -> Row:
    position = group[0].item
    about = f"on: {position.issue}" if stems(position.issue) - stems(group[0].passage.text) else ""
    condition = f"condition: {quoted(position.condition.text)}" if position.condition else ""
    return (
        Cell(coverage.names.of(position.party)),
        Cell(stance),
        words(group, marks=marks, detail="; ".join(part for part in (about, condition) if part)),
        Cell(coverage.source(speaker_of(group[0]))),
        dated(coverage.when(group[0])),
    )
