"""Issues drafted from what reports say that parties ask, refuse and stick at, with the ways of settling them that are named."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from attrs import evolve, field, frozen

from gobetween.briefs.accounts.likeness import are_alike
from gobetween.briefs.phrasing import capitalised
from gobetween.model.evidence import FigureMention, PositionMention, Stance, StickingPointMention
from gobetween.model.issues import Issue, Option
from gobetween.model.items import EVERYONE
from gobetween.reading.proposing.casting.cast import Cast
from gobetween.reading.proposing.casting.sides import Sides
from gobetween.reading.proposing.drafts import Name, Question, Remark
from gobetween.reading.proposing.evidence import Shelf
from gobetween.reading.proposing.ids import Ids, slug
from gobetween.reading.proposing.matters.conditions import is_against
from gobetween.reading.proposing.matters.grouping import Matter, may_be_one
from gobetween.reading.proposing.matters.limits import options_covered
from gobetween.reading.proposing.matters.matter_words import DATES, FAMILIES, FOR_A_TIME, NUMBER, QUANTITY, SUMS, WAY_TITLES, WAYS
from gobetween.reading.proposing.matters.phrases import Phrase, is_bare_number, measure_in, numbers_in, way_in
from gobetween.reading.proposing.matters.plain_names import name_of_issue

ON_TERMS = frozenset(
    {
        Stance.DEMAND,
        Stance.OFFER,
        Stance.ACCEPT,
        Stance.CONDITIONAL,
        Stance.REJECT,
        Stance.OPPOSE,
        Stance.DROPPED_DEMAND,
        Stance.SUPPORT,
    }
)
"""Stances that say what a party would have, or would not: their words name options."""

_INSTEAD = re.compile(r"\b(?:instead of|rather than|in place of)\b", re.IGNORECASE)
_ORDER = re.compile(r"\b(?:come|comes|go|goes|be) (?:first|last|later)\b", re.IGNORECASE)  # says when, and not how
_WHOLE = re.compile(r"\b(?:package|offer|deal|proposal|terms|settlement|agreement|contract|counter-?offer)s?$", re.IGNORECASE)
_CHANGING = re.compile(r"\b(?:rais|ris|increas|lower|reduc|cut|drop|went|go(?:es)?|is|are|was|were|g[ei]v|paid|pays?|offer)\w*\b")
_LONGEST_TITLE = 90
_WORDS_IN_ID = 5
_MOST_CITED = 8
_REST = "otherwise"


@frozen
class IssueBook:
    """The issues, for each phrase (by identity) its issue and, where its words name one, its option; with remarks and questions."""

    issues: tuple[Issue, ...] = ()
    issue_of: Mapping[int, str] = field(factory=dict)
    option_of: Mapping[int, str] = field(factory=dict)
    also: Mapping[int, frozenset[str]] = field(factory=dict)  # further options that the words cover: "at least two years" three
    remarks: Mapping[Name, Remark] = field(factory=dict)
    questions: tuple[Question, ...] = ()
    left_out: tuple[Matter, ...] = ()


def draft_issues(shelf: Shelf, cast: Cast, sides: Sides, matters: Sequence[Matter]) -> IssueBook:
    """An issue for each matter that a party takes a stand on or that is said to block; what blocks stands first."""
    chosen = [matter for matter in matters if _is_issue(matter, cast, sides)]
    chosen.sort(key=lambda matter: (-_blocks(matter), -len(_parties(matter, cast, sides)), -len(matter.phrases)))
    ids = Ids()
    issues, remarks, issue_of, option_of = [], dict[Name, Remark](), dict[int, str](), dict[int, str]()
    also: dict[int, frozenset[str]] = {}
    named: list[tuple[str, Matter]] = []
    for matter in chosen:
        name = ids.new(_id_words(matter), matter.family or "")
        options, by_phrase = _options(shelf, matter)
        found = [phrase.found for phrase in matter.phrases]
        doubts = tuple(f"“{phrase.text}” says on what only by words just before it" for phrase in matter.phrases if phrase.is_concluded)
        remark = shelf.conclusion(found, *doubts[:1])
        common = shelf.common(found[:_MOST_CITED], remark)
        note = f"In the reports' words: {'; '.join(f'“{each}”' for each in _said(matter))}."
        issues.append(Issue(name, title=_title(matter), options=options, note=note, **common))
        remarks["issues", name] = remark
        for phrase in matter.phrases:
            issue_of[id(phrase)] = name
        option_of |= by_phrase
        also |= options_covered(matter.phrases, by_phrase)
        named.append((name, matter))
    left_out = tuple(matter for matter in matters if matter not in chosen)
    return IssueBook(tuple(issues), issue_of, option_of, also, remarks, _questions(named), left_out)


def _is_issue(matter: Matter, cast: Cast, sides: Sides) -> bool:
    if any(isinstance(phrase.found.item, StickingPointMention) for phrase in matter.phrases):
        return True
    stands = [phrase for phrase in matter.phrases if isinstance(phrase.found.item, PositionMention)]
    return bool(_parties(matter, cast, sides)) and any(phrase.found.item.stance in ON_TERMS for phrase in stands)


def _blocks(matter: Matter) -> int:
    return sum(1 for phrase in matter.phrases if isinstance(phrase.found.item, StickingPointMention))


def _parties(matter: Matter, cast: Cast, sides: Sides) -> frozenset[str]:
    """The parties that take a stand on it."""
    stands = (phrase.found.item for phrase in matter.phrases if isinstance(phrase.found.item, PositionMention))
    members = (cast.of(item.party) for item in stands)
    return frozenset(member.id for member in members if member is not None and member.id in sides.parties)


def _said(matter: Matter) -> tuple[str, ...]:
    """The phrases, each once, the first dozen."""
    return tuple(dict.fromkeys(phrase.text.strip(" .,;") for phrase in matter.phrases))[:12]


def _title(matter: Matter) -> str:
    kind = FAMILIES[matter.family][0] if matter.family else None
    if matter.place and kind:
        return f"{matter.place}: {kind[:1].lower()}{kind[1:]}"
    return matter.place or kind or capitalised(name_of_issue(_shortest(matter)) or _shortest(matter))


def _id_words(matter: Matter) -> str:
    if matter.place:
        return matter.place
    return matter.family or _few(name_of_issue(_shortest(matter)) or _shortest(matter))


def _shortest(matter: Matter) -> str:
    """The shortest words for it, those of figures and conclusions last: they say how much, or are words for something else too."""
    named = [(_is_aside(phrase), phrase.name or phrase.text.strip(" .,;")) for phrase in matter.phrases]
    return min(named, key=lambda each: (each[0], len(each[1]), each[1]))[1][:_LONGEST_TITLE]


def _is_aside(phrase: Phrase) -> bool:
    return phrase.is_concluded or isinstance(phrase.found.item, FigureMention)


def _few(text: str) -> str:
    return "-".join(slug(text).split("-")[:_WORDS_IN_ID])


def _options(shelf: Shelf, matter: Matter) -> tuple[tuple[Option, ...], dict[int, str]]:
    """The options that are asked, offered or refused, and for each phrase the one that it names; at least two."""
    groups: list[tuple[tuple[str, tuple[str, ...]], list[Phrase]]] = []
    for phrase in matter.phrases:
        if not _names_option(phrase, matter):
            continue
        text = phrase.name or phrase.text
        numbers = numbers_in(FOR_A_TIME.sub(" ", text) if matter.family in SUMS else text) or phrase.numbers
        instead = ("instead",) if _INSTEAD.search(phrase.text) and not _is_figure_too(phrase, matter) else ()
        key = (way_in(phrase, matter.family), (*numbers, *instead))
        home = next((group for known, group in groups if _is_same_way(known, key, group[0], phrase)), None)
        if home is None:
            groups.append((key, [phrase]))
        else:
            home.append(phrase)
    ids = Ids(frozenset({_REST}))
    options, by_phrase = [], dict[int, str]()
    for (way, _), group in groups:
        title = _option_title(group, matter, way)
        name = ids.new(_option_id(way, title), _few(title))
        found = [phrase.found for phrase in group]
        common = shelf.common(found[:_MOST_CITED], shelf.conclusion(found))
        options.append(Option(name, title=capitalised(title[:_LONGEST_TITLE]), **common))
        by_phrase |= {id(phrase): name for phrase in group}
    if len(options) < 2:
        known = shelf.known(shelf.cite(phrase.found for phrase in matter.phrases[:_MOST_CITED]))
        title = "None of this" if options else "Not yet said"
        rest = Option(
            _REST, title=title, known=known, holders=EVERYONE, is_inferred=True, note="The case left over; no report names it."
        )
        options.append(rest)
    return tuple(options), by_phrase


def _is_figure_too(phrase: Phrase, matter: Matter) -> bool:
    """Whether the phrase's numbers stand among the figures of what is on the table as well: they are one way then."""
    figures = [each for each in matter.phrases if isinstance(each.found.item, FigureMention)]
    return any(each.numbers == phrase.numbers and each.found.report is phrase.found.report for each in figures)


