"""Where each actor stands, as drafted positions: on an issue and naming an option where the words do."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from gobetween.briefs.accounts.coverage import Found, speaker_of
from gobetween.briefs.accounts.matters import WORDING, Group
from gobetween.briefs.accounts.wording import agreeing
from gobetween.model.dates import DateBasis, When
from gobetween.model.evidence import PositionMention, Stance
from gobetween.model.positions import Position
from gobetween.reading.proposing.casting.cast import Cast, CastMember
from gobetween.reading.proposing.drafts import Name, Question, Remark
from gobetween.reading.proposing.evidence import Shelf, reported
from gobetween.reading.proposing.ids import Ids
from gobetween.reading.proposing.matters.issues import ON_TERMS, IssueBook, is_called_red_line
from gobetween.reading.proposing.matters.no_matters import why_no_matter
from gobetween.reading.proposing.matters.objects import before_condition, objects_of
from gobetween.reading.proposing.matters.phrases import Phrase
from gobetween.reading.proposing.matters.plain_names import without_loose_end
from gobetween.reading.proposing.matters.references import pointer_in

_AFTER_DEAL = re.compile(
    r"\beven (?:if|with|after)\b[^.;]{0,40}\b(?:agreement|deal|truce|ceasefire|settlement|accord)\b", re.IGNORECASE
)
_HAD = "demanded|insisted|wanted|asked|sought|refused|offered|called"
_BEFORE = re.compile(
    rf"\b(?:previously|formerly|originally|initially|at first|had (?:also |earlier |long )?(?:{_HAD}))\b", re.IGNORECASE
)
_NOW = re.compile(r"\b(?:now|no longer|any more)\b", re.IGNORECASE)
_FINAL = re.compile(r"\b(?:red lines?|never|under no circumstances|non-negotiable|not negotiable|final(?:ly)? and)\b", re.IGNORECASE)


_AGREEING = re.compile(r"^(?:to )?agree(?:d|s|ing)? (?:to|on) (?=\S)", re.IGNORECASE)
_REFUSING = re.compile(r"\b(?:not|no|never|nothing|nobody|cannot|refus\w+|rul\w+ out|reject\w*)\b|n[’']t\b", re.IGNORECASE)
_NO_HINDRANCE = re.compile(r"\b(?:oppos\w+|object\w*|veto\w*|block\w*|stand in|mind)\b", re.IGNORECASE)
_ASKING = frozenset({Stance.DEMAND, Stance.ACCEPT, Stance.CONDITIONAL, Stance.SUPPORT})


CONCLUDED = "on what, is concluded from the words before"


@frozen
class Stands:
    """Positions with the remarks on them, and those of them that are on no issue."""

    positions: tuple[Position, ...] = ()
    remarks: Mapping[Name, Remark] = field(factory=dict)
    questions: tuple[Question, ...] = ()
    on_none: Mapping[str, tuple[str, ...]] = field(factory=dict)  # positions whose words name no matter to be settled, by why


@frozen
class Basis:
    """What positions are drafted on: issues; by the identity of a group's first mention its phrases and sentence; rounds by report."""

    book: IssueBook
    phrases: Mapping[int, Sequence[Phrase]] = field(factory=dict, kw_only=True)
    sentences: Mapping[int, str] = field(factory=dict, kw_only=True)
    rounds: Mapping[str, str] = field(factory=dict, kw_only=True)


def draft_positions(shelf: Shelf, cast: Cast, groups: Sequence[Group], basis: Basis) -> Stands:
    """A position for each group of mentions that are copies of one, and for all that say the same of one option in one report."""
    ids = Ids()
    positions, remarks, questions = [], dict[Name, Remark](), list[Question]()
    on_none: dict[str, list[str]] = {}
    for member, group, phrase in _stands(cast, groups, basis):
        first = group[0]
        position, remark = _position(shelf, member, group, phrase, basis, ids.new)
        positions.append(position)
        remarks["positions", position.id] = remark
        if position.issue is None and first.item.stance in ON_TERMS:
            if why := why_no_matter(first.item, before_condition(first)):
                on_none.setdefault(why, []).append(position.id)
            else:
                questions.append(Question(f"The position '{position.id}' is on no issue of the draft.", (("positions", position.id),)))
    return Stands(tuple(positions), remarks, tuple(questions), {why: tuple(names) for why, names in on_none.items()})