def _option_title(group: Sequence[Phrase], matter: Matter, way: str) -> str:
    """The shortest words for it: of those who would have it before those who would not, and of positions before mere figures."""
    same = [phrase for phrase in matter.phrases if way and way_in(phrase, matter.family) == way and phrase.numbers == group[0].numbers]
    if way and (title := WAY_TITLES.get((matter.family or "", way))):
        quantity = QUANTITY.search(DATES.sub(" ", group[0].name))
        return f"{title} ({quantity.group().strip()})" if quantity and group[0].numbers else title
    wordings = {_words_for_it(phrase): _reluctance(phrase) for phrase in (*group, *same)}
    return min(wordings, key=lambda text: (wordings[text], len(text), text))


def _words_for_it(phrase: Phrase) -> str:
    """The phrase as a name; of a condition told as a clause ("the yard went to 12 euros an hour") from the number on."""
    text = phrase.name or phrase.text.strip(" .,;")
    number = NUMBER.search(text) if phrase.is_condition else None
    return text[number.start() :] if number and _CHANGING.search(text[: number.start()]) else text


def _reluctance(phrase: Phrase) -> int:
    item = phrase.found.item
    if not isinstance(item, PositionMention):
        return 3
    if phrase.is_concluded and not is_bare_number(phrase.name):
        return 2
    return 1 if phrase.is_condition or item.stance in (Stance.OPPOSE, Stance.REJECT, Stance.SUPPORT) else 0