def _stands(cast: Cast, groups: Sequence[Group], basis: Basis) -> Sequence[tuple[CastMember, Group, Phrase | None]]:
    """Who takes a stand, in which mentions, by which phrase; headline and lead that say the same are one."""
    found: dict[tuple[object, ...], tuple[CastMember, Group, Phrase | None]] = {}
    for group in groups:
        first = group[0]
        member = cast.of(first.item.party)
        if member is None or _is_of_nothing(first, cast):
            continue
        for phrase in _one_an_issue(basis.phrases.get(id(first.item), ()), basis.book):
            option = basis.book.option_of.get(id(phrase)) if phrase is not None else None
            condition = first.item.condition.text if first.item.condition else ""
            same = (member.id, first.item.stance, basis.book.issue_of.get(id(phrase)), option, condition, _is_before(first))
            key = (first.report.name, *same) if option is not None else (id(group), id(phrase))
            if key in found:
                found[key] = (member, (*found[key][1], *group), found[key][2])
            else:
                found[key] = (member, group, phrase)
    return tuple(found.values())


def _is_before(found: Found[PositionMention]) -> bool:
    """Whether the words tell of it as earlier, or give it a day of its own."""
    return _BEFORE.search(found.passage.text) is not None or not found.item.when.is_unknown


def _is_of_nothing(found: Found[PositionMention], cast: Cast) -> bool:
    """Whether a claim or a denial has no words but somebody's name: what is denied is told as a disputed fact, if at all."""
    if found.item.stance not in (Stance.CLAIM, Stance.DENY) or not found.item.issue:
        return False
    words = set(found.item.issue.casefold().removeprefix("the ").split())
    return any(words <= set(member.name.casefold().split()) for member in cast.members)


def _one_an_issue(phrases: Sequence[Phrase], book: IssueBook) -> tuple[Phrase | None, ...]:
    """The first phrase on each issue; a single one, or none, if no phrase is on any."""
    own = [phrase for phrase in phrases if not phrase.is_condition]
    on_issues = {book.issue_of[id(phrase)]: phrase for phrase in reversed(own) if id(phrase) in book.issue_of}
    return tuple(reversed(on_issues.values())) or (next(iter(own), None),)


def _position(
    shelf: Shelf, member: CastMember, group: Group, phrase: Phrase | None, basis: Basis, named: Callable[..., str]
) -> tuple[Position, Remark]:
    first = group[0]
    stance, sentence = first.item.stance, basis.sentences.get(id(first.item), "")
    issue, option = (basis.book.issue_of.get(id(phrase)), basis.book.option_of.get(id(phrase))) if phrase is not None else (None, None)
    is_concluded = phrase is not None and (phrase.is_concluded or phrase.is_asked_under) and issue is not None
    remark = shelf.remark(group, *_doubts(first, issue, sentence, is_concluded=is_concluded))
    what = phrase.text if phrase is not None and not phrase.is_asked_under else _unnamed(first)
    words = f"{member.id}-{stance.value.replace('_', ' ')} {issue or ''}"
    position = Position(
        named(words, option or "", what[:30]),
        actor=member.id,
        issue=issue,
        stance=stance,
        options=_options(stance, phrase, option, basis.book) if issue else frozenset(),
        text=_text(member, first, what),
        round=basis.rounds.get(first.report.name),
        after_deal=bool(_AFTER_DEAL.search(sentence or first.passage.text)),
        via=_via(shelf, first),
        condition=first.item.condition.text if first.item.condition else "",
        when=_when(shelf, first, sentence),
        **shelf.common(group, remark),
    )
    return position, remark