def _option_id(way: str, title: str) -> str:
    quantity = QUANTITY.search(DATES.sub(" ", title))
    return "-".join(part for part in (way, quantity.group().strip() if quantity else "") if part) or _few(title)


def _names_option(phrase: Phrase, matter: Matter) -> bool:
    """Whether the words say how to settle the matter; "a ceasefire agreement" or "the wage package" alone does not."""
    item = phrase.found.item
    is_of_no_way = phrase.is_asked_under and is_against(phrase)
    if is_of_no_way or is_called_red_line(item) or _ORDER.search(phrase.text) or (not phrase.numbers and _WHOLE.search(phrase.name)):
        return False
    if not isinstance(item, FigureMention) and not (isinstance(item, PositionMention) and item.stance in ON_TERMS):
        return False
    return matter.family not in WAYS or bool(way_in(phrase, matter.family) or phrase.numbers)


def is_called_red_line(item: object) -> bool:
    """Whether the words only call the matter a red line: whether it is asked for or refused, they do not say."""
    if not isinstance(item, PositionMention) or not item.issue:
        return False
    called = r"(?:is|are|remains?|was|were) (?:an? |our |its |their )?(?:absolute )?red lines?\b"
    return re.search(rf"{re.escape(item.issue)} {called}", item.passage.text) is not None


def _is_same_way(known: tuple[str, tuple[str, ...]], key: tuple[str, tuple[str, ...]], first: Phrase, phrase: Phrase) -> bool:
    if known[1] and key[1] and len({measure_in(each.name or each.text) for each in (first, phrase)} - {""}) > 1:
        return False
    if known[0] or key[0]:
        return known == key or (known[0] == key[0] and not (known[1] and key[1]) and _is_alike(first, phrase))
    return known[1] == key[1] and (bool(key[1]) or _is_alike(first, phrase))


def _is_alike(first: Phrase, second: Phrase) -> bool:
    return are_alike(first.name or first.text, second.name or second.text)


def _questions(named: Sequence[tuple[str, Matter]]) -> tuple[Question, ...]:
    """Pairs of issues that may be one, and issues that only one way of settling is named for."""
    questions = []
    for index, (one, matter) in enumerate(named):
        for other, second in named[index + 1 :]:
            if reason := may_be_one(matter, second):
                questions.append(Question(f"'{one}' and '{other}' may be one issue: {reason}.", (("issues", one), ("issues", other))))
    return tuple(questions)


def with_consents(issues: Sequence[Issue], parties: Sequence[str]) -> tuple[Issue, ...]:
    """The issues, each needing the parties' consent, if there are any."""
    return tuple(evolve(issue, consents=tuple(parties)) for issue in issues) if parties else tuple(issues)