def _unnamed(found: Found[PositionMention]) -> str:
    """What a position without a matter is on: the pronoun or the thing that it has; all of its words where that is a word or none."""
    thing = pointer_in(found) or next(iter(objects_of(found)), "")
    is_telling = len(thing.split()) > 1 or bool(thing and pointer_in(found)) or any(character.isdigit() for character in thing)
    return thing if is_telling else found.passage.text


def _options(stance: Stance, phrase: Phrase | None, option: str | None, book: IssueBook) -> frozenset[str]:
    """The option that the words name; of those who would have it, also what lies beyond the limit that they set."""
    if option is None or stance not in ON_TERMS:
        return frozenset()
    return frozenset({option}) | (book.also.get(id(phrase), frozenset()) if stance in _ASKING else frozenset())


def _when(shelf: Shelf, found: Found[PositionMention], sentence: str) -> When:
    """When the position was taken; what is told as earlier was taken before the report, and is not in force with what it tells now."""
    when, published = shelf.when(found), found.report.document.published
    if _NOW.search(found.passage.text) and not published.is_unknown:
        return reported(published)  # another time in the words is that of what is no longer so
    is_earlier = found.item.when.is_unknown and _BEFORE.search(sentence or found.passage.text)
    if not is_earlier or published.earliest is None:
        return when
    return When(None, published.earliest - dt.timedelta(days=1), basis=DateBasis.INFERRED, inference="Told as earlier than the report.")


def _text(member: CastMember, found: Found[PositionMention], what: str) -> str:
    """Who does what, the condition with it: "the union accepts: ten hours, if the premium rises"."""
    condition, stance = found.item.condition, found.item.stance
    if stance is Stance.ACCEPT:
        what = _AGREEING.sub("", what)
    if condition is None or stance is not Stance.CONDITIONAL or condition.text in what:
        return f"{member.name} {agreeing(member.name, WORDING[stance])}: {without_loose_end(what)}"
    answer = Stance.REJECT if _is_refusing(found.passage.text.replace(condition.text, " ")) else Stance.ACCEPT
    return f"{member.name} {agreeing(member.name, WORDING[answer])}: {without_loose_end(what)}, {without_loose_end(condition.text)}"


def _is_refusing(words: str) -> bool:
    """'would send nobody until ...': what stands under the condition is refused, not taken."""
    return _REFUSING.search(words) is not None and _NO_HINDRANCE.search(words) is None


def _via(shelf: Shelf, found: Found[PositionMention]) -> str:
    """Who says so, or the report by its name."""
    speaker = speaker_of(found)
    label = found.report.document.outlet.name if found.report.document.outlet else shelf.of_report[found.report.name]
    return f"{shelf.coverage.source(speaker)} ({label})" if speaker is not None else label


def _doubts(found: Found[PositionMention], issue: str | None, sentence: str, *, is_concluded: bool) -> tuple[str, ...]:
    doubts: list[str] = []
    if is_concluded:
        doubts.append(CONCLUDED)
    elif not found.item.issue or not objects_of(found):
        doubts.append("the words do not say on what")
    if found.item.stance is Stance.THREATEN and issue is not None:
        doubts.append("a threat is no demand")
    if is_called_red_line(found.item):
        doubts.append("called a red line: whether it is asked for or refused, the words do not say")
    elif _FINAL.search(sentence or found.passage.text):
        doubts.append("it may be declared final (a red line)")
    return tuple(doubts)


def sentence_around(text: str, passage: Any) -> str:
    """The sentence of the original in which a passage stands, as far as full stops tell."""
    start = max(text.rfind(mark, 0, passage.start) for mark in (". ", ".\n", "\n", "? ", "! "))
    ends = [at for mark in (". ", ".\n", "\n", "? ", "! ") if (at := text.find(mark, passage.end)) >= 0]
    return text[start + 1 : min(ends, default=len(text)) + 1]
